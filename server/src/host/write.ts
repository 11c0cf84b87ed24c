import { appendFile, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Message } from '../core/message.js';
import type { Decoded } from './decode.js';
import { encode } from './encode.js';

/** A file that cannot be written; nothing of it was. */
export class UnwritableError extends Error {
  constructor(readonly reason: Message) {
    super(reason.en);
  }
}

/**
 * Writes a file wholly or not at all, with the permissions of the one it replaces. The library takes its temporary file
 * away also when the process is ended by a signal.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content));
  } catch (error) {
    throw new UnwritableError(writeReason(error));
  }
}

/** Throws where a file could not be put: a long run should not end with that. */
export async function assertWritable(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(error => { throw new UnwritableError(writeReason(error)); });
  if (!folder.isDirectory()) throw new UnwritableError(REASONS['ENOENT']!);
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new UnwritableError(REASONS['EISDIR']!);
}

function writeReason(error: unknown): Message {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return REASONS[code] ?? { 'zh-CN': `无法写入（${code}）`, en: `it cannot be written (${code})` };
}

const DENIED: Message = { 'zh-CN': '没有写入权限', en: 'no permission to write' };

const REASONS: Readonly<Record<string, Message>> = {
  ENOENT: { 'zh-CN': '所在文件夹不存在', en: 'its folder does not exist' },
  ENOTDIR: { 'zh-CN': '所在文件夹不存在', en: 'its folder does not exist' },
  EISDIR: { 'zh-CN': '是文件夹，不是文件', en: 'it is a folder, not a file' },
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: DENIED,
  ENOSPC: { 'zh-CN': '磁盘空间不足', en: 'the disk is full' },
};

/** Adds to the end of a file that another program has begun. */
export async function appendTo(path: string, content: string): Promise<void> {
  await appendFile(path, content).catch(error => { throw new UnwritableError(writeReason(error)); });
}

/** Replaces a text by another, in the same encoding; refuses where anything but the text would change. */
export async function rewriteSource(path: string, before: string, after: string, written: Pick<Decoded, 'encoding' | 'bom'>): Promise<void> {
  const current = await readFile(path).catch(error => { throw new UnwritableError(writeReason(error)); });
  const [unchanged, bytes] = [await encode(before, written), await encode(after, written)];
  // Some bytes of GB18030 have two spellings: a file that would not come back as it was is left alone.
  if (!unchanged || !bytes || !current.equals(unchanged)) throw new UnwritableError(CHANGED);
  await writeWhole(path, bytes);
}

const CHANGED: Message = {
  'zh-CN': '文件已被改动，或其编码无法原样写回，未修改',
  en: 'not changed: it was modified meanwhile, or its encoding cannot be written back as it was',
};
