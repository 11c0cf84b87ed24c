import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENRE } from '../../../server/src/core/lexicon/lexicon.js';
import { tokenize } from '../../../server/src/core/lexicon/tokens.js';
import { lexiconSource, remediesSource } from '../../../server/tools/build-lexicon.js';
import { plain } from '../../../server/src/core/text/exact.js';
import { isLinear } from '../../harness/cost.js';

/** Each token as it stands: a word with its classes, a number as =, a title as 《》. */
const told = (text: string): string =>
  tokenize(text)
    .map(({ text: own, word, kind, value }) =>
      word
        ? `${own}/${word.senses.map(s => s.of).join('+')}`
        : kind === 'number'
          ? `${own}=${value ? plain(value) : '?'}`
          : own === '\n'
            ? '⏎'
            : own,
    )
    .join(' ');

describe('the lexicon', () => {
  it('is what its tables say; npm run build-lexicon writes it', () => {
    // The formatter breaks long lines.
    const flat = (source: string): string => source.replace(/\s+/g, '').replaceAll(',]', ']');
    for (const [file, source] of [
      ['words.ts', lexiconSource('.')],
      ['remedy-words.ts', remediesSource('.')],
    ] as const)
      assert.equal(flat(readFileSync(join('server', 'src', 'core', 'lexicon', file), 'utf8')), flat(source));
  });

  it('has no word twice in one class', () => {
    assert.deepEqual(GENRE.repeated, []);
  });

  it('has for each dimension members that name it alike', () => {
    for (const word of GENRE.wordsOf('member'))
      for (const of of GENRE.sense(word, 'member')!.attributes['of']!.split(','))
        assert.match(of, /^[^/]+\/[^/]+(?:\/\d)?$/, word);
  });

  it('takes words of a team', () => {
    const own = GENRE.with([['吨公里', 'unit', '']]);
    assert.ok(own.sense('吨公里', 'unit'));
    assert.equal(GENRE.sense('吨公里', 'unit'), null);
  });
});

describe('tokens', () => {
  for (const [text, expected] of [
    ['共有85人，占35.3%。', '共有/total+link+owning 85=85 人/unit ， 占/share+link 35.3=35.3 %/unit 。'],
    ['12,846户', '12,846=12846 户/unit'],
    ['2，846亿元', '2，846=2846 亿/power 元/unit'],
    ['85，120名', '85，120=85120 名/unit'],
    ['2 4 8 亿元', '2 4 8=248   亿/power 元/unit'],
    ['三十二人', '三十二=32 人/unit'],
    ['三四十人', '三四十 人/unit'],
    ['3年级', '3=3 年级/plain'],
    ['公共服务', '公共/plain 服务/beyond'],
    ['《85号文件》共', '《85号文件》 共/total+link'],
    ['《没有', '《 没有/plain'],
    ['9:30', '9=9 : 30=30'],
    ['甲:乙', '甲 ： 乙'],
    ['X—45岁', 'X — 45=45 岁/unit'],
    ['甲\n乙', '甲 ⏎ 乙'],
  ] as const)
    it(text, () => assert.equal(told(text), expected));

  it('follow each other without a gap', () => {
    for (const text of ['共有85名，其中（男40名）。', '《甲》1,2，3《', 'XX年第5号……']) {
      let at = 0;
      for (const token of tokenize(text)) {
        assert.equal(token.start, at);
        at = token.end;
      }
      assert.equal(at, text.length);
    }
  });

  it('take linear time', () => {
    for (const part of ['《', '《》', '1,', '1，234', '一', '共有', 'X—', '1 ', '：'])
      assert.ok(
        isLinear(part, text => void tokenize(text)),
        part,
      );
  });
});
