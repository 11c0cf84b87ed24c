import assert from 'node:assert/strict';
import fc from 'fast-check';
import JSZip from 'jszip';
import { readWord } from '../../server/src/word/read.js';
import { WordError, type Note } from '../../server/src/word/source.js';
import { below, parse } from '../../server/src/word/xml.js';
import { everything } from './everything.js';

/*
 * Documents that are well-formed and make no sense: elements gone, doubled, moved, wrapped in others or unwrapped, fields that
 * begin and do not end. Other programs write such. They are read; what is written into them reads back, or nothing is.
 */

const PARTS = ['document', 'document', 'document', 'footnotes', 'numbering', 'styles', 'comments'];
const WRAPS = [
  'ins',
  'del',
  'hyperlink',
  'smartTag',
  'sdtContent',
  'fldSimple',
  'p',
  'tc',
  'txbxContent',
  'moveFrom',
  'sdt',
];
const PUT_IN = [
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  '<w:r><w:t>XX</w:t></w:r>',
  '<w:showingPlcHdr/>',
  '<!-- c -->',
  '<w:br/>',
  '<w:tab/>',
  '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>',
];

const mutation = fc.record({
  part: fc.constantFrom(...PARTS),
  how: fc.constantFrom('remove', 'double', 'move', 'wrap', 'unwrap', 'put'),
  which: fc.nat(),
  where: fc.nat(),
  word: fc.nat(),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(xml: string, { how, which, where, word }: Mutation): string {
  const all = [...below(parse(xml))];
  const it = all[which % all.length];
  const other = all[where % all.length];
  if (!it || !other) return xml;
  const whole = xml.slice(it.from, it.to);
  const before = xml.slice(0, it.from);
  const after = xml.slice(it.to);
  const wrap = WRAPS[word % WRAPS.length]!;
  const at = it.inner === it.to ? it.from : it.inner;
  switch (how) {
    case 'remove':
      return before + after;
    case 'double':
      return before + whole + whole + after;
    case 'move':
      return other.from >= it.from && other.to <= it.to
        ? xml
        : xml.slice(0, other.from) + whole + xml.slice(other.from);
    case 'wrap':
      return `${before}<w:${wrap}>${whole}</w:${wrap}>${after}`;
    case 'unwrap':
      return before + xml.slice(it.inner, it.innerEnd) + after;
    default:
      return xml.slice(0, at) + PUT_IN[word % PUT_IN.length]! + xml.slice(at);
  }
}

async function documentOf(sound: Uint8Array, mutations: readonly Mutation[]): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(sound);
  for (const one of mutations) {
    const name = `word/${one.part}.xml`;
    zip.file(name, mutated(await zip.file(name)!.async('string'), one));
  }
  return zip.generateAsync({ type: 'uint8array' });
}

/** What the work comes to, or null where it is refused with a reason. */
const orRefusal = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (!(error instanceof WordError)) throw error;
    return null;
  });

describe('a document that makes no sense', () => {
  it('is read, and what is written into it reads back', async () => {
    const sound = await everything();
    await fc.assert(
      fc.asyncProperty(
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(9)), { maxLength: 5 }),
        async (mutations, places) => {
          const source = await orRefusal(readWord(await documentOf(sound, mutations)));
          if (!source) return;
          const { text } = source;
          const notes = places
            .map(([at, length]): Note => {
              const start = Math.floor(at * text.length);
              return { start, end: Math.min(text.length, start + 1 + length), paragraphs: ['甲'] };
            })
            .sort((a, b) => a.start - b.start);
          const out = await orRefusal(source.annotated(notes));
          if (out) assert.equal((await readWord(out)).text, text);
          for (const m of text.matchAll(/XX|＿+|\{\{[^}]*\}\}/g)) {
            const end = m.index + m[0].length;
            const filled: Uint8Array | null = await orRefusal(source.spliced([{ start: m.index, end, text: '7' }]));
            if (filled) assert.equal((await readWord(filled)).text, `${text.slice(0, m.index)}7${text.slice(end)}`);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
