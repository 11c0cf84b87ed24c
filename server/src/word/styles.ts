import { at, child, isOn, val, type Element } from './xml.js';

/** What is asked of the look of a text; undefined where nothing is said. */
export interface Look {
  readonly isUnderlined?: boolean;
  readonly isHidden?: boolean;
  readonly isMarked?: boolean;
}

/** What a style says, with what it inherits. */
export interface Style extends Look {
  readonly id: string;
  /** In small letters: `heading 1`, `title`, `toc 1`. */
  readonly name: string;
  /** 0 to 8; undefined where it is body text. */
  readonly outline?: number;
  readonly isCentred?: boolean;
  readonly numId?: string;
  readonly level?: string;
}

export type Styles = ReadonlyMap<string, Style>;

/** Styles of a `styles` part, each with what its ancestors say. */
export function stylesOf(root: Element | null): Styles {
  const raw = new Map<string, Element>();
  for (const it of root?.children ?? []) {
    const id = it.attributes['w:styleId'];
    if (it.name === 'w:style' && id !== undefined) raw.set(id, it);
  }
  const made = new Map<string, Style>();
  for (const id of raw.keys()) {
    // From the style to its oldest ancestor; one that is its own ancestor has said all it has to say.
    const line = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && raw.has(at) && !made.has(at) && !line.has(at); ) {
      line.add(at);
      at = val(child(raw.get(at)!, 'w:basedOn'));
    }
    for (const one of [...line].reverse()) {
      const parent = val(child(raw.get(one)!, 'w:basedOn'));
      made.set(one, styleOf(one, raw.get(one)!, parent === undefined ? undefined : made.get(parent)));
    }
  }
  return made;
}

function styleOf(id: string, it: Element, parent: Style | undefined): Style {
  const name = (val(child(it, 'w:name')) ?? '').toLowerCase();
  const numbered = at(it, 'w:pPr', 'w:numPr');
  const outline = val(at(it, 'w:pPr', 'w:outlineLvl'));
  const numId = val(numbered && child(numbered, 'w:numId'));
  const level = val(numbered && child(numbered, 'w:ilvl'));
  const alignment = val(at(it, 'w:pPr', 'w:jc'));
  const { id: _, name: __, ...inherited } = parent ?? { id, name };
  return {
    ...inherited,
    ...lookOf(child(it, 'w:rPr')),
    id,
    name,
    ...(outline !== undefined && { outline: Number(outline) }),
    ...(numId !== undefined && { numId }),
    ...(level !== undefined && { level }),
    ...(alignment !== undefined && { isCentred: alignment === 'center' }),
  };
}

/** What run properties say themselves. */
export function lookOf(properties: Element | undefined): Look {
  if (!properties) return {};
  const look: { isUnderlined?: boolean; isHidden?: boolean; isMarked?: boolean } = {};
  for (const it of properties.children) {
    if (it.name === 'w:u') look.isUnderlined = val(it) !== undefined && val(it) !== 'none';
    else if (it.name === 'w:vanish') look.isHidden = isOn(it);
    else if (it.name === 'w:highlight') look.isMarked = val(it) !== 'none';
    else if (it.name === 'w:shd' && look.isMarked !== true) {
      const fill = it.attributes['w:fill']?.toLowerCase() ?? 'auto';
      look.isMarked = fill !== 'auto' && fill !== 'ffffff';
    }
  }
  return look;
}

/** A list keeps the headings a style is for: `heading 3`, and `标题 3` of the styles that WPS names so. */
export function headingLevel(style: Style | undefined): number | null {
  if (!style) return null;
  if (style.outline !== undefined) return style.outline <= 8 ? style.outline : null;
  const named = /^(?:heading|标题) ?([1-9])$/.exec(style.name);
  return named ? Number(named[1]) - 1 : null;
}

export const isTitle = (style: Style | undefined): boolean => style?.name === 'title' || style?.name === '标题';
export const isToc = (style: Style | undefined): boolean => /^(?:toc \d|toc heading|目录 ?\d)$/.test(style?.name ?? '');
