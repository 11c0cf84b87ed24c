/**
 * `text` safe to show: whatever would move the cursor of a terminal, colour, or reorder what is shown, and what is no
 * character at all, becomes a space. The length stays the same, so an offset still means the same place.
 */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufffe\uffff]/gu, ' ');
