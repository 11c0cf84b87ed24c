import type { RequestHandler } from 'vscode-languageserver';
import { msg, type Message } from '../../core/message.js';
import type { ImportedRegulations, ImportRegulationsParams, Requests } from '../protocol.js';
import { refused, type Feature } from '../server-context.js';

/** `policydoc regulations import` for an editor. */
export const importRegulationsFeature: Feature = {
  serve(context) {
    const { connection, host } = context;

    const importing: RequestHandler<ImportRegulationsParams, ImportedRegulations, void> = async ({
      sources,
      folder,
    }) => {
      const [where, ...files] = [folder, ...sources].map(uri => host.fileOf(uri));
      const named = files.filter(file => file !== null);
      if (typeof where !== 'string' || named.length < files.length) return refused(NO_FILE, context);
      const { said, problems } = await host.importTexts(named, where);
      const { locale } = context;
      return {
        message: said.map(message => message[locale]).join(locale === 'en' ? ' ' : ''),
        problems: problems.map(message => message[locale]),
      };
    };
    connection.onRequest('policydoc/importRegulations' satisfies keyof Requests, importing);
  },
};

const NO_FILE: Message = msg(
  '法规文本和文稿文件夹必须在本机磁盘上',
  'the texts and the folder of reports must be files on this machine',
);
