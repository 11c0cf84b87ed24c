import { basename, isAbsolute, relative, sep } from 'node:path';

/** Relative to where the user stands, unless it lies elsewhere and was named in full; `/` on every system. */
export function shownName(path: string, asked: string, cwd: string): string {
  const name = relative(cwd, path);
  const isOutside = name.startsWith(`..${sep}`) || isAbsolute(name);
  return (isOutside && isAbsolute(asked) ? path : name).split(sep).join('/');
}

/** A shown name in what goes to others, who have no use for a path of this machine, which often tells who works at it. */
export const nameForOthers = (file: string): string =>
  isAbsolute(file) || file.startsWith('../') ? basename(file) : file;
