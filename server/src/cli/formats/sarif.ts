import type { Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../../core/rules/rule.js';
import { RULES } from '../../core/rules/index.js';
import { FORMAT_TEXTS } from './formats.messages.js';
import { printable } from '../../core/text/printable.js';
import { json } from '../inert.js';
import { bySeverity, type ReportFinding, type ReportSpan } from '../report/report.js';
import type { Format, FormatContext } from './format.js';
import { uriOf } from './uri.js';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, Result.level>;

/** GitHub refuses a run with more. */
const MOST = 25_000;

const write: Format['write'] = (report, context) => {
  const { files, summary, locale, asOf, policydoc, final } = report;
  const all = files.flatMap(({ file, findings }) => findings.map(finding => ({ file, finding })));
  const shown = all.length > MOST ? bySeverity(report).slice(0, MOST) : all;
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'policydoc',
            semanticVersion: policydoc,
            language: locale,
            rules: RULES.map(rule => descriptor(rule, context)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: summary.refused === 0,
            ...(all.length > shown.length && {
              toolExecutionNotifications: [
                { level: 'warning', message: { text: FORMAT_TEXTS.cut(all.length - shown.length)[locale] } },
              ],
            }),
          },
        ],
        results: shown.map(({ file, finding }) => result(uriOf(context.inRepository(file)), finding)),
        properties: { asOf, summary, ...(final && { final }) },
      },
    ],
  };
  return json(log);
};

/** SARIF 2.1.0, for GitHub code scanning and the viewers of editors. */
export const sarif: Format = { write, mark: /^\{[^]{0,200}"driver": \{\s{0,99}"name": "policydoc"/ };

function descriptor(
  { id, title, severity }: (typeof RULES)[number],
  { locale, pages }: FormatContext,
): ReportingDescriptor {
  const page = pages.get(id);
  return {
    id,
    shortDescription: { text: title[locale] },
    help: { text: page ?? title[locale], ...(page !== undefined && { markdown: page }) },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: [id.slice(0, id.indexOf('-'))] },
  };
}

/** SARIF reads `[words](place)` as a link, also where it asks for plain text, and `{0}` as a place for a value. */
const plain = (text: string): string => printable(text).replace(/\](?=\()|\{(?=\d)/g, it => `${it}\u200b`);

function result(uri: string, finding: ReportFinding): Result {
  const { rule, severity, message, reason, related, fixes, fingerprint } = finding;
  const at = (span: ReportSpan): Location => ({
    physicalLocation: { artifactLocation: { uri }, region: region(span) },
  });
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
    level: LEVEL[severity],
    message: { text: `${plain(message)}\n${plain(reason)}` },
    locations: [at(finding)],
    // The second is the one GitHub tells alerts apart by; it wants a number behind a colon.
    partialFingerprints: { 'policydoc/v1': fingerprint, primaryLocationLineHash: `${fingerprint}:1` },
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({ id, message: { text: plain(other.message) }, ...at(other) })),
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: plain(title) },
        artifactChanges: [
          {
            artifactLocation: { uri },
            replacements: edits.map(edit => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
          },
        ],
      })),
    }),
  };
}

const region = ({ start, end, startLine, startColumn, endLine, endColumn }: ReportSpan): Region => ({
  startLine,
  startColumn,
  endLine,
  endColumn,
  charOffset: start,
  charLength: end - start,
});
