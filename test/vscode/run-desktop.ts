import { runTests } from '@vscode/test-electron';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The suite in a desktop VS Code: the one named by VSCODE_EXECUTABLE, else one that is downloaded. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const executable = process.env['VSCODE_EXECUTABLE'];
process.exitCode = await runTests({
  ...(executable ? { vscodeExecutablePath: executable } : {}),
  extensionDevelopmentPath: ROOT,
  extensionTestsPath: join(ROOT, 'out/test/vscode/suite.js'),
  launchArgs: [join(ROOT, 'test/vscode/workspace'), '--disable-extensions'],
});
