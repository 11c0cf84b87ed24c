import type { Role, Section } from '../../facts/sections.js';
import { shareOfTone } from '../../lexicon/tone.js';
import type { Model } from '../../model.js';
import type { Span } from '../../text/span.js';
import { itemsOfRole, unnamedLists, type ListItem } from './items.js';
import { matchingOf } from './matching.js';
import { isStructured, reportsOf, titleOf } from './structure.js';

/**
 * What keeps the problems of a report from being compared with the countermeasures: a section whose list is not read, or
 * `lists`, that no words tell which lists are of what; then the place is the title.
 */
export interface NotCompared extends Span {
  readonly role: 'problems' | 'countermeasures' | 'lists';
}

/** Of each report of a text what keeps its lists from being compared; none where they are, or there are not both. */
export const notCompared = (model: Model): readonly NotCompared[] =>
  reportsOf(model)
    .filter(isStructured)
    .flatMap(report => unlistedIn(report) ?? []);

const ROLES = ['problems', 'countermeasures'] as const;

function unlistedIn(model: Model): NotCompared | null {
  if (matchingOf(model)) return null;
  const named = ROLES.map(role =>
    model.sections.find(section => section.role !== 'other' && section.heading.roles.includes(role)),
  );
  const isRead = (role: Exclude<Role, 'other'>): boolean => itemsOfRole(model, role).length > 0;
  const [problems, countermeasures] = named;
  if (problems && countermeasures) {
    if (!isRead('problems')) return { ...spanOf(problems), role: 'problems' };
    if (!isRead('countermeasures')) return { ...spanOf(countermeasures), role: 'countermeasures' };
    // One problem needs no comparing; more than a report has are not.
    return itemsOfRole(model, 'problems').length === 1 ? null : { ...spanOf(problems), role: 'problems' };
  }
  const title = titleOf(model);
  if (title === null || model.text.length < LEAST_WRITTEN || isStudy(model)) return null;
  // What is not there at all section-missing says, where a section names the other.
  const mayBeCompared = ROLES.every((role, i) => named[i] || isRead(role) || mayBeListed(model, role));
  return (!problems && !countermeasures) || mayBeCompared ? { ...title, role: 'lists' } : null;
}
const spanOf = ({ heading: { start, end } }: Section): Span => ({ start, end });
/** Of less, little is written yet. */
const LEAST_WRITTEN = 400;

/** Whether a report tells what was done well, here or elsewhere, and what it teaches: it has neither problems nor measures against them. */
export const isStudy = ({ sections }: Model): boolean =>
  sections.some(({ level, title }) => level === 2 && /启示|借鉴|体会/.test(title));

/** Whether a list that no heading names may be of the role: 如何解扣 may be of measures, and what stands below it tells. */
export const mayBeListed = (model: Model, role: 'problems' | 'countermeasures'): boolean =>
  unnamedLists(model).some(list => {
    const titles = list.map(({ title }) => title);
    return shareOfTone(role === 'problems' ? 'fault' : 'deed', titles) >= 0.5;
  });

/** Of each report the first of its problems of which some have no countermeasure, and nothing tells which. */
export const unsureProblems = (model: Model): readonly ListItem[] =>
  reportsOf(model)
    .filter(isStructured)
    .flatMap(report => {
      const { problems, firstUnsure = null } = matchingOf(report) ?? {};
      return problems && firstUnsure !== null ? [problems[firstUnsure]!] : [];
    });
