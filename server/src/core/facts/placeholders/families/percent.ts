import { isEdgeOr, isHan, isHanDigit, isOneOf, lastOf } from '../../../text/characters.js';
import { always, blank, no } from '../clue.js';
import type { Family, Mark } from '../mark.js';

/* Nothing at all is written but the %. */

const STOPS = '，。；';

/** 占, 满意度, 提高到, 由: what a share, or its change, is said by. */
const isBehindShare = (mark: Mark): boolean =>
  isOneOf(mark.left, '率度幅为达至到约近的由从') ||
  mark.follows('share', 'change', 'about', 'bound') ||
  mark.endsWith('完成');
/** The clause ends, or another number follows: 由%提高到. */
const isShareEnd = (mark: Mark): boolean => {
  const change = mark.wordBehind('change');
  return (
    isEdgeOr(mark.right, '，。；、）)的') ||
    mark.precedes('bound') ||
    mark.startsWith('左右', '计提') ||
    (change !== '' && isOneOf(mark.near(change.length + 1), '到至为'))
  );
};

/** 占%: the sign is where its number goes. */
export const PERCENT: Family = {
  form: 'blank',
  chars: '%',
  runs: /%(?<=[\u3400-\u9fff，。；：]%)/g,
  clues: [
    no('behind a numeral', ({ left }) => isHanDigit(left), '三⟦%⟧'),
    no(
      'the head of a column',
      ({ before, right, line }) =>
        !line.hasClauses || (isEdgeOr(right, '|') && before[lastOf(before, '|，。；')] === '|'),
      '占比⟦%⟧',
      '| 街道 | 占比⟦%⟧ | 备注，下同 |',
    ),
    no(
      'the sign itself',
      mark =>
        mark.endsWith('以', '用', '算为', '算成', '单位', '单位为', '单位是', '百分号', '符号') ||
        mark.startsWith('表示', '符号', '号'),
      '表中比重以⟦%⟧表示，保留一位小数。',
      '将数据换算为⟦%⟧后填报。',
    ),
    blank(
      'a share or a change, at the end of its clause',
      mark => isShareEnd(mark) && isBehindShare(mark),
      '本科以上占⟦%⟧，',
      '所占比例为专任教师的⟦%⟧。',
      '满意度由91.4%提高到⟦%⟧，',
      '绿化覆盖率由⟦%⟧提高到45%。',
      '按实际到位资金的⟦%⟧计提。',
    ),
    blank(
      'a share of people, where a clause begins',
      mark => isOneOf(mark.left, '，。；：') && mark.right === '的' && isHan(mark.near(2)),
      '受访者中，⟦%⟧的人认为办事方便。',
    ),
    blank(
      'a share of what stands before it',
      ({ before, right }) => isOneOf(right, STOPS) && /占[\u3400-\u9fff]{1,10}$/.test(before),
      '共计8户，占总户数⟦%⟧。',
    ),
    no('alone', always, '保留⟦%⟧前的一位小数。'),
  ],
};
