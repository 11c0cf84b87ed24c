import assert from 'node:assert/strict';
import { parse } from '../../../server/src/core/syntax/parse.js';

const prose = (source: string): string => parse(source).prose.replaceAll('\0', '·');

describe('of a source, what is not prose is masked', () => {
  const cases: [what: string, source: string, shown: string][] = [
    ['the marks of a heading', '## 一、甲 ##', '···一、甲···'],
    ['the underline of a heading', '甲\n===', '甲\n···'],
    ['a fence with all inside', '```\n*人\n```\n', '···\n··\n···\n'],
    ['code in a line', '见`*人`。', '见····。'],
    ['a comment', '甲<!-- *人 -->乙', '甲···········乙'],
    ['a comment over two lines', '甲<!-- 乙\n丙 -->丁', '甲······\n·····丁'],
    ['but none that its paragraph does not end', '甲<!-- *人\n\n乙 -->', '甲<!-- *人\n\n乙 -->'],
    ['HTML tags, not what stands between them', '甲<b>乙</b>丙', '甲···乙····丙'],
    ['the address of a link, not its words', '见[《甲法》](http://x.cn/a*b)。', '见·《甲法》··················。'],
    ['an address', '见 https://x.cn/*?b=1 。', '见 ·················· 。'],
    ['an address, not the sentence right after it', '见https://x.cn/a。占*%，', '见··············。占*%，'],
    ['an address in the cell of a table', '| http://x.cn|* |\n|---|---|', '| ···········|* |\n·········'],
    ['an address in angle brackets', '见<https://x.cn>。', '见··············。'],
    ['an address after an unclosed bracket', '[见 https://x.cn/* 。', '[见 ·············· 。'],
    ['an image with its words', '![甲*人](a.png)乙', '·············乙'],
    ['the mark of a quotation', '> 甲\n> 乙', '··甲\n··乙'],
    ['the mark of a list item, not a number', '- 甲\n\n1. 乙', '··甲\n\n1. 乙'],
    ['a thematic break', '甲\n\n---\n\n乙', '甲\n\n···\n\n乙'],
    ['the line under the head of a table', '| 甲 | 乙 |\n|---|---|\n| * | 1 |', '| 甲 | 乙 |\n·········\n| * | 1 |'],
    ['front matter', '---\ntitle: 甲\n---\n', '···\n········\n···\n'],
    ['a definition', '[甲]: http://x.cn', '················'],
    ['an escape, not what it escapes', '甲\\*乙', '甲·*乙'],
    ['a character reference', '甲&nbsp;乙', '甲······乙'],
    ['the marks of bold', '**甲**乙', '··甲··乙'],
    ['not a number that is missing', '党员*人，占*%。', '党员*人，占*%。'],
    ['not a line indented by four spaces', '    甲*人', '    甲*人'],
    ['not a single tilde', '1~2人', '1~2人'],
  ];
  for (const [what, source, shown] of cases) {
    it(`${what}: ${JSON.stringify(source)}`, () => {
      assert.equal(prose(source), shown);
      assert.equal(prose(source).length, source.length);
    });
  }
});

describe('the lines of a source', () => {
  const cases: [source: string, lines: string][] = [
    ['# 甲\n乙\n\n丙', 'heading1 text text'],
    ['甲\n---\n', 'heading2'],
    ['甲。\n---\n', 'text'],
    ['甲\n乙\n---\n', 'text heading2'],
    ['甲\n==\n乙', 'heading1 text'],
    ['甲\r\n===\r\n', 'heading1'],
    ['甲\n\n---\n', 'text'],
    ['- 甲\n---\n', 'text'],
    ['> 甲\n> ---\n', 'heading2'],
    ['# 甲\n---\n', 'heading1'],
    ['甲\n***\n', 'text'],
    ['| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n', 'table table'],
    ['- 甲\n- 乙\n', 'text text'],
    ['```\n甲\n```\n', ''],
    ['#甲\n', 'text'],
  ];
  for (const [source, expected] of cases) {
    it(JSON.stringify(source), () => {
      assert.equal(
        parse(source)
          .lines.map(({ kind, depth }) => kind + (depth || ''))
          .join(' '),
        expected,
      );
    });
  }
});

describe('what is left open at the end of a source', () => {
  const cases: [source: string, closing: string | null][] = [
    ['甲', null],
    ['```\n甲', '```'],
    ['```\n甲\n```', null],
    ['~~~~\n甲\n~~~', '~~~~'],
    ['<!-- 甲', '-->'],
    ['<!-- 甲 -->', null],
    ['<div>\n甲', null],
    ['<script>\n甲', '</script>'],
    ['    甲', null],
  ];
  for (const [source, closing] of cases) {
    it(`${JSON.stringify(source)}: ${closing}`, () => {
      const { open } = parse(source);
      assert.equal(open === null, closing === null);
      if (open && closing) assert.match(closing, open);
    });
  }
});
