import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { Message } from '../../core/message.js';
import { isDate } from '../../core/regulations/team.js';
import { joinParts, type Whole } from '../../core/regulations/text/parts.js';
import { importText, type FoundText, type ImportedText } from '../../core/regulations/text/recognise.js';
import { NO_CONFIG, REGULATIONS_FOLDER } from '../../host/config.js';
import { RefusedError } from '../../host/decode.js';
import { assertNoLink } from '../../host/links.js';
import { regulationFiles, regulationText } from '../../host/regulation-files.js';
import { editionKey, loadTeamRegulations } from '../../host/team-regulations.js';
import { unwritable } from '../../host/texts.js';
import { codeOf, writeAtomically } from '../../host/write.js';
import { configFinder } from '../configs.js';
import { fileName } from '../file-name.js';
import { IMPORTING } from '../import-texts.js';
import { progressOf, type Progress } from '../progress.js';
import { importJson, importLines } from '../reporters/import.js';
import { EXIT, type ExitCode, type Session } from '../session.js';
import { shownName } from '../shown-name.js';
import { TROUBLE } from '../texts.js';

export interface ImportOptions {
  readonly output?: string;
  readonly edition?: string;
  readonly format: 'text' | 'json';
  readonly force?: boolean;
}

/** What became of a file, or of several that make up one law. */
export interface Outcome {
  /** The name it is shown under. */
  readonly file: string;
  readonly status: 'written' | 'replaced' | 'unchanged' | 'duplicate' | 'refused';
  readonly reason: Message | null;
  /** The file written, or that holds the same already. */
  readonly target: string | null;
  readonly text: ImportedText | null;
}

interface Source {
  readonly file: string;
  readonly found: FoundText;
}

/** Writes the texts of the files and folders named into the team's folder, one file an edition. */
export async function importRegulations(paths: readonly string[], options: ImportOptions, session: Session): Promise<ExitCode> {
  const { edition = '', format, force = false } = options;
  const { cwd } = session.io;
  const output = resolve(cwd, options.output ?? REGULATIONS_FOLDER);
  if (edition !== '' && !isDate(edition)) return failed(IMPORTING.badEdition(edition));
  const outcomes: Outcome[] = [];
  const { files, unread } = await filesOf(paths, output, session, outcomes);
  if (edition !== '' && files.size !== 1) return failed(IMPORTING.oneOnly);
  const progress = await progressOf(session.io, session.say(IMPORTING.progress), files.size * 2);
  const sources = await readAll(files, progress, outcomes);
  const texts = understood(sources, edition, progress, outcomes);
  outcomes.push(...await writeAll(texts, output, options.output !== undefined, force, cwd));
  progress.end();
  outcomes.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  for (const { file, status, reason } of outcomes) if (status === 'refused') session.trouble(TROUBLE.refused(file, reason!));
  session.print(format === 'json' ? importJson(outcomes, shownName(output, '', cwd), session.locale) : importLines(outcomes, session.locale));
  if (unread > 0) session.note(IMPORTING.unread(unread));
  if (!outcomes.every(({ status }) => status === 'refused') && !await isInUse(output, cwd)) {
    session.note(IMPORTING.notInUse(shownName(output, '', cwd)));
  }
  return session.exitCode(EXIT.clean);

  function failed(message: Message): ExitCode {
    session.trouble(message);
    return EXIT.trouble;
  }
}

const refused = (file: string, reason: Message): Outcome => ({ file, status: 'refused', reason, target: null, text: null });

/** Every file once, by its path, with the folder it was asked for in, in the order of the names shown. */
async function filesOf(
  paths: readonly string[], output: string, { io: { cwd } }: Session, outcomes: Outcome[],
): Promise<{ files: Map<string, { readonly file: string; readonly base: string }>; unread: number }> {
  const files = new Map<string, { file: string; base: string }>();
  let unread = 0;
  for (const path of paths) {
    const asked = resolve(cwd, path);
    const found = await regulationFiles(asked, output);
    for (const file of found.files) if (!files.has(file)) files.set(file, { file: shownName(file, path, cwd), base: dirname(asked) });
    for (const { path: at, reason } of found.refused) outcomes.push(refused(shownName(at, path, cwd), reason));
    unread += found.unread.length;
  }
  return { files: new Map([...files].sort(([, a], [, b]) => (a.file < b.file ? -1 : 1))), unread };
}

