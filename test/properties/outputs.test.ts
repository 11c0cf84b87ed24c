import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as ajv from 'ajv';
import fc from 'fast-check';
import type { Log } from 'sarif';
import reportSchema from '../../server/report.schema.json' with { type: 'json' };
import { analyze } from '../../server/src/core/analyze.js';
import { RegulationIndex } from '../../server/src/core/regulations/regulation-index.js';
import { NO_CONFIG } from '../../server/src/host/config.js';
import { reviewHtml } from '../../server/src/review/html.js';
import { reviewPage, type ReviewPage } from '../../server/src/review/page.js';
import { SCRIPT } from '../../server/src/review/reports.js';
import { reviewMarkdown } from '../../server/src/cli/views/review-markdown.js';
import { FORMAT_NAMES } from '../../server/src/cli/formats/formats.js';
import type { FileReport, Report } from '../../server/src/cli/report/report.js';
import { htmlText } from '../../server/src/host/html.js';
import { STYLE } from '../../server/src/review/style.js';
import { FLAWED, policydoc, withFixingRule, type Ran, type World } from '../cli/harness.js';
import { HOSTILE, hostileText } from '../harness/hostile.js';
import { NO_REGULATIONS } from '../harness/index-files.js';
import { actsInMarkdown, formulas, htmlOf, runnerCommands, steersTerminal, xmlOf } from '../harness/output-readers.js';
import { folderWith, put } from '../host/folder.js';

/*
 * Law 8, of outputs: nothing a workspace says becomes an order, a link or a formula in anything we print. Each output
 * is read by a reader of its format that is not ours; the same words stand in every place a workspace can put them.
 */

/** A name that a file system takes. */
const asName = (words: string): string =>
  words
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('/', '⁄')
    .replaceAll('\0', '')
    .replace(/^\.+/, '')
    .slice(0, 60) || '甲';
/** Words that a draft may hold: with control characters it is refused, and named in the refusal. */
const asDraft = (words: string): string =>
  words.replace(/\p{Cs}/gu, '\ufffd').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
const oneLine = (words: string): string => asDraft(words).replace(/[\r\n]/g, ' ');

/** The title of a team's text, told apart by its number. */
const titleOf = (words: string, i: number): string => `示例${i}${oneLine(words).replace(/\t/g, ' ')}条例`;

const draft = (words: string, i = 0): string => {
  const one = oneLine(words);
  return [
    '---',
    `title: ${JSON.stringify(one)}`,
    '---',
    `# 关于${one}的调研报告`,
    '',
    '一、基本情况、问题和对策',
    `<!-- policydoc-ignore-next-line citation-unverifiable -- ${one.replaceAll('-->', '')} -->`,
    `根据《${one}》第三条，${one}现有${one}*人，占%，{${one}}。`,
    `<!-- policydoc-ignore figures-sum-mismatch -- ${one.replaceAll('-->', '')} -->`,
    `《${titleOf(words, i)}》（以下简称《${one}》）第九百条规定：“${one}应当办理有关事项。”《${one}》第一条。`,
    `${one}：共有100人，其中甲30人，乙20人，丙60人。`,
    asDraft(words),
    `| ${one} | * |`,
    '| --- | --- |',
    `| ${one} | *人 |`,
    '',
  ].join('\n');
};

const teamText = (title: string): string =>
  `---\ntitle: ${JSON.stringify(title)}\nedition: 2020-01-02\neffective: 2020-03-01\naliases: [${JSON.stringify(`又${title}`)}]\nissuer: ${JSON.stringify(title)}\nkind: ${JSON.stringify(title)}\n---\n\n# ${title}\n\n第一章　${title}\n\n第一条　甲。\n\n第二条　乙。\n`;

