import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { inspectText } from '../../server/src/cli/views/inspect-text.js';
import pico from 'picocolors';
import type { Locale } from '../../server/src/core/message.js';
import { calculations } from '../../server/src/features/calculations.js';
import { analysisOf } from '../harness/analysis.js';
import { SEVERITY } from '../harness/rule-page.js';

/*
 * docs/format.md is a test: behind each report on it stands what is read of it (`read`, as `policydoc inspect` shows it, and
 * the arithmetic) or what is found in it (`found`). UPDATE=1 writes these blocks. Regulations are the invented ones.
 */

const PAGES = { 'zh-CN': 'docs/format.zh-CN.md', en: 'docs/format.md' } as const;
const EXAMPLE = /^```report\n([^]*?)^```\n\n```(read|found)\n([^]*?)^```$/gm;

const WORDS = {
  arithmetic: { 'zh-CN': '数字核算', en: 'Arithmetic' },
  none: { 'zh-CN': '无', en: 'nothing' },
  verdict: {
    fits: { 'zh-CN': '相符', en: 'fits' },
    wrong: { 'zh-CN': '不符', en: 'wrong' },
    open: { 'zh-CN': '有空缺，无从核算', en: 'a blank: nothing to say' },
  },
};

/** What is read of a report, without the kinds of which there is nothing. */
function read(report: string, locale: Locale): string {
  const { model } = analysisOf(report);
  const [, ...lines] = inspectText('', model, locale, pico.createColors(false)).trimEnd().split('\n');
  const worked = calculations(model).map(
    ({ worked, stated, verdict }) => `  ${worked} → ${stated[locale]}  ${WORDS.verdict[verdict][locale]}`,
  );
  const shown = lines.filter(line => !/[(（]0[)）]$/.test(line));
  if (worked.length > 0) shown.push(`${WORDS.arithmetic[locale]}`, ...worked);
  return shown.length === 0 ? WORDS.none[locale] : shown.join('\n');
}

/** What is found in a report, one line a finding. */
function found(report: string, locale: Locale): string {
  const lines = analysisOf(report).findings.map(({ rule, severity, message }) =>
    locale === 'en' ? `${severity}: ${message.en} (${rule})` : `${SEVERITY[severity]}：${message['zh-CN']}（${rule}）`,
  );
  return lines.length === 0 ? WORDS.none[locale] : lines.join('\n');
}

const given = { read, found } as const;
const rewritten = (page: string, locale: Locale): string =>
  page.replaceAll(
    EXAMPLE,
    (_, report: string, kind: 'read' | 'found') =>
      `\`\`\`report\n${report}\`\`\`\n\n\`\`\`${kind}\n${given[kind](report, locale)}\n\`\`\``,
  );
const reportsOn = (page: string): string[] => [...page.matchAll(EXAMPLE)].map(m => m[1]!);

for (const [locale, file] of Object.entries(PAGES) as [Locale, string][]) {
  describe(file, () => {
    if (process.env['UPDATE']) writeFileSync(file, rewritten(readFileSync(file, 'utf8'), locale));
    const page = readFileSync(file, 'utf8');

    it('shows of each report what is read of it, or found in it', () => {
      assert.equal(page, rewritten(page, locale));
    });

    it('has no report without either', () => {
      const reports = page.match(/^```report$/gm)!.length;
      assert.ok(reports > 10);
      assert.equal(reportsOn(page).length, reports);
    });

    it('is one page', () => {
      assert.ok(page.split('\n').length < 300);
    });
  });
}

it('docs/format.md has the same reports in both languages', () => {
  assert.deepEqual(reportsOn(readFileSync(PAGES.en, 'utf8')), reportsOn(readFileSync(PAGES['zh-CN'], 'utf8')));
});
