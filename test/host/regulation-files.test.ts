import assert from 'node:assert/strict';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { RefusedError } from '../../server/src/host/decode.js';
import { htmlText } from '../../server/src/host/html.js';
import { regulationFiles, regulationText } from '../../server/src/host/regulation-files.js';
import { docx } from './docx-maker.js';
import { encode, utf16 } from './encoders.js';
import { folderWith } from './folder.js';

const LINES = ['示例条例', '（2020年1月2日通过）', '第一条　甲。', '第二条　乙。'];

/** The text of a file with these bytes, or why it is refused. */
async function textOf(name: string, bytes: string | Uint8Array): Promise<string> {
  try {
    return await regulationText(join(folderWith({ [name]: bytes }), name));
  } catch (error) {
    if (error instanceof RefusedError) return `✗ ${error.reason.en}`;
    throw error;
  }
}

describe('the text of a file to import', () => {
  const PLAIN = LINES.join('\n');
  const TEXTS: [
    what: string,
    name: string,
    bytes: () => string | Uint8Array | Promise<Uint8Array>,
    text: string | RegExp,
  ][] = [
    ['plain text', 'a.txt', () => PLAIN, PLAIN],
    ['GB18030', 'a.txt', () => encode('gb18030', PLAIN), PLAIN],
    ['UTF-16', 'a.md', () => utf16(PLAIN, 'le'), PLAIN],
    ['a web page in GB18030', 'a.HTM', () => encode('gb18030', `<meta charset=gb2312><p>${LINES.join('<p>')}`), PLAIN],
    ['a Word document', 'a.docx', () => docx(LINES), PLAIN],
    ['a Word document without words', 'a.docx', () => docx([]), ''],
    [
      'a Word document whose articles Word numbers',
      'a.docx',
      () => docx([...LINES.slice(0, 2), { text: '甲。', numbered: true }]),
      /numbered by Word itself/,
    ],
    [
      'a Word document with an empty numbered paragraph',
      'a.docx',
      () => docx([...LINES, { text: ' ', numbered: true }]),
      PLAIN,
    ],
    ['no zip', 'a.docx', () => PLAIN, '✗ not a .docx document, or damaged'],
    ['an empty file', 'a.docx', () => '', '✗ not a .docx document, or damaged'],
    ['half a zip', 'a.docx', async () => (await docx(LINES)).subarray(0, 700), '✗ not a .docx document, or damaged'],
    [
      'a zip that is no document',
      'a.docx',
      () => zipOf('a.txt', Buffer.from('甲'), 3),
      '✗ not a .docx document, or damaged',
    ],
    [
      'an old Word document',
      'a.docx',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0),
      /^✗ not a \.docx but an old Word document/,
    ],
    ['binary rubbish', 'a.txt', () => Uint8Array.of(0, 1, 2), /zero bytes/],
    [
      'a zip bomb',
      'a.docx',
      () => docx(LINES, { 'word/media/a.bin': new Uint8Array(65 * 1024 * 1024) }),
      /^✗ it inflates to more than 64 MB/,
    ],
    [
      'a zip bomb in the text',
      'a.docx',
      () => docx(LINES, { 'word/header1.xml': new Uint8Array(17 * 1024 * 1024) }),
      /^✗ it inflates to more than 16 MB/,
    ],
    [
      'a zip bomb that lies about its size',
      'a.docx',
      () => zipOf('[Content_Types].xml', Buffer.alloc(65 * 1024 * 1024), 5),
      /^✗ it inflates to more than 16 MB/,
    ],
  ];
  for (const [what, name, bytes, expected] of TEXTS) {
    it(what, async () => {
      const text = await textOf(name, await bytes());
      if (typeof expected === 'string') assert.equal(text, expected);
      else assert.match(text, expected);
    }).timeout(20_000);
  }

  it('is not read when the file is huge', async () => {
    assert.equal(
      await textOf('a.txt', new Uint8Array(64 * 1024 * 1024 + 1)),
      '✗ it holds more than 64 MB and was not read',
    );
  });
});

