/** Signs of the symbol fonts that reports use: boxes to tick, ticks, bullets. Any other is U+FFFC, and counted. */
const BOX = '□';
const TICKED = '☑';
const CROSSED = '☒';
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    108: '●',
    110: '■',
    111: BOX,
    113: '❑',
    114: BOX,
    117: '◆',
    118: '❖',
    168: BOX,
    167: '▪',
    216: '➢',
    251: '✗',
    252: '✓',
    253: CROSSED,
    254: TICKED,
  },
  'wingdings 2': { 42: BOX, 79: '✗', 80: '✓', 81: CROSSED, 82: TICKED, 83: CROSSED, 163: BOX },
  webdings: { 97: '✓', 99: BOX, 103: '■' },
  symbol: { 163: '≤', 179: '≥', 177: '±', 180: '×', 183: '·', 184: '÷', 176: '°' },
};

/** What a `w:sym` shows. Its code may stand in the private area where fonts of this kind keep theirs. */
export function symbolOf(font: string, code: string): string {
  const at = parseInt(code, 16);
  if (!Number.isSafeInteger(at) || at > 0x10ffff) return '\ufffc';
  const own = SYMBOLS[font.trim().toLowerCase()];
  if (own) return own[at >= 0xf000 && at <= 0xf0ff ? at - 0xf000 : at] ?? '\ufffc';
  return (at >= 0xe000 && at <= 0xf8ff) || at < 0x20 || (at >= 0xd800 && at <= 0xdfff)
    ? '\ufffc'
    : String.fromCodePoint(at);
}
