import { resolve } from 'node:path';
import type { Locale } from '../core/message.js';
import { Configs, loadConfig } from '../host/config.js';
import type { Io } from './io.js';

export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/**
 * The language to speak: `--locale`, else that of the configuration, else that of the environment, else Chinese. Asked
 * before the arguments are parsed, because what is wrong with them must be said in some language too.
 */
export async function chooseLocale(args: readonly string[], { cwd, env }: Pick<Io, 'cwd' | 'env'>): Promise<Locale> {
  const wanted = LOCALES.find(locale => locale === optionValue('--locale', args));
  return wanted ?? (await configuredLocale(args, cwd)) ?? environmentLocale(env);
}

async function configuredLocale(args: readonly string[], cwd: string): Promise<Locale | null> {
  if (args.includes('--no-config')) return null;
  const file = optionValue('--config', args);
  const config = file === undefined ? new Configs().nearest(cwd) : loadConfig(resolve(cwd, file));
  // A broken configuration is reported where it is used.
  return config.then(
    ({ locale }) => locale,
    () => null,
  );
}

/** As POSIX ranks the three; a language we do not speak leaves the choice to us. */
function environmentLocale(env: Io['env']): Locale {
  const language = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(language) ? 'en' : 'zh-CN';
}

function optionValue(option: string, args: readonly string[]): string | undefined {
  const at = args.findIndex(arg => arg === option || arg.startsWith(`${option}=`));
  if (at < 0) return undefined;
  return args[at] === option ? args[at + 1] : args[at]!.slice(option.length + 1);
}
