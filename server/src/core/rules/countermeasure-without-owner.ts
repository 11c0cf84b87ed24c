import { msg } from '../message.js';
import type { Model } from '../model.js';
import { memoize } from '../memoize.js';
import { readingOf } from '../syntax/document.js';
import { pieceOf, type Piece } from '../syntax/piece.js';
import { Commitment } from './shared/commitments.js';
import { itemsOfRole, itemText, type ListItem } from './shared/items.js';
import { isSecuring } from './shared/securing.js';
import type { Rule } from './rule.js';
import { ofEachReport } from './shared/structure.js';

export const countermeasureWithoutOwner: Rule = {
  id: 'countermeasure-without-owner',
  title: msg('对策缺责任单位或者时限', 'Countermeasure without owner or date'),
  severity: 'info',
  scope: 'document',
  check: ofEachReport(model => {
    const measures = itemsOfRole(model, 'countermeasures').filter(({ isAside }) => !isAside);
    // One report in its style names them, another leaves that to the paper that follows it: there half of them is all to ask.
    let [named, others] = [0, 0];
    for (const item of measures) {
      if (lacks(model, item, 'lead') || lacks(model, item, 'time')) others++;
      else named++;
      if (others * 2 > measures.length) return [];
    }
    if (named < 2) return [];
    return measures
      .map(item => ({ item, ...missingIn(model, item) }))
      .filter(({ item, lacksLead, lacksTime }) => (lacksLead || lacksTime) && !isSecuring(item.title))
      .map(({ item, lacksLead, lacksTime }) => {
        const [zh, en] =
          lacksLead && lacksTime
            ? ['责任单位和完成时限', 'neither who is to do it nor by when']
            : lacksLead
              ? ['责任单位', 'not who is to do it']
              : ['完成时限', 'not by when'];
        return {
          start: item.head.start,
          end: item.head.end,
          message: msg(
            `对策“${itemText(model, item)}”没有写明${zh}。`,
            `The countermeasure “${itemText(model, item)}” says ${en}.`,
          ),
          reason: msg(
            `本文${measures.length}条对策中，有${named}条写明了由谁负责、何时完成；没有写明的，会后难以分工督办。请补写，或者确认不需要。`,
            `${named} of the ${measures.length} countermeasures say who is to do what by when; one that does not is hard to follow up. Add it, unless it is not wanted.`,
          ),
        };
      });
  }),
};

/** Whether it is not said who does it, and by when. */
export function missingIn(model: Model, item: ListItem): { readonly lacksLead: boolean; readonly lacksTime: boolean } {
  return { lacksLead: lacks(model, item, 'lead'), lacksTime: lacks(model, item, 'time') };
}

function lacks({ document }: Model, { start, end }: ListItem, part: 'lead' | 'time'): boolean {
  const reading = readingOf(document);
  const own = reading.toReading({ start, end });
  // A measure may be of several sentences, each by somebody else.
  return LACKS[part](pieceOf(document, reading.text.slice(own.start, own.end)));
}

const commitmentOf = memoize(({ text, lexicon }: Piece) => new Commitment(text, lexicon));
const LACKS = {
  lead: memoize((said: Piece): boolean => commitmentOf(said).lead === null),
  time: memoize((said: Piece): boolean => commitmentOf(said).time === null),
};
