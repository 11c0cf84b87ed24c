import type { RequestHandler } from 'vscode-languageserver';
import { citationList } from '../features/citation-list.js';
import { placeholderList } from '../features/placeholder-list.js';
import { coverageLine } from '../features/wording.js';
import { rangeOf } from './positions.js';
import type { Citations, CitationsMethod, DocumentParams, ListedPlaceholders, PlaceholdersMethod } from './protocol.js';
import type { Serving } from './serving.js';

/** The lists beside the text: blanks to be filled in, citations with their verdicts. */
export function serveLists(serving: Serving): void {
  const { connection, checks } = serving;

  const placeholders: RequestHandler<DocumentParams, ListedPlaceholders | null, void> = async ({ uri }) => {
    const check = await checks.of(uri);
    if (!check) return null;
    const { analysis, document, isChecked } = check;
    const sections = isChecked ? placeholderList(analysis) : [];
    return {
      isChecked,
      total: sections.reduce((sum, section) => sum + section.placeholders.length, 0),
      sections: sections.map(({ title, heading, placeholders }) => ({
        title,
        range: heading && rangeOf(document, heading),
        placeholders: placeholders.map(placeholder => ({
          range: rangeOf(document, placeholder),
          label: placeholder.label,
          mark: placeholder.mark,
          missing: placeholder.missing[serving.locale],
          unit: placeholder.unit,
        })),
      })),
    };
  };
  const citations: RequestHandler<DocumentParams, Citations | null, void> = async ({ uri }) => {
    const check = await checks.of(uri);
    if (!check) return null;
    const { analysis, document, isChecked } = check;
    const { locale } = serving;
    return {
      isChecked,
      coverageLine: coverageLine(analysis.coverage, analysis.model.index.asOf)[locale],
      citations: (isChecked ? citationList(analysis) : []).map(
        ({ label, standing, verdict, detail, quotations, ...span }) => ({
          range: rangeOf(document, span),
          label,
          standing,
          verdict: verdict[locale],
          detail: detail?.[locale] ?? null,
          quotations: quotations.map(quoted => ({
            range: rangeOf(document, quoted),
            label: quoted.label,
            standing: quoted.standing,
            verdict: quoted.verdict[locale],
          })),
        }),
      ),
    };
  };
  connection.onRequest('policydoc/placeholders' satisfies PlaceholdersMethod, placeholders);
  connection.onRequest('policydoc/citations' satisfies CitationsMethod, citations);
}
