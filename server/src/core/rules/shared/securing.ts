import { SECURING, SECURING_BESIDES } from '../../lexicon/remedies.js';

/** What problems a measure is about that only sees others through; none for a measure of its own matter. */
export function securedBy(title: string): RegExp[] {
  const found = new Set<RegExp>();
  const rest = title.replace(/[*_“”]/g, '').replace(SECURING_WORD, word => {
    found.add(SECURED.get(word)!);
    return '';
  });
  return rest.replace(BESIDES, '') === '' ? [...found] : [];
}
const SECURED = new Map(
  SECURING.flatMap(([measures, problems]) => {
    const about = new RegExp(problems);
    return measures.split('|').map((word): [string, RegExp] => [word, about]);
  }),
);
const SECURING_WORD = new RegExp([...SECURED.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
const BESIDES = new RegExp(SECURING_BESIDES, 'g');

/** Whether a measure only sees others through, 加强组织领导: it is everybody's at all times. */
export const isSecuring = (title: string): boolean => securedBy(title).length > 0;
