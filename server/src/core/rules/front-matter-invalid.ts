import { msg } from '../message.js';
import { reportDate } from '../model.js';
import type { Span } from '../text/span.js';
import type { Fix, FindingDraft, Rule } from './rule.js';

export const frontMatterInvalid: Rule = {
  id: 'front-matter-invalid',
  title: msg('文首信息无法读取', 'Front matter cannot be read'),
  severity: 'warning',
  scope: 'document',
  check: ({ frontMatter, text }): FindingDraft[] => {
    if (!frontMatter) return [];
    const whole = { start: frontMatter.start, end: text.slice(0, frontMatter.end).trimEnd().length };
    const reason = msg(
      '文首信息写明报告日期等事项，读不出来的，法规效力将改按其他日期判断。请改正格式：每项一行，写作“名称: 值”，日期写作 2026-05-01 或者 2026年5月1日。',
      'Front matter pins the report’s date; when it cannot be read, regulations are judged by another day. Write one “name: value” a line, and dates as 2026-05-01.',
    );
    if (frontMatter.error !== null) {
      return [
        {
          ...whole,
          reason,
          message: msg(
            `文首的 YAML 信息无法读取：${firstLine(frontMatter.error)}。`,
            `The YAML front matter cannot be read: ${firstLine(frontMatter.error)}.`,
          ),
        },
      ];
    }
    const { date } = frontMatter.data;
    if (date === undefined || reportDate(frontMatter) !== null) return [];
    const line = /^date[ \t]*:.*$/m.exec(text.slice(0, frontMatter.end));
    const span = line ? { start: line.index, end: line.index + line[0].trimEnd().length } : whole;
    return [
      {
        ...span,
        reason,
        fixes: line ? [withoutDate(text, span)] : [],
        message:
          date === null
            ? msg('文首的报告日期没有填写。', 'The report’s date in the front matter is left empty.')
            : msg(
                `文首的报告日期“${String(date)}”无法识别。`,
                `The report’s date “${String(date)}” in the front matter is no date.`,
              ),
      },
    ];
  },
};

/** The data's own day then counts, as for a report without a date. */
function withoutDate(text: string, { start, end }: Span): Fix {
  const rest = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end, end + 20))?.[0].length ?? 0;
  return {
    title: msg('删去日期这一项', 'Delete the line of the date'),
    kind: 'choice',
    edits: [{ start, end: end + rest, text: '' }],
  };
}

const firstLine = (message: string): string => message.split('\n')[0]!.replace(/(?<![.:。：\s])[.:。：\s]+$/, '');
