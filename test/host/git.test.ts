import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { RefusedError } from '../../server/src/host/decode.js';
import { Repository } from '../../server/src/host/git.js';
import { GitError } from '../../server/src/host/git-pack.js';
import { crc32 } from '../../server/src/host/crc32.js';
import { folderWith, put } from './folder.js';

/** A repository made by hand, down to its bytes: sound ones, and those made to harm whoever reads them. */

const TYPES = { commit: 1, tree: 2, blob: 3, tag: 4, 'by offset': 6, 'by name': 7 } as const;
const oidOf = (kind: string, content: Uint8Array): string =>
  createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');
const text = (words: string): Buffer => Buffer.from(words, 'utf8');

/** What stands in a pack: its name, what it says of itself, and its bytes. */
interface Entry {
  readonly oid: string;
  readonly type: keyof typeof TYPES;
  readonly content: Uint8Array;
  /** What it says its size is, where that is not so. */
  readonly size?: number;
  /** What it is told from: bytes back from its beginning, or a name. */
  readonly base?: number | string;
}

function packOf(entries: readonly Entry[]): { pack: Buffer; index: Buffer; offsets: number[] } {
  const head = Buffer.alloc(12);
  head.write('PACK', 'latin1');
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(entries.length, 8);
  const pieces: Buffer[] = [head];
  const offsets: number[] = [];
  for (const { type, content, size = content.length, base } of entries) {
    offsets.push(Buffer.concat(pieces).length);
    const bytes = [(TYPES[type] << 4) | (size % 16)];
    for (let left = Math.floor(size / 16); left > 0; left = Math.floor(left / 128)) {
      bytes[bytes.length - 1]! |= 0x80;
      bytes.push(left % 128);
    }
    pieces.push(Buffer.from(bytes));
    if (typeof base === 'string') pieces.push(Buffer.from(base, 'hex'));
    if (typeof base === 'number') {
      const back = [base & 127];
      for (let left = base >> 7; left > 0; left = (left - 1) >> 7) back.unshift(0x80 | (--left & 127));
      pieces.push(Buffer.from(base < 128 ? [base] : back));
    }
    pieces.push(deflateSync(content));
  }
  const pack = Buffer.concat([...pieces, Buffer.alloc(20)]);
  const sorted = entries.map((entry, i) => ({ ...entry, at: offsets[i]! })).sort((a, b) => (a.oid < b.oid ? -1 : 1));
  const numbers = (values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(4 * values.length);
    values.forEach((value, i) => bytes.writeUInt32BE(value, 4 * i));
    return bytes;
  };
  const upTo = Array.from(
    { length: 256 },
    (_, i) => sorted.filter(({ oid }) => Number.parseInt(oid.slice(0, 2), 16) <= i).length,
  );
  const index = Buffer.concat([
    numbers([0xff744f63, 2, ...upTo]),
    ...sorted.map(({ oid }) => Buffer.from(oid, 'hex')),
    numbers(sorted.map(({ content }) => crc32(content))),
    numbers(sorted.map(({ at }) => at)),
    Buffer.alloc(40),
  ]);
  return { pack, index, offsets };
}

/** A delta: the sizes of both ends, then pieces of the base as [from, length], and words. */
function delta(from: number, to: number, steps: readonly (readonly [number, number] | string)[]): Buffer {
  const size = (value: number): number[] =>
    value < 128 ? [value] : [(value % 128) | 0x80, ...size(Math.floor(value / 128))];
  const bytes = [...size(from), ...size(to)];
  for (const step of steps) {
    if (typeof step === 'string') bytes.push(Buffer.byteLength(step), ...Buffer.from(step));
    else bytes.push(0x80 | 1 | 2 | 16 | 32, step[0] & 255, step[0] >> 8, step[1] & 255, step[1] >> 8);
  }
  return Buffer.from(bytes);
}

const commitOf = (tree: string, parents: readonly string[] = [], time = 1): Buffer =>
  text(
    `tree ${tree}\n${parents.map(oid => `parent ${oid}\n`).join('')}author a <a@b> ${time} +0000\ncommitter a <a@b> ${time} +0000\n\n甲\n`,
  );
const treeOf = (...files: readonly (readonly [name: string, oid: string])[]): Buffer =>
  Buffer.concat(files.flatMap(([name, oid]) => [text(`100644 ${name}\0`), Buffer.from(oid, 'hex')]));

