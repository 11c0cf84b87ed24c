/** Signs of the symbol fonts that reports use: boxes to tick, ticks, bullets. Any other is U+FFFC, and counted. */
const BOX = '□';
const TICKED = '☑';
const CROSSED = '☒';
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●',
    0x6e: '■',
    0x6f: BOX,
    0x71: '❑',
    0x72: BOX,
    0x75: '◆',
    0x76: '❖',
    0xa8: BOX,
    0xa7: '▪',
    0xd8: '➢',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: CROSSED,
    0xfe: TICKED,
  },
  'wingdings 2': { 0x2a: BOX, 0x4f: '✗', 0x50: '✓', 0x51: CROSSED, 0x52: TICKED, 0x53: CROSSED, 0xa3: BOX },
  webdings: { 0x61: '✓', 0x63: BOX, 0x67: '■' },
  symbol: { 0xa3: '≤', 0xb3: '≥', 0xb1: '±', 0xb4: '×', 0xb7: '·', 0xb8: '÷', 0xb0: '°' },
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
