import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { RefusedError } from './decode.js';
import { GitError, inflated, KINDS, MOST_OBJECT, Pack, type GitObject, type Kind } from './git-pack.js';
import { isMissing, readFound } from './open.js';

/*
 * Reads commits, trees and files out of a Git repository. No process is started and nothing of the repository is run; and as a
 * repository may come from anybody, what it says is believed only as far as it is bounded, every object is what its name says,
 * and no link in it is followed.
 */

const MOST_CONFIG = 256 * 1024;
/** Names that are looked at in the trees of a commit, and the length of a path of them. */
const MOST_NAMES = 100_000;
const MOST_PATH = 4_096;
const MOST_REFS = 64 * 1024 * 1024;

const OID = /^[0-9a-f]{40}$/;

/** What a folder holds under a name. */
interface Entry {
  readonly oid: string;
  readonly isFolder: boolean;
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
