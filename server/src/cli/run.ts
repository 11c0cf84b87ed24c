import { CommanderError } from 'commander';
import { RefusedError } from '../host/decode.js';
import packageJson from '../../package.json' with { type: 'json' };
import type { Locale, Message } from '../core/message.js';
import { USAGE, USAGE_ERRORS } from './program.messages.js';
import { line } from './inert.js';
import type { Io } from './io.js';
import { chooseLocale } from './locale.js';
import { buildProgram, type Actions } from './program.js';
import { EXIT, Session, type ExitCode } from './session.js';

/** What a command does: it is handed its arguments and the run it is part of. */
type Doing<Action> = Action extends (...args: infer Args) => Promise<void>
  ? (...args: [...Args, Session]) => Promise<ExitCode>
  : never;

/** How each command is had: it is loaded when it is the one to run. The language server is the world's to start. */
export type Commands = { readonly [Name in Exclude<keyof Actions, 'lsp'>]: () => Promise<Doing<Actions[Name]>> };

/** Runs one command line, without the name of the program, and returns its exit code. Never throws. */
export async function run(args: readonly string[], io: Io, commands: Commands): Promise<ExitCode> {
  const locale = await chooseLocale(args, io);
  const session = new Session(io, locale);
  let code: ExitCode = EXIT.clean;
  const doing =
    <Args extends unknown[]>(had: () => Promise<(...args: [...Args, Session]) => Promise<ExitCode>>) =>
    async (...args: Args): Promise<void> => {
      code = await (await had())(...args, session);
    };
  const actions = Object.fromEntries(Object.entries(commands).map(([name, had]) => [name, doing(had as never)]));
  const program = buildProgram(
    { ...(actions as unknown as Omit<Actions, 'lsp'>), lsp: () => io.startServer() },
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
