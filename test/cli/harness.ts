import { resolve } from 'node:path';
import type { Io } from '../../server/src/cli/io.js';
import { COMMANDS } from '../../server/src/cli/commands.js';
import { run } from '../../server/src/cli/run.js';
import { RULES } from '../../server/src/core/rules/index.js';
import type { Rule } from '../../server/src/core/rules/rule.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly env?: Io['env'];
  readonly stdin?: string | Uint8Array;
  readonly isTTY?: boolean;
  /** How wide standard output is, where it is a terminal. */
  readonly columns?: number;
  /** Whether standard error is a terminal. */
  readonly isErrTTY?: boolean;
  readonly dataFolder?: string;
  readonly rulesFolder?: string;
  readonly startServer?: () => Promise<void>;
  readonly workerFile?: string;
  readonly threads?: number;
}

/** Runs a command line in `cwd` and in Chinese, with the real regulation data unless told otherwise. */
export async function policydoc(cwd: string, args: readonly string[], world: World = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(
    args,
    {
      cwd,
      env: world.env ?? {},
      stdin: streamOf(world.stdin ?? ''),
      stdout: {
        write: text => {
          out += text;
        },
        isTTY: world.isTTY ?? false,
        ...(world.columns !== undefined && { columns: world.columns }),
      },
      stderr: {
        write: text => {
          err += text;
        },
        isTTY: world.isErrTTY ?? false,
      },
      dataFolder: world.dataFolder ?? resolve('server/data'),
      rulesFolder: world.rulesFolder ?? resolve('server/src/core/rules'),
      ...(world.workerFile !== undefined && { workerFile: world.workerFile }),
      ...(world.threads !== undefined && { threads: world.threads }),
      startServer: world.startServer ?? (() => Promise.reject(new Error('no server here'))),
    },
    COMMANDS,
  );
  return { code, out, err };
}

/** Every command, as it is typed. */
export async function commands(...parents: string[]): Promise<string[]> {
  const { out } = await policydoc(resolve('.'), [...parents, '--help', '--locale', 'en']);
  const names = [...(out.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}([a-z]+)(?= |$)/gm)]
    .map(m => m[1]!)
    .filter(name => name !== 'help');
  return names.length === 0
    ? [parents.join(' ')]
    : (await Promise.all(names.map(name => commands(...parents, name)))).flat();
}

async function* streamOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

/** With a rule that has a safe fix: none of the real ones is certain enough to have one. */
export async function withFixingRule<T>(work: () => Promise<T>): Promise<T> {
  const rule: Rule = {
    id: 'test-double-space',
    title: { 'zh-CN': '两个空格', en: 'Double space' },
    severity: 'warning',
    scope: 'document',
    check: ({ text }) =>
      [...text.matchAll(/ {2}/g)].map(({ index }) => ({
        start: index,
        end: index + 2,
        message: { 'zh-CN': '两个空格', en: 'double' },
        reason: { 'zh-CN': '改', en: 'mend' },
        fixes: [
          { title: { 'zh-CN': '选', en: 'choose' }, kind: 'choice', edits: [{ start: 0, end: 1, text: '！' }] },
          { title: { 'zh-CN': '改', en: 'mend' }, kind: 'safe', edits: [{ start: index, end: index + 2, text: ' ' }] },
        ],
      })),
  };
  (RULES as Rule[]).push(rule);
  try {
    return await work();
  } finally {
    (RULES as Rule[]).pop();
  }
}

/** Root may read everything, so the tests of a container lay that down for a while. */
export async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid!(65534);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
  }
}

/** A report with one error: the Civil Code ends with article 1260. */
export const FLAWED =
  '# 关于合同管理的调研报告\n\n一、基本情况、问题和对策\n根据《中华人民共和国民法典》第九千条，合同应当履行。\n';
/** A report with nothing to say against. */
export const CLEAN =
  '# 关于合同管理的调研报告\n\n一、基本情况、问题和对策\n根据《中华人民共和国民法典》第五百零九条，合同应当履行。\n';
/** Not a report. */
export const NOTE = '# 会议通知\n\n请于周五到会。《中华人民共和国民法典》第九千条。\n';
export const RULE = 'citation-article-absent';
