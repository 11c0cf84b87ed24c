import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { marks } from '../../server/src/features/grouping.js';
import { printed } from '../../server/src/features/printed.js';
import { draftOf } from '../../server/src/host/drafts.js';
import { readCsv } from '../../server/src/host/sheets/csv.js';
import { readXlsx } from '../../server/src/host/sheets/xlsx.js';
import { analyze, DEFAULT_SETTINGS, loadIndex, type Analysis } from '../../server/src/index.js';
import { exported } from '../../server/src/word/export/write.js';
import { readWord } from '../../server/src/word/read.js';
import { policydoc } from '../cli/harness.js';
import { corpus } from '../harness/corpus.js';
import { p, partsOf, r, word } from '../harness/word.js';
import { everything } from '../word/everything.js';
import { inChromium, inFirefox, type Tab } from './browsers.js';

/*
 * The page as a reader has it: one file, opened from the disk, in Chromium and in Firefox, without a network. What it finds
 * is what the command line finds. Pictures are left in PAGE_SHOTS when that names a folder, to be looked at.
 */

const PAGE = pathToFileURL(resolve('page/dist/policydoc.html')).href;
const REAL = resolve('../shared/cases/党务干部调研报告.txt');
const SHOTS = process.env['PAGE_SHOTS'];
/** Milliseconds until the first findings of a draft, and between a key and the findings of the text with it. */
const [OPENING, KEY] = [1500, 100];

const index = loadIndex(resolve('server/data'));
const CHECKED = 'document.body.dataset.state === "checked"';
const js = (value: unknown): string => JSON.stringify(value);

/** Until an expression is true in the page. */
async function until(tab: Tab, expression: string, limit = 10_000): Promise<void> {
  for (const end = Date.now() + limit; !(await tab.value<boolean>(`Boolean(${expression})`)); await sleep(20))
    if (Date.now() > end)
      throw new Error(`never true: ${expression}\n${await tab.value('document.body.innerText.slice(0, 2000)')}`);
}

const click = (tab: Tab, selector: string): Promise<unknown> =>
  tab.value(`(document.querySelector(${js(selector)}).click(), 1)`);
const words = (tab: Tab, selector: string): Promise<string[]> =>
  tab.value(`[...document.querySelectorAll(${js(selector)})].map(element => element.textContent)`);
const text = (tab: Tab): Promise<string> =>
  tab.value('document.querySelector(".cm-content").cmTile.view.state.doc.toString()');

/** Drops files on the page, on the field for drafts or that for regulations. */
async function drop(tab: Tab, files: Readonly<Record<string, string | Uint8Array>>, field = 'draft'): Promise<void> {
  const all = Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString('base64')]);
  await tab.value(`(() => {
    const data = new DataTransfer();
    for (const [name, content] of ${js(all)})
      data.items.add(new File([Uint8Array.from(atob(content), letter => letter.charCodeAt(0))], name));
    const drag = (type, target) => target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    drag('dragenter', document.body);
    drag('drop', document.querySelector('[data-drop=${field}]'));
    return 1;
  })()`);
}

/** Opens a draft and waits for its findings. */
async function check(tab: Tab, name: string, content: string | Uint8Array): Promise<void> {
  await tab.value('(document.body.dataset.state = "", 1)');
  await drop(tab, { [name]: content });
  await until(tab, `${CHECKED} && document.getElementById('name').textContent === ${js(name)}`);
}

/** The list of findings as it is to be. */
const listed = ({ findings, model }: Analysis): string[] =>
  (['error', 'warning', 'info'] as const).flatMap(severity =>
    marks(findings)
      .filter(mark => mark.isListed && mark.finding.severity === severity)
      .map(({ finding, message }) => `${message['zh-CN']}第 ${model.lines.at(finding.start).line} 行`),
  );
const analysed = (content: string): Analysis => analyze(content, { index, settings: DEFAULT_SETTINGS });
const shown = (tab: Tab): Promise<string[]> =>
  tab.value(`[...document.querySelectorAll('#list-findings summary')].map(it =>
    it.querySelector('.words').textContent + it.querySelector('.line').textContent)`);

