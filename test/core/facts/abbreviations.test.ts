import assert from 'node:assert/strict';
import { abbreviationsIn } from '../../../server/src/core/facts/abbreviations.js';
import { factsIn } from '../../harness/facts.js';
import { mark } from '../../harness/marks.js';

describe('an abbreviation is defined', () => {
  const cases: [what: string, marked: string, meanings: string][] = [
    ['in 《》', '《甲工作条例》⟦（以下简称《条例》）⟧规定', '条例 = 甲工作条例'],
    ['in quotation marks', '《甲工作条例》⟦（以下简称“条例”）⟧', '条例 = 甲工作条例'],
    ['bare', '《甲赔偿法》⟦（以下简称国家赔偿法）⟧第三条', '国家赔偿法 = 甲赔偿法'],
    ['with a colon', '《甲工作条例》⟦（以下简称：《条例》）⟧', '条例 = 甲工作条例'],
    ['下称', '《甲工作条例》⟦（下称《条例》）⟧', '条例 = 甲工作条例'],
    ['以下称', '《甲工作条例》⟦（以下称《条例》）⟧', '条例 = 甲工作条例'],
    ['简称为', '《甲工作条例》⟦（以下简称为《条例》）⟧', '条例 = 甲工作条例'],
    ['in half-width brackets', '《甲工作条例》⟦(以下简称《条例》)⟧', '条例 = 甲工作条例'],
    [
      'after a document number inside the brackets',
      '《甲意见》⟦（示发〔2020〕1号，以下简称《意见》）⟧',
      '意见 = 甲意见',
    ],
    [
      'after a document number in brackets of its own',
      '《甲意见》（示发〔2020〕1号）⟦（以下简称《意见》）⟧',
      '意见 = 甲意见',
    ],
    ['of a title with a title inside', '《关于〈甲法〉的解释》⟦（以下简称《解释》）⟧', '解释 = 关于〈甲法〉的解释'],
    [
      'of two titles, each in turn',
      '《甲条例》、《乙办法》⟦（以下分别简称《条例》、《办法》）⟧',
      '条例 = 甲条例; 办法 = 乙办法',
    ],
    [
      'of two titles joined by 和',
      '《甲条例》和《乙办法》⟦（以下分别简称《条例》和《办法》）⟧',
      '条例 = 甲条例; 办法 = 乙办法',
    ],
    [
      'of two titles side by side',
      '《甲条例》《乙办法》⟦（以下分别简称《条例》《办法》）⟧',
      '条例 = 甲条例; 办法 = 乙办法',
    ],
    [
      'of two titles, one with its issuer',
      '《甲条例》和示例市《乙办法》⟦（以下分别简称《条例》《办法》）⟧',
      '条例 = 甲条例; 办法 = 乙办法',
    ],
    ['of what a title is part of', '《甲条例》实施方案⟦（以下简称《方案》）⟧', '方案 = '],
    ['of an office', '示例市委政策研究室⟦（以下简称“市委政研室”）⟧', '市委政研室 = '],
    ['after a number with brackets of its own', '《甲意见》⟦（示发（2020）1号，以下简称《意见》）⟧', '意见 = 甲意见'],
    ['with brackets behind the name', '《甲意见》⟦（以下简称《意见》（试行））⟧', '意见 = 甲意见'],
    [
      'of a title with a title inside in full',
      '《关于《甲法》的解释》⟦（以下简称《解释》）⟧',
      '解释 = 关于《甲法》的解释',
    ],
    ['after a blank', '《甲条例》 ⟦（以下简称《条例》）⟧', '条例 = 甲条例'],
    ['of an office named after a title', '《甲条例》规定，示例委员会⟦（以下简称“委员会”）⟧', '委员会 = '],
    [
      'of more names than titles',
      '《丙法》第三条，《甲条例》、《乙办法》⟦（以下分别简称《丙》、《条例》、《办法》）⟧',
      '丙 = ; 条例 = 甲条例; 办法 = 乙办法',
    ],
    ['not without a name', '《甲工作条例》（以下简称，条例）', ''],
    ['not in other brackets', '《甲工作条例》（2019年修订）规定', ''],
    ['not in words', '以下简称《条例》', ''],
    ['not in code', '`《甲》（以下简称《乙》）`', ''],
  ];
  for (const [what, marked, meanings] of cases) {
    it(`${what}: ${marked}`, () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      const found = factsIn(text, abbreviationsIn);
      assert.equal(mark(text, found), marked);
      assert.equal(found.map(({ name, fullName }) => `${name} = ${fullName}`).join('; '), meanings);
      for (const { name, nameSpan } of found) assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
    });
  }
});
