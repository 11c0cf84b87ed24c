import assert from 'node:assert/strict';
import { parseStructure } from '../../../../server/src/core/regulations/text/structure.js';

/**
 * One line an article: number, then its 款 joined by `,`; a 款 with 项 as `words{1:words 2:words+目}`. `-` for no words.
 * The words before the first article come first as `0`.
 */
function outline(body: string, quoting = false): string {
  const { form, preamble, articles, divisions } = parseStructure(body, quoting);
  const all = preamble.paragraphs.length > 0 ? [preamble, ...articles] : articles;
  const lines = all.map(
    ({ number, suffix, paragraphs, broken }) =>
      `${number}${suffix ? `之${suffix}` : ''} ${paragraphs
        .map(
          ({ text, items }) =>
            (text.replace(/\n/g, '/') || '-') +
            (items.length === 0
              ? ''
              : `{${items.map(item => [`${item.number}:${item.text.replace(/\n/g, '/')}`, ...item.subitems.map(({ text }) => text)].join('+')).join(' ')}}`),
        )
        .join(',')}${broken ? ' …' : ''}`,
  );
  const headings = divisions.map(d => `${d.kind}${d.number}@${d.from}${d.open ? '?' : ''}${d.title}`);
  return [form, ...headings, ...lines].join('\n');
}

