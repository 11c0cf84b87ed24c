import type { Message } from '../core/message.js';

/** What `--help` says. */
export const HELP = {
  program: {
    'zh-CN':
      '政策文稿检查：检查调研报告的空缺数字与法规引用。\n\n退出码：0 未发现问题，1 发现达到 --fail-on 的问题，2 用法、配置或内部错误。',
    en: 'Checks policy research reports (调研报告): blank figures and regulation citations.\n\nExit codes: 0 clean, 1 findings at or above --fail-on, 2 usage, configuration or internal error.',
  },
  check: {
    'zh-CN': '检查调研报告，报告发现的问题',
    en: 'check research reports and report what is found',
  },
  checkMore: {
    'zh-CN':
      '文件夹中只检查识别为调研报告的文件；直接指明的文件一律检查。\n文首 YAML 中的 policydoc: true 或 false 优先。\n查找文件时遵守 .gitignore 和 .policydocignore。',
    en: 'In a folder only files recognised as research reports are checked; a file named itself always is.\nAn entry policydoc: true or false in its front matter decides.\n.gitignore and .policydocignore are respected in folders.',
  },
  inspect: {
    'zh-CN': '列出从文稿中识别的内容，不作判断',
    en: 'show what is recognised in the texts, without judgement',
  },
  citations: {
    'zh-CN': '列出全部引用及核对结果，供审核人签字',
    en: 'list every citation with its verdict, for a reviewer to sign',
  },
  explain: { 'zh-CN': '显示一条规则的说明', en: 'show the page of a rule' },
  regulations: { 'zh-CN': '查询法规数据', en: 'look into the regulation data' },
  list: { 'zh-CN': '列出法规', en: 'list regulations' },
  show: { 'zh-CN': '显示一部法规的版本、效力和章节', en: 'show the editions, status and chapters of a regulation' },
  import: { 'zh-CN': '把法规文本导入团队的法规文件夹', en: "import texts of regulations into the team's folder" },
  importMore: {
    'zh-CN':
      '读取 .docx、.md、.txt、.html，识别名称、日期、章节和条文，每个版本写成一个可直接阅读的 Markdown 文件。\n文件夹连同其中各级文件夹一并读取。不能确定的一律不导入，并说明原因；其余照常导入。\n配置文件旁的 regulations 文件夹自动用于检查，其中的文本优先于内置的法规数据。',
    en: 'Reads .docx, .md, .txt and .html, recognises title, dates, chapters and articles, and writes a readable Markdown file for each edition.\nFolders are read with the folders in them. What is not certain is refused, with the reason; the others are still imported.\nThe folder regulations beside a configuration file is used by itself; its texts go before the built-in data.',
  },
  importPaths: { 'zh-CN': '法规文件或文件夹', en: 'files of regulations, or folders' },
  output: { 'zh-CN': '写入的文件夹（默认 regulations）', en: 'the folder to write to (default: regulations)' },
  importEdition: {
    'zh-CN': '版本日期，用于文中没有日期的一个文件',
    en: 'date of the edition, for one file that states none',
  },
  force: { 'zh-CN': '替换内容不同的已有文件', en: 'replace existing files that differ' },
  lsp: { 'zh-CN': '作为语言服务器运行，供编辑器使用', en: 'run as a language server, for editors' },
  help: { 'zh-CN': '显示帮助', en: 'show help' },
  version: { 'zh-CN': '显示版本', en: 'show the version' },
  locale: { 'zh-CN': '提示信息的语言', en: 'language of messages' },
  paths: {
    'zh-CN': '文件或文件夹（.md、.markdown、.txt），- 为标准输入，省略则为当前文件夹',
    en: 'files, or folders (their .md, .markdown and .txt files); - is standard input; none is the current folder',
  },
  format: { 'zh-CN': '输出格式', en: 'output format' },
  formats: (names: readonly string[]): Message => ({
    'zh-CN': `输出格式：${names.join('、')}；可写多次，写成 sarif=out.sarif 则存入文件（默认 pretty）`,
    en: `${names.slice(0, -1).join(', ')} or ${names.at(-1)}; may be given several times, as sarif=out.sarif into a file (default: pretty)`,
  }),
  outputFile: {
    'zh-CN': '将未指明文件的格式存入此文件，不影响退出码',
    en: 'write the format without a file of its own into this file; the exit code stays the same',
  },
  failOn: { 'zh-CN': '有此级别及以上的问题时以 1 退出', en: 'exit with 1 on findings of this severity or above' },
  maxWarnings: { 'zh-CN': '警告多于此数时以 1 退出', en: 'exit with 1 on more warnings than this' },
  quiet: { 'zh-CN': '只显示错误', en: 'show errors only' },
  all: { 'zh-CN': '所有文件都按调研报告检查', en: 'check every file as a report' },
  noColor: { 'zh-CN': '不用颜色', en: 'no colours' },
  config: {
    'zh-CN': '用此配置文件，不再逐级查找 policydoc.config.json',
    en: 'use this file instead of the nearest policydoc.config.json',
  },
  noConfig: { 'zh-CN': '不用配置文件', en: 'use no configuration file' },
  stdinFilename: { 'zh-CN': '标准输入所用的文件名', en: 'the name standard input goes by' },
  stdio: { 'zh-CN': '经标准输入输出通信', en: 'talk over standard input and output' },
  rule: { 'zh-CN': '规则名称，如 placeholder-unfilled', en: 'name of the rule, such as placeholder-unfilled' },
  filter: { 'zh-CN': '名称中含有的文字', en: 'words the name holds' },
  kind: { 'zh-CN': '类别，如 法律、行政法规、党内法规', en: 'the kind, such as 法律, 行政法规, 党内法规' },
  name: { 'zh-CN': '法规名称，全称或简称', en: 'name of the regulation, full or short' },
  edition: { 'zh-CN': '版本的日期或年份，如 2018', en: 'date or year of the edition, such as 2018' },
  choices: (values: readonly string[], fallback: string | undefined): Message => ({
    'zh-CN': `（${values.join('、')}${fallback === undefined ? '' : `；默认 ${fallback}`}）`,
    en: ` (${values.join(', ')}${fallback === undefined ? '' : `; default: ${fallback}`})`,
  }),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

/** The headings commander writes itself. */
export const HELP_TITLES: Readonly<Record<string, Message>> = {
  'Usage:': { 'zh-CN': '用法：', en: 'Usage:' },
  'Arguments:': { 'zh-CN': '参数：', en: 'Arguments:' },
  'Options:': { 'zh-CN': '选项：', en: 'Options:' },
  'Commands:': { 'zh-CN': '命令：', en: 'Commands:' },
};

/** The words commander puts into the usage line. */
export const USAGE_WORDS: Readonly<Record<string, Message>> = {
  '[options]': { 'zh-CN': '[选项]', en: '[options]' },
  '[command]': { 'zh-CN': '[命令]', en: '[command]' },
};

/** What was wrong with the arguments, by the code commander gives it; `what` is the argument or option in question. */
export const USAGE_ERRORS: Readonly<Record<string, (what: string) => Message>> = {
  'commander.unknownOption': what => ({ 'zh-CN': `没有选项 ${what}`, en: `unknown option ${what}` }),
  'commander.unknownCommand': what => ({ 'zh-CN': `没有命令 ${what}`, en: `unknown command ${what}` }),
  'commander.missingArgument': what => ({ 'zh-CN': `缺少参数 ${what}`, en: `missing argument ${what}` }),
  'commander.optionMissingArgument': what => ({ 'zh-CN': `选项 ${what} 缺少值`, en: `option ${what} needs a value` }),
  'commander.missingMandatoryOptionValue': what => ({ 'zh-CN': `须有选项 ${what}`, en: `option ${what} is required` }),
  'commander.invalidArgument': what => ({
    'zh-CN': `选项 ${what} 的值不可用`,
    en: `the value of option ${what} cannot be used`,
  }),
  'commander.excessArguments': () => ({ 'zh-CN': '参数过多', en: 'too many arguments' }),
};

export const USAGE = {
  similar: (near: string): Message => ({ 'zh-CN': `；是否指 ${near}？`, en: `; did you mean ${near}?` }),
  allowed: (values: string): Message => ({ 'zh-CN': `；可用的有：${values}`, en: `; allowed: ${values}` }),
  seeHelp: (command: string): Message => ({ 'zh-CN': `用法见 ${command} --help`, en: `see ${command} --help` }),
  wholeNumber: { 'zh-CN': '非负整数', en: 'a whole number' },
};
