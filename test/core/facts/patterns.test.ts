import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';
import { parse, type AnyNode } from 'acorn';
import { full } from 'acorn-walk';
import { GENRE } from '../../../server/src/core/lexicon/lexicon.js';

/**
 * Recognisers run on the reading: of markup, wrapped lines and blanks that nobody reads nothing is left in it, and what is left
 * is one kind of blank. A pattern that allows for more says that the reading is not what it should be.
 */
const FACTS = join('server', 'src', 'core', 'facts');
/** A blank that is looked for as such: room for a number, the edge of a clause. Suppressions are comments, which are not read. */
const ALLOWED: Readonly<Record<string, string>> = {
  'suppressions.ts': 'reads comments',
  'placeholders/words.ts': 'room left for a number is what it looks for',
};
/** White space of more than one kind, or any that may or may not be there; markup that was masked once. */
const LOOSE = /\\\\?s|\\\\?u(?:3000|00a0|2009)|\\\\?t(?=[\]*+?])|\[ \\|\\\\?r| \?(?!:)| \*(?![*/ ])|\[ \][*?+]|[ ]\{0,/;
/** Regular expressions, and strings that are made into one. */
const PATTERNS =
  /(?<![\w)\]] ?)\/(?![*/ ])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n[\\])+\/[dgimsuvy]*|'(?:\\.|[^'\n\\])*'|`(?:\\.|[^`\\])*`/g;

