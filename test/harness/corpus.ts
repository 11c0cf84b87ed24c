import fc from 'fast-check';
import { bodyOf, expanded, SOURCES } from '../../server/src/features/snippets.js';
import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';

/** A file of the corpus: what it says, and how that is written. */
export interface CorpusFile {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The ways a text reaches us; none changes what it says. */
const WRITTEN: readonly ((text: string) => Uint8Array)[] = [
  text => Buffer.from(text),
  text => Buffer.from(`\uFEFF${text}`),
  text => iconv.encode(text, 'gb18030'),
  text => iconv.encode(text, 'utf16le', { addBOM: true }),
  text => iconv.encode(text, 'utf16be', { addBOM: true }),
];
const FRONT_MATTER = [
  '',
  '',
  '',
  '---\ndate: 2019-06-01\n---\n\n',
  '---\npolicydoc: true\n---\n\n',
  '---\npolicydoc: false\n---\n\n',
];
const LINE_ENDS = ['\n', '\n', '\r\n'];

/** By name: that many reports put together from the paragraphs of the samples and of the snippets, the same each time. */
export function corpus(count: number): ReadonlyMap<string, CorpusFile> {
  const samples = readdirSync('samples')
    .sort()
    .map(name => readFileSync(`samples/${name}`, 'utf8').replace(/^---\n[^]*?\n---\n/, ''));
  const titles = samples.map(text => text.split('\n').find(line => line.trim() !== '')!);
  const paragraphs = samples.flatMap(text =>
    text
      .split('\n\n')
      .slice(1)
      .map(paragraph => paragraph.trim()),
  );
  const report = fc.record({
    folder: fc.constantFrom('', '2025年/', '上半年 报送/第二批/'),
    ending: fc.constantFrom('md', 'txt', 'markdown'),
    frontMatter: fc.constantFrom(...FRONT_MATTER),
    title: fc.constantFrom(...titles),
    lineEnd: fc.constantFrom(...LINE_ENDS),
    written: fc.constantFrom(...WRITTEN),
    body: fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...paragraphs) },
        { weight: 1, arbitrary: fc.constantFrom(...snippets()) },
      ),
      { minLength: 3, maxLength: 9 },
    ),
    // Half-typed, as a draft is when it is saved.
    cut: fc.oneof(fc.constant(0), fc.nat(40)),
  });
  return new Map(
    fc
      .sample(report, { numRuns: count, seed: 20261123 })
      .map(({ folder, ending, frontMatter, title, lineEnd, written, body, cut }, i) => {
        const whole = `${frontMatter}${[title, ...body].join('\n\n')}\n`;
        const text = whole.slice(0, whole.length - cut).replaceAll('\n', lineEnd);
        return [`${folder}${i}.${ending}`, { text, bytes: written(text) }];
      }),
  );
}

/** What a snippet leaves in the text of a writer who accepts every proposal. */
const snippets = (): string[] => SOURCES.map(source => expanded(bodyOf(source)));
