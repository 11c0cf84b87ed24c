import type { Io } from './io.js';

/** How far a long command has come. */
export interface ProgressBar {
  step(): void;
  end(): void;
}

const SILENT: ProgressBar = { step: () => undefined, end: () => undefined };

/** A bar on standard error for a person at a terminal; nothing in a pipe or in CI. It is gone when it ends. */
export async function progressBar({ stderr, env }: Io, title: string, total: number, done = 0): Promise<ProgressBar> {
  if (stderr.isTTY !== true || env['CI'] || env['TERM'] === 'dumb') return SILENT;
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar({
    // A terminal is a stream; only tests stand something else in its place.
    stream: stderr as NodeJS.WritableStream,
    format: `${title} {bar} {value}/{total}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    clearOnComplete: true,
    hideCursor: null,
  });
  bar.start(total, done);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
