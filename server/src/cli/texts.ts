import type { PlaceholderKind } from '../core/facts/placeholders.js';
import type { Role } from '../core/facts/sections.js';
import { msg, plural, type Message } from '../core/message.js';
import type { Severity } from '../core/rules/rule.js';
import { coverageText, SEVERITY } from '../features/wording.js';

/** Every sentence the commands say, in every language; what `--help` says is in `help-texts.ts`. */

export const CHECK = {
  severity: SEVERITY,
  summary: (files: number, { error, warning, info }: Readonly<Record<Severity, number>>): Message =>
    msg(
      `共检查 ${files} 个文件：错误 ${error} 个，警告 ${warning} 个，提示 ${info} 个。`,
      `${plural(files, 'file')} checked: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${info} info.`,
    ),
  hidden: (count: number): Message =>
    msg(
      `按 --quiet 只显示错误，另有 ${count} 个警告和提示未显示。`,
      `--quiet shows errors only; ${plural(count, 'other finding')} not shown.`,
    ),
  notReports: (count: number): Message =>
    msg(
      `另有 ${count} 个文件不是调研报告，未检查。`,
      `${plural(count, 'more file')} not checked: not a research report.`,
    ),
  ignored: (count: number): Message =>
    msg(
      `另有 ${count} 个文件按配置忽略，未检查。`,
      `${plural(count, 'more file')} not checked: ignored by the configuration.`,
    ),
  refused: (count: number): Message =>
    msg(
      `另有 ${count} 个路径或文件因故未检查，原因见错误输出。`,
      `${plural(count, 'more path')} not checked, for the reasons given on standard error.`,
    ),
  noReports: msg(
    '没有检查任何文件：所给文件夹中没有识别出调研报告。请直接指明文件，或用 --all 检查全部文件。',
    'Nothing was checked: no research report was recognised in the folders given. Name the files, or use --all to check every file.',
  ),
  coverage: coverageText,
};

/** Why the tool could not do all it was asked to. */
export const TROUBLE = {
  refused: (file: string, reason: Message): Message => msg(`${file}：${reason['zh-CN']}`, `${file}: ${reason.en}`),
  /** Old Word documents of a folder: they are no texts we can read, and must not look as if they were checked. */
  unread: (files: readonly string[]): Message => {
    const some = files.slice(0, 5).join('、') + (files.length > 5 ? ' …' : '');
    return msg(
      `${files.length} 个文件是旧格式（.doc、.wps），未检查：${some}；请在 Word 或 WPS 中另存为 .docx`,
      `${plural(files.length, 'file')} not checked, in an old format (.doc, .wps): ${some}; save as .docx in Word or WPS`,
    );
  },
  config: (file: string, problem: Message): Message =>
    msg(`配置文件 ${file}：${problem['zh-CN']}`, `configuration ${file}: ${problem.en}`),
  configured: (file: string): Message =>
    msg(`${file}：配置文件有误，未检查`, `${file}: not checked, its configuration is broken`),
  ontoInput: msg('所指就是读入的文件，未覆盖', 'it is one of the files that were read, and was left alone'),
  index: (detail: string): Message =>
    msg(`法规数据无法使用：${detail}`, `the regulation data cannot be used: ${detail}`),
  workers: (detail: string): Message =>
    msg(
      `检查用的工作线程无法启动，未检查：${detail}`,
      `nothing was checked, the worker threads do not start: ${detail}`,
    ),
  internal: (detail: string): Message => msg(`内部错误：${detail}`, `internal error: ${detail}`),
};

export const EXPLAIN = {
  unknown: (id: string, near: readonly string[]): Message =>
    msg(
      `没有名为 ${id} 的规则。${near.length > 0 ? `相近的有：${near.join('、')}` : ''}`,
      `There is no rule ${id}. ${near.length > 0 ? `Similar: ${near.join(', ')}` : ''}`.trim(),
    ),
  missing: (id: string): Message =>
    msg(
      `找不到规则 ${id} 的说明，安装可能不完整`,
      `the page of the rule ${id} is missing; the installation may be incomplete`,
    ),
};

export const REGULATIONS = {
  unknown: (name: string, near: readonly string[]): Message =>
    msg(
      `法规数据中没有“${name}”。${near.length > 0 ? `相近的有：${near.map(title => `《${title}》`).join('、')}` : ''}`,
      `The regulation data does not know “${name}”. ${near.length > 0 ? `Similar: ${near.join(', ')}` : ''}`.trim(),
    ),
  unknownKind: (kind: string, kinds: readonly string[]): Message =>
    msg(`没有“${kind}”这一类别；有：${kinds.join('、')}`, `There is no kind “${kind}”; there are: ${kinds.join(', ')}`),
  unknownEdition: (title: string, date: string, dates: readonly string[]): Message =>
    msg(
      `《${title}》没有 ${date} 的版本；有：${dates.join('、')}`,
      `${title} has no edition ${date}; there are: ${dates.join(', ')}`,
    ),
  ambiguous: (name: string, count: number): Message =>
    msg(`“${name}”可指 ${count} 部法规，均列于下：`, `“${name}” may mean ${count} regulations; all follow:`),
  noDate: msg('日期不详', 'date unknown'),
  count: (count: number, asOf: string): Message =>
    msg(`共 ${count} 部；法规数据截至 ${asOf}`, `${plural(count, 'regulation')}; data as of ${asOf}`),
  editions: (count: number): Message => msg(`${count} 个版本`, plural(count, 'edition')),
  names: msg('又称：', 'also: '),
  kind: msg('类别：', 'kind: '),
  issuer: msg('制定机关：', 'issuer: '),
  effective: msg('施行', 'effective'),
  repealed: (on: string, by: string): Message =>
    msg(`已废止${on && `，自 ${on} 起`}${by && `，依据《${by}》`}`, `repealed${on && ` on ${on}`}${by && ` by ${by}`}`),
  extent: {
    text: msg('条文齐全', 'complete'),
    partial: msg('条文不全，缺者无法核验', 'partial: what is missing cannot be verified'),
    none: msg('仅知名称和日期，条文无法核验', 'known by name and date only: its provisions cannot be verified'),
  },
  colon: msg('：', ': '),
  counts: (articles: number, paragraphs: number, items: number): Message =>
    msg(
      `条 ${articles}，款 ${paragraphs}，项 ${items}`,
      `${plural(articles, 'article')}, ${plural(paragraphs, 'paragraph')}, ${plural(items, 'item')}`,
    ),
};

export const INSPECT = {
  outline: (count: number): Message => msg(`结构（${count}）`, `Outline (${count})`),
  placeholders: (count: number): Message => msg(`空缺（${count}）`, `Blanks (${count})`),
  abbreviations: (count: number): Message => msg(`简称（${count}）`, `Short names (${count})`),
  citations: (count: number): Message => msg(`法规引用（${count}）`, `Citations (${count})`),
  comma: msg('，', ', '),
  placeholderKind: {
    number: msg('数字', 'number'),
    name: msg('名称', 'name'),
    date: msg('日期', 'date'),
    text: msg('文字', 'text'),
    org: msg('单位', 'organisation'),
  } satisfies Record<PlaceholderKind, Message>,
  role: {
    overview: msg('基本情况', 'overview'),
    problems: msg('问题', 'problems'),
    causes: msg('原因', 'causes'),
    countermeasures: msg('对策', 'countermeasures'),
    other: msg('其他', 'other'),
  } satisfies Record<Role, Message>,
};
