import { resolve } from 'node:path';
import { decode, RefusedError } from '../../host/decode.js';
import { bounded, MOST, readNamed } from '../../host/open.js';
import { RUN } from './check.messages.js';
import type { Shard } from '../report/report.js';
import type { Session } from '../session.js';

/** The paths of `--files-from`, one a line, or a zero byte apart as `git diff -z` writes them; null after saying what is wrong. */
export async function listedPaths(file: string, session: Session): Promise<string[] | null> {
  try {
    const bytes =
      file === '-'
        ? await bounded(session.io.stdin, MOST.list)
        : (await readNamed(resolve(session.io.cwd, file), MOST.list)).bytes;
    // Zero bytes are no text, and a list is one in any case.
    const text = decode(bytes.map(byte => (byte === 0 ? 10 : byte))).text;
    return text.split(/[\r\n]+/).filter(line => line.trim() !== '');
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    session.trouble(RUN.list(file, error.reason));
    return null;
  }
}

/** `2/8`; null for anything else. */
export function shardOf(given: string): Shard | null {
  const [, number, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(given) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  return shard.number >= 1 && shard.number <= shard.of ? shard : null;
}
