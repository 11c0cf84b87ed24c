import assert from 'node:assert/strict';
import { customaryNames } from '../../../server/src/core/regulations/names.js';
import { RegulationIndex, type Regulation } from '../../../server/src/core/regulations/regulation-index.js';
import type { EditionRecord, RegulationRecord } from '../../../server/src/core/regulations/records.js';

const edition = (date: string, more: Partial<EditionRecord> = {}): EditionRecord => ({
  date,
  effective: '',
  extent: 'text',
  form: 'articles',
  divisions: '',
  articles: '1',
  clauses: 1,
  ...more,
});
const regulation = (title: string, more: Partial<RegulationRecord> = {}): RegulationRecord => ({
  title,
  names: customaryNames(title),
  kind: '',
  issuer: '',
  editions: [edition('2020-01-01')],
  ...more,
});

function indexOf(regulations: RegulationRecord[]): RegulationIndex {
  const clauses = regulations.flatMap(({ editions }) => editions).reduce((sum, each) => sum + each.clauses, 0);
  return RegulationIndex.of(
    { version: 1, asOf: '2026-01-01', regulations },
    Uint32Array.from({ length: clauses }, (_, i) => i),
  );
}
const titles = (found: readonly Regulation[]): string[] => found.map(({ title }) => title);

const NAMES = indexOf([
  regulation('中华人民共和国示例仲裁法'),
  regulation('中华人民共和国争议调解示例仲裁法', { names: ['争议仲裁法'] }),
  regulation('中国共产党章程', { names: ['党章'] }),
  regulation('中国共产党示例工作条例'),
  regulation('中国共产党示例工作条例（试行）'),
  regulation('中国共产党样本工作条例（试行）'),
  regulation('示例登记条例'),
  regulation('中华人民共和国示例登记条例'),
  regulation('最高人民法院、最高人民检察院关于办理示例案件适用法律若干问题的解释'),
  regulation('最高人民法院关于适用〈中华人民共和国示例仲裁法〉若干问题的解释（二）'),
  regulation('甲部门办法', { names: ['部门办法'] }),
  regulation('乙部门办法', { names: ['部门办法'] }),
]);

describe('a written name', () => {
  const cases: [name: string, titles: string[]][] = [
    ['中华人民共和国示例仲裁法', ['中华人民共和国示例仲裁法']],
    ['《示例 仲裁法》', ['中华人民共和国示例仲裁法']],
    ['示例仲裁法（2018年修正）', ['中华人民共和国示例仲裁法']],
    ['仲裁法', []],
    ['例仲裁法', []],
    ['调解示例仲裁法', []],
    ['党章', ['中国共产党章程']],
    ['章程', []],
    ['示例工作条例', ['中国共产党示例工作条例']],
    ['示例工作条例(试行)', ['中国共产党示例工作条例（试行）']],
    ['样本工作条例', ['中国共产党样本工作条例（试行）']],
    ['示例登记条例', ['示例登记条例']],
    ['中华人民共和国示例登记条例', ['中华人民共和国示例登记条例']],
    ['中华人民共和国甲部门办法', ['甲部门办法']],
    ['关于办理示例案件适用法律若干问题的解释', ['最高人民法院、最高人民检察院关于办理示例案件适用法律若干问题的解释']],
    [
      '最高人民法院最高人民检察院关于办理示例案件适用法律若干问题的解释',
      ['最高人民法院、最高人民检察院关于办理示例案件适用法律若干问题的解释'],
    ],
    [
      '两高关于办理示例案件适用法律若干问题的解释',
      ['最高人民法院、最高人民检察院关于办理示例案件适用法律若干问题的解释'],
    ],
    [
      '最高人民法院关于适用<示例仲裁法>若干问题的解释（二）',
      ['最高人民法院关于适用〈中华人民共和国示例仲裁法〉若干问题的解释（二）'],
    ],
    ['示例仲裁法解释（二）', ['最高人民法院关于适用〈中华人民共和国示例仲裁法〉若干问题的解释（二）']],
    ['示例仲裁法司法解释二', ['最高人民法院关于适用〈中华人民共和国示例仲裁法〉若干问题的解释（二）']],
    ['示例仲裁法解释', []],
    ['部门办法', ['甲部门办法', '乙部门办法']],
    ['', []],
  ];
  for (const [name, expected] of cases)
    it(`${name} → ${expected.join(' | ') || '?'}`, () => assert.deepEqual(titles(NAMES.find(name)), expected));
});

