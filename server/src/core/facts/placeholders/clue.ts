/**
 * One reason to decide what a site in the text is. A decision is a list of clues: the first that holds decides, and the
 * last one always holds. Each stands beside examples that it, and no clue before it, decides; a test tries them.
 */
export interface Clue<Site, Verdict> {
  /** What is seen, in a few words; unique in its list. */
  readonly name: string;
  readonly says: Verdict;
  readonly holds: (site: Site) => boolean;
  /** Lines with ⟦ ⟧ around the site. */
  readonly examples: readonly string[];
}

/** The clue that decides. The list ends with one that always holds. */
export function deciding<Site, Verdict>(clues: readonly Clue<Site, Verdict>[], site: Site): Clue<Site, Verdict> {
  for (const clue of clues) if (clue.holds(site)) return clue;
  throw new Error('the last clue of a list holds always');
}

/** Whether something is a placeholder; `weak`: only where its line speaks for it. */
export type Likelihood = 'placeholder' | 'weak' | 'no';

type Says<Verdict> = <Site>(
  name: string,
  holds: (site: Site) => boolean,
  ...examples: readonly string[]
) => Clue<Site, Verdict>;

const says =
  (verdict: Likelihood): Says<Likelihood> =>
  (name, holds, ...examples) => ({ name, says: verdict, holds, examples });

export const blank = says('placeholder');
export const weak = says('weak');
export const no = says('no');

/** What the last clue of a list asks. */
export const always = (): boolean => true;
