import type { Span } from '../core/text/span.js';
import { annotate, isAnnotated } from './comments.js';
import { fill } from './fill.js';
import { isZip, otherFormat, Package } from './package.js';
import { readDocument } from './reader.js';
import { lineAt, project, within, type Projection } from './project.js';
import { WordError, type WordPlace, type WordSource } from './source.js';
import { NOT_READ, NOT_WRITTEN } from './texts.js';

/** Whether bytes are a Word document, or something that is to be refused as one rather than read as a text. */
export const isWord = (bytes: Uint8Array): boolean =>
  isZip(bytes) || (otherFormat(bytes) !== null && !isWebPage(bytes));

/** A page of the web is a text, whatever it says. */
const isWebPage = (bytes: Uint8Array): boolean => otherFormat(bytes)?.reason === NOT_READ.web;

/**
 * Reads a Word document. Nothing of it is resolved, followed or run. Throws a WordError, and nothing else, for bytes that are
 * none, are damaged, or would cost more than a report can.
 */
export async function readWord(bytes: Uint8Array): Promise<WordSource> {
  try {
    return await read(bytes);
  } catch (error) {
    if (error instanceof WordError) throw error;
    // What a damaged file makes of the libraries that unpack and parse it is no fault of ours, and no document either.
    throw new WordError(NOT_READ.notDocx);
  }
}

async function read(bytes: Uint8Array): Promise<WordSource> {
  const pack = await Package.open(bytes);
  const document = await readDocument(pack);
  const projection = project(document);
  const { text } = projection;
  const isSigned = pack.names.some(name => name.startsWith('_xmlsignatures/'));
  const written = async (parts: ReadonlyMap<string, string | null>, expected: string): Promise<Uint8Array> => {
    if (isSigned) throw new WordError(NOT_WRITTEN.signed);
    if (parts.size === 0) return bytes;
    const out = await pack.written(parts);
    // Nothing leaves this room that would not be read again as what it is to say.
    const again = await readWord(out).catch(() => null);
    if (again?.text !== expected) throw new WordError(NOT_WRITTEN.differs);
    return out;
  };
  return {
    text,
    unread: document.unread,
    extension: /macroEnabled/i.test(pack.contentType(pack.main) ?? '') ? '.docm' : '.docx',
    isAnnotated: isAnnotated(pack),
    place: (span: Span) => placeOf(span, projection, document.hasPages),
    spliced: async edits => {
      let after = '';
      let at = 0;
      for (const { start, end, text: words } of edits) {
        after += text.slice(at, start) + words;
        at = end;
      }
      return written(fill(pack, projection, edits), after + text.slice(at));
    },
    annotated: async notes => written(annotate(pack, projection, notes), text),
  };
}

function placeOf({ start }: Span, { lines, pieces }: Projection, hasPages: boolean): WordPlace {
  const line = lineAt(lines, start);
  const piece = hasPages ? within(pieces, start, Infinity).next().value : undefined;
  return {
    heading: line?.heading ?? [],
    where: line?.where ?? { in: 'body', paragraph: 1 },
    page: piece?.piece.run?.page ?? null,
  };
}
