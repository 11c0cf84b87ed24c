import type { Locale } from '../../core/message.js';
import type { Severity } from '../../core/rules/rule.js';
import { COLON, SEVERITY } from '../../features/wording.js';
import type { Colors } from '../color.js';
import { aligned, columns } from '../columns.js';
import { line } from '../inert.js';
import { SUMMARY_MARK } from '../report/closing.js';
import { CLOSING } from '../report/closing.messages.js';
import { cutAt, narrowed } from '../report/frame.js';
import { byCause, isBlank, type FileReport, type ReportEntry, type ReportFinding } from '../report/report.js';
import { blocksOf } from './blocks.js';
import type { BlockContext, Format, FormatContext } from './format.js';
import { MANY, overview } from './summary.js';
import { closing, hanging, PAINT, placeOf } from './terminal.js';

const block = (file: FileReport, context: BlockContext): string => new Page(context).file(file);

const write: Format['write'] = (report, context) =>
  [
    ...blocksOf(report.files, 'pretty', context, block),
    ...(report.files.length > MANY ? [overview(report, context), '\n'] : []),
    closing(report, context),
  ].join('');

/** For a person at a terminal: grouped by file, each finding with its place in the text; blanks last, as a table. */
export const pretty: Format = { write, block, mark: SUMMARY_MARK };

/** Of more findings than this with one cause the places alone are told. */
const MOST_TOLD = 8;
const REASON = '      ';

class Page {
  readonly #colors: Colors;
  readonly #locale: Locale;
  readonly #terminal: FormatContext['terminal'];

  constructor({ colors, locale, terminal }: BlockContext) {
    this.#colors = colors;
    this.#locale = locale;
    this.#terminal = terminal;
  }

  /** One entry a cause, errors first, then the blanks. The reason is said once a file for each rule: under every one it would bury them. */
  file({ file, findings }: FileReport): string {
    if (findings.length === 0) return '';
    const blanks = findings.filter(isBlank);
    const explained = new Set<string>();
    const blocks = byCause(findings.filter(it => !isBlank(it))).map(entry => {
      const said = entry.lead.rule + entry.lead.reason;
      const isNew = !explained.has(said);
      explained.add(said);
      return this.#block(entry, isNew);
    });
    if (blanks.length > 0) blocks.push(this.#blanks(blanks));
    return `${this.#colors.underline(line(file))}\n${blocks.map(block => `${block.join('\n')}\n`).join('\n')}\n`;
  }

  #block({ lead, findings }: ReportEntry, withReason: boolean): string[] {
    const { startLine, severity, message, reason, rule, related, place, cause, excerpt } = lead;
    // No line of a Word document has a number that anybody sees.
    const gutter = (place ? '' : `${startLine}`).padStart(6);
    const isOne = findings.length === 1;
    const others = cause.message === null ? findings.filter(finding => finding !== lead) : findings;
    const isTold = !isOne && others.length <= MOST_TOLD;
    const { line: shown, indent, width } = this.#terminal ? narrowed(excerpt, this.#terminal.columns - 9) : excerpt;
    return [
      ...this.#head(`  ${placeOf(lead)}`, severity, isOne ? message : (cause.message ?? message), [
        rule,
        ...findings.map(it => it.rule),
      ]),
      ...(isTold ? others.flatMap(other => this.#hanging(`      ${placeOf(other)}  `, other.message)) : []),
      ...(isOne || isTold ? [] : this.#hanging(REASON, placesOf(findings))),
      // Where the other place is that the message speaks of.
      ...(isOne && related.length === 1
        ? this.#hanging(REASON, `${related[0]!.message}${COLON[this.#locale]}${placeOf(related[0]!)}`)
        : []),
      ...(withReason ? this.#hanging(REASON, reason) : []),
      `${this.#colors.dim(`${gutter} |`)} ${line(shown)}`,
      `${this.#colors.dim(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(indent)}${this.#colors[PAINT[severity]]('^'.repeat(width))}`,
    ];
  }

  /** Place, severity, what is wrong and which rules say so. */
  #head(place: string, severity: Severity, text: string, rules: readonly string[]): string[] {
    const said = SEVERITY[severity][this.#locale];
    const named = `(${[...new Set(rules)].join(', ')})`;
    const start = `${place}  ${said}  `;
    const lines = this.#hanging(start, text);
    const last = lines.at(-1)!;
    const fits = !this.#terminal || columns(last) + columns(named) + 2 <= this.#terminal.columns;
    const all = fits
      ? [...lines.slice(0, -1), `${last}  ${this.#colors.dim(named)}`]
      : [...lines, ...this.#hanging(REASON, named).map(it => this.#colors.dim(it))];
    return [`${place}  ${this.#colors[PAINT[severity]](said)}  ${all[0]!.slice(start.length)}`, ...all.slice(1)];
  }

  /** Who fills them in reads down one list: where each stands, what is wanted, and the words around it. */
  #blanks(blanks: readonly ReportFinding[]): string[] {
    const { severity, reason, rule } = blanks[0]!;
    const paint = this.#colors[PAINT[severity]];
    const starts = aligned(blanks.map(it => [`    ${placeOf(it)}`, line(it.label ?? it.message), '']));
    const width = columns(starts[0]!);
    const room = (this.#terminal?.columns ?? Infinity) - width;
    return [
      ...this.#head('', severity, CLOSING.blanks(blanks.length)[this.#locale], [rule]),
      ...this.#hanging(REASON, reason),
      ...blanks.map(({ excerpt }, i) => {
        // Where there is no room for the words, what is wanted has to do.
        if (room < 16) return starts[i]!.trimEnd();
        const { line: shown, indent, width } = narrowed(excerpt, Math.min(room, 40));
        const [before, rest] = cutAt(line(shown), indent);
        const [marked, after] = cutAt(rest, width);
        return `${starts[i]!}${before}${paint(marked)}${after}`;
      }),
    ];
  }

  #hanging(start: string, text: string): string[] {
    return hanging(start, line(text), this.#terminal);
  }
}

const placesOf = (findings: readonly ReportFinding[]): string => [...new Set(findings.map(placeOf))].join(' ');