function loose(kind: string, content: Uint8Array): Record<string, Uint8Array> {
  const oid = oidOf(kind, content);
  return {
    [`.git/objects/${oid.slice(0, 2)}/${oid.slice(2)}`]: deflateSync(
      Buffer.concat([text(`${kind} ${content.length}\0`), content]),
    ),
  };
}

const NAME = `pack-${'a'.repeat(40)}`;
function packed(entries: readonly Entry[]): Record<string, Uint8Array> {
  const { pack, index } = packOf(entries);
  return { [`.git/objects/pack/${NAME}.pack`]: pack, [`.git/objects/pack/${NAME}.idx`]: index };
}

const BASE = text('第一行\n'.repeat(100));
const CHANGED = Buffer.concat([BASE.subarray(0, 300), text('改动\n'), BASE.subarray(600)]);
const DELTA = delta(BASE.length, CHANGED.length, [[0, 300], '改动\n', [600, BASE.length - 600]]);

/** A commit of one file `a.md`, whose blob is `oid`; loose, but for what `more` has. */
function committed(oid: string, more: Record<string, Uint8Array | string>): Repository {
  const tree = treeOf(['a.md', oid]);
  const commit = commitOf(oidOf('tree', tree));
  const folder = folderWith({
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/refs/heads/main': `${oidOf('commit', commit)}\n`,
    ...loose('tree', tree),
    ...loose('commit', commit),
    ...more,
  });
  return Repository.around(folder)!;
}
const fileOf = (repository: Repository): string | undefined =>
  repository.file(repository.commitAt('HEAD'), 'a.md')?.toString('utf8');

const blob = (content: Uint8Array, more: Partial<Entry> = {}): Entry => ({
  oid: oidOf('blob', content),
  type: 'blob',
  content,
  ...more,
});

