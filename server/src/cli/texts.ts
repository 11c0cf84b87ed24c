import type { PlaceholderKind } from '../core/facts/placeholders.js';
import type { Role } from '../core/facts/sections.js';
import { plural, type Message } from '../core/message.js';
import type { Severity } from '../core/rules/rule.js';
import { coverageText, SEVERITY } from '../features/wording.js';

/** Every sentence the commands say, in every language; what `--help` says is in `help-texts.ts`. */

export const CHECK = {
  severity: SEVERITY,
  summary: (files: number, { error, warning, info }: Readonly<Record<Severity, number>>): Message => ({
    'zh-CN': `共检查 ${files} 个文件：错误 ${error} 个，警告 ${warning} 个，提示 ${info} 个。`,
    en: `${plural(files, 'file')} checked: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${info} info.`,
  }),
  hidden: (count: number): Message => ({
    'zh-CN': `按 --quiet 只显示错误，另有 ${count} 个警告和提示未显示。`,
    en: `--quiet shows errors only; ${plural(count, 'other finding')} not shown.`,
  }),
  notReports: (count: number): Message => ({
    'zh-CN': `另有 ${count} 个文件不是调研报告，未检查。`,
    en: `${plural(count, 'more file')} not checked: not a research report.`,
  }),
  ignored: (count: number): Message => ({
    'zh-CN': `另有 ${count} 个文件按配置忽略，未检查。`,
    en: `${plural(count, 'more file')} not checked: ignored by the configuration.`,
  }),
  refused: (count: number): Message => ({
    'zh-CN': `另有 ${count} 个路径或文件因故未检查，原因见错误输出。`,
    en: `${plural(count, 'more path')} not checked, for the reasons given on standard error.`,
  }),
  noReports: {
    'zh-CN': '没有检查任何文件：所给文件夹中没有识别出调研报告。请直接指明文件，或用 --all 检查全部文件。',
    en: 'Nothing was checked: no research report was recognised in the folders given. Name the files, or use --all to check every file.',
  },
  coverage: coverageText,
};

/** Why the tool could not do all it was asked to. */
export const TROUBLE = {
  refused: (file: string, reason: Message): Message => ({
    'zh-CN': `${file}：${reason['zh-CN']}`,
    en: `${file}: ${reason.en}`,
  }),
  /** Old Word documents of a folder: they are no texts we can read, and must not look as if they were checked. */
  unread: (files: readonly string[]): Message => {
    const some = files.slice(0, 5).join('、') + (files.length > 5 ? ' …' : '');
    return {
      'zh-CN': `${files.length} 个文件是旧格式（.doc、.wps），未检查：${some}；请在 Word 或 WPS 中另存为 .docx`,
      en: `${plural(files.length, 'file')} not checked, in an old format (.doc, .wps): ${some}; save as .docx in Word or WPS`,
    };
  },
  config: (file: string, problem: Message): Message => ({
    'zh-CN': `配置文件 ${file}：${problem['zh-CN']}`,
    en: `configuration ${file}: ${problem.en}`,
  }),
  configured: (file: string): Message => ({
    'zh-CN': `${file}：配置文件有误，未检查`,
    en: `${file}: not checked, its configuration is broken`,
  }),
  ontoInput: {
    'zh-CN': '所指就是读入的文件，未覆盖',
    en: 'it is one of the files that were read, and was left alone',
  },
  index: (detail: string): Message => ({
    'zh-CN': `法规数据无法使用：${detail}`,
    en: `the regulation data cannot be used: ${detail}`,
  }),
  workers: (detail: string): Message => ({
    'zh-CN': `检查用的工作线程无法启动，未检查：${detail}`,
    en: `nothing was checked, the worker threads do not start: ${detail}`,
  }),
  internal: (detail: string): Message => ({
    'zh-CN': `内部错误：${detail}`,
    en: `internal error: ${detail}`,
  }),
};

export const EXPLAIN = {
  unknown: (id: string, near: readonly string[]): Message => ({
    'zh-CN': `没有名为 ${id} 的规则。${near.length > 0 ? `相近的有：${near.join('、')}` : ''}`,
    en: `There is no rule ${id}. ${near.length > 0 ? `Similar: ${near.join(', ')}` : ''}`.trim(),
  }),
  missing: (id: string): Message => ({
    'zh-CN': `找不到规则 ${id} 的说明，安装可能不完整`,
    en: `the page of the rule ${id} is missing; the installation may be incomplete`,
  }),
};

