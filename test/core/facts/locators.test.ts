import assert from 'node:assert/strict';
import { locatorsAt } from '../../../server/src/core/facts/locators.js';
import { inShort } from '../../harness/facts.js';

/** What is read at the start of the text, in short; ⟧ marks how far. */
const CASES: [text: string, locators: string][] = [
  // One level
  ['第三条⟧', '条3'],
  ['第三十三条⟧规定', '条33'],
  ['第一百二十条⟧', '条120'],
  ['第一千二百六十条⟧', '条1260'],
  ['第12条⟧', '条12'],
  ['第１２条⟧', '条12'],
  ['第 12 条⟧', '条12'],
  ['第　三　条⟧', '条3'],
  ['第二编⟧', '编2'],
  ['第七章⟧的规定', '章7'],
  ['第二节⟧', '节2'],
  ['第二款⟧', '款2'],
  ['第二项⟧', '项2'],
  ['第（二）项⟧', '项2'],
  ['第(2)项⟧', '项2'],
  ['第1目⟧', '目1'],
  // Levels below one another
  ['第七章第三十三条⟧', '章7条33'],
  ['第三编第二章第一节第五条⟧', '编3章2节1条5'],
  ['第三十三条第一款⟧', '条33款1'],
  ['第三十三条第一款第（二）项第3目⟧', '条33款1项2目3'],
  ['第十条第五项⟧', '条10项5'],
  ['第十条（三）项⟧', '条10项3'],
  ['第5条第2款第3项⟧', '条5款2项3'],
  ['第五条 第二款⟧', '条5款2'],
  ['第五条的第二款⟧', '条5款2'],
  ['第五条中第二款⟧', '条5款2'],
  ['第二款所列第1项⟧', '款2项1'],
  ['第二款规定的第三项⟧', '款2项3'],
  // 之一
  ['第一百二十条之一⟧', '条120之1'],
  ['第一百二十条之一第二款⟧', '条120之1款2'],
  ['第120条之2⟧', '条120之2'],
  ['第五条之一、之二⟧', '条5之1 条5之2'],
  ['第五条之一至之三⟧', '条5之1→之3'],
  ['第五条之一至第五条之三⟧', '条5之1→条5之3'],
  ['第二款⟧之一', '款2'],
  // Lists
  ['第一、二款⟧', '款1 款2'],
  ['第一款、第二款⟧', '款1 款2'],
  ['第一款和第三款⟧', '款1 款3'],
  ['第五条、第六条及第八条⟧', '条5 条6 条8'],
  ['第五条第一款、第二款⟧', '条5款1 条5款2'],
  ['第五条第一、三项⟧', '条5项1 条5项3'],
  ['第五条第（一）、（三）项⟧', '条5项1 条5项3'],
  ['第（二）（三）项⟧', '项2 项3'],
  ['第五条第一款第（一）项、第（二）项⟧', '条5款1项1 条5款1项2'],
  ['第五条第一款第一项和第二款⟧', '条5款1项1 条5款2'],
  ['第五条第一款、第六条⟧', '条5款1 条6'],
  ['第七章第三十三条、第三十四条⟧', '章7条33 条34'],
  ['第5、6条⟧', '条5 条6'],
  ['第五条或者第六条⟧', '条5 条6'],
  ['第五条以及第六条⟧', '条5 条6'],
  // Ranges
  ['第四条至第七条⟧', '条4→条7'],
  ['第四至七条⟧', '条4→条7'],
  ['第四条到第七条⟧', '条4→条7'],
  ['第4-7条⟧', '条4→条7'],
  ['第4条—第7条⟧', '条4→条7'],
  ['第4～7条⟧', '条4→条7'],
  ['第（一）至（三）项⟧', '项1→项3'],
  ['第五条第一项至第三项⟧', '条5项1→项3'],
  ['第五条第一款至第三款⟧', '条5款1→款3'],
  ['第四条至第七条、第九条⟧', '条4→条7 条9'],
  ['第四条第二款至第七条⟧', '条4款2→条7'],
  // Where it stops
  ['第三条⟧、五项措施', '条3'],
  ['第三条⟧、第三产业', '条3'],
  ['第三条⟧和有关规定', '条3'],
  ['第三条⟧，第四条', '条3'],
  ['第三条⟧；第四条', '条3'],
  ['第五条第一款⟧第六条', '条5款1'],
];

describe('locatorsAt reads', () => {
  for (const [marked, expected] of CASES) {
    it(`${marked} → ${expected}`, () => {
      const text = marked.replace('⟧', '');
      const read = locatorsAt(text, 0);
      assert.equal(read?.locators.map(inShort).join(' '), expected);
      assert.equal(`${text.slice(0, read.end)}⟧${text.slice(read.end)}`, marked);
    });
  }
});

describe('locatorsAt reads nothing in', () => {
  for (const text of ['', '三条', '第条', '第零条', '第几条', '第*条', '第XX条', '第三产业', '第三', '第三 届', '一、二款', '第甲条', ' 第三条']) {
    it(JSON.stringify(text), () => assert.equal(locatorsAt(text, 0), null));
  }
});

describe('locatorsAt', () => {
  it('gives each locator its own place', () => {
    const text = '第五条第一款、第二款和第七条至第九条';
    const places = locatorsAt(text, 0)!.locators.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(places, ['第五条第一款', '第二款', '第七条至第九条']);
  });

  it('takes the levels above from what was carried over, an article never', () => {
    assert.equal(locatorsAt('第六项、第七项', 0, { article: 5, paragraph: 1 })!.locators.map(inShort).join(' '), '条5款1项6 条5款1项7');
    assert.equal(locatorsAt('第六条', 0, { chapter: 2, article: 5 })!.locators.map(inShort).join(' '), '条6');
  });
});
