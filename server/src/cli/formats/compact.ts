import { SEVERITY } from '../../features/wording.js';
import { line } from '../inert.js';
import { SUMMARY_MARK } from '../report/closing.js';
import { byCause, type FileReport } from '../report/report.js';
import { blocksOf } from './blocks.js';
import type { BlockContext, Format } from './format.js';
import { closing, PAINT, placeOf } from './terminal.js';

const block = ({ file, findings }: FileReport, { colors, locale }: BlockContext): string =>
  byCause(findings)
    .map(({ lead, findings }) => {
      const { severity, message, cause, rule } = lead;
      const said = colors[PAINT[severity]](SEVERITY[severity][locale]);
      const text = findings.length === 1 ? message : (cause.message ?? message);
      return `${line(file)}:${placeOf(lead)}: ${said}: ${line(text)}  ${colors.dim(`(${rule})`)}\n`;
    })
    .join('');

/** One line a cause, as editors and `grep` take it: `甲.md:2:15: 错误: …  (rule)`. */
export const compact: Format = {
  write: (report, context) => [...blocksOf(report.files, 'compact', context, block), closing(report, context)].join(''),
  block,
  mark: SUMMARY_MARK,
};
