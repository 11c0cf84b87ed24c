import { createHash } from 'node:crypto';
import { readdirSync, readSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { RefusedError } from './decode.js';
import { isMissing, openFound, readFound } from './open.js';

/*
 * Reads commits, trees and files out of a Git repository: loose objects and packs, as gitformat-pack(5) describes them. No
 * process is started and nothing of the repository is run; and as a repository may come from anybody, what it says of sizes
 * and offsets is believed only as far as it is bounded, every object is what its name says, and no link in it is followed.
 */

/** A repository, or a part of it, that cannot be read, or goes beyond what one that was not made to harm does. */
export class GitError extends Error {}

/** Bytes of an object: no text we read has more. */
const MOST_OBJECT = 32 * 1024 * 1024;
/** What may be made on the way to one object that is told by its differences from another, and from yet another. */
const MOST_CHAIN = 4_096;
const MOST_MADE = 256 * 1024 * 1024;
const MOST_CONFIG = 256 * 1024;
/** Names that are looked at in the trees of a commit, and the length of a path of them. */
const MOST_NAMES = 100_000;
const MOST_PATH = 4_096;
const MOST_REFS = 64 * 1024 * 1024;

const OID = /^[0-9a-f]{40}$/;
type Kind = 'commit' | 'tree' | 'blob' | 'tag';
const KINDS: readonly (Kind | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag'];
const [BY_OFFSET, BY_NAME] = [6, 7];

/** What a folder holds under a name. */
interface Entry {
  readonly oid: string;
  readonly isFolder: boolean;
}

interface GitObject {
  readonly kind: Kind;
  readonly content: Buffer;
}

/** Names of another kind than SHA-1, branches kept another way, objects that lie in another repository, which is not entered. */
export type Beyond = 'hashes' | 'refs' | 'alternates';

/** The parts of a name of a commit; null where it is written in a way that is not understood, as `main@{1}` or `:/words` are. */
export function namedBy(name: string): { start: string; steps: readonly string[] } | null {
  // No name of a branch holds either sign.
  const [start] = /^[^~^]*/.exec(name)!;
  const rest = name.slice(start.length);
  if (!(start === '@' || OID.test(start) || isRefName(start))) return null;
  if (!/^(?:~\d{0,9}|\^\d{0,9}|\^\{(?:commit)?\})*$/.test(rest)) return null;
  return { start, steps: rest.match(/[~^](?:\d+|\{\w*\})?/g) ?? [] };
}

export interface Commit {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  /** Seconds, as whoever made it says. */
  readonly time: number;
}

export class Repository {
  #packs: Pack[] | null = null;
  readonly #trees = new Map<string, ReadonlyMap<string, Entry>>();

  private constructor(
    /** The folder of the working tree. */
    readonly root: string,
    /** Holds HEAD; objects and branches are in `shared`. Not the same in a linked working tree. */
    readonly own: string,
    readonly shared: string,
  ) {}

  /** That of a folder; null where it is in none. Throws a GitError. */
  static around(folder: string): Repository | null {
    for (let root = resolve(folder); ; root = dirname(root)) {
      const at = join(root, '.git');
      const what = statSync(at, { throwIfNoEntry: false });
      if (what?.isDirectory()) return new Repository(root, at, at);
      const [, link] = /^gitdir: (.*)$/m.exec((what && textOf(root, '.git')) ?? '') ?? [];
      if (link !== undefined) {
        const own = resolve(root, local(link.trim()));
        return new Repository(root, own, resolve(own, local((textOf(own, 'commondir') ?? '.').trim())));
      }
      if (dirname(root) === root) return null;
    }
  }

  /**
   * `main`, `origin/main`, a tag, a hash or its beginning, `@` for HEAD, each with any of ~2, ^, ^2 (a parent), ^0, ^{commit}
   * and ^{} behind it. Throws a GitError.
   */
  commitAt(name: string): Commit {
    const { start, steps } = namedBy(name) ?? {};
    if (start === undefined || steps === undefined) throw new GitError(name);
    const parent = (of: Commit, number: number): Commit => {
      const oid = of.parents[number - 1];
      if (oid === undefined) throw new GitError(name);
      return this.commit(oid);
    };
    let commit = this.commit(this.#named(start === '@' ? 'HEAD' : start) ?? this.#begunBy(start));
    for (const step of steps) {
      const number = step.endsWith('}') ? 0 : Number(step.slice(1) || 1);
      if (step.startsWith('^')) commit = number === 0 ? commit : parent(commit, number);
      else for (let left = number; left > 0; left--) commit = parent(commit, 1);
    }
    return commit;
  }

  /** What keeps part of it, or all, from being read here, though it is sound; null where nothing does. Throws a RefusedError. */
  get beyondUs(): Beyond | null {
    const said = textOf(this.shared, 'config', MOST_CONFIG) ?? '';
    const format = /^[ \t]*objectformat[ \t]*=[ \t]*"?(\w+)/im.exec(said)?.[1]?.toLowerCase() ?? 'sha1';
    const refs = /^[ \t]*refstorage[ \t]*=[ \t]*"?(\w+)/im.exec(said)?.[1]?.toLowerCase() ?? 'files';
    if (format !== 'sha1') return 'hashes';
    if (refs !== 'files') return 'refs';
    return textOf(this.shared, 'objects/info/alternates')?.trim() ? 'alternates' : null;
  }

  /** Also of a tag that names it. Throws a GitError. */
  commit(oid: string): Commit {
    let { kind, content } = this.#object(oid);
    for (let left = 10; kind === 'tag' && left > 0; left--) {
      oid = /^object ([0-9a-f]{40})\n/.exec(content.toString('latin1', 0, 100))?.[1] ?? '';
      ({ kind, content } = this.#object(oid));
    }
    if (kind !== 'commit') throw new GitError(`${oid}: ${kind}`);
    const head = content.toString('latin1');
    const end = head.indexOf('\n\n');
    const lines = (end < 0 ? head : head.slice(0, end)).split('\n');
    const all = (key: string): string[] =>
      lines.filter(line => line.startsWith(`${key} `)).map(line => line.slice(key.length + 1));
    return {
      oid,
      tree: all('tree')[0] ?? '',
      parents: all('parent'),
      time: Number(/ (\d{1,15}) [+-]\d{4}$/.exec(all('committer')[0] ?? '')?.[1] ?? 0),
    };
  }

  /** Where the histories of two commits parted; null where they have none in common. Throws a GitError. */
  parting(one: Commit, other: Commit): string | null {
    // As Git does it: from the latest on, each commit hands on whose ancestor it is; below one of both nothing is better.
    const [ONE, OTHER, STALE] = [1, 2, 4];
    const marks = new Map<string, number>();
    const open: Commit[] = [];
    const common: string[] = [];
    const mark = (commit: Commit, more: number): void => {
      const known = marks.get(commit.oid);
      if (known !== undefined && (known & more) === more) return;
      marks.set(commit.oid, (known ?? 0) | more);
      const at = open.findIndex(({ time }) => time < commit.time);
      open.splice(at < 0 ? open.length : at, 0, commit);
    };
    mark(one, ONE);
    mark(other, OTHER);
    while (open.some(({ oid }) => !(marks.get(oid)! & STALE))) {
      const { oid, parents } = open.shift()!;
      let more = marks.get(oid)!;
      if ((more & (ONE | OTHER)) === (ONE | OTHER)) {
        if (!(more & STALE) && !common.includes(oid)) common.push(oid);
        more |= STALE;
      }
      for (const parent of parents) mark(this.commit(parent), more);
    }
    return common.find(oid => !(marks.get(oid)! & STALE)) ?? null;
  }

  /** The file of that path, with `/`, in a commit; null where there is none. Throws a GitError. */
  file({ tree }: Commit, path: string): Buffer | null {
    let oid: string | undefined = tree;
    for (const name of path.split('/')) {
      if (oid === undefined) return null;
      oid = this.#tree(oid)?.get(name)?.oid;
    }
    const found = oid === undefined ? null : this.#object(oid);
    return found?.kind === 'blob' ? found.content : null;
  }

  /**
   * The paths, with `/`, of all files in a commit for whose name `isWanted`: those of the first so many names that are
   * looked at, for a few trees may say that they hold one another many times. Throws a GitError.
   */
  pathsIn({ tree }: Commit, isWanted: (name: string) => boolean): string[] {
    const paths: string[] = [];
    const open = [{ oid: tree, path: '' }];
    let left = MOST_NAMES;
    for (let folder = open.pop(); folder; folder = open.pop()) {
      for (const [name, { oid, isFolder }] of this.#tree(folder.oid) ?? []) {
        if (left-- === 0) return paths;
        const path = folder.path + name;
        if (path.length > MOST_PATH || !isFileName(name)) continue;
        if (isFolder) open.push({ oid, path: `${path}/` });
        else if (isWanted(name)) paths.push(path);
      }
    }
    return paths;
  }

  #tree(oid: string): ReadonlyMap<string, Entry> | null {
    const known = this.#trees.get(oid);
    if (known) return known;
    const { kind, content } = this.#object(oid);
    if (kind !== 'tree') return null;
    const entries = new Map<string, Entry>();
    for (let at = 0; at < content.length; ) {
      const [blank, zero] = [content.indexOf(' ', at), content.indexOf(0, at)];
      if (blank < 0 || zero < blank || zero + 21 > content.length) throw new GitError(oid);
      entries.set(content.toString('utf8', blank + 1, zero), {
        oid: content.toString('hex', zero + 1, zero + 21),
        isFolder: /^0?40000$/.test(content.toString('latin1', at, blank)),
      });
      at = zero + 21;
    }
    if (this.#trees.size > 1_000) this.#trees.clear();
    this.#trees.set(oid, entries);
    return entries;
  }

  /** What a name stands for, in the order Git asks; null where nothing has it. */
  #named(name: string): string | null {
    if (OID.test(name)) return name;
    if (!isRefName(name)) return null;
    const names = ['', 'refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'].map(before => before + name);
    for (const one of [...names, `refs/remotes/${name}/HEAD`]) {
      if (!one.startsWith('refs/') && !/^[A-Z_]+$/.test(one)) continue;
      const oid = this.#ref(one);
      if (oid !== null) return oid;
    }
    return null;
  }

  #ref(name: string): string | null {
    // A few names that stand for one another, and no circle of them.
    for (let left = 10; left > 0; left--) {
      const said = textOf(name.startsWith('refs/') ? this.shared : this.own, name);
      const [, other] = /^ref: (\S+)\s*$/.exec(said ?? '') ?? [];
      if (other === undefined) {
        const oid = said?.slice(0, 40) ?? '';
        return OID.test(oid) ? oid : this.#packedRef(name);
      }
      if (!isRefName(other) || !other.startsWith('refs/')) return null;
      name = other;
    }
    return null;
  }

  #packedRef(name: string): string | null {
    for (const line of (textOf(this.shared, 'packed-refs', MOST_REFS) ?? '').split('\n')) {
      if (line.length === 41 + name.length && line.endsWith(` ${name}`) && OID.test(line.slice(0, 40)))
        return line.slice(0, 40);
    }
    return null;
  }

  /** The one object whose name begins so. Throws a GitError. */
  #begunBy(start: string): string {
    if (!/^[0-9a-f]{4,40}$/.test(start)) throw new GitError(start);
    const found = new Set(this.#allPacks().flatMap(pack => pack.begunBy(start)));
    for (const rest of namesIn(join(this.shared, 'objects', start.slice(0, 2))))
      if (OID.test(start.slice(0, 2) + rest) && rest.startsWith(start.slice(2))) found.add(start.slice(0, 2) + rest);
    if (found.size !== 1) throw new GitError(start);
    return [...found][0]!;
  }

  /** Throws a GitError where there is none, or one that is not what its name says. */
  #object(oid: string): GitObject {
    if (!OID.test(oid)) throw new GitError(oid);
    const found = this.#loose(oid) ?? this.#packed(oid);
    if (!found) throw new GitError(oid);
    const { kind, content } = found;
    const name = createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');
    if (name !== oid) throw new GitError(oid);
    return found;
  }

  #loose(oid: string): GitObject | null {
    const bytes = bytesOf(this.shared, join('objects', oid.slice(0, 2), oid.slice(2)), MOST_OBJECT);
    if (!bytes) return null;
    const whole = inflated(bytes, MOST_OBJECT);
    const [head, kind, size] = /^([a-z]{3,6}) (\d{1,9})\0/.exec(whole.toString('latin1', 0, 20)) ?? [];
    const content = whole.subarray(head?.length ?? 0);
    if (head === undefined || content.length !== Number(size) || !KINDS.includes(kind as Kind)) throw new GitError(oid);
    return { kind: kind as Kind, content };
  }

  #packed(oid: string): GitObject | null {
    for (const pack of this.#allPacks()) {
      const at = pack.offsetOf(oid);
      if (at !== null) return pack.object(at, base => this.#loose(base) ?? null);
    }
    return null;
  }

  #allPacks(): readonly Pack[] {
    this.#packs ??= packsIn(join(this.shared, 'objects/pack'));
    return this.#packs;
  }
}

