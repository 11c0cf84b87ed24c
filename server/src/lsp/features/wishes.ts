import type { RequestHandler } from 'vscode-languageserver';
import { msg, type Message } from '../../core/message.js';
import { RULES } from '../../core/rules/index.js';
import type { DocumentParams, SettingsFile, SettingsParams, Requests } from '../protocol.js';
import { refused, type Feature } from '../server-context.js';

/** What the user wants to be checked: this document in any case, and a rule no longer. */
export const wishesFeature: Feature = {
  serve(context) {
    const { analyses, connection, host, recheck } = context;
    connection.onRequest('policydoc/checkDocument' satisfies keyof Requests, ({ uri }: DocumentParams) => {
      if (!context.openDocuments().some(document => document.uri === uri)) return null;
      analyses.want(uri);
      recheck();
      return {};
    });

    const settings: RequestHandler<SettingsParams, SettingsFile, void> = async ({ uri, set }) => {
      const file = host.fileOf(uri);
      if (file === null) return refused(NO_FILE, context);
      const rule = RULES.find(({ id }) => id === set?.rule);
      if (set && !rule) return refused(UNKNOWN, context);
      const written = await host.settingsFile(file, set ?? null, context.workspace);
      if (typeof written !== 'string') return refused(written.reason, context);
      return { message: rule ? SET(rule.title, written)[context.locale] : '', file: host.uriOf(written) };
    };
    connection.onRequest('policydoc/settings' satisfies keyof Requests, settings);
  },
};

const NO_FILE: Message = msg('请先保存文稿：设置按其所在文件夹', 'save the document first: settings go by its folder');
const UNKNOWN: Message = msg('没有这条规则', 'there is no such rule');
const SET = (title: Message, file: string): Message =>
  msg(`“${title['zh-CN']}”的设置已写入 ${file}`, `The setting of “${title.en}” is written into ${file}`);
