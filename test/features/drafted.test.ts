import assert from 'node:assert/strict';
import { matchingOf } from '../../server/src/core/rules/shared/matching.js';
import { countermeasureDrafts, type Draft } from '../../server/src/features/countermeasures.js';
import { mutationsOf, structureFindings } from '../core/structure/mutations.js';
import { reportsIn } from '../core/structure/reports.js';
import { analysisOf } from '../harness/analysis.js';
import { applied } from '../harness/edits.js';

const NUMBERS = /[一二三四五六七八九十\d①-⑳A-H㈠-㈩⒈-⒑壹贰叁肆伍甲乙丙丁戊头第]|首先|其次|再次|最后/g;

/** A measure is taken out of each report in turn, and drafted again. */
describe('a countermeasure that was taken out', () => {
  for (const report of reportsIn()) {
    const deletions = (mutationsOf(report) ?? []).filter(
      ({ kind, text }) => kind.startsWith('delete') && countermeasureDrafts(analysisOf(text)),
    );
    if (deletions.length === 0) continue;
    it(`${report.name}: is drafted once, in a list in order, and answers its problem`, () => {
      for (const { text, what } of deletions) {
        const before = [text, report.text]
          .flatMap(structureFindings)
          .filter(told => !told.startsWith('problem-without'));
        // Of two that have none, one may be told by the words only when the other has.
        let filled = text;
        const drafts: Draft[] = [];
        for (let round = 0; round < 3; round++) {
          const more = countermeasureDrafts(analysisOf(filled));
          if (!more) break;
          drafts.push(...more.drafts);
          filled = applied(filled, more.edits);
        }
        const analysis = analysisOf(filled);
        assert.deepEqual(matchingOf(analysis.model)!.unanswered, [], `${what}\n${filled}`);
        assert.equal(countermeasureDrafts(analysis), null, what);
        // Of measures in another order than the problems, which are said to be out of it depends on the others.
        const isKnown = (words: string): boolean =>
          before.includes(words) ||
          (words.startsWith('countermeasures-out-of-order') &&
            before.some(told => told.startsWith('countermeasures-out')));
        const told = structureFindings(filled).filter(words => !isKnown(words));
        assert.deepEqual(told, [], `${what}\n${filled}`);
        // Nothing but the drafts and the numbers behind them is written.
        const kept = filled.replace(NUMBERS, '');
        for (const line of text.split(/[。；：\n]/))
          assert.ok(kept.includes(line.trim().replace(NUMBERS, '')), `${what}: ${line}`);
        for (const { head } of drafts) assert.ok(filled.includes(head), head);
      }
    });
  }
});