async function readAll(
  files: ReadonlyMap<string, { readonly file: string; readonly base: string }>, progress: Progress, outcomes: Outcome[],
): Promise<Source[]> {
  const sources: Source[] = [];
  for (const [path, { file, base }] of files) {
    try {
      const name = basename(path);
      const folders = relative(base, dirname(path)).split(sep).filter(Boolean);
      sources.push({ file, found: { name, folders, stem: name.slice(0, -extname(name).length), text: await regulationText(path) } });
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      outcomes.push(refused(file, error.reason));
    }
    progress.step();
  }
  return sources;
}

interface Understood {
  readonly file: string;
  readonly text: ImportedText;
}

/** The texts that can be imported; one edition once. What stands against the others goes to `outcomes`. */
function understood(sources: readonly Source[], edition: string, progress: Progress, outcomes: Outcome[]): Understood[] {
  const groups = new Map<string, Understood[]>();
  for (const { found, from } of joinParts(sources.map(source => source.found))) {
    const file = nameOf(from, sources);
    const text = importText(found, edition);
    from.forEach(() => progress.step());
    if ('reason' in text) outcomes.push(refused(file, text.reason));
    else groups.set(editionKey(text.edition), [...groups.get(editionKey(text.edition)) ?? [], { file, text }]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (others.every(other => isSame(other.text, first!.text))) {
      for (const { file, text } of others) {
        outcomes.push({ file, text, status: 'duplicate', reason: IMPORTING.duplicate(first!.file), target: null });
      }
      return [first!];
    }
    const all = [first!, ...others];
    for (const { file } of all) {
      outcomes.push(refused(file, IMPORTING.conflict(all.filter(other => other.file !== file).map(other => other.file).join('、'))));
    }
    return [];
  });
}

const nameOf = (from: Whole['from'], sources: readonly Source[]): string => {
  const [first] = from.map(at => sources[at]!.file);
  return from.length === 1 ? first! : `${first} … (${from.length})`;
};

/** Whether two texts have the same words in the same provisions. */
function isSame({ content: a }: Pick<ImportedText, 'content'>, { content: b }: Pick<ImportedText, 'content'>): boolean {
  return a.record.articles === b.record.articles && a.record.divisions === b.record.divisions
    && a.fingerprints.length === b.fingerprints.length && a.fingerprints.every((hash, i) => hash === b.fingerprints[i]);
}

async function writeAll(texts: readonly Understood[], output: string, isNamed: boolean, force: boolean, cwd: string): Promise<Outcome[]> {
  if (texts.length === 0) return [];
  try {
    if (!isNamed) await assertNoLink(output);
    await mkdir(output, { recursive: true });
  } catch (error) {
    const reason = error instanceof RefusedError ? error.reason : unwritable(codeOf(error));
    return texts.map(({ file }) => refused(file, reason));
  }
  const { editions } = await loadTeamRegulations([{ path: output, named: true }]);
  const present = new Map(editions.map(edition => [editionKey(edition), edition]));
  const outcomes: Outcome[] = [];
  for (const { file, text } of texts) {
    const existing = present.get(editionKey(text.edition));
    const path = existing?.file ?? join(output, fileName(text.edition.title, text.edition.date));
    const target = shownName(path, '', cwd);
    const old = await readFile(path, 'utf8').catch((error: unknown) => (codeOf(error) === 'ENOENT' ? null : ''));
    const same = old !== null && (withoutLineEnds(old) === withoutLineEnds(text.canonical)
      || (!force && existing !== undefined && isSame({ content: existing.content() }, text)));
    if (same) outcomes.push({ file, text, target, status: 'unchanged', reason: null });
    else if (old !== null && !force) outcomes.push(refused(file, IMPORTING.exists(target)));
    else {
      outcomes.push(await writeAtomically(path, text.canonical).then(
        (): Outcome => ({ file, text, target, status: old === null ? 'written' : 'replaced', reason: null }),
        (error: unknown) => {
          if (error instanceof RefusedError) return refused(file, error.reason);
          throw error;
        }));
    }
  }
  return outcomes;
}

/** Git may have changed the line ends of what was written. */
const withoutLineEnds = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** Whether a check in the current folder, or in the one that holds `output`, would use the texts. */
async function isInUse(output: string, cwd: string): Promise<boolean> {
  const find = configFinder({}, cwd);
  for (const folder of [cwd, dirname(output)]) {
    const { regulations } = await find(folder).catch(() => NO_CONFIG);
    if (regulations.some(({ path }) => path === output)) return true;
  }
  return false;
}
