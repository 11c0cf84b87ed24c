import { HoverRequest, MarkupKind, type Hover as ProtocolHover } from 'vscode-languageserver';
import type { Locale } from '../../core/message.js';
import { hover, type Hover } from '../../features/hover.js';
import { COLON } from '../../features/wording.js';
import { plainMarkdown } from '../../review/escape.js';
import { offsetAt, rangeOf } from '../positions.js';
import type { Feature } from '../server-context.js';

export const hoverFeature: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  serve(context) {
    context.on(HoverRequest.type, async (check, { position }): Promise<ProtocolHover | null> => {
      const { analysis, document } = check;
      const data = await context.sheets.of(check);
      // VS Code puts the findings of the place above; others show them elsewhere.
      const found = hover(analysis, offsetAt(document, position), data, check.isChecked && context.hasCommands);
      if (!found) return null;
      const isMarkdown = context.can.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
      return {
        range: rangeOf(document, found),
        contents: isMarkdown
          ? { kind: MarkupKind.Markdown, value: hoverMarkdown(found, context.locale) }
          : { kind: MarkupKind.PlainText, value: hoverText(found, context.locale) },
      };
    });
  },
};

const hoverMarkdown = ({ title, rows, words }: Hover, locale: Locale): string =>
  [
    // Names come from reports, regulations and sheets: they are words, not markup.
    `**${plainMarkdown(title[locale])}**`,
    '',
    ...rows.map(({ label, value }) => `- ${plainMarkdown(label[locale] + COLON[locale] + value[locale])}`),
    ...words.flatMap(line => ['', `> ${plainMarkdown(line)}`, '>']),
  ].join('\n');

const hoverText = ({ title, rows, words }: Hover, locale: Locale): string =>
  [title[locale], ...rows.map(({ label, value }) => label[locale] + COLON[locale] + value[locale]), ...words].join(
    '\n',
  );
