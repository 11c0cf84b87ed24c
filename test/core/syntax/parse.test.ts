import assert from 'node:assert/strict';
import { parse } from '../../../server/src/core/syntax/parse.js';

/** What is read, and of what it is read: a stretch that stands for one character in 〔〕, what is dropped in {}. */
function shown(source: string): string {
  const { reading } = parse(source);
  let out = '';
  let at = 0;
  for (let i = 0; i < reading.text.length; i++) {
    const { start, end } = reading.toSource({ start: i, end: i + 1 });
    if (start > at) out += `{${source.slice(at, start)}}`;
    out += end - start > 1 ? `〔${source.slice(start, end)}〕` : reading.text[i];
    at = end;
  }
  return at < source.length ? `${out}{${source.slice(at)}}` : out;
}

describe('of a source, what is not read is dropped', () => {
  const cases: [what: string, source: string, read: string, shown?: string][] = [
    ['the marks of a heading', '## 一、甲 ##', '一、甲', '{## }一、甲{ ##}'],
    ['the underline of a heading', '甲\n===', '甲\n', '甲\n{===}'],
    ['a fence with all inside', '```\n*人\n```\n', '￼\n'],
    ['code in a line', '见`*人`。', '见￼。', '见〔`*人`〕。'],
    ['a comment', '甲<!-- *人 -->乙', '甲乙'],
    ['a comment over two lines', '甲<!-- 乙\n丙 -->丁', '甲丁'],
    ['but none that its paragraph does not end', '甲<!-- *人\n\n乙 -->', '甲<!-- *人\n\n乙 -->'],
    ['HTML tags, not what stands between them', '甲<b>乙</b>丙', '甲乙丙', '甲{<b>}乙{</b>}丙'],
    [
      'the address of a link, not its words',
      '见[《甲法》](http://x.cn/a*b)。',
      '见《甲法》。',
      '见{[}《甲法》{](http://x.cn/a*b)}。',
    ],
    ['an address', '见 https://x.cn/*?b=1 。', '见 ￼ 。'],
    ['an address, not the sentence right after it', '见https://x.cn/a。占*%，', '见￼。占*%，'],
    [
      'an address in the cell of a table',
      '| http://x.cn|* |\n|---|---|',
      '|￼|*|',
      '|{ }〔http://x.cn〕|*{ }|{\n|---|---|}',
    ],
    ['an address in angle brackets', '见<https://x.cn>。', '见￼。'],
    ['an address after an unclosed bracket', '[见 https://x.cn/* 。', '[见 ￼ 。'],
    ['an image with its words', '![甲*人](a.png)乙', '￼乙'],
    ['the mark of a note, not what it is at', '甲[^1]乙', '甲乙'],
    ['the mark of a quotation', '> 甲。\n> 乙', '甲。\n乙'],
    ['the mark of a list item, not a number', '- 甲\n\n1. 乙', '甲\n\n1.乙'],
    ['a thematic break', '甲\n\n---\n\n乙', '甲\n\n\n\n乙'],
    ['the line under the head of a table', '| 甲 | 乙 |\n|---|---|\n| * | 1 |', '|甲|乙|\n|*|1|'],
    ['front matter', '---\ntitle: 甲\n---\n', '\n'],
    ['a definition', '[甲]: http://x.cn', ''],
    ['nothing of an escape', '甲\\*乙', '甲＊乙', '甲〔\\*〕乙'],
    ['nothing of a run of escapes, which is a blank', '收回\\_\\_\\_份', '收回＿＿＿份'],
    ['nothing of a character reference', '&#12298;甲法&raquo;', '《甲法»', '〔&#12298;〕甲法〔&raquo;〕'],
    ['not the name of none', '甲&foo;乙&', '甲&foo;乙&'],
    ['the marks of bold', '**甲**乙', '甲乙'],
    ['not a number that is missing', '党员*人，占*%。', '党员*人，占*%。'],
    ['not a line indented by four spaces', '    甲*人', '甲*人', '{    }甲*人'],
    ['not a single tilde', '1~2人', '1~2人'],
    ['what nobody sees', '《甲法》\u200b第三\u00ad条', '《甲法》第三条'],
    [
      'line ends of every kind, to one',
      '甲。\r\n乙。\v丙。\u2028丁。\r戊。\u0085己。',
      '甲。\n乙。\n丙。\n丁。\n戊。\n己。',
    ],
    ['tags around a blank, which is a blank', '企业<u>    </u>户', '企业＿＿＿＿户', '企业{<u>}＿＿＿＿{</u>}户'],
    ['the marks of pandoc', '企业[    ]{.underline}户[甲]{.mark}', '企业＿＿＿＿户甲'],
    ['not many blanks of a web page', '企业&nbsp;&nbsp;&nbsp;户', '企业＿＿＿户'],
    ['the tags of a paragraph, which is read', '<p class="a">党员*人。</p>', '党员*人。'],
    ['two paragraphs of a web page in a line, which nothing joins', '<p>共12</p><p>人</p>', '共12￼人'],
    ['a division over lines', '<div>\n党员*人。\n</div>\n\n乙', '\n党员*人。\n\n\n乙'],
    ['a name in italics', '依据*《示例条例》*第三条', '依据《示例条例》第三条'],
    ['a place in italics', '依据《示例条例》*第三条第一款*规定', '依据《示例条例》第三条第一款规定'],
    ['not what is missing on both sides of other words', '党员*人，共*个', '党员*人，共*个'],
    ['two digits set apart, before what they count', '事项1 2件，3 5岁以下4 1名', '事项12件，35岁以下41名'],
    ['not two numbers of a form', '时间： 1 2', '时间：1 2'],
    ['those that indent', '&emsp;&emsp;企业', '企业'],
    ['the name between the angles of a blank', '由<<单位>>和<<name>>', '由<<单位>>和<<name>>'],
  ];
  for (const [what, source, read, whole] of cases) {
    it(`${what}: ${JSON.stringify(source)}`, () => {
      assert.equal(parse(source).reading.text, read);
      if (whole !== undefined) assert.equal(shown(source), whole);
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
    ['#甲的情况\n##乙户\n##二、丙 \n###（一）丁', 'heading1 heading2 heading2 heading3'],
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