/** A folder in which each of `words` stands in every place there is. */
function world(all: readonly string[]): string {
  const folder = folderWith({
    'data/regulations.json': NO_REGULATIONS['regulations.json'],
    'data/fingerprints.bin': NO_REGULATIONS['fingerprints.bin'],
    'drafts/policydoc.config.json': '{"rules": {"citation-repealed": "off"}}',
    'keys/a.md': FLAWED,
  });
  const name = (words: string, i: number): string => `${asName(words)}${i}.md`;
  const decisions = all.flatMap((words, i) =>
    [true, false].map(adopted => ({
      draft: name(words, i),
      rule: `甲${words}`,
      fingerprint: words + adopted,
      adopted,
      reason: `甲${words}`,
      by: `甲${words}`,
    })),
  );
  const json = JSON.stringify({ version: 1, decisions });
  put(folder, { 'drafts/policydoc-decisions.json': json.replaceAll('\x7f', '\\u007f') });
  all.forEach((words, i) => {
    put(folder, {
      [`drafts/${name(words, i)}`]: draft(words, i),
      [`raw/${name(words, i)}`]: `# 调研报告\n${words.replace(/\p{Cs}/gu, '\ufffd')}\0`,
      [`drafts/regulations/${i}.md`]: teamText(titleOf(words, i)),
      [`drafts/regulations/${name(words, i)}`]: words.replace(/\p{Cs}/gu, '\ufffd'),
      [`in/${name(words, i)}`]: `示例${oneLine(words)}条例\n（2020年1月2日通过）\n第一条　甲。\n第二条　乙。\n`,
      [`in/${i}.txt`]: asDraft(words),
    });
  });
  return folder;
}

/** Asks a reader of every output that no word acts in it. */
class Reading {
  readonly faults: string[] = [];
  outputs = 0;

  constructor(readonly folder: string) {}

  async run(args: readonly string[], more: World & { in?: string } = {}): Promise<Ran> {
    const ran = await policydoc(join(this.folder, more.in ?? 'drafts'), args, {
      dataFolder: join(this.folder, 'data'),
      ...more,
    });
    const what = args
      .slice(0, 4)
      .join(' ')
      .replace(/[^\x20-\x7e]/g, '?')
      .slice(0, 60);
    assert.doesNotMatch(ran.err, /内部错误/, what);
    this.say(`${what} (stderr)`, [...steersTerminal(ran.err), ...this.orders(ran.err)]);
    this.say(what, [...steersTerminal(ran.out), ...this.orders(ran.out)], ran.out);
    return ran;
  }

  /** Those of the annotations are ours. */
  orders(log: string): string[] {
    return runnerCommands(log)
      .filter(({ name, properties }) => !(/^(?:error|warning|notice)$/.test(name) && properties.has('title')))
      .map(({ name, data }) => `::${name}::${data.slice(0, 40)}`);
  }

  say(what: string, faults: readonly string[], output = ' '): void {
    if (output !== '') this.outputs++;
    if (faults.length > 0) this.faults.push(`${what}: ${[...new Set(faults)].slice(0, 12).join(' | ')}`);
  }

  /** What a reader throws is a fault too. */
  reads<T>(what: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      this.say(what, [String(error).slice(0, 200)]);
      return undefined;
    }
  }

  /** A report in every format, each of which somebody may print in a job. */
  async formats(args: readonly string[], more: { in?: string } = {}): Promise<void> {
    const file = (format: string): string => join(this.folder, `report.${format}`);
    await this.run([...args, ...FORMAT_NAMES.flatMap(format => ['--format', `${format}=${file(format)}`])], more);
    for (const format of FORMAT_NAMES) {
      const out = readFileSync(file(format), 'utf8');
      const name = `${args[0]} ${format}`;
      this.say(name, [...steersTerminal(out), ...this.orders(out)], out);
      this.reads(name, () => this.say(name, this.#inFormat(format, out)));
    }
  }

  #inFormat(format: string, out: string): string[] {
    switch (format) {
      case 'json':
        return isReport(JSON.parse(out)) ? [] : [`no report: ${JSON.stringify(isReport.errors?.[0])}`];
      case 'sarif':
        return inSarif(JSON.parse(out) as Log);
      case 'github':
        return inGithub(out);
      case 'gitlab':
        return inGitlab(JSON.parse(out) as GitlabIssue[]);
      case 'junit':
        return [...xmlOf(out).names].filter(name => !JUNIT.has(name));
      case 'markdown':
        return actsInMarkdown(out, { code: /^[a-z-]+$/ });
      case 'pretty':
      case 'compact':
      case 'summary':
        return [];
      default:
        return ['a format that nobody reads here: name a reader that is not ours'];
    }
  }
}

