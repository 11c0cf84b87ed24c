import type { RequestHandler } from 'vscode-languageserver';
import { fill, placeholderRows, namedSheets } from '../core/sheet.js';
import { DATA } from './data-texts.js';
import { UNTRUSTED } from './host.js';
import { rangeOf } from './positions.js';
import type {
  DataSheets,
  DataSheetsMethod,
  DocumentParams,
  ExportDataMethod,
  ExportDataParams,
  FillDataMethod,
  FillDataParams,
  FilledData,
  Saved,
} from './protocol.js';
import { refused, type Serving } from './serving.js';

/**
 * `policydoc data export` and `data fill` for an open document as it is now, saved or not. The document itself is the
 * client's to change.
 */
export function serveData(serving: Serving): void {
  const { connection, checks, host } = serving;

  const sheets: RequestHandler<DocumentParams, DataSheets | null, void> = async ({ uri }) => {
    const check = await checks.of(uri);
    if (!check) return null;
    const named = namedSheets(check.analysis.model);
    return { names: 'problem' in named ? [] : named.names };
  };

  const exporting: RequestHandler<ExportDataParams, Saved | null, void> = async ({ uri, target }) => {
    const check = await checks.of(uri);
    if (!check) return null;
    const file = host.fileOf(target);
    if (file === null) return refused(DATA.noFile, serving);
    const rows = placeholderRows(check.analysis.model);
    const refusal = await host.writeSheet(file, host.fileOf(uri), rows, serving.workspace, serving.locale);
    return refusal ? refused(refusal.reason, serving) : { message: DATA.exported(rows.length)[serving.locale] };
  };

  const filling: RequestHandler<FillDataParams, FilledData | null, void> = async ({ uri, sheets: chosen }) => {
    const check = await checks.of(uri);
    if (!check) return null;
    const {
      document,
      analysis: { model },
    } = check;
    const named = namedSheets(model);
    if ('problem' in named) return refused(named.problem, serving);
    const files = chosen.flatMap(sheet => host.fileOf(sheet) ?? []);
    if (files.length < chosen.length) return refused(DATA.noFile, serving);
    if (named.names.length + files.length === 0) return refused(DATA.noSheets, serving);
    // Read anew: what is written into a draft must not be older than its sheets.
    const { isTrusted, workspace } = serving;
    const contents = await host.sheetsFor(host.fileOf(uri), {
      named: isTrusted ? named.names : [],
      chosen: files,
      workspace,
    });
    const { edits, problems, blank, already } = fill(model, contents.rows);
    const said = [
      ...(isTrusted ? [] : named.names.map(name => DATA.problem(name, UNTRUSTED))),
      ...contents.problems.map(({ name, reason }) => DATA.problem(name, reason)),
      ...problems.map(({ where, message }) => DATA.problem(where, message)),
    ].map(message => message[serving.locale]);
    const isFilled = said.length === 0;
    return {
      version: document.version,
      edits: isFilled ? edits.map(edit => ({ range: rangeOf(document, edit), newText: edit.text })) : [],
      message: (isFilled ? DATA.filled(edits.length, blank.length, already) : DATA.unfilled(said.length))[
        serving.locale
      ],
      problems: said,
    };
  };

  connection.onRequest('policydoc/dataSheets' satisfies DataSheetsMethod, sheets);
  connection.onRequest('policydoc/exportData' satisfies ExportDataMethod, exporting);
  connection.onRequest('policydoc/fillData' satisfies FillDataMethod, filling);
}
