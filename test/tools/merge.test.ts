import assert from 'node:assert/strict';
import type { RawText } from '../../server/tools/collections.js';
import { addKnownEditions, partyRepeals } from '../../server/tools/histories.js';
import { measure } from '../../server/tools/measure.js';
import { mergeCopies } from '../../server/tools/merge.js';
import { applyRepeals, repealsOf } from '../../server/tools/repeals.js';

/** A copy as lawrefbook has it, unless `more` says otherwise. */
const raw = (stem: string, text: string, more: Partial<RawText> = {}): RawText => ({
  collection: 'lawrefbook',
  source: `${stem}.md`,
  stem,
  folders: ['行政法规'],
  front: {},
  version: null,
  text,
  ...more,
});
const law = (title: string, dates: string, body: string): string =>
  `# ${title}\n\n${dates}\n\n<!-- INFO END -->\n\n${body}`;
const ARTICLES = '第一条 甲规定，乙。\n第二条 丙规定，丁。';

/** Two articles of 41 clauses. */
const LONG = `第一条 甲。\n第二条 ${Array.from({ length: 40 }, (_, i) => `规定${i}，`).join('')}`;

/** title date/effective extent lost cut — one line an edition; then what repealed the regulation. */
function built(texts: RawText[]): string[] {
  const copies = texts.map(measure);
  const drafts = mergeCopies(copies);
  applyRepeals(drafts, [...copies.flatMap(repealsOf), ...partyRepeals(drafts, copies)]);
  return drafts
    .flatMap(({ title, editions, repealed }) =>
      editions.map(({ record }) =>
        [
          title,
          `${record.date}/${record.effective}`,
          record.extent,
          ...(record.lost ? [`lost ${record.lost}`] : []),
          ...(record.cut ? [`cut ${record.cut}`] : []),
          ...(repealed ? [`✗ ${repealed.on} ${repealed.by}`] : []),
        ].join(' '),
      ),
    )
    .sort();
}

