import assert from 'node:assert/strict';
import { RULES } from '../../server/src/core/rules/index.js';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { byCause, type ReportFinding } from '../../server/src/cli/report/report.js';
import { html, plainMarkdown } from '../../server/src/review/escape.js';
import { numbered } from '../../server/src/review/page.js';
import { folderWith } from '../host/folder.js';
import { FLAWED, policydoc } from './harness.js';

/** A draft that would be HTML, Markdown, a link and a mention, if one let it. */
const HOSTILE = [
  '# <script>alert(1)</script>关于"合同" & <b>管理</b>的调研报告',
  '',
  '一、基本情况',
  '共有党员*人</p></div><img src=x onerror=alert(1)>，见 https://example.com/a?b&c 和 www.example.com，@someone #12 ![图](http://example.com/p.png)。',
  '根据《中华人民共和国民法典》第九千条</mark>`代码`**粗**，合同应当履行。&lt; &#60; \u202e反\u202c',
  '<style>*{display:none}</style>',
  '二、存在的问题',
  '一是[链接](javascript:alert(1))XX件。',
].join('\n');

type Node = Tree.Node;
type Element = Tree.Element;

const elements = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elements) : []),
];
const text = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';
const attr = (element: Element, name: string): string | undefined => element.attrs.find(it => it.name === name)?.value;
const withClass = (all: readonly Element[], name: string): Element[] =>
  all.filter(it => (attr(it, 'class') ?? '').split(' ').includes(name));

/** What stands in an element, without the numbers of notes. */
const words = (element: Element): string =>
  element.childNodes
    .filter(it => !('tagName' in it && it.tagName === 'a'))
    .map(text)
    .join('');
const trs = (all: readonly Element[]): Element[] => all.filter(it => it.tagName === 'tr');
/** What stands in the cells of a row, without its line. */
const cells = (tr: Element): string[] =>
  elements(tr)
    .filter(it => /^t[hd]$/.test(it.tagName) && attr(it, 'class') !== 'line')
    .map(words);

