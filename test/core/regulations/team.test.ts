import assert from 'node:assert/strict';
import { extended } from '../../../server/src/core/regulations/overlay.js';
import { RegulationIndex } from '../../../server/src/core/regulations/regulation-index.js';
import type { EditionRecord, RegulationRecord } from '../../../server/src/core/regulations/records.js';
import { readCanonical, type TeamEdition } from '../../../server/src/core/regulations/team.js';

const TEXT = `---
title: "中华人民共和国示例法"
aliases: ["示例基本法"]
kind: "法律"
edition: 2020-01-02
effective: 2020-03-01
complete: true
---

# 中华人民共和国示例法

2020年1月2日通过

序言的话。

## 第一章 总则

第一条　甲，乙。

另一款：

（一）子；

子续。

（二）丑：

1. 一目；

2. 二目。

## 第二章 附则

第二条　丙。
`;

function team(text: string, file = '示例.md'): TeamEdition {
  const read = readCanonical(file, text);
  assert.ok(!('reason' in read), JSON.stringify(read));
  return read;
}

describe('a text in canonical form', () => {
  it('says what its front matter says', () => {
    const { title, aliases, kind, issuer, date, effective, repealed, file } = team(TEXT);
    assert.deepEqual(
      { title, aliases, kind, issuer, date, effective, repealed, file },
      {
        title: '中华人民共和国示例法',
        aliases: ['示例基本法'],
        kind: '法律',
        issuer: '',
        date: '2020-01-02',
        effective: '2020-03-01',
        repealed: null,
        file: '示例.md',
      },
    );
  });

  for (const [what, text] of [
    ['line feeds', TEXT],
    ['Windows line ends', TEXT.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`keeps its words with their lines: ${what}`, () => {
      const { text: words, record } = team(text).content();
      assert.deepEqual(words, {
        file: '示例.md',
        divisionLines: [16, 32],
        preamble: { line: 14, lines: ['序言的话。'], paragraphs: [{ text: '序言的话。', line: 14, items: [] }] },
        articles: [
          {
            line: 18,
            lines: ['第一条　甲，乙。', '另一款：', '（一）子；', '子续。', '（二）丑：', '1. 一目；', '2. 二目。'],
            paragraphs: [
              { text: '甲，乙。', line: 18, items: [] },
              {
                text: '另一款：',
                line: 20,
                items: [
                  { number: 1, text: '子；\n子续。', line: 22, subitems: [] },
                  {
                    number: 2,
                    text: '丑：',
                    line: 26,
                    subitems: [
                      { text: '一目；', line: 28 },
                      { text: '二目。', line: 30 },
                    ],
                  },
                ],
              },
            ],
          },
          { line: 34, lines: ['第二条　丙。'], paragraphs: [{ text: '丙。', line: 34, items: [] }] },
        ],
      });
      assert.deepEqual(
        [record.articles, record.divisions, record.extent],
        ['#0=1 2,1i2i1s1s1 1', '章1@0总则|章2@1附则', 'text'],
      );
    });
  }

  const REFUSED: [what: string, text: string, reason: RegExp][] = [
    ['no front matter', TEXT.replace(/^---[\s\S]*?---\n/, ''), /no front matter.*regulations import/],
    ['front matter that is no YAML', TEXT.replace('kind: "法律"', 'kind: "法律'), /front matter cannot be read/],
    ['front matter that is a list', '---\n- a\n---\n第一条 甲。\n第二条 乙。', /cannot be read/],
    ['no title', TEXT.replace(/title:.*\n/, ''), /no title/],
    ['a title that is a list', TEXT.replace(/title:.*\n/, 'title: [a]\n'), /no title/],
    ['no edition', TEXT.replace(/edition:.*\n/, ''), /no edition/],
    ['an edition that is unknown', TEXT.replace(/edition:.*\n/, 'edition: unknown\n'), /no edition/],
    [
      'a day that is none',
      TEXT.replace('edition: 2020-01-02', 'edition: 2020-02-30'),
      /edition “2020-02-30” is not a date/,
    ],
    ['an effective day that is none', TEXT.replace('2020-03-01', '三月'), /effective “三月” is not a date/],
    ['no provisions', TEXT.replace(/^第.条　/gm, ''), /no provisions/],
    ['nothing', '', /no front matter/],
  ];
  for (const [what, text, reason] of REFUSED) {
    it(`is not one with ${what}`, () => {
      const read = readCanonical('a.md', text);
      assert.ok('reason' in read);
      assert.match(read.reason.en, reason);
      assert.notEqual(read.reason['zh-CN'], '');
    });
  }
});

const edition = (date: string, more: Partial<EditionRecord> = {}): EditionRecord => ({
  date,
  effective: '',
  extent: 'text',
  form: 'articles',
  divisions: '',
  articles: '1 1 1',
  clauses: 3,
  ...more,
});
const regulation = (title: string, more: Partial<RegulationRecord> = {}): RegulationRecord => ({
  title,
  names: [],
  kind: '法律',
  issuer: '甲',
  editions: [edition('2020-01-02')],
  ...more,
});
function indexOf(...regulations: RegulationRecord[]): RegulationIndex {
  const clauses = regulations.flatMap(it => it.editions).reduce((sum, it) => sum + it.clauses, 0);
  return RegulationIndex.of(
    { version: 1, asOf: '2026-01-01', regulations },
    Uint32Array.from({ length: clauses }, (_, i) => i),
  );
}
const dated = (date: string, more = ''): string =>
  TEXT.replace('edition: 2020-01-02\neffective: 2020-03-01', `edition: ${date}${more}`);

/** title date/effective articles (with * where the words are here); then since when it is repealed. */
const shown = (index: RegulationIndex): string[] =>
  index.regulations.map(it =>
    [
      it.title,
      ...it.editions.map(e => `${e.date}/${e.effective} ${e.articles.length}${e.text ? '*' : ''}`),
      ...(it.repealed ? [`✗${it.repealed.on}`] : []),
    ].join(' '),
  );

describe("a team's texts over the index", () => {
  const CASES: { what: string; base: RegulationRecord[]; texts: string[]; expected: string[] }[] = [
    { what: 'none', base: [regulation('甲法')], texts: [], expected: ['甲法 2020-01-02/ 3'] },
    {
      what: 'the same edition takes the place of the built-in one, and keeps its day of effect when it states none',
      base: [
        regulation('中华人民共和国示例法', {
          editions: [edition('2018-01-01'), edition('2020-01-02', { effective: '2020-02-02' })],
        }),
      ],
      texts: [dated('2020-01-02')],
      expected: ['中华人民共和国示例法 2018-01-01/ 3 2020-01-02/2020-02-02 2*'],
    },
    {
      what: 'an edition known by date alone gets its text',
      base: [
        regulation('中华人民共和国示例法', {
          editions: [edition('2020-01-02', { extent: 'none', articles: '', clauses: 0 })],
        }),
      ],
      texts: [TEXT],
      expected: ['中华人民共和国示例法 2020-01-02/2020-03-01 2*'],
    },
    {
      what: 'another edition goes among the others by its date',
      base: [regulation('中华人民共和国示例法', { editions: [edition('2018-01-01'), edition('2022-01-01')] })],
      texts: [TEXT],
      expected: ['中华人民共和国示例法 2018-01-01/ 3 2020-01-02/2020-03-01 2* 2022-01-01/ 3'],
    },
    {
      what: 'a new regulation',
      base: [regulation('甲法')],
      texts: [TEXT],
      expected: ['甲法 2020-01-02/ 3', '中华人民共和国示例法 2020-01-02/2020-03-01 2*'],
    },
    {
      what: 'two new editions of a new regulation',
      base: [],
      texts: [TEXT, dated('2019')],
      expected: ['中华人民共和国示例法 2019/ 2* 2020-01-02/2020-03-01 2*'],
    },
    {
      what: 'of two of one edition the later',
      base: [],
      texts: [TEXT, TEXT.replace('第二条　丙。', '第二条　丙。\n\n第三条　丁。')],
      expected: ['中华人民共和国示例法 2020-01-02/2020-03-01 3*'],
    },
    {
      what: 'a title that lost its prefix, when the day is that of an edition',
      base: [regulation('中华人民共和国示例法')],
      texts: [TEXT.replace('title: "中华人民共和国', 'title: "')],
      expected: ['中华人民共和国示例法 2020-01-02/2020-03-01 2*'],
    },
    {
      what: 'a like title of another day is another regulation',
      base: [regulation('中华人民共和国示例法')],
      texts: [dated('2021-01-01').replace('title: "中华人民共和国', 'title: "')],
      expected: ['中华人民共和国示例法 2020-01-02/ 3', '示例法 2021-01-01/ 2*'],
    },
    {
      what: 'an old text does not bring back what is repealed, a newer one does',
      base: [
        regulation('中华人民共和国示例法', { repealed: { on: '2020-06-01', by: '乙法' } }),
        regulation('示例旧法', { repealed: { on: '', by: '' } }),
      ],
      texts: [TEXT, TEXT.replace('中华人民共和国示例法', '示例旧法')],
      expected: ['中华人民共和国示例法 2020-01-02/2020-03-01 2* ✗2020-06-01', '示例旧法 2020-01-02/2020-03-01 2* ✗'],
    },
    {
      what: 'a newer text',
      base: [regulation('中华人民共和国示例法', { repealed: { on: '2020-06-01', by: '乙法' } })],
      texts: [dated('2021-01-01')],
      expected: ['中华人民共和国示例法 2020-01-02/ 3 2021-01-01/ 2*'],
    },
    {
      what: 'a text that says it is repealed',
      base: [],
      texts: [dated('2020-01-02', '\nstatus: "已废止"\nsuperseded_by: 2023-01-01')],
      expected: ['中华人民共和国示例法 2020-01-02/ 2* ✗2023-01-01'],
    },
  ];
  for (const { what, base, texts, expected } of CASES) {
    it(what, () => {
      const index = indexOf(...base);
      const before = shown(index);
      const over = extended(
        index,
        texts.map(text => team(text)),
      );
      assert.deepEqual(shown(over), expected);
      assert.deepEqual(shown(index), before);
      for (const { editions, ...it } of over.regulations)
        for (const e of editions) assert.equal(e.regulation.title, it.title);
    });
  }

  it('is found by its title, its short title and its aliases, and so is what was there', () => {
    const over = extended(indexOf(regulation('中华人民共和国示例法', { names: ['旧称法'] }), regulation('甲法')), [
      team(TEXT),
    ]);
    for (const name of ['中华人民共和国示例法', '示例法', '示例基本法', '旧称法'])
      assert.equal(over.find(name)[0]?.editions.at(-1)?.own?.file, '示例.md', name);
    assert.equal(over.find('甲法')[0]?.editions[0]?.own, null);
  });

  it('keeps what it does not touch, and the fingerprints of what it does', () => {
    const index = indexOf(
      regulation('甲法'),
      regulation('中华人民共和国示例法', { editions: [edition('2018-01-01'), edition('2020-01-02')] }),
    );
    const over = extended(index, [team(TEXT)]);
    assert.equal(over.regulations[0], index.regulations[0]);
    const [old, mine] = over.regulations[1]!.editions;
    assert.deepEqual([...old!.fingerprints(old!.article(2)!)], [4]);
    assert.equal(mine!.fingerprints(mine!.article(1)!).length, 8);
  });

  it('reads no article until it is asked for', () => {
    let asked = 0;
    const lazy: TeamEdition = {
      ...team(TEXT),
      content: () => {
        asked++;
        return team(TEXT).content();
      },
    };
    const [found] = extended(indexOf(), [lazy]).find('示例法');
    assert.equal(found!.inForce('2021-01-01')!.date, '2020-01-02');
    assert.equal(asked, 0);
    assert.equal(found!.editions[0]!.articles.length + found!.editions[0]!.articles.length, 4);
    assert.equal(asked, 1);
  });
});
