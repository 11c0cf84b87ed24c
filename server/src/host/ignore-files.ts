import { lstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Message } from '../core/message.js';
import { RefusedError } from './decode.js';
import { globOf, type Glob } from './glob.js';
import { isMissing, readFound } from './open.js';
import { IGNORING } from './texts.js';

/** Files that name what is not to be looked at, written as Git writes them. */

export const GIT = '.gitignore';
export const OWN = '.policydocignore';

/** Longer than any pattern somebody would write; what one may cost to match grows with it. */
const MOST_CHARACTERS = 1_000;
const MOST_BYTES = 64 * 1024;
/** Of all ignore files that hold in one folder together. */
const MOST_RULES = 5_000;

interface Rule {
  readonly glob: Glob;
  /** What was ignored is not. */
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
  /** Asked of the last name alone, at any depth. */
  readonly isForNames: boolean;
}

/** A line, or a file, that could not be used. */
export interface IgnoreProblem {
  readonly path: string;
  readonly reason: Message;
}

/** What holds in a folder: the rules of those above it first, as they give way to the nearer ones. */
export class Ignored {
  static readonly NOTHING = new Ignored([], 0);

  private constructor(
    private readonly files: readonly { readonly depth: number; readonly rules: readonly Rule[] }[],
    /** How many rules there are. */
    private readonly count: number,
  ) {}

  /** With what the files of these names in `folder` add; `depth` is how many names lead to it from where names count. */
  with(folder: string, depth: number, names: readonly string[], problems: IgnoreProblem[]): Ignored {
    let all: Ignored = this;
    for (const name of names) {
      const path = join(folder, name);
      const rules = rulesOf(path, problems);
      if (rules.length === 0) continue;
      const count = all.count + rules.length;
      if (count > MOST_RULES) problems.push({ path, reason: IGNORING.tooMany(MOST_RULES) });
      else all = new Ignored([...all.files, { depth, rules }], count);
    }
    return all;
  }

  /** Whether a file or folder is, in a folder that is not. */
  has(names: readonly string[], isFolder: boolean): boolean {
    const last = names.slice(-1);
    for (let i = this.files.length - 1; i >= 0; i--) {
      const { depth, rules } = this.files[i]!;
      const below = names.slice(depth);
      const rule = rules.findLast(
        ({ glob, isForFolders, isForNames }) => (isFolder || !isForFolders) && glob.matches(isForNames ? last : below),
      );
      if (rule) return !rule.isNegated;
    }
    return false;
  }
}

function rulesOf(path: string, problems: IgnoreProblem[]): Rule[] {
  let text: string;
  try {
    text = readFound(path, { most: MOST_BYTES }).bytes.toString('utf8');
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (!isMissing(error)) problems.push({ path, reason: IGNORING.file(error.reason) });
    return [];
  }
  const rules: Rule[] = [];
  const ignoreCase = isCaseIgnored(path);
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.length > MOST_CHARACTERS) problems.push({ path, reason: IGNORING.line(i + 1, MOST_CHARACTERS) });
    else rules.push(...ruleOf(line, ignoreCase));
  }
  return rules;
}

/** Whether the file system takes `Draft` and `draft` for one name, found out as Git does: by another spelling of a file that is there. */
function isCaseIgnored(path: string): boolean {
  const [as, other] = [path, join(dirname(path), basename(path).toUpperCase())].map(at =>
    lstatSync(at, { throwIfNoEntry: false, bigint: true }),
  );
  return as !== undefined && other !== undefined && as.dev === other.dev && as.ino === other.ino;
}

/** None in a line that is blank or a remark. */
function ruleOf(line: string, ignoreCase: boolean): Rule[] {
  // Blanks at the end count only behind a backslash.
  const written = line.replace(/(?<![\s\\])\s+$|(?<=\\\s)\s+$/, '');
  if (written.trim() === '' || written.startsWith('#')) return [];
  const isNegated = written.startsWith('!');
  const pattern = isNegated ? written.slice(1) : written;
  const isForFolders = pattern.endsWith('/');
  const bare = isForFolders ? pattern.slice(0, -1) : pattern;
  const isForNames = !bare.includes('/');
  const anchored = bare.startsWith('/') ? bare.slice(1) : bare;
  if (anchored === '') return [];
  return [{ glob: globOf(anchored, { ignoreCase }), isNegated, isForFolders, isForNames }];
}