export const REGULATIONS = {
  unknown: (name: string, near: readonly string[]): Message => ({
    'zh-CN': `法规数据中没有“${name}”。${near.length > 0 ? `相近的有：${near.map(title => `《${title}》`).join('、')}` : ''}`,
    en: `The regulation data does not know “${name}”. ${near.length > 0 ? `Similar: ${near.join(', ')}` : ''}`.trim(),
  }),
  unknownKind: (kind: string, kinds: readonly string[]): Message => ({
    'zh-CN': `没有“${kind}”这一类别；有：${kinds.join('、')}`,
    en: `There is no kind “${kind}”; there are: ${kinds.join(', ')}`,
  }),
  unknownEdition: (title: string, date: string, dates: readonly string[]): Message => ({
    'zh-CN': `《${title}》没有 ${date} 的版本；有：${dates.join('、')}`,
    en: `${title} has no edition ${date}; there are: ${dates.join(', ')}`,
  }),
  ambiguous: (name: string, count: number): Message => ({
    'zh-CN': `“${name}”可指 ${count} 部法规，均列于下：`,
    en: `“${name}” may mean ${count} regulations; all follow:`,
  }),
  noDate: { 'zh-CN': '日期不详', en: 'date unknown' },
  count: (count: number, asOf: string): Message => ({
    'zh-CN': `共 ${count} 部；法规数据截至 ${asOf}`,
    en: `${plural(count, 'regulation')}; data as of ${asOf}`,
  }),
  editions: (count: number): Message => ({ 'zh-CN': `${count} 个版本`, en: plural(count, 'edition') }),
  names: { 'zh-CN': '又称：', en: 'also: ' },
  kind: { 'zh-CN': '类别：', en: 'kind: ' },
  issuer: { 'zh-CN': '制定机关：', en: 'issuer: ' },
  effective: { 'zh-CN': '施行', en: 'effective' },
  repealed: (on: string, by: string): Message => ({
    'zh-CN': `已废止${on && `，自 ${on} 起`}${by && `，依据《${by}》`}`,
    en: `repealed${on && ` on ${on}`}${by && ` by ${by}`}`,
  }),
  extent: {
    text: { 'zh-CN': '条文齐全', en: 'complete' },
    partial: { 'zh-CN': '条文不全，缺者无法核验', en: 'partial: what is missing cannot be verified' },
    none: {
      'zh-CN': '仅知名称和日期，条文无法核验',
      en: 'known by name and date only: its provisions cannot be verified',
    },
  },
  colon: { 'zh-CN': '：', en: ': ' },
  counts: (articles: number, paragraphs: number, items: number): Message => ({
    'zh-CN': `条 ${articles}，款 ${paragraphs}，项 ${items}`,
    en: `${plural(articles, 'article')}, ${plural(paragraphs, 'paragraph')}, ${plural(items, 'item')}`,
  }),
};

export const INSPECT = {
  outline: (count: number): Message => ({ 'zh-CN': `结构（${count}）`, en: `Outline (${count})` }),
  placeholders: (count: number): Message => ({ 'zh-CN': `空缺（${count}）`, en: `Blanks (${count})` }),
  abbreviations: (count: number): Message => ({ 'zh-CN': `简称（${count}）`, en: `Short names (${count})` }),
  citations: (count: number): Message => ({ 'zh-CN': `法规引用（${count}）`, en: `Citations (${count})` }),
  comma: { 'zh-CN': '，', en: ', ' },
  placeholderKind: {
    number: { 'zh-CN': '数字', en: 'number' },
    name: { 'zh-CN': '名称', en: 'name' },
    date: { 'zh-CN': '日期', en: 'date' },
    text: { 'zh-CN': '文字', en: 'text' },
    org: { 'zh-CN': '单位', en: 'organisation' },
  } satisfies Record<PlaceholderKind, Message>,
  role: {
    overview: { 'zh-CN': '基本情况', en: 'overview' },
    problems: { 'zh-CN': '问题', en: 'problems' },
    causes: { 'zh-CN': '原因', en: 'causes' },
    countermeasures: { 'zh-CN': '对策', en: 'countermeasures' },
    other: { 'zh-CN': '其他', en: 'other' },
  } satisfies Record<Role, Message>,
};
