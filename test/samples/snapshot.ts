import type { Analysis } from '../../server/src/core/analyze.js';
import type { Tally } from '../../server/src/core/coverage.js';
import type { Model } from '../../server/src/core/model.js';
import type { Span } from '../../server/src/core/text/span.js';

/** What was understood of a text and what was found in it, one thing a line: made to be read in a diff. */
export function snapshotOf({ model, findings, coverage }: Analysis): string {
  const { lines } = model;
  const place = ({ start }: Span): string => {
    const { line, column } = lines.at(start);
    return `${line}:${column}`;
  };
  const tally = ({ total, inSubstance, byNumber, named, wrong, outdated, unverifiable }: Tally): string =>
    `${total}处：内容相符${inSubstance}，仅条文存在${byNumber}，仅核名称${named}，有误${wrong}，过时${outdated}，无法核验${unverifiable}`;
  return [
    `调研报告：${model.genre.isReport ? '是' : '否'}（${model.genre.sign}）`,
    '',
    '结构',
    ...outlineOf(model).map(line => `  ${line}`),
    '',
    '引用',
    ...model.citations.map(
      it =>
        `  ${place(it)}  ${model.text.slice(it.start, it.end)}  ${it.denotes.verdict}` +
        (it.quoteVerdict ? `, quoted ${it.quoteVerdict}` : '') +
        (it.denotes.regulation ? `  ${it.denotes.regulation.title} ${it.denotes.edition?.date ?? '?'}` : ''),
    ),
    '',
    `问题（${findings.length}）`,
    ...findings.map(it => `  ${place(it)}  ${it.severity}  ${it.message['zh-CN']}  (${it.rule})`),
    '',
    `引用${tally(coverage.citations)}`,
    `引文${tally(coverage.quotations)}`,
    `空缺${coverage.placeholders}处`,
    `截至${coverage.asOf}`,
    '',
  ].join('\n');
}

/** Sections and points, each below what contains it, without their places. */
export function outlineOf({ sections, points }: Model): string[] {
  const entries = [
    ...sections.map(({ start, end, level, number, title, role }) => ({
      start,
      end,
      label: `#${level} ${number ?? '-'} ${title} [${role}]`,
    })),
    ...points.map(({ start, end, form, number, title }) => ({ start, end, label: `${form}${number} ${title}` })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const open: Span[] = [];
  return entries.map(entry => {
    while (open.length > 0 && open.at(-1)!.end <= entry.start) open.pop();
    open.push(entry);
    return '  '.repeat(open.length - 1) + entry.label;
  });
}
