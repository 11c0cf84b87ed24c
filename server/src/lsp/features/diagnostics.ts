import {
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { msg, type Locale, type Message } from '../../core/message.js';
import { placeholderUnfilled } from '../../core/rules/placeholder-unfilled.js';
import type { Finding, Related, Severity } from '../../core/rules/rule.js';
import type { Span } from '../../core/text/span.js';
import { grouped, groupMessage, LIMIT, marks, type Group, type Mark } from '../../features/grouping.js';
import type { DocumentAnalysis } from '../document-analyses.js';
import { rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/** Pulled by a client that can; the server pushes to others. */
export const diagnosticsFeature: Feature = {
  capabilities: client =>
    client.textDocument?.diagnostic
      ? { diagnosticProvider: { identifier: 'policydoc', interFileDependencies: false, workspaceDiagnostics: false } }
      : {},
  serve(context) {
    context.on(
      DocumentDiagnosticRequest.type,
      (check, { previousResultId }): DocumentDiagnosticReport => {
        context.announce(check);
        const last = check.answered.diagnostics;
        const resultId = last?.resultId ?? null;
        if (last?.check === check.id && resultId === previousResultId) return unchanged(last.resultId);
        const items = diagnostics(check, context.locale, context.host.rulePage);
        // Most of what is typed moves no finding: neither is a list of them sent again nor drawn.
        const isKnown = last !== null && resultId === previousResultId && isSame(last.items, items);
        const answer = { check: check.id, resultId: isKnown ? last.resultId : check.id, items };
        check.answered.diagnostics = answer;
        return isKnown
          ? unchanged(last.resultId)
          : { kind: DocumentDiagnosticReportKind.Full, resultId: check.id, items };
      },
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
    );
  },
};

const unchanged = (resultId: string): DocumentDiagnosticReport => ({
  kind: DocumentDiagnosticReportKind.Unchanged,
  resultId,
});

/** Whether two pieces of plain data say the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [own, others] = [one, other] as readonly Readonly<Record<string, unknown>>[];
  let more = 0;
  for (const name in own) {
    if (!isSame(own[name], others![name])) return false;
    more++;
  }
  for (const _ in others) more--;
  return more === 0;
}

/** The findings of a check as the editor shows them: in groups where there are too many. `rulePage` tells where the page of a rule is. */
export function diagnostics(check: DocumentAnalysis, locale: Locale, rulePage: (rule: string) => string): Diagnostic[] {
  const { findings, analysis } = check;
  const all =
    findings.length > LIMIT
      ? grouped(findings, analysis).map(ofGroup)
      : marks(findings).map(mark => ofMark(mark, check));
  return all.map(said => diagnostic(said, check, locale, rulePage));
}

/** What is shown at one place. */
interface Said extends Span {
  readonly rule: string;
  readonly severity: DiagnosticSeverity;
  readonly message: Message;
  readonly reason: Message;
  readonly places: readonly Related[];
}

/** One finding. What is not listed is a hint: the editor marks it, and its list of problems leaves it out. */
function ofMark({ finding, message, isListed, others }: Mark, check: DocumentAnalysis): Said {
  const { rule, severity, start, end, reason, related } = finding;
  return {
    rule,
    severity: isListed && !isFresh(finding, check) ? SEVERITY[severity] : DiagnosticSeverity.Hint,
    start,
    end,
    message,
    reason,
    places: related ? [...related, ...others] : others,
  };
}

function ofGroup(group: Group): Said {
  const { rule, severity, findings, start, end } = group;
  const [{ reason, related = [] }] = findings as readonly [Finding];
  const places = findings.length === 1 ? related : findings;
  return { rule, severity: SEVERITY[severity], start, end, message: groupMessage(group), reason, places };
}

/** A named blank that was put in since the text was saved: what a writer has just laid out for herself is no fault yet. */
const isFresh = ({ rule, start, end }: Finding, { document: { text }, saved }: DocumentAnalysis): boolean =>
  rule === placeholderUnfilled.id && text.startsWith('{{', start) && !saved.includes(text.slice(start, end));

/** More places than anybody goes through one by one; an answer of megabytes would keep the editor from all else. */
const MOST_PLACES = 100;

function informationOf(
  places: readonly Related[],
  { document }: DocumentAnalysis,
  locale: Locale,
): NonNullable<Diagnostic['relatedInformation']> {
  const rest = places.length - MOST_PLACES;
  return places.slice(0, MOST_PLACES).map((place, i) => ({
    location: { uri: document.uri, range: rangeOf(document, place) },
    message: place.message[locale] + (rest > 0 && i === MOST_PLACES - 1 ? UNLISTED(rest)[locale] : ''),
  }));
}

const UNLISTED = (count: number): Message =>
  msg(`（其后还有 ${count} 处，未列出）`, ` (${count} more behind it are not listed)`);

function diagnostic(
  said: Said,
  check: DocumentAnalysis,
  locale: Locale,
  rulePage: (rule: string) => string,
): Diagnostic {
  const { rule, severity, message, reason, places } = said;
  return {
    range: rangeOf(check.document, said),
    severity,
    source: 'policydoc',
    code: rule,
    codeDescription: { href: rulePage(rule) },
    message: `${message[locale]}\n${reason[locale]}`,
    ...(OUTDATED.has(rule) ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(places.length > 0 ? { relatedInformation: informationOf(places, check, locale) } : {}),
  };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Rules whose finding means "no longer in force": editors strike such text through. */
const OUTDATED: ReadonlySet<string> = new Set(['citation-superseded', 'citation-repealed', 'quotation-superseded']);
