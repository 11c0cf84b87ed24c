import { msg, type Locale } from '../core/message.js';
import { ConfigError } from '../host/config-schema.js';
import { RefusedError } from '../host/decode.js';
import { NOTHING_SAID, type Config } from './host.js';

/** What is read, or the default settings and why they hold: a host never rejects. */
export async function configOr(read: () => Promise<Config>): Promise<Config> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RefusedError) return { ...NOTHING_SAID, problem: error.reason };
    if (!(error instanceof ConfigError)) throw error;
    const problems = (locale: Locale, comma: string): string =>
      error.problems.map(problem => problem[locale]).join(comma);
    return {
      ...NOTHING_SAID,
      problem: msg(
        `设置文件未生效：${error.file}：${problems('zh-CN', '；')}`,
        `The settings file is not in use: ${error.file}: ${problems('en', '; ')}`,
      ),
    };
  }
}
