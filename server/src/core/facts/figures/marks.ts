const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

/**
 * The same text with the full-width marks that Chinese is written with, so that one pattern reads both. As long as the text;
 * what belongs to a number (1,204, 9:30) is left.
 */
export const withWideMarks = (text: string): string =>
  text.replace(/,(?!(?<=\d,)\d{3}(?!\d))|:(?!(?<=\d:)\d)|[;()]/g, mark => WIDE[mark]!);
