import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_REGULATIONS } from '../harness/index-files.js';
import { folderWith } from '../host/folder.js';
import { policydoc } from './harness.js';

/*
 * What is said of many reports, whole, over a few small ones and invented regulations: `summary`, `report`, `impact`. As they
 * stand in test/cli/golden; UPDATE=1 writes them. Read the diff.
 */

const GOLDEN = 'test/cli/golden';
const edition = (date: string, articles: readonly string[]): string =>
  `---\ntitle: 示例公文条例\nedition: ${date}\neffective: ${date}\ncomplete: true\n---\n\n# 示例公文条例\n\n${articles.map((it, i) => `第${'一二三四五'[i]}条　${it}`).join('\n\n')}\n`;
const [KEPT, MOVED, GONE, NEW] = [
  '公文起草单位应当在五个工作日内完成核校并登记存档。',
  '涉及多个部门职责的公文应当由主办部门会同有关部门共同起草。',
  '未经审核的公文一律不得送交领导签发或者对外印发。',
  '起草完成后应当通过统一的平台报送并留存全部修改记录。',
];
const draft = (name: string, ...paragraphs: readonly string[]): string =>
  [`# 关于${name}的调研报告`, '## 一、基本情况', ...paragraphs].join('\n\n');
const FILES = {
  'policydoc.config.json': '{"rules": {"section-missing": "off"}}',
  'regulations/2015.md': edition('2015-01-01', [KEPT, MOVED, GONE]),
  'regulations/2020.md': edition('2020-01-01', [KEPT, NEW, MOVED]),
  '2016/公文管理.md': `---\ndate: 2016-05-01\n---\n\n${draft('公文管理', '按照《示例公文条例》第一条、第二条办理，第三条另有规定。', '全市共有公文*件。')}\n`,
  '2026/公文起草.md': `${draft('公文起草', '按照《示例公文条例》第一条办理，《示例公文条例》第九条另有规定。', `《示例公文条例》第三条规定：“${GONE}”`)}\n`,
  '2026/平台建设.md': `${draft('平台建设', '《示例公文条例》很重要，《示例平台办法》第二条也很重要。', '本年共*件，其中甲类3件、乙类4件，共8件。')}\n`,
  '2026/没有问题.md': `${draft('没有问题', '全市共有公文12件。')}\n`,
  '2026/便条.md': '今天开会。\n',
};

const OUTPUTS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['summary.zh.txt', ['check', '--format', 'summary']],
  ['summary.en.txt', ['check', '--format', 'summary', '--locale', 'en']],
  ['impact.zh.txt', ['impact', '《示例公文条例》']],
  ['impact.en.txt', ['impact', '示例公文条例', '--edition', '2015', '--locale', 'en']],
  ['impact.json', ['impact', '示例公文条例', '--format', 'json']],
  ['report.zh.html', ['report', '-o', 'report.html']],
  ['report.en.html', ['report', '-o', 'report.html', '--locale', 'en', '--before', 'before.json']],
];

describe('many reports, whole:', () => {
  for (const [name, args] of OUTPUTS)
    it(name, async () => {
      const data = folderWith(NO_REGULATIONS);
      const folder = folderWith(FILES);
      const at = (...own: readonly string[]) => policydoc(folder, own, { dataFolder: data });
      writeFileSync(join(folder, 'before.json'), (await at('check', '2016', '--format', 'json')).out);
      const { out, err, code } = await at(...args);
      assert.equal(err, '');
      assert.equal(code, args[0] === 'check' ? 1 : 0);
      // Of a page what it says: its looks and its script are the same for all.
      const said = name.endsWith('.html')
        ? readFileSync(join(folder, 'report.html'), 'utf8').replace(/<(style|script)\b[^]*?<\/\1>/g, '<$1>…</$1>')
        : out;
      const golden = join(GOLDEN, name);
      if (process.env['UPDATE']) writeFileSync(golden, said);
      assert.equal(said, readFileSync(golden, 'utf8'));
    });
});
