import { placeholderList } from '../../features/placeholder-list.js';
import { rangeOf } from '../positions.js';
import { fill } from '../../core/sheet.js';
import { DATA } from './data-texts.js';
import type { Feature } from '../server-context.js';

/** The list beside the text of the blanks to be filled in. */
export const placeholdersFeature: Feature = {
  serve(context) {
    context.on('policydoc/placeholders', ({ analysis, document, isChecked }) => {
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
            id: placeholder.id,
            words: placeholder.words,
            missing: placeholder.missing[context.locale],
            unit: placeholder.unit,
          })),
        })),
      };
    });

    context.on('policydoc/fillValues', ({ analysis: { model }, document }, { values }) => {
      const rows = values.map(({ id, value }) => ({ ...NO_ROW, id, value }));
      const { edits, problems, notes, blank } = fill(model, rows);
      const say = (all: typeof problems): string[] => all.map(({ message }) => message[context.locale]);
      return {
        version: document.version,
        edits: problems.length > 0 ? [] : edits.map(edit => ({ range: rangeOf(document, edit), newText: edit.text })),
        message: DATA.filled(edits.length, blank.length, 0)[context.locale],
        problems: say(problems),
        notes: say(notes),
      };
    });
  },
};

const NO_ROW = { id: '', key: '', value: '', unit: '', sentence: '', draft: '', where: '' };
