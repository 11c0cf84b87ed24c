import { readSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { openFound } from './open.js';

/* Reads packs as gitformat-pack(5) describes them: what one says of sizes and offsets is believed only as far as it is bounded. */

/** A repository, or a part of it, that cannot be read, or goes beyond what one that was not made to harm does. */
export class GitError extends Error {}

/** Bytes of an object: no text we read has more. */
export const MOST_OBJECT = 32 * 1024 * 1024;
/** What may be made on the way to one object that is told by its differences from another, and from yet another. */
const MOST_CHAIN = 4_096;
const MOST_MADE = 256 * 1024 * 1024;

export type Kind = 'commit' | 'tree' | 'blob' | 'tag';
export const KINDS: readonly (Kind | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag'];
const [BY_OFFSET, BY_NAME] = [6, 7];

export interface GitObject {
  readonly kind: Kind;
  readonly content: Buffer;
}

/** Objects in one file, and another that tells where each begins. Both are read in parts, however large they are. */
export class Pack {
  readonly #index: Parts;
  readonly #objects: Parts;
  /** For each first byte of a name how many names begin with it or a smaller one. */
  readonly #upTo: readonly number[];

  constructor(folder: string, name: string) {
    this.#index = new Parts(join(folder, `${name}.idx`));
    this.#objects = new Parts(join(folder, `${name}.pack`));
    const head = this.#index.at(0, 8 + 256 * 4);
    if (head.length < 1032 || head.readUInt32BE(0) !== 0xff744f63 || head.readUInt32BE(4) !== 2)
      throw new GitError(name);
    this.#upTo = Array.from({ length: 256 }, (_, i) => head.readUInt32BE(8 + 4 * i));
  }

  begunBy(start: string): string[] {
    const found: string[] = [];
    const [from, to] = this.#range(start);
    for (let i = this.#first(start, from, to); i < to && found.length < 2; i++) {
      const name = this.#nameAt(i);
      if (!name.startsWith(start)) break;
      found.push(name);
    }
    return found;
  }

  offsetOf(oid: string): number | null {
    const [from, to] = this.#range(oid);
    const i = this.#first(oid, from, to);
    if (i >= to || this.#nameAt(i) !== oid) return null;
    const count = this.#upTo[255]!;
    const at = this.#number(1032 + 24 * count + 4 * i);
    if (at < 0x80000000) return at;
    const long = 1032 + 28 * count + 8 * (at - 0x80000000);
    return this.#number(long) * 0x100000000 + this.#number(long + 4);
  }

  /** The object that begins there; `elsewhere` has those that are not in this pack. Throws a GitError. */
  object(at: number, elsewhere: (oid: string) => GitObject | null): GitObject {
    const deltas: Buffer[] = [];
    let made = 0;
    for (let found: GitObject | null = null; ; ) {
      const { kind, size, dataAt, base } = this.#headAt(at);
      const data = inflated(this.#objects.at(dataAt, size + (size >> 8) + 1024), size);
      if (data.length !== size) throw new GitError('size');
      made += size;
      if (kind !== undefined) found = { kind, content: data };
      else {
        deltas.push(data);
        const here = typeof base === 'number' ? base : this.offsetOf(base);
        if (here !== null) at = here;
        else found = elsewhere(String(base));
        if (here === null && !found) throw new GitError(String(base));
      }
      if (deltas.length > MOST_CHAIN || made > MOST_MADE) throw new GitError('chain');
      if (!found) continue;
      let { content } = found;
      for (const delta of deltas.reverse()) {
        content = changed(content, delta);
        made += content.length;
        if (made > MOST_MADE) throw new GitError('chain');
      }
      return { kind: found.kind, content };
    }
  }

  /** The kind of what begins there, or where what it is told from is: before it, or by its name. */
  #headAt(at: number): { kind: Kind | undefined; size: number; dataAt: number; base: number | string } {
    const head = this.#objects.at(at, 64);
    let i = 0;
    const next = (): number => {
      if (i >= head.length) throw new GitError('end');
      return head[i++]!;
    };
    let byte = next();
    const type = (byte >> 4) & 7;
    let size = byte & 15;
    for (let factor = 16; byte & 0x80; factor *= 128) {
      byte = next();
      size += (byte & 0x7f) * factor;
      if (size > MOST_OBJECT) throw new GitError('size');
    }
    let base: number | string = 0;
    if (type === BY_OFFSET) {
      byte = next();
      let back = byte & 0x7f;
      while (byte & 0x80) {
        byte = next();
        back = (back + 1) * 128 + (byte & 0x7f);
        if (back > at) throw new GitError('offset');
      }
      if (back === 0 || back > at) throw new GitError('offset');
      base = at - back;
    } else if (type === BY_NAME) {
      base = head.toString('hex', i, i + 20);
      i += 20;
    } else if (KINDS[type] === undefined) throw new GitError(`type ${type}`);
    return { kind: KINDS[type], size, dataAt: at + i, base };
  }

  #range(start: string): [number, number] {
    const byte = Number.parseInt(start.slice(0, 2), 16);
    return [byte === 0 ? 0 : this.#upTo[byte - 1]!, this.#upTo[byte]!];
  }

  /** The first name that is not before `start`. */
  #first(start: string, from: number, to: number): number {
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (this.#nameAt(middle) < start) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #nameAt(i: number): string {
    return this.#index.at(1032 + 20 * i, 20).toString('hex');
  }

  #number(at: number): number {
    const bytes = this.#index.at(at, 4);
    if (bytes.length < 4) throw new GitError('end');
    return bytes.readUInt32BE(0);
  }
}

/** A file read here and there. Open as long as the run lasts. */
class Parts {
  readonly #file: number;
  readonly #size: number;
  /** What was read last: names that are asked one after the other lie together. */
  #page = Buffer.alloc(0);
  #pageAt = 0;

  constructor(path: string) {
    const { file, what } = openFound(path);
    this.#file = file;
    this.#size = what.size;
  }

  /** Fewer bytes where it ends before. */
  at(at: number, length: number): Buffer {
    if (!(at >= 0 && at <= this.#size)) throw new GitError('offset');
    const end = Math.min(at + length, this.#size);
    if (at < this.#pageAt || end > this.#pageAt + this.#page.length) {
      const page = Buffer.allocUnsafe(Math.min(Math.max(end - at, 4096), this.#size - at));
      this.#page = page.subarray(0, readSync(this.#file, page, 0, page.length, at));
      this.#pageAt = at;
    }
    return this.#page.subarray(at - this.#pageAt, end - this.#pageAt);
  }
}

/** What `delta` makes of `base`: pieces of it, and words of its own. Throws a GitError. */
function changed(base: Buffer, delta: Buffer): Buffer {
  let at = 0;
  const next = (): number => {
    if (at >= delta.length) throw new GitError('end');
    return delta[at++]!;
  };
  const size = (): number => {
    let [value, factor, byte] = [0, 1, 0x80];
    while (byte & 0x80) {
      byte = next();
      value += (byte & 0x7f) * factor;
      factor *= 128;
      if (value > MOST_OBJECT) throw new GitError('size');
    }
    return value;
  };
  if (size() !== base.length) throw new GitError('base');
  const made = Buffer.alloc(size());
  let end = 0;
  while (at < delta.length) {
    const command = next();
    let piece: Buffer;
    if (command & 0x80) {
      const read = (bits: number, count: number): number => {
        let value = 0;
        for (let i = 0; i < count; i++) if (bits & (1 << i)) value += next() * 2 ** (8 * i);
        return value;
      };
      const from = read(command & 15, 4);
      const length = read((command >> 4) & 7, 3) || 0x10000;
      piece = base.subarray(from, from + length);
      if (piece.length !== length) throw new GitError('copy');
    } else {
      piece = delta.subarray(at, at + command);
      at += command;
      if (command === 0 || piece.length !== command) throw new GitError('insert');
    }
    if (end + piece.length > made.length) throw new GitError('size');
    end += piece.copy(made, end);
  }
  if (end !== made.length) throw new GitError('size');
  return made;
}

export function inflated(bytes: Buffer, most: number): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    throw new GitError((error as Error).message);
  }
}
