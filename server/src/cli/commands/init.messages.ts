import { msg, type Message } from '../../core/message.js';

export const INIT = {
  written: (file: string): Message => msg(`已写入 ${file}`, `${file} written`),
  exists: (file: string): Message => msg(`${file} 已存在，未改动`, `${file} exists and is left as it is`),
  add: (file: string): Message => msg(`请将以下内容加入 ${file}：`, `add this to ${file}:`),
  notInstalled: msg(
    'CI 文件运行的是本项目安装的 policydoc，而此处的 package-lock.json 中没有它：请取得可信的安装包，在此执行 npm install --save-dev --save-exact <安装包文件或地址>，并提交 package.json 和 package-lock.json（其中记有版本和摘要）',
    'the files for CI run the policydoc that this project has installed, and the package-lock.json here has none: take a package you trust, run npm install --save-dev --save-exact <its file or address> here, and commit package.json and package-lock.json, which hold its version and digest',
  ),
  notRoot: (root: string): Message =>
    msg(
      `CI 只读取仓库根目录（${root}）下的这些文件，请在那里执行 policydoc init，或者将其移过去`,
      `CI reads these files in the root of the repository only, ${root}: run policydoc init there, or move them`,
    ),
};

export const INIT_HELP = {
  init: msg(
    '在当前文件夹写入配置文件和忽略文件，按需写入 CI 文件',
    'write a configuration and an ignore file here, and files for CI on request',
  ),
  github: msg('另写入 GitHub Actions 工作流', 'also a workflow for GitHub Actions'),
  gitlab: msg('另写入 .gitlab-ci.yml', 'also a .gitlab-ci.yml'),
  preCommit: msg('另写入 .pre-commit-config.yaml', 'also a .pre-commit-config.yaml'),
} satisfies Record<string, Message>;
