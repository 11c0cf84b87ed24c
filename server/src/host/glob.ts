/**
 * Patterns of file names, matched in time proportional to the pattern times the name, whatever either holds: a star gives
 * back no more than what lies behind it, so nothing is tried twice over as regular expressions do. `*` is any run within a
 * name, `?` one character, `[a-z]`, `[!a-z]` and `[[:digit:]]` one of several, `**` as a whole name any number of folders
 * (at the end: at least one name), `\` makes the next character mean itself. Braces are for the caller to expand.
 */
export interface Glob {
  /** The names from the folder that the pattern counts from down to the file or folder asked about. */
  matches(names: readonly string[]): boolean;
}

const RUN = Symbol('*');
const FOLDERS = Symbol('**');
type One = (character: string) => boolean;
/** A name without wildcards is compared as it is. */
type Name = string | readonly (typeof RUN | One)[];
type Part = Name | typeof FOLDERS;

const ANY: Name = [RUN];

/** `pattern` has no slash at its ends. */
export function globOf(pattern: string, { ignoreCase = false } = {}): Glob {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const parts: Part[] = fold(pattern)
    .split('/')
    .filter(name => name !== '.')
    .map(name => (name === '**' ? FOLDERS : nameOf(name)));
  // What lies in a folder is not the folder.
  if (parts.at(-1) === FOLDERS) parts.splice(-1, 0, ANY);
  return { matches: names => matches(parts, names, FOLDERS, (part, name) => isName(part as Name, fold(name))) };
}

function isName(part: Name, name: string): boolean {
  if (typeof part === 'string') return part === name;
  return matches(part, [...name], RUN, (one, character) => (one as One)(character));
}

/** Whether `parts` stand for `all`, one for one, but that `many` among them stands for any number. */
function matches<P, T>(
  parts: readonly P[],
  all: readonly T[],
  many: symbol,
  stands: (part: P, one: T) => boolean,
): boolean {
  let [part, at] = [0, 0];
  // Behind the last `many`, and how far it reaches.
  let [again, reached] = [-1, 0];
  while (at < all.length) {
    if (part < parts.length && parts[part] === many) [again, reached] = [++part, at];
    else if (part < parts.length && stands(parts[part]!, all[at]!)) [part, at] = [part + 1, at + 1];
    else if (again >= 0) [part, at] = [again, ++reached];
    else return false;
  }
  while (parts[part] === many) part++;
  return part === parts.length;
}

function nameOf(text: string): Name {
  const tokens: (typeof RUN | One)[] = [];
  let plain: string | null = '';
  for (let at = 0; at < text.length; ) {
    const c = String.fromCodePoint(text.codePointAt(at)!);
    const set = c === '[' ? setAt(text, at) : null;
    if (c === '*') {
      plain = null;
      if (tokens.at(-1) !== RUN) tokens.push(RUN);
      at++;
    } else if (c === '?') {
      plain = null;
      tokens.push(() => true);
      at++;
    } else if (set) {
      plain = null;
      tokens.push(set.has);
      at = set.end;
    } else {
      const isEscape = c === '\\' && at + 1 < text.length;
      const wanted = isEscape ? String.fromCodePoint(text.codePointAt(at + 1)!) : c;
      tokens.push(character => character === wanted);
      if (plain !== null) plain += wanted;
      at += (isEscape ? 1 : 0) + wanted.length;
    }
  }
  return plain ?? tokens;
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[\p{L}\p{N}]/u,
  alpha: /\p{L}/u,
  blank: /[ \t]/,
  cntrl: /\p{Cc}/u,
  digit: /[0-9]/,
  graph: /[^\s\p{Cc}]/u,
  lower: /\p{Ll}/u,
  print: /[^\p{Cc}]/u,
  punct: /[\p{P}\p{S}]/u,
  space: /\s/,
  upper: /\p{Lu}/u,
  xdigit: /[0-9a-f]/i,
};

/** The set that begins at `[`, and where it ends; null where none closes, for then the bracket is one. */
function setAt(text: string, start: number): { has: One; end: number } | null {
  const isNegated = text[start + 1] === '!' || text[start + 1] === '^';
  const ranges: (readonly [number, number])[] = [];
  const classes: RegExp[] = [];
  const first = start + (isNegated ? 2 : 1);
  for (let at = first; at < text.length; ) {
    if (text[at] === ']' && at > first) {
      const has: One = c => {
        const code = c.codePointAt(0)!;
        return (
          (ranges.some(([from, to]) => from <= code && code <= to) || classes.some(known => known.test(c))) !==
          isNegated
        );
      };
      return { has, end: at + 1 };
    }
    const [whole, named] = /^\[:([a-z]{1,9}):\]/.exec(text.slice(at, at + 13)) ?? [];
    if (whole !== undefined && Object.hasOwn(CLASSES, named!)) {
      classes.push(CLASSES[named!]!);
      at += whole.length;
      continue;
    }
    const from = characterAt(text, at);
    const isRange = text[from.end] === '-' && from.end + 1 < text.length && text[from.end + 1] !== ']';
    const to = isRange ? characterAt(text, from.end + 1) : from;
    ranges.push([from.code, to.code]);
    at = to.end;
  }
  return null;
}

function characterAt(text: string, at: number): { code: number; end: number } {
  const isEscape = text[at] === '\\' && at + 1 < text.length;
  const code = text.codePointAt(isEscape ? at + 1 : at)!;
  return { code, end: at + (isEscape ? 1 : 0) + (code > 0xffff ? 2 : 1) };
}
