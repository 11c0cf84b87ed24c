import { fileURLToPath } from 'node:url';
import { answerEndings } from '../host/signals.js';
import { run } from './run.js';

/** The bundle `dist/cli.js`: one run of the command line with the process it runs in. */

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may leave before all is said: `policydoc check | head`.
  if (error.code === 'EPIPE') process.exit();
  // A full disk: what is not all there must not look like an answer.
  process.stderr.write(
    `policydoc: 标准输出写不进去（${error.code}），结果不完整 / standard output cannot be written (${error.code}), results are incomplete\n`,
  );
  process.exit(2);
});
// What cannot be said to anybody changes neither the results nor the exit code.
process.stderr.on('error', () => undefined);

// A server ends as its client says. Everything else ends at once: a file is written whole between two
// signals or not at all (`host/write.ts`). `host/signals.ts` tells who answers while something long is done.
if (process.argv[2] !== 'lsp' && process.argv[2] !== 'mcp') {
  answerEndings(() => {
    process.stderr.write('\npolicydoc: 已中断，未写出结果 / interrupted, no results were written\n');
    process.exit(2);
  });
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  programFile: fileURLToPath(import.meta.url),
  dataFolder: beside('../data'),
  rulesFolder: beside('./rules'),
  workerFile: beside('./analyze-worker.js'),
  startServer: async () => {
    // A bundle of its own, shared with the editors' extension; loaded only for this command.
    const { startServer } = (await import(new URL('./lsp.js', import.meta.url).href)) as { startServer(): void };
    startServer();
  },
});
