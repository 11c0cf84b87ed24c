import { msg } from '../message.js';
import { ownCitations } from './shared/citations.js';
import type { Rule } from './rule.js';

/** The index has every national law in force, so of these names it may say that there is no such law. */
const NATIONAL_LAW = /^中华人民共和国.+(?:(?<!办)法|法典)$/;

export const isNationalLaw = (name: string): boolean => NATIONAL_LAW.test(name);

export const citationRegulationUnknown: Rule = {
  id: 'citation-regulation-unknown',
  title: msg('查无此法', 'No law of this name'),
  severity: 'warning',
  scope: 'chunk',
  judges: ['citations'],
  check: model =>
    ownCitations(model)
      .filter(
        ({ denotes, name }) => denotes.unknown === 'regulation' && denotes.near.length === 0 && isNationalLaw(name),
      )
      .map(({ nameSpan, start, end, name }) => ({
        start: nameSpan?.start ?? start,
        end: nameSpan?.end ?? end,
        message: msg(
          `查无此法：法规数据（截至${model.index.asOf}）中没有《${name}》。`,
          `The regulation data (as of ${model.index.asOf}) knows no 《${name}》.`,
        ),
        reason: msg(
          '现行法律均已收录，多为名称有误、法律已经废止或者尚未公布。请核对名称；确有其法的，自行核实条文。',
          'Every national law in force is in the data, so the name is probably inexact, or the law repealed or not yet passed. Check the name.',
        ),
      })),
};
