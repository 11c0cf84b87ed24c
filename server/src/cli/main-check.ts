import '../host/late.js';
import { serveAnalyses } from './check/analyze-worker.js';
import { check } from './commands/check.js';
import { runInProcess } from './process.js';
import type { Commands } from './run.js';

/**
 * The bundle `dist/check.cjs`, one file: `check` and no other command. It is run on every save and in every job, and Node needs
 * half of its time to load what is in parts, or is an ES module. The other threads of a run over many texts run it too.
 */

if (!serveAnalyses())
  void runInProcess({ check: () => Promise.resolve(check) } as Partial<Commands> as Commands, {
    file: import.meta.filename,
    folder: import.meta.dirname,
    startServer: () => Promise.reject(new Error('no other command is here')),
  });
