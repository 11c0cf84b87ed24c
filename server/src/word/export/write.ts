import JSZip from 'jszip';
import { escaped } from '../xml.js';
import { STYLES, PAGE, SETTINGS } from './form.js';

/** A report as a Word document in the form of GB/T 9704, made of plain data. The same data give the same bytes. */

export type Style = 'report' | 'gongwen';

export interface Words {
  readonly text: string;
  readonly isPlaceholder: boolean;
  readonly isBold: boolean;
  /** Which heading's look, from 1; null for the paragraph's own. */
  readonly leads: number | null;
  /** The note called here; then there is no text. */
  readonly note: string | null;
}

export type ExportBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly words: readonly Words[] }
  | { readonly kind: 'title' | 'caption' | 'text' | 'signature'; readonly words: readonly Words[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Words[])[])[] };

export interface Export {
  readonly title: string;
  readonly date: string | null;
  readonly organisation: string | null;
  /** 发文字号. */
  readonly number: string | null;
  readonly blocks: readonly ExportBlock[];
  readonly notes: ReadonlyMap<string, readonly Words[]>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function exported(report: Export, style: Style): Promise<Uint8Array> {
  const notes = new Notes(report.notes);
  const body = report.blocks
    .map((block, i) => {
      const next = report.blocks[i + 1];
      // Two tables side by side would be one, and none may be the last thing of a document.
      const isApart = block.kind === 'table' && (next === undefined || next.kind === 'table');
      return blockXml(block, notes) + belowTitle(block, report, style) + (isApart ? paragraph('Normal', '') : '');
    })
    .join('');
  const parts: Readonly<Record<string, readonly [type: string, xml: string]>> = {
    document: [
      'document.main',
      `<w:document ${W} ${R}><w:body>${headOf(report, style)}${body}${tailOf(report, style)}${PAGE}</w:body></w:document>`,
    ],
    styles: ['styles', `<w:styles ${W}>${STYLES}</w:styles>`],
    settings: ['settings', `<w:settings ${W}>${SETTINGS}</w:settings>`],
    footnotes: ['footnotes', `<w:footnotes ${W}>${SEPARATORS}${notes.xml()}</w:footnotes>`],
    footer1: ['footer', footer('right')],
    footer2: ['footer', footer('left')],
  };
  const zip = new JSZip();
  // No clock: a zip must have a date, and this is the first it can have.
  const date = new Date(Date.UTC(1980, 0, 1));
  const put = (name: string, xml: string): void => void zip.file(name, HEAD + xml, { date, createFolders: false });
  put(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
      parts,
    )
      .map(([name, [type]]) => `<Override PartName="/word/${name}.xml" ContentType="${OFFICE}.${type}+xml"/>`)
      .join(
        '',
      )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  );
  put(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  );
  // Neither who ran the program nor when: the report's own words alone.
  put(
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(report.title)}</dc:title><dc:creator>${escaped(report.organisation ?? '')}</dc:creator></cp:coreProperties>`,
  );
  for (const [name, [, xml]] of Object.entries(parts)) put(`word/${name}.xml`, xml);
  put(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      'styles',
      'settings',
      'footnotes',
      'footer1',
      'footer2',
    ]
      .map(
        (name, i) =>
          `<Relationship Id="rId${i + 1}" Type="${RELATION}/${name.replace(/\d$/, '')}" Target="${name}.xml"/>`,
      )
      .join('')}</Relationships>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 6 } });
}

const SEPARATORS =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>' +
  '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';

/** — 1 —, one character in from the edge that is outside. */
const footer = (side: 'left' | 'right'): string =>
  `<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:${side}="280" w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="${side}"/></w:pPr>${run('— ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' —')}</w:p></w:ftr>`;

/** Numbers notes in the order in which they are called. */
class Notes {
  readonly #numbers = new Map<string, number>();

  constructor(private readonly notes: ReadonlyMap<string, readonly Words[]>) {}

  call(name: string): string {
    if (!this.notes.has(name)) return run(`[^${name}]`);
    const number = this.#numbers.get(name) ?? this.#numbers.size + 1;
    this.#numbers.set(name, number);
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${number}"/></w:r>`;
  }

  xml(): string {
    return [...this.#numbers]
      .map(
        ([name, number]) =>
          `<w:footnote w:id="${number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${runs(this.notes.get(name)!, this)}</w:p></w:footnote>`,
      )
      .join('');
  }
}

function blockXml(block: ExportBlock, notes: Notes): string {
  switch (block.kind) {
    case 'title':
      return paragraph('Title', runs(block.words, notes)) + paragraph('Normal', '');
    case 'heading':
      return paragraph(`Heading${Math.min(6, block.level)}`, runs(block.words, notes));
    case 'caption':
      return paragraph('Caption', runs(block.words, notes));
    case 'signature':
      return paragraph('Signature', runs(block.words, notes));
    case 'table':
      return tableXml(block.rows, notes);
    default:
      return paragraph('Normal', runs(block.words, notes));
  }
}

const paragraph = (style: string, content: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;

function tableXml(rows: readonly (readonly (readonly Words[])[])[], notes: Notes): string {
  const columns = Math.max(1, ...rows.map(row => row.length));
  // The width of the text, in twentieths of a point.
  const width = Math.floor(8844 / columns);
  const cell = (words: readonly Words[], isHead: boolean): string => {
    const inside = paragraph(isHead ? 'TableHead' : 'TableText', runs(words, notes));
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${inside}</w:tc>`;
  };
  const row = (cells: readonly (readonly Words[])[], i: number): string =>
    `<w:tr><w:trPr><w:cantSplit/>${i === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${Array.from({ length: columns }, (_, at) => cell(cells[at] ?? [], i === 0)).join('')}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${width * columns}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`;
}

const runs = (words: readonly Words[], notes: Notes): string =>
  words.map(it => (it.note === null ? run(it.text, look(it)) : notes.call(it.note))).join('');

function look({ isPlaceholder, isBold, leads }: Words): string {
  const lead = leads === null ? '' : `<w:rStyle w:val="Lead${Math.min(3, leads)}"/>`;
  return `${lead}<w:rFonts w:hint="eastAsia"/>${isBold ? '<w:b/>' : ''}${isPlaceholder ? '<w:highlight w:val="yellow"/>' : ''}`;
}

/** The hint keeps “ ” … — in the Chinese font: else they are narrow and look like English ones. */
function run(text: string, look = '<w:rFonts w:hint="eastAsia"/>'): string {
  const lines = text.split('\n').map(line => (line === '' ? '' : `<w:t xml:space="preserve">${escaped(line)}</w:t>`));
  return `<w:r><w:rPr>${look}</w:rPr>${lines.join('<w:br/>')}</w:r>`;
}

const plain = (text: string): string => run(text);

/** Whose it is and of when, where the report does not say so at its end. */
function belowTitle({ kind }: ExportBlock, { organisation, date, blocks }: Export, style: Style): string {
  if (kind !== 'title' || style === 'gongwen' || blocks.some(it => it.kind === 'signature')) return '';
  const said = [organisation, date].filter(it => it !== null).join('　');
  return said === '' ? '' : paragraph('Dateline', plain(`（${said}）`)) + paragraph('Normal', '');
}

/** What a 公文 has above its title: who issues it, in red, the number below, and a red line. */
function headOf({ organisation, number }: Export, style: Style): string {
  if (style !== 'gongwen') return '';
  return (
    paragraph('RedHead', plain(`${organisation ?? '＿＿＿＿'}文件`)) +
    paragraph('DocumentNumber', plain(number ?? '＿＿〔＿＿＿＿〕＿＿号')) +
    paragraph('RedLine', '')
  );
}

/** And what it has at its end: who has it printed, and when. */
function tailOf({ organisation, date }: Export, style: Style): string {
  if (style !== 'gongwen') return '';
  return paragraph('Imprint', plain(`${organisation ?? '＿＿＿＿'}　　${date ?? '＿＿＿＿年＿＿月＿＿日'}印发`));
}
