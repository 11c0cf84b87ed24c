import {
  field,
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

/** One document with everything that is nasty to write into. */
export const EVERYTHING: Parts = {
  styles: styles(
    ['1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'],
    ['P', 'Placeholder Text', '', 'character'],
  ),
  numbering: levels([['chineseCountingThousand', '%1、']]),
  body:
    p('关于示例市工作情况的调研报告', '<w:jc w:val="center"/>') +
    p('基本情况', style('1') + list(1)) +
    p(
      `${r('共有企业')}${r('  ', U)}${r('  ', `${U}<w:b/>`)}${r('家，A&amp;B 共XX户，见')}${field('REF a', r('第三条'))}${r('。')}`,
    ) +
    p(
      `${r('报：')}${sdt('<w:alias w:val="单位"/><w:showingPlcHdr/>', r('单击', '<w:rStyle w:val="P"/><w:b/>'))}${r('，')}${field('MERGEFIELD 姓名', r('«姓名»'))}${r('占')}${field('FORMTEXT', r('  '))}${r('%，绑定')}${sdt('<w:alias w:val="数"/><w:showingPlcHdr/><w:dataBinding/>', r('单击'))}`,
    ) +
    p(
      `${r('根据《示例')}<w:ins w:id="7" w:author="王">${r('条例')}</w:ins><w:del w:id="8" w:author="王"><w:r><w:delText>办法</w:delText></w:r></w:del><w:hyperlink>${r('》第*条')}</w:hyperlink>${r('，共')}<w:r><w:rPr>${U}</w:rPr><w:tab/></w:r>${r('次')}`,
    ) +
    p(
      `<w:commentRangeStart w:id="3"/>${r('注意XX时限')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>`,
    ) +
    p(`${textBox(p(`${r('专班')}${r('XX')}${r('个')}`))}${r('（见上框）')}`) +
    p(`<w:r><w:t>甲乙XX丙丁</w:t><w:drawing/><w:t>戊己XX庚辛</w:t></w:r>`) +
    tbl(
      tr('地区', '次数|家数'),
      tr(tc(p('市区') + p('（XX）')), tc(p(r('   ', U) + r('次', HIGHLIGHT)))),
      tr(tc(tbl(tr('内', 'XX户')) + p('')), '____次'),
    ) +
    p('', list(1)) +
    p(`<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${r('是 否，某某街道（　　）人')}`),
  footnotes: `<w:footnote w:id="2">${p(r('共XX件；负责人　　　。'))}</w:footnote>`,
  comments: `<w:comment w:id="3" w:author="李" w:initials="李"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>`,
};

/** The same as other programs might write it. */
export const FORMS: Readonly<Record<string, Partial<Parts>>> = {
  'as Word writes it': {},
  'in Strict form, with another prefix': { strict: true, prefix: 'ns0' },
  'with no prefix': { prefix: '' },
  'stored and not packed': { store: true },
};

export const everything = (form: Partial<Parts> = {}): Promise<Uint8Array> => word({ ...EVERYTHING, ...form });

/** One with neither comments nor notes, nor a part that tells of relationships. */
export const plain = (): Promise<Uint8Array> => word({ body: p('共XX家。') + p('《示例条例》第三条。'), more: {} });
