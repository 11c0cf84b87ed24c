import { RefusedError } from './decode.js';
import { htmlText } from './html.js';
import { IMPORT } from './texts.js';

/** Beyond this nothing is a regulation: the longest has 1 MB of text. */
export const MOST_MEGABYTES = 64;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
/** One part of the document, which is read into a tree many times its size. */
const MOST_PART_BYTES = MOST_BYTES / 4;

/** The text of a Word document, a paragraph a line. Throws a RefusedError for anything else. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new RefusedError(IMPORT.oldWord);
  await assertModest(bytes);
  const { default: mammoth } = await import('mammoth');
  let isNumbered = false;
  const transformDocument = (element: Element): Element => {
    if (element.type === 'paragraph' && element.numbering?.isOrdered && hasText(element)) isNumbered = true;
    // Footnotes would follow the last article.
    const children = element.children?.filter(({ type }) => type !== 'noteReference').map(transformDocument);
    return children ? { ...element, children } : element;
  };
  const { value } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        transformDocument,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    )
    .catch(() => {
      throw new RefusedError(IMPORT.notDocx);
    });
  if (isNumbered) throw new RefusedError(IMPORT.numbered);
  return htmlText(value);
}

/** What is used of mammoth's tree of a document. */
interface Element {
  readonly type: string;
  readonly children?: readonly Element[];
  readonly value?: unknown;
  readonly numbering?: { readonly isOrdered: boolean } | null;
}

const hasText = ({ type, value, children }: Element): boolean =>
  (type === 'text' && String(value).trim() !== '') || (children ?? []).some(hasText);

/** Inflates every part once, counting, before anything keeps it: what a file says of its own size may be a lie. */
async function assertModest(bytes: Uint8Array): Promise<void> {
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new RefusedError(IMPORT.notDocx);
  });
  if (!zip.file('[Content_Types].xml')) throw new RefusedError(IMPORT.notDocx);
  let total = 0;
  for (const entry of Object.values(zip.files)) {
    let own = 0;
    await new Promise<void>((resolve, reject) => {
      const stream = entry.nodeStream();
      stream.on('data', (chunk: Uint8Array) => {
        own += chunk.length;
        total += chunk.length;
        if (total <= MOST_BYTES && own <= (entry.name.endsWith('.xml') ? MOST_PART_BYTES : MOST_BYTES)) return;
        stream.pause();
        reject(new RefusedError(IMPORT.inflates(total > MOST_BYTES ? MOST_MEGABYTES : MOST_MEGABYTES / 4)));
      });
      stream.on('error', () => reject(new RefusedError(IMPORT.notDocx)));
      stream.on('end', resolve);
    });
  }
}
