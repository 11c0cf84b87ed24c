import { hasWords, isProtected, remarksOf } from './asides.js';
import { isContents, lockOf } from './controls.js';
import { chosen, InlineReader, PASSED_THROUGH } from './inline.js';
import { Numbering } from './numbering.js';
import { relationsOf, type Package } from './package.js';
import { isLayout, withPlaceholders } from './pieces.js';
import type { Block, Cell, NoteText, Paragraph, Read } from './pieces.js';
import { inContents, storyOf, within, type Pieces, type Story } from './story.js';
import { headingLevel, isTitle, isToc, stylesOf, type Style, type Styles } from './styles.js';
import { Tally } from './tally.js';
import { at, child, firstBelow, val, type Element } from './xml.js';

/**
 * From the parts of a document to paragraphs made of pieces: what a person sees, each piece with where it is written.
 */

export async function readDocument(pack: Package): Promise<Read> {
  const { main } = pack;
  const one = (type: string): string => pack.related(main, type)[0] ?? '';
  const [styles, numbering, footnotes, endnotes, comments] = [
    one('styles'),
    one('numbering'),
    one('footnotes'),
    one('endnotes'),
    one('comments'),
  ];
  const framed = [...pack.related(main, 'header'), ...pack.related(main, 'footer')];
  const more = ['commentsExtended', 'commentsIds'].flatMap(type => pack.related(main, type));
  const settings = pack.related(main, 'settings');
  await pack.load(
    main,
    styles,
    numbering,
    footnotes,
    endnotes,
    comments,
    ...framed,
    ...more,
    ...settings,
    ...settings.map(relationsOf),
  );
  return new Reader(pack, stylesOf(pack.tree(styles)), {
    numbering,
    footnotes,
    endnotes,
    comments,
    framed,
    settings,
  }).read();
}

interface Parts {
  readonly numbering: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly comments: string;
  readonly framed: readonly string[];
  readonly settings: readonly string[];
}

class Reader {
  readonly #numbering: Numbering;
  readonly #tally: Tally;
  readonly #inline: InlineReader;

