import { open, stat } from 'node:fs/promises';
import { GENERATOR } from '../review/page.js';

/** What we wrote ourselves may be written over; whatever else has the name is to stay, or was named by mistake. */

/** How each format of `check` begins, or what its end says. */
export const REPORT = new RegExp(
  [
    /^\{\s{0,9}"version": 1,\s{0,9}"policydoc": "/,
    /^\{[^]{0,200}"driver": \{\s{0,99}"name": "policydoc"/,
    /^\[\](?:\s|$)/,
    /^\[\s{0,9}\{\s{0,9}"type": "issue",\s{0,9}"check_name": "/,
    /^<\?xml[^>]{0,99}>\s{0,9}<testsuites name="policydoc"/,
    /(?:^|\n)(?:- )?(?:共检查 \d{1,9} 个文件：|\d{1,9} files? checked: )/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
/** How both formats of the review sheet begin. */
export const SHEET = new RegExp(
  `^<!-- ${GENERATOR} -->|^<!doctype html>[^]{0,1000}<meta name="generator" content="${GENERATOR}">`,
);

const PIECE = 16 * 1024;

/** Whether a file can be written there and nothing be lost: there is none, or an empty one, a pipe or a device, or one with our mark. */
export async function isFree(path: string, mark: RegExp): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  if (!there?.isFile() || there.size === 0) return true;
  const file = await open(path).catch(() => null);
  if (!file) return false;
  try {
    const pieceAt = async (position: number): Promise<string> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(PIECE), 0, PIECE, position);
      return buffer.toString('utf8', 0, bytesRead);
    };
    return mark.test(`${await pieceAt(0)}\n${await pieceAt(Math.max(0, there.size - PIECE))}`);
  } finally {
    await file.close();
  }
}
