import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Message } from '../core/message.js';
import { decode, RefusedError, type Decoded } from './decode.js';
import { draftOf, type Draft } from './drafts.js';
import { REFUSALS } from './texts.js';

/** Reads and decodes a file; throws a RefusedError for any file that is not a text we can read for certain. */
export const readSource = async (path: string): Promise<Decoded> => decode(await readBytes(path));

/** The bytes of a file; throws a RefusedError for a file that cannot be read. */
export function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: unknown) => {
    throw new RefusedError(systemReason(error));
  });
}

/** Reads a draft, a text or a Word document; throws a RefusedError for any other file. */
export const readDraft = async (path: string): Promise<Draft> => draftOf(await readBytes(path), path);

/**
 * The same without leaving the thread, which takes a fifth of the time: for whoever reads a thousand files and lets others
 * have a turn in between. What is no plain file may keep its reader waiting, and is read as ever.
 */
export function readDraftAtOnce(path: string): Draft | Promise<Draft> {
  let bytes: Uint8Array;
  try {
    if (!statSync(path).isFile()) return readDraft(path);
    bytes = readFileSync(path);
  } catch (error) {
    throw new RefusedError(systemReason(error));
  }
  return draftOf(bytes, path);
}

/** Reads a draft from a stream to its end. */
export async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<Draft> {
  return draftOf(await bytesOf(stream), name);
}

/** The bytes of a file, or of a stream to its end; throws a RefusedError. */
export async function bytesOf(source: string | AsyncIterable<Uint8Array>): Promise<Buffer> {
  if (typeof source === 'string')
    return readFile(source).catch(error => {
      throw new RefusedError(systemReason(error));
    });
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What the system said when a file or folder could not be used, in the reader's words where we know them. */
export function systemReason(error: unknown): Message {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return REFUSALS.unreadable(code);
}
