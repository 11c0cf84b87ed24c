import { msg, type Message } from '../core/message.js';

/** What `--help` says. */
export const HELP = {
  program: msg(
    '政策文稿检查：检查调研报告的空缺数字与法规引用。\n\n退出码：0 未发现问题，1 发现达到 --fail-on 的问题，2 用法、配置或内部错误。',
    'Checks policy research reports (调研报告): blank figures and regulation citations.\n\nExit codes: 0 clean, 1 findings at or above --fail-on, 2 usage, configuration or internal error.',
  ),
  check: msg('检查调研报告，列出发现的问题', 'check research reports and list what is found'),
  checkMore: msg(
    '文件夹中只检查识别为调研报告的文件；直接指明的文件一律检查。\n文首 YAML 中的 policydoc: true 或 false 优先。\n查找文件时遵守 .gitignore 和 .policydocignore。',
    'In a folder only files recognised as research reports are checked; a file named itself always is.\nAn entry policydoc: true or false in its front matter decides.\n.gitignore and .policydocignore are respected in folders.',
  ),
  inspect: msg('列出从文稿中识别的内容，不作判断', 'show what is recognised in the texts, without judgement'),
  citations: msg(
    '列出全部引用及核对结果，供审核人签字',
    'list every citation with its verdict, for a reviewer to sign',
  ),
  explain: msg('显示一条规则的说明', 'show the page of a rule'),
  regulations: msg('查询法规数据', 'look into the regulation data'),
  list: msg('列出法规', 'list regulations'),
  show: msg('显示一部法规的版本、效力和章节', 'show the editions, status and chapters of a regulation'),
  import: msg('把法规文本导入团队的法规文件夹', "import texts of regulations into the team's folder"),
  importMore: msg(
    '读取 .docx、.md、.txt、.html，识别名称、日期、章节和条文，每个版本写成一个可直接阅读的 Markdown 文件。\n文件夹连同其中各级文件夹一并读取。不能确定的一律不导入，并说明原因；其余照常导入。\n配置文件旁的 regulations 文件夹自动用于检查，其中的文本优先于内置的法规数据。',
    'Reads .docx, .md, .txt and .html, recognises title, dates, chapters and articles, and writes a readable Markdown file for each edition.\nFolders are read with the folders in them. What is not certain is refused, with the reason; the others are still imported.\nThe folder regulations beside a configuration file is used by itself; its texts go before the built-in data.',
  ),
  importPaths: msg('法规文件或文件夹', 'files of regulations, or folders'),
  output: msg('写入的文件夹（默认 regulations）', 'the folder to write to (default: regulations)'),
  importEdition: msg('版本日期，用于文中没有日期的一个文件', 'date of the edition, for one file that states none'),
  force: msg('替换内容不同的已有文件', 'replace existing files that differ'),
  lsp: msg('作为语言服务器运行，供编辑器使用', 'run as a language server, for editors'),
  mcp: msg(
    '供智能体查询：按模型上下文协议（MCP）在标准输入输出上应答',
    "answer an agent's questions: the Model Context Protocol over standard input and output",
  ),
  mcpMore: msg(
    '检查报告、核对引用、按词句查条款、列出版本、列出和填写空缺。文稿随问题传入，不读写任何文件，不联网。',
    'Checks reports, verifies citations, finds provisions by their words, lists editions, lists and fills blanks. Texts come with the question: no file is read or written, no connection is made.',
  ),
  help: msg('显示帮助', 'show help'),
  version: msg('显示版本', 'show the version'),
  locale: msg('提示信息的语言', 'language of messages'),
  paths: msg(
    '文件或文件夹（.md、.markdown、.txt），- 为标准输入，省略则为当前文件夹',
    'files, or folders (their .md, .markdown and .txt files); - is standard input; none is the current folder',
  ),
  format: msg('输出格式', 'output format'),
  formats: (names: readonly string[]): Message =>
    msg(
      `输出格式：${names.join('、')}；可写多次，写成 sarif=out.sarif 则存入文件（默认 pretty）`,
      `${names.slice(0, -1).join(', ')} or ${names.at(-1)}; may be given several times, as sarif=out.sarif into a file (default: pretty)`,
    ),
  outputFile: msg(
    '将未指明文件的格式存入此文件，不影响退出码',
    'write the format without a file of its own into this file; the exit code stays the same',
  ),
  compact: msg('一个原因一行，同 --format compact', 'one line a cause; the same as --format compact'),
  failOn: msg('有此级别及以上的问题时以 1 退出', 'exit with 1 on findings of this severity or above'),
  maxWarnings: msg('警告多于此数时以 1 退出', 'exit with 1 on more warnings than this'),
  quiet: msg('只显示错误', 'show errors only'),
  all: msg('所有文件都按调研报告检查', 'check every file as a report'),
  noColor: msg('不用颜色', 'no colours'),
  config: msg(
    '用此配置文件，不再逐级查找 policydoc.config.json',
    'use this file instead of the nearest policydoc.config.json',
  ),
  noConfig: msg('不用配置文件', 'use no configuration file'),
  stdinFilename: msg('标准输入所用的文件名', 'the name standard input goes by'),
  stdio: msg('经标准输入输出通信', 'talk over standard input and output'),
  rule: msg('规则名称，如 placeholder-unfilled', 'name of the rule, such as placeholder-unfilled'),
  filter: msg('名称中含有的文字', 'words the name holds'),
  kind: msg('类别，如 法律、行政法规、党内法规', 'the kind, such as 法律, 行政法规, 党内法规'),
  name: msg('法规名称，全称或简称', 'name of the regulation, full or short'),
  edition: msg('版本的日期或年份，如 2018', 'date or year of the edition, such as 2018'),
  choices: (values: readonly string[], fallback: string | undefined): Message =>
    msg(
      `（${values.join('、')}${fallback === undefined ? '' : `；默认 ${fallback}`}）`,
      ` (${values.join(', ')}${fallback === undefined ? '' : `; default: ${fallback}`})`,
    ),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

/** The headings commander writes itself. */
export const HELP_TITLES: Readonly<Record<string, Message>> = {
  'Usage:': msg('用法：', 'Usage:'),
  'Arguments:': msg('参数：', 'Arguments:'),
  'Options:': msg('选项：', 'Options:'),
  'Commands:': msg('命令：', 'Commands:'),
};

/** The words commander puts into the usage line. */
export const USAGE_WORDS: Readonly<Record<string, Message>> = {
  '[options]': msg('[选项]', '[options]'),
  '[command]': msg('[命令]', '[command]'),
};

/** What was wrong with the arguments, by the code commander gives it; `what` is the argument or option in question. */
export const USAGE_ERRORS: Readonly<Record<string, (what: string) => Message>> = {
  'commander.unknownOption': what => msg(`没有选项 ${what}`, `unknown option ${what}`),
  'commander.unknownCommand': what => msg(`没有命令 ${what}`, `unknown command ${what}`),
  'commander.missingArgument': what => msg(`缺少参数 ${what}`, `missing argument ${what}`),
  'commander.optionMissingArgument': what => msg(`选项 ${what} 缺少值`, `option ${what} needs a value`),
  'commander.missingMandatoryOptionValue': what => msg(`须有选项 ${what}`, `option ${what} is required`),
  'commander.invalidArgument': what => msg(`选项 ${what} 的值不可用`, `the value of option ${what} cannot be used`),
  'commander.excessArguments': () => msg('参数过多', 'too many arguments'),
};

export const USAGE = {
  similar: (near: string): Message => msg(`；是否指 ${near}？`, `; did you mean ${near}?`),
  allowed: (values: string): Message => msg(`；可用的有：${values}`, `; allowed: ${values}`),
  seeHelp: (command: string): Message => msg(`用法见 ${command} --help`, `see ${command} --help`),
  wholeNumber: msg('非负整数', 'a whole number'),
};
