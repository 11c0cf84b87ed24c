import { plural, type Message } from '../core/message.js';

/** What is wrong with the options of a run, and what a run has to say of itself besides its findings. */
export const OPTIONS = {
  twoOutputs: (formats: readonly string[]): Message => ({
    'zh-CN': `标准输出只能用一种格式，现有 ${formats.join('、')}；其余请写成 --format ${formats[1]}=文件`,
    en: `standard output takes one format, not ${formats.join(' and ')}; write the others as --format ${formats[1]}=FILE`,
  }),
  noFormatForOutput: {
    'zh-CN': '--output-file 用于未指明文件的格式，而各 --format 均已指明文件',
    en: '--output-file is for the format without a file of its own, and every --format has one',
  },
  ontoOther: (file: string): Message => ({
    'zh-CN': `${file} 已存在，且不是本程序写的结果，未覆盖；请换一个文件名，确要覆盖请加 --force`,
    en: `${file} exists and is no report of policydoc, so it was left alone; choose another name, or use --force`,
  }),
  sameOutput: { 'zh-CN': '两种格式写入同一文件', en: 'two formats would be written into the same file' },
  together: (one: string, other: string): Message => ({
    'zh-CN': `${one} 与 ${other} 不能同时使用`,
    en: `${one} and ${other} cannot be used together`,
  }),
};

export const LISTS = {
  off: { 'zh-CN': '关闭', en: 'off' },
  noConfig: { 'zh-CN': '没有配置文件，以上为默认设置', en: 'no configuration file; these are the defaults' },
  config: (file: string): Message => ({ 'zh-CN': `配置文件：${file}`, en: `configuration file: ${file}` }),
};

export const BASELINE = {
  damaged: { 'zh-CN': '不是可用的基线文件（或已损坏）', en: 'it is not a baseline, or it is damaged' },
  version: (version: string): Message => ({
    'zh-CN': `基线的版本是 ${version}，本程序只认版本 1；请移走该文件，再用 --update-baseline 重新生成`,
    en: `it is a baseline of version ${version}; this program knows version 1. Move it away and make it anew with --update-baseline`,
  }),
  broken: (file: string, reason: Message): Message => ({
    'zh-CN': `基线 ${file}：${reason['zh-CN']}`,
    en: `baseline ${file}: ${reason.en}`,
  }),
  stale: (file: string, rule: string): Message => ({
    'zh-CN': `基线中 ${file} 的一项 ${rule} 已不存在`,
    en: `baseline: a ${rule} in ${file} is found no more`,
  }),
  updated: (file: string, known: number, stale: number): Message => ({
    'zh-CN': `已更新基线 ${file}：记入 ${known} 个问题，清除 ${stale} 项`,
    en: `baseline ${file} updated: ${known} findings recorded, ${stale} removed`,
  }),
};

export const RUN = {
  progress: { 'zh-CN': '检查', en: 'checking' },
  emptyList: {
    'zh-CN': '--files-from 的清单中没有可检查的文件',
    en: 'the list of --files-from holds no file to check',
  },
  list: (file: string, reason: Message): Message => ({
    'zh-CN': `文件清单 ${file}：${reason['zh-CN']}`,
    en: `list of files ${file}: ${reason.en}`,
  }),
  cache: (reason: Message): Message => ({
    'zh-CN': `缓存无法使用，未缓存：${reason['zh-CN']}`,
    en: `nothing is cached: ${reason.en}`,
  }),
  noCacheFolder: {
    'zh-CN': '系统没有指明用户的缓存文件夹（XDG_CACHE_HOME、HOME 或 LOCALAPPDATA）',
    en: 'the system names no folder for the user’s caches (XDG_CACHE_HOME, HOME or LOCALAPPDATA)',
  },
  cacheWithin: {
    'zh-CN': '用户的缓存文件夹设在所检查的文件夹中，其中的内容可能是随文稿一起来的',
    en: 'the user’s folder for caches lies in the folder that is checked, and what it holds may have come with that',
  },
  fixed: (files: number): Message => ({ 'zh-CN': `已修改 ${files} 个文件`, en: `${plural(files, 'file')} changed` }),
  wordFix: {
    'zh-CN': '是 Word 文档，不能用 --fix 改写；请用 policydoc review 稿.docx -o 稿-批注.docx 把问题写成批注',
    en: 'a Word document is not rewritten by --fix; policydoc review DRAFT.docx -o COMMENTED.docx writes the findings as comments',
  },
  stdinFix: {
    'zh-CN': '标准输入无处写回；请用 --fix-dry-run 查看修改',
    en: 'standard input cannot be written back; see the changes with --fix-dry-run',
  },
  dryRunFormat: {
    'zh-CN': '--fix-dry-run 将差异写到标准输出，其他格式请指明文件',
    en: '--fix-dry-run writes its difference to standard output; give every format a file',
  },
  shard: (given: string): Message => ({
    'zh-CN': `--shard ${given} 不可用：应为 i/n，i 从 1 到 n，如 2/8`,
    en: `--shard ${given} cannot be used: i/n is expected, with i from 1 to n, such as 2/8`,
  }),
};

