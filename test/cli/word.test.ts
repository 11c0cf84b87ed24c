import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { readWord } from '../../server/src/word/read.js';
import { corpus } from '../harness/corpus.js';
import { field, p, partsOf, r, textBox, U, word } from '../harness/word.js';
import { folderWith, put } from '../host/folder.js';
import { COLUMNS } from '../../server/src/host/sheets/table.js';
import { everything } from '../word/everything.js';
import { policydoc } from './harness.js';

interface Found {
  readonly rule: string;
  readonly message: string;
  readonly excerpt: { readonly line: string };
  readonly startLine: number;
  readonly place?: { readonly said: string };
}

async function findings(folder: string, file: string): Promise<Found[]> {
  const { out, err } = await policydoc(folder, ['check', file, '--format', 'json']);
  assert.equal(err, '');
  return (JSON.parse(out) as { files: { findings: Found[] }[] }).files.flatMap(file => file.findings);
}

const DRAFT =
  p('关于示例市工作情况的调研报告') + p(`${r('共')}${r('    ', U)}${r('家，《中华人民共和国行政处罚法》第九百条。')}`);

describe('check of Word documents', () => {
  it('says where a person finds a finding, and what was not read', async () => {
    const folder = folderWith({ 'a.docx': await word({ body: DRAFT, header: p('内部') }) });
    const { code, out, err } = await policydoc(folder, ['check', 'a.docx']);
    assert.equal(err, '');
    assert.equal(code, 1);
    assert.match(out, /第2段 {2}家数（家） {2}共＿＿＿＿家/);
    assert.match(out, /a\.docx：未检查：页眉页脚1处。/);
    assert.doesNotMatch(out, /\d:\d/);
  });

  it('says it in JSON as the schema has it, and in the other formats', async () => {
    const folder = folderWith({ 'a.docx': await everything() });
    const { out } = await policydoc(folder, ['check', 'a.docx', '--format', 'json', '--final']);
    const report = JSON.parse(out) as {
      files: { word: { said: string[] }; findings: Found[] }[];
      final: { notChecked: string[] };
    };
    const ajv = new Ajv.default({ strict: false });
    const validate = ajv.compile(JSON.parse(readFileSync('server/report.schema.json', 'utf8')) as object);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.ok(report.files[0]!.findings.every(({ place }) => place));
    assert.ok(report.files[0]!.word.said.length > 0);
    assert.ok(report.final.notChecked.some(item => item.includes('标色文字')));
    for (const format of ['markdown', 'sarif', 'github', 'gitlab', 'junit']) {
      const run = await policydoc(folder, ['check', 'a.docx', '--format', format]);
      assert.equal(run.err, '');
      assert.ok(run.code < 2);
      if (format === 'markdown') assert.match(run.out, /表1第2行第1列/);
    }
  });

  it('reads them in folders, from lists and from standard input; old ones are named, locks are not seen', async () => {
    const bytes = await word(DRAFT);
    const folder = folderWith({
      'a.docx': bytes,
      '~$a.docx': 'x',
      'b/c.docm': bytes,
      'd.doc': 'x',
      'e.wps': 'x',
      list: 'a.docx\nd.doc\n~$a.docx\n',
    });
    const { code, out, err } = await policydoc(folder, ['check', '.']);
    assert.equal(code, 1);
    assert.match(out, /共检查 2 个文件/);
    assert.match(err, /2 个文件是旧格式（\.doc、\.wps），未检查：d\.doc、e\.wps；/);
    assert.doesNotMatch(err, /~\$/);
    const listed = await policydoc(folder, ['check', '--files-from', 'list']);
    assert.match(listed.out, /共检查 1 个文件/);
    assert.match(listed.err, /1 个文件是旧格式.*d\.doc/);
    const piped = await policydoc(folder, ['check', '-'], { stdin: bytes });
    assert.match(piped.out, /第2段/);
  });

  it('is the same with a cache, in shards and with a baseline', async () => {
    const bytes = await everything();
    const folder = folderWith({ 'a.docx': bytes, 'b.docx': bytes });
    const env = { XDG_CACHE_HOME: folderWith({}) };
    const check = (...more: string[]) =>
      policydoc(folder, ['check', '--all', '--format', 'json', '.', ...more], { env });
    const { out } = await check();
    assert.equal((await check('--cache')).out, out);
    assert.equal((await check('--cache')).out, out);
    for (const i of [1, 2]) await check('--shard', `${i}/2`, '--output-file', `${i}.json`);
    assert.equal((await policydoc(folder, ['merge', '1.json', '2.json', '--format', 'json'])).out, out);
    await check('--baseline', 'base.json', '--update-baseline');
    assert.equal(
      (JSON.parse((await check('--baseline', 'base.json')).out) as { summary: { warnings: number } }).summary.warnings,
      0,
    );
  });

  it('does not rewrite them', async () => {
    const bytes = await word(DRAFT);
    const folder = folderWith({ 'a.docx': bytes });
    const { code, err } = await policydoc(folder, ['check', 'a.docx', '--fix']);
    assert.equal(code, 2);
    assert.match(err, /不能用 --fix 改写/);
    assert.deepEqual(readFileSync(join(folder, 'a.docx')), Buffer.from(bytes));
  });

  it('refuses what is none, with the way out, and reads a page of the web as the text it is', async () => {
    const folder = folderWith({
      'a.docx': '<html>',
      'b.md': '{\\rtf1',
      'c.docx': '关于甲的调研报告',
      'd.md': '<html>共XX人</html>',
    });
    const { code, err } = await policydoc(folder, ['check', 'a.docx', 'b.md', 'c.docx', 'd.md']);
    assert.equal(code, 2);
    assert.match(err, /a\.docx：是网页/);
    assert.match(err, /b\.md：是 RTF/);
    assert.match(err, /c\.docx：不是 \.docx 文档/);
    assert.doesNotMatch(err, /d\.md/);
  });

  it('heeds what its writer silenced in a comment of Word', async () => {
    const remark = (said: string) => ({
      body: p('关于示例市工作情况的调研报告') + p(`${r('共XX家。')}<w:r><w:commentReference w:id="1"/></w:r>`),
      comments: `<w:comment w:id="1" w:author="张">${p(said)}</w:comment>`,
    });
    const folder = folderWith({
      'a.docx': await word(remark('policydoc-ignore placeholder-unfilled -- 年底才有')),
      'b.docx': await word(remark('请核实')),
    });
    const rules = async (file: string) => (await findings(folder, file)).map(({ rule }) => rule);
    assert.ok(!(await rules('a.docx')).includes('placeholder-unfilled'));
    assert.ok((await rules('b.docx')).includes('placeholder-unfilled'));
  });

  it('lists citations where a person finds them', async () => {
    const folder = folderWith({ 'a.docx': await word(DRAFT) });
    assert.match((await policydoc(folder, ['citations', 'a.docx'])).out, /\| 第2段 +\| /);
  });

  it('inspects them and lists their citations and blanks', async () => {
    const folder = folderWith({ 'a.docx': await everything() });
    for (const args of [
      ['inspect', 'a.docx'],
      ['citations', 'a.docx'],
      ['data', 'export', 'a.docx', '-o', 'd.csv'],
    ]) {
      const { code, err } = await policydoc(folder, args);
      assert.equal(err, '');
      assert.equal(code, 0);
    }
  });
});

