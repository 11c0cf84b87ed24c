import type { Mend } from '../../facts/relations/evidence.js';
import { trimmed } from '../../text/exact.js';
import { computed, written } from './arithmetic.js';
import type { Fix } from '../rule.js';

/** 把18改为13, if 18 were 13: the one slip that explains it. */
export function mendText({ figure, value }: Mend): { readonly zh: string; readonly en: string } {
  const [stated, right] = written([figure.value!, value], [figure]) as [string, string];
  return { zh: `把${stated}改为${right}，`, en: `if ${stated} were ${right}` };
}

/** The choice to write what would make it right. */
export const mended = ({ figure, value }: Mend, text: string): Fix[] =>
  computed(figure, text, trimmed({ digits: value.digits, exponent: value.exponent - figure.magnitude }));
