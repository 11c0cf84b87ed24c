import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importText } from '../../../../server/src/core/regulations/text/recognise.js';
import { joinParts } from '../../../../server/src/core/regulations/text/parts.js';

const found = (text: string, stem = '无题', folders: readonly string[] = []) => ({
  stem,
  name: `${stem}.txt`,
  folders,
  text,
});

/**
 * title | edition | effective | kind | issuer, then the body of the canonical text, headings and paragraphs joined by
 * ¶.
 */
function understood(text: string, stem?: string, folders?: readonly string[]): string[] {
  const result = importText(found(text, stem, folders));
  if ('reason' in result) return [result.reason.en];
  const { title, date, effective, kind, issuer } = result.edition;
  const body = result.canonical
    .replace(/^---\n[\s\S]*?\n---\n\n/, '')
    .trimEnd()
    .split('\n\n')
    .slice(1);
  return [[title, date, effective, kind, issuer].join('|'), body.join('¶')];
}

const TWO = '第一条　甲。\n第二条　乙。';
const CASES: { what: string; text: string; stem?: string; folders?: string[]; expected: string[] }[] = [
  {
    what: 'an official Word text: title, dates, contents, chapters without #',
    text: '示例条例\n（2020年1月2日示例市第一届人民代表大会常务委员会第三次会议通过）\n目　　录\n第一章　总　则\n第二章　附　则\n第一章　总　则\n第一条　甲。\n第二章　附　则\n第二条　本条例自2020年3月1日起施行。',
    expected: [
      '示例条例|2020-01-02|2020-03-01|地方性法规|',
      '（2020年1月2日示例市第一届人民代表大会常务委员会第三次会议通过）¶## 第一章 总则¶第一条　甲。¶## 第二章 附则¶第二条　本条例自2020年3月1日起施行。',
    ],
  },
  {
    what: 'contents with dots and page numbers, and a preamble',
    text: '示例法\n（2020年1月2日通过）\n目录\n序言\n第一章 总则……1\n第二章 附则 …… 12\n序　言\n序。\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。',
    expected: [
      '示例法|2020-01-02|||',
      '（2020年1月2日通过）¶## 序　言¶序。¶## 第一章 总则¶第一条　甲。¶## 第二章 附则¶第二条　乙。',
    ],
  },
  {
    what: 'an order that publishes it: its dates, not the day from which it applies',
    text: '中华人民共和国国务院令\n第700号\n《示例条例》已经2020年1月2日国务院第3次常务会议通过，现予公布，自2020年5月1日起施行。\n总理　某某\n2020年2月3日\n示例条例\n第一章 总则\n第一条 甲。\n第二条 乙。',
    expected: ['示例条例|2020-02-03|2020-05-01|行政法规|国务院', '## 第一章 总则¶第一条　甲。¶第二条　乙。'],
  },
  {
    what: 'a title on two lines below its issuer',
    text: '最高人民法院\n关于审理示例案件若干问题的解释\n（2020年1月2日最高人民法院审判委员会第1次会议通过，自2020年2月1日起施行）\n第一条 甲。\n第二条 乙。',
    expected: [
      '最高人民法院关于审理示例案件若干问题的解释|2020-01-02|2020-02-01|司法解释|最高人民法院',
      '（2020年1月2日最高人民法院审判委员会第1次会议通过，自2020年2月1日起施行）¶第一条　甲。¶第二条　乙。',
    ],
  },
  {
    what: 'a date in Chinese numerals, a news report before the title',
    text: '近日，中共中央印发了修订后的《中国共产党示例条例》，并发出通知。\n中国共产党示例条例\n（二〇二三年十二月十九日中共中央发布）\n第一条 甲。\n第二条 乙。',
    expected: [
      '中国共产党示例条例|2023-12-19||党内法规|中共中央',
      '（二〇二三年十二月十九日中共中央发布）¶第一条　甲。¶第二条　乙。',
    ],
  },
  {
    what: 'articles set without a space, and a sentence that cites the next one',
    text: '示例办法\n（2020年1月2日发布）\n第一条为了示例。\n第二条规定的除外。\n第二条本办法有下列：\n（一）甲；\n（二）乙。',
    expected: [
      '示例办法|2020-01-02|||',
      '（2020年1月2日发布）¶第一条　为了示例。¶第二条规定的除外。¶第二条　本办法有下列：¶（一）甲；¶（二）乙。',
    ],
  },
  {
    what: 'a sentence that begins with a chapter is no heading',
    text: '示例办法\n（2020年1月2日发布）\n第一章 总则\n第一条 甲。\n第二章规定的\n第二条 乙。',
    expected: ['示例办法|2020-01-02|||', '（2020年1月2日发布）¶## 第一章 总则¶第一条　甲。¶第二章规定的¶第二条　乙。'],
  },
  {
    what: 'points instead of articles, also as headings',
    text: '# 关于示例的意见\n\n2020年1月2日 印发\n\n<!-- INFO END -->\n\n现提出意见。\n\n## 一、甲\n\n乙。\n\n## 二、丙\n\n丁。',
    expected: ['关于示例的意见|2020-01-02|||', '2020年1月2日 印发¶现提出意见。¶一、甲¶乙。¶二、丙¶丁。'],
  },
  {
    what: 'the file name of a public collection, whose folder tells the kind',
    text: `# 示例规定\n\n<!-- INFO END -->\n\n${TWO}`,
    stem: '示例规定(2020-01-02)',
    folders: ['甲', '行政法规'],
    expected: ['示例规定|2020-01-02||行政法规|国务院', TWO.replace('\n', '¶')],
  },
  {
    what: 'the file name of a download, and the title from it',
    text: TWO,
    stem: '示例条例_20200102',
    expected: ['示例条例|2020-01-02|||', TWO.replace('\n', '¶')],
  },
  {
    what: 'parts, chapters and sections by their depth',
    text: '# 示例法\n2020年1月2日通过\n## 第一编 甲\n## 第一章 乙\n### 第一节 丙\n第一条 甲。\n## 第二编 丁\n## 附则\n第二条 乙。',
    expected: [
      '示例法|2020-01-02|||',
      '2020年1月2日通过¶## 第一编 甲¶### 第一章 乙¶#### 第一节 丙¶第一条　甲。¶## 第二编 丁¶## 附则¶第二条　乙。',
    ],
  },
  {
    what: 'quoted headings of an amendment stay words',
    text: '# 示例法修正案\n2020年1月2日通过\n第一条 增加一章：\n“第三章　新章\n第二条 乙。\n第五章　旧章\n第三条 丙。',
    expected: [
      '示例法修正案|2020-01-02|||',
      '2020年1月2日通过¶第一条　增加一章：¶“第三章　新章¶第二条　乙。¶第五章　旧章¶第三条　丙。',
    ],
  },
  {
    what: 'opening words that look like a dated line: a comment marks where they begin',
    text: '# 示例条例\n2020年1月2日 通过\n<!-- INFO END -->\n为了示例\n第一条 甲。\n第二条 乙。',
    expected: ['示例条例|2020-01-02|||', '2020年1月2日 通过¶<!-- INFO END -->¶为了示例¶第一条　甲。¶第二条　乙。'],
  },
  {
    what: 'no provisions',
    text: '示例通知\n2020年1月2日发布\n甲。\n乙。',
    expected: ['no provisions were recognised (lines that begin with 第一条 or 一、)'],
  },
  {
    what: 'no date',
    text: `示例条例\n${TWO}`,
    expected: ['no edition date was found (the day of adoption, amendment or issue); name it with --edition'],
  },
  {
    what: 'the day a page was put on the web is no edition',
    text: `示例条例\n发布时间：2020年1月2日\n${TWO}`,
    expected: ['no edition date was found (the day of adoption, amendment or issue); name it with --edition'],
  },
  { what: 'no title', text: TWO, stem: '新建文档(2020-01-02)', expected: ['no title was recognised'] },
  {
    what: 'a part of a law',
    text: `# 第一编 总则\n2020年1月2日通过\n${TWO}`,
    expected: ['only a part of a regulation (第一编总则); put its parts into one file'],
  },
  { what: 'nothing', text: '', expected: ['no title was recognised'] },
];

