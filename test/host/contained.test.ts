import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { faultOf } from '../../server/src/core/text/relative-name.js';
import { contained, isWithin, NAMES, roomsOf } from '../../server/src/host/contained.js';
import { RefusedError } from '../../server/src/host/decode.js';
import { loadTeamRegulations } from '../../server/src/host/team-regulations.js';
import { readSheetsFor } from '../../server/src/host/sheets/draft.js';
import { Configs } from '../../server/src/host/config.js';
import { ConfigError } from '../../server/src/host/config-schema.js';
import { folderWith } from './folder.js';

/* Where the names in drafts and settings files may lead: S4. */

/** Refused on every system, by the spelling alone. */
const NO_NAMES: readonly string[] = [
  '/etc/passwd.csv',
  '//evil.example/share/x.csv',
  '\\\\evil.example\\share\\x.csv',
  '\\\\?\\C:\\x.csv',
  '\\\\.\\pipe\\x.csv',
  '\\x.csv',
  '/\\evil/x.csv',
  '\\/evil/x.csv',
  'C:\\x.csv',
  'c:x.csv',
  'C:/x.csv',
  'file:///etc/x.csv',
  'https://evil.example/x.csv',
  '数据.csv:流',
  'con',
  'CON.csv',
  '数据/nul.csv',
  '数据\\NUL.csv',
  'aux.tar.csv',
  'com1.csv',
  'LPT9',
  'com¹.csv',
  'con .csv',
  'conin$',
  'a\u0000b.csv',
  'a\nb.csv',
];
const NAMES_TO_USE: readonly string[] = [
  '数据.xlsx',
  './数据.xlsx',
  '../数据/2026年.xlsx',
  'a b.csv',
  'console.csv',
  'com.csv',
  'com10.csv',
  'auxiliary/x.csv',
  '~数据.csv',
  '法规（2026）',
  'a..b.csv',
];

describe('names that a draft or a settings file gives', () => {
  it('count from where they stand: no path from the root, of a network, a drive or a device, on any system', () => {
    for (const name of NO_NAMES) assert.notEqual(faultOf(name), null, JSON.stringify(name));
    for (const name of NAMES_TO_USE) assert.equal(faultOf(name), null, name);
  });

  it('are refused in both, and nothing is looked for', async () => {
    const folder = folderWith({ 'd.md': '' });
    const { rows, problems } = await readSheetsFor(join(folder, 'd.md'), {
      named: NO_NAMES,
      chosen: [],
      workspace: ['/'],
    });
    assert.deepEqual(rows, []);
    assert.deepEqual(
      problems.map(({ name, reason }) => [name, reason === NAMES.absolute || reason === NAMES.device]),
      NO_NAMES.map(name => [name, true]),
    );
    for (const name of NO_NAMES) {
      const own = folderWith({ 'policydoc.config.json': JSON.stringify({ regulations: [name] }) });
      const said = await new Configs()
        .nearest(own)
        .then(async ({ regulations }) =>
          (await loadTeamRegulations(regulations, ['/'])).problems.map(({ severity }) => severity).join(),
        )
        .catch((error: unknown) => (error instanceof ConfigError ? 'error' : String(error)));
      assert.equal(said, 'error', JSON.stringify(name));
    }
  });
});

