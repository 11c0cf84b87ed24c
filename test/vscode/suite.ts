import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';

/** What came of it, for whoever started VS Code. */
export interface Outcome {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  readonly lines: readonly string[];
}

/** What VS Code calls inside its extension host: runs the tests, and tells their outcome in a file too, if one is asked for. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000 });
  for (const file of ['extension', 'features', 'data', 'dialogs', 'word'])
    mocha.addFile(fileURLToPath(new URL(`./${file}.test.js`, import.meta.url)));
  await mocha.loadFilesAsync();
  const lines: string[] = [];
  let [passes, pending] = [0, 0];
  const failures = await new Promise<number>(resolve => {
    mocha
      .run(resolve)
      .on('pass', test => {
        passes++;
        lines.push(`✔ ${test.fullTitle()}`);
      })
      .on('pending', test => {
        pending++;
        lines.push(`- ${test.fullTitle()}`);
      })
      .on('fail', (test, error: Error) => void lines.push(`✘ ${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
  const file = process.env['POLICYDOC_TEST_RESULTS'];
  if (file) writeFileSync(file, JSON.stringify({ passes, failures, pending, lines } satisfies Outcome));
  if (failures > 0 || passes === 0) throw new Error(lines.join('\n') || 'no test ran');
}
