/*
 * Characters that a person reads alike are one character here, a UTF-16 code unit for each. Texts from a PDF, from Word, from
 * the web and of different keyboards differ in them, and in nothing they say.
 */

/** Radicals of a PDF's fonts that no normalization form folds (EquivalentUnifiedIdeograph.txt of Unicode). */
const RADICALS: readonly (readonly [from: number, to: string])[] = [
  [0x2e81, '厂'],
  [0x2e82, '乛乚乙亻冂'],
  [0x2e88, '刀刂'],
  [0x2e8c, '小小兀尣尢尣巳幺彑彐忄心扌攵'],
  [0x2e9b, '旡日月歺母民氵氺灬爫爫丬牛犭王'],
  [0x2eac, '示礻'],
  [0x2eaf, '糹纟罓罒'],
  [0x2eb6, '羊'],
  [0x2eb9, '耂'],
  [0x2ebb, '聿肉臼艹艹艹虎衤覀西见角'],
  [0x2ec8, '讠贝'],
  [0x2ecb, '车辶辶辶'],
  [0x2ed0, '钅長镸长门'],
  [0x2ed6, '阝雨青韦页风飞食'],
  [0x2edf, '飠饣'],
  [0x2ee2, '马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'],
];
// ⼾: what its simplified form is, of which the standard knows nothing.
const RADICAL = new Map(
  [...RADICALS, [0x2f3e, '户'] as const].flatMap(([from, to]) => [...to].map((c, i) => [from + i, c] as const)),
);

/** What drafters draw a line with to be written on, and letters of other scripts that look like an X. */
const ALIKE = new Map(
  (['▁﹍﹎﹏ˍ＿', 'ΧХX', 'хⅹx'] as const).flatMap(chars => [...chars].map(c => [c, chars.at(-1)!] as const)),
);

/** What is folded, wherever it stands. The line ends are those that Word, a PDF and old machines write besides ours. */
const FOLDED =
  /[\t\v\f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000０-９Ａ-Ｚａ-ｚ％．\u2e80-\u2fd5\u31d0\uf900-\ufaff\u0000▁﹍﹎﹏ˍΧХхⅹ]/g;
const ANY = new RegExp(FOLDED.source);

function fold(c: string): string {
  const alike = ALIKE.get(c);
  if (alike !== undefined) return alike;
  const code = c.charCodeAt(0);
  if (c === '\v' || c === '\f' || code === 0x85 || code === 0x2028 || code === 0x2029) return '\n';
  if (code >= 0xff00) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000) return ' ';
  if (code === 0x31d0) return '一';
  if (code >= 0x2e80) return RADICAL.get(code) ?? single(c);
  return c === '\t' ? c : ' ';
}

/** A compatibility character as the character it is compatible with, where that is one code unit. */
function single(c: string): string {
  const normal = c.normalize('NFKC');
  return normal.length === 1 ? normal : c;
}

const TRADITIONAL: Readonly<Record<string, string>> = { 條: '条', 項: '项', 編: '编', 節: '节', 款: '款' };
const NUMERAL = '零〇一二两三四五六七八九十廿卅百千0-9';
/** 第九十九條, 第（二）項: beside a number these are the words of a locator, whatever the text is written in. */
const LOCATOR_WORD = new RegExp(`[條項編節](?<=第[（( ]{0,2}[${NUMERAL} ]{1,12}[）) ]{0,2}.)`, 'g');
/** 第玖拾玖条: as sums are written by hand, and by some the numbers of provisions. */
const FINANCIAL = '壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟';
const PLAIN = '一二二三三四五六六七八九十百千';
const HAS_FINANCIAL = new RegExp(`[${FINANCIAL}]`);
const FINANCIAL_NUMBER = new RegExp(
  `(?<=第[（( ]{0,2})[零〇 ${FINANCIAL}]{1,12}(?=[）) ]{0,2}[编章节条款项編節條項])`,
  'g',
);
/** 3，260: a clause never parts a digit from just three more. Of 100，200，300 nobody knows. */
const THOUSANDS = /(?=\d)(?<![\d.]|\d[，,])(?:\d{1,3}，\d{3}(?![\d，])|\d{1,2}(?:，\d{3})+(?![\d，]))/g;

/** 一．基本情况: the mark of a heading's number. */
const ORDINAL_DOT = /\.(?!\d)(?<=(?<![^\n\r])[# ]{0,12}(?:\*\*)?[一二三四五六七八九十]{1,3} ?\.)/g;

/** 18, 25, 40: a comma of a list, with the blank that keyboards for Latin put behind it. */
const LIST_COMMA = /,(?= +\d)(?<=\d,)/g;

/** `text` with every look-alike folded; as long as it. The patterns begin with what is rare, not with what they look back on. */
export function folded(text: string): string {
  let out = ANY.test(text) ? text.replace(FOLDED, fold) : text;
  if (HAS_FINANCIAL.test(out))
    out = out.replace(FINANCIAL_NUMBER, number => number.replace(/\S/g, c => PLAIN[FINANCIAL.indexOf(c)] ?? c));
  if (/[條項編節]/.test(out)) out = out.replace(LOCATOR_WORD, c => TRADITIONAL[c]!);
  if (out.includes('.')) out = out.replace(ORDINAL_DOT, '、');
  if (out.includes(', ')) out = out.replace(LIST_COMMA, '，');
  return /\d，\d/.test(out) ? out.replace(THOUSANDS, number => number.replaceAll('，', ',')) : out;
}

/** Nobody sees these: of no width, a hyphen only shown at a line's end, a mark of direction, a choice of glyph, what is no character. */
export const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked for by itself
  /(?:[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff]|\udb40[\udd00-\uddef])+/g;