/** What the command line says of files in a folder of their own. */
async function onCommandLine(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'policydoc-page-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await policydoc(folder, args);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FLAWED = `# 关于合同管理的调研报告

## 一、基本情况

全市现有党员XX人，干部{{干部数|人}}。依据《中华人民共和国民法典》第九千条，合同应当履行。

## 二、存在的问题

一是管理不严。

## 三、对策建议

一是严格管理。
`;
const OWN = `---
title: "样例条例"
edition: 2020-01-02
complete: true
---

# 样例条例

第一条　为了试验，制定本条例。
第二条　甲应当乙。
第三条　丙不得丁。
`;

/** One after the other, in the order written. */
const STEPS: Readonly<Record<string, (tab: Tab) => Promise<void>>> = {
  async 'says in one line what it does and that nothing leaves the machine'(tab) {
    await tab.open(PAGE);
    await until(tab, CHECKED, 20_000);
    assert.match((await words(tab, '.promise')).join(), /不联网、不上传/);
    assert.ok(await tab.value('!document.getElementById("welcome").hidden'));
    await picture(tab, 'first');
  },
  async 'shows the first findings of a draft soon after it is opened'(tab) {
    const draft = existsSync(REAL) ? readFileSync(REAL, 'utf8') : FLAWED;
    // Of three the least: a machine that does something else as well tells of that.
    let loaded = Infinity;
    for (let i = 0; i < 3 && loaded >= OPENING; i++) {
      await tab.open(PAGE);
      await until(tab, CHECKED, 20_000);
      await check(tab, '文稿.txt', draft);
      // From the start of the page, the program unpacked and the data read, and the draft dropped as soon as it can be.
      loaded = await tab.value<number>('performance.getEntriesByName("findings").at(-1).startTime');
    }
    console.log(`  ${tab.name}: first findings ${Math.round(loaded)} ms after the page was opened; ${tab.memory()} MB`);
    assert.deepEqual(await shown(tab), listed(analysed(draft.replace(/\r\n?/g, '\n'))));
    assert.ok(loaded < OPENING, `${loaded} ms`);
    await picture(tab, 'draft');
  },
  async 'finds what the command line finds'(tab) {
    const samples = readdirSync('samples').map(name => [name, readFileSync(join('samples', name))] as const);
    const made = [...corpus(40)].filter(([name]) => !name.includes('/')).slice(0, 12);
    const asWord = await Promise.all(
      samples
        .filter(([name]) => /^0[24]/.test(name))
        .map(async ([name, bytes]) => {
          const report = { ...printed(analysed(bytes.toString())), title: name };
          return [`${name}.docx`, await exported(report, 'report')] as const;
        }),
    );
    let findings = 0;
    for (const [name, bytes] of [
      ...samples,
      ...made.map(([name, { bytes }]) => [name, bytes] as const),
      ...asWord,
      ['全.docx', await everything()] as const,
    ]) {
      const { text, word } = await draftOf(bytes, name);
      const args = ['--format', 'json', '--no-config'];
      const { out } = word
        ? await onCommandLine({ [name]: bytes }, 'check', name, ...args)
        : await policydoc(resolve('.'), ['check', '-', '--stdin-filename', name, ...args], { stdin: bytes });
      const [file] = (JSON.parse(out) as { files: { findings: { rule: string; startLine: number }[] }[] }).files;
      const analysis = analysed(text.replaceAll('\r\n', '\n'));
      if (file)
        assert.deepEqual(
          analysis.findings.map(({ rule, start }) => `${rule} ${analysis.model.lines.at(start).line}`),
          file.findings.map(({ rule, startLine }) => `${rule} ${startLine}`),
        );
      await check(tab, name, bytes);
      assert.deepEqual(await shown(tab), file ? listed(analysis) : [], name);
      findings += file?.findings.length ?? 0;
    }
    assert.ok(findings > 300, `${findings}`);
  },
  async 'follows the keys'(tab) {
    await check(tab, 'a.md', FLAWED);
    await tab.value('(document.querySelector(".cm-content").focus(), 1)');
    await tab.press('Control+End');
    await tab.type('二是依据《中华人民共和国民法典》第八千条。');
    await until(tab, 'document.querySelector("#list-findings").textContent.includes("第八千条")');
    // What was typed is given up when the user says so, and not before.
    await tab.value('(window.confirm = words => (window.asked = words, false), 1)');
    await drop(tab, { 'b.md': FLAWED });
    await until(tab, 'window.asked');
    assert.match(await text(tab), /第八千条/);
    assert.equal((await words(tab, '#name')).join(), 'a.md');
    await tab.value('(window.confirm = () => true, 1)');
    await check(tab, 'b.md', FLAWED);
  },
  async 'answers a key at once in a draft of 30,000 characters'(tab) {
    const paragraph = `${FLAWED.split('\n')[4]!.replace('第九千条', '第五百零九条')}${'全市各级党组织认真落实要求，扎实推进各项工作。'.repeat(12)}\n\n`;
    await check(tab, 'long.md', FLAWED + paragraph.repeat(Math.ceil(30_000 / paragraph.length)));
    await tab.value('(document.querySelector(".cm-content").focus(), 1)');
    await tab.press('Control+End');
    const times: number[] = [];
    for (let i = 0; i < 15; i++) {
      await tab.value('(performance.clearMeasures(), 1)');
      await tab.type('政');
      await until(tab, 'performance.getEntriesByType("measure").length > 0');
      times.push(await tab.value<number>('performance.getEntriesByType("measure").at(-1).duration'));
    }
    const median = times.sort((a, b) => a - b)[7]!;
    console.log(
      `  ${tab.name}: findings ${Math.round(median)} ms after a key (longest ${Math.round(times.at(-1)!)}), 30,000 characters; ${tab.memory()} MB`,
    );
    assert.ok(median < KEY, `${times}`);
  },
  async 'explains a citation under the pointer'(tab) {
    await check(tab, 'a.md', FLAWED);
    await tab.point(3, 3);
    const { x, y } = await tab.value<{ x: number; y: number }>(
      '(({ left, width, top, height }) => ({ x: left + width / 2, y: top + height / 2 }))(document.querySelector(".cm-lintRange-error").getBoundingClientRect())',
    );
    await tab.point(x, y);
    await until(tab, 'document.querySelector(".hover-tip")?.textContent.includes("民法典")');
    await until(tab, 'document.querySelector(".finding-tip")?.textContent.includes("没有第九千条")');
    await picture(tab, 'hover');
    await tab.point(3, 3);
  },
  async 'offers choices and applies the one that is chosen'(tab) {
    const draft = FLAWED.replace('第九千条', '第三编第一百条');
    await check(tab, 'a.md', draft);
    await click(tab, '#list-findings .error summary');
    await until(tab, 'document.querySelectorAll("#list-findings .error .choices button").length > 1');
    assert.match((await words(tab, '#list-findings .error .choices button')).join(), /请先核实/);
    await picture(tab, 'choices');
    await click(tab, '#list-findings .error .choices button');
    assert.notEqual(await text(tab), draft);
    await until(tab, '!document.querySelector("#list-findings .error")');
  },
  async 'can be used by keys alone'(tab) {
    await check(tab, 'a.md', FLAWED.replace('第九千条', '第三编第一百条'));
    await tab.value('(document.querySelector(".cm-content").focus(), 1)');
    await tab.press('Control+Home');
    for (let i = 0; i < 9; i++) {
      await tab.press('F8');
      await tab.press('Alt+Enter');
      if (await tab.value('document.activeElement.closest(".finding.error") !== null')) break;
      await tab.value('(document.querySelector(".cm-content").focus(), 1)');
    }
    await until(tab, 'document.querySelector(".finding.error .choices button")');
    await tab.press('Tab');
    assert.equal(
      await tab.value('document.activeElement.tagName + document.activeElement.textContent'),
      'BUTTON改为第一编第一百条（请先核实）',
    );
    await tab.enter();
    await until(tab, '!document.querySelector("#list-findings .error")');
    // Every control is reached, and the text is left again.
    await tab.value('(document.getElementById("open").focus(), 1)');
    const reached = new Set<string>();
    for (let i = 0; i < 60; i++) {
      reached.add(
        await tab.value(
          'document.activeElement.id || document.activeElement.parentElement.id || document.activeElement.className',
        ),
      );
      await tab.press('Tab');
    }
    for (const id of ['samples', 'save', 'data', 'regulations', 'review', 'language', 'theme', 'tab-findings', 'keep'])
      assert.ok(reached.has(id), `${id} is not among ${[...reached]}`);
  },
  async 'completes names that exist'(tab) {
    await check(tab, 'a.md', FLAWED);
    await tab.value('(document.querySelector(".cm-content").focus(), 1)');
    await tab.press('Control+End');
    await tab.type('《民法');
    await until(tab, 'document.querySelector(".cm-tooltip-autocomplete li")');
    assert.match((await words(tab, '.cm-tooltip-autocomplete li')).join(), /中华人民共和国民法典/);
    await picture(tab, 'completion');
    // The list takes no key right after it has come.
    await sleep(150);
    await tab.press('Enter');
    await until(tab, 'document.querySelector(".cm-content").textContent.includes("《中华人民共和国民法典》")');
  },
  async 'lists blanks, citations and the outline, and leads to them'(tab) {
    await check(tab, 'a.md', FLAWED);
    await until(tab, 'document.querySelector("#tab-citations b").textContent === "1"');
    assert.equal((await words(tab, '#tab-blanks b')).join(), '2');
    assert.match((await words(tab, '#list-citations .place')).join(), /✗.*民法典.*第九千条/s);
    assert.deepEqual((await words(tab, '#list-outline .words')).slice(0, 2), [
      '关于合同管理的调研报告',
      '一、基本情况',
    ]);
    for (const list of ['outline', 'citations', 'blanks']) await click(tab, `#tab-${list}`);
    assert.deepEqual(await words(tab, '#list-blanks mark'), ['XX', '{{干部数|人}}']);
    await picture(tab, 'blanks');
    await click(tab, '#list-blanks .place');
    assert.equal(await tab.value('getSelection().toString()'), 'XX');
    await click(tab, '#tab-findings');
  },
  async 'makes the review sheet, and saves it'(tab) {
    await check(tab, '合同.md', FLAWED);
    await click(tab, '#review');
    await until(tab, 'document.getElementById("sheet").open');
    await until(tab, 'document.getElementById("sheet-page").contentDocument?.querySelector("h1")');
    await sleep(200);
    await picture(tab, 'sheet');
    await click(tab, '#sheet-save');
    assert.match((await tab.saved('合同-审核单.html')).toString(), /第九千条/);
    await click(tab, '#sheet-close');
  },
  async 'lists the blanks in a sheet, and fills in what comes back'(tab) {
    await check(tab, '合同.md', FLAWED);
    await click(tab, '#data button:nth-of-type(1)');
    assert.equal((await readXlsx(await tab.saved('合同-空缺.xlsx'), 'a.xlsx')).length, 2);
    await click(tab, '#data button:nth-of-type(2)');
    const rows = readCsv(await tab.saved('合同-空缺.csv'), 'a.csv');
    assert.deepEqual(
      rows.map(({ draft, unit }) => [draft, unit]),
      [
        ['合同.md', '人'],
        ['合同.md', '人'],
      ],
    );
    await drop(tab, { '数据.csv': `编号,键,值\n${rows[0]!.id},,1280\n,干部数,35\n` });
    // The notice of the saved sheet stands there already: only the text tells that the values have come.
    await until(tab, 'document.querySelector(".cm-content").textContent.includes("1280")');
    assert.match(await text(tab), /党员1280人，干部35人。/);
    await drop(tab, { '坏.csv': '键,值\n没有的,1\n' });
    await until(tab, 'document.querySelector("#notice").textContent.includes("没有的")');
    await click(tab, '#notice button');
  },
  async 'saves the draft, and a Word document in official form'(tab) {
    await check(tab, '合同.md', FLAWED);
    await click(tab, '#save button:nth-of-type(1)');
    assert.equal((await tab.saved('合同.md')).toString(), FLAWED);
    await click(tab, '#save button:nth-of-type(3)');
    assert.match((await readWord(await tab.saved('合同.docx'))).text, /第九千条/);
  },
  async 'reads a Word document, and saves it with comments'(tab) {
    const bytes = await word(
      p('关于合同管理的调研报告') +
        p('一、基本情况、问题和对策') +
        p('现有党员XX人，依据《中华人民共和国民法典》第九千条。'),
    );
    await check(tab, '文稿.docx', bytes);
    assert.match((await words(tab, '#list-findings .error')).join(), /没有第九千条/);
    assert.match((await words(tab, '#kind')).join(), /只读/);
    await click(tab, '#save button:nth-of-type(1)');
    const comments = (await partsOf(await tab.saved('文稿-批注.docx'))).get('word/comments.xml');
    assert.match(comments!, /第九千条/);
    await click(tab, '#kind button');
    await until(tab, 'document.getElementById("name").textContent === "文稿.md"');
    assert.match((await words(tab, '#list-findings .error')).join(), /没有第九千条/);
    await check(tab, 'bad.docx', 'PK\u0003\u0004 nothing').catch(() => undefined);
    assert.match((await words(tab, '#notice')).join(), /docx/);
  },
  async 'fills in a Word document, and it stays one'(tab) {
    const body = [
      p('关于合同管理的调研报告'),
      p('一、基本情况、问题和对策'),
      p(r('现有党员') + r('{{党员数|人}}', '<w:b/>') + r('。')),
    ].join('');
    const bytes = await word(body);
    await check(tab, '填表.docx', bytes);
    await drop(tab, { '数据.csv': '键,值\n党员数,1280\n' });
    const saved = await tab.saved('填表-填好.docx');
    assert.match((await readWord(saved)).text, /现有党员1280人/);
    assert.match((await partsOf(saved)).get('word/document.xml')!, /<w:b\/><\/w:rPr>.*1280/);
    await until(tab, `${CHECKED} && document.getElementById("name").textContent === "填表-填好.docx"`);
    assert.match(await text(tab), /现有党员1280人/);
    assert.equal((await words(tab, '#tab-blanks b')).join(), '');
    await drop(tab, { '坏.csv': '键,值\n没有的,1\n' });
    await until(tab, 'document.querySelector("#notice").textContent.includes("没有的")');
    assert.equal((await words(tab, '#name')).join(), '填表-填好.docx');
    await click(tab, '#notice button');
    const TYPES = '[Content_Types].xml';
    const types = (await partsOf(bytes)).get(TYPES)!;
    const macros = types.replace(/[^"]*document\.main\+xml/, 'application/vnd.ms-word.document.macroEnabled.main+xml');
    await check(tab, '宏.docm', await word({ body, more: { [TYPES]: macros } }));
    await click(tab, '#save button:nth-of-type(1)');
    assert.match((await partsOf(await tab.saved('宏-批注.docm'))).get('word/comments.xml')!, /空缺/);
  },
  async 'judges by texts of regulations that are dropped on it, for the session'(tab) {
    const draft = FLAWED.replace('《中华人民共和国民法典》第九千条', '《样例条例》第二条“甲应当乙”');
    await check(tab, 'a.md', draft);
    assert.match((await words(tab, '#coverage')).join(), /无法核验 1/);
    await tab.value('(document.body.dataset.state = "", 1)');
    await drop(tab, { '样例条例.md': OWN, '坏.txt': '不是法规' }, 'regulations');
    await until(tab, CHECKED);
    assert.match((await words(tab, '#notice')).join(), /已读入法规文本 1 个.*坏\.txt/s);
    await until(tab, 'document.getElementById("coverage").textContent.includes("内容相符 1")');
    await click(tab, '#notice button');
    // A server that speaks another language is another server.
    await click(tab, '#language');
    await until(tab, 'document.getElementById("coverage").textContent.includes("1 with words that stand there")');
    await click(tab, '#language');
    await until(tab, 'document.getElementById("coverage").textContent.includes("内容相符 1")');
  },
  async 'judges by settings and decisions that are dropped on it, as the command line does'(tab) {
    await check(tab, '合同.md', FLAWED);
    const files = { '合同.md': FLAWED };
    const found = async (settings: Readonly<Record<string, string>>): Promise<string[]> => {
      const { out } = await onCommandLine({ ...files, ...settings }, 'check', '--format', 'json', '合同.md');
      const { findings } = (JSON.parse(out) as { files: { findings: { rule: string; fingerprint: string }[] }[] })
        .files[0]!;
      return findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`);
    };
    const absent = (await found({})).find(it => it.startsWith('citation-article-absent'))!.split(' ');
    const DECISIONS = 'policydoc-decisions.json';
    const decision = { draft: '合同.md', rule: absent[0], fingerprint: absent[1], reason: '试验', by: '甲' };
    const decided = { [DECISIONS]: JSON.stringify({ version: 1, decisions: [decision] }) };
    const off = { 'policydoc.config.json': '{"rules": {"placeholder-unfilled": "off"}}' };
    const shows = async (settings: Readonly<Record<string, string>>, rule: string): Promise<void> => {
      assert.ok(!(await found(settings)).some(it => it.startsWith(rule)), rule);
      await drop(tab, settings);
      await until(tab, 'document.getElementById("notice").textContent.startsWith("已读入，本次使用：")');
    };
    await shows(decided, 'citation-article-absent');
    await until(tab, '!document.querySelector("#list-findings .error")');
    await until(tab, 'document.querySelector("#list-findings .warning")');
    await shows({ ...off, ...decided }, 'placeholder-unfilled');
    await until(tab, '!document.querySelector("#list-findings .finding")');
    assert.equal(await text(tab), FLAWED);
    // What cannot be used is said, in the words of the command line, and the settings of nobody hold.
    const broken = { 'policydoc.config.json': '{"asOf": "2026-02-30", "rule": 1}' };
    const { err } = await onCommandLine({ ...files, ...broken }, 'check', '合同.md');
    await drop(tab, broken);
    await until(tab, 'document.querySelectorAll("#list-findings .finding").length === 2');
    const said = (await words(tab, '#coverage .problem')).join();
    for (const problem of ['/asOf：应为日期', '/rule：没有这一项设置']) {
      assert.ok(said.includes(problem), said);
      assert.ok(err.includes(problem), err);
    }
    await drop(tab, { 'policydoc.config.json': '{"regulations": ["我处法规"]}', [DECISIONS]: '{}' });
    await until(tab, 'document.querySelector("#coverage .problem")?.textContent.includes("decisions")');
    await tab.open(PAGE);
    await until(tab, CHECKED, 20_000);
  },
  async 'speaks English, and Chinese again'(tab) {
    await check(tab, 'a.md', FLAWED);
    await tab.value('(document.body.dataset.state = "", 1)');
    await click(tab, '#language');
    await until(tab, CHECKED);
    assert.equal(await tab.value('document.documentElement.lang'), 'en');
    assert.match((await words(tab, '#list-findings .error')).join(), /Article 9000/);
    assert.match((await words(tab, '.promise')).join(), /nothing is sent, nothing is kept/);
    assert.equal(await text(tab), FLAWED);
    await picture(tab, 'english');
    // Two clicks are one change; and what the first server was asked and never answered keeps nobody waiting.
    const both = 'const own = document.getElementById("language"); own.click(); own.click();';
    await tab.value(`(() => { document.body.dataset.state = ""; ${both} return 1; })()`);
    await until(tab, `${CHECKED} && document.documentElement.lang === 'zh-CN'`);
    assert.equal(await text(tab), FLAWED);
    await until(tab, 'document.querySelector("#tab-citations b").textContent === "1"');
  },
  async 'has room on a narrow screen, in the dark, and on paper'(tab) {
    const [sample] = ['samples/02-问题文稿.md'].map(name => readFileSync(name, 'utf8'));
    await check(tab, '问题文稿.md', sample!);
    await click(tab, '#theme');
    await picture(tab, 'dark');
    for (const width of [380, 700, 1360]) {
      await tab.size(width, 860);
      await sleep(100);
      assert.ok(await tab.value('document.documentElement.scrollWidth <= innerWidth + 1'), `${width}`);
      if (width < 1360) await picture(tab, `narrow-${width}`);
    }
    await click(tab, '#theme');
    await tab.size(380, 860);
    await sleep(300);
    await picture(tab, 'narrow-light');
    await tab.size(1360, 860);
  },
  async 'prints its findings on A4, in either language'(tab) {
    await check(tab, '问题文稿.md', readFileSync('samples/02-问题文稿.md', 'utf8'));
    const folder = mkdtempSync(join(tmpdir(), 'policydoc-page-'));
    try {
      for (const language of ['zh', 'en']) {
        const file = join(folder, `${tab.name}-print-${language}.pdf`);
        await tab.pdf(file);
        const sheets = readFileSync(file);
        if (SHOTS) writeFileSync(join(SHOTS, basename(file)), sheets);
        const boxes = [...sheets.toString('latin1').matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)];
        // Firefox packs them.
        assert.ok(tab.name === 'Firefox' || boxes.length > 1, `${boxes.length} pages`);
        for (const [, width, height] of boxes)
          assert.ok(
            Math.abs(Number(width) - 595.3) < 1 && Math.abs(Number(height) - 841.9) < 1,
            `${width} × ${height}`,
          );
        await tab.value('(document.body.dataset.state = "", 1)');
        await click(tab, '#language');
        await until(tab, CHECKED);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  async 'takes a text that looks like markup for words'(tab) {
    const nasty = FLAWED.replace('合同管理', '<img src=x onerror=alert(1)>合同').replace(
      '民法典',
      '<b onclick=x>民法典</b>',
    );
    await check(tab, '<img src=x onerror=alert(2)>.md', nasty);
    await until(tab, 'document.querySelector("#list-outline .words")');
    assert.equal(await tab.value('document.querySelectorAll("main img, main b[onclick], footer img").length'), 0);
  },
  async 'keeps nothing unless it is asked to, and deletes it again'(tab) {
    await check(tab, 'a.md', FLAWED);
    await tab.open(PAGE);
    await until(tab, CHECKED, 20_000);
    assert.equal(await text(tab), '');
    assert.equal(await tab.value('localStorage.length'), 0);
    await check(tab, 'a.md', FLAWED);
    await click(tab, '#keep');
    await until(tab, 'localStorage.length > 0');
    await tab.open(PAGE);
    await until(tab, CHECKED, 20_000);
    assert.equal(await text(tab), FLAWED);
    await click(tab, '#forget');
    assert.equal(await tab.value('localStorage.length'), 0);
    await tab.open(PAGE);
    await until(tab, CHECKED, 20_000);
    assert.equal(await text(tab), '');
  },
  async 'has asked for nothing, and could not'(tab) {
    assert.deepEqual(tab.asked, []);
    assert.deepEqual(tab.said, []);
    for (const attempt of [
      'fetch("http://127.0.0.1:9/")',
      'new Promise((yes, no) => { const image = new Image(); image.onload = yes; image.onerror = () => no(1); image.src = "http://127.0.0.1:9/x.png"; })',
      'import("http://127.0.0.1:9/x.js")',
    ])
      assert.equal(await tab.value(`(${attempt}).then(() => "went out", () => "refused")`), 'refused', attempt);
    await until(tab, 'true');
    // The browser tells of each, so that one tried before would have been seen.
    for (const end = Date.now() + 3000; tab.said.length < 2 && Date.now() < end; ) await sleep(50);
    assert.ok(
      tab.said.some(line => /Content[- ]Security[- ]Policy/i.test(line)),
      tab.said.join('\n'),
    );
  },
};

async function picture(tab: Tab, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await tab.picture(join(SHOTS, `${tab.name}-${name}.png`));
}

let [passed, failed] = [0, 0];
const only = process.argv[2];
for (const start of [
  () => inChromium(process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'),
  () => inFirefox(process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr'),
]) {
  const tab = await start();
  try {
    for (const [name, step] of Object.entries(STEPS)) {
      // One step by a part of its name: the first opens the page.
      if (only !== undefined && !name.includes(only) && name !== Object.keys(STEPS)[0]) continue;
      try {
        await step(tab);
        passed++;
        console.log(`✔ ${tab.name}: ${name}`);
      } catch (error) {
        failed++;
        console.log(`✘ ${tab.name}: ${name}\n${(error as Error).stack}`);
        await picture(tab, `failed-${failed}`).catch(() => undefined);
      }
    }
  } finally {
    await tab.close();
  }
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
