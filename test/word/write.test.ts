import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Edit } from '../../server/src/core/text/edit.js';
import { Package } from '../../server/src/word/package.js';
import { readDocument } from '../../server/src/word/reader.js';
import { project } from '../../server/src/word/project.js';
import { readWord } from '../../server/src/word/read.js';
import { WordError, type Note, type WordSource } from '../../server/src/word/source.js';
import { parse } from '../../server/src/word/xml.js';
import { packedOf, p, partsOf, r, tbl, tr, word } from '../harness/word.js';
import { everything, FORMS, plain } from './everything.js';

const NASTY = '../shared/word/nasty';
const READABLE = /^(?:exported|lo-|nasty-everything\.docx|nasty-remote|nasty-strict|numbers)/;

/** Documents to write into, by what they are. */
const documents: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  ...Object.fromEntries(Object.entries(FORMS).map(([name, form]) => [`everything, ${name}`, () => everything(form)])),
  'one without comments': plain,
  ...(existsSync(NASTY)
    ? Object.fromEntries(
        readdirSync(NASTY)
          .filter(name => READABLE.test(name))
          .map(name => [name, async () => readFileSync(`${NASTY}/${name}`)]),
      )
    : {}),
};

/** Some spans of a text: words that findings stand on, and whatever chance brings. */
const notesOn = ({ text }: WordSource, more: readonly (readonly [number, number])[] = []): Note[] =>
  [
    ...[...text.matchAll(/XX|第.条|＿+|\{\{[^}]*\}\}|[一二]、|\p{Script=Han}{5}/gu)].map(m => ({
      start: m.index,
      end: m.index + m[0].length,
    })),
    ...more.map(([at, length]) => {
      const start = Math.floor(at * text.length);
      return { start, end: Math.min(text.length, start + length) };
    }),
  ]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((span, i) => ({ ...span, paragraphs: [`【警告】<${i}> & \ud800`, '\0请核实'] }));

/** The nasty files are not part of the repository. */
const itWithNasty = existsSync(NASTY) ? it : it.skip;

describe('the map of a Word document', () => {
  itWithNasty('of the files in ../shared/word, where they are', () => assert.ok(Object.keys(documents).length > 8));
  for (const [name, bytes] of Object.entries(documents)) {
    it(name, async () => {
      const pack = await Package.open(await bytes());
      const { text, pieces, lines } = project(await readDocument(pack));
      let at = 0;
      for (const { start, end, piece } of pieces) {
        assert.equal(start, at, 'pieces cover the text');
        assert.equal(text.slice(start, end), piece.text);
        at = end;
        assert.equal(piece.kind === 'made', piece.run === null);
        if (piece.kind !== 'plain') continue;
        const said = pack.text(piece.run!.part).slice(piece.from, piece.to);
        if (piece.isPlaceholder) assert.match(said, /^[\s\u3000]+$/);
        else assert.equal(said, piece.text, 'a plain piece is what is written there');
        assert.equal(said.length, piece.text.length);
      }
      assert.equal(at, text.length);
      for (let i = 1; i < lines.length; i++) assert.ok(lines[i]!.start >= lines[i - 1]!.end, 'lines are apart');
    });
  }
});

