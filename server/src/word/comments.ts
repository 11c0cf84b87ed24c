import type { Package } from './package.js';
import { relationsOf } from './package.js';
import type { Extent } from './pieces.js';
import { lineAt, within, type Placed, type Projection } from './project.js';
import type { Note } from './source.js';
import { append, beside, Splices, Tags } from './splice.js';
import { below, child, escaped, type Element } from './xml.js';

/** Findings as comments of Word: beside runs, never inside a field, and none but ours is touched. */

/** By whom our comments are, and so how they are known again. */
export const AUTHOR = '政策文稿检查';
const INITIALS = '检';
const MOST_ID = 0x7fff_ffff;

/** The parts that change, with their new text: our own comments of a former run are gone, and these are there. */
export function annotate(pack: Package, projection: Projection, notes: readonly Note[]): Map<string, string | null> {
  const { main } = pack;
  const xml = pack.text(main);
  const root = pack.tree(main)!;
  const splices = new Splices();
  const comments = pack.related(main, 'comments').find(name => pack.has(name)) ?? null;
  const own = comments === null ? [] : ownComments(pack, comments);
  const ownIds = new Set(own.map(it => it.attributes['w:id']));
  for (const mark of marksOf(root, ownIds)) splices.replace(mark, '');

  const placed = notes.flatMap(note => {
    const range = rangeOf(note, projection, main);
    return range ? [{ note, ...range }] : [];
  });
  const ids = freeIds(placed.length, [root, ...(comments === null ? [] : [pack.tree(comments)!])], ownIds);
  const tags = new Tags(xml, root);
  const cuts = new Cuts(xml, splices);
  placed.forEach(({ from, to }, i) => {
    const id = { id: String(ids[i]) };
    const [start, end] = [
      tags.element('commentRangeStart', id),
      tags.element('commentRangeEnd', id) + tags.element('r', {}, tags.element('commentReference', id)),
    ];
    if (from.at === to.at) cuts.mark(from, start + end, 1);
    else {
      cuts.mark(to, end, 0);
      cuts.mark(from, start, 1);
    }
  });
  cuts.done();

  const parts = new Map<string, string | null>();
  if (!splices.isEmpty) parts.set(main, splices.applied(xml));
  const said = (tags: Tags): string => placed.map(({ note }, i) => commentOf(tags, ids[i]!, note.paragraphs)).join('');
  if (comments !== null) {
    if (own.length > 0 || placed.length > 0) parts.set(comments, renewed(pack, comments, own, said));
    for (const [name, text] of withoutOwn(pack, own)) parts.set(name, text);
  } else if (placed.length > 0) for (const [name, text] of newPart(pack, said)) parts.set(name, text);
  return parts;
}

/** A place between two runs, or in one that must be cut there. */
interface Mark {
  readonly at: number;
  /** The run to cut; null where nothing is to be cut. */
  readonly run: Element | null;
}

/** Where the marks of a comment go; null where the document has nothing to put them around. */
function rangeOf(note: Note, { pieces, lines }: Projection, main: string): { from: Mark; to: Mark } | null {
  const found = [...within(pieces, note.start, Math.max(note.end, note.start + 1))].filter(({ piece }) => {
    const { part } = piece.run!.anchor ?? piece.run!;
    return part === main;
  });
  const [first, last] = [found[0], found.at(-1)];
  if (first && last) {
    const from = startMark(first, note.start);
    const to = endMark(last, note.end);
    return { from, to: to.at < from.at ? from : to };
  }
  // What Word makes itself, a number or a bar, is told at its paragraph.
  const extent = nearest(lines, note.start, main);
  return extent && { from: { at: extent.from, run: null }, to: { at: extent.to, run: null } };
}

function nearest(lines: Projection['lines'], offset: number, main: string): Extent | null {
  const here = lineAt(lines, offset);
  const i = here ? lines.indexOf(here) : -1;
  const near = [here, ...lines.slice(0, Math.max(0, i)).reverse(), ...lines.slice(i + 1)];
  return near.find(line => line?.extent?.part === main)?.extent ?? null;
}

function startMark({ piece, start }: Placed, offset: number): Mark {
  const run = piece.run!;
  if (run.anchor) return { at: run.anchor.from, run: null };
  const at = piece.kind === 'plain' ? piece.from + Math.max(0, offset - start) : piece.from;
  const text = contentAt(run.element, at);
  const cut = text && at <= text.inner ? text.from : at;
  return cut <= firstContent(run.element) ? { at: run.element.from, run: null } : { at: cut, run: run.element };
}

