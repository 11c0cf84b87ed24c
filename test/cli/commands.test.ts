import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { editionStatus } from '../../server/src/features/edition-status.js';
import { nearest } from '../../server/src/features/nearest.js';
import { RegulationIndex } from '../../server/src/core/regulations/regulation-index.js';
import type { EditionRecord, RegulationRecord } from '../../server/src/core/regulations/records.js';
import { serialize } from '../../server/tools/serialize.js';
import { folderWith } from '../host/folder.js';
import { CLEAN, FLAWED, policydoc } from './harness.js';

const ENGLISH = { env: { LANG: 'en_US.UTF-8' } };

describe('arguments', () => {
  const WRONG: readonly [string, string[], RegExp, RegExp][] = [
    [
      'an unknown option',
      ['check', '--formt', 'json'],
      /没有选项 --formt；是否指 --format？/,
      /unknown option --formt; did you mean --format\?/,
    ],
    ['an unknown command', ['chek'], /没有命令 chek；是否指 check？/, /unknown command chek; did you mean check\?/],
    ['an unknown command of a command', ['regulations', 'drop'], /没有命令 drop/, /unknown command drop/],
    [
      'an unknown format',
      ['check', '--format', 'xml'],
      /选项 --format <FORMAT> 的值不可用；可用的有：pretty, compact, summary, json/,
      /option --format <FORMAT> cannot be used; allowed: pretty, compact, summary, json/,
    ],
    [
      'a number that is none',
      ['check', '--max-warnings', 'x'],
      /选项 --max-warnings <N> 的值不可用；可用的有：非负整数/,
      /allowed: a whole number/,
    ],
    ['a negative number', ['check', '--max-warnings', '-1'], /--max-warnings/, /--max-warnings/],
    [
      'an option without its value',
      ['check', '--config'],
      /选项 --config <FILE> 缺少值/,
      /option --config <FILE> needs a value/,
    ],
    [
      'an unknown language',
      ['check', '--locale', 'fr'],
      /选项 --locale <LOCALE> 的值不可用；可用的有：zh-CN, en/,
      /allowed: zh-CN, en/,
    ],
    ['a missing argument', ['explain'], /缺少参数 RULE/, /missing argument RULE/],
    ['an argument too many', ['explain', 'a', 'b'], /参数过多/, /too many arguments/],
    ['a server that is not told how to talk', ['lsp'], /须有选项 --stdio/, /option --stdio is required/],
    ['no command', [], /用法：.*命令：/s, /Usage:.*Commands:/s],
    ['no command of a command', ['regulations'], /用法： policydoc regulations/, /Usage: policydoc regulations/],
  ];
  for (const [name, args, chinese, english] of WRONG) {
    it(`ends with 2 on ${name}`, async () => {
      const folder = folderWith({ 'a.md': CLEAN });
      const [zh, en] = [await policydoc(folder, args), await policydoc(folder, args, ENGLISH)];
      assert.deepEqual([zh.code, en.code, zh.out, en.out], [2, 2, '', '']);
      assert.match(zh.err, chinese);
      assert.match(en.err, english);
    });
  }

  it('shows the help, in Chinese or English', async () => {
    for (const args of [['--help'], ['check', '--help'], ['help', 'inspect'], ['regulations', 'show', '-h']]) {
      const [zh, en] = [await policydoc('/', args), await policydoc('/', [...args, '--locale', 'en'])];
      assert.deepEqual([zh.code, en.code, zh.err, en.err], [0, 0, '', '']);
      assert.match(zh.out, /^用法： policydoc .*\[选项\]/);
      assert.doesNotMatch(zh.out, /\b(Usage|Options|Arguments|Commands|default|display|choices)\b/);
      assert.match(en.out, /^Usage: policydoc .*\[options\]/);
      assert.doesNotMatch(en.out, /用法|选项|参数|命令|显示|文件|检查/);
    }
  });

  it('shows the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('server/package.json', 'utf8')) as { version: string };
    assert.deepEqual(await policydoc('/', ['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  it('takes the current folder for a path', async () => {
    const { code, out } = await policydoc(folderWith({ 'a.md': FLAWED }), ['check']);
    assert.equal(code, 1);
    assert.match(out, /^a\.md\n/);
  });
});

describe('the language', () => {
  const CONFIG = 'policydoc.config.json';
  const english = { [CONFIG]: '{"locale": "en"}' };
  const CASES: readonly [string, Record<string, string>, Record<string, string>, string[], 'zh' | 'en'][] = [
    ['is Chinese when in doubt', {}, {}, [], 'zh'],
    ['is that of LANG', {}, { LANG: 'en_GB.UTF-8' }, [], 'en'],
    ['is that of LC_ALL before LANG', {}, { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, [], 'zh'],
    ['is that of LC_MESSAGES before LANG', {}, { LC_MESSAGES: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, [], 'en'],
    ['is Chinese in a language we do not speak', {}, { LANG: 'fr_FR.UTF-8' }, [], 'zh'],
    ['is Chinese in the C locale', {}, { LC_ALL: 'C' }, [], 'zh'],
    ['is that of the configuration before the environment', english, { LANG: 'zh_CN.UTF-8' }, [], 'en'],
    ['is that of the configuration named', { 'x.json': '{"locale": "en"}' }, {}, ['--config', 'x.json'], 'en'],
    ['is not that of a configuration left out', english, {}, ['--no-config'], 'zh'],
    ['is that of --locale before all', english, { LANG: 'en_US' }, ['--locale=zh-CN'], 'zh'],
  ];
  for (const [name, files, env, args, expected] of CASES) {
    it(name, async () => {
      const { out } = await policydoc(folderWith({ 'a.md': CLEAN, ...files }), ['check', 'a.md', ...args], { env });
      assert.match(out, expected === 'zh' ? /^共检查 1 个文件/ : /^1 file checked/);
    });
  }
});

describe('policydoc explain', () => {
  const page = '# placeholder-unfilled\n\n## 检查什么\n';

  it('prints the page of a rule as it is', async () => {
    const rulesFolder = folderWith({ 'placeholder-unfilled.md': page });
    assert.deepEqual(await policydoc('/', ['explain', 'placeholder-unfilled'], { rulesFolder }), {
      code: 0,
      out: page,
      err: '',
    });
  });

  it('names the rules most like an unknown one', async () => {
    const { code, out, err } = await policydoc('/', ['explain', 'placeholder-unfiled']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /没有名为 placeholder-unfiled 的规则。相近的有：placeholder-unfilled/);
  });

  it('does not look for a page outside its folder', async () => {
    const rulesFolder = folderWith({ 'secret.md': page });
    const { code, out } = await policydoc('/', ['explain', 'secret'], { rulesFolder });
    assert.deepEqual([code, out], [2, '']);
  });

  it('says that the page of a known rule is missing', async () => {
    const { code, err } = await policydoc('/', ['explain', 'placeholder-unfilled'], { rulesFolder: folderWith({}) });
    assert.equal(code, 2);
    assert.match(err, /找不到规则 placeholder-unfilled 的说明/);
  });
});

describe('policydoc lsp', () => {
  it('starts the server, also for a client that adds its process id', async () => {
    for (const args of [
      ['lsp', '--stdio'],
      ['lsp', '--stdio', '--clientProcessId=7'],
    ]) {
      let started = 0;
      const { code } = await policydoc('/', args, {
        startServer: async () => {
          started++;
        },
      });
      assert.deepEqual([code, started], [0, 1]);
    }
  });

  it('ends with 2 when the server does not start', async () => {
    const { code, err } = await policydoc('/', ['lsp', '--stdio'], {
      startServer: () => Promise.reject(new Error('broken')),
    });
    assert.equal(code, 2);
    assert.match(err, /内部错误：.*broken/);
  });
});

describe('policydoc regulations', () => {
  it('lists by name and kind', async () => {
    const { code, out } = await policydoc('/', ['regulations', 'list', '--kind', '党内法规', '公文处理']);
    assert.equal(code, 0);
    assert.match(
      out,
      /^《党政机关公文处理工作条例》\t党内法规\t2012-04-16\t现行\t1 个版本\n共 1 部；法规数据截至 \d{4}-\d\d-\d\d\n$/,
    );
  });

  it('lists all, in the order of code units', async () => {
    const { out } = await policydoc('/', ['regulations', 'list']);
    const titles = out
      .split('\n')
      .slice(0, -2)
      .map(line => line.split('\t')[0]!);
    assert.ok(titles.length > 1000);
    assert.deepEqual(titles, [...titles].sort());
  });

  it('shows the editions, their status and chapters', async () => {
    const { code, out } = await policydoc('/', ['regulations', 'show', '机关基层组织工作条例', '--edition', '2019']);
    assert.equal(code, 0);
    assert.match(out, /^《中国共产党党和国家机关基层组织工作条例》\n/);
    assert.match(out, /\n {2}2019-12-27 {2}现行/);
    assert.match(out, /\n {4}第七章 党务工作人员队伍建设 {2}第二十八条—第三十二条\n/);
    assert.doesNotMatch(out, /2010-06-04 /);
  });

  it('shows the same to programs', async () => {
    const { out } = await policydoc('/', ['regulations', 'show', '《机关基层组织工作条例》', '--format', 'json']);
    const {
      version,
      regulations: [regulation],
    } = JSON.parse(out) as {
      version: number;
      regulations: { title: string; editions: { date: string; status: string; divisions: object[] }[] }[];
    };
    assert.equal(version, 1);
    assert.deepEqual(
      regulation!.editions.map(({ date, status }) => [date, status]),
      [
        ['1998-03-30', '已修改'],
        ['2010-06-04', '已修改'],
        ['2019-12-27', '现行'],
      ],
    );
    assert.deepEqual(regulation!.editions[2]!.divisions[6], {
      kind: '章',
      number: 7,
      title: '党务工作人员队伍建设',
      depth: 0,
      first: { number: 28 },
      last: { number: 32 },
    });
  });

  const WRONG: readonly [string, string[], RegExp][] = [
    // By what is missing at its head, where the names it goes by are as near.
    ['a title cut short', ['show', '基层组织工作条例'], /相近的有：《[^》]{12,}》《[^》]+》/],
    ['an unknown name', ['show', '公文处里条例'], /没有“公文处里条例”。相近的有：.*《党政机关公文处理工作条例》/],
    [
      'an unknown edition',
      ['show', '机关基层组织工作条例', '--edition', '2001'],
      /没有 2001 的版本；有：1998-03-30、2010-06-04、2019-12-27/,
    ],
    ['an unknown kind', ['list', '--kind', '小说'], /没有“小说”这一类别；有：.*党内法规/],
    ['words that no name holds', ['list', '公文处里条例'], /没有“公文处里条例”/],
  ];
  for (const [name, args, message] of WRONG) {
    it(`ends with 2 on ${name}`, async () => {
      const { code, out, err } = await policydoc('/', ['regulations', ...args]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
  }

  it('shows all that an ambiguous name may mean', async () => {
    const edition = {
      date: '2020',
      effective: '',
      extent: 'none',
      form: 'articles',
      divisions: '',
      articles: '',
      clauses: 0,
    } as const;
    const record = (title: string): RegulationRecord => ({
      title,
      names: ['工作规则'],
      kind: '',
      issuer: '',
      editions: [edition],
    });
    const regulations = [record('甲工作规则'), record('乙工作规则')];
    const { json, bytes } = serialize(
      { version: 1, asOf: '2026-01-01', regulations },
      new Uint32Array(),
      new Uint8Array(),
    );
    const dataFolder = folderWith({ 'regulations.json': json, 'fingerprints.bin': bytes });
    const { code, out, err } = await policydoc('/', ['regulations', 'show', '工作规则'], { dataFolder });
    assert.equal(code, 0);
    assert.match(err, /“工作规则”可指 2 部法规/);
    assert.match(out, /《甲工作规则》[^]*《乙工作规则》/);
    assert.match(out, /仅知名称和日期，条文无法核验/);
  });
});

describe('editionStatus', () => {
  const edition = (date: string, effective = ''): EditionRecord => ({
    date,
    effective,
    extent: 'none',
    form: 'articles',
    divisions: '',
    articles: '',
    clauses: 0,
  });
  const index = RegulationIndex.of(
    {
      version: 1,
      asOf: '2026-01-01',
      regulations: [
        {
          title: '甲法',
          names: [],
          kind: '',
          issuer: '',
          editions: [edition(''), edition('2000-01-01', '2000-07-01'), edition('2025-01-01', '2026-07-01')],
        },
        {
          title: '乙法',
          names: [],
          kind: '',
          issuer: '',
          editions: [edition('1990-01-01')],
          repealed: { on: '2010-01-01', by: '甲法' },
        },
      ],
    },
    new Uint32Array(),
  );
  const CASES: readonly [string, number | null, string, string][] = [
    ['甲法', 0, '2026-01-01', '未知'],
    ['甲法', 1, '2000-06-30', '尚未施行'],
    ['甲法', 1, '2000-07-01', '现行'],
    ['甲法', 1, '2026-07-01', '已修改'],
    ['甲法', 2, '2026-01-01', '尚未施行'],
    ['甲法', null, '2026-01-01', '未知'],
    ['乙法', 0, '2009-12-31', '现行'],
    ['乙法', 0, '2010-01-01', '已废止'],
    ['乙法', null, '2010-01-01', '已废止'],
  ];
  for (const [title, which, on, status] of CASES) {
    it(`is ${status} for ${title}, edition ${which}, on ${on}`, () => {
      const [regulation] = index.find(title);
      assert.equal(editionStatus(regulation!, which === null ? null : regulation!.editions[which]!, on), status);
    });
  }
});

describe('nearest', () => {
  it('finds a full title from a part of it, best first', () => {
    assert.deepEqual(nearest('公务员法', ['中华人民共和国公务员法', '公务员录用规定', '刑法'], 2), [
      '中华人民共和国公务员法',
      '公务员录用规定',
    ]);
  });
  it('finds nothing where nothing is alike', () => assert.deepEqual(nearest('甲', ['乙', '丙丁', '']), []));
  it('says each name once and no more than asked for', () =>
    assert.deepEqual(nearest('abc', ['abcd', 'abcd', 'abce', 'abcf'], 2), ['abcd', 'abce']));
});
