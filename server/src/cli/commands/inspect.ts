import { analyze } from '../../core/analyze.js';
import { colorsFor } from '../color.js';
import { json, line } from '../inert.js';
import { openDrafts, type DraftOptions } from '../open-drafts.js';
import { understanding } from '../../features/understanding.js';
import { inspectEntry } from '../views/inspect-json.js';
import { inspectText } from '../views/inspect-text.js';
import { regulationsOf } from '../regulations.js';
import { EXIT, type ExitCode, type Session } from '../session.js';

export interface InspectOptions extends DraftOptions {
  readonly format: 'json' | 'text' | 'tokens';
  readonly color: boolean;
}

/** What was understood of every text, report or not, before any judgement. */
export async function inspect(paths: readonly string[], options: InspectOptions, session: Session): Promise<ExitCode> {
  const regulations = regulationsOf(session);
  if (!regulations) return EXIT.trouble;
  const colors = colorsFor(session.io.stdout, session.io.env, options.color);
  const files: object[] = [];
  for await (const { file, text, config } of openDrafts(paths, options, session, {
    ignored: 0,
    refused: 0,
    targets: 0,
  })) {
    const { model } = analyze(text, {
      index: session.hear(await regulations.under(config)).index,
      settings: config.settings,
    });
    if (options.format === 'json') files.push(inspectEntry(file, model));
    else if (options.format === 'tokens')
      session.print([file, ...understanding(model, session.locale)].map(one => `${line(one)}\n`).join(''));
    else session.print(inspectText(file, model, session.locale, colors));
  }
  if (options.format === 'json') session.print(json({ version: 1, files }));
  return session.exitCode(EXIT.clean);
}
