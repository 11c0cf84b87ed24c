import { msg, type Message } from '../../core/message.js';

/** What `check --help` and `merge --help` say of the options for CI. */
export const CHECK_HELP = {
  final: msg(
    '印发前的把关：空缺、无法核验的引用、没有理由的忽略标记都是错误；给出 PASS 或 FAIL，并列出未检查的内容',
    'the release gate: blanks, unverifiable citations and suppressions without a reason are errors; says PASS or FAIL, and what was not checked',
  ),
  detect: msg(
    '直接指明的文件也须识别为调研报告才检查',
    'check also a file named itself only if it is recognised as a report',
  ),
  filesFrom: msg(
    '从文件读取要检查的路径，每行一个，- 为标准输入；其中识别为调研报告的才检查',
    'read the paths to check from a file, one a line; - is standard input. Those recognised as reports are checked',
  ),
  rule: msg(
    '只报告此规则的问题；可写多次，或以逗号分隔',
    'report the findings of this rule only; may be given several times, or with commas',
  ),
  listRules: msg(
    '列出规则及其在当前配置下的级别，不检查',
    'list the rules and their severity under the configuration; checks nothing',
  ),
  printConfig: msg('显示对 PATH 生效的设置，不检查', 'show the settings that hold for PATH; checks nothing'),
  fix: msg(
    '直接改正有把握的问题（须由人选择的修改除外）',
    'make the fixes that are certain; what a person has to choose is left',
  ),
  fixDryRun: msg('显示 --fix 会作的修改，不写入文件', 'show what --fix would change, as a diff; writes nothing'),
  baseline: msg('不报告此文件记录的已知问题', 'do not report the known findings that this file records'),
  updateBaseline: msg(
    '将现有问题全部记入基线（默认 policydoc-baseline.json），清除已不存在的',
    'record all present findings in the baseline (default: policydoc-baseline.json) and remove those that are gone',
  ),
  changedSince: msg(
    '只检查此 Git 版本之后改动的文件，只报告改动的行',
    'check only files, and report only lines, that changed since this Git revision',
  ),
  shard: msg(
    '只检查全部文件的第 I 份，共 N 份，如 2/8；结果用 merge 合并',
    'check part I of N of the files, such as 2/8; put the results together with merge',
  ),
  cache: msg(
    '记住检查结果，文件、设置和法规数据未变的不再检查',
    'remember results: a file is checked again only if it, its settings or the regulation data change',
  ),
  cacheLocation: msg(
    '缓存放在此文件夹下的 .policydoc-cache 中（默认放在用户的缓存文件夹中）',
    'keep the cache in .policydoc-cache of this folder (default: in the user’s own folder for caches)',
  ),
  force: msg(
    '要写入的文件已存在、又不是本程序写的结果时，也覆盖',
    'write over a file that exists and is no report of policydoc',
  ),
  noProgress: msg('不显示进度', 'show no progress bar'),
} satisfies Record<string, Message>;