const CASES: { quirk: string; text: string; quoting?: boolean; outline: string }[] = [
  {
    quirk: 'bold numbers, ideographic and ASCII spaces after them',
    text: '**第一条**　甲。\n\n第二条 乙。\n\n　　第三条　丙。',
    outline: 'articles\n1 甲。\n2 乙。\n3 丙。',
  },
  {
    quirk: 'an unmarked line is the next 款; a line with only U+200B is none',
    text: '第一条 甲。\n\n\u200b\n\n乙。\n\n第二条 丙。\n\u200b',
    outline: 'articles\n1 甲。,乙。\n2 丙。',
  },
  {
    quirk: '项 in brackets of both widths',
    text: '第一条 有下列情形：\n（一）甲；\n(二)乙。\n前款规定除外。\n第二条 丙。',
    outline: 'articles\n1 有下列情形：{1:甲； 2:乙。},前款规定除外。\n2 丙。',
  },
  {
    quirk: 'lines between two 项 belong to the first, for the counting goes on',
    text: '第一条 下列：\n（一）甲。\n甲又。\n（二）乙。\n第二条 下列：\n（一）丙。\n另一款：\n（一）丁。',
    outline: 'articles\n1 下列：{1:甲。/甲又。 2:乙。}\n2 下列：{1:丙。},另一款：{1:丁。}',
  },
  {
    quirk: '目 below a 项, and numbered lines without one',
    text: '第一条 下列：\n（一）甲：\n1.一目；\n2．二目；\n（3）三目。\n第二条 乙：\n1、一；\n2、二。',
    outline: 'articles\n1 下列：{1:甲：+一目；+二目；+三目。}\n2 乙：/一；/二。',
  },
  {
    quirk: '之Y articles after the one they follow',
    text: '第九条 甲。\n第九条之一 乙。\n第九条之二 丙。\n第十条 丁。',
    outline: 'articles\n9 甲。\n9之1 乙。\n9之2 丙。\n10 丁。',
  },
  {
    quirk: '编 and 章 with the same number of #, chapters that begin anew, spaces in titles',
    text: '## 第一编 总　则\n## 第一章 一 般 规 定\n第一条 甲。\n## 第二编 分则\n## 第一章 罪\n### 第一节 小罪\n第二条 乙。',
    outline: 'articles\n编1@0总则\n章1@0一般规定\n编2@1分则\n章1@1罪\n节1@1小罪\n1 甲。\n2 乙。',
  },
  {
    quirk: '分编 and a 附则 without a number',
    text: '# 第一编　物\n## 第一分编　通则\n### 第一章　甲\n第一条 甲。\n# 附则\n第二条 乙。',
    outline: 'articles\n编1@0物\n分编1@0通则\n章1@0甲\n编0@1附则\n1 甲。\n2 乙。',
  },
  {
    quirk: 'a heading that is lost leaves the one before it open',
    text: '## 第一章 甲\n第一条 甲。\n## 第三章 丙\n第二条 丙。',
    outline: 'articles\n章1@0?甲\n章3@1丙\n1 甲。\n2 丙。',
  },
  {
    quirk: 'article titles in 【】 are no provision',
    text: '第一条 【目的】甲。\n第二条【范围】 乙。',
    outline: 'articles\n1 甲。\n2 乙。',
  },
  {
    quirk: 'a paragraph that begins by citing an article, and one that counts backwards',
    text: '第三条 甲。\n第三条规定的办法，适用于乙。\n第四条 丙。\n第二条 被引用的旧文。',
    outline: 'articles\n3 甲。,第三条规定的办法，适用于乙。\n4 丙。,第二条 被引用的旧文。',
  },
  {
    quirk: 'an amendment quotes articles: only those that go on counting are its own',
    text: '第一条 增加一节：\n“第一百条 引。\n第一百零一条 引。\n第二条 乙。',
    quoting: true,
    outline: 'articles\n1 增加一节：,“第一百条 引。,第一百零一条 引。\n2 乙。',
  },
  {
    quirk: 'tables, HTML, pictures and appendices do not stick to the last article',
    text: '第一条 甲。\n第二条 乙。\n| 税目 | 税率 |\n| --- | --- |\n<br>\n![图](a.png)\n附件：\n一、表\n## 附表一 税目\n丙。',
    outline: 'articles\n1 甲。\n2 乙。',
  },
  {
    quirk: 'a sentence that begins with 附件 is a 款',
    text: '第一条 甲。\n附件所列各项，从其规定。\n第二条 乙。',
    outline: 'articles\n1 甲。,附件所列各项，从其规定。\n2 乙。',
  },
  {
    quirk: 'text printed after the law under a heading of its own',
    text: '第一条 甲。\n第二条 乙。\n## 某委员会的说明\n说明。\n第一条 说明一。',
    outline: 'articles\n1 甲。\n2 乙。',
  },
  {
    quirk: 'titles 一、 between articles, with # and without',
    text: '## 一、管辖\n第一条 甲。\n二、回避\n第二条 乙。',
    outline: 'articles\n1 甲。\n2 乙。',
  },
  {
    quirk: 'titles （二） between articles, but not the last 项 without a full stop',
    text: '第一条 甲。\n（二）权利质押\n第二条 下列：\n（一）乙；\n（二）丙\n第三条 丁。',
    outline: 'articles\n1 甲。\n2 下列：{1:乙； 2:丙}\n3 丁。',
  },
  {
    quirk: '项 whose first numbers are lost',
    text: '第一条 下列：\n甲；\n乙；\n（三）丙。\n第二条 丁：\n（二）戊。',
    outline: 'articles\n1 下列：{1:甲； 2:乙； 3:丙。}\n2 丁：{2:戊。}',
  },
  {
    quirk: 'opening words before the first article',
    text: '## 总纲\n序。\n## 第一章 甲\n第一条 甲。\n第二条 乙。',
    outline: 'articles\n章1@0甲\n0 序。\n1 甲。\n2 乙。',
  },
  {
    quirk: 'a text broken off at 〔…〕',
    text: '第一条 甲。〔…〕\n第二条 下列：\n（一）〔…〕',
    outline: 'articles\n1 甲。 …\n2 下列：{1:} …',
  },
  {
    quirk: 'no articles: points',
    text: '决定如下：\n一、甲。\n（一）子。\n乙。\n二、丙。',
    outline: 'points\n0 决定如下：\n1 甲。{1:子。},乙。\n2 丙。',
  },
  {
    quirk: 'no articles: points in digits, when there are many',
    text: Array.from({ length: 10 }, (_, i) => `${i + 1}.点${i + 1}。`).join('\n'),
    outline: `points\n${Array.from({ length: 10 }, (_, i) => `${i + 1} 点${i + 1}。`).join('\n')}`,
  },
  {
    quirk: 'a few lines in digits are no points; a heading that ends in a full stop is a heading',
    text: '## 第一章 甲。\n说明：\n1.甲；\n2.乙；\n3.丙；\n4.丁。',
    outline: 'unnumbered\n章1@0甲\n0 说明：/甲；/乙；/丙；/丁。',
  },
  {
    quirk: 'no numbers at all',
    text: '甲。\n乙。',
    outline: 'unnumbered\n0 甲。,乙。',
  },
];

describe('the structure of a text survives', () => {
  for (const { quirk, text, quoting, outline: expected } of CASES) {
    it(quirk, () => assert.equal(outline(text, quoting), expected));
  }
});
