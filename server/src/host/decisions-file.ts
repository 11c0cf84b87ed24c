import { basename, dirname, join } from 'node:path';
import type { Analysis, DecidedFinding } from '../core/analyze.js';
import { once } from '../core/lazily.js';
import type { Finding } from '../core/rules/rule.js';
import { DECISIONS_FILE } from './beside.js';
import { RefusedError } from './decode.js';
import { decisionsOf, entryOf, readDecisions, type Decision, type DecisionsFile } from './decisions.js';
import { fingerprints } from './fingerprints.js';
import { isMissing, MOST, readFound } from './open.js';
import { DECIDED, unwritable } from './texts.js';
import { createFile, writeAtomically } from './write.js';

/** The decisions about a draft, by the file beside it. Throws a RefusedError for a file that is not as it should be. */
export const decisionsFor = (draft: string): readonly Decision[] => decisionsOfAll()(draft);

/** The same for many drafts: a file is read once. */
export function decisionsOfAll(): (draft: string) => readonly Decision[] {
  const files = new Map<string, () => DecisionsFile | null>();
  return draft => {
    const folder = dirname(draft);
    let there = files.get(folder);
    if (!there) {
      there = once(() => beside(draft));
      files.set(folder, there);
    }
    const file = there();
    return file ? decisionsOf(basename(draft), file) : [];
  };
}

/** Null where there is none. */
function beside(draft: string): DecisionsFile | null {
  let bytes: Uint8Array;
  try {
    bytes = readFound(join(dirname(draft), DECISIONS_FILE), { most: MOST.settings }).bytes;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error instanceof RefusedError ? new RefusedError(DECIDED.broken(error.reason)) : error;
  }
  return readDecisions(bytes);
}

/**
 * Writes a decision about a finding of the draft into the file beside it, in the place of an earlier one about the same; null
 * takes that back. All else of the file stays as it is. Throws a RefusedError where it cannot be written.
 */
export async function decide(
  draft: string,
  { model, findings }: Analysis,
  finding: Finding,
  decision: Omit<DecidedFinding, 'rule' | 'finding'> | null,
): Promise<void> {
  // Names go by the order of the findings: nobody may have asked yet for those before it.
  const fingerprint = fingerprints(model);
  findings.forEach(fingerprint);
  const name = fingerprint(finding);
  const file = join(dirname(draft), DECISIONS_FILE);
  const there = beside(draft);
  const { source, entries } = there ?? { source: NEW, entries: [] };
  const at = entries.findIndex(
    one => one.draft === basename(draft) && one.decision.rule === finding.rule && one.decision.fingerprint === name,
  );
  if (decision === null && at < 0) return;
  const { applyEdits, modify } = await import('jsonc-parser');
  const entry = decision && {
    draft: basename(draft),
    rule: finding.rule,
    fingerprint: name,
    ...(decision.kind === 'declined' ? {} : { [decision.kind]: true }),
    ...(decision.reason === '' ? {} : { reason: decision.reason }),
    by: decision.by,
    ...(decision.on === null ? {} : { on: decision.on }),
  };
  if (entry && !entryOf(entry)) throw new RefusedError(DECIDED.unsaid);
  const changed = applyEdits(
    source,
    modify(source, ['decisions', at < 0 ? entries.length : at], entry ?? undefined, {
      formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' },
    }),
  );
  if (there) await writeAtomically(file, changed, { origins: [] });
  else if (!(await createFile(file, changed))) throw new RefusedError(unwritable('EEXIST'));
}

const NEW = '{\n  "version": 1,\n  "decisions": []\n}\n';
