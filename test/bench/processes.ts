import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout. This file runs as `out/test/bench/processes.js`. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export const POLICYDOC = 'server/bin/policydoc.js';

/** A command line that runs with this Node, without the `node`. */
export type Command = readonly string[];

/** Runs it to its end, its output read and thrown away. Milliseconds. Throws on an exit code that a finished check never has. */
export async function wall(command: Command, cwd: string = ROOT): Promise<number> {
  const from = performance.now();
  const { code, error } = await ended(command, cwd);
  const took = performance.now() - from;
  if (code !== 0 && code !== 1) throw new Error(`${command.join(' ')} ended with ${code}: ${error.slice(-2000)}`);
  return took;
}

function ended(command: Command, cwd: string): Promise<{ code: number | null; error: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CI: '1', NO_COLOR: '1' },
    });
    let error = '';
    child.stdout.resume();
    child.stderr.on('data', piece => {
      error = (error + piece).slice(-4000);
    });
    child.once('error', reject);
    child.once('close', code => resolve({ code, error }));
  });
}
