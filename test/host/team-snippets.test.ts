import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expanded } from '../../server/src/features/snippets.js';
import { teamSnippet } from '../../server/src/features/snippets/team.js';
import { readTeamSnippets } from '../../server/src/host/team-snippets.js';
import { folderWith } from './folder.js';

const OWN = `{
  // As VS Code writes such files.
  "本单位结尾": { "prefix": ["bdwjw", "结尾"], "body": ["特此报告。", "$0"], "description": "本单位的结尾" },
  "请示语": { "prefix": "qsy", "body": "妥否，请\${1:批示}。" },
  "无正文": { "prefix": "x" },
}`;

describe("a team's own snippets", () => {
  it('are read as VS Code writes them', async () => {
    const folder = folderWith({ 'own.code-snippets': OWN });
    const { snippets, problems } = await readTeamSnippets([{ name: 'own.code-snippets', by: folder }]);
    assert.deepEqual(problems, []);
    assert.deepEqual(snippets, [
      { name: '本单位结尾', prefixes: ['bdwjw', '结尾'], body: '特此报告。\n$0', description: '本单位的结尾' },
      { name: '请示语', prefixes: ['qsy'], body: '妥否，请${1:批示}。', description: '' },
    ]);
  });

  it('are not read from elsewhere, nor through a link, and that is told', async function () {
    if (process.platform === 'win32') return void this.skip();
    const folder = folderWith({
      'in/policydoc.config.json': '{}',
      'out.json': OWN,
      'in/bad.json': '[1]',
      'in/worse.json': '{',
    });
    symlinkSync('../out.json', join(folder, 'in/link.json'));
    const by = join(folder, 'in');
    for (const name of ['../out.json', '/etc/passwd', 'link.json', 'missing.json', 'bad.json', 'worse.json']) {
      const { snippets, problems } = await readTeamSnippets([{ name, by }]);
      assert.deepEqual(snippets, [], name);
      assert.deepEqual(
        problems.map(problem => problem.name),
        [name],
      );
    }
  });

  it('ask nothing of the machine: no clipboard, no path, no expression', () => {
    const body = (written: string): string =>
      teamSnippet({ name: 'x', prefixes: [], description: '', body: written }).body;
    assert.equal(body('${1:甲}$CURRENT_YEAR年${2|乙,丙|}$0'), '${1:甲}${CURRENT_YEAR}年${2|乙,丙|}$0');
    assert.equal(body('$CLIPBOARD'), '\\$CLIPBOARD');
    assert.equal(body('${TM_DIRECTORY:默认}'), '默认');
    assert.equal(expanded(body('${TM_FILENAME/(a+)+$/x/}')), '${TM_FILENAME/(a+)+$/x/}');
  });
});
