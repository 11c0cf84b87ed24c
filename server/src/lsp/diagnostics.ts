import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver/node';
import type { Locale } from '../core/message.js';
import type { Finding, Severity } from '../core/rules/rule.js';
import type { Check } from './checks.js';
import { rangeOf } from './positions.js';

/** The findings of a check as the editor shows them. `rulePage` tells where the page of a rule is. */
export const diagnostics = (check: Check, locale: Locale, rulePage: (rule: string) => string): Diagnostic[] =>
  check.findings.map(finding => diagnostic(finding, check, locale, rulePage));

function diagnostic(
  { start, end, rule, severity, message, reason, related = [] }: Finding, { document: { uri, lines } }: Check,
  locale: Locale, rulePage: (rule: string) => string,
): Diagnostic {
  return {
    range: rangeOf(lines, { start, end }),
    severity: SEVERITY[severity],
    source: 'policydoc',
    code: rule,
    codeDescription: { href: rulePage(rule) },
    message: `${message[locale]}\n${reason[locale]}`,
    ...(OUTDATED.has(rule) ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(related.length > 0 ? {
      relatedInformation: related.map(place => ({ location: { uri, range: rangeOf(lines, place) }, message: place.message[locale] })),
    } : {}),
  };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Rules whose finding means "no longer in force": editors strike such text through. */
const OUTDATED: ReadonlySet<string> = new Set(['citation-superseded', 'citation-repealed']);
