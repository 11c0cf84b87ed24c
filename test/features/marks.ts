/** Where ‸ stands in a text, and the text without it. */
export function cursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('‸');
  if (offset < 0) throw new Error(`no ‸ in ${marked}`);
  return { text: marked.replace('‸', ''), offset };
}
