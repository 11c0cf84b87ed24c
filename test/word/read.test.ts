import assert from 'node:assert/strict';
import { WordError, type Unread } from '../../server/src/word/source.js';
import { readWord } from '../../server/src/word/read.js';
import { placeSaid, unreadSentences } from '../../server/src/word/texts.js';
import {
  field,
  HIDDEN,
  HIGHLIGHT,
  levels,
  list,
  p,
  r,
  sdt,
  style,
  styles,
  tbl,
  tc,
  textBox,
  tr,
  U,
  word,
  type Parts,
} from '../harness/word.js';

/*
 * What a person sees in Word is what is read, whatever Word writes it with. Each case: a document, and its text without the
 * blank lines between paragraphs.
 */

const HEADINGS = styles(
  ['1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'],
  ['2', 'heading 2', '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'],
  ['T', 'Title'],
);
const NUMBERED = levels([
  ['chineseCountingThousand', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
  ['decimalEnclosedCircleChinese', '%4'],
]);
const BR = '<w:br/>';

const CASES: Readonly<Record<string, readonly (readonly [what: string, from: string | Parts, text: string])[]>> = {
  'numbers that Word makes': [
    [
      'of four levels',
      { numbering: NUMBERED, body: [0, 1, 2, 3, 3, 2, 1, 0].map(level => p('甲', list(1, level))).join('') },
      '一、甲\n（一）甲\n1.甲\n①甲\n②甲\n2.甲\n（二）甲\n二、甲',
    ],
    [
      'by a style, also one that inherits it',
      {
        numbering: NUMBERED,
        styles: styles(['a', 'a', `<w:pPr>${list(1)}</w:pPr>`], ['b', 'b', '<w:basedOn w:val="a"/>']),
        body: p('甲', style('a')) + p('乙', style('b')),
      },
      '一、甲\n二、乙',
    ],
    [
      'by the style a level is for',
      {
        numbering: levels([
          ['decimal', '%1.'],
          ['decimal', '%1.%2', '<w:pStyle w:val="b"/>'],
        ]),
        styles: styles(
          ['a', 'a', `<w:pPr>${list(1)}</w:pPr>`],
          ['b', 'b', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'],
        ),
        body: p('甲', style('a')) + p('乙', style('b')) + p('丙', style('b')),
      },
      '1.甲\n1.1 乙\n1.2 丙',
    ],
    [
      'switched off for one paragraph',
      {
        numbering: NUMBERED,
        styles: styles(['a', 'a', `<w:pPr>${list(1)}</w:pPr>`]),
        body: p('甲', style('a')) + p('乙', style('a') + list(0)) + p('丙', style('a')),
      },
      '一、甲\n乙\n二、丙',
    ],
    [
      'begun anew by another list of the same form',
      {
        numbering: levels(
          [['decimal', '%1.']],
          '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
        ),
        body: [1, 1, 2, 2, 1].map(id => p('甲', list(id))).join(''),
      },
      '1.甲\n2.甲\n1.甲\n2.甲\n3.甲',
    ],
    [
      'gone on with by a list that begins nothing anew',
      {
        numbering: levels([['decimal', '%1.']], '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'),
        body: [1, 2, 1].map(id => p('甲', list(id))).join(''),
      },
      '1.甲\n2.甲\n3.甲',
    ],
    [
      'in another form by an override',
      {
        numbering: levels(
          [['decimal', '%1.']],
          '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1）"/></w:lvl></w:lvlOverride></w:num>',
        ),
        body: p('甲', list(2)),
      },
      'E）甲',
    ],
    [
      'all plain in a legal level',
      {
        numbering: levels([
          ['chineseCounting', '第%1章'],
          ['decimal', '%1.%2', '<w:isLgl/>'],
        ]),
        body: p('甲', list(1)) + p('乙', list(1, 1)),
      },
      '第一章 甲\n1.1 乙',
    ],
    [
      'never begun anew',
      {
        numbering: levels([
          ['decimal', '%1.'],
          ['decimal', '(%2)', '<w:lvlRestart w:val="0"/>'],
        ]),
        body: [0, 1, 0, 1].map(level => p('甲', list(1, level))).join(''),
      },
      '1.甲\n(1)甲\n2.甲\n(2)甲',
    ],
    [
      'by a style of lists',
      {
        numbering:
          '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>' +
          levels([['ideographTraditional', '%1、']], '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'),
        styles: styles(['L', 'L', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', 'numbering']),
        body: p('甲', list(2)) + p('乙', list(2)),
      },
      '甲、甲\n乙、乙',
    ],
    [
      'from nought',
      {
        numbering: levels([['decimal', '%1.']]).replace('w:start w:val="1"', 'w:start w:val="0"'),
        body: p('甲', list(1)) + p('乙', list(1)),
      },
      '0.甲\n1.乙',
    ],
    ['a bullet is none', { numbering: levels([['bullet', '·']]), body: p('甲', list(1)) }, '甲'],
    ['and a list that is not there is none', { numbering: levels([['decimal', '%1.']]), body: p('甲', list(7)) }, '甲'],
    [
      'a paragraph whose deletion is tracked does not count',
      {
        numbering: levels([['decimal', '%1.']]),
        body:
          p('甲', list(1)) +
          p(`<w:del>${r('乙').replace(/w:t\b/g, 'w:delText')}</w:del>`, `${list(1)}<w:rPr><w:del/></w:rPr>`) +
          p('丙', list(1)),
      },
      '1.甲\n2.丙',
    ],
    [
      'in a table',
      {
        numbering: levels([['decimal', '%1']]),
        body: tbl(tr(tc(p('', list(1))), '甲'), tr(tc(p('乙', list(1))), '丙')),
      },
      '| 1 | 甲 |\n| --- | --- |\n| 2乙 | 丙 |',
    ],
    ...(
      [
        'upperRoman IV',
        'lowerRoman iv',
        'upperLetter D',
        'lowerLetter d',
        'decimalZero 04',
        'decimalFullWidth ４',
        'decimalEnclosedFullstop ⒋',
        'decimalEnclosedParen ⑷',
        'decimalEnclosedCircle ④',
        'japaneseCounting 四',
        'taiwaneseCountingThousand 四',
        'ideographDigital 四',
        'ideographZodiac 卯',
        'chineseLegalSimplified 肆',
        'ideographLegalTraditional 肆',
        'ordinal 4th',
        'somethingElse 4',
      ] as const
    ).map(
      sign =>
        [
          sign,
          {
            numbering: levels([[sign.split(' ')[0]!, '%1：']]).replace('w:start w:val="1"', 'w:start w:val="4"'),
            body: p('甲', list(1)),
          },
          `${sign.split(' ')[1]!}：甲`,
        ] as const,
    ),
    [
      'above ten and a hundred',
      {
        numbering: levels([['chineseCountingThousand', '%1、']]).replace('w:start w:val="1"', 'w:start w:val="110"'),
        body: p('甲', list(1)),
      },
      '一百一十、甲',
    ],
  ],
  headings: [
    [
      'by style and by level',
      { styles: HEADINGS, body: p('甲', style('1')) + p('乙', style('2')) + p('丙', '<w:outlineLvl w:val="2"/>') },
      '# 甲\n## 乙\n### 丙',
    ],
    [
      'one level lower below a title',
      { styles: HEADINGS, body: p('题', style('T')) + p('甲', style('1')) },
      '# 题\n## 甲',
    ],
    [
      'with the number Word makes',
      { styles: HEADINGS, numbering: NUMBERED, body: p('甲', style('1') + list(1)) },
      '# 一、甲',
    ],
    [
      'not a whole sentence in their look',
      { styles: HEADINGS, body: p('甲。', style('1')) + p('乙'.repeat(61), style('1')) },
      `甲。\n${'乙'.repeat(61)}`,
    ],
    [
      'broken for looks',
      {
        styles: HEADINGS,
        body:
          p(`<w:r><w:t>甲</w:t>${BR}<w:t>乙</w:t></w:r>`, style('T')) +
          p(`<w:r><w:t>丙</w:t>${BR}<w:t>丁</w:t></w:r>`, '<w:jc w:val="center"/>'),
      },
      '# 甲乙\n丙丁',
    ],
    [
      'and body text of a style with none',
      { styles: HEADINGS, body: p('甲', `${style('1')}<w:outlineLvl w:val="9"/>`) },
      '甲',
    ],
  ],
  'blanks that are underlined': [
    ['in one run', p(r('共') + r('   ', U) + r('家')), '共＿＿＿家'],
    [
      'in two runs, and beside bookmarks',
      p(`${r('共') + r(' ', U)}<w:bookmarkStart w:id="1" w:name="a"/>${r(' ', `<w:b/>${U}`)}${r('家')}`),
      '共＿＿家',
    ],
    ['as a tab', p(`${r('共')}<w:r><w:rPr>${U}</w:rPr><w:tab/></w:r>${r('家')}`), '共＿＿＿＿家'],
    ['as ideographic or hard blanks', p(r('共') + r('\u3000\u00a0', U) + r('家')), '共＿＿家'],
    [
      'by a character style',
      {
        styles: styles(['u', 'u', `<w:rPr>${U}</w:rPr>`, 'character']),
        body: p(r('共') + r('  ', '<w:rStyle w:val="u"/>') + r('家')),
      },
      '共＿＿家',
    ],
    ['at both ends of a paragraph', p(r('  ', U) + r('家') + r('  ', U)), '＿＿家＿＿'],
    ['but not one alone', p(r('共') + r(' ', U) + r('家')), '共 家'],
    ['nor with a word in it', p(r('共') + r('  三  ', U) + r('家')), '共  三  家'],
    ['nor where underline is switched off', p(r('共') + r('   ', '<w:u w:val="none"/>') + r('家')), '共   家'],
    ['nor highlighted ones', p(r('共') + r('   ', HIGHLIGHT) + r('家')), '共   家'],
  ],
  'content controls and fields': [
    ['one that asks', p(r('报：') + sdt('<w:alias w:val="单位"/><w:showingPlcHdr/>', r('单击此处'))), '报：{{单位}}'],
    ['one without a name', p(sdt('<w:showingPlcHdr/>', r('单击此处')) + r('。')), '{{待填}}。'],
    ['one around a paragraph', sdt('<w:tag w:val="单位"/><w:showingPlcHdr/>', p('单击此处')), '{{单位}}'],
    [
      'one around a cell',
      tbl(
        tr('甲', sdt('<w:alias w:val="数"/><w:showingPlcHdr/>', tc('单击')))
          .replace(/<w:tc><w:p><w:r><w:t[^>]*><w:sdt>/, '<w:sdt>')
          .replace(/<\/w:sdt><\/w:t><\/w:r><\/w:p><\/w:tc>/, '</w:sdt>'),
        tr('乙', '丙'),
      ),
      '| 甲 | {{数}} |\n| --- | --- |\n| 乙 | 丙 |',
    ],
    ['one that was answered', p(sdt('<w:alias w:val="单位"/>', r('甲局'))), '甲局'],
    ['a field of mail merge', p(r('致') + field('MERGEFIELD 姓名', r('«姓名»'))), '致{{姓名}}'],
    ['one that was merged', p(r('致') + field('MERGEFIELD 姓名', r('张三'))), '致张三'],
    ['a form field that is blank', p(r('共') + field('FORMTEXT', r('\u2002\u2002\u2002')) + r('家')), '共＿＿＿＿家'],
    ['one that is filled in', p(r('共') + field('FORMTEXT', r('12')) + r('家')), '共12家'],
    [
      'a box to tick',
      p(
        field('FORMCHECKBOX', '', '<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>') +
          field('FORMCHECKBOX', '', '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'),
      ),
      '☑☐',
    ],
    ['a reference', p(r('见') + field('REF a \\h', r('第三条'))), '见第三条'],
    ['one in short', p(`${r('见')}<w:fldSimple w:instr="REF a">${r('第三条')}</w:fldSimple>`), '见第三条'],
    ['one in another', p(field(`IF ${field('PAGE', r('1'))} = 1`, r('甲'))), '甲'],
    [
      'a table of contents, as a field over paragraphs',
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('甲1')}`,
      ) +
        p(`${r('乙2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
        p('甲'),
      '甲',
    ],
    [
      'one by its styles',
      {
        styles: styles(['t', 'toc 1'], ['h', 'TOC Heading']),
        body: p('目录', style('h')) + p('甲1', style('t')) + p('甲'),
      },
      '甲',
    ],
    [
      'one as a building block',
      sdt('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', p('甲1')) + p('甲'),
      '甲',
    ],
  ],
  'tracked changes': [
    [
      'as if accepted',
      p(`${r('第')}<w:del>${r('三').replace(/w:t\b/g, 'w:delText')}</w:del><w:ins>${r('四')}</w:ins>${r('条')}`),
      '第四条',
    ],
    [
      'moved words stand where they went',
      p(`<w:moveFrom>${r('甲')}</w:moveFrom>${r('乙')}<w:moveTo>${r('甲')}</w:moveTo>`),
      '乙甲',
    ],
    ['a deleted mark joins paragraphs', p('甲', '<w:rPr><w:del/></w:rPr>') + p('乙'), '甲乙'],
    [
      'also three, the last of the document',
      p('甲', '<w:rPr><w:del/></w:rPr>') + p('乙', '<w:rPr><w:del/></w:rPr>') + p('丙', '<w:rPr><w:del/></w:rPr>'),
      '甲乙丙',
    ],
    [
      'a deleted row',
      tbl(tr('甲', '乙'), '<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>', tr('丙', '丁')),
      '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |',
    ],
  ],
  'one text in many runs': [
    [
      'with what Word strews between',
      p(
        `${r('《示例')}<w:proofErr w:type="spellStart"/>${r('条', '<w:b/>')}<w:smartTag>${r('例')}</w:smartTag><w:hyperlink>${r('》')}</w:hyperlink>`,
      ),
      '《示例条例》',
    ],
    ['entities', p(r('A&amp;B &lt;甲&gt; &#x4e00;')), 'A&B <甲> 一'],
    [
      'sections of character data, comments and line ends',
      p('<w:r><w:t xml:space="preserve">甲<![CDATA[<&]]><!-- x -->乙\r\n丙</w:t></w:r>'),
      '甲<&乙 丙',
    ],
    ['blanks at ends that do not count', p('<w:r><w:t> 甲 </w:t></w:r><w:r><w:t> 乙</w:t></w:r>'), '甲乙'],
    [
      'hyphens soft and hard',
      p('<w:r><w:t>甲\u00ad乙</w:t><w:softHyphen/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r>'),
      '甲乙丙-丁',
    ],
    ['ruby', p(`<w:r><w:ruby><w:rt>${r('pin')}</w:rt><w:rubyBase>${r('拼')}</w:rubyBase></w:ruby></w:r>`), '拼'],
    [
      'symbols',
      p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="宋体" w:char="2460"/><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>',
      ),
      '□☑①\ufffc',
    ],
    ['formulas', p(`<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>${r('，')}`), 'x=2，'],
    [
      'hidden, also by style',
      {
        styles: styles(['h', 'h', `<w:rPr>${HIDDEN}</w:rPr>`, 'character']),
        body: p(r('甲') + r('乙', HIDDEN) + r('丙', '<w:rStyle w:val="h"/>') + r('丁', '<w:vanish w:val="0"/>')),
      },
      '甲丁',
    ],
  ],
  breaks: [
    [
      'are lines of the body',
      p(`<w:r><w:t>一是甲。</w:t>${BR}<w:t>二是乙。</w:t><w:cr/><w:t>三是丙。</w:t></w:r>`),
      '一是甲。\n二是乙。\n三是丙。',
    ],
    [
      'in a cell',
      tbl(tr('甲', '乙'), tr(tc(p(`<w:r><w:t>丙</w:t>${BR}<w:t>丁</w:t></w:r>`)), '戊')),
      '| 甲 | 乙 |\n| --- | --- |\n| 丙<br>丁 | 戊 |',
    ],
    ['of pages are none', p('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>'), '甲乙'],
    [
      'blanks and tabs at the head of a line are not read',
      p(r('    甲')) + p('<w:r><w:tab/><w:t>乙</w:t></w:r>'),
      '甲\n乙',
    ],
    ['and empty paragraphs', p('') + p('甲') + p(r('  ')) + p('乙'), '甲\n乙'],
  ],
  tables: [
    [
      'with cells that are merged',
      tbl(
        tr('甲', tc('乙', '<w:gridSpan w:val="2"/>')),
        tr(tc('丙', '<w:vMerge w:val="restart"/>'), '丁', '戊'),
        tr(tc('', '<w:vMerge/>'), '己', '庚'),
      ),
      '| 甲 | 乙 | |\n| --- | --- | --- |\n| 丙 | 丁 | 戊 |\n| | 己 | 庚 |',
    ],
    [
      'with a bar, and two paragraphs',
      tbl(tr('甲|乙', tc(p('丙') + p('丁')))),
      '| 甲\\|乙 | 丙<br>丁 |\n| --- | --- |',
    ],
    ['with rows of several lengths', tbl(tr('甲'), tr('乙', '丙')), '| 甲 | |\n| --- | --- |\n| 乙 | 丙 |'],
    ['in a table', tbl(tr('甲', tc(tbl(tr('乙', '丙')) + p('')))), '| 甲 | 乙 丙 |\n| --- | --- |'],
    ['of one column are paragraphs', tbl(tr('甲'), tr('乙')), '甲\n乙'],
    [
      'with a text in a cell are paragraphs',
      tbl(tr('甲', tc(p('乙') + p('丙') + p('丁') + p('戊')))),
      '甲\n乙\n丙\n丁\n戊',
    ],
  ],
  'notes and text boxes': [
    [
      'a note at the end',
      {
        body: p(`${r('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('乙')}`),
        footnotes: `<w:footnote w:type="separator" w:id="0">${p('x')}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' 注')}`)}</w:footnote><w:footnote w:id="3">${p('无人')}</w:footnote>`,
      },
      '甲乙\n[^1]: 注',
    ],
    [
      'of two kinds',
      {
        body: p('<w:r><w:t>甲</w:t><w:endnoteReference w:id="1"/><w:footnoteReference w:id="1"/></w:r>'),
        footnotes: `<w:footnote w:id="1">${p('脚')}</w:footnote>`,
        endnotes: `<w:endnote w:id="1">${p('尾')}</w:endnote>`,
      },
      '甲\n[^1]: 尾\n[^2]: 脚',
    ],
    ['a text box once', p(textBox(p('框')) + r('甲')), '甲\n框'],
    [
      'one for older programs only',
      p(`<w:r><w:pict><v:textbox><w:txbxContent>${p('框')}</w:txbxContent></v:textbox></w:pict></w:r>${r('甲')}`),
      '甲\n框',
    ],
    ['one in a cell', tbl(tr(tc(p(r('甲') + textBox(p('框')))), '乙')), '| 甲 | 乙 |\n| --- | --- |\n框'],
  ],
  'words that Markdown would take for marks': [
    [
      'at the head of a line',
      ['```', '~~~', '&lt;script&gt;', '---', '==='].map(text => p(r(text))).join(''),
      '\\`\\`\\`\n\\~~~\n\\<script>\n\\---\n\\===',
    ],
    ['a comment', p(r('甲&lt;!-- 乙')), '甲\\<!-- 乙'],
    ['tags, entities, code and escapes', p(r('甲&lt;XX&gt;&amp;lt;`乙`\\*')), '甲\\<XX>\\&lt;\\`乙\\`\\\\*'],
    ['and what this genre writes stays', p(r('共*家，占**%，__年')), '共*家，占**%，__年'],
  ],
  'what the writer says to policydoc': [
    [
      'in a comment',
      {
        body: p(`${r('甲XX家')}<w:r><w:commentReference w:id="4"/></w:r>`),
        comments: `<w:comment w:id="4" w:author="张">${p('policydoc-ignore placeholder-unfilled -- 年底才有')}</w:comment>`,
      },
      '<!-- policydoc-ignore-next-line placeholder-unfilled -- 年底才有 -->\n甲XX家',
    ],
    [
      'that may not end it',
      {
        body: p(`${r('甲')}<w:r><w:commentReference w:id="4"/></w:r>`),
        comments: `<w:comment w:id="4" w:author="张">${p('policydoc-ignore a -- b --&gt; c')}</w:comment>`,
      },
      '<!-- policydoc-ignore-next-line a -- b c -->\n甲',
    ],
    [
      'other comments are theirs',
      {
        body: p(`${r('甲')}<w:r><w:commentReference w:id="4"/></w:r>`),
        comments: `<w:comment w:id="4" w:author="张">${p('请核实')}</w:comment>`,
      },
      '甲',
    ],
  ],
};

const compact = (text: string): string => text.replace(/\n\n/g, '\n').replace(/\n$/, '');

describe('a Word document is read as', () => {
  for (const [kind, cases] of Object.entries(CASES)) {
    describe(kind, () => {
      for (const [what, from, text] of cases) {
        it(what, async () => assert.equal(compact((await readWord(await word(from))).text), text));
        it(`${what}, in Strict form, with another prefix and with none`, async () => {
          const parts = typeof from === 'string' ? { body: from } : from;
          for (const form of [{ strict: true }, { prefix: 'ns0' }, { prefix: '', strict: true }])
            assert.equal(compact((await readWord(await word({ ...parts, ...form }))).text), text);
        });
      }
    });
  }
});

describe('of a Word document is counted', () => {
  const COUNTS: readonly (readonly [string, string | Parts, Partial<Unread>])[] = [
    ['hidden text', p(r('甲') + r('乙丙', HIDDEN)), { hidden: 2 }],
    [
      'tracked changes',
      p(`<w:ins>${r('甲')}</w:ins><w:del>${r('乙')}</w:del>`) + p('丙', '<w:rPr><w:del/></w:rPr>') + p('丁'),
      { insertions: 1, deletions: 2 },
    ],
    [
      'highlights, two runs side by side once',
      p(
        r('12', HIGHLIGHT) +
          r('.5%', HIGHLIGHT) +
          r('甲') +
          r('乙', '<w:shd w:val="clear" w:fill="FFFF00"/>') +
          r('丙', '<w:shd w:fill="auto"/>'),
      ),
      { highlights: 2 },
    ],
    [
      'pictures and objects',
      `${p(
        '<w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing></w:r><w:r><w:pict><v:imagedata/></w:pict></w:r><w:r><w:object/></w:r>',
      )}<w:altChunk/>`,
      { pictures: 2, objects: 2 },
    ],
    ['headers that say something', { body: p('甲'), header: p('内部资料') }, { headers: 1 }],
    ['and not those that do not', { body: p('甲'), header: p('') }, {}],
    ['fields of the day', p(field('DATE \\@ "yyyy"', r('2026'))), { dates: 1 }],
    ['symbols nobody knows', p('<w:r><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>'), { symbols: 1 }],
    [
      'formats of numbers nobody knows',
      { numbering: levels([['hebrew1', '%1.']]), body: p('甲', list(1)) },
      { numbers: 1 },
    ],
    [
      'what stands outside',
      {
        body: p('甲'),
        relations:
          '<Relationship Id="x" Type="a/image" Target="file:///a" TargetMode="External"/><Relationship Id="y" Type="a/hyperlink" Target="https://example.org" TargetMode="External"/>',
      },
      { remote: 1 },
    ],
    [
      'a template outside',
      {
        body: p('甲'),
        settings: '',
        more: {
          'word/_rels/settings.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" Type="a/attachedTemplate" Target="https://example.org/a.dotm" TargetMode="External"/></Relationships>',
        },
      },
      { remote: 1 },
    ],
    ['macros', { body: p('甲'), more: { 'word/vbaProject.bin': 'x' } }, { macros: true }],
    [
      'a restriction of editing',
      { body: p('甲'), settings: '<w:documentProtection w:edit="comments" w:enforcement="1"/>' },
      { isProtected: true },
    ],
    [
      'and not one that is off',
      { body: p('甲'), settings: '<w:documentProtection w:edit="comments" w:enforcement="0"/>' },
      {},
    ],
    ['nothing of a text box twice', p(textBox(p(r('甲', HIGHLIGHT) + r('乙', HIDDEN)))), { highlights: 1, hidden: 1 }],
  ];
  for (const [what, from, counts] of COUNTS) {
    it(what, async () => {
      const { unread } = await readWord(await word(from));
      const found = Object.fromEntries(Object.entries(unread).filter(([, value]) => value !== 0 && value !== false));
      assert.deepEqual(found, counts);
    });
  }

  it('and said in sentences', async () => {
    const { unread } = await readWord(await word({ body: p(r('甲', HIGHLIGHT) + r('乙', HIDDEN)), header: p('丙') }));
    assert.deepEqual(
      unreadSentences(unread).map(it => it['zh-CN']),
      ['未检查：页眉页脚1处、隐藏文字1字。', '标色文字1处，请人工核实。'],
    );
  });
});

describe('a place of a Word document is said', () => {
  const BODY =
    p('题', style('T')) +
    p('甲', style('1')) +
    p('') +
    p('句一。') +
    tbl(tr('子', '丑'), tr('寅', '卯')) +
    p('一、似题') +
    p(`<w:r><w:lastRenderedPageBreak/><w:t>句二。</w:t><w:footnoteReference w:id="2"/></w:r>${textBox(p('框'))}`);
  const PLACES: Readonly<Record<string, string>> = {
    题: '第1段（约第1页）',
    句一: '〔甲〕第3段（约第1页）',
    卯: '〔甲〕表1第2行第2列（约第1页）',
    句二: '〔一、似题〕第5段（约第2页）',
    框: '〔一、似题〕第5段处的文本框（约第2页）',
    注: '脚注1（约第2页）',
  };
  for (const [words, said] of Object.entries(PLACES)) {
    it(words, async () => {
      const source = await readWord(
        await word({ styles: HEADINGS, body: BODY, footnotes: `<w:footnote w:id="2">${p('注')}</w:footnote>` }),
      );
      const start = source.text.indexOf(words);
      assert.equal(placeSaid(source.place({ start, end: start + words.length }))['zh-CN'], said);
    });
  }
});

describe('is refused, with the way out,', () => {
  const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  const streams = (name: string): Uint8Array =>
    Buffer.concat([latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);
  const REFUSED: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, RegExp])[] = [
    ['one with a password', () => streams('EncryptedPackage'), /有密码/],
    ['an old one', () => streams('WordDocument'), /旧格式/],
    ['RTF', () => latin('{\\rtf1 a}'), /RTF/],
    ['a page', () => latin('<html><body>a</body></html>'), /网页/],
    ['one of MHT', () => latin('MIME-Version: 1.0\r\n'), /网页/],
    ['Word 2003 XML', () => latin('<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?>'), /Word 2003/],
    [
      'a zip of something else',
      () =>
        word({
          body: '',
          more: {
            '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
          },
        }),
      /不是 \.docx/,
    ],
    ['half a file', async () => (await word(p('甲'))).subarray(0, 900), /不是 \.docx/],
    [
      'a document type',
      () =>
        word({
          body: '',
          more: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
        }),
      /DTD/,
    ],
    ['an entity without one', () => word(p(r('&b;'))), /不是 \.docx/],
    ['names in HTML', () => word(p(r('&nbsp;'))), /不是 \.docx/],
    ['what is too deep', () => word('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)), /嵌套过深/],
    ['what unpacks to too much', () => word({ body: p('甲'.repeat(6_000_000)) }), /压缩炸弹/],
    [
      'another encoding',
      () => word({ body: '', more: { 'word/document.xml': Buffer.from('\ufeff<a/>', 'utf16le') } }),
      /UTF-8/,
    ],
  ];
  for (const [what, bytes, reason] of REFUSED) {
    it(what, async () => {
      await assert.rejects(
        async () => readWord(await bytes()),
        (error: unknown) => error instanceof WordError && reason.test(error.reason['zh-CN']),
      );
    });
  }

  it('but not for a bomb in a part that is not read', async () => {
    assert.equal(
      compact(
        (await readWord(await word({ body: p('甲'), more: { 'word/media/a.bin': Buffer.alloc(20_000_000) } }))).text,
      ),
      '甲',
    );
  });
});
