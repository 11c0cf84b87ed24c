import { isContents, lockOf } from './controls.js';
import type { Package } from './package.js';
import { BLANK, pair, piece, PLACEHOLDER, type Block, type Extent, type Piece, type Run } from './pieces.js';
import { WordError } from './source.js';
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
import { lookOf, type Look, type Style, type Styles } from './styles.js';
import { symbolOf } from './symbols.js';
import type { Tally } from './tally.js';
import { NOT_READ, NOT_WRITTEN } from './texts.js';
import { below, child, firstBelow, isOn, stretches, val, type Element } from './xml.js';

/** Fields that begin and do not end are asked about at each run. */
const MOST_FIELDS = 64;
/** Word lets none stand in another. */
const MOST_BOXES = 4;

/** A run, and what is known where it stands. */
interface InRun {
  readonly run: Element;
  readonly content: Pieces;
  readonly story: Story;
  readonly look: Look;
}

/** What a paragraph holds: runs, fields, controls, formulas, and the text boxes that hang on it. */
export class InlineReader {
  readonly notes: { kind: 'footnote' | 'endnote'; id: string; anchor: Extent }[] = [];
  readonly #marked = new WeakSet<Element>();
  #page = 1;

  constructor(
    private readonly pack: Package,
    private readonly styles: Styles,
    private readonly remarks: ReadonlyMap<string, string>,
    private readonly tally: Tally,
    /** Reads what a text box holds. */
    private readonly blocks: (children: readonly Element[], story: Story, isCell: boolean) => Block[],
  ) {}

  get hasPages(): boolean {
    return this.#page > 1;
  }

  /** Reads what stands in a paragraph, or in a part of one. */
  read(children: readonly Element[], content: Pieces, story: Story, style: Style | undefined): void {
    for (const it of children) {
      switch (it.name) {
        case 'w:r':
          this.#run(it, content, story, style);
          break;
        case 'w:ins':
        case 'w:moveTo':
          this.tally.count(story, 'insertions');
          this.read(it.children, content, story, style);
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.tally.count(story, 'deletions');
          break;
        case 'w:fldSimple': {
          const field = this.#begin(it, it, content, story);
          field.instruction = it.attributes['w:instr'] ?? '';
          field.isResult = true;
          this.read(it.children, content, story, style);
          this.#end(field, it, content, story);
          break;
        }
        case 'w:sdt':
          this.#control(it, content, story, style);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.math(it, content, story);
          break;
        case 'mc:AlternateContent':
          this.read(chosen(it)?.children ?? [], content, story, style);
          break;
        default:
          if (PASSED_THROUGH.has(it.name)) this.read(it.children, content, story, style);
      }
    }
  }

