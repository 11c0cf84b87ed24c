import { dirname, resolve } from 'node:path';
import { analyze } from '../../core/analyze.js';
import type { Message } from '../../core/message.js';
import { itemsOfRole } from '../../core/rules/shared/items.js';
import { reportsOf } from '../../core/rules/shared/structure.js';
import { applyEdits } from '../../core/text/edit.js';
import { countermeasureDrafts } from '../../features/countermeasures.js';
import { ConfigError } from '../../host/config-schema.js';
import { RefusedError } from '../../host/decode.js';
import { draftOf } from '../../host/drafts.js';
import { assertReads, spliced } from '../../host/encode.js';
import { readNamed } from '../../host/open.js';
import { mostOf } from '../../host/sources.js';
import { exists, followed, writeAtomically } from '../../host/write.js';
import { configFinder, configNotes, type ConfigOptions } from '../configs.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';
import { noRegulations } from './data-fill.js';
import { DRAFT } from './countermeasures.messages.js';

export interface DraftCountermeasuresOptions extends ConfigOptions {
  readonly problem?: number;
  readonly output?: string;
  readonly inPlace?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

/** Paragraphs for the problems of one draft that no countermeasure answers. */
export async function draftCountermeasures(
  draft: string,
  { problem, output, inPlace, dryRun, force, ...options }: DraftCountermeasuresOptions,
  session: Session,
): Promise<ExitCode> {
  const { cwd } = session.io;
  const path = resolve(cwd, draft);
  const ways = [output !== undefined, inPlace === true, dryRun === true].filter(chosen => chosen).length;
  if (ways !== 1) return refuse(ways === 0 ? DRAFT.whereTo : DRAFT.oneOf);
  try {
    const target = await followed(output === undefined ? path : resolve(cwd, output));
    if (output !== undefined) {
      if (target === (await followed(path))) return refuse(DRAFT.ontoDraft);
      if (!force && (await exists(target))) return refuse(DRAFT.ontoOther(output));
    }
    const { bytes, origin } = await readNamed(path, mostOf(path));
    const { text, written: how, word } = await draftOf(bytes, path);
    if (word || !how) return refuse(TROUBLE.refused(draft, DRAFT.isWord));
    const config = await configFinder(options, cwd)(dirname(path));
    // Which measure answers which problem does not depend on regulations.
    const analysis = analyze(text, { index: noRegulations(), settings: config.settings });
    const problems = reportsOf(analysis.model).flatMap(report => itemsOfRole(report, 'problems'));
    const only = problem === undefined ? null : (problems[problem - 1]?.head.start ?? -1);
    if (only === -1) return refuse(TROUBLE.refused(draft, DRAFT.noSuchProblem(problem!, problems.length)));
    const found = countermeasureDrafts(analysis, only);
    if (!found) {
      session.tell(DRAFT.none(draft));
      if (output === undefined) return EXIT.clean;
    }
    const { drafts = [], count = 0, edits = [] } = found ?? {};
    for (const { problem: of, head } of drafts)
      session.tell(DRAFT.one(analysis.model.lines.at(of.start).line, text.slice(of.start, of.end), head));
    if (dryRun) {
      session.tell(DRAFT.wouldWrite(draft, count));
      return EXIT.findings;
    }
    const filled = await spliced(bytes, { text, ...how }, edits);
    assertReads(filled, applyEdits(text, edits));
    session.drawOn(origin);
    await (inPlace ? writeAtomically(target, filled) : session.write(target, filled));
    session.tell(DRAFT.written(output ?? draft, count));
    return session.exitCode(EXIT.clean);
  } catch (error) {
    if (error instanceof ConfigError) {
      session.hear({ result: null, notes: configNotes(error, cwd) });
      return EXIT.trouble;
    }
    if (!(error instanceof RefusedError)) throw error;
    return refuse(TROUBLE.refused(draft, error.reason));
  }

  function refuse(message: Message): ExitCode {
    session.trouble(message);
    return EXIT.trouble;
  }
}