const JUNIT = new Set(
  'testsuites testsuites@name testsuites@tests testsuites@failures testsuites@errors testsuite testsuite@name testsuite@tests testsuite@failures testsuite@errors testsuite@skipped testsuite@time testcase testcase@classname testcase@name testcase@time failure failure@type failure@message system-out'.split(
    ' ',
  ),
);

const require = createRequire(import.meta.url);
const { Ajv } = require('ajv') as { Ajv: new (options: object) => ajv.Ajv };
const isReport = new Ajv({ strictTypes: false, strictRequired: false }).compile(reportSchema);
const isSarif = (() => {
  const Draft4 = (require('ajv-draft-04') as { default: new (options: object) => ajv.Ajv }).default;
  const made = new Draft4({ strict: false, unicodeRegExp: false });
  (require('ajv-formats') as { default: (ajv: unknown) => void }).default(made);
  return made.compile(
    JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8')) as object,
  );
})();

/** SARIF §3.11.6: `[words](place)` in any message is a link; §3.11.5: `{0}` is a place for a value. */
function inSarif(log: Log): string[] {
  if (!isSarif(log)) return [`no SARIF: ${JSON.stringify(isSarif.errors?.[0])}`];
  const { results = [] } = log.runs[0]!;
  const messages = results.flatMap(({ message, relatedLocations = [], fixes = [] }) => [
    message,
    ...relatedLocations.map(it => it.message!),
    ...fixes.map(it => it.description!),
  ]);
  const places = results.flatMap(({ locations = [], relatedLocations = [], fixes = [] }) => [
    ...[...locations, ...relatedLocations].map(it => it.physicalLocation!.artifactLocation!.uri!),
    ...fixes.flatMap(({ artifactChanges }) => artifactChanges.map(it => it.artifactLocation.uri!)),
  ]);
  return [
    ...messages.flatMap(({ text = '', markdown }) => [
      ...(/(?<!\\)\[(?:[^\]\\]|\\.)*\]\([^)]*\)/.exec(text) ?? []),
      ...(/\{\d+\}/.exec(text) ?? []),
      ...steersTerminal(text),
      ...(markdown === undefined ? [] : ['a message of Markdown']),
    ]),
    // A file of elsewhere, named from the root in the JSON that is merged, is an address of a file and no other.
    ...places.filter(uri => !uri.startsWith('file:///') && !new URL(uri, BASE).href.startsWith(BASE)),
  ];
}

/** Where the names of a run count from. */
const BASE = 'file:///checked/';

/** Only annotations, each for one file under its own name; their words hold no other order. */
const inGithub = (out: string): string[] => {
  const said = runnerCommands(out);
  return said.flatMap(({ name, properties, data }) => [
    ...(['error', 'warning', 'notice'].includes(name) ? [] : [name]),
    ...[...properties.keys()].filter(key => !['title', 'file', 'line', 'endLine', 'col', 'endColumn'].includes(key)),
    ...(/^[a-z-]+$/.test(properties.get('title') ?? '') ? [] : ['a title']),
    ...steersTerminal([data, ...properties.values()].join(' ')),
    ...runnerCommands([data, ...properties.values()].join('\n')).map(it => `inside: ${it.name}`),
  ]);
};

