import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { Message } from '../core/message.js';
import { joinParts, type Whole } from '../core/regulations/text/parts.js';
import { importText, type FoundText, type ImportedText } from '../core/regulations/text/recognise.js';
import { Configs, NO_CONFIG } from './config.js';
import { RefusedError } from './decode.js';
import { fileName } from './file-name.js';
import { assertNoLink } from './links.js';
import { isMissing, MOST, readFound } from './open.js';
import { regulationFiles, regulationText } from './regulation-files.js';
import { shownName } from './shown-name.js';
import { editionKey, loadTeamRegulations } from './team-regulations.js';
import { IMPORT, unwritable } from './texts.js';
import { codeOf, writeAtomically } from './write.js';

/** Texts of regulations, as they come, into a team's folder: one readable file an edition. */

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

/** By their paths: the name each is shown under, the folder it was asked for in, and the folder it was found in; null: named. */
type Files = ReadonlyMap<string, { readonly file: string; readonly base: string; readonly within: string | null }>;

/** What is to be imported, before anything is written. */
export interface Found {
  readonly files: Files;
  /** How many files a folder also holds that are not read. */
  readonly unread: number;
  readonly outcomes: Outcome[];
}

/** The files that the paths stand for, `cwd` being where the user stands. */
export async function filesToImport(paths: readonly string[], output: string, cwd: string): Promise<Found> {
  const outcomes: Outcome[] = [];
  return { ...(await filesOf(paths, output, cwd, outcomes)), outcomes };
}

