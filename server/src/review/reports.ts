import type { Locale, Message } from '../core/message.js';
import { msg, plural } from '../core/message.js';
import type { Severity } from '../core/rules/rule.js';
import { html, Html } from './escape.js';

/*
 * Where many reports stand, as one file. It asks nobody for anything: the policy in its head lets run the one script below,
 * by its digest, and nothing else. Without the script all is there, unsorted.
 */

/** What the page is made of: counted already, in the order it is shown in before anybody sorts. */
export interface ReportsPage {
  readonly locale: Locale;
  /** What was checked and found, a sentence each. */
  readonly closing: readonly string[];
  /** Earlier runs, oldest first, then this one; less than two tell no trend. */
  readonly runs: readonly RunRow[];
  readonly rules: readonly RuleRow[];
  readonly files: readonly FileRow[];
  readonly regulations: readonly RegulationRow[];
}

export interface RunRow extends Counts {
  /** The name of the file it was read from; null for this run. */
  readonly name: string | null;
  readonly files: number;
  readonly blanks: number;
}

type Counts = Readonly<Record<Severity, number>>;

export interface RuleRow extends Counts {
  readonly rule: string;
  readonly title: string;
  readonly files: number;
}

export interface FileRow extends Counts {
  readonly file: string;
  readonly blanks: number;
  readonly citations: number;
  readonly rules: readonly string[];
  /** Findings of one cause told once, the gravest first. */
  readonly entries: readonly { readonly place: string; readonly severity: Severity; readonly message: string }[];
  /** How many of them are not listed. */
  readonly more: number;
}

export interface RegulationRow {
  readonly title: string;
  readonly citations: number;
  readonly wrong: number;
  readonly outdated: number;
  readonly unverifiable: number;
}

/** What the page says of itself: only a file that says so is replaced by another. */
export const REPORTS_GENERATOR = 'policydoc report';

const TEXTS = {
  title: msg('文稿检查汇总', 'Reports at a glance'),
  trend: msg('变化', 'Trend'),
  run: msg('检查结果', 'run'),
  thisRun: msg('本次', 'this run'),
  files: msg('文稿', 'Reports'),
  file: msg('文稿', 'report'),
  fileCount: msg('文稿数', 'reports'),
  rules: msg('各类问题', 'Findings by rule'),
  rule: msg('规则', 'rule'),
  regulations: msg('引用有误或过时的法规', 'Regulations cited wrongly or as they no longer are'),
  regulation: msg('法规', 'regulation'),
  citations: msg('引用', 'citations'),
  wrong: msg('有误', 'wrong'),
  outdated: msg('过时', 'outdated'),
  unverifiable: msg('无法核验', 'unverifiable'),
  blanks: msg('空缺', 'blanks'),
  inFiles: msg('涉及文稿', 'reports'),
  severities: { error: msg('错误', 'errors'), warning: msg('警告', 'warnings'), info: msg('提示', 'infos') },
  filter: msg('按文件名筛选', 'File name contains'),
  byRule: msg('按规则筛选', 'Rule'),
  anyRule: msg('全部规则', 'all rules'),
  none: msg('没有问题。', 'No findings.'),
  more: (count: number): Message => msg(`另有 ${count} 项未列出。`, `${plural(count, 'more')} not listed.`),
  how: msg('点列名可排序，点文件名看具体问题。', 'Click a head to sort, a name to see its findings.'),
};

const STYLE = `
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
:root { color-scheme: light dark; --line: #bbb; --soft: #f3f3f3; --dim: #555; --error: #b00020; --warning: #7a4f00; }
@media (prefers-color-scheme: dark) { :root { --line: #555; --soft: #242424; --dim: #aaa; --error: #ff8a95; --warning: #e6b450; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 70rem; font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .6rem; }
h2 { font-size: 1.1rem; margin: 1.8rem 0 .5rem; break-after: avoid; }
p { margin: .2rem 0; }
.dim { color: var(--dim); font-size: .9em; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
th { background: var(--soft); white-space: nowrap; }
th button { all: unset; cursor: pointer; } th button:focus-visible { outline: 2px solid; }
th[aria-sort=ascending] button::after { content: " ↑"; } th[aria-sort=descending] button::after { content: " ↓"; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; width: 1%; }
.error { color: var(--error); font-weight: 600; } .warning { color: var(--warning); }
summary { cursor: pointer; }
ul { margin: .3rem 0 .3rem; padding-left: 1.2em; font-size: .9em; }
.filters { display: flex; flex-wrap: wrap; gap: 1rem; margin: .5rem 0; }
.filters label { display: flex; gap: .5em; align-items: center; } input, select { font: inherit; padding: .15rem .4rem; max-width: 100%; }
.scroll { overflow-x: auto; }
tr { break-inside: avoid; }
@media print { body { padding: 0; max-width: none; font-size: 10pt; } .filters, .how { display: none; } }
`;

/**
 * Sorts a table by the column whose head is pressed, and shows the files that fit both filters. It reads the page alone
 * and writes no HTML.
 */