export const HISTORY = {
  noRepository: { 'zh-CN': '--changed-since：此处不是 Git 仓库', en: '--changed-since: this is no Git repository' },
  unknown: (ref: string): Message => ({
    'zh-CN': `--changed-since：仓库中没有 ${ref}；浅克隆请取全部历史（actions/checkout 的 fetch-depth: 0，GitLab 的 GIT_DEPTH: 0）`,
    en: `--changed-since: the repository has no ${ref}; fetch the whole history (fetch-depth: 0 of actions/checkout, GIT_DEPTH: 0 of GitLab)`,
  }),
  unrelated: (ref: string): Message => ({
    'zh-CN': `--changed-since：${ref} 与当前版本没有共同的历史；浅克隆请取全部历史`,
    en: `--changed-since: ${ref} and HEAD have no history in common here; fetch the whole history`,
  }),
  unreadable: (detail: string): Message => ({
    'zh-CN': `--changed-since：无法读取 Git 仓库（${detail}）`,
    en: `--changed-since: the Git repository cannot be read (${detail})`,
  }),
};

export const MERGE = {
  notReport: {
    'zh-CN': '不是 check --format json 的结果（或已损坏、不完整）',
    en: 'it is not a result of check --format json, or it is damaged or incomplete',
  },
  version: (version: string): Message => ({
    'zh-CN': `结果的版本是 ${version}，本程序只认版本 1`,
    en: `it is a result of version ${version}; this program knows version 1`,
  }),
  different: (file: string, first: string): Message => ({
    'zh-CN': `${file} 与 ${first} 不是同一次检查的结果：程序、法规数据、语言或 --final 不同`,
    en: `${file} and ${first} are not of one run: program, regulation data, language or --final differ`,
  }),
  otherCount: (file: string): Message => ({
    'zh-CN': `${file} 的总份数与其他不同`,
    en: `${file} is one of another number of shards`,
  }),
  noShard: (file: string): Message => ({
    'zh-CN': `${file} 不是 --shard 的结果`,
    en: `${file} is no result of --shard`,
  }),
  twice: (number: number): Message => ({ 'zh-CN': `第 ${number} 份有两个`, en: `shard ${number} is given twice` }),
  missing: (numbers: readonly number[], of: number): Message => ({
    'zh-CN': `缺第 ${numbers.join('、')} 份，共 ${of} 份`,
    en: `of ${of} shards, ${numbers.join(', ')} ${numbers.length === 1 ? 'is' : 'are'} missing`,
  }),
  refused: (count: number): Message => ({
    'zh-CN': `各份中有 ${count} 个路径或文件因故未检查`,
    en: `the shards could not check ${count} paths`,
  }),
};

export const INIT = {
  written: (file: string): Message => ({ 'zh-CN': `已写入 ${file}`, en: `${file} written` }),
  exists: (file: string): Message => ({ 'zh-CN': `${file} 已存在，未改动`, en: `${file} exists and is left as it is` }),
  add: (file: string): Message => ({ 'zh-CN': `请将以下内容加入 ${file}：`, en: `add this to ${file}:` }),
  notInstalled: {
    'zh-CN':
      'CI 文件运行的是本项目安装的 policydoc，而此处的 package-lock.json 中没有它：请取得可信的安装包，在此执行 npm install --save-dev --save-exact <安装包文件或地址>，并提交 package.json 和 package-lock.json（其中记有版本和摘要）',
    en: 'the files for CI run the policydoc that this project has installed, and the package-lock.json here has none: take a package you trust, run npm install --save-dev --save-exact <its file or address> here, and commit package.json and package-lock.json, which hold its version and digest',
  },
  notRoot: (root: string): Message => ({
    'zh-CN': `CI 只读取仓库根目录（${root}）下的这些文件，请在那里执行 policydoc init，或者将其移过去`,
    en: `CI reads these files in the root of the repository only, ${root}: run policydoc init there, or move them`,
  }),
};
