/** Where ‸ stands in a text, and the text without it. */
export function cursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('‸');
  if (offset < 0) throw new Error(`no ‸ in ${marked}`);
  return { text: marked.replace('‸', ''), offset };
}

/** `text` with ⟦ ⟧ around each span; of spans that begin together the longer one is outside. */
export function marked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const inserts = spans.flatMap(({ start, end }) => [{ at: start, mark: '⟦', length: end - start }, { at: end, mark: '⟧', length: end - start }]);
  inserts.sort((a, b) => b.at - a.at || (a.mark === b.mark ? (a.mark === '⟦' ? a.length - b.length : b.length - a.length) : a.mark === '⟧' ? 1 : -1));
  return inserts.reduce((out, { at, mark }) => out.slice(0, at) + mark + out.slice(at), text);
}
