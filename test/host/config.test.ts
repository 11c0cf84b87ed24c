import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { ConfigError } from '../../server/src/host/config-schema.js';
import { configOf, Configs, loadConfig, NO_CONFIG } from '../../server/src/host/config.js';
import { cost } from '../harness/cost.js';
import { folderWith } from './folder.js';

const NAME = 'policydoc.config.json';

const BROKEN: readonly [string, string | Uint8Array, RegExp[]][] = [
  ['nothing', '', [/第 1 行第 1 列.*语法错误/]],
  ['half an object', '{\n  "rules": {', [/第 2 行第 13 列.*语法错误/]],
  ['a comma too many', '{\n  "asOf": "2026-01-01",\n}', [/第 3 行第 1 列.*语法错误/]],
  ['a comment', '{ // ours\n}', [/第 1 行第 3 列.*语法错误/]],
  ['lists in lists', '['.repeat(200_000), [/^嵌套过深，未读取$/]],
  ['a list', '[]', [/^第 1 行：\/：应为对象/]],
  [
    'an unknown key',
    '{ "rule": {} }',
    [/^第 1 行：\/rule：没有这一项设置；可用的有：reports、rules、asOf、regulations、snippets、ignore、words、locale$/],
  ],
  ['an unknown key with a slash', '{ "a/b~c": {} }', [/^第 1 行：\/a~1b~0c：/]],
  [
    'an unknown rule',
    '{ "rules": { "no-such-rule": "off" } }',
    [/^第 1 行：\/rules\/no-such-rule：没有这一条规则；可用的有：.*placeholder-unfilled/],
  ],
  ['a rule of Object.prototype', '{ "rules": { "toString": "off" } }', [/^第 1 行：\/rules\/toString：没有这一条规则/]],
  [
    'a bad severity',
    '{ "rules": { "placeholder-unfilled": "warn" } }',
    [/^第 1 行：\/rules\/placeholder-unfilled：应为 off、info、warning、error 之一$/],
  ],
  ['a date that does not exist', '{ "asOf": "2026-02-30" }', [/^第 1 行：\/asOf：应为日期/]],
  ['a date in words', '{ "asOf": "2026年2月" }', [/^第 1 行：\/asOf：应为日期/]],
  ['reports of an unknown kind', '{ "reports": "some" }', [/^第 1 行：\/reports：应为 auto、all 或文件名模式的列表$/]],
  ['reports that are no names', '{ "reports": [1, ""] }', [/^第 1 行：\/reports：应为 auto、all 或文件名模式的列表$/]],
  ['an empty glob', '{ "ignore": ["a.md", ""] }', [/^第 1 行：\/ignore\/1：应为非空文字$/]],
  [
    'a glob from the root of the disk',
    '{ "ignore": ["a.md",\n "/etc/**"] }',
    [/^第 2 行：\/ignore\/1：应为从本文件所在文件夹算起的文件名模式/],
  ],
  ['a glob of all but', '{ "ignore": ["!a.md"] }', [/^第 1 行：\/ignore\/0：应为从本文件/]],
  ['a glob with the slashes of Windows', '{ "ignore": ["sub\\\\*.md"] }', [/^第 1 行：\/ignore\/0：.*以 \/ 分隔/]],
  ['one that ends in such a slash', '{ "ignore": ["sub\\\\"] }', [/^第 1 行：\/ignore\/0：.*以 \/ 分隔/]],
  ['one before a name', '{ "ignore": ["a.md", "旧稿\\\\a.md"] }', [/^第 1 行：\/ignore\/1：.*以 \/ 分隔/]],
  ['a glob from a drive', '{ "ignore": ["C:/docs/a.md"] }', [/^第 1 行：\/ignore\/0：应为从本文件/]],
  ['a glob without end', `{ "ignore": ["${'a'.repeat(1001)}"] }`, [/^第 1 行：\/ignore\/0：.*不超过 1000 个字符/]],
  ['a glob with alternatives to repeat', '{ "ignore": ["+(a|a+)"] }', [/^第 1 行：\/ignore\/0：.*不含 \( \)/]],
  ['a glob with many wildcards in a name', '{ "ignore": ["甲/*a*b*c*.md"] }', [/^第 1 行：\/ignore\/0：.*不超过 3 处/]],
  ['a glob with many wildcards', `{ "ignore": ["${'**/*'.repeat(6)}"] }`, [/^第 1 行：\/ignore\/0：.*不超过 10 处/]],
  ['a glob that is no list', '{ "ignore": "a.md" }', [/^第 1 行：\/ignore：应为列表/]],
  ['a language we do not speak', '{ "locale": "fr" }', [/^第 1 行：\/locale：应为 zh-CN、en 之一$/]],
  ['two mistakes', '{\r\n"x":\r\n1,\r\n"locale": 2 }', [/^第 2 行：\/x：/, /^第 4 行：\/locale：/]],
  [
    'a mistake deep inside',
    '{"rules": {\n"section-missing": ["error",\n{"sections": [\n"causes",\n"summary"]}]}}',
    [/^第 5 行：\/rules\/section-missing\/1\/sections\/1：应为/],
  ],
  [
    'a rule setting that is neither severity nor list',
    '{"rules": {"section-missing": 3}}',
    [/^第 1 行：\/rules\/section-missing：应为 off、info/],
  ],
  [
    'options without a severity',
    '{"rules": {"section-missing": [{"sections": []}]}}',
    [/^第 1 行：\/rules\/section-missing/, /^第 1 行：\/rules\/section-missing\/0：应为 off、info/],
  ],
  [
    'an option there is not',
    '{"rules": {"section-missing": ["error", {"section": []}]}}',
    [/^第 1 行：\/rules\/section-missing\/1\/section：没有这一项设置；可用的有：sections$/],
  ],
  [
    'a wrong value of an option',
    '{"rules": {"section-missing": ["error", {"sections": ["summary"]}]}}',
    [/sections\/0：应为 overview、problems、causes、countermeasures 之一$/],
  ],
  [
    'words that are none',
    '{"words": {\n"units": {"1格": {}, "网格": {"as": 1, "zeros": 40}},\n"bodies": ["数"]}}',
    [
      /^第 2 行：\/words\/units\/1格：应为单位或者量词/,
      /^第 2 行：\/words\/units\/网格\/as：应为/,
      /^第 2 行：\/words\/units\/网格\/zeros：应为不大于 12 的数$/,
      /^第 3 行：\/words\/bodies\/0：应为单位的简称/,
    ],
  ],
  [
    'words that are built in, and a unit that there is not',
    '{"words": {\n"units": {"人": {}, "其中": {},\n"网格": {"as": "无此"}}, "bodies": ["数管", "发改"]}}',
    [
      /^第 2 行：\/words\/units\/人：内置的词中已有/,
      /^第 2 行：\/words\/units\/其中：内置的词中已有/,
      /^第 3 行：\/words\/units\/网格\/as：内置的词中没有这个单位/,
      /^第 3 行：\/words\/bodies\/1：内置的词中已有/,
    ],
  ],
  [
    'options of a rule that has none',
    '{"rules": {"section-empty": ["error", {}]}}',
    [/^第 1 行：\/rules\/section-empty：应为 off、info/],
  ],
];

