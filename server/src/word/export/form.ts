/**
 * The form of GB/T 9704-2012 as styles: A4, margins 37, 35, 28 and 26 mm, 22 lines of 28 characters in 三号. Lengths are in
 * twentieths of a point, sizes in half points. Numbers stay text, and every style is one that Word itself has where it has one,
 * so that its navigation pane shows the headings.
 */

const BODY = '仿宋_GB2312';
/** 22 of them are a page, and this is exactly what 225 mm hold. */
const LINE = '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>';
const INDENT = '<w:ind w:firstLine="640" w:firstLineChars="200"/>';
const NO_INDENT = '<w:ind w:firstLine="0" w:firstLineChars="0"/>';

const fonts = (eastAsia: string, latin = 'Times New Roman'): string =>
  `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsia}" w:cs="Times New Roman"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;

interface Form {
  readonly name: string;
  readonly paragraph?: string;
  readonly run?: string;
  readonly next?: string;
  readonly basedOn?: string;
}

const style = (id: string, { name, paragraph = '', run = '', next, basedOn = 'Normal' }: Form): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${
    id === 'Normal' ? '' : `<w:basedOn w:val="${basedOn}"/>`
  }${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`;

const character = (id: string, name: string, run: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${run}</w:rPr></w:style>`;

const heading = (level: number, run: string): string =>
  style(`Heading${level}`, {
    name: `heading ${level}`,
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/><w:outlineLvl w:val="${level - 1}"/>`,
    run,
  });

export const STYLES = [
  `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(BODY)}${size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
  // A quarter point closer: 28 characters of 16 points are wider than the page.
  style('Normal', {
    name: 'Normal',
    paragraph: `<w:widowControl w:val="0"/>${LINE}${INDENT}<w:jc w:val="both"/>`,
    run: `${fonts(BODY)}<w:spacing w:val="-5"/>${size(32)}`,
  }),
  style('Title', {
    name: 'Title',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="640" w:lineRule="exact"/>${NO_INDENT}<w:jc w:val="center"/>`,
    run: `${fonts('方正小标宋简体')}${size(44)}`,
  }),
  heading(1, fonts('黑体')),
  heading(2, fonts('楷体_GB2312')),
  heading(3, `${fonts(BODY)}<w:b/><w:bCs/>`),
  heading(4, fonts(BODY)),
  heading(5, fonts(BODY)),
  heading(6, fonts(BODY)),
  style('Caption', {
    name: 'caption',
    next: 'Normal',
    paragraph: `<w:keepNext/>${NO_INDENT}<w:jc w:val="center"/>`,
    run: `${fonts('黑体')}${size(28)}`,
  }),
  // The exact line of the text would cut off what stands in a table.
  style('TableText', {
    name: '表格文字',
    paragraph: `<w:spacing w:before="0" w:after="0" w:line="400" w:lineRule="exact"/>${NO_INDENT}<w:jc w:val="center"/>`,
    run: size(28),
  }),
  style('TableHead', { name: '表头', basedOn: 'TableText', paragraph: '<w:keepNext/>', run: fonts('黑体') }),
  style('Signature', {
    name: 'Signature',
    paragraph:
      '<w:keepLines/><w:ind w:right="1280" w:rightChars="400" w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="right"/>',
  }),
  style('Dateline', { name: '成文日期', paragraph: `${NO_INDENT}<w:jc w:val="center"/>`, run: fonts('楷体_GB2312') }),
  style('Footer', {
    name: 'footer',
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>',
    run: `${fonts('宋体', '宋体')}${size(28)}`,
  }),
  style('FootnoteText', {
    name: 'footnote text',
    paragraph: `<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>${NO_INDENT}<w:jc w:val="left"/>`,
    run: size(18),
  }),
  style('RedHead', {
    name: '发文机关标志',
    paragraph: `<w:spacing w:before="0" w:after="579" w:line="240" w:lineRule="auto"/>${NO_INDENT}<w:jc w:val="center"/>`,
    run: `${fonts('方正小标宋简体')}<w:color w:val="FF0000"/>${size(72)}`,
  }),
  style('DocumentNumber', { name: '发文字号', paragraph: `${NO_INDENT}<w:jc w:val="center"/>` }),
  style('RedLine', {
    name: '红色分隔线',
    next: 'Normal',
    paragraph: `<w:pBdr><w:top w:val="single" w:sz="12" w:space="4" w:color="FF0000"/></w:pBdr>${NO_INDENT}`,
  }),
  style('Imprint', {
    name: '版记',
    paragraph: `<w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="000000"/><w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="579" w:after="0" w:line="400" w:lineRule="exact"/>${NO_INDENT}<w:jc w:val="center"/>`,
    run: size(28),
  }),
  character('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
  character('Lead1', '段首一级', fonts('黑体')),
  character('Lead2', '段首二级', fonts('楷体_GB2312')),
  character('Lead3', '段首三级', `${fonts(BODY)}<w:b/><w:bCs/>`),
  '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>' +
    ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
      .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
      .join('') +
    '</w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
].join('');

/** The grid is one of lines alone: with characters in it, some programs give each two cells. */
export const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1418" w:gutter="0"/>' +
  '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>';

export const SETTINGS =
  '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>' +
  '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';
