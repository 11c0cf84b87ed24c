import { msg, type Message } from '../../core/message.js';
import { RULES } from '../../core/rules/index.js';
import type { Severity } from '../../core/rules/rule.js';
import { SEVERITY } from '../../features/wording.js';
import { aligned } from '../columns.js';
import { line } from '../inert.js';
import { SUMMARY_MARK } from '../report/closing.js';
import { overviewOf } from '../report/overview.js';
import type { Report } from '../report/report.js';
import type { Format, FormatContext } from './format.js';
import { closing } from './terminal.js';

/** Of more files than this a list of all findings is no answer: the overview comes at its end. */
export const MANY = 20;

/** Where many reports stand, on two screens: what is found how often, in which of them most, and which regulations are cited wrongly. */
export const summary: Format = {
  write: (report, context) => `${overview(report, context)}\n${closing(report, context)}`,
  mark: SUMMARY_MARK,
};

const TEXTS = {
  rules: msg('各类问题', 'Findings by rule'),
  rule: msg('规则', 'rule'),
  files: (shown: number, all: number): Message =>
    shown === all
      ? msg(`有问题的文件（${all} 个）`, `Files with findings (${all})`)
      : msg(
          `问题最多的 ${shown} 个文件（有问题的共 ${all} 个）`,
          `The ${shown} files with most (of ${all} with findings)`,
        ),
  file: msg('文件', 'file'),
  inFiles: msg('涉及文件', 'files'),
  blanks: msg('空缺', 'blanks'),
  regulations: (shown: number, all: number): Message =>
    shown === all
      ? msg(`引用有误或过时的法规（${all} 部）`, `Regulations cited wrongly or as they no longer are (${all})`)
      : msg(
          `引用有误或过时最多的 ${shown} 部法规（共 ${all} 部）`,
          `The ${shown} regulations most often cited wrongly or as they no longer are (of ${all})`,
        ),
  regulation: msg('法规', 'regulation'),
  wrong: msg('有误', 'wrong'),
  outdated: msg('过时', 'outdated'),
  citations: msg('引用', 'citations'),
  none: msg('没有问题。', 'No findings.'),
} satisfies Record<string, Message | ((shown: number, all: number) => Message)>;

const TITLES: ReadonlyMap<string, Message> = new Map(RULES.map(({ id, title }) => [id, title]));
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Of files and regulations each. */
const MOST = 20;

/** The three tables, each with its title. */
export function overview(report: Report, { locale, colors }: FormatContext): string {
  const { rules, files, regulations } = overviewOf(report);
  if (rules.length === 0) return `${TEXTS.none[locale]}\n`;
  const counted = SEVERITIES.map(severity => SEVERITY[severity][locale]);
  const section = (
    title: Message,
    head: readonly string[],
    rows: readonly (readonly (string | number)[])[],
  ): string[] =>
    rows.length === 0
      ? []
      : [
          colors.bold(title[locale]),
          ...aligned([head, ...rows.map(row => row.map(cell => line(`${cell}`)))]).map(
            (it, i) => `  ${i === 0 ? colors.dim(it) : it}`,
          ),
          '',
        ];
  return [
    ...section(
      TEXTS.rules,
      [...counted, TEXTS.inFiles[locale], TEXTS.rule[locale]],
      rules.map(it => [
        ...SEVERITIES.map(severity => it[severity]),
        it.files,
        // A rule of an earlier version has no title here.
        `${TITLES.get(it.rule)?.[locale] ?? ''} (${it.rule})`.trimStart(),
      ]),
    ),
    ...section(
      TEXTS.files(Math.min(MOST, files.length), files.length),
      [...counted.slice(0, 2), TEXTS.blanks[locale], TEXTS.file[locale]],
      files.slice(0, MOST).map(it => [it.error, it.warning, it.blanks, it.file]),
    ),
    ...section(
      TEXTS.regulations(Math.min(MOST, regulations.length), regulations.length),
      [TEXTS.wrong, TEXTS.outdated, TEXTS.citations, TEXTS.regulation].map(it => it[locale]),
      regulations.slice(0, MOST).map(it => [it.wrong, it.outdated, it.citations, `《${it.title}》`]),
    ),
  ]
    .slice(0, -1)
    .map(it => `${it}\n`)
    .join('');
}