describe('no recogniser allows for white space or markup inside what it looks for', () => {
  const files = readdirSync(FACTS, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
  for (const name of files.map(file => file.replaceAll('\\', '/')).sort()) {
    if (name in ALLOWED) continue;
    it(name, () => {
      const source = readFileSync(join(FACTS, name), 'utf8')
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/^\s*\/\/.*$/gm, '');
      const loose = [...source.matchAll(PATTERNS)]
        .map(([pattern]) => pattern)
        .filter(pattern => /^[/]|\\\\|\(\?/.test(pattern) && LOOSE.test(pattern));
      assert.deepEqual(loose, []);
    });
  }

  it('and a pattern that did would be seen', () => {
    for (const pattern of [String.raw`/第\s?条/`, String.raw`/^[ \t\u3000]*甲/`, '/甲 ?乙/', String.raw`'(?:\\s*)甲'`])
      assert.ok(LOOSE.test(pattern), pattern);
  });
});

/** The compiled recognisers, for comments and types are gone from them. */
const COMPILED = join('out', FACTS);
const modules = readdirSync(COMPILED, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.js'))
  .map(file => ({
    name: file.replaceAll('\\', '/').replace(/\.js$/, '.ts'),
    tree: parse(readFileSync(join(COMPILED, file), 'utf8'), { ecmaVersion: 'latest', sourceType: 'module' }),
  }));

/** What is written in a module that is, or may be made, a regular expression: its source, and whether it is one. */
function expressionsIn(tree: AnyNode): { readonly source: string; readonly isExpression: boolean }[] {
  const found: { source: string; isExpression: boolean }[] = [];
  full(tree, (node: AnyNode) => {
    if (node.type === 'Literal' && node.regex) found.push({ source: node.regex.pattern, isExpression: true });
    else if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'RegExp')
      found.push({ source: '', isExpression: true });
    else if (node.type === 'Literal' && typeof node.value === 'string')
      found.push({ source: node.value, isExpression: false });
    else if (node.type === 'TemplateElement') found.push({ source: node.value.cooked ?? '', isExpression: false });
  });
  return found;
}

describe('recognisers read words and characters', () => {
  /**
   * They only go down: what is seen by the words of the lexicon, or by the characters beside a place, needs no expression. All
   * together are to be 250 at most.
   */
  const MOST: Readonly<Record<string, number>> = { figures: 100, others: 141 };
  const isOfFigures = (name: string): boolean => /^(?:relations|figures)\b/.test(name);

  for (const [room, most] of Object.entries(MOST))
    it(`with few regular expressions: ${room}`, () => {
      const count = modules
        .filter(({ name }) => isOfFigures(name) === (room === 'figures'))
        .flatMap(({ tree }) => expressionsIn(tree).filter(({ isExpression }) => isExpression)).length;
      assert.ok(count <= most, `${count} expressions, ${most} at most`);
    });

  it('and list no words that stand in the lexicon', () => {
    const lists = modules.flatMap(({ name, tree }) =>
      expressionsIn(tree).flatMap(({ source }) => secondLists(source).map(list => `${name}: ${list}`)),
    );
    assert.deepEqual(lists, []);
  });

  it('and hold no list of words', () => {
    assert.deepEqual(
      modules.flatMap(({ name, tree }) => wordListsIn(tree).map(list => `${name}: ${list}`)),
      [],
    );
  });

  it('and such a list would be seen', () => {
    const listsIn = (source: string): string[] => wordListsIn(parse(source, { ecmaVersion: 'latest' }));
    assert.deepEqual(listsIn("f(['增至', '增加到', '升', ''])"), ['增至 增加到 升']);
    assert.deepEqual(listsIn("({ 日: '天', 月份: '月', 年度: '年' })"), ['日 月份 年度']);
    assert.deepEqual(
      listsIn("['增至', '增加到']; ['甲', '乙', '丙']; ['一、', '（一）', '第一章']; ({ 公顷: 15, 斤: 5 })"),
      [],
    );
    assert.deepEqual(secondLists('^(?:共计|合计|总计)(?=甲|乙)'), ['共计|合计|总计']);
    assert.deepEqual(secondLists('(?:共计|合计|甲乙丙丁)'), []);
    assert.deepEqual(secondLists('(?:共计|合计)'), []);
  });
});

/** The lists of words in a module: three or more in an array, or as the names of an object. Of single characters, and of forms of ordinals, it may have some. */
function wordListsIn(tree: AnyNode): string[] {
  const found: string[] = [];
  const look = (words: readonly unknown[]): void => {
    const own = words.filter((word): word is string => typeof word === 'string' && word !== '');
    const isList = own.length >= FEWEST && own.every(word => /^[\u4e00-\u9fff]+$/.test(word));
    if (isList && own.some(word => word.length > 1)) found.push(own.join(' '));
  };
  full(tree, (node: AnyNode) => {
    if (node.type === 'ArrayExpression') look(node.elements.map(one => (one?.type === 'Literal' ? one.value : '')));
    else if (node.type === 'ObjectExpression')
      look(
        node.properties.map(one =>
          one.type !== 'Property'
            ? ''
            : one.key.type === 'Identifier'
              ? one.key.name
              : one.key.type === 'Literal'
                ? one.key.value
                : '',
        ),
      );
  });
  return found;
}

const CLASSES = GENRE.classes.map(of => new Set(GENRE.wordsOf(of)));
/** Two words may stand together by chance. */
const FEWEST = 3;

/** The alternations of a source that are nothing but words of one class of the lexicon, of more than one character. */
function secondLists(source: string): string[] {
  if (!source.includes('|')) return [];
  const lists: string[] = [];
  const look = ({ alternatives }: { readonly alternatives: readonly AST.Alternative[] }): void => {
    const words = alternatives.map(({ elements }) =>
      elements.map(one => (one.type === 'Character' ? String.fromCodePoint(one.value) : '\0')).join(''),
    );
    const isList = words.length >= FEWEST && words.every(word => word.length > 1);
    if (isList && CLASSES.some(known => words.every(word => known.has(word)))) lists.push(words.join('|'));
  };
  try {
    const tree = new RegExpParser().parsePattern(source);
    visitRegExpAST(tree, { onPatternEnter: look, onGroupEnter: look, onCapturingGroupEnter: look });
  } catch {
    // A string that is no expression, or a piece of one.
  }
  return lists;
}
