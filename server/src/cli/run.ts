import { CommanderError } from 'commander';
import { RefusedError } from '../host/decode.js';
import packageJson from '../../package.json' with { type: 'json' };
import type { Locale, Message } from '../core/message.js';
import { USAGE, USAGE_ERRORS } from './program.messages.js';
import { line } from './inert.js';
import type { Io } from './io.js';
import { chooseLocale } from './locale.js';
import { buildProgram } from './program.js';
import { EXIT, Session, type ExitCode } from './session.js';

/** Runs one command line, without the name of the program, and returns its exit code. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const locale = await chooseLocale(args, io);
  const session = new Session(io, locale);
  let code: ExitCode = EXIT.clean;
  // Each command is loaded when it is the one to run.
  const program = buildProgram(
    {
      check: async (...args) => {
        code = await (await import('./commands/check.js')).check(...args, session);
      },
      merge: async (...args) => {
        code = await (await import('./commands/merge.js')).merge(...args, session);
      },
      init: async (...args) => {
        code = await (await import('./commands/init.js')).init(...args, session);
      },
      inspect: async (...args) => {
        code = await (await import('./commands/inspect.js')).inspect(...args, session);
      },
      citations: async (...args) => {
        code = await (await import('./commands/citations.js')).citations(...args, session);
      },
      impact: async (...args) => {
        code = await (await import('./commands/impact.js')).impact(...args, session);
      },
      report: async (...args) => {
        code = await (await import('./commands/report.js')).report(...args, session);
      },
      review: async (...args) => {
        code = await (await import('./commands/review.js')).review(...args, session);
      },
      convert: async (...args) => {
        code = await (await import('./commands/convert.js')).convert(...args, session);
      },
      exportWord: async (...args) => {
        code = await (await import('./commands/export.js')).exportWord(...args, session);
      },
      compare: async (...args) => {
        code = await (await import('./commands/compare.js')).compare(...args, session);
      },
      draftCountermeasures: async (...args) => {
        code = await (await import('./commands/countermeasures.js')).draftCountermeasures(...args, session);
      },
      lists: async (...args) => {
        code = await (await import('./commands/lists.js')).lists(...args, session);
      },
      explain: async (...args) => {
        code = await (await import('./commands/explain.js')).explain(...args, session);
      },
      list: async (...args) => {
        code = await (await import('./commands/regulations-list.js')).listRegulations(...args, session);
      },
      show: async (...args) => {
        code = await (await import('./commands/regulations-show.js')).showRegulation(...args, session);
      },
      importTexts: async (...args) => {
        code = await (await import('./commands/regulations-import.js')).importRegulations(...args, session);
      },
      exportData: async (...args) => {
        code = await (await import('./commands/data-export.js')).exportData(...args, session);
      },
      fillData: async (...args) => {
        code = await (await import('./commands/data-fill.js')).fillData(...args, session);
      },
      lsp: () => io.startServer(),
      mcp: async (...args) => {
        code = await (await import('./commands/mcp.js')).mcp(...args, session);
      },
    },
    packageJson.version,
    locale,
    io.stdout,
    io.stderr,
  );
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return usage(error, io, locale);
    if (error instanceof RefusedError) session.trouble(error.reason);
    else session.fault(error);
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
    io.stderr.write(
      `policydoc: ${line(parts.map(part => part[locale]).join(''))}\n${USAGE.seeHelp('policydoc')[locale]}\n`,
    );
  }
  return EXIT.trouble;
}
