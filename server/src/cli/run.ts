import { CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { Locale, Message } from '../core/message.js';
import { check } from './commands/check.js';
import { exportData } from './commands/data-export.js';
import { fillData } from './commands/data-fill.js';
import { explain } from './commands/explain.js';
import { inspect } from './commands/inspect.js';
import { importRegulations } from './commands/regulations-import.js';
import { listRegulations } from './commands/regulations-list.js';
import { showRegulation } from './commands/regulations-show.js';
import { USAGE, USAGE_ERRORS } from './help-texts.js';
import type { Io } from './io.js';
import { chooseLocale } from './locale.js';
import { buildProgram } from './program.js';
import { EXIT, Session, type ExitCode } from './session.js';
import { TROUBLE } from './texts.js';

/** Runs one command line, without the name of the program, and returns its exit code. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const locale = await chooseLocale(args, io);
  const session = new Session(io, locale);
  let code: ExitCode = EXIT.clean;
  const program = buildProgram({
    check: async (paths, options) => { code = await check(paths, options, session); },
    merge: async (files, options) => {
      const command = await import('./commands/merge.js');
      code = await command.merge(files, options, session);
    },
    init: async options => {
      const command = await import('./commands/init.js');
      code = await command.init(options, session);
    },
    inspect: async (paths, options) => { code = await inspect(paths, options, session); },
    citations: async (paths, options) => {
      const command = await import('./commands/citations.js');
      code = await command.citations(paths, options, session);
    },
    review: async (draft, options) => {
      const command = await import('./commands/review.js');
      code = await command.review(draft, options, session);
    },
    explain: async rule => { code = await explain(rule, session); },
    list: async (filter, options) => { code = await listRegulations(filter, options, session); },
    show: async (name, options) => { code = await showRegulation(name, options, session); },
    importTexts: async (paths, options) => { code = await importRegulations(paths, options, session); },
    exportData: async (drafts, options) => { code = await exportData(drafts, options, session); },
    fillData: async (draft, options) => { code = await fillData(draft, options, session); },
    lsp: () => io.startServer(),
  }, packageJson.version, locale, io.stdout, io.stderr);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return usage(error, io, locale);
    session.trouble(TROUBLE.internal(error instanceof Error ? error.stack ?? error.message : String(error)));
    return EXIT.trouble;
  }
}

/** Help and version were written already; anything else that commander ends with is a mistake in the arguments. */
function usage(error: CommanderError, io: Io, locale: Locale): ExitCode {
  if (error.exitCode === 0) return EXIT.clean;
  const text = USAGE_ERRORS[error.code];
  if (text) {
    const parts: Message[] = [text(/'([^']*)'/.exec(error.message)?.[1] ?? '')];
    const similar = /Did you mean (?:one of )?(.*)\?/.exec(error.message)?.[1];
    if (similar) parts.push(USAGE.similar(similar));
    const allowed = /Allowed choices are (.*)\./.exec(error.message)?.[1];
    if (allowed) parts.push(USAGE.allowed(allowed));
    io.stderr.write(`policydoc: ${parts.map(part => part[locale]).join('')}\n${USAGE.seeHelp('policydoc')[locale]}\n`);
  }
  return EXIT.trouble;
}
