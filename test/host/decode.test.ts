import assert from 'node:assert/strict';
import { decode, RefusedError } from '../../server/src/host/decode.js';
import { encode, utf16, utf8 } from './encoders.js';

const REPORT = '# 关于基层党组织建设情况的调研报告\r\n\r\n根据《中华人民共和国公务员法》第三条，现有党员*人，占35%。\n';
const TRADITIONAL =
  '關於基層黨組織建設情況的調研報告，根據有關法律規定，現將調查結果報告如下：黨員人數不足，經費無法保障。';

const READ: readonly [string, Uint8Array, ReturnType<typeof decode>][] = [
  ['nothing', utf8(''), { text: '', encoding: 'utf-8', bom: false }],
  ['a mark alone', utf8('\uFEFF'), { text: '', encoding: 'utf-8', bom: true }],
  ['ASCII', utf8('report\n'), { text: 'report\n', encoding: 'utf-8', bom: false }],
  ['UTF-8', utf8(REPORT), { text: REPORT, encoding: 'utf-8', bom: false }],
  ['UTF-8 with a mark', utf8(`\uFEFF${REPORT}`), { text: REPORT, encoding: 'utf-8', bom: true }],
  ['UTF-16LE with a mark', utf16(REPORT, 'le'), { text: REPORT, encoding: 'utf-16le', bom: true }],
  ['UTF-16BE with a mark', utf16(REPORT, 'be'), { text: REPORT, encoding: 'utf-16be', bom: true }],
  ['GB18030', encode('gb18030', REPORT), { text: REPORT, encoding: 'gb18030', bom: false }],
  [
    'GB18030, traditional characters',
    encode('gb18030', TRADITIONAL),
    { text: TRADITIONAL, encoding: 'gb18030', bom: false },
  ],
  ['GB18030, two characters', encode('gb18030', '报告'), { text: '报告', encoding: 'gb18030', bom: false }],
  [
    'GB18030 with a character of four bytes',
    Uint8Array.of(...encode('gb18030', '党员张'), 0x82, 0x35, 0xf3, 0x37, ...encode('gb18030', '同志')),
    {
      text: `党员张${new TextDecoder('gb18030').decode(Uint8Array.of(0x82, 0x35, 0xf3, 0x37))}同志`,
      encoding: 'gb18030',
      bom: false,
    },
  ],
  [
    'GB18030 with a mark',
    Uint8Array.of(0x84, 0x31, 0x95, 0x33, ...encode('gb18030', REPORT)),
    { text: REPORT, encoding: 'gb18030', bom: true },
  ],
  [
    'private-use characters in UTF-8, as some fonts use them',
    utf8('\uE000号文件'),
    { text: '\uE000号文件', encoding: 'utf-8', bom: false },
  ],
  ['a soft line break of Word', utf8('一、\x0b二、'), { text: '一、\x0b二、', encoding: 'utf-8', bom: false }],
];

const broken = utf8(REPORT).slice();
broken[30] = 0xff;

const REFUSED: readonly [string, Uint8Array, RegExp][] = [
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), /空字节/],
  ['UTF-16 without a mark', utf16(REPORT, 'le').subarray(2), /空字节/],
  [
    'UTF-32, whose mark begins like that of UTF-16',
    Uint8Array.of(0xff, 0xfe, 0, 0, 0x2a, 0x4e, 0, 0),
    /控制字符 U\+0000/,
  ],
  ['UTF-16 that stops in the middle of a character', utf16(REPORT, 'le').subarray(0, -1), /UTF-16LE 编码已损坏/],
  ['UTF-8 with one broken byte', broken, /UTF-8 编码已损坏/],
  ['UTF-8 that stops in the middle of a character', utf8('基层党组织').subarray(0, -1), /UTF-8 编码已损坏/],
  ['a UTF-8 mark before other bytes', Uint8Array.of(0xef, 0xbb, 0xbf, 0xb5, 0xb3), /UTF-8 编码已损坏/],
  ['Big5', encode('big5', TRADITIONAL), /无法确定文字编码/],
  [
    'Big5 that falls on common characters of GB2312 for the greater part',
    encode('big5', '關於黨組織調查報告有關人數不足，來到會上對用'),
    /无法确定文字编码/,
  ],
  ['Shift_JIS', encode('shift_jis', 'これは調査報告書です。党員の人数が足りません。'), /无法确定文字编码/],
  ['Latin-1', Buffer.from('für die Prüfung der Behörden', 'latin1'), /无法确定文字编码/],
  [
    'random bytes',
    Uint8Array.from({ length: 400 }, (_, i) => 1 + (((i * 7919) ^ (i >> 3)) % 255)),
    /无法确定文字编码|已损坏|控制字符/,
  ],
  ['a control character', utf8('第一行\n第二行\x01\n'), /第 2 行含有控制字符 U\+0001/],
];

describe('decode', () => {
  for (const [name, bytes, expected] of READ) {
    it(`reads ${name}`, () => assert.deepEqual(decode(bytes), expected));
  }
  for (const [name, bytes, reason] of REFUSED) {
    it(`refuses ${name}`, () => {
      assert.throws(
        () => decode(bytes),
        (error: unknown) => error instanceof RefusedError && reason.test(error.reason['zh-CN']),
      );
    });
  }
});
