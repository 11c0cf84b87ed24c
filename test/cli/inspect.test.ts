import assert from 'node:assert/strict';
import { folderWith } from '../host/folder.js';
import { CLEAN, NOTE, policydoc } from './harness.js';

const REPORT = `# 关于公文办理情况的调研报告
一、基本情况
根据《中国共产党党和国家机关基层组织工作条例》（以下简称《条例》）第二十八条第一款、第二十九条至第三十一条，现有党员*人，{{干部数|人}}。
二、存在的问题
一是不规范。《条例》第三十三条规定：“公文的版式按照《党政机关公文格式》国家标准执行。”
二是不及时。
`;

interface Output {
  version: number;
  files: { file: string; [list: string]: unknown }[];
}

async function inspected(text: string): Promise<Output['files'][number]> {
  const { code, out, err } = await policydoc(folderWith({}), ['inspect', '--format', 'json', '-'], { stdin: text });
  assert.deepEqual([code, err], [0, '']);
  const output = JSON.parse(out) as Output;
  assert.equal(output.version, 1);
  return output.files[0]!;
}

describe('policydoc inspect', () => {
  it('gives every list, each entry with its place, in the keys that were promised', async () => {
    const file = await inspected(REPORT);
    const keys = Object.fromEntries(
      Object.entries(file).map(([list, entries]) => [
        list,
        Array.isArray(entries) ? Object.keys((entries[0] ?? {}) as object).join(' ') : entries,
      ]),
    );
    assert.deepEqual(keys, {
      file: '<stdin>',
      sections: 'number title level role start end',
      points: 'number form title start end',
      placeholders: 'form kind key unit start end',
      figures: 'role value unit label approximate start end',
      abbreviations: 'name fullName start end',
      citations: 'name nameKind regulation locators relative quote verdict quoteVerdict claim start end',
      quotations: 'start end citation verdict',
    });
  });

  it('gives locators only the levels they name', async () => {
    const { citations } = (await inspected(REPORT)) as unknown as {
      citations: { locators: object[]; regulation: object }[];
    };
    assert.deepEqual(citations[0]!.locators, [
      { article: 28, paragraph: 1 },
      { article: 29, to: { article: 31 } },
    ]);
    assert.deepEqual(citations[0]!.regulation, {
      title: '中国共产党党和国家机关基层组织工作条例',
      edition: '2019-12-27',
      status: '现行',
    });
  });

  it('ties a quotation to its citation', async () => {
    const { citations, quotations } = (await inspected(REPORT)) as unknown as {
      citations: { quote: { start: number; end: number } | null; quoteVerdict: string | null }[];
      quotations: { start: number; end: number; citation: number; verdict: string }[];
    };
    assert.equal(quotations.length, 1);
    const [{ start, end, citation, verdict }] = quotations as [(typeof quotations)[number]];
    assert.match(REPORT.slice(start, end), /^公文的版式.*执行。$/);
    assert.deepEqual(citations[citation]!.quote, { start, end });
    assert.equal(citations[citation]!.quoteVerdict, verdict);
  });

  it('says that a regulation is unknown with null', async () => {
    const { citations } = (await inspected('根据《某某市某某管理办法》第三条。')) as unknown as {
      citations: { regulation: unknown; verdict: string }[];
    };
    assert.deepEqual(
      citations.map(({ regulation, verdict }) => [regulation, verdict]),
      [[null, 'unverifiable']],
    );
  });

  it('reads every file, report or not', async () => {
    const { code, out } = await policydoc(folderWith({ 'a.md': CLEAN, 'n.md': NOTE }), ['inspect', '--format', 'json']);
    assert.deepEqual(
      (JSON.parse(out) as Output).files.map(({ file }) => file),
      ['a.md', 'n.md'],
    );
    assert.equal(code, 0);
  });

  it('keeps to JSON on standard output when a file is refused', async () => {
    const { code, out, err } = await policydoc(folderWith({ 'a.md': CLEAN, 'b.md': '\0' }), [
      'inspect',
      '--format',
      'json',
    ]);
    assert.deepEqual(
      (JSON.parse(out) as Output).files.map(({ file }) => file),
      ['a.md'],
    );
    assert.match(err, /^policydoc: b\.md：/);
    assert.equal(code, 2);
  });

  it('shows a person the outline, the placeholders and the citations', async () => {
    const { code, out } = await policydoc(folderWith({ 'a.md': REPORT }), ['inspect']);
    assert.equal(code, 0);
    // Whether a quotation is right is for the engine's tests to say.
    assert.equal(
      out.replace(/，引文.*$/gm, ''),
      `a.md
结构（5）
  关于公文办理情况的调研报告  (1:3)
    1 基本情况 [基本情况]  (2:1)
    2 存在的问题 [问题]  (4:1)
      一是 不规范  (5:1)
      二是 不及时  (6:1)
空缺（2）
  3:59  数字  asterisk          人  条至第三十一条，现有党员*人，{{干部数|人}}。
  3:62  数字  template  干部数  人  三十一条，现有党员*人，{{干部数|人}}。
简称（1）
  3:24  条例  中国共产党党和国家机关基层组织工作条例
法规引用（2）
  3:3  《中国共产党党和国家机关基层组织工作条例》（以下简称《条例》）第二十八条第一款、第二十九条至第三十一条  — 仅条文存在
      《中国共产党党和国家机关基层组织工作条例》 2019-12-27 现行
      其后所述：现有党员*人，{{干部数|人}}
  5:7  《条例》第三十三条  — 仅条文存在
      《中国共产党党和国家机关基层组织工作条例》 2019-12-27 现行
      引用：公文的版式按照《党政机关公文格式》国家标准执行。
`,
    );
  });
});
