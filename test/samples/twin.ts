/** A report typed as plain text, one line a paragraph, written with Markdown's headings and blank lines instead. */
export function markdownOf(plain: string): string {
  const [title, ...lines] = plain.trimEnd().split('\n');
  const paragraphs = lines.flatMap(line => {
    if (/^[一二三四五六七八九十]+、/.test(line)) return [`## ${line}`];
    const numbered = /^(（[一二三四五六七八九十]+）[^。]*)。?(.*)$/.exec(line);
    return numbered ? [`### ${numbered[1]}`, ...(numbered[2] ? [numbered[2]] : [])] : [line];
  });
  return [`# ${title}`, ...paragraphs].map(paragraph => `${paragraph}\n`).join('\n');
}
