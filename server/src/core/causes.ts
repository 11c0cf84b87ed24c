import { msg, type Message } from './message.js';
import type { Citation, Model } from './model.js';
import type { Edition, Regulation } from './regulations/regulation-index.js';
import type { Cause, Finding } from './rules/rule.js';
import { partitionPoint } from './text/search.js';
import type { Span } from './text/span.js';
import { versionOf } from './wording.js';

/** The cause of every finding, in their order; linear in their number. */
export function causesOf(findings: readonly Finding[], model: Model): Cause[] {
  const cited = citationsOf(findings, model);
  const old = oldEditions(findings, cited, model);
  const lines = findings.map(({ rule, start }) => (rule === BLANK ? model.lines.at(start).line : 0));
  const blanks = new Map<number, number>();
  for (const line of lines) if (line > 0) blanks.set(line, (blanks.get(line) ?? 0) + 1);
  return findings.map((finding, i): Cause => {
    const { rule, start, end } = finding;
    if (rule === BLANK) {
      const count = blanks.get(lines[i]!)!;
      return told(`${BLANK} ${lines[i]}`, count > 1 ? severalBlanks(count) : null);
    }
    const about = cited[i];
    if (about) {
      const { citation } = about;
      const { regulation, verdict } = citation.denotes;
      const subject = `citation ${about.start}`;
      const older = regulation && old.get(regulation);
      if (older && isFault(finding)) return { ...older, subject };
      // Once for the text: a law that is repealed, one that is not in the data, a name that is written wrong.
      if (regulation && (verdict === 'repealed' || rule === 'citation-unverifiable'))
        return {
          id: `${rule === 'quotation-superseded' ? 'citation-repealed' : rule} ${regulation.title}`,
          subject,
          message: null,
        };
      if (ABOUT_NAMES.has(rule)) return { id: `${rule} ${citation.name}`, subject, message: null };
      return told(subject, null);
    }
    if (rule === 'abbreviation-undefined') return told(`${rule} ${model.text.slice(start, end)}`, null);
    return told(`${rule} ${start} ${end}`, null);
  });
}

const BLANK = 'placeholder-unfilled';
const ABOUT_NAMES: ReadonlySet<string> = new Set([
  'citation-regulation-unknown',
  'citation-name-inexact',
  'citation-ambiguous',
  'citation-unverifiable',
]);

const told = (id: string, message: Message | null): Cause => ({ id, subject: id, message });

const severalBlanks = (count: number): Message =>
  msg(`本段有${count}处空缺尚未填写。`, `${count} blanks of this paragraph are still to be filled in.`);

/** A citation of a passage, and where it stands in the text. */
interface Cited {
  readonly citation: Citation;
  readonly start: number;
}

/** The citation each finding speaks of, by its own place or as one of its quotations; null for the others. */
function citationsOf(findings: readonly Finding[], { passages }: Model): (Cited | null)[] {
  const before = <T extends Span>(spans: readonly T[], at: number): T | undefined =>
    spans[partitionPoint(spans, ({ start }) => start <= at) - 1];
  return findings.map(({ rule, start }) => {
    if (!rule.startsWith('quotation-') && !rule.startsWith('citation-')) return null;
    const { passage, offset } = passages[partitionPoint(passages, other => other.offset <= start) - 1]!;
    const quotation = rule.startsWith('quotation-') ? before(passage.quotations, start - offset) : undefined;
    const citation = quotation ? passage.citations[quotation.citation] : before(passage.citations, start - offset);
    return citation ? { citation, start: citation.start + offset } : null;
  });
}

/** Not a finding that only says what could not be checked, nor one on the name. */
const isFault = ({ rule, severity }: Finding): boolean => severity !== 'info' && !ABOUT_NAMES.has(rule);

/**
 * So many citations of one regulation at fault, and no more than a third of its others right, speak for an old edition.
 */
const [FEWEST, MOST_RIGHT] = [2, 1 / 3];

/**
 * The regulations that a text seems to cite by an older edition: several citations fail, hardly one is right, and there
 * is an edition before the one in force. Which one it was, the data seldom tell; the latest is named.
 */
function oldEditions(
  findings: readonly Finding[],
  cited: readonly (Cited | null)[],
  { passages }: Model,
): ReadonlyMap<Regulation, Omit<Cause, 'subject'>> {
  const wrong = new Map<Regulation, Map<number, Citation>>();
  findings.forEach((finding, i) => {
    const about = cited[i];
    const { regulation, verdict } = about?.citation.denotes ?? {};
    if (!about || !regulation || verdict === 'repealed' || !isFault(finding)) return;
    wrong.set(regulation, (wrong.get(regulation) ?? new Map<number, Citation>()).set(about.start, about.citation));
  });
  const cites = new Map<Regulation, number>();
  for (const { passage } of passages)
    for (const { denotes, locators } of passage.citations)
      if (denotes.regulation && locators.length > 0)
        cites.set(denotes.regulation, (cites.get(denotes.regulation) ?? 0) + 1);
  const found = new Map<Regulation, Omit<Cause, 'subject'>>();
  for (const [regulation, faults] of wrong) {
    const [first] = faults.values();
    const { edition } = first!.denotes;
    const before = edition && editionBefore(edition);
    const right = (cites.get(regulation) ?? 0) - faults.size;
    if (faults.size < FEWEST || !before || right > faults.size * MOST_RIGHT) continue;
    found.set(regulation, { id: `edition ${regulation.title}`, message: oldEdition(faults.size, before, edition) });
  }
  return found;
}

/** The latest edition before this one, with its text or known by its date alone. */
function editionBefore(edition: Edition): Edition | null {
  const { editions } = edition.regulation;
  return editions[editions.indexOf(edition) - 1] ?? null;
}

function oldEdition(count: number, before: Edition, present: Edition): Message {
  const year = before.date.slice(0, 4);
  const version = versionOf(present);
  return msg(
    `${count}处引用疑依据旧版${year ? `，最近的是${year}年版` : ''}（现行的是${version['zh-CN']}）。`,
    `${count} citations seem to rest on an old edition${year ? `, the latest of which is that of ${year}` : ''} (in force: ${version.en}).`,
  );
}
