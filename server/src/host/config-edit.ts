import { dirname, join } from 'node:path';
import { about } from '../core/message.js';
import type { Severity } from '../core/rules/rule.js';
import { isBelow } from './below.js';
import { CONFIG_FILE } from './beside.js';
import { Configs } from './config.js';
import { ConfigError } from './config-schema.js';
import { RefusedError } from './decode.js';
import { MOST, readNamed } from './open.js';
import { createFile, writeNamed } from './write.js';

/** What a team begins with. */
export const NEW_CONFIG = `{
  "reports": "auto",
  "ignore": [],
  "rules": {}
}
`;

/** A rule, by its id, and how grave its findings are to be from now on. */
export interface RuleChange {
  readonly rule: string;
  readonly severity: Severity | 'off';
}

/**
 * The settings file that holds for a draft, or a new one where there is none: in the folder of the workspace that holds the
 * draft, else beside it. What is to be set is written into it, and all else of the file stays as it is. Throws a RefusedError
 * for a file that is not as it should be.
 */
export async function settingsFile(
  draft: string,
  set: RuleChange | null,
  workspace: readonly string[],
): Promise<string> {
  const { file, data } = await new Configs().nearest(dirname(draft)).catch((error: unknown) => {
    throw error instanceof ConfigError ? new RefusedError(about(error.file, error.problems[0]!)) : error;
  });
  const { applyEdits, modify } = await import('jsonc-parser');
  const changed = (source: string): string => {
    if (!set) return source;
    // Options of the rule stay as they are.
    const path = ['rules', set.rule, ...(Array.isArray(data.rules?.[set.rule]) ? [0] : [])];
    return applyEdits(source, modify(source, path, set.severity, { formattingOptions: FORM }));
  };
  if (file === null) {
    const folder = workspace.find(one => isBelow(draft, one)) ?? dirname(draft);
    const made = join(folder, CONFIG_FILE);
    await createFile(made, changed(NEW_CONFIG));
    return made;
  }
  if (!set) return file;
  const { bytes } = await readNamed(file, MOST.settings);
  await writeNamed(file, changed(bytes.toString('utf8')), { origins: [] });
  return file;
}

const FORM = { insertSpaces: true, tabSize: 2, eol: '\n' };
