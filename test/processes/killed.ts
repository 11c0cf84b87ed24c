import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { halfOf } from '../harness/faulty-fs.js';
import { policydoc, withFixingRule } from '../cli/harness.js';

/* `node killed.js FOLDER ARGUMENTS…` runs a command line, and is killed for good when half of the first file is written. */

const real = fs.writeFileSync;
fs.writeFileSync = (file, content) => {
  real(file, halfOf(content as string));
  process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();

const [folder, ...args] = process.argv.slice(2);
await withFixingRule(() => policydoc(folder!, args));
