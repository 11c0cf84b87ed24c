import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCanonical } from '../../server/src/core/regulations/team.js';
import type { OwnCoverage } from '../../server/src/core/regulations/own-texts.js';
import type { Report } from '../../server/src/cli/report/report.js';
import { serialize } from '../../server/tools/serialize.js';
import { folderWith } from '../host/folder.js';
import { policydoc, type Ran } from './harness.js';

/* S5: whose text a verdict rests on is said. A folder `regulations` that came with a repository goes before the data. */

const articles = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `第${'一二三四五六七八九'[i]}条　第${i + 1}件事应当依照规定办理。`);
const text = (title: string, date: string, lines: readonly string[], more = ''): string =>
  `---\ntitle: "${title}"\nedition: ${date}\neffective: ${date}\ncomplete: true\n${more}---\n\n# ${title}\n\n${lines.join('\n\n')}\n`;
const DATE = '2020-01-02';
const CITING = (citation: string): string =>
  `---\npolicydoc: true\n---\n# 报告\n\n一、情况\n\n按照《${citation}》第四条办理。\n`;

/** Regulation data that know 《示例公文条例》 of that day, with three articles. */
function data(): Record<string, string | Uint8Array> {
  const read = readCanonical('x.md', text('示例公文条例', DATE, articles(3)));
  assert.ok(!('reason' in read));
  const { record, fingerprints, marks } = read.content();
  const regulations = [{ title: '示例公文条例', names: [], kind: '行政法规', issuer: '示例机关', editions: [record] }];
  const { json, bytes } = serialize({ version: 1, asOf: '2026-01-01', regulations }, fingerprints, marks);
  return { 'data/regulations.json': json, 'data/fingerprints.bin': bytes };
}

interface Case {
  readonly what: string;
  readonly own: string;
  readonly cites?: string;
  readonly coverage: OwnCoverage;
}
const of = (
  date: string,
  state: 'new' | 'same' | 'differs',
  differing = 0,
  file = 'regulations/r.md',
): OwnCoverage['texts'] => [{ file, title: '示例公文条例', date, data: state, differing }];
const CASES: readonly Case[] = [
  {
    what: 'an edition that the data do not have',
    own: text('示例公文条例', '2026-06-06', articles(9)),
    coverage: { citations: 1, verified: 1, texts: of('2026-06-06', 'new') },
  },
  {
    what: 'an edition of the data in which something was put',
    own: text('示例公文条例', DATE, articles(5)),
    coverage: { citations: 1, verified: 1, texts: of(DATE, 'differs', 2) },
  },
  {
    what: 'an edition of the data in which a word is another',
    own: text('示例公文条例', DATE, [...articles(2), '第三条　第3件事不必依照规定办理。']),
    coverage: { citations: 1, verified: 0, texts: of(DATE, 'differs', 1) },
  },
  {
    what: 'an edition of the data as it is',
    own: text('示例公文条例', DATE, articles(3)),
    coverage: { citations: 1, verified: 0, texts: of(DATE, 'same') },
  },
  {
    what: 'a name that only it knows',
    own: text('示例公文条例', '2010-01-01', articles(9), 'aliases: ["另一部办法"]\n'),
    cites: '另一部办法',
    coverage: { citations: 1, verified: 0, texts: of('2010-01-01', 'new') },
  },
  {
    what: 'nothing, as it is of another regulation',
    own: text('无关的条例', DATE, articles(9)),
    coverage: { citations: 0, verified: 0, texts: [] },
  },
];

describe('a verdict that rests on', () => {
  for (const { what, own, cites = '示例公文条例', coverage } of CASES) {
    it(what, async () => {
      const folder = folderWith({
        ...data(),
        'work/a.md': CITING(cites),
        'work/policydoc.config.json': '{"asOf": "2026-12-01"}',
        'work/regulations/r.md': own,
      });
      const work = join(folder, 'work');
      const ran = (...args: string[]): Promise<Ran> => policydoc(work, args, { dataFolder: join(folder, 'data') });
      const { out } = await ran('check', 'a.md', '--format', 'json', '--final');
      const report = JSON.parse(out) as Report;
      const [file] = report.files;
      assert.deepEqual(file!.coverage.own, coverage);
      assert.ok(!out.includes(folder), 'a path of this machine is in the report');
      const [named] = coverage.texts;
      const isTold = named !== undefined;
      const isToLookAt = named !== undefined && named.data !== 'same';
      assert.equal(
        report.final!.notChecked.some(it => it.includes('regulations/r.md')),
        isToLookAt,
      );

      const { out: pretty } = await ran('check', 'a.md', '--final');
      assert.equal(/依据自备文本：regulations\/r\.md/.test(pretty), isTold, pretty);
      assert.equal(/与法规数据不一致/.test(pretty), named?.data === 'differs');
      assert.equal(/自备文本 regulations\/r\.md（《示例公文条例》.*是否与官方文本一致/.test(pretty), isToLookAt);

      const { out: table } = await ran('citations', 'a.md', '--format', 'csv');
      assert.equal(table.includes('【自备文本 regulations/r.md】'), isTold, table);
      await ran('review', 'a.md', '-o', 'sheet.html');
      const sheet = readFileSync(join(work, 'sheet.html'), 'utf8');
      assert.equal(sheet.includes('<small>【自备文本 regulations/r.md】</small>'), isTold);
      assert.equal(/是否与官方文本一致/.test(sheet), isToLookAt);
      assert.ok(!sheet.includes(folder), 'a path of this machine is in the sheet');
    });
  }

  it('its word that the regulation is repealed', async () => {
    const folder = folderWith({
      'work/a.md': CITING('示例公文条例'),
      'work/policydoc.config.json': '{}',
      'work/regulations/r.md': text(
        '示例公文条例',
        '2026-06-06',
        articles(9),
        'status: 已废止\nsuperseded_by: 2026-07-01\n',
      ),
      ...data(),
    });
    const { out } = await policydoc(join(folder, 'work'), ['check', 'a.md', '--format', 'json'], {
      dataFolder: join(folder, 'data'),
    });
    const [file] = (JSON.parse(out) as Report).files;
    assert.deepEqual(
      file!.coverage.own.texts.map(({ file, data }) => [file, data]),
      [['regulations/r.md', 'new']],
    );
  });

  it('shards are merged with', async () => {
    const folder = folderWith({
      ...data(),
      'work/a.md': CITING('示例公文条例'),
      'work/b.md': CITING('示例公文条例'),
      'work/policydoc.config.json': '{"asOf": "2026-12-01"}',
      'work/regulations/r.md': text('示例公文条例', DATE, articles(5)),
    });
    const work = join(folder, 'work');
    const ran = (...args: string[]): Promise<Ran> => policydoc(work, args, { dataFolder: join(folder, 'data') });
    for (const shard of ['1/2', '2/2'])
      await ran('check', '.', '--shard', shard, '--format', `json=part${shard[0]}.json`);
    const { out } = await ran('merge', 'part1.json', 'part2.json');
    assert.match(out, /其中 2 处（条文或名称无误 2）依据自备文本：regulations\/r\.md，1 份与法规数据不一致/);
  });
});
