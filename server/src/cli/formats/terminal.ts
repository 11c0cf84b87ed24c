import type { Severity } from '../../core/rules/rule.js';
import { columns, wrapped } from '../columns.js';
import { line } from '../inert.js';
import { coverageLine, summaryLines, verdictLines } from '../report/closing.js';
import { CLOSING } from '../report/closing.messages.js';
import type { Report, ReportSpan } from '../report/report.js';
import type { FormatContext } from './format.js';
import { nextStep } from './next-step.js';

/** What the formats for a person at a terminal have in common. */

export const PAINT: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
};

export const placeOf = ({ place, startLine, startColumn }: ReportSpan): string =>
  place ? line(place.said) : `${startLine}:${startColumn}`;

/** `text` behind `start`, in lines that fit the terminal; further lines stand under the first. */
export function hanging(start: string, text: string, terminal: FormatContext['terminal']): string[] {
  if (!terminal) return [start + text];
  // A place in Word is a sentence: under it would be no room.
  const indent = Math.min(columns(start), 16, Math.floor(terminal.columns / 3));
  const room = (from: number): number => Math.max(10, terminal.columns - from);
  const [first, ...more] = wrapped(text, room(indent), room(columns(start)));
  // Where a line is broken another begins, which could be an order for a runner.
  return [start + first!, ...more.map(it => ' '.repeat(indent) + line(it))];
}

/** What a run came to, behind whatever lists it: coverage, the word of the gate and, for a person, what to do next. */
export function closing(report: Report, { colors, terminal }: FormatContext): string {
  const { final, locale } = report;
  const verdict =
    final && colors.bold(colors[final.verdict === 'PASS' ? 'green' : 'red'](CLOSING.verdict[final.verdict][locale]));
  const next = terminal && nextStep(report);
  return [
    ...[...summaryLines(report), coverageLine(report)].flatMap(it => hanging('', line(it), terminal)),
    ...(verdict
      ? [
          verdict,
          ...verdictLines(report)
            .slice(1)
            .flatMap(it => hanging('', line(it), terminal)),
        ]
      : []),
    ...(next ? hanging('', line(next[locale]), terminal).map(it => colors.dim(it)) : []),
  ]
    .map(it => `${it}\n`)
    .join('');
}
