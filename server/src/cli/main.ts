import { fileURLToPath } from 'node:url';
import { run } from './run.js';

/** The bundle `dist/cli.js`: one run of the command line with the process it runs in. */

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The reader of a pipe may leave before all is said: `policydoc check | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  dataFolder: beside('../data'),
  rulesFolder: beside('./rules'),
  startServer: async () => {
    // A bundle of its own, shared with the editors' extension; loaded only for this command.
    const { startServer } = await import(new URL('./lsp.js', import.meta.url).href) as { startServer(): void };
    startServer();
  },
});