describe('where they may lead', () => {
  const outcome = (name: string, base: string, rooms: readonly string[]): Promise<string> =>
    contained(name, base, rooms).catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error;
      return Object.entries(NAMES).find(([, reason]) => reason === error.reason)?.[0] ?? 'other';
    });

  it('is inside, whatever links say', async () => {
    const folder = folderWith({ 'in/d/x.csv': '', 'in/s/y.csv': '', 'out/z.csv': '', 'other/in/x.csv': '' });
    const [inside, at] = [join(folder, 'in'), (...names: string[]) => join(folder, ...names)];
    for (const [target, link] of [
      ['../s', 'in/d/beside'],
      ['../../out', 'in/d/away'],
      [at('out/z.csv'), 'in/d/z.csv'],
      [at('in/s/y.csv'), 'in/d/y.csv'],
      ['away', 'in/d/twice'],
      ['round', 'in/d/round'],
      ['//evil.example/share', 'in/d/net'],
      ['in', 'way'],
    ] as const)
      symlinkSync(target, at(link));
    const wanted: readonly (readonly [name: string, base: string, rooms: readonly string[], outcome: string])[] = [
      ['x.csv', at('in/d'), [inside], at('in/d/x.csv')],
      ['../s/y.csv', at('in/d'), [inside], at('in/s/y.csv')],
      ['没有/y.csv', at('in/d'), [inside], at('in/d/没有/y.csv')],
      ['beside/y.csv', at('in/d'), [inside], at('in/s/y.csv')],
      ['y.csv', at('in/d'), [inside], at('in/s/y.csv')],
      ['../../out/z.csv', at('in/d'), [inside], 'outside'],
      ['../../in2/z.csv', at('in/d'), [inside], 'outside'],
      ['../s/y.csv', at('in/d'), [at('in/d')], 'outside'],
      ['beside/y.csv', at('in/d'), [at('in/d')], 'outside'],
      ['away/z.csv', at('in/d'), [inside], 'outside'],
      ['twice/z.csv', at('in/d'), [inside], 'outside'],
      ['z.csv', at('in/d'), [inside], 'outside'],
      ['round', at('in/d'), [inside], 'outside'],
      ['net/x.csv', at('in/d'), [inside], 'outside'],
      // A folder that is itself reached by a link is none that leads out.
      ['x.csv', at('way/d'), [at('way')], at('in/d/x.csv')],
      ['y.csv', at('way/d'), [at('way')], at('in/s/y.csv')],
    ];
    for (const [name, base, rooms, expected] of wanted)
      assert.equal(await outcome(name, base, rooms), expected, `${name} from ${base}`);
  });

  it('is the folder itself, the repository, that of the settings, and what the user has opened', async () => {
    const folder = folderWith({ 'r/.git/HEAD': '', 'r/c/policydoc.config.json': '{}', 'r/c/d/x.md': '', 'n/x.md': '' });
    assert.deepEqual(await roomsOf(join(folder, 'r/c/d')), [
      join(folder, 'r/c/d'),
      join(folder, 'r'),
      join(folder, 'r/c'),
    ]);
    assert.deepEqual(await roomsOf(join(folder, 'n'), [folder]), [join(folder, 'n'), folder]);
    // Everything lies there: what is opened or stood in by habit lets no draft look around in it.
    assert.deepEqual(await roomsOf(join(folder, 'n'), ['/', homedir(), join(homedir(), '..')]), [join(folder, 'n')]);
    const { HOME } = process.env;
    process.env['HOME'] = join(folder, 'r');
    try {
      if (homedir() === join(folder, 'r'))
        assert.deepEqual(await roomsOf(join(folder, 'r/c/d')), [join(folder, 'r/c/d'), join(folder, 'r/c')]);
    } finally {
      if (HOME === undefined) delete process.env['HOME'];
      else process.env['HOME'] = HOME;
    }
    assert.ok(isWithin('/a/..b', '/a') && !isWithin('/ab', '/a') && !isWithin('/', '/a'));
  });

  it('is never hidden: keys and settings of other programs are YAML and JSON too', async () => {
    const folder = folderWith({ '.aws/x.yml': 'a: 1', '.env.yaml': 'a: 1' });
    mkdirSync(join(folder, 'd'));
    const { rows, problems } = await readSheetsFor(join(folder, 'd', 'a.md'), {
      named: ['../.aws/x.yml', './../.env.yaml', '..\\.aws\\x.yml'],
      chosen: [],
      workspace: [folder],
    });
    assert.deepEqual(rows, []);
    assert.deepEqual(
      problems.map(({ reason }) => reason),
      [NAMES.hidden, NAMES.hidden, NAMES.hidden],
    );
  });
});

describe('folders of regulations that a settings file names', () => {
  const TEXT = '---\ntitle: 示例条例\nedition: 2020-01-02\n---\n\n# 示例条例\n\n第一条　甲。\n\n第二条　乙。\n';
  const editions = async (folder: string, workspace: readonly string[]): Promise<string[]> => {
    const { regulations } = await new Configs().nearest(join(folder, 'a'));
    const { editions, problems } = await loadTeamRegulations(regulations, workspace);
    return [...editions.map(({ title }) => title), ...problems.map(({ severity }) => severity)];
  };

  it('lie in the repository, or in what the user has opened', async () => {
    const files = { 'a/policydoc.config.json': '{"regulations": ["../laws"]}', 'laws/x.md': TEXT };
    const bare = folderWith(files);
    assert.deepEqual(await editions(bare, []), ['error']);
    assert.deepEqual(await editions(bare, [bare]), ['示例条例']);
    assert.deepEqual(await editions(folderWith({ ...files, '.git/HEAD': '' }), []), ['示例条例']);
  });

  it('are not reached by a link that came with the repository', async () => {
    const folder = folderWith({ 'a/policydoc.config.json': '{"regulations": ["laws"]}', 'out/x.md': TEXT });
    symlinkSync(join(folder, 'out'), join(folder, 'a/laws'));
    assert.deepEqual(await editions(folder, []), ['error']);
  });
});
