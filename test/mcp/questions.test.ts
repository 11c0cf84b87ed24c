import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import fc from 'fast-check';
import { toChinese } from '../../server/src/core/text/numerals.js';
import { DEFAULT_SETTINGS, loadIndex } from '../../server/src/index.js';
import { createServer } from '../../server/src/mcp/server.js';
import type { Knowledge } from '../../server/src/mcp/tools.js';
import { policydoc } from '../cli/harness.js';
import { corpus } from '../harness/corpus.js';
import { folderWith, put } from '../host/folder.js';

const index = loadIndex(resolve('server/data'));
const SEED = 20261130;
/** What both say of a citation under the same name. */
interface Cited {
  readonly text: string;
  readonly regulation: string;
  readonly edition: string;
  readonly standing: string;
  readonly verdict: string;
}
type Said = Cited & { said: string; presentPlace: string | null; quotation: { verdict: string } | null };
type Row = Cited & {
  readonly conclusion: { 'zh-CN': string };
  readonly present: { 'zh-CN': string } | null;
  readonly quoteVerdict: string | null;
};
const common = ({ text, regulation, edition, standing, verdict }: Cited): Cited => ({
  text,
  regulation,
  edition,
  standing,
  verdict,
});

/** The protocol's own client, at the other end of a server that knows this. */
async function agent(known: Partial<Knowledge> = {}) {
  const [here, there] = InMemoryTransport.createLinkedPair();
  const server = createServer({ index, settings: DEFAULT_SETTINGS, locale: 'zh-CN', ...known }, '0.0.0');
  const client = new Client({ name: 'test', version: '0.0.0' });
  await Promise.all([server.connect(there), client.connect(here)]);
  return {
    client,
    async ask<T>(name: string, question: Record<string, unknown>): Promise<T> {
      const { isError, structuredContent, content } = await client.callTool({ name, arguments: question });
      assert.ok(!isError, JSON.stringify(content));
      // Clients that know no structured answers read the text.
      assert.deepEqual(JSON.parse((content as { text: string }[])[0]!.text), structuredContent);
      return structuredContent as T;
    },
  };
}

/** What `policydoc` prints as JSON in a folder of its own. */
async function printed<T>(folder: string, ...args: string[]): Promise<T> {
  const { out, err } = await policydoc(folder, [...args, '--no-config']);
  assert.equal(err, '');
  return JSON.parse(out) as T;
}

const named = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(texts.map((text, i) => [`${String(i).padStart(3, '0')}.md`, text]));

/** Citations of regulations there are, by numbers there may be, some with words that no regulation has. */
function sentences(count: number): string[] {
  const arbitrary = fc.record({
    regulation: fc.constantFrom(...index.regulations),
    article: fc.integer({ min: 1, max: 200 }),
    paragraph: fc.option(fc.integer({ min: 1, max: 4 })),
    rest: fc.constantFrom('规定执行。', '规定：“一切费用由春天承担。”', '的规定，依法落实。'),
  });
  return fc
    .sample(arbitrary, { numRuns: count, seed: SEED })
    .map(
      ({ regulation: { title, names }, article, paragraph, rest }, i) =>
        `按照《${names[i % 3] ?? title}》第${toChinese(article)}条${paragraph === null ? '' : `第${toChinese(paragraph)}款`}${rest}`,
    );
}