describe('the longest name that ends where ‸ stands', () => {
  const cases: [text: string, found: string | null][] = [
    ['根据示例仲裁法‸第三条', '示例仲裁法'],
    ['根据争议调解示例仲裁法‸', '争议调解示例仲裁法'],
    ['根据中华人民共和国示例仲裁法‸', '中华人民共和国示例仲裁法'],
    ['学习党章‸和', '党章'],
    ['根据《样本工作条例（试行）‸》', '样本工作条例（试行）'],
    ['根据某某仲裁法‸', null],
    ['示例\n仲裁法‸', null],
    ['示例仲裁法》‸', null],
    ['‸示例仲裁法', null],
  ];
  for (const [marked, found] of cases) {
    it(marked, () => {
      const end = marked.indexOf('‸');
      const text = marked.replace('‸', '');
      const match = NAMES.longestNameEnding(text, end);
      assert.equal(match && text.slice(match.start, match.end), found);
    });
  }
});

describe('the edition in force', () => {
  const editions = [
    edition('2010-05-01', { effective: '2010-10-01' }),
    edition('2015-03-01', { extent: 'none', articles: '', clauses: 0 }),
    edition('2026-06-26', { effective: '2027-01-01' }),
  ];
  const cases: [title: string, on: string, date: string | null][] = [
    ['现行', '2010-09-30', null],
    ['现行', '2010-10-01', '2010-05-01'],
    ['现行', '2014-12-31', '2010-05-01'],
    ['现行', '2020-01-01', '2015-03-01'],
    ['现行', '2026-12-31', '2015-03-01'],
    ['现行', '2027-01-01', '2026-06-26'],
    ['废止', '2019-12-31', '2015-03-01'],
    ['废止', '2020-01-01', null],
    ['不知何时废止', '2012-01-01', null],
    ['无日期', '1949-10-01', ''],
    ['只有年份', '2012-12-31', '2012'],
    ['只有年份', '2011-12-31', null],
  ];
  const index = indexOf([
    regulation('现行', { editions }),
    regulation('废止', { editions: editions.slice(0, 2), repealed: { on: '2020-01-01', by: '现行' } }),
    regulation('不知何时废止', { editions: editions.slice(0, 2), repealed: { on: '', by: '' } }),
    regulation('无日期', { editions: [edition('')] }),
    regulation('只有年份', { editions: [edition('2012')] }),
  ]);
  for (const [title, on, date] of cases) {
    it(`${title} on ${on}: ${date}`, () => assert.equal(index.find(title)[0]!.inForce(on)?.date ?? null, date));
  }
});

describe('an edition', () => {
  const record = edition('2020-01-01', {
    extent: 'partial',
    articles: '#0=2 1 2,3i1i1 #5=1 #5_1=4',
    clauses: 15,
    lost: '3-4,6-',
    cut: '2',
    divisions: '章1@0总则|章2@2?组织|章4@2监督|节1@2甲',
  });
  const [first, second] = indexOf([regulation('前'), regulation('后', { editions: [record] })]).regulations.map(
    r => r.editions[0]!,
  );

  it('gives its articles by number and suffix, the words before them apart', () => {
    assert.deepEqual(
      second!.articles.map(a => `${a.number}_${a.suffix}`),
      ['1_0', '2_0', '5_0', '5_1'],
    );
    assert.equal(second!.article(5, 1)?.paragraphs.length, 1);
    assert.equal(second!.article(0), null);
    assert.deepEqual(second!.preamble?.clauses, { from: 0, to: 2 });
    assert.equal(second!.last?.suffix, 1);
    assert.equal(first!.preamble, null);
  });

  it('tells a lost article and heading from one that does not exist', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 99].map(n => second!.isLost(n)),
      [false, false, true, true, false, true, true],
    );
    assert.deepEqual(
      [1, 2, 3, 4, 5].map(n => second!.isLostDivision('章', n)),
      [false, false, true, false, false],
    );
    assert.equal(first!.isLost(9), false);
  });

  it('says which article is cut short', () => {
    assert.deepEqual(
      second!.articles.map(a => a.complete),
      [true, false, true, true],
    );
  });

  it('places articles in divisions, outermost first', () => {
    assert.deepEqual(
      second!.article(5)!.divisions.map(d => d.title),
      ['监督', '甲'],
    );
    const [general, organisation] = second!.divisions;
    assert.deepEqual(
      second!.articlesOf(general!).map(a => a.number),
      [1, 2],
    );
    assert.equal(general!.last?.number, 2);
    assert.equal(organisation!.first, null);
    assert.equal(second!.divisions[3]!.parent, second!.divisions[2]);
  });

  it('gives the hashes of its own clauses, after those of the editions before it', () => {
    assert.deepEqual([...first!.fingerprints(first!.article(1)!)], [0]);
    assert.deepEqual([...second!.fingerprints(second!.article(1)!)], [3]);
    assert.deepEqual([...second!.fingerprints(second!.article(2)!.paragraphs[1]!.items[1]!)], [10]);
  });
});

it('an index refuses fingerprints of another length', () => {
  const data = { version: 1, asOf: '2026-01-01', regulations: [regulation('例')] } as const;
  assert.throws(() => RegulationIndex.of(data, new Uint32Array(2)), /指纹数目不符.*1 fingerprints expected, 2 found/);
});
