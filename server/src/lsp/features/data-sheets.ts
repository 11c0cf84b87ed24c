import { fill, placeholderRows, namedSheets } from '../../core/sheet.js';
import { about } from '../../core/message.js';
import { modelOf } from '../../core/model.js';
import { DATA_SHEET } from '../../features/data-sheet.messages.js';
import { DATA } from './data-texts.js';
import { UNTRUSTED } from '../host.js';
import { rangeOf } from '../positions.js';
import { refused, type Feature } from '../server-context.js';
import { copyInto } from '../word-copies.js';

/**
 * `policydoc data export` and `data fill` for an open document as it is now, saved or not. The document itself is the
 * client's to change.
 */
export const dataSheetsFeature: Feature = {
  serve(context) {
    const { host, on } = context;

    on('policydoc/dataSheets', ({ analysis }) => {
      const named = namedSheets(analysis.model);
      return { names: 'problem' in named ? [] : named.names };
    });

    on('policydoc/exportData', async ({ analysis }, { uri, target }) => {
      const file = host.fileOf(target);
      if (file === null) return refused(DATA.noFile, context);
      const rows = placeholderRows(analysis.model);
      const refusal = await host.writeSheet(file, host.fileOf(uri), rows, context.workspace, context.locale);
      return refusal ? refused(refusal.reason, context) : { message: DATA.exported(rows.length)[context.locale] };
    });

    on('policydoc/fillData', async ({ document, analysis: { model: open } }, { uri, sheets: chosen, target }) => {
      const copy = target === undefined ? null : await copyInto(target, uri, host);
      if (copy && 'reason' in copy) return refused(copy.reason, context);
      const model = copy ? modelOf(copy.word.text, open.index, '', undefined, open.document.lexicon) : open;
      const named = namedSheets(model);
      if ('problem' in named) return refused(named.problem, context);
      const files = chosen.flatMap(sheet => host.fileOf(sheet) ?? []);
      if (files.length < chosen.length) return refused(DATA.noFile, context);
      if (named.names.length + files.length === 0) return refused(DATA.noSheets, context);
      // Read anew: what is written into a draft must not be older than its sheets.
      const { isTrusted, workspace } = context;
      const contents = await host.sheetsFor(host.fileOf(uri), {
        named: isTrusted ? named.names : [],
        chosen: files,
        workspace,
      });
      const { edits, problems, notes, blank, already } = fill(model, contents.rows);
      const said = [
        ...(isTrusted ? [] : named.names.map(name => about(name, UNTRUSTED))),
        ...contents.problems.map(({ name, reason }) => about(name, reason)),
        ...problems.map(({ where, message }) => about(where, message)),
      ].map(message => message[context.locale]);
      const isFilled = said.length === 0;
      const refusal = copy && isFilled ? await copy.write(copy.word.spliced(edits)) : null;
      if (refusal) return refused(refusal.reason, context);
      return {
        version: document.version,
        edits: isFilled && !copy ? edits.map(edit => ({ range: rangeOf(document, edit), newText: edit.text })) : [],
        message: (isFilled ? DATA.filled(edits.length, blank.length, already) : DATA_SHEET.unfilled(said.length))[
          context.locale
        ],
        problems: said,
        notes: isFilled ? notes.map(({ where, message }) => about(where, message)[context.locale]) : [],
      };
    });
  },
};