const CASES: { what: string; texts: RawText[]; expected: string[] }[] = [
  {
    what: 'two copies of one day are one edition, the complete one taken',
    texts: [
      raw('示例条例(2020-01-01)', law('示例条例', '', '第一条 甲。\n第三条 丙。')),
      raw('示例条例(2020-01-01)', law('示例条例', '', '第一条 甲。\n第二条 乙。\n第三条 丙。'), { source: 'b.md' }),
    ],
    expected: ['示例条例 2020-01-01/ text'],
  },
  {
    what: 'one text under its day of adoption and its day of entry into force is one edition',
    texts: [
      raw('示例条例(2020-01-01)', law('示例条例', '', ARTICLES)),
      raw('示例条例(2020-02-15)', law('示例条例', '', ARTICLES)),
    ],
    expected: ['示例条例 2020-01-01/2020-02-15 text'],
  },
  {
    what: 'a text whose title lost its issuer joins the one that has it, when the words are the same',
    texts: [
      raw('关于甲案的规定(2020-01-01)', law('关于甲案的规定', '', ARTICLES)),
      raw('最高人民法院关于甲案的规定(2020-01-01)', law('最高人民法院关于甲案的规定', '', ARTICLES)),
      raw('关于乙案的规定(2020-01-01)', law('关于乙案的规定', '', ARTICLES)),
      raw('最高人民法院关于乙案的规定(2010-01-01)', law('最高人民法院关于乙案的规定', '', '第一条 子。\n第二条 丑。')),
    ],
    expected: [
      '关于乙案的规定 2020-01-01/ text',
      '最高人民法院关于乙案的规定 2010-01-01/ text',
      '最高人民法院关于甲案的规定 2020-01-01/ text',
    ],
  },
  {
    what: 'the same words a year apart are one edition; almost the same are two, for an amendment may change one clause',
    texts: [
      raw('示例条例(2020-01-01)', law('示例条例', '', LONG)),
      raw('示例条例(2021-03-01)', law('示例条例', '', LONG)),
      raw('样本条例(2020-01-01)', law('样本条例', '', LONG)),
      raw('样本条例(2021-03-01)', law('样本条例', '', `${LONG}另一，`)),
      raw('别的条例(2020-01-01)', law('别的条例', '', LONG)),
      raw('别的条例(2020-01-31)', law('别的条例', '', `${LONG}另一，`)),
    ],
    expected: [
      '别的条例 2020-01-01/2020-01-31 text',
      '样本条例 2020-01-01/ text',
      '样本条例 2021-03-01/ text',
      '示例条例 2020-01-01/2021-03-01 text',
    ],
  },
  {
    what: 'two days and other words are two editions',
    texts: [
      raw('示例条例(2020-01-01)', law('示例条例', '', ARTICLES)),
      raw('示例条例(2020-02-15)', law('示例条例', '', '第一条 另一规定。\n第二条 再一规定。')),
    ],
    expected: ['示例条例 2020-01-01/ text', '示例条例 2020-02-15/ text'],
  },
  {
    what: 'a title with （2013年修正） or other brackets is the same title',
    texts: [
      raw('a', law('关于《样本法》的办法（2013年修正）', '2013年1月1日 公布', ARTICLES)),
      raw('b', law('关于〈样本法〉的办法', '2020年1月1日 公布', '第一条 子。\n第二条 丑。')),
    ],
    expected: ['关于〈样本法〉的办法 2013-01-01/ text', '关于〈样本法〉的办法 2020-01-01/ text'],
  },
  {
    what: "the closing article of an amended text states the day of its first edition: not this one's",
    texts: [
      raw(
        '示例条例(2020-01-01)',
        law('示例条例', '1990年3月1日 公布\n2020年1月1日 修订', '第一条 甲。\n第二条 本条例自1990年5月1日起施行。'),
      ),
      raw(
        '样本条例(2020-01-01)',
        law('样本条例', '2020年1月1日 公布', '第一条 甲。\n第二条 本条例自2020年5月1日起施行。'),
      ),
    ],
    expected: ['样本条例 2020-01-01/2020-05-01 text', '示例条例 2020-01-01/ text'],
  },
  {
    what: 'a lost article makes the text partial',
    texts: [raw('示例条例(2020-01-01)', law('示例条例', '', '第一条 甲。\n第四条 丁。\n第五条 戊。\n第六条 己。'))],
    expected: ['示例条例 2020-01-01/ partial lost 2-3'],
  },
  {
    what: 'a text that cites an article of its own after its last breaks off',
    texts: [raw('示例条例(2020-01-01)', law('示例条例', '', '第一条 甲。\n第二条 依照本条例第九条的规定办理。'))],
    expected: ['示例条例 2020-01-01/ partial lost 3-'],
  },
  {
    what: 'known and partial articles from the front matter; the end is lost when the last breaks off',
    texts: [
      raw('示例条例(2010-06-04)', '# 中国共产党示例条例\n\n（2010年6月4日）\n\n第一条　甲。\n\n第三条　丙〔…〕', {
        collection: 'party',
        front: { title: '中国共产党示例条例', edition: '2010-06-04', complete: false, partial_articles: [3] },
      }),
    ],
    expected: ['中国共产党示例条例 2010-06-04/ partial lost 2,4- cut 3'],
  },
  {
    what: "a repeal counts from the repealing text's first day, also when that was amended since",
    texts: [
      raw(
        '新例法(2020-01-01)',
        law(
          '新例法',
          '1995年2月28日 通过\n2020年1月1日 修正',
          '第一条 甲。\n第二条 本法自公布之日起施行。1957年6月25日公布的《旧例条例》同时废止。',
        ),
      ),
    ],
    expected: ['新例法 2020-01-01/ text', '旧例条例 1957-06-25/ none ✗ 1995-02-28 新例法'],
  },
  {
    what: 'a decision that only repeals puts nothing in the place of what it repeals',
    texts: [
      raw(
        '关于废止部分条例的决定(2020-01-01)',
        law(
          '关于废止部分条例的决定',
          '2020年1月1日 公布',
          '第一条 甲。\n第二条 本决定自2020年1月1日起施行。《旧例条例》同时废止。',
        ),
      ),
    ],
    expected: ['关于废止部分条例的决定 2020-01-01/2020-01-01 text', '旧例条例 / none ✗ 2020-01-01 '],
  },
  {
    what: 'a text repealed by its own successor is an older edition; a later text of the name survives',
    texts: [
      raw(
        '示例条例(2020-01-01)',
        law('示例条例', '2020年1月1日 公布', '第一条 甲。\n第二条 本条例自2020年1月1日起施行。《示例条例》同时废止。'),
      ),
      raw('样本条例(2021-01-01)', law('样本条例', '2021年1月1日 公布', ARTICLES)),
      raw(
        '别的条例(2010-01-01)',
        law('别的条例', '2010年1月1日 公布', '第一条 甲。\n第二条 本条例自2010年2月1日起施行。《样本条例》同时废止。'),
      ),
    ],
    expected: [
      '别的条例 2010-01-01/2010-02-01 text',
      '样本条例 2021-01-01/ text',
      '示例条例 2020-01-01/2020-01-01 text',
    ],
  },
  {
    what: 'a text that is not in force yet repeals nothing; nor does one that repeals a part',
    texts: [
      raw(
        '将来条例(2026-10-01)',
        law('将来条例', '2026年10月1日 公布', '第一条 甲。\n第二条 本条例自2030年1月1日起施行。《示例条例》同时废止。'),
      ),
      raw('示例条例(2020-01-01)', law('示例条例', '', ARTICLES)),
      raw(
        '部分条例(2021-01-01)',
        law(
          '部分条例',
          '2021年1月1日 公布',
          '第一条 甲。\n第二条 《示例条例》与本条例相抵触的规定同时废止。《示例条例》第二条同时废止。\n部分规定和《示例条例》同时废止。',
        ),
      ),
    ],
    expected: ['将来条例 2026-10-01/2030-01-01 text', '示例条例 2020-01-01/ text', '部分条例 2021-01-01/ text'],
  },
  {
    what: 'a trial version of a party regulation ends when the settled one applies',
    texts: [1, 2].map(n =>
      raw(`p${n}`, '第一条 甲。\n第二条 乙。', {
        collection: 'party',
        front:
          n === 1
            ? { title: '中国共产党样本条例（试行）', kind: '党内法规', edition: '2015-06-11' }
            : { title: '中国共产党样本条例', kind: '党内法规', edition: '2019-04-06', effective: '2019-05-01' },
      }),
    ),
    expected: [
      '中国共产党样本条例 2019-04-06/2019-05-01 text',
      '中国共产党样本条例（试行） 2015-06-11/ text ✗ 2019-05-01 中国共产党样本条例',
    ],
  },
];

describe('copies become regulations', () => {
  for (const { what, texts, expected } of CASES) it(what, () => assert.deepEqual(built(texts), expected.sort()));

  it('an edition known by date alone is added once, and lends its day to the text it is', () => {
    const drafts = mergeCopies([measure(raw('示例条例(2020-01-10)', law('示例条例', '', ARTICLES)))]);
    addKnownEditions(drafts, [
      { title: '示例条例', date: '2020-01-05', effective: '2020-05-01', issued: '' },
      { title: '示例条例', date: '2012-01-01', effective: '', issued: '' },
      { title: '中国共产党样本规定', date: '2016', effective: '', issued: '' },
    ]);
    assert.deepEqual(
      drafts.map(({ title, kind, editions }) => [
        title,
        kind,
        ...editions.map(({ record }) => `${record.date}/${record.effective} ${record.extent}`),
      ]),
      [
        ['示例条例', '行政法规', '2020-01-10/2020-05-01 text', '2012-01-01/ none'],
        ['中国共产党样本规定', '党内法规', '2016/ none'],
      ],
    );
  });
});