/** What a person would be told, whichever file it was written in. Lines have numbers in a text file alone. */
const told = (all: readonly Found[]): string[] =>
  all.map(({ rule, message }) => `${rule}: ${message.replace(/第\d+行/g, '第…行')}`).sort();

describe('law 3: a draft says the same as Markdown, as Word, and converted back:', () => {
  const texts = new Map(readdirSync('samples').map(name => [name, readFileSync(`samples/${name}`, 'utf8')]));
  /** What Word cannot hold: front matter, but for the date and who signs, and what was silenced. */
  const held = (text: string): string => text.replace(/^---\n[^]*?\n---\n/, '').replace(/^<!--.*-->\n/gm, '');
  for (const [name, text] of texts) {
    it(name, async () => {
      const draft = held(text);
      const folder = folderWith({ [name]: draft });
      assert.equal((await policydoc(folder, ['export', name, '-o', 'a.docx'])).code, 0);
      assert.equal((await policydoc(folder, ['convert', 'a.docx', '-o', 'b.md'])).code, 0);
      const own = told(await findings(folder, name));
      assert.deepEqual(told(await findings(folder, 'a.docx')), own);
      assert.deepEqual(told(await findings(folder, 'b.md')), own);
      // The sheet, and the comments.
      const { out } = await policydoc(folder, ['review', 'a.docx', '--format', 'markdown']);
      const sheet = await policydoc(folder, ['review', 'b.md', '--format', 'markdown']);
      const notes = (page: string): number => [...page.matchAll(/^\d+\. /gm)].length;
      assert.equal(notes(out), notes(sheet.out));
      await policydoc(folder, ['review', 'a.docx', '-o', 'c.docx']);
      const comments = (await partsOf(readFileSync(join(folder, 'c.docx')))).get('word/comments.xml')!;
      // One for each thing at fault, and one at the head, which says how many findings they are for.
      const [, all, remarks = all] = /共发现问题(\d+)个(?:，合并为批注(\d+)条)?/.exec(comments)!;
      assert.equal(Number(all), own.length);
      assert.equal([...comments.matchAll(/<w:comment /g)].length, Number(remarks) + 1);
    });
  }

  it('twenty reports of the corpus', async () => {
    const reports = [...corpus(20)].map(
      ([name, { text }]) => [`${basename(name).replace(/\.\w+$/, '')}.md`, held(text)] as const,
    );
    const folder = folderWith(Object.fromEntries(reports));
    let compared = 0;
    for (const [name] of reports) {
      const run = await policydoc(folder, ['export', name, '-o', 'a.docx', '--force']);
      if (run.code !== 0) continue;
      await policydoc(folder, ['convert', 'a.docx', '-o', `${name}.back.md`]);
      assert.deepEqual(told(await findings(folder, 'a.docx')), told(await findings(folder, `${name}.back.md`)));
      compared++;
    }
    assert.ok(compared > 15);
  });
});

