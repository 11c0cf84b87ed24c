import type { Run } from './pieces.js';
import { NOT_WRITTEN } from './texts.js';
import { at, child, val, type Element } from './xml.js';

/** Content controls: what Word keeps a place with. */

/** A table of contents would say every heading twice. */
export const isContents = (control: Element): boolean =>
  /^table of contents$/i.test(val(at(control, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')) ?? '');

export function lockOf(control: Element): Run['lock'] {
  const properties = child(control, 'w:sdtPr');
  const has = (name: string): boolean => properties !== undefined && child(properties, name) !== undefined;
  if (has('w:dataBinding') || has('w15:dataBinding')) return NOT_WRITTEN.bound;
  if (has('w:dropDownList') || has('w:comboBox') || has('w:picture') || has('w14:checkbox')) return NOT_WRITTEN.locked;
  return /content/i.test(val(properties && child(properties, 'w:lock')) ?? '') ? NOT_WRITTEN.locked : null;
}