  constructor(
    private readonly pack: Package,
    private readonly styles: Styles,
    private readonly parts: Parts,
  ) {
    this.#numbering = new Numbering(pack.tree(parts.numbering), styles);
    const relations = [pack.main, ...pack.related(pack.main, 'settings')].flatMap(part => pack.relations(part));
    this.#tally = new Tally({
      headers: parts.framed.filter(part => hasWords(pack.tree(part), pack.text(part))).length,
      remote: relations.filter(it => it.isExternal && it.type !== 'hyperlink').length,
      isProtected: parts.settings.some(part => isProtected(pack.tree(part))),
      macros: pack.names.some(name => /(?:^|\/)vbaProject\.bin$/i.test(name)),
    });
    const remarks = remarksOf(pack.tree(parts.comments), pack.text(parts.comments));
    this.#inline = new InlineReader(pack, styles, remarks, this.#tally, (...flow) => this.#blocks(...flow));
  }

  read(): Read {
    const { main } = this.pack;
    const body = child(this.pack.tree(main)!, 'w:body');
    const blocks = body ? this.#blocks(body.children, storyOf(main), false) : [];
    const notes: NoteText[] = [];
    const numbers = { footnote: 0, endnote: 0 };
    const seen = new Set<string>();
    const all = { footnote: this.#byId(this.parts.footnotes), endnote: this.#byId(this.parts.endnotes) };
    // Notes may not hold notes, but a damaged file may say so.
    for (const { kind, id, anchor } of this.#inline.notes) {
      if (seen.has(`${kind} ${id}`)) continue;
      seen.add(`${kind} ${id}`);
      const part = kind === 'footnote' ? this.parts.footnotes : this.parts.endnotes;
      const note = all[kind].get(id);
      if (!note || (note.attributes['w:type'] !== undefined && note.attributes['w:type'] !== 'normal')) continue;
      notes.push({ kind, number: ++numbers[kind], blocks: this.#blocks(note.children, storyOf(part, anchor), false) });
    }
    return { blocks, notes, unread: this.#tally.unread, hasPages: this.#inline.hasPages };
  }

  #byId(part: string): ReadonlyMap<string, Element> {
    return new Map((this.pack.tree(part)?.children ?? []).map(it => [it.attributes['w:id'] ?? '', it]));
  }

  #blocks(children: readonly Element[], story: Story, isCell: boolean): Block[] {
    const out: Block[] = [];
    // A paragraph whose mark is deleted goes on in the next one.
    let carried: Pieces | null = null;
    const visit = (elements: readonly Element[]): void => {
      for (const it of elements) {
        switch (it.name) {
          case 'w:p': {
            const mark = at(it, 'w:pPr', 'w:rPr');
            const isOpen = mark !== undefined && (child(mark, 'w:del') ?? child(mark, 'w:moveFrom')) !== undefined;
            const content: Pieces = carried ?? { pieces: [], boxes: [], remarks: [] };
            carried = null;
            const isToc: boolean = this.#content(it, content, story);
            if (isOpen) {
              this.#tally.count(story, 'deletions');
              if (content.pieces.length > 0 || content.boxes.length > 0) carried = content;
              last = it;
            } else if (!isToc) out.push(this.#paragraph(it, content, story, isCell));
            break;
          }
          case 'w:tbl':
            out.push(...this.#table(it, story));
            break;
          case 'w:sdt': {
            if (isContents(it)) break;
            const paragraph = this.#controlled(it, story, isCell);
            if (paragraph) out.push(paragraph);
            else visit(child(it, 'w:sdtContent')?.children ?? []);
            break;
          }
          case 'w:altChunk':
            this.#tally.count(story, 'objects');
            break;
          default:
            if (PASSED_THROUGH.has(it.name)) visit(it.children);
            else if (it.name === 'mc:AlternateContent') visit(chosen(it)?.children ?? []);
            else if (it.name === 'm:oMathPara') {
              const content: Pieces = { pieces: [], boxes: [], remarks: [] };
              this.#inline.math(it, content, story);
              out.push(this.#paragraph(it, content, story, isCell));
            }
        }
      }
    };
    let last: Element | null = null;
    visit(children);
    if (carried && last) out.push(this.#paragraph(last, carried, story, isCell));
    return out;
  }

  #paragraph(element: Element, content: Pieces, story: Story, isCell: boolean): Paragraph {
    const properties = child(element, 'w:pPr');
    const style = this.#styleOf(properties);
    const outline = val(properties && child(properties, 'w:outlineLvl'));
    const alignment = val(properties && child(properties, 'w:jc'));
    const label = story.isCounted ? this.#numbering.next(properties, style) : null;
    if (label && !label.isKnown) this.#tally.count(story, 'numbers');
    const level = outline === undefined ? headingLevel(style) : Number(outline) <= 8 ? Number(outline) : null;
    return {
      kind: 'paragraph',
      part: story.part,
      element,
      pieces: withPlaceholders(content.pieces),
      boxes: content.boxes,
      remarks: content.remarks,
      level: isCell ? null : level,
      isTitle: isTitle(style) && !isCell,
      isCentred: alignment === undefined ? style?.isCentred === true : alignment === 'center',
      label,
    };
  }

  #styleOf(properties: Element | undefined): Style | undefined {
    const id = val(properties && child(properties, 'w:pStyle'));
    return id === undefined ? undefined : this.styles.get(id);
  }

  /** Reads what a paragraph holds; whether it belongs to a table of contents. */
  #content(paragraph: Element, content: Pieces, story: Story): boolean {
    const style = this.#styleOf(child(paragraph, 'w:pPr'));
    const before = content.pieces.length;
    const wasToc = inContents(story);
    this.#inline.read(paragraph.children, content, story, style);
    if (isToc(style)) {
      content.pieces.length = before;
      return true;
    }
    return (wasToc || inContents(story)) && content.pieces.length === before;
  }

  /** A content control around paragraphs that only asks for something: one paragraph; else null. */
  #controlled(it: Element, story: Story, isCell: boolean): Paragraph | null {
    const paragraph = firstBelow(it, 'w:p');
    if (!paragraph || inContents(story)) return null;
    const inner = [...paragraph.children].filter(({ name }) => name !== 'w:pPr');
    const anchor =
      inner.length === 0
        ? { part: story.part, from: paragraph.innerEnd, to: paragraph.innerEnd }
        : { part: story.part, from: inner[0]!.from, to: inner.at(-1)!.to };
    return within(story, anchor, lockOf(it), () => {
      const placeholder = this.#inline.placeholder(it, story);
      return (
        placeholder && this.#paragraph(paragraph, { pieces: [placeholder], boxes: [], remarks: [] }, story, isCell)
      );
    });
  }

  #table(table: Element, story: Story): Block[] {
    const rows: Cell[][] = [];
    const visitRows = (elements: readonly Element[]): void => {
      for (const it of elements) {
        if (it.name === 'w:tr') {
          const properties = child(it, 'w:trPr');
          if (properties && child(properties, 'w:del')) {
            this.#tally.count(story, 'deletions');
            continue;
          }
          const row: Cell[] = [];
          const before = Math.min(63, Number(val(properties && child(properties, 'w:gridBefore')) ?? 0) || 0);
          for (let i = 0; i < before; i++) row.push({ blocks: [], span: 1 });
          this.#cells(it.children, story, row);
          rows.push(row);
        } else if (it.name === 'w:sdt') visitRows(child(it, 'w:sdtContent')?.children ?? []);
        else if (PASSED_THROUGH.has(it.name)) visitRows(it.children);
      }
    };
    visitRows(table.children);
    return isLayout(rows) ? rows.flat().flatMap(({ blocks }) => blocks) : [{ kind: 'table', rows }];
  }

  #cells(elements: readonly Element[], story: Story, row: Cell[]): void {
    for (const it of elements) {
      if (it.name === 'w:tc') {
        const properties = child(it, 'w:tcPr');
        const span = Math.max(1, Math.min(63, Number(val(properties && child(properties, 'w:gridSpan')) ?? 1) || 1));
        const merge = properties && child(properties, 'w:vMerge');
        const isBelow = merge !== undefined && val(merge) !== 'restart';
        row.push({ blocks: isBelow ? [] : this.#blocks(it.children, story, true), span });
      } else if (it.name === 'w:sdt') {
        const cell = at(it, 'w:sdtContent', 'w:tc');
        const asked = cell && this.#controlled(it, story, true);
        if (asked) row.push({ blocks: [asked], span: 1 });
        else this.#cells(child(it, 'w:sdtContent')?.children ?? [], story, row);
      } else if (PASSED_THROUGH.has(it.name)) this.#cells(it.children, story, row);
    }
  }
}
