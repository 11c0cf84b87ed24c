/**
 * Measures what is told of citations whose number is wrong: `node topic-table.js [TEXTS] [FILE]`.
 *
 * (a) Right citations: those that interpretations and regulations make of a law older than they are. Half of the texts, drawn by
 *     their titles, are kept back from whoever chooses bounds; the table tells both halves.
 * (b) The same with the number shifted by one to three.
 * (c) FILE: citations with claims, one JSON object a line: `{"id", "text", "right", "cited": "第N条", "true": ["第M条", …]}`;
 *     `true` names every article that would be right.
 * (d) The samples, and the drafts beside the texts: each blame is listed.
 *
 * Of (a) to (c) the table tells how many wrong numbers are told, how many right ones are blamed, and how often the article named
 * is right, as the product judges and for other bounds. Every right one that is blamed is listed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyze } from '../src/core/analyze.js';
import type { Claim } from '../src/core/facts/claims.js';
import { BOUNDS, judgeClaim, type Bounds, type Nearest } from '../src/core/regulations/topic.js';
import type { Denotation } from '../src/core/regulations/verdict.js';
import { locatorText } from '../src/core/wording.js';
import { loadIndex } from '../src/host/load-index.js';
import { readCollections } from './collections.js';
import { readHeader } from './header.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const texts = process.argv[2] ?? join(repository, '../shared/regulations');
const file = process.argv[3];
const index = loadIndex(join(repository, 'server/data'));

/** A citation with its claim, and what the truth is. */
interface Case {
  readonly id: string;
  readonly prose: string;
  readonly claim: Claim | null;
  readonly denotes: Denotation;
  readonly isRight: boolean;
  /** The articles that would be right, as they are written. */
  readonly truth: readonly string[];
  /** Of the product: whether it is blamed, and what is said. */
  readonly said: string | null;
}

const nameOf = (article: { readonly number: number; readonly suffix: number }): string =>
  locatorText({ article: article.number, ...(article.suffix && { articleSuffix: article.suffix }) })['zh-CN'];

/** What is told of a claim by itself: the article that is nearer. */
function told({ prose, claim, denotes }: Case, bounds: Bounds): string | null {
  const elsewhere = claim && judgeClaim(prose, claim, denotes, bounds).elsewhere;
  return elsewhere ? elsewhere.articles.map(nameOf).join('、') : null;
}

/** FNV-1a: draws halves and shifts, the same on every machine. */
function draw(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 8) & 0xffff;
}

function fromTexts(): { open: Case[]; kept: Case[] } {
  const [open, kept]: Case[][] = [[], []];
  const seen = new Set<string>();
  for (const raw of readCollections(texts)) {
    const { title, date, body } = readHeader(raw);
    if (date === '' || seen.has(`${title} ${date}`)) continue;
    seen.add(`${title} ${date}`);
    const text = `---\ndate: ${date.length === 10 ? date : `${date.slice(0, 4)}-12-31`}\n---\n\n${body}`;
    const { model } = analyze(text, { index, settings: { rules: {} } });
    for (const { claim, denotes, nameKind, start, end, isQuoted } of model.citations) {
      const { verdict, regulation, edition, locators } = denotes;
      if (!claim || isQuoted || nameKind === 'self' || nameKind === 'relative' || verdict !== 'verified') continue;
      if (edition?.extent !== 'text' || edition.since > date || index.find(title)[0] === regulation) continue;
      const [located] = locators;
      if (locators.length !== 1 || !located?.article) continue;
      const right: Case = {
        id: `${title} ${date}: ${text
          .slice(Math.max(0, start - 8), Math.max(end, claim.end))
          .replace(/\s+/g, '')
          .slice(0, 200)}`,
        prose: text,
        claim,
        denotes,
        isRight: true,
        truth: [nameOf(located.article)],
        said: null,
      };
      const half = draw(title) % 2 === 0 ? open! : kept!;
      half.push(right);
      const { articles } = edition;
      const at = articles.indexOf(located.article);
      const around = [-3, -2, -1, 1, 2, 3].flatMap(by => articles[at + by] ?? []);
      const article = around[draw(right.id) % Math.max(1, around.length)];
      if (!article) continue;
      half.push({
        ...right,
        isRight: false,
        denotes: { ...denotes, locators: [{ ...located, article, paragraph: null }] },
      });
    }
  }
  return { open: open!, kept: kept! };
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly right: boolean;
  readonly cited: string;
  readonly true: readonly string[];
}

/** What the product says of what a text gives as a provision's. */
const blamesOf = ({ findings }: ReturnType<typeof analyze>): string[] =>
  findings.flatMap(({ rule, severity, message }) =>
    /^(?:citation-topic|quotation-(?:elsewhere|differs|superseded))$/.test(rule) && severity !== 'info'
      ? [`${rule}: ${message['zh-CN']}`]
      : [],
  );

