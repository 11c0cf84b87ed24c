import {
  analyze,
  DEFAULT_SETTINGS,
  type Analysis,
  type Context,
  type Settings,
} from '../../server/src/core/analyze.js';
import { testIndex } from './regulations.js';

const index = testIndex();

/** The invented index, and the settings a user has who changed none. */
export const CONTEXT: Context = { index, settings: DEFAULT_SETTINGS };

/** What the engine says of a text against the invented index. */
export const analysisOf = (text: string, settings: Partial<Settings> = {}): Analysis =>
  analyze(text, { index, settings: { ...DEFAULT_SETTINGS, ...settings } });
