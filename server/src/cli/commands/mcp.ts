import { configFinder, configNotes, type ConfigOptions } from '../configs.js';
import packageJson from '../../../package.json' with { type: 'json' };
import { ConfigError } from '../../host/config-schema.js';
import { regulationsOf } from '../regulations.js';
import { EXIT, type ExitCode, type Session } from '../session.js';

/** Answers an agent's questions as a text in the current folder would be checked. Standard output is the protocol's. */
export async function mcp(options: ConfigOptions, session: Session): Promise<ExitCode> {
  const { cwd } = session.io;
  const regulations = regulationsOf(session);
  if (!regulations) return EXIT.trouble;
  try {
    const config = await configFinder(options, cwd)(cwd);
    const { index } = session.hear(await regulations.under(config));
    // The protocol's library is a large part of the program, and of no other command's business.
    const { serve } = await import('../../mcp/server.js');
    await serve({ index, settings: config.settings, locale: session.locale }, packageJson.version);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    session.hear({ result: null, notes: configNotes(error, cwd) });
  }
  return session.exitCode(EXIT.clean);
}
