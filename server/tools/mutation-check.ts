/**
 * Measures the judgement of citations and quotations by faults made on purpose: `node mutation-check.js [TEXTS] [SEED] [WIDTH]`.
 * With a width the reports are broken into lines of so many characters, as a copy of a PDF is.
 * From the texts it writes short reports whose citations and quotations are right by the index, then breaks each in
 * every way a writer breaks them, and counts which faults are found, by which rule, and what is said of the right ones.
 * Prints a table; exits with 1 when less than 99.5 % of the faults are found by the right rule or a right report is blamed.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clausesOf } from '../src/core/regulations/clauses.js';
import { analyze } from '../src/core/analyze.js';
import { divisionText, locatorText } from '../src/core/wording.js';
import type { Locator } from '../src/core/facts/locators.js';
import type { Article, Edition, RegulationIndex } from '../src/core/regulations/regulation-index.js';
import { parseStructure, type ParsedArticle } from '../src/core/regulations/text/structure.js';
import { loadIndex } from '../src/host/load-index.js';
import { readCollections } from './collections.js';
import { readHeader } from './header.js';
import { splicesOf, truthsOf, type Quoted } from './splices.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const texts = process.argv[2] ?? join(repository, '../shared/regulations');
const seed = Number(process.argv[3] ?? 1);
const width = Number(process.argv[4] ?? 0);
const index = loadIndex(join(repository, 'server/data'));

/** One right citation with its quotation: the soil the faults are planted in. */
interface Sample {
  readonly edition: Edition;
  readonly article: Article;
  /** The whole 款 quoted: one sentence or more. */
  readonly words: string;
  /** Older editions with the same article in other words. */
  readonly older: readonly { readonly edition: Edition; readonly article: Article; readonly words: string }[];
}

interface Fault {
  readonly kind: string;
  readonly text: string;
  /** Any of these rules is right. */
  readonly rules: readonly string[];
}

const random = generator(seed);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

const report = (sentence: string): string => (width > 0 ? wrapped(whole(sentence)) : whole(sentence));
const whole = (sentence: string): string =>
  `# 关于制度执行情况的调研报告\n\n## 一、基本情况\n\n各单位建立了有关制度。\n\n## 二、存在的问题\n\n一是制度执行不到位。${sentence}各单位落实还有差距。\n\n## 三、对策建议\n\n一是抓好制度执行。\n`;
/** Each paragraph in lines of that width, none of which begins with a mark that must not, or as an item would. */
function wrapped(text: string): string {
  const broken = (line: string): string => {
    let [out, rest] = ['', line];
    while (rest.length > width + 3) {
      let at = width;
      while (
        at < rest.length &&
        /^(?:[，。、；：！？）》”’%\s]|[一二三四五六七八九十]+[、是]|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、])/.test(
          rest.slice(at, at + 6),
        )
      )
        at++;
      out += `${rest.slice(0, at)}\n`;
      rest = rest.slice(at);
    }
    return out + rest;
  };
  return text
    .split('\n')
    .map(line => (line.startsWith('#') ? line : broken(line)))
    .join('\n');
}
const cite = (title: string, locator: Locator, words: string | null): string =>
  `《${title}》${locatorText(locator)['zh-CN']}${words === null ? '对此已有规定。' : `规定：“${words}”`}`;
const locatorOf = ({ number, suffix }: Article): Locator => ({
  article: number,
  ...(suffix ? { articleSuffix: suffix } : {}),
});