export const SCRIPT = `'use strict';
for (const button of document.querySelectorAll('th button')) button.addEventListener('click', () => {
  const head = button.closest('th');
  const table = head.closest('table');
  const column = [...head.parentElement.children].indexOf(head);
  const ascends = head.getAttribute('aria-sort') === 'descending' || (!head.hasAttribute('aria-sort') && !head.classList.contains('n'));
  for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', ascends ? 'ascending' : 'descending');
  const key = row => row.children[column].dataset.key ?? row.children[column].textContent;
  const isNumber = head.classList.contains('n');
  const compare = (a, b) => isNumber ? Number(key(a)) - Number(key(b)) : key(a).localeCompare(key(b), 'zh-CN');
  const rows = [...table.tBodies[0].rows].sort((a, b) => ascends ? compare(a, b) : compare(b, a));
  table.tBodies[0].append(...rows);
});
const words = document.querySelector('#words');
const rule = document.querySelector('#rule');
const filter = () => {
  for (const row of document.querySelectorAll('#files tbody tr'))
    row.hidden = !row.dataset.file.toLowerCase().includes(words.value.trim().toLowerCase()) || (rule.value !== '' && !row.dataset.rules.split(' ').includes(rule.value));
};
if (words) { words.addEventListener('input', filter); rule.addEventListener('change', filter); }
`;

/** SHA-256 of the script in base64, for the policy: a test keeps the two in step. */
export const SCRIPT_DIGEST = 'VbMRWFbfJrZ/q1rMbx36qbsJbZUMDbonk12dCIFJBcM=';

/** The page as one file of HTML. */
export function reportsHtml(page: ReportsPage): string {
  const { locale, closing } = page;
  const say = (message: Message): string => message[locale];
  return `<!doctype html>\n${
    html`<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${SCRIPT_DIGEST}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${REPORTS_GENERATOR}">
<title>${say(TEXTS.title)}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header>
<h1>${say(TEXTS.title)}</h1>
${closing.map(it => html`<p>${it}</p>\n`)}</header>
<main>
${sections(page)}</main>
<script>${new Html(SCRIPT)}</script>
</body>
</html>`.source
  }\n`;
}

function sections(page: ReportsPage): Html | '' {
  const { locale, runs, rules, files, regulations } = page;
  const severities = (['error', 'warning', 'info'] as const).map(it => TEXTS.severities[it]);
  return html`${
    runs.length > 1
      ? section(
          'trend',
          TEXTS.trend,
          locale,
          [TEXTS.run, TEXTS.fileCount, ...severities, TEXTS.blanks],
          runs.map(
            it =>
              html`<tr>${cells(locale, it.name ?? TEXTS.thisRun[locale], it.files, ...counts(it), it.blanks)}</tr>\n`,
          ),
        )
      : ''
  }${
    rules.length === 0
      ? html`<p>${TEXTS.none[locale]}</p>`
      : section(
          'rules',
          TEXTS.rules,
          locale,
          [TEXTS.rule, ...severities, TEXTS.inFiles],
          rules.map(
            it =>
              html`<tr>${cells(locale, [it.title, `(${it.rule})`].filter(Boolean).join(' '), ...counts(it), it.files)}</tr>\n`,
          ),
        )
  }${
    regulations.length === 0
      ? ''
      : section(
          'regulations',
          TEXTS.regulations,
          locale,
          [TEXTS.regulation, TEXTS.wrong, TEXTS.outdated, TEXTS.unverifiable, TEXTS.citations],
          regulations.map(
            it =>
              html`<tr>${cells(locale, `《${it.title}》`, it.wrong, it.outdated, it.unverifiable, it.citations)}</tr>\n`,
          ),
        )
  }${
    files.length === 0
      ? ''
      : section(
          'files',
          TEXTS.files,
          locale,
          [TEXTS.file, ...severities, TEXTS.blanks, TEXTS.citations],
          files.map(it => fileRow(it, locale)),
          html`<p class="dim how">${TEXTS.how[locale]}</p>
<div class="filters"><label>${TEXTS.filter[locale]}<input id="words" type="search"></label><label>${TEXTS.byRule[locale]}<select id="rule"><option value="">${TEXTS.anyRule[locale]}</option>${rules.map(it => html`<option value="${it.rule}">${it.title || it.rule}</option>`)}</select></label></div>
`,
        )
  }`;
}

const counts = ({ error, warning, info }: Counts): readonly [number, number, number] => [error, warning, info];

/** A name and its numbers; those of errors and warnings stand out. */
function cells(locale: Locale, name: string, ...numbers: readonly number[]): Html {
  return html`<td${locale === 'en' ? new Html(' lang="zh-CN"') : ''}>${name}</td>${numbers.map(it => html`<td class="n">${it}</td>`)}`;
}

function section(
  id: string,
  title: Message,
  locale: Locale,
  heads: readonly Message[],
  rows: readonly Html[],
  before: Html | '' = '',
): Html {
  const head = heads.map(
    (it, i) =>
      html`<th scope="col"${i > 0 ? new Html(' class="n"') : ''}><button type="button">${it[locale]}</button></th>`,
  );
  return html`<section id="${id}"><h2>${title[locale]}</h2>
${before}<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>
${rows}</tbody></table></div></section>
`;
}

function fileRow(row: FileRow, locale: Locale): Html {
  const { file, rules, entries, more, blanks, citations, error, warning, info } = row;
  const list = html`<ul>${entries.map(it => html`<li>${it.place} <span class="${it.severity}">${TEXTS.severities[it.severity][locale]}</span> ${it.message}</li>`)}${more > 0 ? html`<li>${TEXTS.more(more)[locale]}</li>` : ''}</ul>`;
  const name = entries.length > 0 ? html`<details><summary>${file}</summary>${list}</details>` : html`${file}`;
  return html`<tr data-file="${file}" data-rules="${rules.join(' ')}"><td data-key="${file}">${name}</td><td class="n${error > 0 ? ' error' : ''}">${error}</td><td class="n${warning > 0 ? ' warning' : ''}">${warning}</td>${[info, blanks, citations].map(it => html`<td class="n">${it}</td>`)}</tr>\n`;
}
