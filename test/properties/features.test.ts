import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyze, type Analysis } from '../../server/src/core/analyze.js';
import type { Span } from '../../server/src/core/text/span.js';
import { codeActions, editsOf } from '../../server/src/features/code-actions.js';
import { completions, warmUp } from '../../server/src/features/completion.js';
import { citationList } from '../../server/src/features/citation-list.js';
import { definition } from '../../server/src/features/definition.js';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols.js';
import { folding } from '../../server/src/features/folding.js';
import { placeholderList } from '../../server/src/features/placeholder-list.js';
import { grouped } from '../../server/src/features/grouping.js';
import { inlayHints } from '../../server/src/features/inlay-hints.js';
import { hover } from '../../server/src/features/hover.js';
import { documentLinks } from '../../server/src/features/document-links.js';
import { referencesAt } from '../../server/src/features/references.js';
import { rename } from '../../server/src/features/rename.js';
import { selection } from '../../server/src/features/selection.js';
import { semanticTokens } from '../../server/src/features/semantic-tokens.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { analysisOf } from '../harness/analysis.js';
import { applied } from '../harness/edits.js';
import { text } from './texts.js';

/* What holds of every feature for any text: it answers, within the text; a rename can be taken back; silencing silences. */

const asked = fc.record({ source: text, at: fc.double({ min: 0, max: 1, noNaN: true }) });
const within = ({ model }: Analysis, spans: readonly Span[]): void => {
  for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= model.text.length);
};
const disjoint = (spans: readonly Span[]): void =>
  spans.forEach(({ start }, i) => assert.ok(i === 0 || spans[i - 1]!.end <= start));

describe('features', () => {
  it('answer for any text, within it', () =>
    fc.assert(
      fc.property(asked, ({ source, at }) => {
        const analysis = analysisOf(source);
        const offset = Math.round(at * source.length);
        const whole = { start: 0, end: source.length };
        const chain = selection(analysis, offset);
        chain.reduce((inner, outer) => {
          assert.ok(
            outer.start <= inner.start &&
              inner.end <= outer.end &&
              (outer.start < inner.start || inner.end < outer.end),
          );
          return outer;
        });
        const colours = semanticTokens(analysis, whole);
        disjoint(colours);
        for (const { start, end } of colours)
          assert.equal(analysis.model.lines.at(start).line, analysis.model.lines.at(end).line);
        const defined = definition(analysis, offset);
        // What is worked out beforehand changes nothing of what is offered.
        const offers = completions(analysis, offset);
        warmUp(analysis);
        assert.deepEqual(completions(analysis, offset), offers);
        within(analysis, [
          ...chain,
          ...colours,
          ...documentLinks(analysis),
          ...folding(analysis),
          ...offers.map(({ replace }) => replace),
          ...workspaceSymbols(analysis, ''),
          ...citationList(analysis),
          ...placeholderList(analysis).flatMap(section => section.placeholders),
          ...grouped(analysis.findings, analysis, 3),
          ...inlayHints(analysis, whole).map(hint => ({ start: hint.offset, end: hint.offset })),
          ...(hover(analysis, offset) ? [hover(analysis, offset)!] : []),
          ...(defined ? [defined.origin, defined.target, defined.selection] : []),
        ]);
        const found = referencesAt(analysis, offset);
        if (found) {
          disjoint(found.places);
          assert.ok(
            found.places.some(({ start, end }) => start === found.at.start && end === found.at.end),
            'the place asked about is among them',
          );
        }
      }),
      { numRuns: 400 },
    ));

  it('rename so that it can be taken back', () => {
    let tried = 0;
    fc.assert(
      fc.property(asked, ({ source, at }) => {
        const analysis = analysisOf(source);
        const { abbreviations, placeholders } = analysis.model;
        const places = [
          ...abbreviations.map(({ nameSpan }) => nameSpan.start),
          ...placeholders.filter(({ key }) => key !== null).map(({ start }) => start + 3),
        ];
        const place = places[Math.floor(at * places.length)];
        if (place === undefined) return;
        const there = rename(analysis, place, '细则');
        if ('refusal' in there) return;
        const renamed = applied(source, there.edits);
        const found = referencesAt(analysis, place)!;
        const name =
          found.subject.kind === 'abbreviation'
            ? found.subject.definition.name
            : found.subject.kind === 'key'
              ? found.subject.key
              : '';
        // Two things of one name have been told apart; that is not taken back.
        if (abbreviations.filter(a => a.name === name).length > 1) return;
        const back = rename(analysisOf(renamed), there.edits[0]!.start, name);
        assert.ok('edits' in back, 'refusal' in back ? back.refusal.en : '');
        assert.equal(applied(renamed, back.edits), source);
        tried++;
      }),
      { numRuns: 400 },
    );
    assert.ok(tried > 20, String(tried));
  });

  it('silence what they say they silence, in the samples', () => {
    const context = { index: loadIndex('server/data'), settings: { rules: {} } };
    let tried = 0;
    for (const name of readdirSync('samples').filter(file => /\.(?:md|txt)$/.test(file))) {
      const source = readFileSync(`samples/${name}`, 'utf8');
      const analysis = analyze(source, context);
      const lineOf = (start: number): number => analysis.model.lines.at(start).line;
      for (const finding of analysis.findings) {
        for (const { key } of codeActions(analysis, finding)) {
          if (
            (key.do !== 'suppress' && key.do !== 'suppress-all') ||
            key.start !== finding.start ||
            key.rule !== finding.rule
          )
            continue;
          const after = analyze(applied(source, editsOf(analysis, key)!), context);
          const left = analysis.findings.filter(
            f => f.rule !== finding.rule || (key.do === 'suppress' && lineOf(f.start) !== lineOf(finding.start)),
          );
          assert.deepEqual(
            after.findings.map(f => f.rule),
            left.map(f => f.rule),
            `${name}: ${key.do} ${finding.rule} in line ${lineOf(finding.start)}`,
          );
          tried++;
        }
      }
    }
    assert.ok(tried > 40, String(tried));
  }).timeout(60_000);
});