interface GitlabIssue {
  readonly description: string;
  readonly content: { readonly body: string };
}
const inGitlab = (issues: readonly GitlabIssue[]): string[] =>
  issues.flatMap(({ description, content }) => [
    ...steersTerminal(description),
    ...(description.includes('\n') ? ['a second line'] : []),
    ...actsInMarkdown(content.body),
  ]);

/** What a sheet of a harmless draft consists of. */
const sheetOf = async (folder: string): Promise<ReturnType<typeof htmlOf>> => {
  put(folder, { 'plain/a.md': draft('甲乙') });
  return htmlOf((await policydoc(join(folder, 'plain'), ['review', 'a.md'], { dataFolder: join(folder, 'data') })).out);
};

async function readAll(all: readonly string[], sheets: number): Promise<Reading> {
  const folder = world(all);
  const it = new Reading(folder);
  const ofTeam = titleOf(all[0]!, 0);

  await it.formats(['check', '--all', '--final', '.']);
  await it.run(['check', '--all', '.'], { isTTY: true });
  await it.run(['check', '--all', '.'], { in: 'raw' });
  const named = readdirSync(join(folder, 'drafts')).filter(name => name.endsWith('.md'));

  const md = await it.run(['citations', ...named.map(name => `./${name}`)]);
  it.say('citations markdown', actsInMarkdown(md.out));
  const csv = await it.run(['citations', '--format', 'csv', ...named.map(name => `./${name}`)]);
  it.reads('citations csv', () => it.say('citations csv', formulas(csv.out)));
  const exact = await it.run(['citations', '--format', 'json', ...named.map(name => `./${name}`)]);
  it.reads('citations json', () =>
    assert.deepEqual(
      (JSON.parse(exact.out) as { files: { file: string }[] }).files.map(({ file }) => file).sort(),
      [...named].sort(),
      'JSON is exact',
    ),
  );

  await it.run(['citations', '.'], { isTTY: true });
  await it.run(['impact', ofTeam, '.']);
  const reached = await it.run(['impact', '--format', 'json', ofTeam, '.']);
  // Of a name so made that no text of the team's can have it there is nothing to tell but that.
  if (reached.out === '') assert.notEqual(reached.err, '');
  else it.reads('impact json', () => JSON.parse(reached.out));
  await it.run(['report', '--all', '.', '-o', '../reports.html']);
  it.say('report html', inReports(readFileSync(join(folder, 'reports.html'), 'utf8')));

  await it.run(['inspect', '.']);
  const inspected = await it.run(['inspect', '--format', 'json', '.']);
  it.reads('inspect json', () => JSON.parse(inspected.out));

  const plain = await sheetOf(folder);
  const some = named.filter((_, i) => i % Math.ceil(named.length / sheets) === 0);
  for (const name of some) {
    const html = await it.run(['review', `./${name}`]);
    assert.notEqual(html.out, '', html.err);
    it.say('review html', inHtml(html.out, plain));
    const page = await it.run(['review', '--format', 'markdown', `./${name}`]);
    it.say('review markdown', actsInMarkdown(page.out, { html: /^<!-- policydoc review -->$/, code: /^[a-z-]+$/ }));
  }

  // One item that is an item whatever the words are: 1.2J alone is a number.
  const items = ['人员不足', ...all].map((words, i) => `${i + 1}.${oneLine(words)}。${oneLine(words)}1个。\n\n`);
  const LISTING = `# 调研报告\n\n## 一、存在的问题\n\n${items.join('')}`;
  writeFileSync(join(folder, 'drafts', 'listing.md'), LISTING);
  const listed = await it.run(['lists', './listing.md', '--kind', 'problems']);
  assert.notEqual(listed.out, '', listed.err);
  it.say('lists markdown', actsInMarkdown(listed.out, { html: /^$/, code: /^$/ }));
  await it.run(['lists', './listing.md', '-o', '../lists.csv']);
  it.say('lists csv', formulas(readFileSync(join(folder, 'lists.csv'), 'utf8')));

  await it.run(['data', 'export', '-o', '../placeholders.csv', ...named.map(name => `./${name}`)]);
  it.reads('data export', () =>
    it.say('data export', formulas(readFileSync(join(folder, 'placeholders.csv'), 'utf8'))),
  );
  const values = all.map(words => ({ id: words, key: oneLine(words), value: words, note: words }));
  writeFileSync(join(folder, 'values.json'), JSON.stringify({ version: 1, placeholders: values }));
  for (const name of some) {
    await it.run(['data', 'fill', `./${name}`, '--data', '../values.json', '-o', '../filled.md']);
    await it.run(['data', 'fill', `./${name}`, '--data', `./${name}`, '-o', '../filled.md']);
    writeFileSync(
      join(folder, 'none.json'),
      '{"version": 1, "placeholders": [{"id": "g1", "key": "甲乙", "value": "1"}]}',
    );
    await it.run(['data', 'fill', `./${name}`, '--data', '../none.json', '-o', `../${name}`]);
  }

  await it.run(['regulations', 'list']);
  await it.run(['regulations', 'list', ofTeam]);
  await it.run(['regulations', 'show', ofTeam]);
  await it.run(['regulations', 'show', '--format', 'json', ofTeam]);
  mkdirSync(join(folder, 'out'));
  await it.run(['regulations', 'import', 'in', '-o', 'out/甲'], { in: '.' });
  await it.run(['regulations', 'import', 'in', '-o', 'out/甲', '--format', 'json'], { in: '.' });
  await it.run(['regulations', 'import', 'drafts', '-o', 'out/乙'], { in: '.' });

  const keyed = <T>(value: T): Record<string, T> => Object.fromEntries(all.map(words => [words, value]));
  for (const config of [
    keyed(1),
    { rules: keyed('off') },
    { rules: { 'section-missing': all[0], 'section-empty': ['error', keyed(1)] } },
    ...all.slice(0, sheets).flatMap(words => [{ regulations: [words] }, { locale: words }, { asOf: words }]),
    { ignore: all },
    { regulations: all },
  ]) {
    writeFileSync(join(folder, 'keys/policydoc.config.json'), JSON.stringify(config));
    await it.run(['check', '.'], { in: 'keys' });
    await it.run(['check', '--print-config', '.'], { in: 'keys' });
  }
  writeFileSync(join(folder, 'keys/policydoc.config.json'), '{}');
  writeFileSync(join(folder, 'list.txt'), all.join('\n'));
  await it.run(['check', '--files-from', '../list.txt'], { in: 'keys' });
  for (const words of all) {
    // What somebody typed, or a shell put there for a pattern.
    await it.run([words], { in: 'keys' });
    await it.run(['check', `--${words}`], { in: 'keys' });
    await it.run(['check', `./${asName(words)}`], { in: 'keys' });
    await it.run(['check', '--rule', words, '.'], { in: 'keys' });
    await it.run(['explain', words], { in: 'keys' });
    await it.run(['regulations', 'list', words, '--kind', words], { in: 'keys' });
  }
  await it.run(['check', '--changed-since', all[0]!, '.'], { in: 'keys' });

  // A report that came from another machine: whatever is a string may be anything.
  const { out } = await policydoc(join(folder, 'drafts'), ['check', '--all', '--final', '--format', 'json', '.'], {
    dataFolder: join(folder, 'data'),
  });
  let at = 0;
  const part = JSON.stringify(everyString(JSON.parse(out), () => all[at++ % all.length]!)).replace(/\x7f/g, '\\u007f');
  writeFileSync(join(folder, 'part.json'), part);
  await it.formats(['merge', 'part.json'], { in: '.' });
  return it;
}