function fromFile(name: string): Case[] {
  return readFileSync(name, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const row = JSON.parse(line) as Row;
      const analysis = analyze(row.text, { index, settings: { rules: {} } });
      const { model } = analysis;
      const citation =
        model.citations.find(({ start, end }) => model.text.slice(start, end).includes(row.cited)) ??
        model.citations[0];
      return {
        id: `${row.id}: ${row.text}`,
        prose: model.text,
        claim: citation?.claim ?? null,
        denotes: citation?.denotes ?? { ...NOTHING },
        isRight: row.right,
        truth: row.true,
        said: blamesOf(analysis).join(' ') || null,
      };
    });
}
const NOTHING: Denotation = {
  verdict: 'unverifiable',
  regulation: null,
  edition: null,
  origin: null,
  successor: null,
  pending: null,
  candidates: [],
  near: [],
  locators: [],
  unknown: 'context',
};

const percent = (part: number, all: number): string => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`);

function line(what: string, cases: readonly Case[], says: (it: Case) => string | null): string {
  const judged = cases.map(it => ({ it, said: says(it) }));
  const [right, wrong] = [judged.filter(({ it }) => it.isRight), judged.filter(({ it }) => !it.isRight)];
  const blamed = right.filter(({ said }) => said !== null);
  const caught = wrong.filter(({ said }) => said !== null);
  const named = caught.filter(({ it, said }) => it.truth.some(article => said!.includes(article)));
  return [
    what.padEnd(44),
    `blamed ${blamed.length}/${right.length} ${percent(blamed.length, right.length)}`.padEnd(24),
    `told ${caught.length}/${wrong.length} ${percent(caught.length, wrong.length)}`.padEnd(24),
    `named ${named.length}/${caught.length} ${percent(named.length, caught.length)}`,
  ].join('  ');
}

const near = (stated: Partial<Nearest>, under: Partial<Nearest> = {}): Bounds => {
  const { says, under: behind } = BOUNDS.nearest;
  const all = { ...says, ...stated };
  return { ...BOUNDS, nearest: { quotes: all, about: all, says: all, under: { ...behind, ...under } } };
};
/** Other bounds, one changed at a time. */
const OTHERS: readonly (readonly [string, Bounds])[] = [
  ['no terms, whole clauses alone', { ...BOUNDS, known: Infinity }],
  ...[0.3, 0.4, 0.6, 0.7, 0.8, 0.9].map(best => [`best ${best}`, near({ best })] as const),
  ...[0.2, 0.4, 0.5, 0.6, 0.7].map(margin => [`margin ${margin}`, near({ margin })] as const),
  ...[0.6, 0.7, 0.9].map(best => [`behind 依照: best ${best}`, near({}, { best })] as const),
  ...[0.3, 0.4, 0.5, 0.7].map(margin => [`behind 依照: margin ${margin}`, near({}, { margin })] as const),
  ...[0.3, 0.5, 0.6, 0.8].map(own => [`own ${own}`, { ...BOUNDS, own }] as const),
  ...[2, 4, 5].map(known => [`known ${known}`, { ...BOUNDS, known }] as const),
  ...[1, 3].map(only => [`only ${only}`, { ...BOUNDS, only }] as const),
  ...[1, 3].map(articles => [`articles ${articles}`, { ...BOUNDS, articles }] as const),
];

function table(what: string, cases: readonly Case[], lists: boolean): void {
  console.log(`\n${what}: ${cases.length} citations, ${cases.filter(({ claim }) => claim).length} with a claim`);
  const isFromFile = cases.some(({ said }) => said !== null);
  if (isFromFile) console.log(line('with the rules on quotations', cases, ({ said }) => said));
  console.log(line('citation-topic', cases, it => told(it, BOUNDS)));
  for (const [name, bounds] of OTHERS) console.log(line(`  ${name}`, cases, it => told(it, bounds)));
  if (!lists) return;
  for (const it of cases) {
    const said = isFromFile ? it.said : told(it, BOUNDS);
    if (it.isRight && said) console.log(`  blamed: ${it.id} → ${said}`);
    if (isFromFile && !it.isRight && !said) console.log(`  missed: ${it.id} (${it.truth.join('、')})`);
    if (isFromFile && !it.isRight && said && !it.truth.some(article => said.includes(article)))
      console.log(`  misnamed: ${it.id} (${it.truth.join('、')}) → ${said}`);
  }
}

const { open, kept } = fromTexts();
table('(a, b) half the texts', open, true);
table('(a, b) the other half', kept, !process.argv.includes('--open'));
if (file && !file.startsWith('--')) table(`(c) ${file}`, fromFile(file), true);

const drafts = [
  ...readdirSync(join(repository, 'samples')).map(name => join(repository, 'samples', name)),
  ...[join(texts, '../cases')].flatMap(folder =>
    existsSync(folder) ? readdirSync(folder).map(name => join(folder, name)) : [],
  ),
].filter(name => /\.(?:md|txt)$/.test(name));
console.log(`\n(d) ${drafts.length} samples and drafts`);
for (const name of drafts) {
  const { findings } = analyze(readFileSync(name, 'utf8'), { index, settings: { rules: {} } });
  for (const { rule, message } of findings)
    if (rule === 'citation-topic') console.log(`  blamed: ${name.split('/').at(-1)}: ${message['zh-CN']}`);
}
