import type { Section } from '../../facts/sections.js';
import type { Model } from '../../model.js';
import { itemsOfRole, type ListItem } from './items.js';
import { matchingOf } from './matching.js';
import { isStructured } from './structure.js';

/**
 * The section whose list keeps the problems of a report from being compared with its countermeasures, for it has none that
 * is read; null where they are compared, or there are not both.
 */
export function notCompared(
  model: Model,
): { readonly section: Section; readonly role: 'problems' | 'countermeasures' } | null {
  if (!isStructured(model)) return null;
  const sectionOf = (role: 'problems' | 'countermeasures'): Section | undefined =>
    model.sections.find(section => section.role !== 'other' && section.heading.roles.includes(role));
  const [problems, countermeasures] = [sectionOf('problems'), sectionOf('countermeasures')];
  if (!problems || !countermeasures || matchingOf(model)) return null;
  const isRead = (role: 'problems' | 'countermeasures'): boolean => itemsOfRole(model, role).length > 0;
  if (!isRead('problems')) return { section: problems, role: 'problems' };
  if (!isRead('countermeasures')) return { section: countermeasures, role: 'countermeasures' };
  // One problem needs no comparing; more than a report has are not.
  return itemsOfRole(model, 'problems').length === 1 ? null : { section: problems, role: 'problems' };
}

/** The problems of which some have no countermeasure and nothing tells which: not compared either. */
export function unsureProblems(model: Model): readonly ListItem[] {
  const matching = isStructured(model) ? matchingOf(model) : null;
  return matching ? matching.unsure.map(p => matching.problems[p]!) : [];
}
