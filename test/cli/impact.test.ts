import assert from 'node:assert/strict';
import { folderWith } from '../host/folder.js';
import { policydoc } from './harness.js';

const edition = (date: string, articles: readonly string[]): string =>
  `---\ntitle: "示例公文条例"\nedition: ${date}\neffective: ${date}\ncomplete: true\n---\n\n# 示例公文条例\n\n${articles.map((it, i) => `第${'一二三四五'[i]}条　${it}`).join('\n\n')}\n`;

const [KEPT, MOVED, GONE, NEW] = [
  '公文起草单位应当在五个工作日内完成核校并登记存档。',
  '涉及多个部门职责的公文应当由主办部门会同有关部门共同起草。',
  '未经审核的公文一律不得送交领导签发或者对外印发。',
  '起草完成后应当通过统一的平台报送并留存全部修改记录。',
];
const FILES = {
  'policydoc.config.json': '{}',
  'regulations/2015.md': edition('2015-01-01', [KEPT, MOVED, GONE]),
  'regulations/2020.md': edition('2020-01-01', [KEPT, NEW, MOVED]),
  'old.md':
    '---\npolicydoc: true\ndate: 2016-05-01\n---\n按照《示例公文条例》第一条、第二条办理，《示例公文条例》第三条另有规定。\n',
  'new.md': '---\npolicydoc: true\n---\n按照《示例公文条例》第一条和第九条办理。《示例公文条例》很重要。\n',
  'other.md': '---\npolicydoc: true\n---\n没有引用。\n',
};

describe('policydoc impact', () => {
  it('says where each provision cited stands in the edition in force, and which texts cite it', async () => {
    const { out, code } = await policydoc(folderWith(FILES), ['impact', '《示例公文条例》']);
    assert.equal(code, 0);
    assert.equal(
      out,
      `《示例公文条例》（对照 2020-01-01 的版本）
  第三条（2015-01-01 的版本）  已无对应的条文
      old.md:5:21
  第二条（2015-01-01 的版本）  现见于 第三条
      old.md:5:3
  第九条（2020-01-01 的版本）  引用本身有误，先核对
      new.md:4:3
  只引法规名称
      new.md:4:21
  第一条（2020-01-01 的版本）  序号未变
      new.md:4:3
  第一条（2015-01-01 的版本）  序号未变
      old.md:5:3
3 份文稿中有 2 份引用，共 6 处。
`,
    );
  });

  it('compares with the edition asked for, and says it as JSON', async () => {
    const { out } = await policydoc(folderWith(FILES), [
      ...['impact', '示例公文条例', '--edition', '2015', '--format', 'json', 'old.md'],
    ]);
    const {
      edition: asked,
      texts,
      citing,
      provisions,
    } = JSON.parse(out) as {
      edition: string;
      texts: number;
      citing: number;
      provisions: { provision: string; fate: string; now: string | null; places: object[] }[];
    };
    assert.deepEqual([asked, texts, citing], ['2015-01-01', 1, 1]);
    assert.deepEqual(
      provisions.map(it => [it.provision, it.fate, it.now]),
      [
        ['第一条', 'same', '第一条'],
        ['第二条', 'same', '第二条'],
        ['第三条', 'same', '第三条'],
      ],
    );
    assert.deepEqual(provisions[2]!.places, [{ file: 'old.md', line: 5, column: 21 }]);
  });

  const REFUSED: readonly [string, readonly string[], RegExp][] = [
    ['a regulation that is not known', ['不存在的条例'], /没有“不存在的条例”/],
    [
      'an edition that is not known',
      ['示例公文条例', '--edition', '1999'],
      /没有 1999 的版本；有：2015-01-01、2020-01-01/,
    ],
  ];
  for (const [name, args, said] of REFUSED)
    it(`refuses ${name}`, async () => {
      const { code, err, out } = await policydoc(folderWith(FILES), ['impact', ...args]);
      assert.equal(code, 2);
      assert.match(err, said);
      assert.equal(out, '');
    });
});
