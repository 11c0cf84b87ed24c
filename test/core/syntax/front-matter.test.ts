import assert from 'node:assert/strict';
import { frontMatterEnd, readFrontMatter } from '../../../server/src/core/syntax/front-matter.js';

describe('front matter', () => {
  const cases: [what: string, text: string, data: unknown][] = [
    ['is the YAML between two lines', '---\ntitle: 甲\n---\n乙', { title: '甲' }],
    ['keeps dates as they are written', '---\ndate: 2024-05-01\n---\n', { date: '2024-05-01' }],
    ['may end with the text', '---\na: 1\n---', { a: 1 }],
    ['may be empty', '---\n---\n', {}],
    ['has line endings of any kind', '---\r\na: 1\r\n---\r\n', { a: 1 }],
    ['is not a rule between paragraphs', '甲\n---\na: 1\n---\n', null],
    ['is not open at the end', '---\na: 1\n', null],
    ['is nothing when it cannot be read', '---\na: [1\n---\n', {}],
    ['is nothing when it is a list', '---\n- 1\n---\n', {}],
    ['is not expanded without end', `---\n${'a: &a [x]\n'}b: [${'*a, '.repeat(20)}]\n---\n`, {}],
  ];
  for (const [what, text, data] of cases) {
    it(`${what}: ${JSON.stringify(text.slice(0, 30))}`, () => {
      const end = frontMatterEnd(text);
      assert.deepEqual(end === 0 ? null : readFrontMatter(text, end).data, data);
    });
  }

  it('says why it could not be read', () => {
    const broken = '---\na: [1\n---\n';
    assert.match(readFrontMatter(broken, frontMatterEnd(broken)).error ?? '', /./);
    assert.equal(readFrontMatter('---\n- 1\n---\n', 12).error, 'not a mapping');
    assert.equal(readFrontMatter('---\na: 1\n---\n', 13).error, null);
  });

  for (const [what, yaml, error] of [
    ['of lists in lists', '- '.repeat(5_000), 'nested too deeply'],
    ['of brackets in brackets', '['.repeat(5_000), 'nested too deeply'],
    ['of anchors', `a: ${'&a '.repeat(200_000)}`, 'too long'],
    ['of keys', Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join('\n'), 'too long'],
  ] as const) {
    it(`${what} without end is not read`, () => {
      const text = `---\n${yaml}\n---\n`;
      assert.equal(readFrontMatter(text, frontMatterEnd(text)).error, error);
    });
  }
});
