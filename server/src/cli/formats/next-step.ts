import { msg, type Message } from '../../core/message.js';
import { printable } from '../../core/text/printable.js';
import { gistOf, isBlank, type Report } from '../report/report.js';

/** What a person may do next about what was found: the one thing that helps most. Null where nothing is to be done. */
export function nextStep({ files }: Report): Message | null {
  const found = files.filter(it => gistOf(it).findings > 0);
  if (found.length === 0) return null;
  const file = found.length === 1 ? quoted(found[0]!.file) : null;
  const safe = found.reduce((all, it) => all + gistOf(it).safe, 0);
  if (safe > 0)
    return msg(
      `下一步：其中 ${safe} 处有把握的，可用 policydoc check --fix ${file ?? '<文稿>'} 直接改正。`,
      `Next: policydoc check --fix ${file ?? '<DRAFT>'} makes the ${safe} that are certain.`,
    );
  const inError = found.find(it => gistOf(it).total.error > 0);
  const worst = inError ? gistOf(inError).worst : (found.map(it => gistOf(it).worst).find(it => it !== null) ?? null);
  if (worst !== null && !isBlank({ rule: worst }))
    return msg(
      `下一步：policydoc explain ${worst} 看这条规则的依据和例子；policydoc review ${file ?? '<文稿>'} -o 审核单.html 生成审核单。`,
      `Next: policydoc explain ${worst} shows why, with examples; policydoc review ${file ?? '<DRAFT>'} -o review.html makes the sheet to sign.`,
    );
  return msg(
    `下一步：policydoc data export ${file ?? '<文稿>'} -o 数据.xlsx 列出空缺，交有关单位填写。`,
    `Next: policydoc data export ${file ?? '<DRAFT>'} -o data.xlsx lists the blanks for those who have the figures.`,
  );
}

/** As a shell takes it. */
const quoted = (file: string): string =>
  /^[\w./\p{L}\p{N}-]+$/u.test(file) ? file : `'${printable(file).replaceAll("'", `'\\''`)}'`;
