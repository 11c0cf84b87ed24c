import assert from 'node:assert/strict';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { RefusedError } from '../../server/src/host/decode.js';
import { htmlText } from '../../server/src/host/html.js';
import { regulationFiles, regulationText } from '../../server/src/host/regulation-files.js';
import { docx, NAMESPACE } from '../host/docx-maker.js';
import { encode, utf16 } from '../host/encoders.js';
import { folderWith } from '../host/folder.js';

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
      () => docx([...LINES.slice(0, 2), { text: '甲。', numbered: true }, { text: '乙。', numbered: true }]),
      `${LINES.slice(0, 2).join('\n')}\n第一条 甲。\n第二条 乙。`,
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
      /^✗ it is in an old format \(\.doc, \.wps\)/,
    ],
    ['binary rubbish', 'a.txt', () => Uint8Array.of(0, 1, 2), /zero bytes/],
    [
      'a zip bomb in a part that nobody reads',
      'a.docx',
      () => docx(LINES, { 'word/media/a.bin': new Uint8Array(65 * 1024 * 1024) }),
      PLAIN,
    ],
    [
      'a zip bomb in the text',
      'a.docx',
      () => docx([...LINES, 'a'.repeat(17 * 1024 * 1024)]),
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

  /** The main part of a document with this in its body; the part is the last of its name, as in a file that was tampered with. */
  const body = (xml: string, attributes = '', before = ''): Promise<Uint8Array> =>
    docx([], {
      'word/document.xml': `<?xml version="1.0"?>${before}<w:document ${NAMESPACE} ${attributes}><w:body>${xml}</w:body></w:document>`,
    });
  const times = (count: number, make: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => make(i)).join(' ');
  const RUN = '<w:r><w:t>甲</w:t></w:r>';
  const DAMAGED = '✗ not a .docx document, or damaged';
  const DEEP = '✗ its elements are nested too deeply, and it was not read';
  const MUCH = /^✗ it has too many elements, and was not read/;
  const DTD = /^✗ it has a DTD/;
  const PAGE_MUCH = /^✗ it has more than 500000 elements, or one with too many attributes/;

  /** Small for what they would cost: read or refused, each in so much of the processor's time. */
  const MOST_MS = 4000;
  const BOMBS: [
    what: string,
    name: string,
    bytes: () => string | Promise<Uint8Array>,
    text: string | RegExp | number,
  ][] = [
    ['XML that is broken at each character', 'a.docx', () => body('< '.repeat(1_000_000)), DAMAGED],
    ['XML whose tags do not end', 'a.docx', () => body('<w:p a="'.repeat(250_000)), DAMAGED],
    ['XML whose attributes have no quotes', 'a.docx', () => body('<w:p a=b c>'.repeat(200_000)), DAMAGED],
    ['XML that closes what is not open', 'a.docx', () => body('</w:x>'.repeat(300_000)), DAMAGED],
    ['sections of characters that do not end', 'a.docx', () => body('<![CDATA['.repeat(200_000)), DAMAGED],
    ['comments that do not end', 'a.docx', () => body('<!-- '.repeat(400_000)), DAMAGED],
    ['elements that do not end', 'a.docx', () => body(`<w:p>${RUN}`.repeat(60_000)), DEEP],
    [
      'elements deep in each other',
      'a.docx',
      () => body('<w:sdt><w:sdtContent>'.repeat(20_000) + '</w:sdtContent></w:sdt>'.repeat(20_000)),
      DEEP,
    ],
    [
      'a namespace for each level',
      'a.docx',
      () => body(`${times(20_000, i => `<w:p xmlns:a${i}="u">`)}${'</w:p>'.repeat(20_000)}`),
      DEEP,
    ],
    [
      'a thousand namespaces in each paragraph',
      'a.docx',
      () =>
        body(
          '<w:p xmlns:b="u"/>'.repeat(2000),
          times(1000, i => `xmlns:a${i}="u"`),
        ),
      MUCH,
    ],
    ['an element of many attributes', 'a.docx', () => body(`<w:p ${times(30_000, i => `a${i}="1"`)}/>`), MUCH],
    ['two million elements', 'a.docx', () => body('<w:p/>'.repeat(2_000_000)), MUCH],
    [
      'fields that never end',
      'a.docx',
      () => body(`<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(150_000)}</w:p>`),
      DEEP,
    ],
    [
      'notes that are all called twice',
      'a.docx',
      () => body(`<w:p>${times(60_000, i => `<w:r><w:footnoteReference w:id="${i}"/></w:r>`)}</w:p>`),
      '',
    ],
    [
      'a table of a thousand columns and twenty thousand rows',
      'a.docx',
      () =>
        body(
          `<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(1000)}</w:tr>${'<w:tr><w:tc/></w:tr>'.repeat(20_000)}</w:tbl>`,
        ),
      '',
    ],
    [
      'tables in tables in Word',
      'a.docx',
      () =>
        body(
          `${'<w:tbl><w:tr><w:tc>'.repeat(80)}${`<w:p>${RUN}</w:p>`.repeat(30_000)}${'</w:tc></w:tr></w:tbl>'.repeat(80)}`,
        ),
      /^甲/,
    ],
    [
      'text boxes in text boxes',
      'a.docx',
      () =>
        body(
          `${'<w:p><w:r><w:pict><w:txbxContent>'.repeat(60)}${`<w:p>${RUN}</w:p>`.repeat(30_000)}${'</w:txbxContent></w:pict></w:r></w:p>'.repeat(60)}`,
        ),
      DEEP,
    ],
    ['a paragraph of a hundred thousand runs', 'a.docx', () => body(`<w:p>${RUN.repeat(100_000)}</w:p>`), /^甲/],
    ['entities of its own', 'a.docx', () => body('<w:p/>', '', '<!DOCTYPE a [<!ENTITY b "甲">]>'), DTD],
    [
      'entities in entities',
      'a.docx',
      () =>
        body(
          `<w:p><w:r><w:t>&b9;</w:t></w:r></w:p>`,
          '',
          `<!DOCTYPE a [<!ENTITY b0 "甲">${times(9, i => `<!ENTITY b${i + 1} "${`&b${i};`.repeat(10)}">`)}]>`,
        ),
      DTD,
    ],
    [
      'an entity that is a file',
      'a.docx',
      () => body('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>', '', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]>'),
      DTD,
    ],
    [
      'a main part that is called something else',
      'a.docx',
      () =>
        docx(LINES, {
          '_rels/.rels': relation('officeDocument', 'word/document.bin'),
          'word/document.bin': '< '.repeat(1_000_000),
        }),
      DAMAGED,
    ],
    [
      'six thousand parts',
      'a.docx',
      () => docx(LINES, Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`a${i}`, '']))),
      LINES.join('\n'),
    ],
    [
      'parts that share their bytes',
      'a.docx',
      async () => overlapping(40, Buffer.from(`<a>${' '.repeat(2 ** 21)}</a>`)),
      /^✗ its archive holds too many files/,
    ],
    [
      'two parts of one name',
      'a.docx',
      async () => overlapping(2, Buffer.from('<a/>'), () => 'a.xml'),
      /^✗ its archive holds too many files, or two of one name/,
    ],
    [
      'pictures that are elsewhere',
      'a.docx',
      () =>
        body(
          '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r9"/></w:drawing></w:r><w:r><w:t>甲</w:t></w:r></w:p>',
        ),
      '甲',
    ],

    ['lines deep inside a page', 'a.html', () => '<div>'.repeat(450) + '甲<br>'.repeat(200_000), 399_999],
    ['provisions deep inside a page', 'a.html', () => '<div>'.repeat(450) + '<br>第一条 甲'.repeat(150_000), 899_999],
    ['tables in tables', 'a.html', () => '<table><tr><td>第一条 '.repeat(100) + '乙 '.repeat(1_500_000), /^第一条/],
    ['tags of many attributes', 'a.html', () => `<p ${times(900, i => `a${i}`)}>`.repeat(1500), PAGE_MUCH],
    ['a tag that does not end', 'a.html', () => '<p a="'.repeat(1_500_000), ''],
    ['a tag of attributes that does not end', 'a.html', () => `<p ${times(300_000, i => `a${i}`)}`, PAGE_MUCH],
    ['a comment that does not end', 'a.html', () => '<!--'.repeat(1_500_000), ''],
    ['a DOCTYPE that does not end', 'a.html', () => '<!DOCTYPE '.repeat(600_000), ''],
    [
      'entities',
      'a.html',
      () => `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><p>${'&b;&amp;'.repeat(200_000)}`,
      /^(?!.*localhost)/,
    ],
    ['a page of 17 MB', 'a.html', () => '甲'.repeat(6_000_000), /^✗ it holds more than 16 MB/],
  ];
  for (const [what, name, make, expected] of BOMBS) {
    it(`soon: ${what}`, async () => {
      const bytes = await make();
      let last = 0;
      for (let times = 0; times < 3; times++) {
        const start = process.cpuUsage();
        const text = await textOf(name, bytes);
        const { user, system } = process.cpuUsage(start);
        if (typeof expected === 'string') assert.equal(text.slice(0, 200), expected);
        else if (typeof expected === 'number') assert.equal(text.length, expected);
        else assert.match(text.slice(0, 200), expected);
        last = (user + system) / 1000;
        if (last < MOST_MS) return;
      }
      assert.fail(`${last} ms`);
    }).timeout(120_000);
  }

  it('is not read when the file is huge', async () => {
    assert.equal(
      await textOf('a.txt', new Uint8Array(64 * 1024 * 1024 + 1)),
      '✗ it holds more than 64 MB and was not read',
    );
  });
});

const relation = (type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

/** A zip of many parts, each of which is the same bytes of the file. */
function overlapping(
  count: number,
  content: Uint8Array,
  name = (i: number): string => (i === 0 ? '[Content_Types].xml' : `a${i}`),
): Uint8Array {
  const data = deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(content.length, 18);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, data]);
  const central = Buffer.concat(
    Array.from({ length: count }, (_, i) => {
      const named = Buffer.from(fields);
      named.writeUInt16LE(name(i).length, 22);
      return Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), named, Buffer.alloc(14), Buffer.from(name(i))]);
    }),
  );
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

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
