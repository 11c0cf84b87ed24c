import assert from 'node:assert/strict';
import { analyze } from '../../server/src/core/analyze.js';
import type { Locale } from '../../server/src/core/message.js';
import { hover } from '../../server/src/features/hover.js';
import { cursor } from './marks.js';
import { SAMPLE_INDEX } from './sample-index.js';

const hovered = (source: string, locale: Locale, isBesideFindings = false): string[] | null => {
  const { text, offset } = cursor(source);
  const found = hover(analyze(text, { index: SAMPLE_INDEX, settings: { rules: {} } }), offset, null, isBesideFindings);
  return (
    found && [
      text.slice(found.start, found.end),
      found.title[locale],
      ...found.rows.map(({ label, value }) => `${label[locale]}：${value[locale]}`),
    ]
  );
};

const OF_REGULATION = ['类别：党内法规', '制定机关：中共中央', '核对版本：2019年12月30日版本（自2020年1月1日起施行）'];
const TITLE = '《中国共产党样例工作条例》';

/** A text with the cursor; the hovered words, the title, and the rows. */
const ROWS: readonly (readonly [source: string, expected: readonly string[] | null])[] = [
  [
    '按照‸《中国共产党样例工作条例》第二条第二款第（一）项规定，',
    [
      '《中国共产党样例工作条例》第二条第二款第（一）项',
      TITLE,
      ...OF_REGULATION,
      '所在位置：第一章“总则”',
      '第二条：共2款，其中第二款分2项',
      '核对结论：仅条文存在',
    ],
  ],
  [
    '按照《中国共产党样例工作条例》第三‸条规定，',
    [
      '《中国共产党样例工作条例》第三条',
      TITLE,
      ...OF_REGULATION,
      '所在位置：第二章“职责”',
      '第三条：共1款，未分项',
      '核对结论：仅条文存在',
    ],
  ],
  [
    '按照《样例条例》第九‸条规定，',
    ['《样例条例》第九条', TITLE, ...OF_REGULATION, '核对结论：不存在（第九条不存在，现有第一条至第四条）'],
  ],
  [
    '按照《中国共产党样例工作条例》第二条第五‸款规定，',
    [
      '《中国共产党样例工作条例》第二条第五款',
      TITLE,
      ...OF_REGULATION,
      '所在位置：第一章“总则”',
      '第二条：共2款，其中第二款分2项',
      '核对结论：不存在（第二条第五款不存在，现有第一款至第二款）',
    ],
  ],
  [
    '按照《中国共产党样例工作条例》第一章第三‸条规定，',
    [
      '《中国共产党样例工作条例》第一章第三条',
      TITLE,
      ...OF_REGULATION,
      '第三条：共1款，未分项',
      '核对结论：位置不符（第三条实际位于第二章“职责”）',
    ],
  ],
  [
    '按照《中国共产党样例工作条例》第一条、第九‸条规定，',
    [
      '《中国共产党样例工作条例》第一条、第九条',
      TITLE,
      ...OF_REGULATION,
      '核对结论：不存在（第九条不存在，现有第一条至第四条）',
    ],
  ],
  [
    '根据‸《某某省无名条例》第三条规定，',
    ['《某某省无名条例》第三条', '《某某省无名条例》', '核对结论：无法核验（法规数据未收录该文件）'],
  ],
  [
    '按照《中国共产党样例工作条例》（以下简称‸《条例》）的要求，',
    ['《中国共产党样例工作条例》（以下简称《条例》）', TITLE, ...OF_REGULATION, '核对结论：仅核名称'],
  ],
  [
    '按照《中国共产党样例工作条例》（以下简称《条例》）的要求，落实‸《条例》第一条规定。',
    [
      '《条例》第一条',
      TITLE,
      '简称：《条例》（第1行约定）',
      ...OF_REGULATION,
      '所在位置：第一章“总则”',
      '第一条：共1款，未分项',
      '核对结论：仅条文存在',
    ],
  ],
  ['市委办公室（以下简称‸“市委办”）牵头。', ['（以下简称“市委办”）', '简称“市委办”']],
  ['共有党员‸*人。', ['*', '待填空缺', '数据项：党员数', '缺少：数字（人）']],
  ['这里‸没有什么。', null],
];

describe('hover', () => {
  for (const [source, expected] of ROWS) it(source, () => assert.deepEqual(hovered(source, 'zh-CN'), expected));

  it('speaks English', () => {
    assert.deepEqual(hovered('按照《中国共产党样例工作条例》第二条第五‸款规定，', 'en')?.slice(-3), [
      'Place：Chapter 1 (总则)',
      'Article 2：2 paragraphs; paragraph 2 has 2 items',
      'Verdict：absent (there is no Article 2, paragraph 5; paragraph 1 to paragraph 2 exist)',
    ]);
  });

  it('does not say again what a finding beside it says, and says all else', () => {
    const found = (source: string): string[] | null => hovered(source, 'zh-CN', true);
    const isJudged = (rows: readonly string[] | null): boolean => rows!.some(it => it.startsWith('核对结论：'));
    for (const source of [
      '按照《中国共产党样例工作条例》第一章第三‸条规定，',
      '按照《样例条例》第九‸条规定，',
      '按照《中国共产党样例工作条例》第二条第五‸款规定，',
    ]) {
      assert.deepEqual(
        found(source),
        hovered(source, 'zh-CN')!.filter(it => !it.startsWith('核对结论：')),
      );
      assert.ok(isJudged(hovered(source, 'zh-CN')));
    }
    // Nor what is said of the quotation from it, which VS Code shows with it.
    const quoted = '按照《中国共产党样例工作条例》第一章第三‸条规定：“完全不是这样写的内容”。';
    assert.ok(hovered(quoted, 'zh-CN')!.some(it => it.startsWith('引文：')));
    assert.ok(!found(quoted)!.some(it => it.startsWith('引文：')));
    // No finding stands there: it is said here, or nowhere.
    assert.ok(isJudged(found('按照《中国共产党样例工作条例》第三‸条规定，')));
    assert.ok(isJudged(found('按照‸《中国共产党样例工作条例》第一章第三条规定，')));
  });

  it('tells when a regulation was repealed', () => {
    assert.ok(
      hovered('依据‸《样例废止办法》第三条规定，', 'zh-CN')?.includes(
        '废止情况：自2021年5月1日起废止，由《样例决定》代替',
      ),
    );
  });
});