/** A zip of one file that says of it that it has `size` bytes. */
function zipOf(name: string, content: Uint8Array, size: number): Uint8Array {
  const data = deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe('the text of a web page', () => {
  const CASES: [what: string, html: string, text: string][] = [
    ['paragraphs and line breaks', '<p>第一条 甲<br>乙</p>丙<div>丁<span>戊</span></div>', '第一条 甲\n乙\n丙\n丁戊'],
    [
      'what is not text',
      '<head><title>题</title></head><nav>首页</nav><script>var a</script><style>p{}</style><p>甲<!-- 注 --></p><footer>乙</footer>',
      '甲',
    ],
    ['lines of the source', '<p>甲\n  乙 a\n b</p><pre>丙\n丁</pre>', '甲乙 a b\n丙\n丁'],
    ['entities and blanks', '<p>&emsp;第一条&nbsp;&nbsp;甲&lt;乙&gt;</p>', '第一条\u00a0\u00a0甲<乙>'],
    [
      'what stands after the articles',
      '<h1>示例条例</h1><div id=a><p>第一条 甲。<p>第二条 乙。</div><div>责任编辑：某</div>',
      '示例条例\n第一条 甲。\n第二条 乙。',
    ],
    [
      'a table of rates',
      '<p>第一条 甲。<p>第二条 乙。<table><tr><th>税目<th>税率<tr><td>子<td>1%</table>',
      '第一条 甲。\n第二条 乙。\n| 税目 | 税率 |\n| 子 | 1% |',
    ],
    [
      'a table that lays out the page',
      '<table><tr><td>首页<td><p>第一条 甲。<p>第二条 乙。</table>',
      '首页\n第一条 甲。\n第二条 乙。',
    ],
    ['elements that are not closed', '<div><p>第一条 甲<p>第二条 <b>乙', '第一条 甲\n第二条 乙'],
    ['nothing', '', ''],
  ];
  for (const [what, html, text] of CASES) it(what, () => assert.equal(htmlText(html), text));

  it('is refused when elements are nested without end', () => {
    assert.throws(() => htmlText('<div>'.repeat(100_000)), RefusedError);
    assert.throws(() => htmlText(`<table><tr><td>${'<b><i>'.repeat(50_000)}`), RefusedError);
    assert.throws(() => htmlText('<li><dd>'.repeat(50_000)), RefusedError);
  }).timeout(20_000);

  it('is refused when it has attributes without end, or formatting that each paragraph takes up again', () => {
    assert.throws(
      () => htmlText(`<p title="<b>" ${Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(' ')}>甲`),
      RefusedError,
    );
    assert.throws(
      () => htmlText(Array.from({ length: 20_000 }, (_, i) => `<p><b a${i}>甲</p>`).join('')),
      RefusedError,
    );
  }).timeout(20_000);
});

describe('the files to import', () => {
  it('are the texts in and below a folder, but not the output', async () => {
    const folder = folderWith({
      'a/一.docx': '',
      'a/二.MD': '',
      'b.txt': '',
      'c.html': '',
      'd.pdf': '',
      'e.doc': '',
      'f.json': '',
      'README.md': '',
      '~$一.docx': '',
      '.x.md': '',
      'node_modules/g.md': '',
      'out/h.md': '',
    });
    const { files, refused, unread } = await regulationFiles(folder, join(folder, 'out'));
    const short = (paths: readonly string[]): string[] => paths.map(path => path.slice(folder.length + 1));
    assert.deepEqual(
      [short(files), refused, short(unread)],
      [['a/一.docx', 'a/二.MD', 'b.txt', 'c.html'], [], ['d.pdf', 'e.doc']],
    );
    // A folder that is asked for is read, also when it is the output.
    assert.deepEqual(short((await regulationFiles(join(folder, 'out'), join(folder, 'out'))).files), ['out/h.md']);
  });

  it('are named with the reason when they cannot be read', async () => {
    const folder = folderWith({ 'a.pdf': '', 'empty/x.json': '' });
    const reason = async (name: string): Promise<string[]> =>
      (await regulationFiles(join(folder, name), '')).refused.map(it => it.reason.en);
    assert.deepEqual(await reason('a.pdf'), ['.pdf files are not supported; save it as .docx, .txt, .md or .html']);
    assert.deepEqual(await reason('none.md'), ['no such file or folder']);
    assert.deepEqual(await reason('empty'), ['it holds no file to import (.docx, .md, .txt, .html)']);
  });
});
