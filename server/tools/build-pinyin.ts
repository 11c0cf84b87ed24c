import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

/**
 * Writes `server/src/features/pinyin-table.ts`: which characters may begin with which letter. Offline, deterministic.
 * pinyin-pro is asked here and not in the server: its dictionary is ten times the size of this table, and to find a name
 * by its initials it is enough to know every reading of a character.
 */
const FILE = 'server/src/features/pinyin-table.ts';

/** The 6,763 characters of GB 2312 and whatever the names of regulations add. */
function characters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const found = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) found.add(decoder.decode(Uint8Array.of(row, cell)));
  }
  const { regulations } = JSON.parse(readFileSync('server/data/regulations.json', 'utf8')) as {
    regulations: { title: string; names: string[] }[];
  };
  for (const { title, names } of regulations) for (const c of [title, ...names].join('')) found.add(c);
  return [...found].filter(c => /^\p{Script=Han}$/u.test(c) && c !== '〇').sort();
}

const byLetter = new Map<string, string>();
for (const c of characters()) {
  const readings = pinyin(c, { multiple: true, toneType: 'none', type: 'array', v: true });
  for (const letter of new Set(readings.map(reading => reading[0]!)))
    if (/[a-z]/.test(letter)) byLetter.set(letter, (byLetter.get(letter) ?? '') + c);
}
const rows = [...byLetter].sort(([a], [b]) => (a < b ? -1 : 1)).map(([letter, all]) => `  ${letter}: '${all}',`);
writeFileSync(
  FILE,
  `/** The characters a reading of which begins with the letter. Written by server/tools/build-pinyin.ts; not edited by hand. */
export const BY_INITIAL: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`,
);
