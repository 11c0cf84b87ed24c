import { PrepareRenameRequest, RenameRequest, type WorkspaceEdit } from 'vscode-languageserver';
import { rename, renameable } from '../../features/rename.js';
import { offsetAt, rangeOf } from '../positions.js';
import { refused, type Feature } from '../server-context.js';
import { workspaceEdit } from '../workspace-edit.js';

/** Nobody can edit the text of a Word document here. */
export const renameFeature: Feature = {
  capabilities: client => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  serve(context) {
    context.on(PrepareRenameRequest.type, ({ analysis, document }, { position }) => {
      if (context.host.isView(document.uri)) return null;
      const found = renameable(analysis, offsetAt(document, position));
      if ('refusal' in found) return refused(found.refusal, context);
      return { range: rangeOf(document, found), placeholder: document.text.slice(found.start, found.end) };
    });
    context.on(RenameRequest.type, ({ analysis, document }, { position, newName }) => {
      if (context.host.isView(document.uri)) return null;
      const renaming = rename(analysis, offsetAt(document, position), newName);
      if ('refusal' in renaming) return refused(renaming.refusal, context);
      return workspaceEdit(document, renaming.edits, context.can) satisfies WorkspaceEdit;
    });
  },
};