describe('review of a Word document', () => {
  it('writes comments into a copy, again into the same, and into nothing else', async () => {
    const bytes = await everything();
    const other = await word(DRAFT);
    const folder = folderWith({ 'a.docx': bytes, 'b.docx': other, 'n.md': '关于甲的调研报告\n' });
    const review = (...args: string[]) => policydoc(folder, ['review', ...args]);
    const first = await review('a.docx', '-o', 'out.docx');
    assert.deepEqual([first.code, first.err], [0, '']);
    const written = readFileSync(join(folder, 'out.docx'));
    assert.equal((await review('out.docx', '-o', 'out2.docx')).code, 0);
    assert.deepEqual(readFileSync(join(folder, 'out2.docx')), written);
    assert.equal((await review('a.docx', '-o', 'out.docx')).code, 0);
    for (const [args, reason] of [
      [['a.docx', '-o', 'a.docx'], /就是文稿本身/],
      [['a.docx', '-o', 'b.docx'], /没有本工具的批注，未覆盖/],
      [['n.md', '-o', 'c.docx'], /只有 Word 文稿/],
      [['a.docx', '-o', 'c.docm'], /须与文稿同为 \.docx/],
    ] as const) {
      const { code, err } = await review(...args);
      assert.equal(code, 2);
      assert.match(err, reason);
    }
    assert.deepEqual(readFileSync(join(folder, 'a.docx')), Buffer.from(bytes));
    assert.deepEqual(readFileSync(join(folder, 'b.docx')), Buffer.from(other));
    assert.ok(!existsSync(join(folder, 'c.docx')) && !existsSync(join(folder, 'c.docm')));
  });

  it('says in each comment what is wrong, why and what there is to choose, and at the head what was not checked', async () => {
    const folder = folderWith({
      'a.docx': await word({
        body: DRAFT + p('《优化营商环境条例》第四章第五十四条规定了，《优化营商坏境条例》第三十五条规定了。'),
        header: p('内部'),
      }),
    });
    await policydoc(folder, ['review', 'a.docx', '-o', 'b.docx']);
    const comments = (await partsOf(readFileSync(join(folder, 'b.docx')))).get('word/comments.xml')!;
    assert.match(comments, /共发现问题\d+个/);
    assert.match(comments, /· 未检查：页眉页脚1处。/);
    assert.match(comments, /【错误】.*（规则 citation-misplaced）/);
    assert.match(comments, /可选（请先核实）：/);
    assert.doesNotMatch(comments, /w:date=/);
  });
});

