import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Laws 4, 6 and 8 as far as they can be read in the sources. */

interface Source {
  /** Path from the repository, with `/`. */
  readonly file: string;
  /** Without comments. */
  readonly code: string;
}

const sources: readonly Source[] = ['server/src', 'server/tools', 'client/src'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => {
      const file = join(folder, name).split(sep).join('/');
      return { file, code: withoutComments(readFileSync(file, 'utf8')) };
    }),
);

/** Good enough for these sources: a comment begins a line or follows a blank, and no string holds one. */
function withoutComments(code: string): string {
  return code.replace(/(^|\s)\/\*[^]*?\*\//g, '$1').replace(/(^|\s)\/\/.*$/gm, '$1');
}

const inFolder = (folder: string): Source[] => sources.filter(({ file }) => file.startsWith(folder));

/** What a source imports by `import`, `export … from` or `import()`: a path from the repository, or a package. */
function importsOf({ file, code }: Source): string[] {
  const named = code.matchAll(
    /(?:^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*|^\s*import\s*|\bimport\(\s*)(['"`])([^'"`]+)\1/gm,
  );
  return [...named].map(([, , name]) =>
    name!.startsWith('.')
      ? relative('.', join(dirname(file), name!))
          .split(sep)
          .join('/')
          .replace(/\.js$/, '.ts')
      : name!,
  );
}

/**
 * The rooms, each with the rooms it may import from besides itself. message.ts, memoize.ts and lazily.ts stand at the very
 * bottom; genre.ts and wording.ts speak of facts and of regulations, and know no model. protocol.ts is what the client may
 * see of the server.
 */
const CORE = [
  'message',
  'memoize',
  'lazily',
  'text',
  'lexicon',
  'syntax',
  'facts',
  'regulations',
  'genre',
  'wording',
  'runs',
  'passage',
  'stretch',
  'surroundings',
  'model',
  'sheet',
  'rules',
  'causes',
  'unread',
  'coverage',
  'analyze',
];
const below = (room: string): string[] =>
  CORE.slice(0, CORE.indexOf(room)).filter(other => !(room === 'wording' && other === 'genre'));
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(CORE.map(room => [room, below(room)])),
  features: CORE,
  word: ['message', 'text'],
  review: [...CORE, 'features', 'word'],
  host: [...CORE, 'word'],
  lsp: [...CORE, 'features', 'review', 'host', 'word'],
  mcp: [...CORE, 'features'],
  cli: [...CORE, 'features', 'review', 'host', 'word', 'mcp'],
  index: [...CORE, 'host'],
  tools: [...CORE, 'host'],
  client: ['protocol'],
  protocol: CORE,
};

function roomOf(file: string): string {
  if (file === 'server/src/lsp/protocol.ts') return 'protocol';
  const [, room] = /^server\/src\/core\/(\w+)/.exec(file) ??
    /^server\/(?:src\/)?(\w+)(?:\/|\.ts$)/.exec(file) ?? [undefined, 'client'];
  return room!;
}

/** Where a package may be imported; those not named, anywhere but in core, in the features and in the client. */
const PACKAGES: readonly (readonly [name: RegExp, rooms: readonly string[]])[] = [
  [/^(?:unified|remark-.*|micromark.*|mdast.*|unist.*)$/, ['syntax']],
  [/^yaml$/, ['syntax', 'tools', 'regulations', 'host']],
  [/^diff$/, ['features', 'host', 'cli']],
  [/^(?:sax)$/, ['word']],
  [/^jszip$/, ['word', 'host']],
  [/^vscode-languageserver\b/, ['lsp']],
  [/^(?:@modelcontextprotocol\/sdk\b.*|zod)$/, ['mcp']],
  [/^(?:vscode|vscode-languageclient\b.*)$/, ['client']],
];
const PURE = new Set([...CORE, 'features', 'review', 'protocol', 'client']);

function mayImport(room: string, allowed: readonly string[], imported: string): boolean {
  if (imported.endsWith('.ts')) {
    const other = roomOf(imported);
    return other === room || (room === 'lsp' && other === 'protocol') || allowed.includes(other);
  }
  if (/^(?:server|client|\.\.)\//.test(imported)) return true;
  const rooms = PACKAGES.find(([name]) => name.test(imported))?.[1];
  return rooms ? rooms.includes(room) : !PURE.has(room);
}

/** Files of which each imports the next, the last being the first again; null when there are none. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const from = (file: string): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    done.add(file);
    path.push(file);
    for (const other of imports.get(file) ?? []) {
      const circle = from(other);
      if (circle) return circle;
    }
    path.pop();
    return null;
  };
  for (const file of imports.keys()) {
    const circle = from(file);
    if (circle) return circle;
  }
  return null;
}

describe('law 4: imports point one way', () => {
  it('and are all read here', () => {
    assert.ok(sources.length > 100);
    assert.ok(
      importsOf(sources.find(({ file }) => file === 'server/src/core/model.ts')!).includes(
        'server/src/core/syntax/document.ts',
      ),
    );
    assert.deepEqual(
      importsOf({
        file: 'a/b.ts',
        code: "import type {\n  A,\n} from '../c.js';\nexport { B } from 'd';\nimport 'e';\nconst f = await import('./g.js');",
      }),
      ['c.ts', 'd', 'e', 'a/g.ts'],
    );
  });

  it('from room to room, and packages into the rooms that may have them', () => {
    const wrong = sources.flatMap(source => {
      const room = roomOf(source.file);
      const allowed = ARROWS[room];
      if (!allowed) return [`${source.file}: ${room} is a room nobody knows; say in this test what it may import`];
      return importsOf(source)
        .filter(imported => !mayImport(room, allowed, imported))
        .map(imported => `${source.file} imports ${imported}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('and no file imports one that imports it, directly or by way of others', () => {
    assert.deepEqual(circleIn(new Map(sources.map(source => [source.file, importsOf(source)]))), null);
    // And a circle would be seen.
    const chain: [string, string[]][] = [
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', []],
    ];
    assert.equal(circleIn(new Map(chain)), null);
    assert.deepEqual(circleIn(new Map([...chain, ['c', ['d']], ['d', ['b']]])), ['b', 'c', 'd', 'b']);
  });

  it('and what the client shares with the server are types alone', () => {
    const [protocol] = inFolder('server/src/lsp/protocol.ts');
    assert.doesNotMatch(protocol!.code, /\bimport (?!type\b)/);
    for (const { code } of inFolder('client/src')) assert.doesNotMatch(code, /\bimport (?!type\b)[^;]*server\//);
  });

  it('and core compiles without Node and without DOM', () => {
    const { compilerOptions } = JSON.parse(readFileSync('server/src/core/tsconfig.json', 'utf8')) as {
      compilerOptions: { types: string[] };
    };
    const base = JSON.parse(readFileSync('tsconfig.base.json', 'utf8')) as { compilerOptions: { lib: string[] } };
    assert.deepEqual(compilerOptions.types, []);
    assert.deepEqual(base.compilerOptions.lib, ['es2023']);
  });
});

describe('law 6: core has no clock, no locale and no chance', () => {
  const FORBIDDEN =
    /\b(?:Date|performance|Intl|process|globalThis|console|setTimeout)\b(?!')|Math\.random|\.toLocale\w+|\.localeCompare/;
  it('in any of its files', () => {
    assert.deepEqual(
      inFolder('server/src/core').flatMap(({ file, code }) => {
        const found = FORBIDDEN.exec(code);
        return found ? [`${file}: ${found[0]}`] : [];
      }),
      [],
    );
  });

  it('and one would be seen', () => {
    for (const bad of ['new Date()', 'Math.random()', 'x.toLocaleString()', 'a.localeCompare(b)', 'process.cwd()'])
      assert.match(bad, FORBIDDEN);
  });
});

describe('what is read is read in one way', () => {
  /** Of these alone may a file be opened: what opens found and named ones, what writes, and what reads the program's own. */
  const OPENERS = new Set([
    'server/src/host/open.ts',
    'server/src/host/write.ts',
    'server/src/host/load-index.ts',
    'server/src/host/rule-pages.ts',
    'server/src/cli/check/file-result-cache.ts',
    'server/src/cli/own-files.ts',
  ]);
  it('by `host/open.ts`, but for the program itself', () => {
    const opens = (code: string): boolean =>
      [...code.matchAll(/import (?:type )?([^;]*?) from 'node:fs(?:\/promises)?'/g)].some(([, names]) =>
        /\b(?:open|openSync|readFile|readFileSync|createReadStream|opendir|fs)\b/.test(names!),
      );
    assert.ok(opens("import { readFile } from 'node:fs/promises';") && opens("import fs from 'node:fs';"));
    const found = [...inFolder('server/src'), ...inFolder('client/src')].filter(({ code }) => opens(code));
    assert.deepEqual(found.map(({ file }) => file).sort(), [...OPENERS].sort());
  });
});

describe('law 8: nothing is started, run or connected to', () => {
  /**
   * What only looks like it: a module named in the source, loaded when first needed, and our own bundle of the language
   * server. That bundle is started as a process by vscode-languageclient inside the extension; one file starts threads, which
   * run the program's own bundle. None runs anything of a workspace.
   */
  const THREADS = 'server/src/cli/check/threads.ts';
  const isNamed = (found: string): boolean => /^import\('[^']+'\)$/.test(found);
  const FORBIDDEN =
    /['"](?:node:)?(?:child_process|net|tls|dgram|http|https|http2|dns|vm|worker_threads|cluster|inspector|repl)(?:\/\w+)?['"]|\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|\bfetch\s*\(|\bWebSocket\b|\bXMLHttpRequest\b|\brequire\s*\(/;
  it('in any of the sources', () => {
    assert.deepEqual(
      sources.flatMap(({ file, code }) => {
        const imports = [...code.matchAll(/\bimport\((?:[^()]|\([^()]*\))*\)/g)].map(([found]) => found);
        const rest = file === THREADS ? code.replace("'node:worker_threads'", '') : code;
        const found = [FORBIDDEN.exec(rest)?.[0], ...imports.filter(one => !isNamed(one))];
        return found.filter(one => one !== undefined).map(one => `${file}: ${one}`);
      }),
      [],
    );
  });

  it('and what is forbidden would be seen', () => {
    for (const bad of [
      "from 'node:child_process'",
      "from 'http'",
      'eval (x)',
      'new Function("x")',
      'fetch(url)',
      'require("x")',
    ])
      assert.match(bad, FORBIDDEN);
  });
});
