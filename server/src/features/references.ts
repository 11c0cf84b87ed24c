import type { Analysis } from '../core/analyze.js';
import type { Abbreviation } from '../core/facts/abbreviations.js';
import type { PlacedLocator } from '../core/facts/locators.js';
import type { Citation, Model } from '../core/model.js';
import { nameKey } from '../core/regulations/names.js';
import { Definitions } from '../core/regulations/resolve.js';
import { readingOf } from '../core/syntax/document.js';
import { contains, type Span } from '../core/text/span.js';
import { factAt } from './fact-at.js';

/** What a place of the text refers to: the same thing may be named in many places and by several names. */
export type Subject =
  | { readonly kind: 'abbreviation'; readonly definition: Abbreviation }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'regulation'; readonly title: string }
  | { readonly kind: 'provision'; readonly title: string; readonly article: number; readonly suffix: number };

export interface Reference extends Span {
  /** Where an abbreviation is introduced. */
  readonly isDefinition: boolean;
}

export interface References {
  readonly subject: Subject;
  /** The place that was asked about. */
  readonly at: Span;
  /** Every place of the text, that one included, in order. */
  readonly places: readonly Reference[];
}

/**
 * The thing under the cursor and every place that refers to it: for the key of a named placeholder every placeholder of
 * that key; for an abbreviation every use of this definition of it; for a locator every citation of the same article,
 * whatever the 款 and by whatever name; for any other name of a regulation every citation of it. Null where nothing is
 * meant for certain.
 */
export function referencesAt({ model }: Analysis, offset: number): References | null {
  const definitions = new Definitions(model.abbreviations);
  const found = subjectAt(model, definitions, offset);
  return found && { ...found, places: placesOf(found.subject, model, definitions).sort((a, b) => a.start - b.start) };
}

function subjectAt(model: Model, definitions: Definitions, offset: number): { subject: Subject; at: Span } | null {
  const placeholder = factAt(model.placeholders, offset);
  if (placeholder)
    return placeholder.key === null
      ? null
      : { subject: { kind: 'key', key: placeholder.key }, at: keySpan(model, placeholder) };
  const definition = factAt(
    model.abbreviations.map(a => ({ ...a.nameSpan, definition: a })),
    offset,
  )?.definition;
  if (definition) return { subject: { kind: 'abbreviation', definition }, at: definition.nameSpan };
  const citation = factAt(model.citations, offset);
  return citation ? cited(citation, model, definitions, offset) : wordAt(model, offset);
}

function cited(
  citation: Citation,
  model: Model,
  definitions: Definitions,
  offset: number,
): { subject: Subject; at: Span } | null {
  const title = titleOf(citation, definitions);
  const locator = factAt(citation.locators, offset);
  const isOnName = citation.nameSpan !== null && factAt([citation.nameSpan], offset) !== undefined;
  if (locator?.article !== undefined && title !== '' && !(isOnName && offset < locator.start)) {
    return {
      subject: { kind: 'provision', title, article: locator.article, suffix: locator.articleSuffix ?? 0 },
      at: locator,
    };
  }
  const name = innerName(citation, model);
  if (!name) return null;
  const definition = definitionOf(citation, definitions);
  if (definition) return { subject: { kind: 'abbreviation', definition }, at: name };
  return title === '' ? null : { subject: { kind: 'regulation', title }, at: name };
}

/** An abbreviation of something that is no regulation (“市委办”) is used as a plain word. */
function wordAt(model: Model, offset: number): { subject: Subject; at: Span } | null {
  for (const definition of model.abbreviations) {
    const { name, fullName } = definition;
    // An editor asks at every move of the cursor: the whole text is read only where the word stands at the cursor.
    const isNear =
      fullName === '' && model.text.slice(Math.max(0, offset - name.length), offset + name.length).includes(name);
    const at = isNear ? factAt(wordsOf(definition, model), offset) : undefined;
    if (at) return { subject: { kind: 'abbreviation', definition }, at };
  }
  return null;
}

