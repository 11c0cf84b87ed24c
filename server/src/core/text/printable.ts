/**
 * `text` safe to show in a terminal: whatever would move the cursor, colour, or reorder what is shown becomes a space.
 * The length stays the same, so an offset still means the same place.
 */
export const printable = (text: string): string =>
  text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
