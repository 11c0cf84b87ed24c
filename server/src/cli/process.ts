import { join } from 'node:path';
import { answerEndings } from '../host/signals.js';
import { run, type Commands } from './run.js';

/** What a bundle of the command line has besides its commands. */
export interface Bundle {
  readonly file: string;
  /** Where it is: the data, the pages of the rules and the other bundles lie about it. */
  readonly folder: string;
  readonly startServer: () => Promise<void>;
}

/** One run of the command line with the process it runs in. */
export async function runInProcess(commands: Commands, { file, folder, startServer }: Bundle): Promise<void> {
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

  process.exitCode = await run(
    process.argv.slice(2),
    {
      cwd: process.cwd(),
      env: process.env,
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      programFile: file,
      dataFolder: join(folder, '../data'),
      rulesFolder: join(folder, 'rules'),
      workerFile: join(folder, 'check.cjs'),
      startServer,
    },
    commands,
  );
}
