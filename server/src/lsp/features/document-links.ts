import { DocumentLinkRequest, type DocumentLink } from 'vscode-languageserver';
import { documentLinks, type Link } from '../../features/document-links.js';
import { rangeOf } from '../positions.js';
import type { Feature, ServerContext } from '../server-context.js';

export const documentLinksFeature: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  serve(context) {
    context.on(DocumentLinkRequest.type, async ({ analysis, document }): Promise<DocumentLink[]> => {
      const found = documentLinks(analysis).map(async (link): Promise<DocumentLink[]> => {
        const target = await targetOf(link, document.uri, context);
        return target === null ? [] : [{ range: rangeOf(document, link), target }];
      });
      return (await Promise.all(found)).flat();
    });
  },
};

async function targetOf(
  { target }: Link,
  uri: string,
  { host, isTrusted, workspace }: ServerContext,
): Promise<string | null> {
  if (target.kind === 'rule') return host.rulePage(target.rule);
  const draft = host.fileOf(uri);
  if (draft === null || !isTrusted) return null; // A text that was never saved has no folder.
  const file = await host.namedFile(draft, target.path, workspace);
  return file === null ? null : host.uriOf(file);
}
