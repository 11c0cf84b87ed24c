import assert from 'node:assert/strict';
import { read } from '../../../server/src/core/syntax/document.js';

/** Where a text is cut, shown with ✂. */
const cut = (text: string): string =>
  read(text)
    .chunks.map(({ chunk }) => chunk.text)
    .join('✂');

describe('a text is cut', () => {
  const cases: [what: string, shown: string][] = [
    ['not at all when it is empty', ''],
    ['before a heading', '甲。\n✂# 乙\n丙。\n✂## 丁\n'],
    ['before # without a space, not before an indented one', '甲。\n✂#乙\n  # 丙\n'],
    ['before # with a blank of another kind', '甲。\n✂##　乙\n✂##\u00a0丙'],
    ['at line ends of any kind', '甲。\v✂一、乙\u2028✂## 丙\f\f✂丁'],
    ['not before the number of a page, nor behind it', '甲的\n\n第3页 共12页\n\n乙。\n- 4 -\n\n丙\n\n✂丁。'],
    ['not behind a torn 第', '甲第\n（二）项\n第\n一、二款\n✂（二）乙'],
    ['before a Han character after a blank line', '甲。\n\n✂乙。\n \n✂丙。'],
    ['not before Latin after a blank line', '甲。\n\nabc'],
    ['before an item of a list, not before one inside it', '甲。\n✂- 乙\n  - 丙\n✂- 丁\n\n✂1. 戊\n✂* 己'],
    ['not before a rule, a placeholder or an empty item', '甲。\n---\n*人\n-\n- \n'],
    ['before an ordinal without a blank line', '甲。\n✂一、乙\n✂（一）丙\n✂一是丁。\n✂第一，戊。'],
    ['not before another line without a blank line', '甲。\n乙。'],
    ['not before another line without a blank line, at carriage returns too', '甲。\r\n乙。\r丙。\r\n \r\n✂丁。'],
    ['at carriage returns as at line feeds', '甲。\r\n\r\n✂乙。\r\r✂丙。\r✂一、丁'],
    ['after front matter, not inside it', '---\ntitle: 甲\n# 乙\n---\n✂丙。'],
    ['not inside a fence', '```\n# 甲\n\n乙\n```\n✂# 丙\n'],
    ['not inside a fence of tildes that holds backticks', '~~~\n```\n# 甲\n~~~\n✂# 乙\n'],
    ['not inside a comment', '<!-- 甲\n# 乙\n\n丙 -->\n✂# 丁\n'],
    ['nowhere after a fence that is never closed', '甲。\n\n```\n# 乙\n\n丙\n一、丁\n'],
    [
      'before a title in 《》, a bracket or a quotation mark after a blank line',
      '甲。\n\n✂《乙》\n\n✂（丙）\n\n✂“丁”\n\n✂【戊】',
    ],
  ];
  for (const [what, shown] of cases) {
    it(`${what}: ${JSON.stringify(shown)}`, () => assert.equal(cut(shown.replaceAll('✂', '')), shown));
  }

  it('in pieces that know their places and together are the text', () => {
    const text = '---\na: 1\n---\n# 甲\n\n乙。\n```\n# 丙\n\n丁。\n';
    const { chunks } = read(text);
    assert.equal(chunks.map(({ chunk }) => chunk.text).join(''), text);
    for (const { offset, chunk } of chunks) assert.equal(text.slice(offset, offset + chunk.text.length), chunk.text);
  });

  it('in the same pieces as before where it did not change', () => {
    const before = read('# 甲\n\n乙。\n\n丙。\n');
    const after = read('# 甲\n\n乙改。\n\n丙。\n', before);
    const kept = after.chunks.filter(({ chunk }) => before.chunks.some(old => old.chunk === chunk));
    assert.deepEqual(
      kept.map(({ chunk }) => chunk.text),
      ['# 甲\n\n', '丙。\n'],
    );
  });
});
