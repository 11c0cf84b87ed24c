import { isAbsolute, relative, sep } from 'node:path';

/** Relative to where the user stands, unless it lies elsewhere and was named in full; `/` on every system. */
export function shownName(path: string, asked: string, cwd: string): string {
  const name = relative(cwd, path);
  const isOutside = name.startsWith(`..${sep}`) || isAbsolute(name);
  return (isOutside && isAbsolute(asked) ? path : name).split(sep).join('/');
}