function placesOf(subject: Subject, model: Model, definitions: Definitions): Reference[] {
  const use = (span: Span): Reference => ({ start: span.start, end: span.end, isDefinition: false });
  switch (subject.kind) {
    case 'key':
      return model.placeholders
        .filter(placeholder => placeholder.key === subject.key)
        .map(placeholder => use(keySpan(model, placeholder)));
    case 'abbreviation': {
      const { definition } = subject;
      const uses = model.citations
        .filter(c => definitionOf(c, definitions) === definition)
        .flatMap(c => innerName(c, model) ?? []);
      const words = definition.fullName === '' ? wordsOf(definition, model) : [];
      const others = words.filter(word => !uses.some(other => contains(other, word)));
      return [
        { start: definition.nameSpan.start, end: definition.nameSpan.end, isDefinition: true },
        ...uses.map(use),
        ...others.map(use),
      ];
    }
    case 'regulation':
      return model.citations
        .filter(c => titleOf(c, definitions) === subject.title)
        .flatMap(c => innerName(c, model) ?? [])
        .map(use);
    case 'provision':
      return model.citations
        .filter(c => titleOf(c, definitions) === subject.title)
        .flatMap(({ locators }) => locators.filter(locator => names(locator, subject.article, subject.suffix)))
        .map(use);
  }
}

/** Whether a locator names the article, or a range of articles that it lies in. */
function names({ article, articleSuffix = 0, to }: PlacedLocator, wanted: number, suffix: number): boolean {
  if (article === wanted && articleSuffix === suffix) return true;
  return (
    article !== undefined &&
    to?.article !== undefined &&
    article < wanted &&
    (wanted < to.article || (wanted === to.article && suffix <= (to.articleSuffix ?? 0)))
  );
}

/**
 * What tells one regulation from another: its official title, or, outside the data, the key of its full name; '' when
 * it is not clear.
 */
function titleOf({ denotes, name, nameKind, start }: Citation, definitions: Definitions): string {
  if (denotes.regulation) return denotes.regulation.title;
  if (nameKind !== 'title' && nameKind !== 'short' && nameKind !== 'abbreviation') return '';
  return nameKey(definitions.at(name, start)?.fullName || (nameKind === 'abbreviation' ? '' : name));
}

const definitionOf = ({ name, nameKind, nameSpan, start }: Citation, definitions: Definitions): Abbreviation | null =>
  nameSpan && (nameKind === 'abbreviation' || nameKind === 'short' || nameKind === 'title')
    ? definitions.at(name, start)
    : null;

/** Where the name of a citation is written, without 《》; null when none is. */
function innerName({ nameSpan }: Citation, { document }: Model): Span | null {
  if (!nameSpan) return null;
  const reading = readingOf(document);
  const { start, end } = reading.toReading(nameSpan);
  const isTitle = reading.text[start] === '《' && reading.text[end - 1] === '》';
  return isTitle && end - start > 2 ? reading.toSource({ start: start + 1, end: end - 1 }) : nameSpan;
}

function keySpan({ document }: Model, placeholder: Span & { readonly key: string | null }): Span {
  const reading = readingOf(document);
  const { start, end } = reading.toReading(placeholder);
  const at = reading.text.slice(start, end).indexOf(placeholder.key!);
  return at < 0 ? placeholder : reading.toSource({ start: start + at, end: start + at + placeholder.key!.length });
}

/** Where the word stands in the text after its definition, other definitions excepted. */
function wordsOf({ name, end }: Abbreviation, { document, abbreviations }: Model): Span[] {
  if (name.length < 2) return [];
  const reading = readingOf(document);
  const found: Span[] = [];
  const from = reading.toReading({ start: end, end }).start;
  for (let at = reading.text.indexOf(name, from); at >= 0; at = reading.text.indexOf(name, at + name.length)) {
    const span = reading.toSource({ start: at, end: at + name.length });
    if (!abbreviations.some(a => contains(a, span))) found.push(span);
  }
  return found;
}
