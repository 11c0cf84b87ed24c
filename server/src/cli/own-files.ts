import { open, stat } from 'node:fs/promises';

/** What we wrote ourselves may be written over; whatever else has the name is to stay, or was named by mistake. */

const PIECE = 16 * 1024;

/** Whether a file can be written there and nothing be lost: there is none, or an empty one, a pipe or a device, or one with our mark, which is asked for only then. */
export async function isFree(path: string, markOf: () => RegExp | Promise<RegExp>): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  if (!there?.isFile() || there.size === 0) return true;
  const mark = await markOf();
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