function endMark({ piece, start, end }: Placed, offset: number): Mark {
  const run = piece.run!;
  if (run.anchor) return { at: run.anchor.to, run: null };
  const at = piece.kind === 'plain' ? piece.from + Math.min(end, offset) - start : piece.to;
  const text = run.element.children.findLast(it => it.from < at && at <= it.to);
  const cut = text && at >= text.innerEnd ? text.to : at;
  return cut >= run.element.innerEnd ? { at: run.element.to, run: null } : { at: cut, run: run.element };
}

/** The child of a run that an offset stands in or before. */
const contentAt = ({ children }: Element, at: number): Element | undefined =>
  children.find(it => it.from <= at && at < it.to);

const firstContent = (run: Element): number => run.children.find(({ name }) => name !== 'w:rPr')?.from ?? run.innerEnd;

/** Runs cut in two where marks are to stand. Each half keeps the look of the whole, and none gets a revision's number. */
class Cuts {
  readonly #marks = new Map<number, { run: Element; texts: { text: string; order: number }[] }>();

  constructor(
    private readonly xml: string,
    private readonly splices: Splices,
  ) {}

  mark({ at, run }: Mark, text: string, order: number): void {
    if (!run) {
      this.splices.insert(at, text, order);
      return;
    }
    const there = this.#marks.get(at) ?? { run, texts: [] };
    this.#marks.set(at, there);
    there.texts.push({ text, order });
  }

  done(): void {
    const preserved = new Set<Element>();
    for (const [at, { run, texts }] of this.#marks) {
      const marks = texts
        .map((it, i) => ({ ...it, i }))
        .sort((a, b) => a.order - b.order || a.i - b.i)
        .map(({ text }) => text)
        .join('');
      const properties = child(run, 'w:rPr');
      const name = run.raw;
      const next = `<${name}>${properties ? this.xml.slice(properties.from, properties.to) : ''}`;
      const text = run.children.find(
        it => it.inner <= at && at <= it.innerEnd && it.inner < it.to && it.name === 'w:t',
      );
      if (!text) {
        this.splices.insert(at, `</${name}>${marks}${next}`);
        continue;
      }
      const t = beside(run, 't');
      this.splices.insert(at, `</${t}></${name}>${marks}${next}<${t} xml:space="preserve">`);
      if (!text.isPreserved && !preserved.has(text)) {
        preserved.add(text);
        if (text.attributes['xml:space'] === undefined) this.splices.insert(text.inner - 1, ' xml:space="preserve"');
      }
    }
  }
}

/** Whether a document holds comments of ours. */
export const isAnnotated = (pack: Package): boolean =>
  pack.related(pack.main, 'comments').some(part => pack.has(part) && ownComments(pack, part).length > 0);

const ownComments = (pack: Package, part: string): Element[] =>
  pack.tree(part)!.children.filter(it => it.name === 'w:comment' && it.attributes['w:author'] === AUTHOR);

/** The marks of comments in the document, and the runs that hold nothing but their reference. */
function marksOf(root: Element, ids: ReadonlySet<string | undefined>): Element[] {
  if (ids.size === 0) return [];
  const found = new Set<Element>();
  for (const it of below(root)) {
    if (!/^w:comment(?:RangeStart|RangeEnd|Reference)$/.test(it.name) || !ids.has(it.attributes['w:id'])) continue;
    const run = it.name === 'w:commentReference' && it.parent?.name === 'w:r' ? it.parent : null;
    const isAlone = run?.children.every(other => other === it || other.name === 'w:rPr') === true;
    found.add(isAlone ? run! : it);
  }
  return [...found];
}

/** Numbers that nothing of the document has: two comments of one number are a damaged file to Word. */
function freeIds(count: number, roots: readonly Element[], except: ReadonlySet<string | undefined>): number[] {
  const taken = new Set<number>();
  for (const root of roots) {
    for (const it of below(root)) {
      const id = it.attributes['w:id'];
      if (id === undefined || (it.name.startsWith('w:comment') && except.has(id))) continue;
      if (/^\d{1,10}$/.test(id)) taken.add(Number(id));
    }
  }
  const ids: number[] = [];
  const highest = [...taken].reduce((most, id) => Math.max(most, id), -1);
  let next = highest + count < MOST_ID ? highest + 1 : 0;
  while (ids.length < count) {
    if (!taken.has(next)) ids.push(next);
    next++;
  }
  return ids;
}

