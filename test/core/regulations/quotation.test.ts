import assert from 'node:assert/strict';
import type { Passage } from '../../../server/src/core/regulations/passages.js';
import type { Quotation } from '../../../server/src/core/regulations/quotation.js';
import { passageLocator } from '../../../server/src/core/wording.js';
import { analysisOf } from '../../harness/analysis.js';
import { inShort } from '../../harness/facts.js';

const place = (passage: Passage): string => inShort(passageLocator(passage));

/** What a quotation is, in short: the verdict, the words that do not stand there, and where its words stand or stood. */
function told({ verdict, strange, passages, origin }: Quotation, text: string): string {
  return [
    verdict, strange.length > 0 && `“${strange.map(({ start, end }) => text.slice(start, end)).join('|')}”`, passages.map(place).join('+'),
    origin && `was ${place(origin.was)} now ${origin.now ? place(origin.now) : '?'}`,
  ].filter(Boolean).join(' ');
}

const LAW = '《中华人民共和国示例法》';
/** One line a quotation of the text. */
const CASES: Record<string, [text: string, ...told: string[]][]> = {
  exact: [
    [`2015年公布的${LAW}第四条规定：“问卷应当写明用途，回收百分之七十以上。”`, 'exact'],
    [`${LAW}第三条规定：“调查研究应当坚持实事求是。”`, 'exact'],
    [`${LAW}第四条规定：“调查应当深入基层，听取群众意见，不得增加基层负担。”`, 'exact'],
    [`${LAW}第四条规定：“听取群众意见，不得增加基层负担。”`, 'exact'],
    [`${LAW}第四条规定：“调查应当深入基层……不得增加基层负担。”`, 'exact'],
    [`${LAW}第五条第二款规定：“问卷应当写明用途，回收80%以上。”`, 'exact'],
    [`${LAW}第五条规定：“调查可以采取下列方式：（一）座谈；（二）走访；（三）问卷。”`, 'exact'],
    [`${LAW}第三条、第四条规定：“调查研究应当坚持实事求是。”“调查应当深入基层，听取群众意见，不得增加基层负担。”`, 'exact', 'exact'],
    [`${LAW}第三条、第四条规定：“调查研究应当坚持实事求是。调查应当深入基层，听取群众意见，不得增加基层负担。”`, 'exact'],
    [`${LAW}规定：“调查研究应当坚持实事求是。”`, 'exact'],
    [`${LAW}第二章规定：“听取群众意见，不得增加基层负担。”`, 'exact'],
    [`${LAW}第三章第一节规定：“报告应当写明调查的时间、地点和对象。”`, 'exact'],
    ['《中华人民共和国示例法典》第二条规定：“调查研究应当公开。”', 'exact'],
    ['《中华人民共和国示例法典》第二编第一章规定：“座谈应当做好记录。”', 'exact'],
  ],
  'other words': [
    ['《示例问卷管理办法》第二条规定：“问卷应当签名。”', 'differs “问卷应当签名”'],
    [`${LAW}第四条规定：“调查应当深入基层，听取群众意见，采取座谈、走访、问卷等方式。”`, 'differs “采取座谈|走访|问卷等方式” 条4'],
    ['《中华人民共和国示例法典》第二条规定：“调查研究应当保密。”', 'differs “调查研究应当保密”'],
    [`${LAW}第三条规定：“调查研究应当坚持群众路线。”`, 'differs “调查研究应当坚持群众路线”'],
    [`${LAW}第四条规定：“调查应当深入基层，听取专家意见，不得增加基层负担。”`, 'differs “听取专家意见” 条4'],
    [`${LAW}第五条第二款规定：“问卷应当写明用途，回收百分之九十以上。”`, 'differs “回收百分之九十以上” 条5款2'],
    [`${LAW}第四条规定：“不得增加基层负担，听取群众意见。”`, 'differs “不得增加基层负担”'],
    [`${LAW}第三章规定：“调查研究应当坚持群众路线不动摇。”`, 'differs “调查研究应当坚持群众路线不动摇”'],
    [`${LAW}第四条规定的“调查应当深入基层，应当听取专家意见，不得增加基层负担”`, 'differs “应当听取专家意见” 条4'],
    [`${LAW}第二条第一款、第三条规定：“调查研究应当坚持群众路线，实行责任制。”`, 'differs “调查研究应当坚持群众路线|实行责任制”'],
    [`${LAW}第八条规定：“审核报告，应当包括下列内容：合计是否相等。”`, 'differs “合计是否相等” 条8'],
  ],
  elsewhere: [
    [`${LAW}第三条、第四条规定：“报告应当写明调查的时间、地点和对象。”`, 'elsewhere “报告应当写明调查的时间|地点和对象” 条7'],
    [`${LAW}第三条规定：“口径是否一致。”`, 'elsewhere “口径是否一致” 条8项1'],
    [`${LAW}第三条规定：“推算的数据。”`, 'elsewhere “推算的数据” 条6款1项2'],
    [`${LAW}第三章第一节规定：“审核报告，应当包括下列内容。”`, 'elsewhere “审核报告|应当包括下列内容” 条8'],
    [`${LAW}第三章第二节规定：“报告应当写明调查的时间、地点和对象。”`, 'elsewhere “报告应当写明调查的时间|地点和对象” 条7'],
    [`${LAW}第三条规定：“报告应当写明调查的时间、地点和对象。”`, 'elsewhere “报告应当写明调查的时间|地点和对象” 条7'],
    [`${LAW}第五条第一款规定：“问卷应当写明用途，回收百分之八十以上。”`, 'elsewhere “问卷应当写明用途|回收百分之八十以上” 条5款2'],
    [`${LAW}第三章规定：“调查研究应当坚持实事求是。”`, 'elsewhere “调查研究应当坚持实事求是” 条3'],
  ],
  superseded: [
    [`${LAW}第九条规定：“问卷应当写明用途，回收百分之七十以上。”`, 'superseded “问卷应当写明用途|回收百分之七十以上” was 条4款2 now 条5款2'],
    ['《示例问卷管理办法》第四条规定：“问卷保存期限为五年。”', 'superseded “问卷保存期限为五年” was 条3 now ?'],
    [`${LAW}第五条规定：“问卷应当写明用途，回收百分之七十以上。”`, 'superseded “回收百分之七十以上” was 条4款2 now 条5款2'],
    [`${LAW}第四条规定：“问卷应当写明用途，回收百分之七十以上。”`, 'superseded “问卷应当写明用途|回收百分之七十以上” was 条4款2 now 条5款2'],
    ['《中国共产党示例组织工作条例》第四条规定：“党组织每届任期三年。”', 'superseded “党组织每届任期三年” was 条4 now ?'],
    ['《中国共产党示例组织工作条例》第三条规定：“党员三人以上的，成立党组织。”', 'superseded “党员三人以上的|成立党组织” was 条3 now 条4款1'],
    ['《示例问卷管理办法》第二条规定：“发放问卷应当事先征得调查对象同意。”', 'superseded “发放问卷应当事先征得调查对象同意” was 条2 now 条3'],
    ['《示例问卷管理办法》第三条规定：“问卷保存期限为五年。”', 'superseded “问卷保存期限为五年” was 条3 now ?'],
  ],
  'without quotation marks': [
    [`${LAW}第三条规定：调查应当深入基层，听取群众意见，不得增加基层负担。各地要落实。`, 'elsewhere “调查应当深入基层|听取群众意见|不得增加基层负担” 条4'],
    [`${LAW}第四条规定：调查应当深入基层，听取群众意见，不得增加基层负担。`],
    [`${LAW}第三条规定：调查应当深入基层，听取专家意见，不得增加基层负担。`],
    [`${LAW}第三条规定：报告应当写明调查的时间、地点和对象。`],
    [`${LAW}第三条要求：调查应当深入基层，听取群众意见，不得增加基层负担。`, 'elsewhere “调查应当深入基层|听取群众意见|不得增加基层负担” 条4'],
    [`按照${LAW}第三条规定，调查应当深入基层，听取群众意见，不得增加基层负担。`, 'elsewhere “调查应当深入基层|听取群众意见|不得增加基层负担” 条4'],
    [`${LAW}第三条：调查应当深入基层，听取群众意见，不得增加基层负担。`, 'elsewhere “调查应当深入基层|听取群众意见|不得增加基层负担” 条4'],
    [`${LAW}第三条等规定，调查应当深入基层，听取群众意见，不得增加基层负担。`],
    [`按照${LAW}第三条的规定，调查应当深入基层，听取群众意见，不得增加基层负担。`],
    [`违反${LAW}第三条规定，调查应当深入基层，听取群众意见，不得增加基层负担。`],
  ],
  unverifiable: [
    [`${LAW}第四条规定的“深入基层，认真，听取群众意见”`, 'unverifiable'],
    ['《中华人民共和国示例法典》第二条、第五条规定：“座谈应当做好记录。”', 'unverifiable'],
    ['《示例办法》第二条规定：“评估每年进行一次。”', 'unverifiable'],
    ['《中华人民共和国示例法典》第一编规定：“调查研究应当公开。”', 'unverifiable'],
    ['《中华人民共和国示例法典》第五条规定：“座谈应当做好记录。”', 'unverifiable'],
    [`${LAW}第一款规定：“调查研究应当坚持实事求是。”`, 'unverifiable'],
    ['《示例资料管理规定》第二条规定：“资料应当归档。”', 'unverifiable'],
    ['《样本市条例》第二条规定：“资料应当归档。”', 'unverifiable'],
    ['《中华人民共和国示例法典》第五条规定：“调查研究应当保密。”', 'unverifiable'],
    ['《中华人民共和国示例法典》规定：“调查研究应当保密。”', 'unverifiable'],
    [`${LAW}第三条规定的“实事求是”`, 'unverifiable'],
    [`${LAW}第三条规定：“调查研究应当坚持*是。”`, 'unverifiable'],
    [`${LAW}第三条规定：“”`],
    [`${LAW}第四条规定的“基层负担，听取意见”`, 'unverifiable'],
    [`${LAW}第四条规定：“……听取群众意见，不得增加基层……”`, 'unverifiable'],
    [`${LAW}第三条规定：“调查研究应当坚持XX。”`, 'unverifiable'],
  ],
};

describe('a quotation is', () => {
  for (const [group, cases] of Object.entries(CASES)) {
    describe(group, () => {
      for (const [text, ...expected] of cases) {
        it(text, () => assert.deepEqual(analysisOf(text).model.quotations.map(quotation => told(quotation, text)), expected));
      }
    });
  }
});
