/** The names most like `wanted`, best first, at most `limit`; none that has nothing in common with it. */
export function nearest(wanted: string, names: Iterable<string>, limit = 3): string[] {
  const pairs = pairsOf(wanted);
  const scored: { name: string; score: number }[] = [];
  for (const name of new Set(names)) {
    const score = likeness(pairs, pairsOf(name));
    if (score >= 0.25) scored.push({ name, score });
  }
  scored.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
  return scored.slice(0, limit).map(({ name }) => name);
}

/** Neighbouring characters: unlike edit distance, this finds a full title from the short one and needs no words. */
function pairsOf(name: string): Set<string> {
  const characters = [...name.toLowerCase()];
  return new Set(
    characters.length < 2 ? characters : characters.slice(1).map((character, i) => characters[i]! + character),
  );
}

/** The coefficient of Dice: 1 for the same pairs, 0 for none in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