/** Small, and with no indent: what has no style of its own would look like the body of the report. */
function commentOf(tags: Tags, id: number, paragraphs: readonly string[]): string {
  const el = tags.element.bind(tags);
  const look = el(
    'pPr',
    {},
    el('spacing', { before: '0', after: '0', line: '240', lineRule: 'auto' }) +
      el('ind', { left: '0', firstLine: '0', firstLineChars: '0' }) +
      el('jc', { val: 'left' }),
  );
  const size = el('rPr', {}, el('sz', { val: '18' }) + el('szCs', { val: '18' }));
  const said = paragraphs.map((text, i) =>
    el(
      'p',
      {},
      look +
        (i === 0 ? el('r', {}, el('annotationRef')) : '') +
        el('r', {}, size + el('t', { 'xml:space': 'preserve' }, escaped(text))),
    ),
  );
  return el('comment', { id: String(id), author: AUTHOR, initials: INITIALS }, said.join(''));
}

function renewed(pack: Package, part: string, own: readonly Element[], said: (tags: Tags) => string): string {
  const xml = pack.text(part);
  const root = pack.tree(part)!;
  const splices = new Splices();
  for (const it of own) splices.replace(it, '');
  const content = said(new Tags(xml, root));
  if (content !== '') append(splices, root, content);
  return splices.applied(xml);
}

/** Word keeps more of each comment in parts of their own; what is said there of ours goes too. */
function withoutOwn(pack: Package, own: readonly Element[]): Map<string, string> {
  const changed = new Map<string, string>();
  const paragraphs = new Set(
    own.flatMap(it => [...below(it)].flatMap(({ attributes }) => attributes['w14:paraId'] ?? [])),
  );
  if (paragraphs.size === 0) return changed;
  for (const type of ['commentsExtended', 'commentsIds']) {
    for (const name of pack.related(pack.main, type)) {
      const root = pack.tree(name);
      if (!root) continue;
      const splices = new Splices();
      for (const it of root.children) {
        const of = (name: string): string | undefined =>
          Object.entries(it.attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
        if (paragraphs.has(of('paraId') ?? '')) splices.replace(it, '');
        else if (paragraphs.has(of('paraIdParent') ?? '')) {
          // An answer to ours is a comment of its own now.
          const tag = pack.text(name).slice(it.from, it.inner);
          splices.replace(
            { from: it.from, to: it.inner },
            tag.replace(/\s[\w.-]+:paraIdParent=(?:"[^"]*"|'[^']*')/, ''),
          );
        }
      }
      if (!splices.isEmpty) changed.set(name, splices.applied(pack.text(name)));
    }
  }
  return changed;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** A document that had no comments: the part, and where the package tells of it. */
function newPart(pack: Package, said: (tags: Tags) => string): Map<string, string> {
  const { main } = pack;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  let file = 'comments.xml';
  for (let i = 2; pack.has(folder + file); i++) file = `comments${i}.xml`;
  const xml = pack.text(main);
  const isStrict = xml.slice(0, pack.tree(main)!.inner).includes('http://purl.oclc.org/ooxml/wordprocessingml/main');
  const namespace = isStrict
    ? 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    : 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const head = `${HEAD}<w:comments xmlns:w="${namespace}">`;
  const tags = new Tags(`${head}</w:comments>`, {
    ...pack.tree(main)!,
    from: HEAD.length,
    inner: head.length,
  });

  const relations = relationsOf(main);
  const base = isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const taken = new Set(pack.relations(main).map(({ id }) => id));
  let id = 'rIdPolicydoc';
  for (let i = 2; taken.has(id); i++) id = `rIdPolicydoc${i}`;
  const types = '[Content_Types].xml';
  return new Map([
    [types, withChild(pack, types, 'Override', { PartName: `/${folder}${file}`, ContentType: TYPE })],
    [
      relations,
      pack.has(relations)
        ? withChild(pack, relations, 'Relationship', { Id: id, Type: `${base}/comments`, Target: file })
        : `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${base}/comments" Target="${file}"/></Relationships>`,
    ],
    [folder + file, `${head}${said(tags)}</w:comments>`],
  ]);
}

/** A part of the package with one more element at its end, under the prefix the part has for its own. */
function withChild(pack: Package, part: string, name: string, attributes: Readonly<Record<string, string>>): string {
  const xml = pack.text(part);
  const root = pack.tree(part)!;
  const splices = new Splices();
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  append(splices, root, `<${beside(root, name)}${said.join('')}/>`);
  return splices.applied(xml);
}