describe('comments in a Word document', () => {
  for (const [name, make] of Object.entries(documents)) {
    it(`${name}: change nothing else, and are the same again`, async () => {
      const bytes = await make();
      const source = await readWord(bytes);
      const notes = notesOn(source);
      assert.ok(notes.length > 0);
      const out = await source.annotated(notes);
      const again = await readWord(out);
      assert.equal(again.text, source.text);
      assert.ok(again.isAnnotated);
      assert.deepEqual(Buffer.from(await again.annotated(notes)), Buffer.from(out), 'a second run');
      const bare = await (await readWord(out)).annotated([]);
      assert.ok(!(await readWord(bare)).isAnnotated);
      assert.deepEqual(
        Buffer.from(await (await readWord(bare)).annotated(notes)),
        Buffer.from(out),
        'taken out and written again',
      );

      const [before, after] = [await packedOf(bytes), await packedOf(out)];
      const changed = [...after.keys()].filter(part => after.get(part) !== before.get(part));
      for (const part of changed) assert.match(part, /(?:document|comments)\.xml(?:\.rels)?$|^\[Content_Types\]\.xml$/);
      assert.deepEqual(
        [...before.keys()].filter(part => !after.has(part)),
        [],
      );
    });

    it(`${name}: stand beside runs, one for each finding, under numbers of their own`, async () => {
      const source = await readWord(await make());
      const notes = notesOn(source);
      const parts = await partsOf(await source.annotated(notes));
      const comments = parse(parts.get('word/comments.xml')!);
      const own = comments.children.filter(it => it.attributes['w:author'] === '政策文稿检查');
      assert.equal(own.length, notes.length);
      const ids = comments.children.map(it => it.attributes['w:id']!);
      assert.equal(new Set(ids).size, ids.length);

      const marks = new Map<string, string[]>();
      let fields = 0;
      const walk = (it: ReturnType<typeof parse>, path: readonly string[]): void => {
        if (it.name === 'w:fldChar') fields += { begin: 1, end: -1 }[it.attributes['w:fldCharType']!] ?? 0;
        const kind = /^w:comment(RangeStart|RangeEnd|Reference)$/.exec(it.name)?.[1];
        const id = it.attributes['w:id']!;
        if (kind && own.some(one => one.attributes['w:id'] === id)) {
          marks.set(id, [...(marks.get(id) ?? []), kind]);
          assert.equal(fields, 0, 'no mark inside a field');
          assert.ok(!path.includes('w:txbxContent') && !path.includes('w:fldSimple') && !path.includes('w:ruby'));
          assert.equal(path.at(-1) === 'w:r', kind === 'Reference');
          const control = path.lastIndexOf('w:sdtContent');
          assert.ok(control < 0 || path.slice(control).includes('w:p'), 'no mark inside a control of a line');
        }
        for (const one of it.children) walk(one, [...path, it.name]);
      };
      walk(parse(parts.get('word/document.xml')!), []);
      assert.deepEqual(
        own.map(it => marks.get(it.attributes['w:id']!)),
        own.map(() => ['RangeStart', 'RangeEnd', 'Reference']),
      );
    });
  }

  it('stand on the very words', async () => {
    const source = await readWord(await everything());
    const notes = [...source.text.matchAll(/XX|第\*条|庚|例》第/g)].map(m => ({
      start: m.index,
      end: m.index + m[0].length,
      paragraphs: [m[0]],
    }));
    const parts = await partsOf(await source.annotated(notes));
    const xml = parts.get('word/document.xml')!;
    const wordsOf = (part: string): string => [...part.matchAll(/<w:t\b[^>]*>([^<]*)/g)].map(t => t[1]).join('');
    const stand = [
      ...parts.get('word/comments.xml')!.matchAll(/<w:comment w:id="(\d+)" w:author="政[^]*?<\/w:comment>/g),
    ].map(([said, id]) => {
      const [, after] = xml.split(`<w:commentRangeStart w:id="${id}"/>`);
      return `${wordsOf(said)} ${wordsOf(after!.split(`<w:commentRangeEnd w:id="${id}"/>`)[0]!)}`;
    });
    assert.deepEqual(stand, [
      'XX XX',
      '例》第 例》第',
      'XX XX',
      // In a text box no comment may stand: it is told at the run the box hangs on.
      'XX 专班XX个专班XX个',
      'XX XX',
      'XX XX',
      '庚 庚',
      'XX XX',
      'XX XX',
      // In a note neither: at its mark.
      'XX ',
    ]);
  });

  it('are put where chance wants them, and the text stays', async () => {
    const bytes = await everything();
    const source = await readWord(bytes);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60)), { maxLength: 30 }),
        async more => {
          const notes = notesOn(source, more);
          const again = await readWord(await source.annotated(notes));
          assert.equal(again.text, source.text);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of other people, and their answers to ours, are kept', async () => {
    const out = await (await readWord(await everything())).annotated([{ start: 0, end: 2, paragraphs: ['甲'] }]);
    const comments = (await partsOf(out)).get('word/comments.xml')!;
    assert.match(
      comments,
      /<w:comment w:id="3" w:author="李" w:initials="李"><w:p><w:r><w:t>请核实<\/w:t><\/w:r><\/w:p><\/w:comment>/,
    );
    assert.doesNotMatch(comments, /w:date/);
  });

  it('leave nothing of ours behind where Word keeps more of each comment', async () => {
    const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
    const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
    const own =
      '<w:comment w:id="5" w:author="政策文稿检查"><w:p w14:paraId="0A"><w:r><w:t>旧</w:t></w:r></w:p></w:comment>';
    const theirs = '<w:comment w:id="6" w:author="李"><w:p w14:paraId="0B"><w:r><w:t>答</w:t></w:r></w:p></w:comment>';
    const bytes = await word({
      body: p(
        `<w:commentRangeStart w:id="5"/>${r('共XX家')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>`,
      ),
      comments: own + theirs,
      relations:
        '<Relationship Id="e" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>',
      more: {
        'word/commentsExtended.xml': `<w15:commentsEx xmlns:w15="${W15}" xmlns:w14="${W14}"><w15:commentEx w15:paraId="0A" w15:done="0"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/></w15:commentsEx>`,
      },
    });
    const parts = await partsOf(await (await readWord(bytes)).annotated([]));
    assert.doesNotMatch(parts.get('word/commentsExtended.xml')!, /0A/);
    assert.match(parts.get('word/commentsExtended.xml')!, /w15:paraId="0B"/);
    assert.doesNotMatch(parts.get('word/document.xml')!, /comment/);
    assert.ok(parts.get('word/comments.xml')!.includes(theirs) && !parts.get('word/comments.xml')!.includes(own));
  });

  it('are not put into a signed document', async () => {
    const source = await readWord(await word({ body: p('共XX家'), more: { '_xmlsignatures/sig1.xml': '<a/>' } }));
    await assert.rejects(
      source.annotated([{ start: 0, end: 1, paragraphs: ['甲'] }]),
      (error: unknown) => error instanceof WordError && /签名/.test(error.reason['zh-CN']),
    );
  });

  it('of a document with nothing in it are none', async () => {
    const bytes = await word('');
    assert.equal(await (await readWord(bytes)).annotated([]), bytes);
    assert.equal(
      (await readWord(await (await readWord(bytes)).annotated([{ start: 0, end: 1, paragraphs: ['甲'] }]))).text,
      '',
    );
  });
});

