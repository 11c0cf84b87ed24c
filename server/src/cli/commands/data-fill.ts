import { stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { lexiconOf } from '../../core/lexicon/own.js';
import { fill, namedSheets, type Filling, type SheetRow } from '../../core/sheet.js';
import { about, type Message } from '../../core/message.js';
import { DATA_SHEET } from '../../features/data-sheet.messages.js';
import { modelOf, type Model } from '../../core/model.js';
import { RegulationIndex } from '../../core/regulations/regulation-index.js';
import { applyEdits } from '../../core/text/edit.js';
import { ConfigError } from '../../host/config-schema.js';
import { RefusedError } from '../../host/decode.js';
import { draftOf, inWord, type Draft } from '../../host/drafts.js';
import { assertReads, spliced } from '../../host/encode.js';
import { readSheet } from '../../host/sheets.js';
import { namedSheet, ofDraft } from '../../host/sheets/draft.js';
import { readNamed } from '../../host/open.js';
import { mostOf } from '../../host/sources.js';
import { followed, writeAtomically } from '../../host/write.js';
import { placeSaid } from '../../word/texts.js';
import { DATA } from './data.messages.js';
import { configFinder, configNotes, type ConfigOptions } from '../configs.js';
import { isFree } from '../own-files.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { TROUBLE } from '../session.messages.js';

export interface FillOptions extends ConfigOptions {
  readonly data?: readonly string[];
  readonly output?: string;
  readonly inPlace?: boolean;
  /** Whether a file that exists may be written over. */
  readonly force?: boolean;
}

/** Placeholders are found without regulations; their index need not be read. */
export const noRegulations = (): RegulationIndex =>
  RegulationIndex.of({ version: 1, asOf: '', regulations: [] }, new Uint32Array());

/** Puts the values of data sheets into the blanks of one draft: all of them or, with any problem, none. */
export async function fillData(draft: string, options: FillOptions, session: Session): Promise<ExitCode> {
  const { cwd } = session.io;
  const path = resolve(cwd, draft);
  try {
    const { bytes, origin } = await readNamed(path, mostOf(path));
    const { text, written: how, word } = await draftOf(bytes, path);
    const { settings } = await configFinder(options, cwd)(dirname(path));
    const model = modelOf(text, noRegulations(), '', undefined, lexiconOf(settings.words));
    const sheets = await sheetsOf(path, model, options.data ?? [], session);
    const target = await targetOf(path, sheets, options, cwd);
    if ('problem' in target) return refuse(target.problem);
    // One that may not be read has been told.
    if (session.exitCode(EXIT.clean) !== EXIT.clean) return EXIT.trouble;
    if (sheets.length === 0) return refuse(DATA.noSheets);

    if (word && options.output !== undefined && extname(options.output).toLowerCase() !== word.extension)
      return refuse(DATA.extension(word.extension));
    const filling = fill(model, await rowsOf(sheets, path, session));
    if (session.exitCode(EXIT.clean) !== EXIT.clean) return EXIT.trouble;
    if (filling.problems.length > 0) {
      for (const { where, message } of filling.problems) session.trouble(about(where, message));
      session.note(about(draft, DATA_SHEET.unfilled(filling.problems.length)));
      return EXIT.trouble;
    }
    const filled = word
      ? await inWord(word.spliced(filling.edits))
      : await filledText(bytes, text, how!, filling.edits);
    const written = options.output ?? draft;
    if (!options.inPlace || filling.edits.length > 0) {
      session.drawOn(origin);
      const failure = await (options.inPlace
        ? writeAtomically(target.path, filled)
        : session.write(target.path, filled)
      ).then(
        () => null,
        (error: unknown) => error,
      );
      if (failure instanceof RefusedError) return refuse(TROUBLE.refused(written, failure.reason));
      if (failure) throw failure;
    }
    report(written, filling, word, session);
    return session.exitCode(filling.blank.length > 0 ? EXIT.findings : EXIT.clean);
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

async function filledText(
  bytes: Uint8Array,
  text: string,
  how: NonNullable<Draft['written']>,
  edits: Filling['edits'],
): Promise<Uint8Array> {
  const filled = await spliced(bytes, { text, ...how }, edits);
  assertReads(filled, applyEdits(text, edits));
  return filled;
}

function report(file: string, { edits, notes, blank, already }: Filling, word: Draft['word'], session: Session): void {
  session.tell(DATA.filled(file, edits.length, blank.length));
  for (const { where, message } of notes) session.tell(about(where, message));
  for (const { line, placeholder, key, unit, id } of blank) {
    const where = word ? placeSaid(word.place(placeholder)) : DATA.line(line);
    session.tell(DATA.blank(where, key, unit, id));
  }
  if (already > 0) session.tell(DATA.already(already));
}

/** A sheet by the name the reader knows it under, and where it is. */
interface NamedSheet {
  readonly name: string;
  readonly path: string;
  /** Whether the user named it, who may have anything read. */
  readonly isGiven: boolean;
}

/**
 * Those of the front matter, which count from the draft and may not lead out of where it lies, and those of the command
 * line, which are free. What may not be read is told, and is none of them.
 */
async function sheetsOf(
  draft: string,
  model: Model,
  given: readonly string[],
  session: Session,
): Promise<NamedSheet[]> {
  const { cwd } = session.io;
  const own = namedSheets(model);
  if ('problem' in own) throw new RefusedError(own.problem);
  const sheets: NamedSheet[] = [];
  const chosen = new Set(given.map(name => resolve(cwd, name)));
  for (const name of own.names) {
    // What the user names as well is his.
    if (chosen.has(resolve(dirname(draft), name))) continue;
    try {
      sheets.push({ name, path: await namedSheet(draft, name, [cwd]), isGiven: false });
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      session.trouble(TROUBLE.refused(name, error.reason));
    }
  }
  return [...sheets, ...given.map(name => ({ name, path: resolve(cwd, name), isGiven: true }))];
}

async function rowsOf(sheets: readonly NamedSheet[], draft: string, session: Session): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  const read = new Set<string>();
  for (const { name, path: given, isGiven } of sheets) {
    const path = await followed(given);
    // Named in the front matter and once more on the command line.
    if (read.has(path)) continue;
    read.add(path);
    try {
      const there = await stat(path).catch(() => null);
      if (there) session.drawOn(there);
      const found = await readSheet(path, name, isGiven);
      rows.push(...ofDraft(found, draft, [session.io.cwd, dirname(given), dirname(path)]));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      session.trouble(TROUBLE.refused(name, error.reason));
    }
  }
  return rows;
}

/** The file to write. A draft that is a link stays one: what it leads to is written. */
async function targetOf(
  path: string,
  sheets: readonly NamedSheet[],
  { output, inPlace, force }: FillOptions,
  cwd: string,
): Promise<{ path: string } | { problem: Message }> {
  const draft = await followed(path);
  if (output === undefined) return inPlace ? { path: draft } : { problem: DATA.whereTo };
  if (inPlace) return { problem: DATA.eitherOr };
  const target = await followed(resolve(cwd, output));
  if (target === draft) return { problem: DATA.ontoDraft };
  for (const { name, path } of sheets) if (target === (await followed(path))) return { problem: DATA.ontoSheet(name) };
  if (!force && !(await isFree(target, () => NEVER))) return { problem: DATA.ontoOther(output) };
  return { path: target };
}

/** A filled draft has no mark: it might be anybody's. */
const NEVER = /(?!)/;
