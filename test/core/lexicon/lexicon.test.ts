import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENRE } from '../../../server/src/core/lexicon/lexicon.js';
import { tokenize, type Token } from '../../../server/src/core/lexicon/tokens.js';
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
    ['《甲《乙》', '《 甲 《乙》'],
    ['《甲》《乙》', '《甲》 《乙》'],
    ['《》甲《', '《》 甲 《'],
    ['》《', '》 《'],
    ['3:甲', '3=3 ： 甲'],
    ['甲:3', '甲 ： 3=3'],
    ['甲,乙', '甲 ， 乙'],
    ['1,2', '1=1 ， 2=2'],
    ['1,23', '1=1 ， 23=23'],
    ['1,2345', '1=1 ， 2345=2345'],
    ['1，2A4', '1=1 ， 2=2 A 4=4'],
    ['12;345', '12=12 ； 345=345'],
    ['12,345,678', '12,345,678=12345678'],
    ['1.5.2', '1.5=1.5 . 2=2'],
    ['12345.678', '12345.678=12345.678'],
    ['1.', '1=1 .'],
    ['2 48', '2=2   48=48'],
    ['7 8 90', '7 8=78   90=90'],
    ['12 3', '12=12   3=3'],
    ['3A4', '3=3 A 4=4'],
    ['123456789012345', '123456789012345=123456789012345'],
    ['1234567890123456', '1234567890123456=?'],
    ['3千人', '3=3 千/power 人/unit'],
    ['3余千人', '3=3 余/about 千/power 人/unit'],
    ['甲千人', '甲 千=1000 人/unit'],
    ['3甲千人', '3=3 甲 千=1000 人/unit'],
    ['3两', '3=3 两=2'],
    ['共十万人', '共/total+link 十万=100000 人/unit'],
    ['十万人', '十万=100000 人/unit'],
    ['百万亿元', '百万=1000000 亿/power 元/unit'],
    ['三万五千人', '三万五千=35000 人/unit'],
    ['三万零五人', '三万零五=30005 人/unit'],
    ['万三', '万/power 三=3'],
    ['一二三四五六七八九人', '一二三四五六七八=12345678 九=9 人/unit'],
    ['X三四十人', 'X三四十 人/unit'],
    ['三四十X', '三四十 X'],
    ['甲乙X丙', '甲乙 X 丙'],
    ['甲——乙', '甲 —— 乙'],
    ['甲二乙', '甲 二=2 乙'],
  ] as const)
    it(text, () => assert.equal(told(text), expected));

  it('of a title that is not too long', () => {
    assert.equal(tokenize(`《${'甲'.repeat(199)}》`).length, 1);
    assert.equal(tokenize(`《${'甲'.repeat(200)}》`)[0]!.kind, 'mark');
  });

  it('are asked for their words, marks and numerals', () => {
    const [all, number, unit, mark, han] = tokenize('共85人，三') as [Token, Token, Token, Token, Token];
    assert.deepEqual(
      [all.is('total'), all.is('unit'), number.is('total'), mark.is('unit')],
      [true, false, false, false],
    );
    assert.deepEqual([unit.as('unit')?.of, unit.as('total'), number.as('unit')], ['unit', null, null]);
    assert.deepEqual(
      [mark.isMark('，。'), mark.isMark('。'), unit.isMark('人'), all.isMark('，')],
      [true, false, false, false],
    );
    assert.deepEqual(
      [unit.isChar('人户'), unit.isChar('户'), number.isChar('85'), mark.isChar('，')],
      [true, false, false, true],
    );
    assert.deepEqual([number.isHan, han.isHan, unit.isHan, mark.isHan], [false, true, false, false]);
  });

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
