import { msg, plural, type Message } from '../../core/message.js';

/** What is wrong with the options of a run, and what a run has to say of itself besides its findings. */
export const OPTIONS = {
  twoOutputs: (formats: readonly string[]): Message =>
    msg(
      `标准输出只能用一种格式，现有 ${formats.join('、')}；其余请写成 --format ${formats[1]}=文件`,
      `standard output takes one format, not ${formats.join(' and ')}; write the others as --format ${formats[1]}=FILE`,
    ),
  noFormatForOutput: msg(
    '--output-file 用于未指明文件的格式，而各 --format 均已指明文件',
    '--output-file is for the format without a file of its own, and every --format has one',
  ),
  ontoOther: (file: string): Message =>
    msg(
      `${file} 已存在，且不是本程序写的结果，未覆盖；请换一个文件名，确要覆盖请加 --force`,
      `${file} exists and is no report of policydoc, so it was left alone; choose another name, or use --force`,
    ),
  sameOutput: msg('两种格式写入同一文件', 'two formats would be written into the same file'),
  together: (one: string, other: string): Message =>
    msg(`${one} 与 ${other} 不能同时使用`, `${one} and ${other} cannot be used together`),
};

export const RUN = {
  noReports: msg(
    '没有检查任何文件：所给文件夹中没有识别出调研报告。请直接指明文件，或用 --all 检查全部文件。',
    'Nothing was checked: no research report was recognised in the folders given. Name the files, or use --all to check every file.',
  ),
  progress: msg('检查', 'checking'),
  emptyList: msg('--files-from 的清单中没有可检查的文件', 'the list of --files-from holds no file to check'),
  list: (file: string, reason: Message): Message =>
    msg(`文件清单 ${file}：${reason['zh-CN']}`, `list of files ${file}: ${reason.en}`),
  cache: (reason: Message): Message =>
    msg(`缓存无法使用，未缓存：${reason['zh-CN']}`, `nothing is cached: ${reason.en}`),
  noCacheFolder: msg(
    '系统没有指明用户的缓存文件夹（XDG_CACHE_HOME、HOME 或 LOCALAPPDATA）',
    'the system names no folder for the user’s caches (XDG_CACHE_HOME, HOME or LOCALAPPDATA)',
  ),
  cacheWithin: msg(
    '用户的缓存文件夹设在所检查的文件夹中，其中的内容可能是随文稿一起来的',
    'the user’s folder for caches lies in the folder that is checked, and what it holds may have come with that',
  ),
  fixed: (files: number): Message => msg(`已修改 ${files} 个文件`, `${plural(files, 'file')} changed`),
  wordFix: msg(
    '是 Word 文档，不能用 --fix 改写；请用 policydoc review 稿.docx -o 稿-批注.docx 把问题写成批注',
    'a Word document is not rewritten by --fix; policydoc review DRAFT.docx -o COMMENTED.docx writes the findings as comments',
  ),
  stdinFix: msg(
    '标准输入无处写回；请用 --fix-dry-run 查看修改',
    'standard input cannot be written back; see the changes with --fix-dry-run',
  ),
  dryRunFormat: msg(
    '--fix-dry-run 将差异写到标准输出，其他格式请指明文件',
    '--fix-dry-run writes its difference to standard output; give every format a file',
  ),
  shard: (given: string): Message =>
    msg(
      `--shard ${given} 不可用：应为 i/n，i 从 1 到 n，如 2/8`,
      `--shard ${given} cannot be used: i/n is expected, with i from 1 to n, such as 2/8`,
    ),
};

export const HISTORY = {
  noRepository: msg(
    '--changed-since：当前文件夹不在 Git 仓库中，请在仓库中运行',
    '--changed-since: this folder is in no Git repository; run it in one',
  ),
  unknown: (ref: string): Message =>
    msg(
      `--changed-since：仓库中没有 ${ref}；浅克隆请取全部历史（actions/checkout 的 fetch-depth: 0，GitLab 的 GIT_DEPTH: 0）`,
      `--changed-since: the repository has no ${ref}; fetch the whole history (fetch-depth: 0 of actions/checkout, GIT_DEPTH: 0 of GitLab)`,
    ),
  notation: (ref: string): Message =>
    msg(
      `--changed-since：不支持 ${ref} 这种写法；请写分支、标签或提交的哈希值，其后可加 ~2、^、^2`,
      `--changed-since: ${ref} is written in a way that is not supported; name a branch, a tag or a hash, with ~2, ^ or ^2 behind it`,
    ),
  hashes: (): Message =>
    msg(
      '--changed-since：不支持使用 SHA-256 的 Git 仓库',
      '--changed-since: Git repositories with SHA-256 names are not supported',
    ),
  refs: (): Message =>
    msg(
      '--changed-since：不支持以 reftable 存放分支的 Git 仓库；可先执行 git refs migrate --ref-format=files',
      '--changed-since: Git repositories that keep branches as a reftable are not supported; git refs migrate --ref-format=files changes that',
    ),
  alternates: (): Message =>
    msg(
      '--changed-since：此仓库的部分内容存放在另一仓库（git clone --shared 或 --reference），为安全起见不读取；请先执行 git repack -a -d',
      '--changed-since: part of this repository lies in another one (git clone --shared or --reference), which for safety is not read; git repack -a -d brings it here',
    ),
  unrelated: (ref: string): Message =>
    msg(
      `--changed-since：${ref} 与当前版本没有共同的历史；浅克隆请取全部历史`,
      `--changed-since: ${ref} and HEAD have no history in common here; fetch the whole history`,
    ),
  unreadable: (detail: string): Message =>
    msg(
      `--changed-since：无法读取 Git 仓库（${detail}）`,
      `--changed-since: the Git repository cannot be read (${detail})`,
    ),
};
