import { memoize } from '../memoize.js';
import { toChinese } from '../text/numerals.js';
import { fingerprintOf, hashedBefore, hashing, unfinished } from './clauses.js';
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

/** Whether one of the two articles of the edition refers to the other, or says what comes of a breach where the other does not. */
export function areTied(edition: Edition, one: Article, other: Article): boolean {
  const known = tiesOf(one);
  const found = known.get(other) ?? findTie(edition, one, other);
  known.set(other, found);
  return found;
}

const tiesOf = memoize((_: Article) => new Map<Article, boolean>());

const findTie = (edition: Edition, one: Article, other: Article): boolean =>
  isPenal(edition, one) !== isPenal(edition, other) || refersTo(edition, one, other) || refersTo(edition, other, one);

/**
 * Whether an article says what comes of a breach: it stands among the penalties, or says 违反本法规定. It restates the
 * duties that other articles impose, and need not name them.
 */
const isPenal = (edition: Edition, { clauses, divisions }: Article): boolean =>
  divisions.some(({ title }) => /法律责任|罚则|责任追究|^(?:处罚|处分|奖惩)$/.test(title)) ||
  edition.fingerprints(clauses).some(hash => BREACHES.has(hash));

const BREACHES = new Set(
  OWN.filter(law => law !== '').flatMap(law => [`违反${law}规定`, `违反${law}的规定`].map(fingerprintOf)),
);

/** What stands before the number in each way to refer to an article, hashed so far: there are some hundred. */
const BEGUN = OWN.flatMap(law => LEADS.map(lead => hashing(lead + law)));
/** What may stand behind it: as many. */
const CLOSINGS = PARAGRAPHS.flatMap(paragraph => ENDS.map(end => paragraph + end));

/** From both sides, up to behind the number: else every beginning were to be tried with every closing. */
function refersTo(edition: Edition, { clauses }: Article, { number, suffix }: Article): boolean {
  const name = `第${toChinese(number)}条${suffix > 0 ? `之${toChinese(suffix)}` : ''}`;
  const named = new Set(BEGUN.map(begun => hashing(name, begun)));
  return edition.fingerprints(clauses).some(fingerprint => {
    const whole = unfinished(fingerprint);
    return CLOSINGS.some(closing => named.has(hashedBefore(closing, whole)));
  });
}
