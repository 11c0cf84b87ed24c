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

process.exitCode = ['utf-16', 'utf-8'].map(session).find(code => code !== 0) ?? 0;

function session(encoding: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'policydoc-nvim-'));
  try {
    const file = join(folder, 'report.md');
    writeFileSync(file, REPORT);
    const { status, error } = spawnSync(
      NVIM,
      ['--headless', '--clean', '-n', '-S', join(ROOT, 'test/neovim/session.lua')],
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
          LSP_ENCODING: encoding,
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