describe('200 questions of an agent, answered as the command line does:', function () {
  this.timeout(60_000);

  it('60 reports', async () => {
    const reports = [...corpus(90).values()].map(({ text }) => text.replace(/^---\n[^]*?\n---\n/, ''));
    const { ask } = await agent();
    const texts = named(reports);
    const folder = folderWith(texts);
    interface Place {
      startLine: number;
      startColumn: number;
    }
    const { files } = await printed<{
      files: { file: string; coverage: object; findings: (Place & { rule: string; severity: string })[] }[];
    }>(folder, 'check', '--format', 'json', ...Object.keys(texts));
    // A text that is no report is passed over there.
    assert.ok(files.length >= 60, `${files.length}`);
    let findings = 0;
    for (const file of files.slice(0, 60)) {
      const answer = await ask<{
        coverage: { blanks: number };
        entriesLeftOut: number;
        findings: { rule: string; severity: string; places: { line: number; column: number }[] }[];
      }>('check_report', { text: texts[file.file]! });
      assert.equal(answer.entriesLeftOut, 0);
      const all = answer.findings.flatMap(({ places }) => places.map(({ line, column }) => `${line}:${column}`));
      findings += all.length;
      assert.deepEqual(
        all.sort(),
        file.findings.map(({ startLine, startColumn }) => `${startLine}:${startColumn}`).sort(),
      );
      const found = file.findings.map(({ rule, severity, startLine }) => `${rule} ${severity} ${startLine}`);
      for (const { rule, severity, places } of answer.findings)
        assert.ok(places.some(({ line }) => found.includes(`${rule} ${severity} ${line}`)));
      assert.equal(answer.coverage.blanks, (file.coverage as { placeholders: number }).placeholders);
    }
    assert.ok(findings > 300, `${findings}`);
  });

  it('80 citations', async () => {
    const asked = sentences(80);
    const { ask } = await agent();
    const { files } = await printed<{ files: { rows: Row[] }[] }>(
      folderWith(named(asked)),
      'citations',
      '--format',
      'json',
    );
    assert.equal(files.length, 80);
    const verdicts = new Set<string>();
    for (const [i, { rows }] of files.entries()) {
      const { citations, notChecked } = await ask<{ citations: Said[]; notChecked: string[] }>('verify_citation', {
        sentence: asked[i]!,
      });
      assert.deepEqual(
        citations.map(cited => [common(cited), cited.said, cited.presentPlace, cited.quotation?.verdict ?? null]),
        rows.map(row => [common(row), row.conclusion['zh-CN'], row.present?.['zh-CN'] ?? null, row.quoteVerdict]),
      );
      assert.ok(notChecked.length > 0, 'what no program can check is said each time');
      for (const { verdict } of rows) verdicts.add(verdict);
    }
    assert.ok(verdicts.size >= 4, [...verdicts].join());
  });

  it('30 names of regulations', async () => {
    const { ask } = await agent();
    const some = fc.sample(fc.constantFrom(...index.regulations), { numRuns: 30, seed: SEED });
    for (const [i, { title, names }] of some.entries()) {
      const name = names[i % 3] ?? title;
      const told = await policydoc(resolve('.'), ['regulations', 'show', name, '--format', 'json', '--no-config']);
      type Shown = { title: string; repealed: object | null; editions: { date: string; status: string }[] };
      const shown = (JSON.parse(told.out) as { regulations: Shown[] }).regulations;
      const plain = ({ title, repealed, editions }: Shown) => ({
        title,
        repealed,
        editions: editions.map(({ date, status }) => ({ date, status })),
      });
      const { regulations } = await ask<{ regulations: Shown[] }>('list_editions', { name: `《${name}》` });
      assert.deepEqual(regulations.map(plain), shown.map(plain));
    }
  });

  it("a team's own words are read", async () => {
    const { ask } = await agent({ settings: { rules: {}, words: { units: { 网格: { as: '个' } } } } });
    const text = '全县划分820网格，其中城区300网格、农村510网格。划分*网格。';
    const { findings } = await ask<{ findings: { rule: string }[] }>('check_report', { text });
    assert.ok(findings.some(({ rule }) => rule === 'figures-sum-mismatch'));
    const { blanks } = await ask<{ blanks: { unit: string }[] }>('list_blanks', { text });
    assert.deepEqual(
      blanks.map(({ unit }) => unit),
      ['网格'],
    );
  });

  it('30 drafts with blanks, listed and filled', async () => {
    const { ask } = await agent();
    const drafts = [...corpus(120).values()]
      .map(({ text }) => text.replaceAll('\r\n', '\n'))
      .filter(text => /XX|\{\{/.test(text))
      .slice(0, 15);
    assert.equal(drafts.length, 15);
    let filled = 0;
    for (const text of drafts) {
      const folder = folderWith({ 'a.md': text });
      await policydoc(folder, ['data', 'export', 'a.md', '-o', 'a.json', '--no-config']);
      const { blanks: listed } = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')) as {
        blanks: { id: string; key: string; sentence: string; unit: string; line: string; kind: string }[];
      };
      const { blanks } = await ask<{
        blanks: {
          name: string;
          suggestedKey: string;
          words: string;
          unit: string | null;
          kind: string;
          line: number;
        }[];
      }>('list_blanks', { text });
      // The sheet lists what asks for words behind what asks for figures.
      const orderOf = new Map(
        blanks.map(({ suggestedKey, words, line }, i) => [`${suggestedKey}\n${words}\n${line}`, i]),
      );
      const exported = listed.toSorted(
        (a, b) =>
          orderOf.get(`${a.key}\n${a.sentence}\n${a.line}`)! - orderOf.get(`${b.key}\n${b.sentence}\n${b.line}`)!,
      );
      assert.deepEqual(
        blanks.map(({ suggestedKey, words, unit, line }) => [suggestedKey, words, unit ?? '', String(line)]),
        exported.map(({ key, sentence, unit, line }) => [key, sentence, unit, line]),
      );
      const values = Object.fromEntries(
        blanks.filter(({ kind }) => kind === 'number').map(({ name }, i) => [name, 20 + i]),
      );
      const rows = blanks
        .map(({ name }, i) => ({ id: exported[i]!.id, key: exported[i]!.key, value: values[name] }))
        .filter(({ value }) => value !== undefined);
      put(folder, { 'b.json': JSON.stringify({ blanks: rows.map(row => ({ ...row, value: String(row.value) })) }) });
      const { code } = await policydoc(folder, ['data', 'fill', 'a.md', '--data', 'b.json', '-o', 'c.md']);
      const answer = await ask<{ text: string | null; filled: number; problems: object[] }>('fill_blanks', {
        text,
        values,
      });
      if (answer.problems.length > 0) {
        assert.equal(answer.text, null);
        assert.equal(code, 2);
      } else {
        filled += answer.filled;
        assert.equal(answer.text, readFileSync(join(folder, 'c.md'), 'utf8'));
      }
    }
    assert.ok(filled > 20, `${filled}`);
  });
});

describe('an agent', () => {
  it('finds provisions by their words, and is told that no others were looked for', async () => {
    const { ask } = await agent();
    interface Found {
      total: number;
      provisions: { regulation: string; place: string }[];
      clauses: { words: string; total: number }[];
      notChecked: string[];
    }
    const whole = await ask<Found>('find_provision', { words: '党员个人服从党的组织，少数服从多数' });
    assert.deepEqual(
      whole.provisions.map(({ regulation, place }) => [regulation, place]),
      [['中国共产党章程', '第十条第（一）项']],
    );
    const parts = await ask<Found>('find_provision', { words: '党员个人服从党的组织，春天的费用由春天承担' });
    assert.deepEqual([parts.total, parts.clauses.map(({ total }) => total > 0)], [0, [true, false]]);
    const short = await ask<Found>('find_provision', { words: '应当' });
    assert.deepEqual([short.total, short.notChecked], [0, ['文字太短，不足以查找：至少七个字']]);
  });

  it('is never told that what was not checked is right', async () => {
    const { ask } = await agent();
    const none = await ask<{ citations: object[]; notChecked: string[] }>('verify_citation', {
      sentence: '天气很好。',
    });
    assert.deepEqual(none, {
      citations: [],
      findings: [],
      notChecked: ['没有识别到法规引用，什么也没有核对'],
    });
    const beyond = await ask<{ citations: { standing: string }[]; notChecked: string[] }>('verify_citation', {
      sentence: '依据《春天市春天管理办法》第三条。',
    });
    assert.equal(beyond.citations[0]!.standing, 'unverifiable');
    assert.match(beyond.notChecked[0]!, /未能核验/);
    const editions = await ask<{ regulations: object[]; notChecked: string[] }>('list_editions', { name: '春天办法' });
    assert.deepEqual(editions.regulations, []);
    assert.match(editions.notChecked[0]!, /不等于没有/);
  });

  it('is answered in English, and told of a wrong question what is wrong', async () => {
    const { ask, client } = await agent({ locale: 'en' });
    const { findings } = await ask<{ findings: { message: string }[] }>('verify_citation', {
      sentence: '《中华人民共和国民法典》第九千条。',
    });
    assert.match(findings[0]!.message, /^There is no|^No /);
    for (const [name, question] of [
      ['verify_citation', { sentence: '甲', date: '2026-02-30' }],
      ['check_report', {}],
      ['read_file', { path: '/etc/passwd' }],
    ] as const)
      assert.ok((await client.callTool({ name, arguments: question })).isError, name);
  });

  it('is offered tools that say they write nothing', async () => {
    const { client } = await agent();
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      ['check_report', 'verify_citation', 'find_provision', 'list_editions', 'list_blanks', 'fill_blanks'].map(name => [
        name,
        true,
      ]),
    );
  });
});
