import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The stdio server with a second editor: `nvim` from the PATH, or the one named by NVIM_PATH. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const NVIM = process.env['NVIM_PATH'] ?? 'nvim';
const REPORT = `关于机关党务干部队伍建设的调研报告
一、基本情况
共有党员*人。
其中专职党务干部*人。
二、存在的问题
一是配备不足，《中国共产党党和国家机关基层组织工作条例》（以下简称《条例》）第三条未落实。
二是培训不够，《条例》第九十九条未落实。
`;

/** What is typed behind a line of the draft, what is chosen in the list, and what is then there: by initials, pinyin and word. */
const DRAFT = `关于供水的调研报告

一、基本情况

共有泵站*座。

二、存在的问题

（一）管网老化

漏损较高。

三、对策建议

（一）改造管网

加快改造。
`;
const TYPED = [
  // A heading's number is the next, and those behind it move up.
  ['漏损较高', 'o', '<CR>yuanyin', '原因分析', '三、原因分析\n产生上述问题', '\n四、对策建议\n'],
  ['漏损较高', 'o', '<CR>原因', '原因分析', '三、原因分析\n产生上述问题', '\n四、对策建议\n'],
  ['漏损较高', 'o', '<CR>wtfc', '问题分层', '（二）{{问题二}}\n一是{{问题二表现一}}。'],
  ['漏损较高', 'o', '<CR>问题', '问题分层', '（二）{{问题二}}\n一是{{问题二表现一}}。'],
  ['共有泵站', 'o', 'zycx', '主要成效', '座。\n经过{{工作周期}}努力'],
  ['加快改造', 'o', '<CR>jiewei', '结尾', '以上情况和建议，供{{报送机关}}参考。'],
  ['加快改造', 'o', '<CR>结尾', '结尾', '以上情况和建议，供{{报送机关}}参考。'],
  // In a sentence.
  ['漏损较高', 'A', 'wtal', '问题案例', '漏损较高。如{{案例时间}}，'],
  ['共有泵站', 'A', '按照《gwy', '公务员法', '座。按照《公务员法》'],
].map(([at, key, typed, label, ...leaves]) => ({ at, key, typed, label, leaves }));

process.exitCode =
  [
    () => session('session.lua', 'report.md', REPORT, { LSP_ENCODING: 'utf-16' }),
    () => session('session.lua', 'report.md', REPORT, { LSP_ENCODING: 'utf-8' }),
    () => session('typing.lua', 'report.md', DRAFT, { CASES: JSON.stringify(TYPED) }),
    () => session('typing.lua', 'report.txt', DRAFT, { CASES: JSON.stringify(TYPED) }),
  ]
    .map(run => run())
    .find(code => code !== 0) ?? 0;

function session(script: string, name: string, text: string, env: Readonly<Record<string, string>>): number {
  const folder = mkdtempSync(join(tmpdir(), 'policydoc-nvim-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, text);
    const { status, error } = spawnSync(
      NVIM,
      ['--headless', '--clean', '-n', '-S', join(ROOT, 'test/neovim', script)],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
        timeout: 120_000,
        env: {
          ...process.env,
          LANG: 'zh_CN.UTF-8',
          XDG_CACHE_HOME: folder,
          XDG_STATE_HOME: folder,
          XDG_DATA_HOME: folder,
          LSP_FILE: file,
          ...env,
          LSP_CMD: JSON.stringify([process.execPath, join(ROOT, 'server/bin/policydoc.js'), 'lsp', '--stdio']),
        },
      },
    );
    if (error) console.error(error.message);
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
