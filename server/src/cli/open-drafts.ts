import { dirname, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Config } from '../host/config.js';
import { ConfigError } from '../host/config-schema.js';
import { RefusedError } from '../host/decode.js';
import { decisionsOfAll } from '../host/decisions-file.js';
import type { Decision } from '../host/decisions.js';
import type { Draft } from '../host/drafts.js';
import { discover, discoverListed, type Discovery } from '../host/discover.js';
import { NOBODY_ELSE, type Origin } from '../host/open.js';
import { readDraftAtOnce, readStream } from '../host/sources.js';
import { configFinder, configNotes, type ConfigOptions } from './configs.js';
import type { Shard } from './report/report.js';
import type { Io } from './io.js';
import { note, trouble, type Note, type Noted } from './notes.js';
import type { Session } from './session.js';
import { shownName } from '../host/shown-name.js';
import { TROUBLE } from './session.messages.js';

/** Options that say which texts are read, and by which settings. */
export interface DraftOptions extends ConfigOptions {
  readonly stdinFilename?: string;
  /** Paths of a list made by a machine: what they hold decides whether they are checked, as with those of a folder. */
  readonly listed?: readonly string[];
  /** Of all texts, in their order, every so-many-th. */
  readonly shard?: Shard;
}

/** A text that was asked for. */
export interface OpenedDraft {
  /** The name it is shown under. */
  readonly file: string;
  readonly path: string;
  /** Whether the user named this very file. */
  readonly named: boolean;
  readonly config: Config;
  /** As it was read; null where `text` is not what was. */
  readonly bytes: Uint8Array | null;
  readonly text: string;
  /** How the text is written; null for standard input, which cannot be written back, and for a Word document. */
  readonly written: Draft['written'];
  /** Where in a Word document it stands; null for a text file. */
  readonly word: Draft['word'];
  /** What was decided about its findings. */
  readonly decisions: readonly Decision[];
  /** The file it came from. */
  readonly origin: Origin;
  /** The folder it was found in; null for one that was named. */
  readonly within: string | null;
}

export interface PassedOver {
  ignored: number;
  refused: number;
  /** How many there are to come to, known once they are found. */
  targets: number;
  /** Told the settings that a text is ignored by. */
  readonly onIgnored?: (config: Config) => void;
}

interface Target {
  readonly file: string;
  readonly path: string;
  readonly named: boolean;
  readonly within: string | null;
  readonly isStdin: boolean;
}

/** Milliseconds after which an interrupt or a worker is heard, whatever is read. */
const LONGEST_TURN = 20;

/** What `findDrafts` comes to, each draft after what there is to say of it and of those before it. */
export async function* openDrafts(
  paths: readonly string[],
  options: DraftOptions,
  session: Session,
  passed: PassedOver,
): AsyncGenerator<OpenedDraft> {
  for await (const found of findDrafts(paths, options, session.io, passed)) {
    const draft = session.hear(found);
    if (draft) yield draft;
  }
}

/**
 * The texts that the paths stand for, in the order of their names. For one that cannot be used there is null and the
 * reason, by its name, and the others still come; `passed` counts what does not come.
 */
export async function* findDrafts(
  paths: readonly string[],
  options: DraftOptions,
  { cwd, stdin }: Pick<Io, 'cwd' | 'stdin'>,
  passed: PassedOver,
): AsyncGenerator<Noted<OpenedDraft | null>> {
  const configOf = configFinder(options, cwd);
  const decisionsFor = decisionsOfAll();
  const brokenConfigs = new Set<string>();
  const { result: targets, notes } = await targetsOf(paths, options, cwd, passed);
  passed.targets = targets.length;
  if (notes.length > 0) yield { result: null, notes };
  let turned = performance.now();
  for (const target of targets) {
    if (performance.now() - turned > LONGEST_TURN) {
      await turn();
      turned = performance.now();
    }
    const { file, path, named, within, isStdin } = target;
    try {
      const config = await configOf(dirname(path));
      if (config.isIgnored(path) || (!named && config.isRegulation(path))) {
        passed.ignored++;
        if (config.isIgnored(path)) passed.onIgnored?.(config);
        continue;
      }
      const read = isStdin
        ? { ...(await readStream(stdin, file)), written: null, origin: NOBODY_ELSE }
        : await readDraftAtOnce(path, within);
      const decisions = isStdin ? [] : decisionsFor(path);
      // Not copied: its text may not have been asked for yet.
      yield { result: Object.assign(read, { file, path, named, within, config, decisions }), notes: [] };
    } catch (error) {
      passed.refused++;
      yield { result: null, notes: notesOn(error, file, cwd, brokenConfigs) };
    }
  }
}

/** Why a draft was not read; what is wrong with a settings file is told once. Throws what is no refusal. */
function notesOn(error: unknown, file: string, cwd: string, brokenConfigs: Set<string>): Note[] {
  if (error instanceof RefusedError) return [trouble(TROUBLE.refused(file, error.reason))];
  if (!(error instanceof ConfigError)) throw error;
  const isKnown = brokenConfigs.has(error.file);
  brokenConfigs.add(error.file);
  return [...(isKnown ? [] : configNotes(error, cwd)), trouble(TROUBLE.configured(file))];
}

/** Each file once, however often it is named; in the order of code units, which is the same on every machine. */
async function targetsOf(
  paths: readonly string[],
  { stdinFilename, listed = [], shard }: DraftOptions,
  cwd: string,
  passed: PassedOver,
): Promise<Noted<Target[]>> {
  const notes: Note[] = [];
  const targets = new Map<string, Target>();
  for (const path of paths) {
    if (path === '-') {
      const file = stdinFilename ?? '<stdin>';
      targets.set('-', { file, path: resolve(cwd, file), named: true, within: null, isStdin: true });
    } else {
      await add(path, discover);
    }
  }
  for (const path of listed) await add(path, discoverListed);
  const all = [...targets.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { result: shard ? all.filter((_, i) => i % shard.of === shard.number - 1) : all, notes };

  async function add(path: string, find: (path: string) => Promise<Discovery>): Promise<void> {
    try {
      const asked = resolve(cwd, path);
      const { files, named, problems, unread } = await find(asked);
      for (const { path: at, reason } of problems) notes.push(note(TROUBLE.refused(shownName(at, path, cwd), reason)));
      if (unread.length > 0) notes.push(note(TROUBLE.unread(unread.map(found => shownName(found, path, cwd)))));
      for (const found of files) {
        const within = named ? null : found === asked ? dirname(asked) : asked;
        if (named || !targets.has(found))
          targets.set(found, { file: shownName(found, path, cwd), path: found, named, within, isStdin: false });
      }
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      passed.refused++;
      notes.push(trouble(TROUBLE.refused(path, error.reason)));
    }
  }
}