describe('a Git repository', () => {
  const CHANGED_OID = oidOf('blob', CHANGED);
  const SOUND: readonly (readonly [string, Record<string, Uint8Array>])[] = [
    ['loose', loose('blob', CHANGED)],
    ['in a pack', packed([blob(BASE), blob(CHANGED)])],
    [
      'told from what lies before it',
      packed([
        blob(BASE),
        { oid: CHANGED_OID, type: 'by offset', content: DELTA, base: packOf([blob(BASE)]).pack.length - 20 - 12 },
      ]),
    ],
    [
      'told from another by its name',
      packed([{ oid: CHANGED_OID, type: 'by name', content: DELTA, base: oidOf('blob', BASE) }, blob(BASE)]),
    ],
    [
      'told from one outside its pack',
      {
        ...loose('blob', BASE),
        ...packed([{ oid: CHANGED_OID, type: 'by name', content: DELTA, base: oidOf('blob', BASE) }]),
      },
    ],
  ];
  for (const [name, objects] of SOUND) {
    it(`gives the file of a commit: ${name}`, () =>
      assert.equal(fileOf(committed(CHANGED_OID, objects)), CHANGED.toString('utf8')));
  }

  it('knows commits by every kind of name', () => {
    const tree = treeOf();
    const first = commitOf(oidOf('tree', tree));
    const second = commitOf(oidOf('tree', tree), [oidOf('commit', first)], 2);
    const [one, two] = [oidOf('commit', first), oidOf('commit', second)];
    const tag = text(`object ${one}\ntype commit\ntag v1\n\n`);
    const repository = Repository.around(
      folderWith({
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.git/packed-refs': `# pack-refs\n${two} refs/heads/main\n${one} refs/remotes/origin/old\n${oidOf('tag', tag)} refs/tags/v1\n^${one}\n`,
        '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/old\n',
        ...loose('tree', tree),
        ...loose('tag', tag),
        ...packed([
          { oid: one, type: 'commit', content: first },
          { oid: two, type: 'commit', content: second },
        ]),
      }),
    )!;
    for (const [name, oid] of Object.entries({
      HEAD: two,
      main: two,
      'heads/main': two,
      'refs/heads/main': two,
      'HEAD~1': one,
      '@': two,
      '@~1': one,
      '@^': one,
      'HEAD^1': one,
      'HEAD^0': two,
      'HEAD^1~0': one,
      'main^{commit}': two,
      'main^{}^{}': two,
      'v1^{}': one,
      'v1^{commit}': one,
      [`${two}^1`]: one,
      'main^': one,
      'main~0': two,
      'origin/old': one,
      origin: one,
      v1: one,
      [one]: one,
      [one.slice(0, 7)]: one,
      [two.slice(0, 12)]: two,
    }))
      assert.equal(repository.commitAt(name).oid, oid, name);
    for (const name of [
      'nope',
      'HEAD~2',
      'main^^',
      '',
      '..',
      '../HEAD',
      '/etc/passwd',
      'refs/../HEAD',
      '0000',
      'ab',
      'HEAD@{1}',
      'HEAD^2',
      'HEAD^3',
      'HEAD^-1',
      'HEAD^{tree}',
      'HEAD^{/甲}',
      '@@',
      '@1',
      '@{u}',
      '^',
      '~1',
    ])
      assert.throws(() => repository.commitAt(name), GitError, name);
  });

  it('tells where two histories parted', () => {
    // a - b - d - e
    //      \ c ---/ \ f;  g stands alone
    const tree = treeOf();
    const made = new Map<string, string>();
    const files: Record<string, Uint8Array> = loose('tree', tree);
    for (const [i, [name, ...parents]] of ['a', 'b a', 'c b', 'd b', 'e d c', 'f d', 'g']
      .map(it => it.split(' '))
      .entries()) {
      const commit = commitOf(
        oidOf('tree', tree),
        parents.map(parent => made.get(parent)!),
        i + 1,
      );
      made.set(name!, oidOf('commit', commit));
      Object.assign(files, loose('commit', commit));
    }
    const repository = Repository.around(folderWith(files))!;
    const parting = (one: string, other: string): string | undefined => {
      const oid = repository.parting(repository.commit(made.get(one)!), repository.commit(made.get(other)!));
      return [...made].find(([, it]) => it === oid)?.[0];
    };
    for (const [one, other, expected] of [
      ['e', 'f', 'd'],
      ['c', 'd', 'b'],
      ['e', 'c', 'c'],
      ['a', 'e', 'a'],
      ['e', 'e', 'e'],
      ['f', 'c', 'b'],
      ['e', 'g', undefined],
    ] as const) {
      assert.equal(parting(one, other), expected, one + other);
      assert.equal(parting(other, one), expected, other + one);
    }
  });

  for (const [name, config, expected] of [
    ['an everyday one', '[core]\n\trepositoryformatversion = 0\n', null],
    ['one of SHA-256', '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n', 'hashes'],
    ['one of SHA-256, written by hand', '[Extensions]\nobjectFormat="SHA256"\n', 'hashes'],
    ['one that says it is of SHA-1', '[extensions]\n\tobjectFormat = sha1\n\trefStorage = files\n', null],
    ['one with a reftable', '[extensions]\n\trefStorage = reftable\n', 'refs'],
    ['one without a configuration', null, null],
  ] as const) {
    it(`says what keeps it from being read: ${name}`, () => {
      const folder = folderWith({ '.git/HEAD': '', ...(config !== null && { '.git/config': config }) });
      assert.equal(Repository.around(folder)!.beyondUs, expected);
    });
  }

  it('takes the parent that is asked for', () => {
    const tree = treeOf();
    const [one, two] = [1, 2].map(time => commitOf(oidOf('tree', tree), [], time)) as [Buffer, Buffer];
    const [a, b] = [oidOf('commit', one), oidOf('commit', two)];
    const merge = commitOf(oidOf('tree', tree), [a, b], 3);
    const files = {
      ...loose('tree', tree),
      ...loose('commit', one),
      ...loose('commit', two),
      ...loose('commit', merge),
    };
    const repository = Repository.around(folderWith({ '.git/HEAD': oidOf('commit', merge), ...files }))!;
    const found = ['HEAD^', 'HEAD^1', 'HEAD^2', '@^2^0', 'HEAD^2~0'].map(name => repository.commitAt(name).oid);
    assert.deepEqual(found, [a, a, b, b, b]);
    for (const name of ['HEAD^3', 'HEAD^2^', 'HEAD~2']) assert.throws(() => repository.commitAt(name), GitError, name);
  });

  describe('the paths of a commit', () => {
    type Names = readonly (readonly [name: string, oid: string, isFolder?: boolean])[];
    const bytesOf = (names: Names): Buffer =>
      Buffer.concat(
        names.flatMap(([name, oid, isFolder]) => [
          text(`${isFolder ? '40000' : '100644'} ${name}\0`),
          Buffer.from(oid, 'hex'),
        ]),
      );
    const BLOB = 'c'.repeat(40);
    /** With trees one in the other, the innermost first; each is told the name of the one before. */
    function pathsOf(...trees: readonly ((below: string) => Names)[]): string[] {
      const files: Record<string, Uint8Array> = {};
      let oid = '';
      for (const tree of trees) {
        const bytes = bytesOf(tree(oid));
        Object.assign(files, loose('tree', bytes));
        oid = oidOf('tree', bytes);
      }
      const commit = commitOf(oid);
      const repository = Repository.around(
        folderWith({ '.git/HEAD': oidOf('commit', commit), ...files, ...loose('commit', commit) }),
      )!;
      return repository.pathsIn(repository.commitAt('HEAD'), name => name.endsWith('.md')).sort();
    }

    it('are those of wanted files at any depth', () =>
      assert.deepEqual(
        pathsOf(
          () => [['c.md', BLOB]],
          below => [
            ['b.txt', BLOB],
            ['d', below, true],
          ],
          below => [
            ['a.md', BLOB],
            ['子 目录', below, true],
            ['x.md', below, true],
          ],
        ),
        ['a.md', 'x.md/d/c.md', '子 目录/d/c.md'],
      ));

    it('lead nowhere else', () =>
      assert.deepEqual(
        pathsOf(
          () => [['a.md', BLOB]],
          below => [
            ...['..', '.', '', 'a/b', '\\\\evil\\x'].map(name => [name, below, true] as const),
            ...['../x.md', '/etc/x.md', 'ok.md'].map(name => [name, BLOB] as const),
          ],
        ),
        ['ok.md'],
      ));

    it('are found in little time, whatever the trees hold', () => {
      const doubling = Array.from(
        { length: 60 },
        () =>
          (below: string): Names => [
            ['a', below, true],
            ['b', below, true],
          ],
      );
      const deep = Array.from(
        { length: 300 },
        () =>
          (below: string): Names => [
            ['a.md', BLOB],
            ['n'.repeat(200), below, true],
          ],
      );
      const began = performance.now();
      assert.deepEqual(
        pathsOf(() => [], ...doubling),
        [],
      );
      assert.equal(pathsOf(() => [], ...deep).length, 21);
      assert.ok(performance.now() - began < 5_000);
    });
  });

  const OTHER = 'b'.repeat(40);
  const HUGE = Buffer.alloc(64 * 2 ** 20);
  const HOSTILE: readonly (readonly [string, () => Repository])[] = [
    ['a loose object that inflates to more than any text', () => committed(oidOf('blob', HUGE), loose('blob', HUGE))],
    ['a packed one', () => committed(oidOf('blob', HUGE), packed([blob(HUGE)]))],
    ['one that says it is small', () => committed(oidOf('blob', HUGE), packed([blob(HUGE, { size: 10 })]))],
    [
      'one that says it is larger than a disk',
      () => committed(OTHER, packed([{ ...blob(BASE), oid: OTHER, size: 2 ** 50 }])),
    ],
    ['one that is not what its name says', () => committed(OTHER, packed([{ ...blob(BASE), oid: OTHER }]))],
    [
      'a loose one that is not',
      () => committed(OTHER, { [`.git/objects/bb/${OTHER.slice(2)}`]: Object.values(loose('blob', BASE))[0]! }),
    ],
    [
      'one told from itself, by its place',
      () => committed(OTHER, packed([{ oid: OTHER, type: 'by offset', content: DELTA, base: 0 }])),
    ],
    [
      'one told from itself, by its name',
      () => committed(OTHER, packed([{ oid: OTHER, type: 'by name', content: DELTA, base: OTHER }])),
    ],
    [
      'two told from each other',
      () =>
        committed(
          OTHER,
          packed([
            { oid: OTHER, type: 'by name', content: DELTA, base: 'c'.repeat(40) },
            { oid: 'c'.repeat(40), type: 'by name', content: DELTA, base: OTHER },
          ]),
        ),
    ],
    [
      'one told from what lies before the pack',
      () => committed(OTHER, packed([{ oid: OTHER, type: 'by offset', content: DELTA, base: 100_000 }])),
    ],
    [
      'differences that say they make more than any text',
      () =>
        committed(
          OTHER,
          packed([
            blob(BASE),
            { oid: OTHER, type: 'by name', content: delta(BASE.length, 2 ** 40, [[0, 10]]), base: oidOf('blob', BASE) },
          ]),
        ),
    ],
    [
      'differences that make more than they say',
      () =>
        committed(
          OTHER,
          packed([
            blob(BASE),
            {
              oid: OTHER,
              type: 'by name',
              content: delta(BASE.length, 10, [
                [0, 300],
                [0, 300],
              ]),
              base: oidOf('blob', BASE),
            },
          ]),
        ),
    ],
    [
      'differences that copy from behind the end',
      () =>
        committed(
          OTHER,
          packed([
            blob(BASE),
            {
              oid: OTHER,
              type: 'by name',
              content: delta(BASE.length, 300, [[60_000, 300]]),
              base: oidOf('blob', BASE),
            },
          ]),
        ),
    ],
    [
      'differences that each make the whole many times',
      () => {
        const whole = Buffer.alloc(2 ** 20);
        const oids = Array.from({ length: 400 }, (_, i) => i.toString(16).padStart(40, 'd'));
        // A block of 2^16 is copied 16 times: a few bytes make a megabyte, 400 times over.
        const step = delta(whole.length, whole.length, []);
        const copies = Buffer.concat([step, Buffer.from(Array.from({ length: 16 }, () => 0x80))]);
        return committed(
          oids[0]!,
          packed([
            ...oids.map(
              (oid, i): Entry => ({ oid, type: 'by name', content: copies, base: oids[i + 1] ?? oidOf('blob', whole) }),
            ),
            blob(whole),
          ]),
        );
      },
    ],
    [
      'branches that stand for one another',
      () =>
        committed(OTHER, {
          '.git/refs/heads/main': 'ref: refs/heads/b\n',
          '.git/refs/heads/b': 'ref: refs/heads/main\n',
        }),
    ],
    [
      'a branch outside the repository',
      () => committed(OTHER, { '.git/HEAD': 'ref: refs/../../outside\n', outside: 'a'.repeat(40) }),
    ],
    [
      'objects that lie elsewhere',
      () => {
        // Neither the list of other places nor a link leads out.
        const there = folderWith(
          Object.fromEntries(
            Object.entries(loose('blob', CHANGED)).map(([name, bytes]) => [name.replace('.git/', ''), bytes]),
          ),
        );
        const repository = committed(CHANGED_OID, { '.git/objects/info/alternates': `${there}/objects\n` });
        const folder = join(repository.shared, 'objects', CHANGED_OID.slice(0, 2));
        symlinkSync(join(there, 'objects', CHANGED_OID.slice(0, 2)), folder);
        return repository;
      },
    ],
    [
      'a pack that is a link',
      () => {
        const there = folderWith(packed([blob(CHANGED)]));
        const repository = committed(CHANGED_OID, {});
        mkdirSync(join(repository.shared, 'objects/pack'));
        for (const ending of ['idx', 'pack'])
          symlinkSync(
            join(there, `.git/objects/pack/${NAME}.${ending}`),
            join(repository.shared, `objects/pack/${NAME}.${ending}`),
          );
        return repository;
      },
    ],
    [
      'a tree that ends before its names do',
      () => {
        const tree = text('100644 a.md\0abc');
        const commit = commitOf(oidOf('tree', tree));
        const repository = committed(OTHER, { ...loose('tree', tree), ...loose('commit', commit) });
        put(repository.root, { '.git/refs/heads/main': oidOf('commit', commit) });
        return repository;
      },
    ],
  ];
  for (const [name, make] of HOSTILE) {
    it(`is refused, in little time and memory: ${name}`, () => {
      const repository = make();
      const [began, before] = [performance.now(), process.memoryUsage().rss];
      assert.throws(
        () => fileOf(repository),
        (error: unknown) => error instanceof GitError || error instanceof RefusedError,
      );
      assert.ok(performance.now() - began < 5_000);
      assert.ok(process.memoryUsage().rss - before < 600 * 2 ** 20);
    });
  }

  it('is not looked for on another machine', () => {
    for (const link of ['//evil.example/share/.git', '\\\\evil.example\\share', '/\\evil.example/x'])
      assert.throws(() => Repository.around(folderWith({ '.git': `gitdir: ${link}\n` })), GitError, link);
    const own = folderWith({ commondir: '//evil.example/share\n' });
    assert.throws(() => Repository.around(folderWith({ '.git': `gitdir: ${own}\n` })), GitError);
  });
});
