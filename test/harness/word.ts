import JSZip from 'jszip';

/** Word documents made by hand, part by part, for tests that say in XML what is nasty about them. */

export interface Parts {
  /** What stands in `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly settings?: string;
  readonly header?: string;
  /** More entries of the zip, or others in place of those made here. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
  /** More relationships of the document, as XML. */
  readonly relations?: string;
  /** The prefix of the Word namespace, `w` unless said; '' for none. */
  readonly prefix?: string;
  readonly strict?: boolean;
  readonly store?: boolean;
}

const OFFICE = 'http://schemas.openxmlformats.org';
const PACKAGE = `${OFFICE}/package/2006`;
const NAMESPACES: Readonly<Record<string, string>> = {
  r: `${OFFICE}/officeDocument/2006/relationships`,
  mc: `${OFFICE}/markup-compatibility/2006`,
  m: `${OFFICE}/officeDocument/2006/math`,
  a: `${OFFICE}/drawingml/2006/main`,
  pic: `${OFFICE}/drawingml/2006/picture`,
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  v: 'urn:schemas-microsoft-com:vml',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
};
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export async function word(parts: Parts | string): Promise<Uint8Array> {
  const all: Parts = typeof parts === 'string' ? { body: parts } : parts;
  const { prefix = 'w', strict = false } = all;
  const main = strict ? 'http://purl.oclc.org/ooxml/wordprocessingml/main' : `${OFFICE}/wordprocessingml/2006/main`;
  const type = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : `${OFFICE}/officeDocument/2006/relationships`;
  // With no prefix attributes need one all the same.
  const named = (xml: string): string =>
    prefix === 'w'
      ? xml
      : xml
          .replace(/(<\/?)w:/g, prefix === '' ? '$1' : `$1${prefix}:`)
          .replace(/(\s)w:(\w+=)/g, prefix === '' ? '$1x:$2' : `$1${prefix}:$2`);
  const declared =
    (prefix === '' ? ` xmlns="${main}" xmlns:x="${main}"` : ` xmlns:${prefix}="${main}"`) +
    Object.entries(NAMESPACES)
      .map(([name, uri]) => ` xmlns:${name}="${uri}"`)
      .join('');
  const root = (name: string, content: string): string =>
    HEAD + named(`<w:${name}>${content}</w:${name}>`).replace(/^<[\w:]+/, tag => tag + declared);

  const zip = new JSZip();
  const date = new Date(Date.UTC(2020, 0, 1));
  const put = (name: string, content: string | Uint8Array): void => {
    zip.file(name, content, { date, createFolders: false });
  };
  const kinds = (['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'settings'] as const).filter(
    kind => all[kind] !== undefined,
  );
  const overrides = [...kinds, ...(all.header === undefined ? [] : ['header1'])].map(
    kind =>
      `<Override PartName="/word/${kind}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind.replace('1', '')}+xml"/>`,
  );
  put(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${overrides.join('')}</Types>`,
  );
  put(
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  put(
    'word/_rels/document.xml.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${[
      ...kinds,
      ...(all.header === undefined ? [] : ['header']),
    ]
      .map(
        (kind, i) =>
          `<Relationship Id="rId${i + 1}" Type="${type}/${kind}" Target="${kind === 'header' ? 'header1' : kind}.xml"/>`,
      )
      .join('')}${all.relations ?? ''}</Relationships>`,
  );
  put('word/document.xml', root('document', `<w:body>${all.body}</w:body>`));
  for (const kind of kinds) put(`word/${kind}.xml`, root(kind, all[kind]!));
  if (all.header !== undefined) put('word/header1.xml', root('hdr', all.header));
  for (const [name, content] of Object.entries(all.more ?? {})) put(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: all.store ? 'STORE' : 'DEFLATE' });
}

/** Run properties: underlined, highlighted, hidden, bold. */
export const U = '<w:u w:val="single"/>';
export const HIGHLIGHT = '<w:highlight w:val="yellow"/>';
export const HIDDEN = '<w:vanish/>';

/** A run; `text` is XML. */
export const r = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs, or of plain words; `look` are its properties. */
export const p = (content: string, look = ''): string =>
  `<w:p>${look === '' ? '' : `<w:pPr>${look}</w:pPr>`}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`;

export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
export const list = (numId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

export const tc = (content: string, look = ''): string =>
  `<w:tc>${look === '' ? '' : `<w:tcPr>${look}</w:tcPr>`}${content.startsWith('<w:p') || content.startsWith('<w:tbl') || content.startsWith('<w:sdt') ? content : p(content)}</w:tc>`;
export const tr = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map(cell => (cell.startsWith('<w:tc') ? cell : tc(cell))).join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

/** A field in runs of its own: what it is told, and what it shows. */
export const field = (instruction: string, result: string, begin = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin">${begin}</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** A content control. */
export const sdt = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

/** A text box as Word writes it, for newer and for older programs. */
export const textBox = (content: string, copy = content): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${copy}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

/** Levels of one list, each `format text`, as list number 1; `more` goes into the numbering part behind it. */
export const levels = (all: readonly (readonly [format: string, text: string, more?: string])[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="0">${all
    .map(
      ([format, text, extra = ''], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${more}`;

/** Styles by id, name, ancestor and properties. */
export const styles = (
  ...all: readonly (readonly [id: string, name: string, more?: string, type?: string])[]
): string =>
  all
    .map(
      ([id, name, more = '', type = 'paragraph']) =>
        `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`,
    )
    .join('');

/** The parts of a document as text, by name. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const found = new Map<string, string>();
  for (const [name, entry] of Object.entries(zip.files)) if (!entry.dir) found.set(name, await entry.async('string'));
  return found;
}

/** The bytes of every entry as they are packed, by name. */
export async function packedOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  return new Map(
    Object.entries(zip.files).map(([name, entry]) => {
      const { compressedContent } = (entry as unknown as { _data: { compressedContent?: Uint8Array } })._data;
      return [name, Buffer.from(compressedContent ?? '').toString('base64')];
    }),
  );
}