/** Writes what can be understood of them; `step` is called twice a file. */
export async function importFiles(
  { files, outcomes }: Found,
  output: string,
  cwd: string,
  { edition = '', force = false, isNamed = false, step = () => {} }: ImportHow = {},
): Promise<Outcome[]> {
  const sources = await readAll(files, step, outcomes);
  const texts = understood(sources, edition, step, outcomes);
  outcomes.push(...(await writeAll(texts, output, isNamed, force, cwd)));
  return outcomes.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

export interface ImportHow {
  /** The date of the edition, of a single file that does not tell. */
  readonly edition?: string;
  /** Replaces a file with other content. */
  readonly force?: boolean;
  /** Whether somebody named the folder: one that nobody did may be no link. */
  readonly isNamed?: boolean;
  readonly step?: () => void;
}

export function tally(outcomes: readonly Outcome[]): Record<Outcome['status'], number> {
  const counts = { written: 0, replaced: 0, unchanged: 0, duplicate: 0, refused: 0 };
  for (const { status } of outcomes) counts[status]++;
  return counts;
}

const refused = (file: string, reason: Message): Outcome => ({
  file,
  status: 'refused',
  reason,
  target: null,
  text: null,
});

/** Every file once, by its path, with the folder it was asked for in, in the order of the names shown. */
async function filesOf(
  paths: readonly string[],
  output: string,
  cwd: string,
  outcomes: Outcome[],
): Promise<{ files: Files; unread: number }> {
  const files = new Map<string, { file: string; base: string; within: string | null }>();
  let unread = 0;
  for (const path of paths) {
    const asked = resolve(cwd, path);
    const found = await regulationFiles(asked, output);
    for (const file of found.files)
      if (!files.has(file))
        files.set(file, {
          file: shownName(file, path, cwd),
          base: dirname(asked),
          within: file === asked ? null : asked,
        });
    for (const { path: at, reason } of found.refused) outcomes.push(refused(shownName(at, path, cwd), reason));
    unread += found.unread.length;
  }
  return { files: new Map([...files].sort(([, a], [, b]) => (a.file < b.file ? -1 : 1))), unread };
}

async function readAll(files: Files, step: () => void, outcomes: Outcome[]): Promise<Source[]> {
  const sources: Source[] = [];
  for (const [path, { file, base, within }] of files) {
    try {
      const name = basename(path);
      const folders = relative(base, dirname(path)).split(sep).filter(Boolean);
      sources.push({
        file,
        found: { name, folders, stem: name.slice(0, -extname(name).length), text: await regulationText(path, within) },
      });
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      outcomes.push(refused(file, error.reason));
    }
    step();
  }
  return sources;
}

interface Understood {
  readonly file: string;
  readonly text: ImportedText;
}

/** The texts that can be imported; one edition once. What stands against the others goes to `outcomes`. */
function understood(sources: readonly Source[], edition: string, step: () => void, outcomes: Outcome[]): Understood[] {
  const groups = new Map<string, Understood[]>();
  for (const { found, from } of joinParts(sources.map(source => source.found))) {
    const file = nameOf(from, sources);
    const text = importText(found, edition);
    from.forEach(step);
    if ('reason' in text) outcomes.push(refused(file, text.reason));
    else groups.set(editionKey(text.edition), [...(groups.get(editionKey(text.edition)) ?? []), { file, text }]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (others.every(other => isSame(other.text, first!.text))) {
      for (const { file, text } of others) {
        outcomes.push({ file, text, status: 'duplicate', reason: IMPORT.duplicate(first!.file), target: null });
      }
      return [first!];
    }
    const all = [first!, ...others];
    for (const { file } of all) {
      outcomes.push(
        refused(
          file,
          IMPORT.conflict(
            all
              .filter(other => other.file !== file)
              .map(other => other.file)
              .join('、'),
          ),
        ),
      );
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
  return (
    a.record.articles === b.record.articles &&
    a.record.divisions === b.record.divisions &&
    a.fingerprints.length === b.fingerprints.length &&
    a.fingerprints.every((hash, i) => hash === b.fingerprints[i])
  );
}

async function writeAll(
  texts: readonly Understood[],
  output: string,
  isNamed: boolean,
  force: boolean,
  cwd: string,
): Promise<Outcome[]> {
  if (texts.length === 0) return [];
  try {
    if (!isNamed) await assertNoLink(output);
    await mkdir(output, { recursive: true });
  } catch (error) {
    const reason = error instanceof RefusedError ? error.reason : unwritable(codeOf(error));
    return texts.map(({ file }) => refused(file, reason));
  }
  const { editions } = await loadTeamRegulations([{ path: output, named: { name: output, by: null } }]);
  const present = new Map(editions.map(edition => [editionKey(edition), edition]));
  const outcomes: Outcome[] = [];
  for (const { file, text } of texts) {
    const existing = present.get(editionKey(text.edition));
    const path = existing?.file ?? join(output, fileName(text.edition.title, text.edition.date));
    const target = shownName(path, '', cwd);
    const old = textThere(path);
    const same =
      old !== null &&
      (withoutLineEnds(old) === withoutLineEnds(text.canonical) ||
        (!force && existing !== undefined && isSame({ content: existing.content() }, text)));
    if (same) outcomes.push({ file, text, target, status: 'unchanged', reason: null });
    else if (old !== null && !force) outcomes.push(refused(file, IMPORT.exists(target)));
    else {
      outcomes.push(
        await writeAtomically(path, text.canonical).then(
          (): Outcome => ({ file, text, target, status: old === null ? 'written' : 'replaced', reason: null }),
          (error: unknown) => {
            if (error instanceof RefusedError) return refused(file, error.reason);
            throw error;
          },
        ),
      );
    }
  }
  return outcomes;
}

/** The text of a file, '' of one that cannot be read; null where there is none. */
function textThere(path: string): string | null {
  try {
    return readFound(path, { most: MOST.regulation }).bytes.toString('utf8');
  } catch (error) {
    return isMissing(error) ? null : '';
  }
}

/** Git may have changed the line ends of what was written. */
const withoutLineEnds = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** Whether a check where the user stands, or in the one that holds `output`, would use the texts. */
export async function isInUse(output: string, cwd: string): Promise<boolean> {
  const configs = new Configs();
  for (const folder of [cwd, dirname(output)]) {
    const { regulations } = await configs.nearest(folder).catch(() => NO_CONFIG);
    if (regulations.some(({ path }) => path === output)) return true;
  }
  return false;
}