describe('data fill of a Word document', () => {
  async function filled(bytes: Uint8Array, valueFor: (key: string, i: number) => string, ...args: string[]) {
    const folder = folderWith({ 'a.docx': bytes });
    await policydoc(folder, ['data', 'export', 'a.docx', '-o', 'd.csv']);
    const rows = parse(readFileSync(join(folder, 'd.csv')), { bom: true }) as string[][];
    const [key, value] = (['key', 'value'] as const).map(name => COLUMNS.indexOf(name)) as [number, number];
    rows.slice(1).forEach((row, i) => (row[value] = valueFor(row[key]!, i)));
    put(folder, { 'd.csv': stringify(rows) });
    const run = await policydoc(folder, ['data', 'fill', 'a.docx', '--data', 'd.csv', ...args]);
    return { folder, run };
  }
  const BODY =
    p(`${r('共')}${r('    ', U)}${r('家，')}${r('XX', '<w:b/>')}${r('人。')}`) + p(textBox(p('占XX%')) + r('见框。'));

  it('puts every value where its blank was', async () => {
    const { folder, run } = await filled(await word(BODY), (_, i) => `${40 + i}`, '-o', 'b.docx');
    assert.deepEqual([run.code, run.err], [0, '']);
    const { text } = await readWord(readFileSync(join(folder, 'b.docx')));
    assert.match(text, /共40家，41人。\n\n见框。\n\n占42%/);
    const xml = (await partsOf(readFileSync(join(folder, 'b.docx')))).get('word/document.xml')!;
    assert.match(xml, /<w:rPr><w:u w:val="single"\/><\/w:rPr><w:t xml:space="preserve">40<\/w:t>/);
    assert.match(xml, /<w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">41<\/w:t>/);
  });

  it('says of those left blank where they stand', async () => {
    const { run } = await filled(await word(BODY), (_, i) => (i === 1 ? '' : '4'), '--in-place');
    assert.equal(run.code, 1);
    assert.match(run.out, /尚有 1 处空缺：\n {2}第1段 /);
  });

  it('puts in none where one cannot be, and says why', async () => {
    const bytes = await word(BODY + p(`${r('占')}${field('FORMTEXT', r('   '))}${r('%')}`));
    const { folder, run } = await filled(bytes, () => '4', '--in-place');
    assert.equal(run.code, 2);
    assert.match(run.err, /“＿＿＿＿”是域，不能填写；请先在 Word 中按 Ctrl\+Shift\+F9/);
    assert.deepEqual(readFileSync(join(folder, 'a.docx')), Buffer.from(bytes));
  });

  it('does not give a document with other content another ending', async () => {
    const { folder, run } = await filled(await word(BODY), () => '4', '-o', 'b.md');
    assert.equal(run.code, 2);
    assert.match(run.err, /须与原文稿同为 \.docx/);
    assert.ok(!existsSync(join(folder, 'b.md')));
  });
});

describe('convert', () => {
  it('prints what check reads, says what is left behind, and overwrites nothing', async () => {
    const folder = folderWith({ 'a.docx': await everything(), 'b.md': '甲', 'c.md': '乙' });
    const { code, out, err } = await policydoc(folder, ['convert', 'a.docx']);
    assert.equal(code, 0);
    assert.equal(out, (await readWord(await everything())).text);
    assert.match(err, /版式、字体、图片/);
    assert.equal((await policydoc(folder, ['convert', 'a.docx', '-o', 'b.md'])).code, 2);
    assert.equal(readFileSync(join(folder, 'b.md'), 'utf8'), '甲');
    const text = await policydoc(folder, ['convert', 'c.md']);
    assert.equal(text.code, 2);
    assert.match(text.err, /不是 Word 文稿/);
  });
});

describe('export', () => {
  const TEXT =
    '---\ntitle: 题\ndate: 2026-09-01\nauthor: 示例局\n---\n\n# 关于示例的调研报告\n\n## 一、基本情况\n\n共XX家[^1]，**重点**是“甲”。\n\n表1　情况\n\n| 区 | 数 |\n|---|---|\n| 甲 | 1\\|2 |\n\n（一）加强领导。要加强。\n\n<!-- policydoc-ignore placeholder-unfilled -- 不印 -->\n[^1]: 注文。\n';

  it('writes a document in the form of GB/T 9704, the same every time', async () => {
    const folder = folderWith({ 'a.md': TEXT });
    for (const out of ['a.docx', 'b.docx']) {
      const { code, err } = await policydoc(folder, ['export', 'a.md', '-o', out]);
      assert.equal(code, 0);
      assert.match(err, /尚有空缺 1 处（已标黄）/);
    }
    const bytes = readFileSync(join(folder, 'a.docx'));
    assert.deepEqual(readFileSync(join(folder, 'b.docx')), bytes);
    const parts = await partsOf(bytes);
    const xml = parts.get('word/document.xml')!;
    assert.match(xml, /<w:pStyle w:val="Title"\/>/);
    assert.match(xml, /<w:pStyle w:val="Heading1"\/>/);
    assert.match(xml, /<w:highlight w:val="yellow"\/><\/w:rPr><w:t xml:space="preserve">XX/);
    assert.match(xml, /<w:b\/><\/w:rPr><w:t xml:space="preserve">重点/);
    assert.match(xml, /w:rStyle w:val="Lead2"/);
    assert.match(xml, /<w:footnoteReference w:id="1"\/>/);
    assert.match(xml, /（示例局　2026-09-01）/);
    assert.match(xml, /w:w="11906" w:h="16838"/);
    assert.doesNotMatch(xml, /policydoc-ignore|\\\||\*\*/);
    assert.doesNotMatch([...parts.values()].join(''), /dcterms|20\d\d-\d\d-\d\dT/);
  });

  it('refuses the version to be published while something is left, and other people’s files', async () => {
    const folder = folderWith({
      'a.md': TEXT,
      'b.docx': 'x',
      'c.md': '# 关于示例的调研报告\n\n## 一、基本情况\n\n好。\n',
    });
    const run = (...args: string[]) => policydoc(folder, ['export', ...args]);
    const final = await run('a.md', '-o', 'a.docx', '--final');
    assert.equal(final.code, 1);
    assert.match(final.err, /尚有空缺 1 处/);
    assert.equal((await run('a.md', '-o', 'b.docx')).code, 2);
    assert.equal((await run('a.md', '-o', 'a.doc')).code, 2);
    assert.equal((await run('.', '-o', 'a.docx')).code, 2);
    assert.ok(!existsSync(join(folder, 'a.docx')));
    assert.equal((await run('c.md', '-o', 'a.docx', '--final')).code, 0);
    assert.ok(statSync(join(folder, 'a.docx')).size > 1000);
    assert.equal((await run('a.docx', '-o', 'd.docx')).code, 2);
  });

  it('gives a 公文 its red head, number and imprint only when asked', async () => {
    const folder = folderWith({ 'a.md': TEXT });
    await policydoc(folder, ['export', 'a.md', '-o', 'a.docx', '--style', 'gongwen']);
    const xml = (await partsOf(readFileSync(join(folder, 'a.docx')))).get('word/document.xml')!;
    for (const style of ['RedHead', 'DocumentNumber', 'RedLine', 'Imprint'])
      assert.match(xml, new RegExp(`"${style}"`));
  });
});

describe('the nasty documents of ../shared/word', () => {
  const NASTY = '../shared/word/nasty';
  before(function () {
    // They are not part of the repository.
    if (!existsSync(NASTY)) this.skip();
  });
  const REFUSED: Readonly<Record<string, RegExp>> = {
    'nasty-bomb.docx': /压缩炸弹/,
    'nasty-deep.docx': /嵌套过深/,
    'nasty-everything.doc': /旧格式/,
    'nasty-xxe.docx': /DTD/,
    'truncated.docx': /不是 \.docx 文档，或文件已损坏/,
  };
  for (const [name, reason] of Object.entries(REFUSED)) {
    it(`${name} is refused, in little time and memory`, async () => {
      const before = process.memoryUsage.rss();
      const start = process.cpuUsage();
      const { code, err } = await policydoc(NASTY, ['check', name]);
      const { user, system } = process.cpuUsage(start);
      assert.equal(code, 2);
      assert.match(err, reason);
      assert.ok(user + system < 5_000_000, `${user + system} µs`);
      assert.ok(process.memoryUsage.rss() - before < 300_000_000);
    });
  }
  const COUNTS: Readonly<Record<string, number>> = {
    'nasty-everything.docx': 24,
    'nasty-strict-prefix.docx': 24,
    'numbers-broken.docx': 3,
    'nasty-remote.docx': 1,
  };
  for (const [name, count] of Object.entries(COUNTS)) {
    it(`${name} has its ${count} findings`, async () => assert.equal((await findings(NASTY, name)).length, count));
  }
  it('one that LibreOffice wrote anew says the same', async () => {
    assert.deepEqual(told(await findings(NASTY, 'lo-roundtrip.docx')), told(await findings(NASTY, 'exported-02.docx')));
  });
});