function packsIn(folder: string): Pack[] {
  return namesIn(folder)
    .filter(name => /^pack-[0-9a-f]{40}\.idx$/.test(name))
    .flatMap(name => {
      try {
        return [new Pack(folder, name.slice(0, -4))];
      } catch (error) {
        // Half of a pair, as a repository has while it is tidied up. What only it holds will be missed where it is needed.
        if (error instanceof GitError || error instanceof RefusedError) return [];
        throw error;
      }
    });
}

/** Objects in one file, and another that tells where each begins. Both are read in parts, however large they are. */
class Pack {
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

function inflated(bytes: Buffer, most: number): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    throw new GitError((error as Error).message);
  }
}

/** A file of the repository; null where there is none. Throws a RefusedError. */
function bytesOf(folder: string, name: string, most: number): Buffer | null {
  try {
    return readFound(join(folder, name), { most, within: folder }).bytes;
  } catch (error) {
    if (isMissing(error) || (error instanceof Error && 'code' in error && error.code === 'EISDIR')) return null;
    throw error;
  }
}

const textOf = (folder: string, name: string, most = 4096): string | null =>
  bytesOf(folder, name, most)?.toString('utf8') ?? null;

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether it leads to what is in its folder and nowhere else. */
const isFileName = (name: string): boolean => !/^\.{0,2}$|[\0/\\]/.test(name);

/** As git-check-ref-format(1) has it, as far as it keeps a name in its folder. */
const isRefName = (name: string): boolean =>
  /^[^\0-\x20\x7f~^:?*[\\]{1,1000}$/.test(name) && !/(?:^|\/)\.|\.\.|\/\/|^\/|\/$|@\{/.test(name);

/** A path that a file of the repository gives. One to another machine would be asked for by looking. */
function local(path: string): string {
  if (/^[\\/]{2}/.test(path) || (process.platform === 'win32' && /^\\\\/.test(resolve(path)))) throw new GitError(path);
  return isAbsolute(path) ? resolve(path) : path;
}