function faultsOf({ edition, article, words, older }: Sample): Fault[] {
  const { title } = edition.regulation;
  const here = locatorOf(article);
  const last = edition.last!.number;
  const faults: Fault[] = [];
  const plant = (kind: string, sentence: string, ...rules: string[]): void =>
    void faults.push({ kind, text: report(sentence), rules });

  if (edition.form === 'articles') {
    plant(
      'article past the end',
      cite(title, { article: last + 1 + Math.floor(random() * 20) }, null),
      'citation-article-absent',
      'citation-superseded',
    );
  }
  const neighbour = edition.article(article.number + 1) ?? edition.article(article.number - 1);
  if (neighbour) plant('neighbouring article', cite(title, locatorOf(neighbour), words), 'quotation-elsewhere');
  const chapter = article.divisions.find(d => d.kind === '章');
  const others = edition.divisions.filter(
    d => d.kind === '章' && d.number > 0 && d.number !== chapter?.number && !d.open,
  );
  if (chapter && !chapter.open && others.length > 0) {
    plant(
      'wrong chapter',
      cite(title, { chapter: pick(others).number, ...here }, null),
      'citation-misplaced',
      'citation-superseded',
    );
  }
  plant(
    'a 款 too many',
    cite(title, { ...here, paragraph: article.paragraphs.length + 1 }, null),
    'citation-paragraph-absent',
    'citation-superseded',
  );
  const most = Math.max(0, ...article.paragraphs.flatMap(p => p.items.map(i => i.number)));
  plant('a 项 too many', cite(title, { ...here, item: most + 1 }, null), 'citation-item-absent', 'citation-superseded');
  plant('one character changed', cite(title, here, changed(words)), 'quotation-differs', 'quotation-superseded');
  for (const old of older.slice(0, 1)) {
    plant(
      'an old edition',
      cite(title, locatorOf(old.article), old.words),
      'quotation-superseded',
      'quotation-elsewhere',
    );
  }
  const name = misspelt(title);
  if (name) plant('misspelt name', cite(name, here, null), 'citation-name-inexact');
  return faults;
}

/** One Han character of the words replaced by another. */
function changed(words: string): string {
  const places = [...words].flatMap((c, i) => (/[\u4e00-\u9fff]/.test(c) ? [i] : []));
  const at = pick(places);
  const other = [...'田禾江岭松梅兰竹'].find(c => c !== words[at])!;
  return words.slice(0, at) + other + words.slice(at + 1);
}

/** One character of the name replaced; null where that could make another regulation's name, or none to replace. */
function misspelt(title: string): string | null {
  const core = title.replace(/^(?:中华人民共和国|中国共产党)/, '');
  const places = [...core].flatMap((c, i) =>
    /[\u4e00-\u9fff]/.test(c) && !/[零〇一二三四五六七八九十百千省市县区州]/.test(c) && i < core.length - 2 ? [i] : [],
  );
  if (core.length < 6 || places.length === 0) return null;
  const at = pick(places);
  const name =
    title.slice(0, title.length - core.length) +
    core.slice(0, at) +
    (core[at] === '禾' ? '田' : '禾') +
    core.slice(at + 1);
  return index.find(name).length === 0 ? name : null;
}

/** The editions of the index with the words they were made from. */
function wordsOf(from: RegulationIndex): Map<Edition, ParsedArticle[]> {
  const byEdition = new Map<Edition, ParsedArticle[]>();
  for (const raw of readCollections(texts)) {
    const header = readHeader(raw);
    const [regulation, ...more] = from.find(header.title);
    const edition = regulation?.editions.find(e => e.date === header.date);
    if (!edition || more.length > 0 || regulation!.title !== header.title || edition.extent !== 'text') continue;
    const articles = parseStructure(header.body, /修正案|关于修改.*的决定$/.test(header.title)).articles;
    // Of several copies of one edition, the one the index was made from.
    if (articles.length > 0 && articles.length === edition.articles.length)
      byEdition.set(
        edition,
        articles.filter(article => isOfIndex(edition, article)),
      );
  }
  return byEdition;
}

/** Whether the index was made from these very words: copies of one edition differ in a character now and then. */
function isOfIndex(edition: Edition, { number, suffix, paragraphs }: ParsedArticle): boolean {
  const own = edition.article(number, suffix);
  const words = paragraphs.flatMap(({ text, items }) => [
    text,
    ...items.flatMap(item => [item.text, ...item.subitems.map(subitem => subitem.text)]),
  ]);
  const hashes = words.flatMap(text => clausesOf(text).map(({ hash }) => hash));
  return own !== null && hashes.join() === edition.fingerprints(own).join();
}

const isCited = (edition: Edition): boolean =>
  edition.regulation.inForce(index.asOf) === edition && index.find(edition.regulation.title).length === 1;

