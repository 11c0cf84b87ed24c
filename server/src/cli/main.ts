import { createRequire } from 'node:module';
import { COMMANDS } from './commands.js';
import { runInProcess } from './process.js';

/** The bundle `dist/cli.js`, in parts: all commands. */

await runInProcess(COMMANDS, {
  file: import.meta.filename,
  folder: import.meta.dirname,
  startServer: async () => {
    // A bundle of its own, shared with the editors' extension; loaded only for this command.
    const { startServer } = createRequire(import.meta.url)('./lsp.cjs') as { startServer(): void };
    startServer();
  },
});
