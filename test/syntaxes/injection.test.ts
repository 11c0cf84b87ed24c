import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';
import { GRAMMARS } from '../../server/tools/build-grammars.js';
import { placeholderRows } from '../core/facts/placeholder-rows.js';

/*
 * The injection grammars over Markdown, run by VS Code's own TextMate engine. Each row is a line with its marked
 * places ⟦ ⟧ and the scope each of them must have; what is not marked must have none of these scopes.
 */

const PLACEHOLDER = 'constant.language.placeholder.policydoc';
const REGULATION = 'entity.name.type.regulation.policydoc';
const LOCATOR = 'entity.name.type.locator.policydoc';
const ORDINAL = 'markup.bold.ordinal.policydoc';
const HEADING = 'markup.heading.policydoc';
const ITALIC = 'markup.italic.markdown';
const BOLD = 'markup.bold.markdown';

const ROWS: readonly (readonly [scope: string, line: string])[] = [
  [PLACEHOLDER, '有⟦*⟧个单位反映，党务工作⟦*⟧年以上至⟦*⟧届'],
  [ITALIC, '有*个单位反映，党务工作*年以上至*届'],
  [PLACEHOLDER, '⟦*⟧—⟦*⟧岁的⟦*⟧名，占⟦*⟧%，约⟦*⟧左右'],
  [ITALIC, '下辖*个党组织，党员*人；*—*岁的*名'],
  [PLACEHOLDER, '党员⟦**⟧人，干部⟦**⟧名，涉及⟦***⟧县'],
  [BOLD, '党员**人，干部**名'],
  [BOLD, '⟦**人才**⟧工作与⟦**重点**⟧项目'],
  [PLACEHOLDER, '**人才**工作与**重点**项目，**党员⟦*⟧人**'],
  [ITALIC, 'an ⟦*English*⟧ word'],
  [PLACEHOLDER, 'an *English* word'],
  [ITALIC, '⟦*注：数据截至年底*⟧'],
  [PLACEHOLDER, 'XXX company has extra XXL'.replaceAll('XXX', '⟦XXX⟧').replace('XXL', 'XXL')],
  [PLACEHOLDER, '⟦XX⟧市⟦××⟧县⟦X⟧人，⟦____⟧元，⟦__⟧户，⟦{{党员数|人}}⟧，⟦【待补充】⟧，⟦（待核实）⟧，⟦某某⟧'],
  [PLACEHOLDER, '尺寸 3×5 米，【案例】，（含税）'],
  [PLACEHOLDER, '`*个` 与代码'],
  // Where nobody checks it, no regulation looks as if it were: its colour is the server's.
  [REGULATION, '依据《中国共产党章程》和《行政处罚法》第三条，参见《红楼梦》'],
  [LOCATOR, '《党章》第七章第三十三条第一款第（二）项、第三十六条之一规定'],
  [ORDINAL, '⟦一是⟧制度不全；⟦二是⟧人手不足。⟦第三，⟧经费有限。⟦首先，⟧加强领导'],
  [ORDINAL, '他就是其中之一是否属实'],
  [HEADING, '⟦一、基本情况⟧'],
  [HEADING, '⟦（一）制度还不健全。⟧有的单位尚未建立制度。'],
  [HEADING, '一、二、三班共同完成了任务。'],
  [ORDINAL, '# ⟦一、⟧基本情况'],
];

describe('TextMate injection', () => {
  let grammar: IGrammar;

  before(async () => {
    const { loadWASM, OnigScanner, OnigString } = oniguruma;
    const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
    await loadWASM(readFileSync(wasm).buffer as ArrayBuffer);
    const files: Readonly<Record<string, string>> = {
      'text.html.markdown': 'test/syntaxes/markdown-stand-in.tmLanguage.json',
      'policydoc.injection': 'syntaxes/policydoc.injection.tmLanguage.json',
      'policydoc.injection.runs': 'syntaxes/policydoc-runs.injection.tmLanguage.json',
    };
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: sources => new OnigScanner(sources),
        createOnigString: text => new OnigString(text),
      }),
      loadGrammar: async name => {
        const file = files[name];
        return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
      },
      getInjections: name =>
        name === 'text.html.markdown' ? Object.keys(files).filter(file => file.startsWith('policydoc.')) : [],
    });
    grammar = (await registry.loadGrammar('text.html.markdown'))!;
  });

  /** The stretches of a line that have a scope. */
  const placesOf = (line: string, scope: string): readonly (readonly [start: number, end: number])[] =>
    grammar
      .tokenizeLine(line, null)
      .tokens.filter(({ scopes }) => scopes.includes(scope))
      .map(({ startIndex, endIndex }) => [startIndex, Math.min(endIndex, line.length)] as const)
      .reduce<[number, number][]>((all, [start, end]) => {
        const last = all.at(-1);
        if (last?.[1] === start) last[1] = end;
        else if (start < end) all.push([start, end]);
        return all;
      }, []);

  for (const [scope, marked] of ROWS) {
    it(`${scope.replace(/\.(policydoc|markdown)$/, '')}: ${marked}`, () => {
      const line = marked.replace(/[⟦⟧]/g, '');
      const runs = placesOf(line, scope);
      const shown = runs.reduceRight(
        (text, [start, end]) => `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`,
        line,
      );
      assert.equal(shown, marked);
    });
  }

  it('leaves a fence alone', () => {
    const { ruleStack } = grammar.tokenizeLine('```', null);
    const { tokens } = grammar.tokenizeLine('党员*人', ruleStack);
    assert.ok(tokens.every(({ scopes }) => !scopes.includes(PLACEHOLDER)));
  });

  // The grammar sees one line and no reading; the server's own marks come over it. What it colours must be trusted all the same.
  it('colours what the reading takes for a placeholder', () => {
    let [right, wrong] = [0, 0];
    for (const { marked } of placeholderRows())
      for (const row of marked.split('\n')) {
        // A blank over two lines is none of a grammar that reads lines.
        if (row.replace(/⟦[^⟦⟧]*⟧/g, '').search(/[⟦⟧]/) >= 0) continue;
        const pieces = row.split(/[⟦⟧]/);
        const blanks = pieces.flatMap((piece, i) => {
          const start = pieces.slice(0, i).join('').length;
          return i % 2 === 1 ? [[start, start + piece.length] as const] : [];
        });
        for (const [start, end] of placesOf(pieces.join(''), PLACEHOLDER))
          if (blanks.some(blank => blank[0] < end && start < blank[1])) right++;
          else wrong++;
      }
    assert.ok(right > 200, `${right} coloured`);
    assert.ok(wrong / (right + wrong) < 0.08, `${wrong} of ${right + wrong} are none`);
  });
});

describe('the TextMate grammars', () => {
  for (const [name, text] of Object.entries(GRAMMARS))
    it(`${name} is made of the lexicon; npm run build-lexicon writes it`, () => {
      assert.deepEqual(JSON.parse(readFileSync(`syntaxes/${name}`, 'utf8')), JSON.parse(text));
    });
});
