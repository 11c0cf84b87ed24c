import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readCollections } from '../../server/tools/collections.js';
import { measure } from '../../server/tools/measure.js';

const FILES: Record<string, string> = {
  'party/示例条例(2020-01-01).md':
    '---\r\ntitle: "中国共产党示例条例"\r\nedition: 2020-01-01\r\naliases: ["示例"]\r\n---\r\n\r\n# 中国共产党示例条例\r\n\r\n第一条　甲。\r\n\r\n第二条　乙。\r\n',
  'party/README.md': '# 说明\n',
  'misc/样本办法(2012).md': '---\ntitle: "样本办法"\nedition: 2012\n---\n\n# 样本办法\n\n一、甲。\n\n二、乙。\n',
  'just-laws/civil/sample-law.md': '# 样本法\n\n2019年4月23日修正\n\n第一条 甲。\n第二条 乙。\n',
  'just-laws/civil/sample-law/versions/2027-01-01.md': '# 样本法\n\n2026年6月26日修订\n\n第一条 丙。\n第二条 丁。\n',
  'just-laws/civil/sample-law.versions.json': JSON.stringify({
    versions: [
      { promulgatedOn: '2019-04-23', effectiveFrom: '2019-11-01', entry: 'README.md' },
      { promulgatedOn: '2026-06-26', effectiveFrom: '2027-01-01', entry: 'versions/2027-01-01/README.md' },
    ],
  }),
  'just-laws/civil/code.md': '# 示例法典\n\n2020年5月28日通过\n',
  'just-laws/civil/code/00-supplementary.md': '# 附则\n\n**第四条**　丁。\n',
  'just-laws/civil/code/01-general.md': '# 第一编　总则\n\n## 第一章　甲\n\n**第一条**　甲。\n\n**第二条**　乙。\n',
  'just-laws/civil/code/02-special.md': '# 第二编　分则\n\n## 第一章　丙\n\n**第三条**　丙。\n',
  'just-laws/civil/code/03-amendment.md': '# 修正案\n\n**第一条**　修改。\n',
  'just-laws/civil/code/preamble.md': '# 序言\n\n序。\n',
  'lawrefbook/行政法规/例规(2018-01-02).md':
    '# 例规\n\n2018年1月2日 公布\n\n<!-- INFO END -->\n\n第一条 甲。\n第二条 乙。\n',
  'lawrefbook/民法典/总则.md':
    '# 中华人民共和国民法典\n\n# 总则\n\n2020年5月28日 通过\n\n<!-- INFO END -->\n\n## 第一章  甲\n\n第一条 甲。\n',
  'lawrefbook/民法典/物权编.md':
    '# 中华人民共和国民法典\n\n# 物权编\n\n2020年5月28日 通过\n\n<!-- INFO END -->\n\n## 第一分编  乙\n\n第二条 乙。\n',
  'lawrefbook/民法典/附则.md': '# 中华人民共和国民法典\n\n# 附则\n\n<!-- INFO END -->\n\n##\n\n第三条 丙。\n',
  'china-law-db/行政法规/例规(2024-12-06).md':
    '# 例规\n\n2024年12月6日 公布\n\n<!-- INFO END -->\n\n第一条 甲。\n第二条 丙。\n',
};

describe('the collections are read', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'policydoc-'));
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  });
  after(() => rmSync(root, { recursive: true }));

  it('each in its own form, split laws put together, the same order every time', () => {
    const read = readCollections(root)
      .map(measure)
      .map(
        ({ raw, header, edition }) =>
          `${raw.collection} ${header.title} ${header.date}/${header.effective} ${edition.divisions} [${edition.articles}]`,
      );
    assert.deepEqual(read, [
      'party 中国共产党示例条例 2020-01-01/  [1 1]',
      'misc 样本办法 2012/  [1 1]',
      'just-laws 示例法典 2020-05-28/ 编1@0总则|章1@0甲|编2@2分则|章1@2丙|编0@3附则 [#0=1 1 1 1 1]',
      'just-laws 样本法 2019-04-23/2019-11-01  [1 1]',
      'just-laws 样本法 2026-06-26/2027-01-01  [1 1]',
      'china-law-db 例规 2024-12-06/  [1 1]',
      'lawrefbook 例规 2018-01-02/  [1 1]',
      'lawrefbook 中华人民共和国民法典 2020-05-28/ 编1@0总则|章1@0甲|编2@1物权|分编1@1乙|编0@2附则 [1 1 1]',
    ]);
  });

  it('and one that is missing is an error that names it', () => {
    rmSync(join(root, 'misc'), { recursive: true });
    assert.throws(() => readCollections(root), /no such folder: .*misc/);
  });
});