/** The same data with other words for every string but those that are one of a list. */
function everyString(value: unknown, words: () => string, key = ''): unknown {
  if (typeof value === 'string') return FIXED.has(key) ? value : words();
  if (Array.isArray(value)) return value.map(one => everyString(one, words, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, everyString(one, words, name)]));
}
const FIXED = new Set([
  'rule',
  'severity',
  'locale',
  'scope',
  'verdict',
  'quoteVerdict',
  'standing',
  'kind',
  'align',
  'fingerprint',
]);

/**
 * Nothing but what the template has: no other element or attribute, and no other value but numbers and our own words.
 */
function inHtml(html: string, plain: ReturnType<typeof htmlOf>): string[] {
  const { names, values, styles, others } = htmlOf(html);
  const shape = (value: string): string =>
    value
      .replace(/\d+(?:\.\d+)?/g, '0')
      .replace(
        /(?<=class=.*)\b(?:error|warning|info|verified|unverifiable|absent|misplaced|superseded|repealed|ambiguous|exact|differs|elsewhere|fits|wrong|open|left|right|center|plain|table|dashes|aside|item|wide|heading level0|heading)\b/g,
        'X',
      )
      .replace(/(?: X)+/g, '');
  const known = new Set([...plain.values].map(shape));
  return [
    ...[...names].filter(name => !plain.names.has(name) && !KNOWN_NAMES.has(name)),
    ...[...values].filter(value => !known.has(shape(value)) && !KNOWN_VALUES.test(value)),
    ...others.filter(it => it !== '#documentType'),
    ...(styles.length === 1 && styles[0] === STYLE ? [] : ['another style']),
    ...(values.has("meta@content=default-src 'none'; style-src 'unsafe-inline'") ? [] : ['another policy']),
  ];
}
/** What is wrong with a page of `report`: an element, an attribute or a script that is not in its template. */
function inReports(html: string): string[] {
  const { names, scripts, others } = htmlOf(html);
  return [
    ...[...names].filter(name => !REPORTS_NAMES.test(name)),
    ...others.filter(it => it !== '#documentType'),
    ...(scripts.length === 1 && scripts[0] === SCRIPT ? [] : ['another script']),
  ];
}
const REPORTS_NAMES =
  /^(?:html|head|meta|title|style|body|header|h[12]|main|script|section|div|table|thead|tbody|t[rhd]|p|button|label|input|select|option|details|summary|ul|li|span)(?:@(?:lang|charset|http-equiv|content|name|class|id|scope|type|value|data-file|data-rules|data-key))?$/;

