import { isEdgeOr, isHan, isOneOf } from '../text/characters.js';
import { LEXICON } from './lexicon.js';

/* The fields of a form: 姓名, 联系电话, 法定代表人（签字）. */

/** Who fills in, signs or is asked: 填报人, 审核员. */
const PERSON = '人员者师';
/** A remark behind a field is no longer: （签字）, （单位盖章）. */
const LONGEST_REMARK = 8;

/** Where the name of a field ends whose colon ends at `end`; before its remark, if it has one. -1: no label ends there. */
function nameEnd(text: string, end: number): number {
  if (!isOneOf(text[end - 1] ?? '', '：:')) return -1;
  if (!isOneOf(text[end - 2] ?? '', '）)')) return end - 1;
  const open = Math.max(text.lastIndexOf('（', end), text.lastIndexOf('(', end));
  return open >= end - 3 - LONGEST_REMARK ? open : -1;
}

/** Whether the name of a field ends at an offset of a text: 联系电话. */
export const fieldEndsAt = (text: string, end: number): boolean => LEXICON.endingAt(text, end, 'field') !== '';

/** Whether a field and its colon end there: 填报人：, 法定代表人（签字）：. */
export function labelEndsAt(text: string, end: number): boolean {
  const at = nameEnd(text, end);
  return at > 0 && (LEXICON.endingAt(text, at, 'field', 'office') !== '' || isOneOf(text[at - 1]!, PERSON));
}

/** The words of any label, a field of a form or not. */
const LONGEST_LABEL = 8;

/** Whether a label of whatever words, at the beginning of a line or behind room, ends there with its colon: 审批意见：. */
export function anyLabelEndsAt(text: string, end: number): boolean {
  const last = nameEnd(text, end);
  let at = last;
  while (at > 0 && isHan(text[at - 1]!)) at--;
  return last - at >= 2 && last - at <= LONGEST_LABEL && isEdgeOr(text.charAt(at - 1), ' \n。；');
}

/** Whether a field that asks for a name, and its colon, end there: 记录人：, 组长：, 列席：. */
export function personLabelEndsAt(text: string, end: number): boolean {
  const at = nameEnd(text, end);
  return at > 0 && (text[at - 1] === '人' || LEXICON.endingAt(text, at, 'person', 'office') !== '');
}
