import sax from 'sax';
import { RefusedError } from './decode.js';
import { htmlText } from './html.js';
import { IMPORT } from './texts.js';
import { partsOf, TooMuchError } from './zip.js';

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

const PARTS = 5000;
/** What the tree of a part may have; the reader behind takes a kilobyte for an element, and calls itself for each level. */
const MOST_ELEMENTS = 500_000;
const MOST_LEVELS = 256;
const MOST_ATTRIBUTES = 100;
const MOST_NAMESPACES = 1000;

/** The parts of which the text is made, by what the document says of them. */
const READ = /\/(?:officeDocument|styles|numbering|footnotes|endnotes|comments\w*)$/;

/**
 * Looks at every part once before anything keeps it: the sizes that the zip tells are true and modest, and what is XML is sound,
 * has no entities of its own, and is no deeper or wider than a person writes. So what reads it afterwards has an end.
 */
async function assertModest(bytes: Uint8Array): Promise<void> {
  let isDocument = false;
  try {
    for await (const { entry, pieces } of partsOf(bytes, { parts: PARTS, bytes: MOST_BYTES })) {
      isDocument ||= entry.fileName === '[Content_Types].xml';
      const isXml = /\.(?:xml|rels)$/i.test(entry.fileName);
      if (isXml && entry.uncompressedSize > MOST_PART_BYTES)
        throw new RefusedError(IMPORT.inflates(MOST_MEGABYTES / 4));
      const xml = isXml ? new SoundXml() : null;
      for await (const piece of pieces()) xml?.write(piece);
      xml?.end();
    }
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError(error instanceof TooMuchError ? IMPORT.inflates(MOST_MEGABYTES) : IMPORT.notDocx);
  }
  if (!isDocument) throw new RefusedError(IMPORT.notDocx);
}

// A drawing of old keeps megabytes in one attribute.
Object.assign(sax, { MAX_BUFFER_LENGTH: MOST_PART_BYTES });

/** Takes XML in pieces and throws a RefusedError as soon as it is not sound or too much. */
class SoundXml {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #parser = sax.parser(true, { position: false });
  #elements = 0;
  #levels = 0;
  #namespaces = 0;
  #fields = 0;

  constructor() {
    const refuse = (): never => {
      throw new RefusedError(IMPORT.notDocx);
    };
    this.#parser.onerror = refuse;
    this.#parser.ondoctype = refuse;
    this.#parser.onopentag = ({ name, attributes }) => {
      const names = Object.keys(attributes);
      this.#namespaces += names.filter(it => it.startsWith('xmlns')).length;
      if (++this.#levels > MOST_LEVELS) throw new RefusedError(IMPORT.deepXml);
      if (++this.#elements > MOST_ELEMENTS || names.length > MOST_ATTRIBUTES || this.#namespaces > MOST_NAMESPACES)
        throw new RefusedError(IMPORT.muchXml(MOST_ELEMENTS));
      // Fields that begin and never end are all looked through at each run.
      const field = names.find(it => it.endsWith('fldCharType'));
      if (field !== undefined) this.#fields += attributes[field] === 'begin' ? 1 : attributes[field] === 'end' ? -1 : 0;
      if (this.#fields > MOST_LEVELS) throw new RefusedError(IMPORT.deepXml);
      // What is read as XML was looked at as XML.
      if (
        name === 'Relationship' &&
        READ.test(String(attributes['Type'])) &&
        !/\.xml$/i.test(String(attributes['Target']))
      )
        refuse();
    };
    this.#parser.onclosetag = () => this.#levels--;
  }

  write(piece: Uint8Array): void {
    this.#parser.write(this.#decoded(piece));
  }

  end(): void {
    this.#parser.write(this.#decoded());
    this.#parser.close();
  }

  #decoded(piece?: Uint8Array): string {
    try {
      return piece ? this.#decoder.decode(piece, { stream: true }) : this.#decoder.decode();
    } catch {
      throw new RefusedError(IMPORT.notDocx);
    }
  }
}
