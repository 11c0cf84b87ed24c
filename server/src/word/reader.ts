import { hasWords, isProtected, remarksOf } from './asides.js';
import { isContents, lockOf } from './controls.js';
import { Numbering } from './numbering.js';
import { relationsOf, type Package } from './package.js';
import { BLANK, isLayout, pair, piece, PLACEHOLDER, withPlaceholders } from './pieces.js';
import type { Block, Cell, Extent, NoteText, Paragraph, Piece, Read, Run } from './pieces.js';
import { WordError, type Counted, type Unread } from './source.js';
import {
  inContents,
  isChecked,
  isInstruction,
  kindOf,
  storyOf,
  within,
  type Field,
  type Pieces,
  type Story,
} from './story.js';
import { headingLevel, isTitle, isToc, lookOf, stylesOf, type Look, type Style, type Styles } from './styles.js';
import { symbolOf } from './symbols.js';
import { NOT_READ, NOT_WRITTEN } from './texts.js';
import { at, below, child, firstBelow, isOn, stretches, val, type Element } from './xml.js';

/**
 * From the parts of a document to paragraphs made of pieces: what a person sees, each piece with where it is written.
 */

type Tally = { -readonly [K in keyof Unread]: Unread[K] };

/** Fields that begin and do not end are asked about at each run. */
const MOST_FIELDS = 64;
/** Word lets none stand in another. */
const MOST_BOXES = 4;

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
  readonly #remarks: ReadonlyMap<string, string>;
  readonly #notes: { kind: 'footnote' | 'endnote'; id: string; anchor: Extent }[] = [];
  readonly #marked = new WeakSet<Element>();
  #page = 1;

  constructor(
    private readonly pack: Package,
    private readonly styles: Styles,
    private readonly parts: Parts,
  ) {
    this.#numbering = new Numbering(pack.tree(parts.numbering), styles);
    this.#remarks = remarksOf(pack.tree(parts.comments), pack.text(parts.comments));
    const relations = [pack.main, ...pack.related(pack.main, 'settings')].flatMap(part => pack.relations(part));
    this.#tally = {
      ...NOTHING,
      headers: parts.framed.filter(part => hasWords(pack.tree(part), pack.text(part))).length,
      remote: relations.filter(it => it.isExternal && it.type !== 'hyperlink').length,
      isProtected: parts.settings.some(part => isProtected(pack.tree(part))),
      macros: pack.names.some(name => /(?:^|\/)vbaProject\.bin$/i.test(name)),
    };
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
    for (const { kind, id, anchor } of this.#notes) {
      if (seen.has(`${kind} ${id}`)) continue;
      seen.add(`${kind} ${id}`);
      const part = kind === 'footnote' ? this.parts.footnotes : this.parts.endnotes;
      const note = all[kind].get(id);
      if (!note || (note.attributes['w:type'] !== undefined && note.attributes['w:type'] !== 'normal')) continue;
      notes.push({ kind, number: ++numbers[kind], blocks: this.#blocks(note.children, storyOf(part, anchor), false) });
    }
    return { blocks, notes, unread: { ...this.#tally }, hasPages: this.#page > 1 };
  }

  #byId(part: string): ReadonlyMap<string, Element> {
    return new Map((this.pack.tree(part)?.children ?? []).map(it => [it.attributes['w:id'] ?? '', it]));
  }

  #count(
    story: Story,
    kind: Exclude<keyof Counted, 'headers'> | 'insertions' | 'deletions' | 'highlights' | 'dates',
    by = 1,
  ): void {
    if (story.isCounted) this.#tally[kind] += by;
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
              this.#count(story, 'deletions');
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
            this.#count(story, 'objects');
            break;
          default:
            if (PASSED_THROUGH.has(it.name)) visit(it.children);
            else if (it.name === 'mc:AlternateContent') visit(chosen(it)?.children ?? []);
            else if (it.name === 'm:oMathPara') {
              const content: Pieces = { pieces: [], boxes: [], remarks: [] };
              this.#math(it, content, story);
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
    if (label && !label.isKnown) this.#count(story, 'numbers');
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
    this.#inline(paragraph.children, content, story, style);
    if (isToc(style)) {
      content.pieces.length = before;
      return true;
    }
    return (wasToc || inContents(story)) && content.pieces.length === before;
  }

  #inline(children: readonly Element[], content: Pieces, story: Story, style: Style | undefined): void {
    for (const it of children) {
      switch (it.name) {
        case 'w:r':
          this.#run(it, content, story, style);
          break;
        case 'w:ins':
        case 'w:moveTo':
          this.#count(story, 'insertions');
          this.#inline(it.children, content, story, style);
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.#count(story, 'deletions');
          break;
        case 'w:fldSimple': {
          const field = this.#begin(it, it, content, story);
          field.instruction = it.attributes['w:instr'] ?? '';
          field.isResult = true;
          this.#inline(it.children, content, story, style);
          this.#end(field, it, content, story);
          break;
        }
        case 'w:sdt':
          this.#control(it, content, story, style);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.#math(it, content, story);
          break;
        case 'mc:AlternateContent':
          this.#inline(chosen(it)?.children ?? [], content, story, style);
          break;
        default:
          if (PASSED_THROUGH.has(it.name)) this.#inline(it.children, content, story, style);
      }
    }
  }

  /** A content control inside a line. No mark may stand in it. */
  #control(it: Element, content: Pieces, story: Story, style: Style | undefined): void {
    if (isContents(it)) return;
    const anchor = { part: story.part, from: it.from, to: it.to };
    within(story, anchor, lockOf(it), () => {
      const placeholder = this.#placeholder(it, story);
      if (placeholder) this.#push(content, story, placeholder);
      else this.#inline(child(it, 'w:sdtContent')?.children ?? [], content, story, style);
    });
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
      const placeholder = this.#placeholder(it, story);
      return (
        placeholder && this.#paragraph(paragraph, { pieces: [placeholder], boxes: [], remarks: [] }, story, isCell)
      );
    });
  }

  #placeholder(it: Element, story: Story): Piece | null {
    const properties = child(it, 'w:sdtPr');
    if (!isOn(properties && child(properties, 'w:showingPlcHdr'))) return null;
    const named = val(child(properties!, 'w:alias')) || val(child(properties!, 'w:tag')) || '';
    const name = named.replace(/[{}\r\n]/g, '').trim() || '待填';
    const run = firstBelow(it, 'w:r') ?? it;
    return { ...piece(`{{${name}}}`, 'atomic', it.from, it.to, this.#runOf(run, story)), control: it };
  }

  #math(it: Element, content: Pieces, story: Story): void {
    const text = [...below(it)]
      .filter(({ name }) => name === 'm:t' || name === 'w:t')
      .map(one =>
        stretches(this.pack.text(story.part), one)
          .map(({ text }) => text)
          .join(''),
      )
      .join('');
    within(story, { part: story.part, from: it.from, to: it.to }, NOT_WRITTEN.made, () =>
      this.#push(content, story, piece(text, 'atomic', it.from, it.to, this.#runOf(it, story))),
    );
  }

  #runOf(element: Element, { part, anchors, lock }: Story): Run {
    return { part, element, anchor: anchors[0] ?? null, lock, page: this.#page };
  }

  #push(content: Pieces, story: Story, made: Piece): void {
    if (made.text === '' || inContents(story) || isInstruction(story)) return;
    content.pieces.push(made);
  }

  #run(it: Element, content: Pieces, story: Story, style: Style | undefined): void {
    const properties = child(it, 'w:rPr');
    const look: Look = {
      ...style,
      ...this.styles.get(val(properties && child(properties, 'w:rStyle')) ?? ''),
      ...lookOf(properties),
    };
    const xml = this.pack.text(story.part);
    const run = this.#runOf(it, story);
    const say = (text: string, { from, to }: { from: number; to: number }, kind: Piece['kind'] = 'atomic'): void =>
      this.#push(content, story, {
        ...piece(text, kind, from, to, this.#runOf(it, story)),
        isUnderlined: look.isUnderlined === true,
      });
    let isMarked = false;
    for (const one of it.children) {
      if (one.name === 'w:fldChar') {
        const type = one.attributes['w:fldCharType'];
        const field = story.fields.at(-1);
        if (type === 'begin') this.#begin(it, one, content, story);
        else if (type === 'separate' && field) field.isResult = true;
        else if (type === 'end' && field) this.#end(field, it, content, story);
        continue;
      }
      if (one.name === 'w:instrText') {
        const field = story.fields.at(-1);
        if (field && !field.isResult && field.instruction.length < 1000)
          field.instruction += stretches(xml, one)
            .map(({ text }) => text)
            .join('');
        continue;
      }
      if (look.isHidden === true) {
        if (one.name === 'w:t' && !isInstruction(story) && !inContents(story))
          this.#count(
            story,
            'hidden',
            stretches(xml, one).reduce((n, { text }) => n + text.length, 0),
          );
        continue;
      }
      switch (one.name) {
        case 'w:t':
          for (const part of stretches(xml, one)) {
            if (!BLANK.test(part.text)) isMarked ||= look.isMarked === true;
            // A soft hyphen shows only where a line ends.
            for (const words of part.isPlain ? cutAt(part, '\u00ad') : [part])
              say(words.text, words, part.isPlain ? 'plain' : 'atomic');
          }
          break;
        case 'w:tab':
        case 'w:ptab':
          say(' ', one);
          break;
        case 'w:br':
        case 'w:cr':
          if (one.name === 'w:cr' || (val(one) ?? one.attributes['w:type'] ?? 'textWrapping') === 'textWrapping')
            this.#push(content, story, { ...piece('\n', 'atomic', one.from, one.to, run), isBreak: true });
          break;
        case 'w:noBreakHyphen':
          say('-', one);
          break;
        case 'w:sym': {
          const symbol = symbolOf(one.attributes['w:font'] ?? '', one.attributes['w:char'] ?? '');
          if (symbol === '\ufffc') this.#count(story, 'symbols');
          say(symbol, one);
          break;
        }
        case 'w:lastRenderedPageBreak':
          if (story.isCounted) this.#page++;
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          this.#note(one, it, story);
          break;
        case 'w:commentReference': {
          const remark = this.#remarks.get(one.attributes['w:id'] ?? '');
          if (remark !== undefined) content.remarks.push(remark);
          break;
        }
        case 'w:ruby':
          within(story, { part: story.part, from: it.from, to: it.to }, NOT_WRITTEN.made, () =>
            this.#inline(child(one, 'w:rubyBase')?.children ?? [], content, story, style),
          );
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
        case 'mc:AlternateContent':
          if (one.name === 'w:object') this.#count(story, 'objects');
          this.#drawing(one, it, content, story);
      }
    }
    if (!isMarked || inContents(story) || isInstruction(story)) return;
    // Two marked runs side by side are one stretch.
    const before = content.pieces.findLast(({ run }) => run !== null && run.element !== it);
    if (!before || !this.#marked.has(before.run!.element)) this.#count(story, 'highlights');
    this.#marked.add(it);
  }

  #note(one: Element, run: Element, story: Story): void {
    const id = one.attributes['w:id'];
    if (id === undefined || !story.isCounted || inContents(story)) return;
    const kind = one.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    this.#notes.push({ kind, id, anchor: story.anchors[0] ?? { part: story.part, from: run.from, to: run.to } });
  }

  /** Text boxes hang on the run; a picture is counted. */
  #drawing(it: Element, run: Element, content: Pieces, story: Story): void {
    const shown = it.name === 'mc:AlternateContent' ? chosen(it) : it;
    if (!shown) return;
    for (const { name } of below(shown))
      if (name === 'pic:pic' || name === 'v:imagedata') this.#count(story, 'pictures');
    const other = it.name === 'mc:AlternateContent' ? child(it, 'mc:Fallback') : undefined;
    const copies = other && other !== shown ? outermost(other, 'w:txbxContent') : [];
    const boxes = outermost(shown, 'w:txbxContent');
    if (boxes.length > 0 && story.boxes >= MOST_BOXES) throw new WordError(NOT_READ.tooDeep);
    const inside = { boxes: story.boxes + 1, lock: story.lock };
    boxes.forEach((box, i) => {
      const anchor = story.anchors[0] ?? { part: story.part, from: run.from, to: run.to };
      const blocks = this.#blocks(
        box.children,
        { ...storyOf(story.part, anchor), ...inside, isCounted: story.isCounted },
        false,
      );
      const copy = copies[i];
      if (copy) {
        const twins = this.#blocks(
          copy.children,
          { ...storyOf(story.part, anchor), ...inside, isCounted: false },
          false,
        );
        pair(blocks, twins);
      }
      if (!inContents(story)) content.boxes.push(...blocks);
    });
  }

  #begin(run: Element, begin: Element, content: Pieces, story: Story): Field {
    if (story.fields.length >= MOST_FIELDS) throw new WordError(NOT_READ.tooDeep);
    const anchor = { part: story.part, from: run.from, to: run.to };
    const field: Field = {
      begin,
      anchor,
      paragraph: content,
      mark: content.pieces.length,
      instruction: '',
      isResult: false,
    };
    story.fields.push(field);
    story.anchors.push(anchor);
    return field;
  }

  #end(field: Field, run: Element, content: Pieces, story: Story): void {
    field.anchor.to = run.to;
    const kind = kindOf(field);
    const results = field.paragraph === content ? content.pieces.slice(field.mark) : null;
    const result = results?.map(({ text }) => text).join('') ?? '';
    const instead =
      kind === 'MERGEFIELD' && /^«[^»]*»$/.test(result.trim())
        ? `{{${result.trim().slice(1, -1).replace(/[{}]/g, '')}}}`
        : kind === 'FORMTEXT' && BLANK.test(result)
          ? PLACEHOLDER
          : kind === 'FORMCHECKBOX'
            ? isChecked(field.begin)
              ? '☑'
              : '☐'
            : null;
    story.fields.splice(story.fields.indexOf(field));
    // The run is the field's own: nothing is filled in here.
    const runOf: Run = { ...this.#runOf(run, story), lock: story.lock ?? NOT_WRITTEN.field };
    story.anchors.splice(story.anchors.indexOf(field.anchor), 1);
    if (kind === 'DATE' || kind === 'TIME') this.#count(story, 'dates');
    if (results && instead !== null) {
      content.pieces.length = field.mark;
      this.#push(content, story, {
        ...piece(instead, 'atomic', field.anchor.from, run.to, runOf),
        isPlaceholder: instead === PLACEHOLDER,
      });
    } else if (results) {
      for (let i = field.mark; i < content.pieces.length; i++) {
        const one = content.pieces[i]!;
        content.pieces[i] = { ...one, run: one.run && { ...one.run, lock: one.run.lock ?? NOT_WRITTEN.field } };
      }
    }
  }

  #table(table: Element, story: Story): Block[] {
    const rows: Cell[][] = [];
    const visitRows = (elements: readonly Element[]): void => {
      for (const it of elements) {
        if (it.name === 'w:tr') {
          const properties = child(it, 'w:trPr');
          if (properties && child(properties, 'w:del')) {
            this.#count(story, 'deletions');
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

const NOTHING: Unread = {
  headers: 0,
  pictures: 0,
  objects: 0,
  hidden: 0,
  symbols: 0,
  numbers: 0,
  insertions: 0,
  deletions: 0,
  highlights: 0,
  dates: 0,
  remote: 0,
  macros: false,
  isProtected: false,
};

/** What stands around runs or paragraphs and says nothing itself. */
const PASSED_THROUGH = new Set(['w:hyperlink', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:ins', 'w:moveTo']);

/** Of the versions a file holds for newer and older programs, the newer; the older where the newer shows nothing. */
const chosen = (it: Element): Element | undefined => child(it, 'mc:Choice') ?? child(it, 'mc:Fallback');

function outermost(it: Element, name: string): Element[] {
  return it.children.flatMap(one => (one.name === name ? [one] : outermost(one, name)));
}

/** The pieces of stretches that are cut at a character which is dropped. */
function* cutAt(
  { text, from }: { readonly text: string; readonly from: number },
  character: string,
): Generator<{ readonly text: string; readonly from: number; readonly to: number }> {
  let start = 0;
  for (const words of text.split(character)) {
    yield { text: words, from: from + start, to: from + start + words.length };
    start += words.length + 1;
  }
}