describe('Configs', () => {
  for (const [name, source, reasons] of BROKEN) {
    it(`refuses ${name}, with its place`, async () => {
      const folder = folderWith({ [NAME]: source });
      await assert.rejects(new Configs().nearest(folder), (error: unknown) => {
        assert.ok(error instanceof ConfigError);
        assert.equal(error.file, join(folder, NAME));
        const problems = error.problems.map(problem => problem['zh-CN']);
        assert.equal(problems.length, reasons.length, problems.join('\n'));
        reasons.forEach((reason, i) => assert.match(problems[i]!, reason));
        return true;
      });
    });
  }

  it('reads every setting', async () => {
    const file = join(
      folderWith({
        [NAME]:
          '\uFEFF{"$schema": "x", "reports": "all", "rules": {"placeholder-unfilled": "off"}, "asOf": "2024-02-29", "ignore": [], "locale": "en"}',
      }),
      NAME,
    );
    const config = await loadConfig(file);
    assert.deepEqual(config.settings, { rules: { 'placeholder-unfilled': 'off' }, asOf: '2024-02-29' });
    assert.equal(config.locale, 'en');
    assert.equal(config.isReport('/any.md'), true);
  });

  it('reads the options of a rule', async () => {
    const rules = { 'section-missing': ['error', { sections: ['overview', 'causes'] }], 'section-empty': 'off' };
    assert.deepEqual((await loadConfig(join(folderWith({ [NAME]: JSON.stringify({ rules }) }), NAME))).settings, {
      rules,
    });
  });

  it('takes the nearest file upwards alone', async () => {
    const folder = folderWith({
      [NAME]: '{"asOf": "2020-01-01", "locale": "en"}',
      [`a/b/${NAME}`]: '{"asOf": "2021-01-01"}',
      'a/b/c/d.md': '',
      'a/e/f.md': '',
    });
    const configs = new Configs();
    const [near, far] = await Promise.all([
      configs.nearest(join(folder, 'a/b/c')),
      configs.nearest(join(folder, 'a/e')),
    ]);
    assert.deepEqual([near.settings.asOf, near.locale], ['2021-01-01', null]);
    assert.deepEqual([far.settings.asOf, far.locale], ['2020-01-01', 'en']);
  });

  it('has its own answer where there is no file', async () => {
    assert.equal(await new Configs().nearest('/'), NO_CONFIG);
    assert.deepEqual(NO_CONFIG.settings, { rules: {} });
    assert.equal(NO_CONFIG.isIgnored('/a.md'), false);
    assert.equal(NO_CONFIG.isReport('/a.md'), null);
  });

  it('refuses a file that was named and is not there', async () => {
    await assert.rejects(
      loadConfig(join(folderWith({}), 'no.json')),
      (error: unknown) => error instanceof ConfigError && /不存在/.test(error.problems[0]!['zh-CN']),
    );
  });

  it('counts globs from its own folder', async () => {
    const folder = folderWith({ [NAME]: '{"ignore": ["旧稿/**", "*.txt"], "reports": ["报告/**/*.md"]}' });
    const config = await new Configs().nearest(folder);
    const at = (name: string): [boolean, boolean | null] => [
      config.isIgnored(join(folder, name)),
      config.isReport(join(folder, name)),
    ];
    assert.deepEqual(at('旧稿/一/a.md'), [true, false]);
    assert.deepEqual(at('a.txt'), [true, false]);
    assert.deepEqual(at('报告/a.txt'), [false, false]);
    assert.deepEqual(at('报告/二/a.md'), [false, true]);
  });

  // A file, a glob, and whether it is meant.
  const GLOBS: readonly (readonly [name: string, glob: string, is: boolean])[] = [
    ['sub/a.md', 'sub', true],
    ['sub/deep/a.md', 'sub', true],
    ['sub/a.md', 'sub/', true],
    ['sub/a.md', './sub', true],
    ['sub/a.md', './sub/', true],
    ['sub/a.md', 'sub/.', true],
    ['sub/deep/a.md', 'sub/deep', true],
    ['sub/deep/a.md', '*/deep', true],
    ['x/y/sub/a.md', '**/sub', true],
    ['旧稿2024/a.md', '旧稿*', true],
    ['old/a.md', '{old,archive}', true],
    ['a.md', './a.md', true],
    ['a.md', '././a.md', true],
    ['a.md', './*.md', true],
    ['sub/a.md', './/sub//a.md', true],
    ['sub', 'sub/', false],
    ['other/sub/a.md', 'sub', false],
    ['subs/a.md', 'sub', false],
    ['sub/a.md', 'a.md', false],
    ['sub/deep/a.md', 'sub/*.md', false],
    // As it always was: what lies in the folder itself.
    ['sub/a.md', '*', false],
    ['sub/deep/a.md', 'sub/*', false],
    ['[终]a.md', '\\[终\\]*.md', true],
  ];
  for (const [name, glob, is] of GLOBS) {
    it(`takes ${glob} ${is ? 'to mean' : 'not to mean'} ${name}`, async () => {
      const config = await configOf(join('/', NAME), JSON.stringify({ ignore: [glob], reports: [glob] }));
      assert.deepEqual([config.isIgnored(join('/', name)), config.isReport(join('/', name))], [is, is]);
    });
  }

  it('refuses a glob, or answers what it matches at once', async () => {
    const piece = fc.constantFrom(
      '{a,b}',
      '**/',
      '*a',
      '?*',
      '*{a,*a}',
      '[[:alpha:]]+',
      '[a]+',
      'a+',
      '+(a|a+)',
      '{',
      '[',
      '\\',
      '{1..99}',
      '}',
      'a',
      '/',
      '*',
      '甲',
    );
    const glob = fc.array(piece, { minLength: 1, maxLength: 30 }).map(pieces => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(glob, async ignore => {
        const config = await configOf(join('/', NAME), JSON.stringify({ ignore: [ignore] })).catch((error: unknown) => {
          if (!(error instanceof ConfigError)) throw error;
          return null;
        });
        for (const name of [
          'a'.repeat(255),
          `${'a/'.repeat(500)}!`,
          `${'a'.repeat(255)}/${'a'.repeat(255)}!`,
          `${'a'.repeat(255)}/`.repeat(15),
        ]) {
          assert.ok(cost(() => config?.isIgnored(join('/', name))) < 1_000, ignore);
        }
      }),
    );
  });
});
