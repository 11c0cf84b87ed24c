/** 2026年4月2日, {{成文日期}}, or what is left of one. */
const DATE =
  /^(?:\{\{[^{}]*(?:日期|时间)[^{}]*\}\}|[\d〇○零一二三四五六七八九十XxＸ×*＊_＿]{2,4}年[^。；]{1,6}月(?:[^。；]{1,4}日)?)$/;
/** The names of those who sign. */
const OFFICE =
  /(?:局|委|办|室|部|院|组|中心|政府|委员会|协会|厅|公司|大学|学院|党校|支部|党委|课题组|调研组|考察组)$|^\{\{[^{}]*(?:单位|机关|署名)[^{}]*\}\}$/;
const ANNEX = /^(?:\*\*)?附[件录表][一二三四五六七八九十\d]{0,2}(?:[：:]|\s|$|（)/;
/** What ends a report: 以上意见，供参考。妥否，请指示。 */
const LAST_WORDS =
  /^(?:以上|特此|妥否|当否|综上|总之|总的看|联系人|[（(](?:联系人|执笔|此件)|抄送|报送|执笔|撰稿|[—-]{3,}$|<!--)/;
const NUMBERED = /^(?:#|[（(]?[一二三四五六七八九十\d①-⑳]{1,3}[）)、.．是要]|第[一二三四五六七八九十]+|[-*+] )/;

/**
 * Where the words of a section end, of those between two offsets: before 以上意见供参考, the list of annexes, the signature
 * and the date. Behind the last character that is no white space; never before `start`.
 */
export function bodyEnd(text: string, start: number, end: number): number {
  const lines: { readonly end: number; readonly words: string }[] = [];
  for (const m of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const words = m[0].trim().replace(/^[\u3000]+/, '');
    // What parts the paragraphs of a block quote is no line.
    if (!/^>*$/.test(words)) lines.push({ end: start + m.index + m[0].trimEnd().length, words });
  }
  const annex = lines.findIndex(({ words }) => ANNEX.test(words));
  let count = annex < 0 ? lines.length : annex;
  let isSigned = annex >= 0;
  for (; count > 0; count--) {
    const { words } = lines[count - 1]!;
    const isDate = DATE.test(words.replace(/\s/g, ''));
    const isName =
      words.length <= 30 && !/[。；：，！？]/.test(words) && !NUMBERED.test(words) && (isSigned || OFFICE.test(words));
    // The marks of the next heading stand on the last line.
    if (!isDate && !isName && !LAST_WORDS.test(words) && !/^#+$/.test(words)) break;
    isSigned ||= isDate || isName;
  }
  return lines[count - 1]?.end ?? start;
}