  /** A content control inside a line. No mark may stand in it. */
  #control(it: Element, content: Pieces, story: Story, style: Style | undefined): void {
    if (isContents(it)) return;
    const anchor = { part: story.part, from: it.from, to: it.to };
    within(story, anchor, lockOf(it), () => {
      const placeholder = this.placeholder(it, story);
      if (placeholder) this.#push(content, story, placeholder);
      else this.read(child(it, 'w:sdtContent')?.children ?? [], content, story, style);
    });
  }

  /** What a content control asks for that nobody has filled in. */
  placeholder(it: Element, story: Story): Piece | null {
    const properties = child(it, 'w:sdtPr');
    if (!isOn(properties && child(properties, 'w:showingPlcHdr'))) return null;
    const named = val(child(properties!, 'w:alias')) || val(child(properties!, 'w:tag')) || '';
    const name = named.replace(/[{}\r\n]/g, '').trim() || '待填';
    const run = firstBelow(it, 'w:r') ?? it;
    return { ...piece(`{{${name}}}`, 'atomic', it.from, it.to, this.#runOf(run, story)), control: it };
  }

  math(it: Element, content: Pieces, story: Story): void {
    const text = [...below(it)]
      .filter(({ name }) => name === 'm:t' || name === 'w:t')
      .map(one => this.#textOf(one, story))
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
    const at: InRun = { run: it, content, story, look };
    let isMarked = false;
    for (const one of it.children) {
      if (this.#ofField(one, it, content, story)) continue;
      if (look.isHidden === true) {
        if (one.name === 'w:t' && !isInstruction(story) && !inContents(story))
          this.tally.count(story, 'hidden', this.#textOf(one, story).length);
        continue;
      }
      if (one.name === 'w:t') isMarked = this.#words(one, at) || isMarked;
      else if (one.name === 'w:ruby')
        within(story, { part: story.part, from: it.from, to: it.to }, NOT_WRITTEN.made, () =>
          this.read(child(one, 'w:rubyBase')?.children ?? [], content, story, style),
        );
      else this.#sign(one, at);
    }
    if (!isMarked || inContents(story) || isInstruction(story)) return;
    // Two marked runs side by side are one stretch.
    const before = content.pieces.findLast(({ run }) => run !== null && run.element !== it);
    if (!before || !this.#marked.has(before.run!.element)) this.tally.count(story, 'highlights');
    this.#marked.add(it);
  }

  /** Where a field begins, has its result or ends, and what it asks for; whether it is any of these. */
  #ofField(one: Element, run: Element, content: Pieces, story: Story): boolean {
    const field = story.fields.at(-1);
    if (one.name === 'w:fldChar') {
      const type = one.attributes['w:fldCharType'];
      if (type === 'begin') this.#begin(run, one, content, story);
      else if (type === 'separate' && field) field.isResult = true;
      else if (type === 'end' && field) this.#end(field, run, content, story);
      return true;
    }
    if (one.name !== 'w:instrText') return false;
    if (field && !field.isResult && field.instruction.length < 1000) field.instruction += this.#textOf(one, story);
    return true;
  }

  /** The words of a run; whether any of them is marked. */
  #words(one: Element, at: InRun): boolean {
    const { story, look } = at;
    let isMarked = false;
    for (const part of stretches(this.pack.text(story.part), one)) {
      if (!BLANK.test(part.text)) isMarked ||= look.isMarked === true;
      // A soft hyphen shows only where a line ends.
      for (const words of part.isPlain ? cutAt(part, '\u00ad') : [part])
        this.#say(words.text, words, part.isPlain ? 'plain' : 'atomic', at);
    }
    return isMarked;
  }

  /** What stands in a run and is no words. */
  #sign(one: Element, at: InRun): void {
    const { run, content, story } = at;
    const say = (text: string): void => this.#say(text, one, 'atomic', at);
    switch (one.name) {
      case 'w:tab':
      case 'w:ptab':
        say(' ');
        break;
      case 'w:br':
      case 'w:cr':
        if (one.name === 'w:cr' || (val(one) ?? one.attributes['w:type'] ?? 'textWrapping') === 'textWrapping')
          this.#push(content, story, {
            ...piece('\n', 'atomic', one.from, one.to, this.#runOf(run, story)),
            isBreak: true,
          });
        break;
      case 'w:noBreakHyphen':
        say('-');
        break;
      case 'w:sym': {
        const symbol = symbolOf(one.attributes['w:font'] ?? '', one.attributes['w:char'] ?? '');
        if (symbol === '\ufffc') this.tally.count(story, 'symbols');
        say(symbol);
        break;
      }
      case 'w:lastRenderedPageBreak':
        if (story.isCounted) this.#page++;
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#note(one, run, story);
        break;
      case 'w:commentReference': {
        const remark = this.remarks.get(one.attributes['w:id'] ?? '');
        if (remark !== undefined) content.remarks.push(remark);
        break;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
      case 'mc:AlternateContent':
        if (one.name === 'w:object') this.tally.count(story, 'objects');
        this.#drawing(one, run, content, story);
    }
  }

  #say(
    text: string,
    { from, to }: { readonly from: number; readonly to: number },
    kind: Piece['kind'],
    { run, content, story, look }: InRun,
  ): void {
    const made = piece(text, kind, from, to, this.#runOf(run, story));
    this.#push(content, story, { ...made, isUnderlined: look.isUnderlined === true });
  }

  #textOf(one: Element, { part }: Story): string {
    return stretches(this.pack.text(part), one)
      .map(({ text }) => text)
      .join('');
  }

  #note(one: Element, run: Element, story: Story): void {
    const id = one.attributes['w:id'];
    if (id === undefined || !story.isCounted || inContents(story)) return;
    const kind = one.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    this.notes.push({ kind, id, anchor: story.anchors[0] ?? { part: story.part, from: run.from, to: run.to } });
  }

  /** Text boxes hang on the run; a picture is counted. */
  #drawing(it: Element, run: Element, content: Pieces, story: Story): void {
    const shown = it.name === 'mc:AlternateContent' ? chosen(it) : it;
    if (!shown) return;
    for (const { name } of below(shown))
      if (name === 'pic:pic' || name === 'v:imagedata') this.tally.count(story, 'pictures');
    const other = it.name === 'mc:AlternateContent' ? child(it, 'mc:Fallback') : undefined;
    const copies = other && other !== shown ? outermost(other, 'w:txbxContent') : [];
    const boxes = outermost(shown, 'w:txbxContent');
    if (boxes.length > 0 && story.boxes >= MOST_BOXES) throw new WordError(NOT_READ.tooDeep);
    const inside = { boxes: story.boxes + 1, lock: story.lock };
    boxes.forEach((box, i) => {
      const anchor = story.anchors[0] ?? { part: story.part, from: run.from, to: run.to };
      const blocks = this.blocks(
        box.children,
        { ...storyOf(story.part, anchor), ...inside, isCounted: story.isCounted },
        false,
      );
      const copy = copies[i];
      if (copy) {
        const twins = this.blocks(
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
    if (kind === 'DATE' || kind === 'TIME') this.tally.count(story, 'dates');
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
}

/** What stands around runs or paragraphs and says nothing itself. */
export const PASSED_THROUGH = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:ins',
  'w:moveTo',
]);

/** Of the versions a file holds for newer and older programs, the newer; the older where the newer shows nothing. */
export const chosen = (it: Element): Element | undefined => child(it, 'mc:Choice') ?? child(it, 'mc:Fallback');

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
