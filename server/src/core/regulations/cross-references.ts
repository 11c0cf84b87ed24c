import { toChinese } from '../text/numerals.js';
import { fingerprintOf } from './clauses.js';
import type { Article, Edition } from './regulation-index.js';

/*
 * Whether a provision refers to another, without its text: the clauses with which laws refer to their own articles are
 * few, and each has a fingerprint to look for. A reference that is worded otherwise is not seen.
 */

const LEADS = [
  '',
  '违反',
  '违反了',
  '依照',
  '按照',
  '根据',
  '依据',
  '符合',
  '不符合',
  '有',
  '具有',
  '未按照',
  '未依照',
  '除',
  '适用',
  '属于',
  '因',
  '对',
  '对违反',
];
const OWN = ['', '本法', '本条例', '本规定', '本办法', '本规则', '本细则', '本准则', '本章程', '本解释'];
const PARAGRAPHS = ['', '第一款', '第二款', '第三款', '第四款'];
const ENDS = [
  '',
  '规定',
  '的规定',
  '规定的',
  '的',
  '所列行为之一',
  '所列行为之一的',
  '所列情形之一',
  '所列情形之一的',
  '规定情形之一',
  '规定情形之一的',
  '规定的情形之一的',
  '规定的行为',
  '规定的情形',
  '规定的条件',
  '规定处罚',
  '的规定处罚',
  '规定的处罚',
  '的规定执行',
  '规定执行',
  '规定以外的',
];

/** Whether one of the two articles of the edition refers to the other. */
export const areTied = (edition: Edition, one: Article, other: Article): boolean =>
  refersTo(edition, one, other) || refersTo(edition, other, one);

function refersTo(edition: Edition, { clauses }: Article, { number, suffix }: Article): boolean {
  const own = new Set(edition.fingerprints(clauses));
  const name = `第${toChinese(number)}条${suffix > 0 ? `之${toChinese(suffix)}` : ''}`;
  return OWN.some(law =>
    LEADS.some(lead =>
      PARAGRAPHS.some(paragraph => ENDS.some(end => own.has(fingerprintOf(lead + law + name + paragraph + end)))),
    ),
  );
}