/** What a template has but not for every draft. */
const KNOWN_NAMES = new Set(['td@colspan', 'th@colspan', 'br', 'small', 'span@class', 'p@class']);
const KNOWN_VALUES =
  /^(?:html@lang=en|a@href=#[nr]\d+|(?:a|li)@id=[nr]\d+|rect@width=[\d.]+|t[dh]@colspan=\d+|[a-z]+@class=[a-z0-9 ]+)$/;

describe('law 8: no word of a workspace acts in an output', () => {
  it('whatever it is', async () => {
    const { faults, outputs } = await readAll(HOSTILE, 3);
    assert.deepEqual(faults, []);
    assert.ok(outputs > 150, String(outputs));
  }).timeout(300_000);

  it('nor does any mixture of such words', () =>
    fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 3 }), async all => {
        assert.deepEqual((await readAll(all, 1)).faults, []);
      }),
      { numRuns: 5 },
    )).timeout(300_000);

  it('nor in a sheet, whatever any value of it is', async () => {
    const plain = await sheetOf(
      folderWith({
        'data/regulations.json': NO_REGULATIONS['regulations.json'],
        'data/fingerprints.bin': NO_REGULATIONS['fingerprints.bin'],
      }),
    );
    const index = RegulationIndex.of({ version: 1, asOf: '2026-01-01', regulations: [] }, new Uint32Array());
    const known = {
      file: 'a.md',
      locale: 'zh-CN',
      asOf: '2026-01-01',
      digest: '0',
      rulesOff: ['section-missing'],
    } as const;
    const page = reviewPage(analyze(draft('甲乙'), { index, settings: NO_CONFIG.settings }), known);
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...HOSTILE), hostileText),
        fc.constantFrom('zh-CN', 'en'),
        (words, locale) => {
          const hostile = { ...(everyString(page, () => words) as ReviewPage), locale };
          const html = reviewHtml(hostile);
          assert.deepEqual([...inHtml(html, plain), ...steersTerminal(html)], []);
          const markdown = reviewMarkdown(hostile);
          assert.deepEqual(
            [
              ...actsInMarkdown(markdown, { html: /^<!-- policydoc review -->$/, code: /^[a-z-]+$/ }),
              ...steersTerminal(markdown),
              ...runnerCommands(markdown),
            ],
            [],
          );
        },
      ),
      { numRuns: 300, examples: HOSTILE.map(words => [words, 'zh-CN'] as [string, 'zh-CN']) },
    );
  }).timeout(60_000);

  it('nor a difference that a screen or the log of a job shows; for git it is exact', () =>
    withFixingRule(async () => {
      const folder = folderWith({
        'a.md': '# 关于示例的调研报告\n\n  ::set-output name=a::b\n甲  ##[add-mask]乙\u202e\n',
      });
      const patch = async (world: World): Promise<string> =>
        (await policydoc(folder, ['check', '--fix-dry-run', 'a.md'], world)).out;
      assert.match(await patch({}), /\n-甲 {2}##\[add-mask\]乙\u202e\n[^]*\n\+甲 ##\[add-mask\]乙\u202e\n/);
      for (const shown of [{ isTTY: true }, { env: { CI: 'true' } }]) {
        const out = await patch(shown);
        assert.match(out, /\n-甲/);
        assert.deepEqual([steersTerminal(out), runnerCommands(out)], [[], []]);
      }
    }));

  const NEXT = '<!-- policydoc-ignore-next-line placeholder-unfilled -- 月底提供 -->';
  const PLACEHOLDER = '现有党员*人。';
  const HIDDEN: [how: string, lines: string, reason?: string][] = [
    ['far to the right', `甲。${' '.repeat(20_000)}${NEXT}\n${PLACEHOLDER}`],
    ['far to the right, behind wide blanks', `甲。${'\u3000'.repeat(20_000)}${NEXT}\n${PLACEHOLDER}`],
    ['far below', `${PLACEHOLDER}\n${'\n'.repeat(5000)}<!-- policydoc-ignore placeholder-unfilled -- 月底提供 -->`],
    ['in what is folded away', `<details hidden>\n\n${NEXT}\n${PLACEHOLDER}\n\n</details>`],
    ['in HTML that nobody sees', `<div style="display:none">${NEXT}</div>\n${PLACEHOLDER}`],
    [
      'in a list in a quotation',
      `> - 甲\n> - 乙 ${NEXT}\n\n${PLACEHOLDER}\n<!-- policydoc-ignore placeholder-unfilled -- 月底提供 -->`,
    ],
    [
      'in a table',
      `| 甲 ${NEXT} | 乙 |\n| --- | --- |\n\n${PLACEHOLDER}\n<!-- policydoc-ignore placeholder-unfilled -- 月底提供 -->`,
    ],
    ['behind characters without width', `${'\u200b\u2060'.repeat(500)}${NEXT}\n${PLACEHOLDER}`],
    ['in a line that runs the other way', `\u202e甲${NEXT}\u202c\n${PLACEHOLDER}`],
    [
      'over many lines',
      `<!-- policydoc-ignore-next-line placeholder-unfilled --${'\n'.repeat(300)}月底提供 -->\n${PLACEHOLDER}`,
    ],
    [
      'with a reason of no width',
      `<!-- policydoc-ignore-next-line placeholder-unfilled -- \u200b\u3164 -->\n${PLACEHOLDER}`,
      '未写明理由',
    ],
    [
      'with a reason that only steers',
      `<!-- policydoc-ignore-next-line placeholder-unfilled -- \u202e\u2066 -->\n${PLACEHOLDER}`,
      '未写明理由',
    ],
    [
      'with a reason of tags',
      `<!-- policydoc-ignore-next-line placeholder-unfilled -- \u{e0061}\u{e0062} -->\n${PLACEHOLDER}`,
      '未写明理由',
    ],
    ['without a reason', `<!-- policydoc-ignore-next-line placeholder-unfilled -->\n${PLACEHOLDER}`, '未写明理由'],
  ];
  for (const [how, text, reason = '月底提供'] of HIDDEN) {
    it(`nor is a suppression lost to who signs: ${how}`, async () => {
      const folder = folderWith({
        'a.md': `# 关于示例的调研报告\n\n一、基本情况\n${text}\n`,
        'data/regulations.json': NO_REGULATIONS['regulations.json'],
        'data/fingerprints.bin': NO_REGULATIONS['fingerprints.bin'],
      });
      const world = { dataFolder: join(folder, 'data') };
      const said = async (...args: string[]): Promise<string> => (await policydoc(folder, args, world)).out;
      const [{ suppressions }] = (JSON.parse(await said('check', '--final', '--format', 'json', 'a.md')) as Report)
        .files as [FileReport];
      assert.ok(suppressions.length > 0);
      const listed = /行的忽略标记（placeholder-unfilled，(?:全文|下一行)）：(.*)/g;
      const sheet = htmlText(await said('review', 'a.md'));
      for (const page of [
        await said('check', '--final', 'a.md'),
        await said('check', '--final', '--format', 'github', 'a.md'),
        await said('check', '--final', '--format', 'markdown', 'a.md'),
        await said('review', '--format', 'markdown', 'a.md'),
        sheet,
      ]) {
        const reasons = [...page.matchAll(listed)].map(m => m[1]!.trim());
        assert.deepEqual(
          reasons,
          suppressions.map(() => reason),
        );
      }
    });
  }

  it('and who reads would see it', () => {
    assert.deepEqual(
      HOSTILE.filter(
        words =>
          steersTerminal(words).length +
            runnerCommands(words).length +
            runnerCommands(words.replace('%0A', '\n').replace('甲,', '::a ')).length +
            actsInMarkdown(words).length +
            formulasIn(words).length +
            htmlOf(words).names.size -
            3 <=
            0 && !INERT.has(words),
      ),
      [],
    );
    assert.throws(() => xmlOf('<a>\ufffe</a>'));
    assert.throws(() => xmlOf('<!DOCTYPE a><a/>'));
    assert.notDeepEqual(
      inSarif({
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'a' } },
            results: [{ message: { text: '甲[乙](http://evil.example)' } }],
          },
        ],
      } as Log),
      [],
    );
  });
});

const formulasIn = (words: string): string[] => formulas(words.replaceAll('"', ''));
/** What only means something elsewhere: to a template, inside an attribute, in a paragraph of its own. */
const INERT = new Set([
  ...[
    '{0}',
    '%s %d',
    '${jndi:ldap://evil.example}',
    '__proto__',
    ']]>',
    '甲 -->',
    '&b;',
    '甲\\',
    '$$x$$',
    "'=1+1",
    '"",=1+1',
  ],
  ...[
    '\ud800甲\udc00',
    '甲\ufffe\uffff乙',
    "' onmouseover='alert(1)",
    '" style="background:url(http://evil.example/x)',
  ],
  ...['![甲][乙]', '[^甲]', '&lt;img src=x&gt;', '```\n@octocat\n```', '| 甲 | 乙 |', '1. 甲', '1) 甲', '# 甲'],
]);
