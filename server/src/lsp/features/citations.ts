import { citationList } from '../../features/citation-list.js';
import { coverageLine } from '../../features/wording.js';
import { rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

/** The list beside the text of the citations with their verdicts. */
export const citationsFeature: Feature = {
  serve(context) {
    context.on('policydoc/citations', ({ analysis, document, isChecked }) => {
      const { locale } = context;
      return {
        isChecked,
        version: document.version,
        coverageLine: coverageLine(analysis.coverage, analysis.model.index.asOf)[locale],
        citations: (isChecked ? citationList(analysis) : []).map(
          ({ label, regulation, place, hasText, mendings, standing, verdict, detail, quotations, ...span }) => ({
            range: rangeOf(document, span),
            label,
            regulation,
            place: place?.[locale] ?? null,
            hasText,
            // Nobody can edit the text of a Word document here.
            mendings: (context.host.isView(document.uri) ? [] : mendings).map(({ title, change, edits }) => ({
              title: title[locale],
              change,
              edits: edits.map(edit => ({ range: rangeOf(document, edit), newText: edit.text })),
            })),
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
    });
  },
};