describe('importing a text', () => {
  for (const { what, text, stem, folders, expected } of CASES)
    it(what, () => assert.deepEqual(understood(text, stem, folders), expected));

  it('takes the edition that is chosen, whatever the text says', () => {
    const result = importText(found(`示例条例\n2020年1月2日通过\n${TWO}`), '2021-05');
    assert.ok(!('reason' in result));
    assert.equal(result.edition.date, '2021-05');
    assert.match(result.canonical, /^edition: 2021-05$/m);
  });

  it('tells missing numbers and repeats of the numbering', () => {
    const result = importText(
      found('示例条例\n2020年1月2日通过\n第一条 甲。\n第三条 丙。\n第一条 引文。\n第七条 庚。'),
    );
    assert.ok(!('reason' in result));
    assert.deepEqual(
      [result.missingNumbers, result.repeats, result.content.record.extent, result.content.record.lost],
      [[2, 4, 5, 6], [1], 'partial', '2,4-6,8-'],
    );
    assert.match(result.canonical, /^complete: false$/m);
  });

  it('makes one text of a law that is split by its parts', () => {
    const part = (name: string, body: string) =>
      found(`# 示例法典\n\n# ${name}\n\n2020年1月2日 通过\n\n<!-- INFO END -->\n\n${body}`, name, ['示例法典']);
    const texts = [
      part('附则', '第四条 丁。'),
      part('物权编', '## 第一章 甲\n第二条 乙。\n第三条 丙。'),
      part('总则', '第一条 甲。'),
      found('别的', '别的', ['示例法典']),
    ];
    const [law, other, ...none] = joinParts(texts);
    assert.deepEqual([law!.from, other!.from, none], [[0, 1, 2], [3], []]);
    const result = importText(law!.found);
    assert.ok(!('reason' in result));
    assert.equal(result.content.record.divisions, '编1@0总则|编2@1物权|章1@1甲|编0@3附则');
    assert.equal(result.edition.title, '示例法典');
    // A part is missing: nothing is put together.
    assert.equal(joinParts(texts.slice(0, 2)).length, 2);
  });
});

