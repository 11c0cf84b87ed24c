import type { Section } from '../../facts/sections.js';
import type { Model } from '../../model.js';
import { itemsOfRole, type ListItem } from './items.js';
import { matchingOf } from './matching.js';
import { isStructured, reportsOf } from './structure.js';

/** A section whose list is not read, so that the problems of its report are not compared with the countermeasures. */
export interface NotCompared {
  readonly section: Section;
  readonly role: 'problems' | 'countermeasures';
}

/** Of each report of a text the section that keeps its lists from being compared; none where they are, or there are not both. */
export const notCompared = (model: Model): readonly NotCompared[] =>
  reportsOf(model)
    .filter(isStructured)
    .flatMap(report => unlistedIn(report) ?? []);

function unlistedIn(model: Model): NotCompared | null {
  const sectionOf = (role: NotCompared['role']): Section | undefined =>
    model.sections.find(section => section.role !== 'other' && section.heading.roles.includes(role));
  const [problems, countermeasures] = [sectionOf('problems'), sectionOf('countermeasures')];
  if (!problems || !countermeasures || matchingOf(model)) return null;
  const isRead = (role: NotCompared['role']): boolean => itemsOfRole(model, role).length > 0;
  if (!isRead('problems')) return { section: problems, role: 'problems' };
  if (!isRead('countermeasures')) return { section: countermeasures, role: 'countermeasures' };
  // One problem needs no comparing; more than a report has are not.
  return itemsOfRole(model, 'problems').length === 1 ? null : { section: problems, role: 'problems' };
}

/** Of each report the first of its problems of which some have no countermeasure, and nothing tells which. */
export const unsureProblems = (model: Model): readonly ListItem[] =>
  reportsOf(model)
    .filter(isStructured)
    .flatMap(report => {
      const { problems, firstUnsure = null } = matchingOf(report) ?? {};
      return problems && firstUnsure !== null ? [problems[firstUnsure]!] : [];
    });
