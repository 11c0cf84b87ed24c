import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyze, type Context } from '../../server/src/core/analyze.js';
import { read } from '../../server/src/core/syntax/document.js';
import { tidyEdits } from '../../server/src/core/syntax/tidy.js';
import { fingerprints } from '../../server/src/host/fingerprints.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { CONTEXT } from '../harness/analysis.js';
import { applied } from '../harness/edits.js';
import { RESPELLINGS } from '../harness/respellings.js';

const REAL: Context = { ...CONTEXT, index: loadIndex('server/data') };

/** Words as they are read: what is quoted of the text itself may be spelt as the text is. */
const plain = (words: string): string =>
  words.normalize('NFKC').replace(/[\s\u00ad\u200b\u2060\ufeff*_\\]|<[^>]*>/g, '');

/** All a text is understood to say, free of where. */
function said(text: string, context: Context): Record<string, unknown> {
  const { model, findings } = analyze(text, context);
  const name = fingerprints(model);
  return {
    genre: model.genre.isReport,
    sections: model.sections.map(({ level, number, title, role }) => [level, number, title, role]),
    points: model.points.map(({ form, number, title }) => [form, number, plain(title)]),
    placeholders: model.placeholders.map(({ kind, key, unit }) => [kind, key, unit]),
    figures: model.figures.map(({ role, value, unit, isApproximate, label }) => [
      role,
      value,
      unit,
      isApproximate,
      plain(label),
    ]),
    relations: [model.sums, model.shares, model.changes, model.bandPartitions].map(({ length }) => length),
    abbreviations: model.abbreviations.map(({ name, fullName }) => [name, fullName]),
    citations: model.citations.map(({ name, nameKind, locators, edition, denotes, quoteVerdict }) => [
      name,
      nameKind,
      locators.map(({ start: _start, end: _end, ...locator }) => locator),
      edition,
      denotes.verdict,
      quoteVerdict,
    ]),
    quotations: model.quotations.map(({ verdict }) => verdict),
    // That it was wrapped is said of a wrapped text alone.
    findings: findings
      .filter(({ rule }) => rule !== 'text-wrapped')
      .map(finding => `${finding.rule} ${plain(finding.message.en).replace(/\d+/g, '')} ${name(finding)}`)
      .sort(),
  };
}

/** `text` in every respelling says what it says. */
function assertAlike(text: string, context: Context): void {
  const own = said(text, context);
  for (const { name, of } of RESPELLINGS) {
    const respelt = of(text);
    if (respelt === text) continue;
    assert.deepEqual(said(respelt, context), own, name);
    const tidy = applied(respelt, tidyEdits(read(respelt)));
    if (tidy !== respelt) assert.deepEqual(said(tidy, context), own, `${name}, tidied`);
  }
}

describe('law 10: a text means the same however it arrives', () => {
  for (const sample of readdirSync('samples').sort())
    it(sample, () => assertAlike(readFileSync(`samples/${sample}`, 'utf8'), REAL));

  it('a real draft', function () {
    const draft = '../shared/cases/党务干部调研报告.txt';
    if (!existsSync(draft)) this.skip();
    assertAlike(readFileSync(draft, 'utf8'), REAL);
  });

  it('a report put together at random', () => {
    const sentence = fc.constantFrom(
      '全市共有基层党组织120个，党员3,260名，其中女党员1,204名，占36.9%。',
      '按照《中华人民共和国示例法》（以下简称《示例法》）第三条第一款的规定，各县区普遍建立了工作台账。',
      '《示例法》第五条第（二）项规定：“调查研究应当坚持实事求是。”有的单位对此重视不够，没有落实到位。',
      '《示例评估办法》第二条、第四条至第六条和《示例资料管理规定》第二条对此作了明确，但执行还不到位。',
      '截至20XX年X月，累计走访企业*户，收集意见建议____条，办结率为*%。',
      '比上年增加120件，增长25%，群众满意度由81.5%提高到93.2%，提高11.7个百分点。',
      '一是思想认识不到位，二是工作力量不足，三是经费保障不够，影响了各项工作的推进。',
      '2024年投入资金1.2亿元，2025年投入资金1.5亿元，完成项目【项目名称】的建设任务。',
    );
    const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map(sentences => sentences.join(''));
    const part = (title: string): fc.Arbitrary<string> =>
      fc.array(paragraph, { minLength: 1, maxLength: 3 }).map(all => `${title}\n\n${all.join('\n\n')}\n\n`);
    const report = fc
      .tuple(
        part('# 关于示例工作的调研报告'),
        part('## 一、基本情况'),
        part('## 二、存在的问题'),
        part('## 三、对策建议'),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(report, source => assertAlike(source, CONTEXT)),
      { numRuns: 12 },
    );
  });
});