/** Lines that texts are made of, and lines that look like them. */
const LINE = fc.oneof(
  fc.constantFrom(
    '# 示例条例',
    '示例条例',
    '（2020年1月2日通过）',
    '2020年1月2日 公布',
    '目录',
    '第一章　总　则',
    '第二章 附则',
    '## 第一编 甲',
    '### 第一节 乙',
    '附则',
    '## 附件',
    '附件：表',
    '| 甲 | 乙 |',
    '<br>',
    '---',
    '一、甲',
    '## 二、乙',
    '三、丙',
    '（一）甲；',
    '(二) 乙。',
    '（三）丙。',
    '1. 一目；',
    '（1）目。',
    '**第一条**　甲。',
    '第二条 乙。',
    '第三条丙。',
    '第三条规定的。',
    '第三条之一 丁。',
    '第五条 【题】戊。',
    '第二条 又。',
    '甲〔…〕',
    '甲，乙；丙。',
    '\u200b',
    '\\# 甲',
    '“第九条 引。',
    '<!-- INFO END -->',
    '',
  ),
  fc.integer({ min: 1, max: 12 }).map(n => `第${'零一二三四五六七八九十'[n] ?? '十'}条 文${n}。`),
  fc.string({ maxLength: 6 }),
);

describe('whatever is imported', () => {
  it('is, imported again, the same bytes with the same records', () => {
    fc.assert(
      fc.property(
        fc.array(LINE, { maxLength: 30 }),
        fc.constantFrom('示例法(2020-01-02)', '示例法修正案(2020-01-02)'),
        (lines, stem) => {
          const first = importText(found(lines.join('\n'), stem));
          if ('reason' in first) return;
          const again = importText(found(first.canonical, '别名'));
          assert.ok(!('reason' in again));
          assert.equal(again.canonical, first.canonical);
          assert.deepEqual(again.content.record, first.content.record);
          assert.deepEqual(again.content.fingerprints, first.content.fingerprints);
          assert.equal(
            first.content.text!.divisionLines.length,
            first.content.record.divisions === '' ? 0 : first.content.record.divisions.split('|').length,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('could be written in canonical form', () => {
    fc.assert(
      fc.property(fc.array(LINE, { maxLength: 30 }), lines => {
        const result = importText(found(lines.join('\n'), '示例法(2020-01-02)'));
        assert.ok(!('reason' in result) || !result.reason.en.includes('please report'), JSON.stringify(lines));
      }),
      { numRuns: 2000 },
    );
  });
});
