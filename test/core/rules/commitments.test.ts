import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { GENRE } from '../../../server/src/core/lexicon/lexicon.js';
import { Commitment } from '../../../server/src/core/rules/shared/commitments.js';

/** Sentences with who leads, who helps and by when marked in them. */
const sentences = readFileSync('test/core/rules/commitments.txt', 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'));

describe('who does it and by when', () => {
  for (const marked of sentences) {
    it(marked, () => {
      const text = marked.replace(/[⟦⟧]|(?<=⟦)[LST]/g, '');
      const { lead, support, time } = new Commitment(text, GENRE);
      const named = (letter: string): string | null => new RegExp(`⟦${letter}([^⟧]*)⟧`).exec(marked)?.[1] ?? null;
      const words = (span: typeof lead): string | null => span && text.slice(span.start, span.end);
      assert.deepEqual(
        { lead: words(lead), support: words(support), time: words(time) },
        { lead: named('L'), support: named('S'), time: named('T') },
      );
    });
  }
});