describe('values in a Word document', () => {
  const placeholders = ({ text }: WordSource): Edit[] =>
    [...text.matchAll(/XX|＿+|____|\{\{[^}]*\}\}|(?<=第)\*/g)].map((m, i) => ({
      start: m.index,
      end: m.index + m[0].length,
      text: `${100 + i}`,
    }));
  const isLocked = (source: WordSource, edit: Edit): Promise<boolean> =>
    source.spliced([edit]).then(
      () => false,
      error => {
        assert.ok(error instanceof WordError && /域|绑定/.test(error.reason['zh-CN']));
        return true;
      },
    );

  for (const [name, make] of Object.entries(documents)) {
    it(`${name}: stand where the blanks were, and all else is as it was`, async () => {
      const bytes = await make();
      const source = await readWord(bytes);
      const open: Edit[] = [];
      for (const edit of placeholders(source)) if (!(await isLocked(source, edit))) open.push(edit);
      const out = await source.spliced(open);
      const expected = open.reduceRight(
        (text, { start, end, text: words }) => text.slice(0, start) + words + text.slice(end),
        source.text,
      );
      assert.equal((await readWord(out)).text, expected);
      const [before, after] = [await packedOf(bytes), await packedOf(out)];
      for (const [part, content] of after)
        if (content !== before.get(part)) assert.match(part, /(?:document|footnotes)\.xml$/);
      const shape = async (from: Uint8Array): Promise<string> =>
        (await partsOf(from))
          .get('word/document.xml')!
          .replace(/>[^<]+</g, '><')
          .replace(/<[\w:]*tab\/>|<[\w:]*t xml:space="preserve"><\/[\w:]*t>|<[\w:]*sdt>[^]*?<\/[\w:]*sdt>/g, '');
      assert.equal(await shape(out), await shape(bytes), 'runs and their look are kept');
    });
  }

  it('are all there or none', async () => {
    const source = await readWord(await everything());
    await assert.rejects(source.spliced(placeholders(source)), (error: unknown) => {
      assert.ok(error instanceof WordError);
      assert.match(error.reason['zh-CN'], /“\{\{姓名\}\}”是域.*；“＿＿＿＿”是域.*；“\{\{数\}\}”是与文档数据绑定/);
      return true;
    });
  });

  it('are not put where Word makes the words', async () => {
    const source = await readWord(await everything());
    const start = source.text.indexOf('一、');
    await assert.rejects(source.spliced([{ start, end: start + 2, text: '二、' }]), /not written in the document/);
  });

  it('are put into both copies of a text box, which the blank is in no longer', async () => {
    const source = await readWord(await everything());
    const start = source.text.indexOf('XX个');
    const xml = (await partsOf(await source.spliced([{ start, end: start + 2, text: '7' }]))).get('word/document.xml')!;
    assert.equal([...xml.matchAll(/<w:t xml:space="preserve">7<\/w:t>/g)].length, 2);
  });

  it('are refused where the copies differ', async () => {
    const { textBox } = await import('../harness/word.js');
    const source = await readWord(await word(p(textBox(p(r('共XX个')), p(r('共XX件'))))));
    await assert.rejects(source.spliced([{ start: 1, end: 3, text: '7' }]), /copies/);
  });

  it('answer a control: its question and the look of one are gone', async () => {
    const source = await readWord(await everything());
    const start = source.text.indexOf('{{单位}}');
    const xml = (await partsOf(await source.spliced([{ start, end: start + 6, text: '甲&乙' }]))).get(
      'word/document.xml',
    )!;
    assert.match(
      xml,
      /<w:alias w:val="单位"\/><\/w:sdtPr><w:sdtContent><w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">甲&amp;乙<\/w:t><\/w:r><\/w:sdtContent>/,
    );
  });

  it('replace a blank in which Markdown needs an escape', async () => {
    const source = await readWord(await word(tbl(tr('甲', '{{数|个}}'))));
    const start = source.text.indexOf('{{');
    const out = await source.spliced([{ start, end: source.text.indexOf('}}') + 2, text: '7' }]);
    assert.match((await readWord(out)).text, /\| 甲 \| 7 \|/);
  });

  it('keep blanks at their ends', async () => {
    const source = await readWord(await word(p('<w:r><w:t>共XX家</w:t></w:r>')));
    const out = await source.spliced([{ start: 1, end: 3, text: ' 7 ' }]);
    assert.match((await readWord(out)).text, /共 7 家/);
  });
});