function samples(byEdition: ReadonlyMap<Edition, ParsedArticle[]>): Sample[] {
  const found: Sample[] = [];
  for (const [edition, articles] of byEdition) {
    if (!isCited(edition)) continue;
    for (let tries = 0, made = 0; tries < 12 && made < 2; tries++) {
      const parsed = pick(articles);
      const article = edition.article(parsed.number, parsed.suffix);
      const words = parsed.paragraphs[0]?.text ?? '';
      if (!article || !isQuotable(words) || parsed.paragraphs[0]!.items.length > 0) continue;
      const older = [...byEdition].flatMap(([other, list]) => {
        if (other.regulation !== edition.regulation || other.since >= edition.since) return [];
        return list.flatMap(old => {
          const place = other.article(old.number, old.suffix);
          const text = old.paragraphs[0]?.text ?? '';
          return place &&
            isQuotable(text) &&
            old.paragraphs[0]!.items.length === 0 &&
            !standsInOrder(edition, other, place)
            ? [{ edition: other, article: place, words: text }]
            : [];
        });
      });
      found.push({ edition, article, words, older: older.length > 0 ? [pick(older)] : [] });
      made++;
    }
  }
  return found;
}

const isQuotable = (words: string): boolean =>
  words.length >= 16 && words.length <= 300 && /^[^“”‘’"《》*＊×X…\n]+。$/.test(words);

/** Whether the whole old article stands in the new edition: then nothing is old about it. */
const standsInOrder = (now: Edition, old: Edition, article: Article): boolean =>
  [...old.fingerprints(article.paragraphs[0]!)].every(hash => now.articlesWith(hash).length > 0);

/** A small linear congruential generator: the same seed gives the same faults on every machine. */
function generator(state: number): () => number {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const RIGHT = 'right number';
const words = wordsOf(index);
const found = samples(words);
const tally = new Map<string, { planted: number; right: number; missed: string[] }>();
const blamed: string[] = [];
const check = (text: string): string[] =>
  analyze(text, { index, settings: { rules: {} } }).findings.map(f => `${f.rule}\t${f.severity}`);
for (const sample of found) {
  const { edition, article, words } = sample;
  const chapter = article.divisions.filter(d => d.number > 0 && d.kind === '章').at(-1);
  const right = report(
    cite(edition.regulation.title, { ...(chapter ? { chapter: chapter.number } : {}), ...locatorOf(article) }, words),
  );
  const said = check(right).filter(s => !s.endsWith('info'));
  if (said.length > 0)
    blamed.push(
      `${edition.regulation.title} ${edition.date} ${article.number}${chapter ? ` ${divisionText(chapter)['zh-CN']}` : ''}: ${said.join(', ')}`,
    );
  for (const fault of faultsOf(sample)) {
    const row = tally.get(fault.kind) ?? { planted: 0, right: 0, missed: [] };
    tally.set(fault.kind, row);
    row.planted++;
    const rules = check(fault.text).map(s => s.split('\t')[0]!);
    if (rules.some(rule => fault.rules.includes(rule))) row.right++;
    else row.missed.push(`${fault.text.split('\n')[8]!.slice(10, 120)} → ${rules.join(', ') || 'nothing'}`);
  }
}
let planted = 0;
let right = 0;
for (const [kind, row] of tally) {
  planted += row.planted;
  right += row.right;
  console.log(`${kind.padEnd(24)} ${row.right}/${row.planted}  ${((100 * row.right) / row.planted).toFixed(2)} %`);
  for (const miss of row.missed.slice(0, 5)) console.log(`    ${miss}`);
}
console.log(`faults found by the right rule: ${right}/${planted} = ${((100 * right) / planted).toFixed(2)} %`);
console.log(`right reports: ${found.length}, blamed: ${blamed.length}`);
for (const line of blamed.slice(0, 20)) console.log(`    ${line}`);

// Quotations spliced of the words of the regulations themselves, and true ones.
const sources = [...words].flatMap(([edition, articles]) => (isCited(edition) ? [{ edition, articles }] : []));
const EACH = 5000;
const verdictsOf = (sentence: string): { quotes: string[]; blames: string[] } => {
  const { model, findings } = analyze(report(sentence), { index, settings: { rules: {} } });
  return {
    quotes: model.quotations.map(q => q.verdict),
    blames: findings.flatMap(f =>
      /^(?:citation|quotation)-/.test(f.rule) && f.severity !== 'info' ? [f.message['zh-CN']] : [],
    ),
  };
};
// The number shifted by one to three, with the provision's words restated and not quoted: the fault of whoever cites from memory.
const restatements = countedBy(found.flatMap(restated), ({ sentence }) =>
  check(report(sentence)).some(said => /^(?:citation-topic|quotation-elsewhere)\t/.test(said)) ? 'blamed' : 'silent',
);
for (const [kind, row] of restatements) {
  const [told, silent] = [row.get('blamed') ?? [], row.get('silent') ?? []];
  console.log(`restated, ${kind}: told ${told.length} of ${told.length + silent.length}`);
  if (kind === RIGHT) for (const sentence of told.slice(0, 20)) console.log(`    ${sentence}`);
}

const splices = countedBy(splicesOf(sources, EACH, { random, pick }), ({ sentence }) => {
  const { quotes, blames } = verdictsOf(sentence);
  return quotes.every(v => v === 'exact') ? 'exact' : blames.length > 0 ? 'blamed' : 'unverifiable';
});
const truths = countedBy(truthsOf(sources, EACH, { random, pick }), ({ sentence }) => {
  const { quotes, blames } = verdictsOf(sentence);
  return blames.length > 0
    ? 'blamed'
    : quotes.length > 0 && quotes.every(v => v === 'exact')
      ? 'exact'
      : 'unverifiable';
});
print('spliced quotations', splices, 'exact');
print('true quotations', truths, 'blamed');

/** A right citation with words of the provision, one clause of which is left out or is the writer's, and shifted ones. */
function restated({ edition, article, words }: Sample): Quoted[] {
  const clauses = words.replace(/。$/, '').split(/(?<=[，；。])/);
  const at = Math.floor(random() * clauses.length);
  const said = clauses.map((clause, i) =>
    i === at ? (clauses.length > 2 ? '' : `${clause.replace(/[，；。]$/, '')}等，`) : clause,
  );
  const claim = `${said.join('').replace(/[，；。]$/, '')}，要抓好落实。`;
  const shifted = pick([-3, -2, -1, 1, 2, 3]);
  const other = edition.article(article.number + shifted);
  const of = (where: Article): string => {
    const name = `《${edition.regulation.title}》${locatorText(locatorOf(where))['zh-CN']}`;
    return pick([`${name}规定，`, `根据${name}的规定，`, `依照${name}，`]) + claim;
  };
  return [
    { kind: RIGHT, sentence: of(article) },
    ...(other ? [{ kind: 'number shifted', sentence: of(other) }] : []),
  ] as Quoted[];
}

/** How many of each kind came out how, with those sentences. */
function countedBy(all: readonly Quoted[], outcome: (quoted: Quoted) => string): Map<string, Map<string, string[]>> {
  const kinds = new Map<string, Map<string, string[]>>();
  for (const quoted of all) {
    const row = kinds.get(quoted.kind) ?? new Map<string, string[]>();
    kinds.set(quoted.kind, row);
    const how = outcome(quoted);
    row.set(how, [...(row.get(how) ?? []), quoted.sentence]);
  }
  return kinds;
}

function print(what: string, kinds: Map<string, Map<string, string[]>>, bad: string): void {
  const sum = (how: string): number => [...kinds.values()].reduce((n, row) => n + (row.get(how)?.length ?? 0), 0);
  const all = ['exact', 'blamed', 'unverifiable'];
  console.log(`${what}: ${all.reduce((n, how) => n + sum(how), 0)}, ${bad}: ${sum(bad)}`);
  for (const [kind, row] of kinds) {
    console.log(`    ${kind.padEnd(30)} ${all.map(how => `${how} ${row.get(how)?.length ?? 0}`).join(', ')}`);
    for (const sentence of row.get(bad)?.slice(0, 8) ?? []) console.log(`        ${sentence}`);
  }
}
const countOf = (kinds: Map<string, Map<string, string[]>>, how: string): number =>
  [...kinds.values()].reduce((n, row) => n + (row.get(how)?.length ?? 0), 0);
process.exitCode =
  countOf(splices, 'exact') > 0 || countOf(truths, 'blamed') > 0
    ? 1
    : right / planted >= 0.995 && blamed.length === 0
      ? 0
      : 1;
