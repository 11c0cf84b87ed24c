import type { Standing } from '../../core/coverage.js';
import type { Locale } from '../../core/message.js';
import { CITATIONS, type CitationRow } from '../../features/citation-table.js';
import { COLON, ownSource, QUOTE_VERDICT } from '../../features/wording.js';
import type { Colors } from '../color.js';
import { hanging } from '../formats/terminal.js';
import { line } from '../inert.js';
import type { terminalOf } from '../io.js';

const PAINT: Readonly<Record<Standing, 'red' | 'yellow' | 'green' | 'dim'>> = {
  wrong: 'red',
  outdated: 'yellow',
  unverifiable: 'yellow',
  named: 'dim',
  byNumber: 'dim',
  inSubstance: 'green',
};

/** The citations of a file for a person at a terminal: each with its verdict, and below it what there is to say of it. */
export function citationList(
  file: string,
  rows: readonly CitationRow[],
  placeOf: (row: CitationRow) => string,
  {
    colors,
    terminal,
    locale,
  }: { readonly colors: Colors; readonly terminal: ReturnType<typeof terminalOf>; readonly locale: Locale },
): string {
  const lines = rows.flatMap(row => {
    const { text, regulation, edition, own, standing, conclusion, present, quote, quoteVerdict } = row;
    const paint = colors[PAINT[standing]];
    const [place, said] = [line(placeOf(row)), line(conclusion[locale])];
    const start = `  ${place}  ${said}  `;
    const [head, ...more] = hanging(start, line(text), terminal);
    const from =
      regulation && `《${regulation}》${edition && ` ${edition}`}${own.map(it => ownSource(it)[locale]).join('')}`;
    return [
      `  ${place}  ${paint(said)}  ${head!.slice(start.length)}`,
      ...more,
      ...(from ? hanging('      ', line(from), terminal).map(it => colors.dim(it)) : []),
      ...(present
        ? hanging(`      ${CITATIONS.present[locale]}${COLON[locale]}`, line(present[locale]), terminal)
        : []),
      ...(quoteVerdict
        ? hanging(`      ${QUOTE_VERDICT[quoteVerdict][locale]}${COLON[locale]}`, line(quote ?? ''), terminal)
        : []),
    ];
  });
  return `${colors.underline(line(file))}\n${(rows.length > 0 ? lines : [`  ${CITATIONS.none[locale]}`]).map(it => `${it}\n`).join('')}\n`;
}
