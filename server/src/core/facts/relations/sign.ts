import type { WordClass } from '../../lexicon/words.js';
import type { FigureRole } from '../figures.js';
import type { Sentence } from './clauses.js';

/**
 * What a sentence cannot do without to tell a relation: so many figures, and any one of the others. Each shape declares its own
 * beside itself, and is not looked for where it is missing: most sentences tell none of them, and what is not run costs nothing.
 */
export interface Sign {
  /** No fewer. */
  readonly figures?: number;
  /** A word of one of these classes. */
  readonly words?: readonly WordClass[];
  /** A figure of one of these roles or units. */
  readonly roles?: readonly FigureRole[];
  readonly units?: readonly string[];
  /** One of these in its text. */
  readonly text?: readonly string[];
}

/** Whether a sentence has the sign of a relation. */
export function shows(sentence: Sentence, { figures = 0, words, roles, units, text }: Sign): boolean {
  if (sentence.figures.length < figures) return false;
  if (words) for (const of of words) if (sentence.says.has(of)) return true;
  if (roles) for (const role of roles) if (sentence.roles.has(role)) return true;
  if (units) for (const unit of units) if (sentence.units.has(unit)) return true;
  if (text) for (const one of text) if (sentence.text.includes(one)) return true;
  return !words && !roles && !units && !text;
}
