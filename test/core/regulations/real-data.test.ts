import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { analyze, DEFAULT_SETTINGS } from '../../../server/src/core/analyze.js';
import type { Citation } from '../../../server/src/core/model.js';
import { clausesOf } from '../../../server/src/core/regulations/clauses.js';
import { loadIndex } from '../../../server/src/host/load-index.js';

const index = loadIndex(fileURLToPath(new URL('../../../../server/data', import.meta.url)));
const inForce = (name: string, on: string): string | null => index.find(name)[0]?.inForce(on)?.date ?? null;

/** Facts anybody can look up, so that a change of the parser which breaks a real text is seen. */
describe('the index that is shipped', () => {
  describe('counts the articles of', () => {
    const cases: [name: string, on: string, articles: number, chapters: number][] = [
      ['中国共产党党和国家机关基层组织工作条例', '2026-01-01', 43, 9],
      ['民法典', '2026-01-01', 1260, 84],
      ['生态环境法典', '2026-09-01', 1242, 59],
      ['宪法', '2026-01-01', 143, 4],
      ['党章', '2026-01-01', 55, 11],
      ['纪律处分条例', '2026-01-01', 158, 11],
      ['长江保护法', '2026-01-01', 96, 9],
      ['刑事诉讼法', '2026-01-01', 308, 22],
      ['关于新形势下党内政治生活的若干准则', '2026-01-01', 12, 0],
    ];
    for (const [name, on, articles, chapters] of cases) {
      it(`${name}: ${articles} in ${chapters} chapters`, () => {
        const edition = index.find(name)[0]!.inForce(on)!;
        assert.equal(edition.extent, 'text');
        assert.deepEqual(
          edition.articles.filter(({ suffix }) => suffix === 0).map(({ number }) => number),
          Array.from({ length: articles }, (_, i) => i + 1),
        );
        assert.equal(edition.divisions.filter(({ kind }) => kind === '章').length, chapters);
      });
    }
  });

  describe('places', () => {
    const cases: [name: string, article: number, suffix: number, divisions: string, paragraphs: number][] = [
      ['中国共产党党和国家机关基层组织工作条例', 33, 0, '章8', 1],
      ['中国共产党党和国家机关基层组织工作条例', 24, 0, '章6', 1],
      ['刑法', 120, 1, '编2 章2', 3],
      ['民法典', 1259, 0, '编0', 1],
      ['民法典', 577, 0, '编3 分编1 章8', 1],
    ];
    for (const [name, article, suffix, divisions, paragraphs] of cases) {
      it(`${name} ${article}${suffix ? `之${suffix}` : ''} in ${divisions}`, () => {
        const found = index.find(name)[0]!.inForce('2026-11-23')!.article(article, suffix)!;
        assert.equal(found.divisions.map(({ kind, number }) => `${kind}${number}`).join(' '), divisions);
        assert.equal(found.paragraphs.length, paragraphs);
      });
    }
  });

  describe('knows what was in force', () => {
    const cases: [name: string, on: string, edition: string | null][] = [
      ['合同法', '2020-12-31', '1999-03-15'],
      ['合同法', '2021-01-01', null],
      ['环境保护法', '2026-08-14', '2014-04-24'],
      ['环境保护法', '2026-08-15', null],
      ['国家安全法', '2026-01-01', '2015-07-01'],
      ['商标法', '2026-12-31', '2019-04-23'],
      ['商标法', '2027-01-01', '2026-06-26'],
      ['发展党员工作细则', '2026-05-10', '2014-05-28'],
      ['发展党员工作细则', '2026-05-11', '2026-05-11'],
      ['刑法', '2024-02-29', '2020-12-26'],
      ['刑法', '2024-03-01', '2023-12-29'],
      ['中国共产党巡视工作条例', '2026-01-01', '2024-02-08'],
      ['工会法', '2026-01-01', '2021-12-24'],
    ];
    for (const [name, on, edition] of cases)
      it(`${name} on ${on}: ${edition}`, () => assert.equal(inForce(name, on), edition));
  });

  describe('finds by name', () => {
    const cases: [name: string, titles: string[]][] = [
      ['仲裁法', ['中华人民共和国仲裁法']],
      ['劳动争议调解仲裁法', ['中华人民共和国劳动争议调解仲裁法']],
      ['民法', []],
      ['民诉法解释', ['最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释']],
      ['公司法司法解释（三）', ['最高人民法院关于适用〈中华人民共和国公司法〉若干问题的规定（三）']],
      ['民法典合同编通则解释', ['最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释']],
      ['中国共产党支部工作条例', ['中国共产党支部工作条例（试行）']],
      ['党政领导干部选拔任用工作条例', ['党政领导干部选拔任用工作条例']],
    ];
    for (const [name, titles] of cases)
      it(name, () =>
        assert.deepEqual(
          index.find(name).map(({ title }) => title),
          titles,
        ),
      );
  });

  describe('tells what a citation is about', () => {
    const cases: [text: string, nearer: number | null][] = [
      [
        '《中华人民共和国劳动合同法》第八十四条规定，用人单位自用工之日起超过一个月不满一年未与劳动者订立书面劳动合同的，要付双倍工资',
        82,
      ],
      [
        '《中华人民共和国劳动合同法》第八十二条规定，用人单位自用工之日起超过一个月不满一年未与劳动者订立书面劳动合同的，要付双倍工资',
        null,
      ],
      ['《优化营商环境条例》第三十一条规定，大型企业不得利用优势地位拖欠中小企业账款，对欠款要逐笔清理', 32],
      // A penalty restates what another article demands: nothing is said between the two.
      ['根据《中华人民共和国食品安全法》第三十五条，未取得食品生产经营许可从事食品生产经营活动，将依法查处', null],
      // A penalty that names the article cited.
      ['依照《中华人民共和国价格法》第十四条的规定，责令改正，没收违法所得，可以并处违法所得五倍以下的罚款', null],
    ];
    for (const [text, nearer] of cases) {
      it(text, () => {
        const { model } = analyze(`${text}。`, { index, settings: { ...DEFAULT_SETTINGS, asOf: '2026-11-23' } });
        const [{ topic }] = model.citations as readonly [Citation];
        assert.equal(topic.elsewhere?.articles[0]?.number ?? null, nearer);
        if (nearer === null) assert.deepEqual(model.quotations, []);
      });
    }
  });

  it('answers a quotation by its fingerprints, punctuation and numerals folded', () => {
    const article = index.find('民法典')[0]!.inForce('2026-01-01')!;
    const quoted = clausesOf('民法所称的“以上”“以下”“以内”“届满”,包括本数').map(({ hash }) => hash);
    const present = [...article.fingerprints(article.article(1259)!)];
    assert.deepEqual(
      quoted.filter(hash => !present.includes(hash)),
      [],
    );
    const changed = clausesOf('包括半数').map(({ hash }) => hash);
    assert.ok(!present.includes(changed[0]!));
  });

  it('can be decoded whole: no article without a 款, no clause left over, every division within its parent', () => {
    for (const { title, editions } of index.regulations) {
      assert.ok(editions.length > 0, title);
      for (const edition of editions) {
        const all = edition.preamble ? [edition.preamble, ...edition.articles] : edition.articles;
        assert.ok(
          all.every(({ paragraphs }) => paragraphs.length > 0),
          title,
        );
        assert.equal(edition.extent === 'none', all.length === 0, `${title} ${edition.date}`);
        for (const { parent, last } of edition.divisions) {
          if (parent && last) assert.ok(last.divisions.includes(parent), title);
        }
      }
    }
  });
});