/** Parsed without a single complaint of the HTML standard. */
function sound(source: string): Element[] {
  const errors: string[] = [];
  const document = parse(source, {
    onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`),
  });
  assert.deepEqual(errors, []);
  return elements(document);
}

const sheetOf = async (draft: string, ...args: string[]): Promise<string> => {
  const { code, out, err } = await policydoc(folderWith({ 'a.md': draft }), ['review', 'a.md', ...args]);
  assert.deepEqual([code, err], [0, '']);
  return out;
};

const titleOf = (rule: string, locale: string): string => RULES.find(({ id }) => id === rule)!.title[locale as 'en'];

describe('policydoc review', () => {
  const samples = readdirSync('samples').filter(name => /\.(?:md|txt)$/.test(name));

  for (const locale of ['zh-CN', 'en']) {
    for (const sample of samples) {
      it(`shows of ${sample} the findings of check, each numbered once, in the text and beside it (${locale})`, async () => {
        const { out } = await policydoc(resolve('samples'), ['review', sample, '--locale', locale]);
        const checked = await policydoc(resolve('samples'), ['check', sample, '--format', 'json', '--locale', locale]);
        const { findings: each } = (JSON.parse(checked.out) as { files: { findings: ReportFinding[] }[] }).files[0]!;
        // One note a cause, beside the first of its findings, in the order of the text.
        const findings = byCause(each)
          .sort((a, b) => a.lead.start - b.lead.start || a.lead.end - b.lead.end)
          .map(({ lead, findings: all }) => ({
            ...lead,
            message: (all.length > 1 && lead.cause.message) || lead.message,
          }));
        const all = sound(out);
        assert.equal(attr(all.find(it => it.tagName === 'html')!, 'lang'), locale);
        const notes = withClass(all, 'note');
        assert.deepEqual(
          notes.map(it => attr(it, 'id')),
          findings.map((_, i) => `n${i + 1}`),
        );
        assert.deepEqual(
          withClass(all, 'ref').map(it => attr(it, 'id')),
          findings.map((_, i) => `r${i + 1}`),
        );
        notes.forEach((note, i) => {
          const { rule, message, severity } = findings[i]!;
          const said = text(note);
          assert.ok(
            said.includes(numbered(i + 1, locale as 'en')) &&
              said.includes(message) &&
              said.includes(titleOf(rule, locale)),
            said,
          );
          assert.ok(attr(note, 'class')!.split(' ').includes(severity));
        });
        // Beside the line it stands in.
        for (const row of withClass(all, 'row')) {
          const inside = elements(row);
          const lines = withClass(inside, 'line').map(it => Number(text(it)));
          for (const note of withClass(inside, 'note'))
            assert.ok(lines.includes(findings[Number(attr(note, 'id')!.slice(1)) - 1]!.startLine));
          for (const tr of trs(inside)) {
            const line = Number(text(withClass(elements(tr), 'line')[0]!));
            for (const ref of withClass(elements(tr), 'ref'))
              assert.equal(findings[Number(attr(ref, 'id')!.slice(1)) - 1]!.startLine, line);
          }
        }
      });
    }
  }

  for (const sample of ['02-问题文稿.md', '04-表格与命名空缺.md']) {
    it(`shows every line of ${sample} as it is, and every row of its tables`, async () => {
      const draft = readFileSync(`samples/${sample}`, 'utf8');
      const shown = withClass(sound(await sheetOf(draft)), 'row').flatMap((row): (string | string[])[] => {
        const inside = elements(row);
        const [line] = inside.filter(it => it.tagName === 'p');
        return line ? [words(line)] : trs(inside).map(cells);
      });
      const lines = draft.split('\n').filter(line => line !== '' && !/^\|[|:-]+$/.test(line));
      assert.deepEqual(
        shown,
        lines.map(line =>
          line.startsWith('|')
            ? line
                .split(/(?<!\\)\|/)
                .slice(1, -1)
                .map(cell => cell.trim().replaceAll('\\|', '|'))
            : line,
        ),
      );
    });
  }

  it('puts several drafts into one file: a list of them, then the sheet of each, which is the one it has alone', async () => {
    const folder = folderWith({
      '甲.md': FLAWED,
      '乙.md': HOSTILE,
      '丙.txt': '丙县调研报告\n\n一、基本情况\n共有党员*人。\n',
    });
    const names = ['甲.md', '乙.md', '丙.txt'];
    const run = async (...args: string[]): Promise<string> => (await policydoc(folder, ['review', ...args])).out;
    const out = await run(...names);
    const all = sound(out);
    const ids = all.flatMap(it => attr(it, 'id') ?? []);
    assert.equal(new Set(ids).size, ids.length, 'no id stands twice');
    for (const link of all.flatMap(it => attr(it, 'href') ?? [])) assert.ok(ids.includes(link.slice(1)), link);
    const articles = all.filter(it => it.tagName === 'article');
    assert.deepEqual(
      articles.map(it => attr(it, 'id')),
      ['d1-sheet', 'd2-sheet', 'd3-sheet'],
    );
    assert.deepEqual(
      trs(elements(withClass(all, 'drafts')[0]!)).map(row => cells(row).slice(-1)),
      [['空缺'], ['0'], ['2'], ['1']],
    );
    for (const [i, name] of names.entries()) {
      const alone = sound(await run(name));
      assert.equal(text(articles[i]!).trim(), text(alone.find(it => it.tagName === 'body')!).trim());
    }
    assert.equal(await run('甲.md'), await run('甲.md', '--format', 'html'));
    const markdown = await run(...names, '--format', 'markdown');
    assert.equal(markdown.match(/^# 文稿审核单：/gm)?.length, 3);
  });

  it('makes no file of several where one cannot be read, nor comments, nor over one of them', async () => {
    const folder = folderWith({ 'a.md': FLAWED, 'b.md': FLAWED });
    for (const [args, said] of [
      [['a.md', 'c.md', '-o', 'x.html'], /c\.md/],
      [['a.md', 'b.md', '-o', 'x.docx'], /一次只能指明一份文稿/],
      [['a.md', 'b.md', '-o', 'b.md'], /就是文稿本身/],
    ] as const) {
      const { code, err } = await policydoc(folder, ['review', ...args]);
      assert.equal(code, 2);
      assert.match(err, said);
    }
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'b.md']);
    const { out } = await policydoc(folder, ['review', 'a.md', 'b.md', '-o', 'x.html']);
    assert.match(out, /审核单已写好，文稿 2 份/);
  });

  it('draws a table as a table: its findings in their cells, its columns as its dashes say', async () => {
    const draft =
      '# 关于合同管理的调研报告\n\n一、基本情况\n\n> | 甲 | 乙 |\n> |:-:|--:|\n> | *人 | |\n\n丙 | 丁\n---|---\n1 \\| 2 | XX件\n3\n';
    const tables = withClass(sound(await sheetOf(draft)), 'drawn');
    assert.deepEqual(
      tables.map(table => trs(elements(table)).map(cells)),
      [
        [
          ['甲', '乙'],
          ['*人', ''],
        ],
        [
          ['丙', '丁'],
          ['1 | 2', 'XX件'],
          ['3', ''],
        ],
      ],
    );
    assert.deepEqual(
      tables.map(table =>
        elements(table)
          .filter(it => it.tagName === 'th')
          .map(it => attr(it, 'class')),
      ),
      [
        ['center', 'right'],
        ['left', 'left'],
      ],
    );
    const marked = tables.flatMap(table =>
      withClass(elements(table), 'ref').map(ref => words(ref.parentNode as Element)),
    );
    assert.deepEqual(marked, ['*人', 'XX件']);
    const wide = withClass(
      sound(await sheetOf(`# 调研报告\n\n|${'列|'.repeat(9)}\n|${'-|'.repeat(9)}\n|${'*|'.repeat(9)}\n`)),
      'wide',
    );
    assert.equal(wide.length, 1);
  });

  it('needs nothing but itself: no script, no address, no style of an element, and a policy that says so', async () => {
    for (const draft of [readFileSync('samples/02-问题文稿.md', 'utf8'), HOSTILE]) {
      const source = await sheetOf(draft);
      const all = sound(source);
      const NAMES = [
        'html',
        'head',
        'meta',
        'title',
        'style',
        'body',
        'header',
        'main',
        'section',
        'h1',
        'h2',
        'p',
        'span',
        'code',
        'table',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'svg',
        'rect',
        'div',
        'mark',
        'a',
        'ol',
        'ul',
        'li',
        'b',
        'i',
        'br',
        'small',
      ];
      assert.deepEqual(
        [...new Set(all.map(it => it.tagName))].filter(name => !NAMES.includes(name)),
        [],
      );
      assert.equal(all.filter(it => it.tagName === 'style').length, 1);
      for (const { attrs } of all) {
        for (const { name, value } of attrs) {
          assert.doesNotMatch(name, /^(?:on|src|style|action|data|xlink)/);
          if (name === 'href') assert.match(value, /^#[rn]\d+$/);
        }
      }
      assert.doesNotMatch(text(all.find(it => it.tagName === 'style')!), /url\(|@import|</);
      const policy = all.find(it => attr(it, 'http-equiv') === 'Content-Security-Policy')!;
      assert.equal(attr(policy, 'content'), "default-src 'none'; style-src 'unsafe-inline'");
    }
  });

  it('lets no word of the draft become HTML or move what is shown', async () => {
    const source = await sheetOf(HOSTILE);
    const rows = withClass(sound(source), 'row').map(text);
    assert.ok(rows[0]!.includes('<script>alert(1)</script>关于"合同" & <b>管理</b>'));
    assert.ok(rows.some(row => row.includes('&lt; &#60;')));
    assert.doesNotMatch(source, /[\u202a-\u202e\u2066-\u2069]/);
    assert.equal(
      text(parseFragment(html`<p title="${'"\'<>&'}">${['<', ['&amp;', html`<b>${'>'}</b>`]]}</p>`.source)),
      '<&amp;>',
    );
  });

  it('lets no word of the draft become Markdown', async () => {
    const source = await sheetOf(HOSTILE, '--format', 'markdown');
    const kinds = new Set<string>();
    const walk = (node: { type: string; value?: string; children?: unknown[] }): void => {
      kinds.add(node.type);
      if (node.type === 'html') assert.equal(node.value, '<!-- policydoc review -->');
      if (node.type === 'strong') assert.match(JSON.stringify(node), /发现问题/);
      if (node.type === 'inlineCode') assert.match(node.value!, /^[a-z-]+$/);
      for (const child of node.children ?? []) walk(child as typeof node);
    };
    walk(unified().use(remarkParse).use(remarkGfm).parse(source));
    for (const kind of [
      'link',
      'image',
      'emphasis',
      'delete',
      'linkReference',
      'imageReference',
      'definition',
      'thematicBreak',
      'code',
      'blockquote',
    ])
      assert.ok(!kinds.has(kind), kind);
    assert.equal(plainMarkdown('1.25%，582 ÷ 600'), '1.25%，582 ÷ 600');
    for (const start of ['1. a', '- a', '+ a', '> a', '# a', '  2) a', '* a', '    a']) {
      const [item] = (
        unified()
          .use(remarkParse)
          .use(remarkGfm)
          .parse(`- ${plainMarkdown(start)}`).children[0] as unknown as { children: { children: { type: string }[] }[] }
      ).children;
      assert.deepEqual(
        item!.children.map(({ type }) => type).filter(type => type !== 'code'),
        start.startsWith('    ') ? [] : ['paragraph'],
        start,
      );
    }
  });

  it('says as Markdown what the sheet says, short enough for a comment', async () => {
    const out = await sheetOf(FLAWED, '--format', 'markdown', '--locale', 'en');
    assert.match(out, /^<!-- policydoc review -->\n\n# Review sheet: 关于合同管理的调研报告\n/);
    assert.match(out, /\| \[1\] +\| 4:\d+ +\| ✕ error \|/);
    assert.match(out, /\n## Not checked; for a person to look at\n\n- /);
    const long = await sheetOf(
      `一、基本情况\n${'党员*人，根据《中华人民共和国民法典》第九千条。\n'.repeat(3000)}`,
      '--format',
      'markdown',
    );
    assert.ok(long.length < 65_536);
    assert.match(long, /\n另有 \d+ 行未列出。\n/);
  });

  it('lists on request, line by line, the figures compared with no other', async () => {
    const draft = '一、基本情况\n全镇共有党员86人，其中35岁以下12人，女党员31人。\n共有支部9个，其中机关支部2个。\n';
    const said = '未与其他数字核对的数字 5 个：第 2 行86人、12人、31人；第 3 行9个、2个';
    assert.ok(text(parse(await sheetOf(draft, '--uncompared'))).includes(said));
    assert.ok((await sheetOf(draft, '--uncompared', '--format', 'markdown')).includes(said));
    assert.ok(!(await sheetOf(draft)).includes('未与其他数字核对'));
  });

  it('never shows as sound what was not checked', async () => {
    const all = sound(
      await sheetOf(
        '一、基本情况\n现有干部85人，其中男40人，女*人。86个单位中，甲类18个，乙类41个，丙类27个。根据《云澜市某某条例》第三条办理。\n',
      ),
    );
    const cells = all.filter(it => it.tagName === 'tr' && /unverifiable|open/.test(attr(it, 'class') ?? '')).map(text);
    assert.ok(cells.length >= 2, String(cells));
    for (const cell of cells) assert.doesNotMatch(cell, /✓|＝/);
    assert.match(text(all.find(it => attr(it, 'id') === 'unchecked')!), /法规数据之外的引用 1 处/);
  });

  const LONG: Readonly<Record<string, (size: number) => string>> = {
    paragraphs: size => '党员*人，其中男XX人，根据《中华人民共和国民法典》第九千条。\n\n'.repeat(size),
    'a long row': size => `|${'*人|'.repeat(size / 2)}\n|${'-|'.repeat(size / 2)}\n`,
    'a long row above short ones': size => `|${'甲|'.repeat(size)}\n|${'-|'.repeat(size)}\n${'|*人|\n'.repeat(size)}`,
  };
  for (const [name, of] of Object.entries(LONG))
    it(`costs no more than the text and its findings: ${name}`, async () => {
      const time = async (lines: number): Promise<number> => {
        const folder = folderWith({ 'a.md': `一、基本情况\n\n${of(lines)}` });
        const start = performance.now();
        await policydoc(folder, ['review', 'a.md', '-o', 'a.html']);
        return performance.now() - start;
      };
      await time(200);
      const [short, long] = [await time(500), await time(4000)];
      assert.ok(long < 8 * short * 4 + 500, `${short} ms, eight times as long: ${long} ms`);
    });

  describe('writes', () => {
    it('the file it is told, by the format of its name, and the same bytes each time', async () => {
      const folder = folderWith({ 'a.md': FLAWED });
      const first = await policydoc(folder, ['review', 'a.md', '-o', 'sheet.html']);
      assert.deepEqual([first.code, first.out, first.err], [0, 'sheet.html：审核单已写好，批注 1 条。\n', '']);
      const bytes = readFileSync(join(folder, 'sheet.html'), 'utf8');
      assert.equal(bytes, (await policydoc(folder, ['review', 'a.md'])).out);
      // A sheet may be made anew.
      assert.equal((await policydoc(folder, ['review', 'a.md', '-o', 'sheet.html'])).code, 0);
      assert.equal(readFileSync(join(folder, 'sheet.html'), 'utf8'), bytes);
      for (let i = 0; i < 2; i++)
        assert.equal(
          (await policydoc(folder, ['review', '-', '--stdin-filename', 'b.md', '-o', 'b.review.md'], { stdin: FLAWED }))
            .code,
          0,
        );
      assert.match(readFileSync(join(folder, 'b.review.md'), 'utf8'), /^<!-- policydoc review -->/);
      assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'b.review.md', 'sheet.html']);
    });

    const REFUSED: readonly (readonly [string, readonly string[], RegExp])[] = [
      ['onto the draft', ['a.md', '-o', './a.md'], /文稿本身/],
      ['onto what is no sheet', ['a.md', '-o', 'other.md'], /other\.md 已存在/],
      ['into a folder there is not', ['a.md', '-o', 'no/sheet.html'], /no\/sheet\.html：/],
      ['of a folder', ['.', '-o', 'sheet.html'], /直接指明一份文稿/],
      ['of no file', ['no.md', '-o', 'sheet.html'], /no\.md：/],
      ['of nothing', ['-o', 'sheet.html'], /缺少参数/],
      ['in a format there is not', ['a.md', '--format', 'pdf'], /--format/],
      ['in a language there is not', ['a.md', '--locale', 'fr'], /--locale/],
    ];
    for (const [name, args, said] of REFUSED) {
      it(`nothing ${name}`, async () => {
        const folder = folderWith({ 'a.md': FLAWED, 'other.md': '# 另一份\n' });
        const { code, out, err } = await policydoc(folder, ['review', ...args]);
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, said);
        assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'other.md']);
        assert.deepEqual(
          [readFileSync(join(folder, 'a.md'), 'utf8'), readFileSync(join(folder, 'other.md'), 'utf8')],
          [FLAWED, '# 另一份\n'],
        );
      });
    }

    it('nothing of a draft that the configuration ignores, nor with a configuration that is broken', async () => {
      const folder = folderWith({ 'a.md': FLAWED, 'policydoc.config.json': '{"ignore": ["a.md"]}' });
      assert.equal((await policydoc(folder, ['review', 'a.md', '-o', 's.html'])).code, 2);
      writeFileSync(join(folder, 'policydoc.config.json'), '{"rules": 1}');
      assert.equal((await policydoc(folder, ['review', 'a.md', '-o', 's.html'])).code, 2);
      assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'policydoc.config.json']);
      assert.equal((await policydoc(folder, ['review', 'a.md', '-o', 's.html', '--no-config'])).code, 0);
    });

    it('no path of this machine, where a draft was named by one: neither a sheet nor a table of its blanks', async () => {
      const [folder, cwd] = [folderWith({ '稿.md': `${FLAWED}\n共有党员*人。\n` }), folderWith({})];
      const named = join(folder, '稿.md');
      await policydoc(cwd, ['review', named, '-o', 's.html']);
      await policydoc(cwd, ['review', named, '-o', 's.md']);
      await policydoc(cwd, ['data', 'export', named, '-o', 's.csv']);
      assert.deepEqual(readdirSync(cwd).sort(), ['s.csv', 's.html', 's.md']);
      for (const file of readdirSync(cwd)) {
        const written = readFileSync(join(cwd, file), 'utf8');
        assert.ok(written.includes('稿.md') && !written.includes(folder.split(sep).at(-1)!), file);
      }
    });
  });
});
