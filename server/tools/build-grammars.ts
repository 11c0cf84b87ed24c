/**
 * Writes the two TextMate grammars in syntaxes/, whose words are those of the lexicon. `npm run build-lexicon` does it after
 * the lexicon itself; a test says whether they are in step.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GENRE } from '../src/core/lexicon/lexicon.js';
import { alternatives } from '../src/core/lexicon/patterns.js';

const PLACEHOLDER = 'constant.language.placeholder.policydoc';
const ORDINAL = 'markup.bold.ordinal.policydoc';

const words = (...classes: Parameters<typeof GENRE.wordsOf>[0][]) => classes.flatMap(of => GENRE.wordsOf(of));

/** What stands right behind a missing number or name. A unit in Latin letters ends where no letter follows: `*km`, not `*kmart`. */
const COUNTED = (() => {
  const all = words('unit', 'measure', 'power', 'place');
  const isLatin = (word: string) => /[A-Za-z]$/.test(word);
  const [latin, other] = [all.filter(isLatin), all.filter(word => !isLatin(word))];
  return `(?!${alternatives(words('compound'))})(?:${alternatives(other)}|(?:${alternatives(latin)})(?![A-Za-z]))`;
})();

/** 徐某某, 周××: somebody's name, hidden on purpose. */
const SURNAME = alternatives(words('surname'));
/** A bare * that is no escape and no part of a run. */
const STAR = String.raw`(?<![\\*])\*`;
const NUMERAL = '[一二三四五六七八九十]{1,3}';
const IN_BRACKETS = String.raw`[^（()）＜<>＞\[\]\r\n]{0,12}`;

/** In prose, headings and tables; not in code, links and comments, nor in what `more` names. */
const within = (...more: readonly string[]): string => {
  const inside = ['meta.paragraph.markdown', 'markup.heading.markdown', 'markup.table.markdown'];
  const outside = [
    ...more,
    'markup.italic',
    'markup.inline.raw',
    'markup.raw',
    'markup.fenced_code',
    'markup.underline.link',
    'comment',
    'meta.embedded',
    'meta.tag',
  ];
  return `L:(${inside.join(' | ')}) - (${outside.join(' | ')})`;
};

const raw = String.raw;
const placeholder = (...alternatives: readonly string[]) => ({ name: PLACEHOLDER, match: alternatives.join('|') });
const include = (name: string) => ({ include: `#${name}` });

const MAIN = {
  name: 'policydoc',
  comment:
    'Made by npm run build-lexicon. Placeholders and ordinals of a Chinese policy report, laid over Markdown; plain text has no grammar of its own to inject into. Regulations and provisions have a colour only where they are checked, and that the server knows: none here. Single * only: runs of ** are in policydoc-runs, as those must be left alone inside real bold. Inside real italics neither looks for anything, so that a closing * still closes.',
  scopeName: 'policydoc.injection',
  injectionSelector: within(),
  patterns: [include('heading'), include('inline')],
  repository: {
    inline: { patterns: ['placeholder', 'ordinal'].map(include) },
    heading: {
      comment:
        'A line that is a heading without #: 一、基本情况, and the first sentence of （一）…. What stands in it is coloured as elsewhere.',
      begin: raw`^[ \t　]*((?:${NUMERAL}、(?=[^、。；！？*#\r\n]{1,60}$)|（${NUMERAL}）(?=[^。；\r\n]{1,60}(?:。|$))))`,
      end: '(?<=。)|$',
      beginCaptures: { 1: { name: ORDINAL } },
      name: 'markup.heading.policydoc',
    },
    placeholder: {
      patterns: [
        {
          comment:
            'A bare * is a missing number: before a measure word or place, after a digit or 约, in a range *—*. Between digits it is a product.',
          ...placeholder(
            raw`${STAR}(?!\*)(?=\s?${COUNTED})`,
            raw`(?<![\\*])(?<=[0-9０-９约近达共有超])\*(?![*\s0-9])`,
            raw`${STAR}(?=[—–～~至到][—–*0-9０-９])`,
            raw`(?<=\*[—–～~至到])\*(?!\*)`,
            raw`(?<=\*——)\*(?!\*)`,
          ),
        },
        placeholder(raw`\{\{[^{}\r\n]{1,60}\}\}`, raw`\$\{[^{}\r\n]{1,60}\}`),
        placeholder(
          raw`(?<![A-Za-zＸ×])[XxＸ]{2,}(?![A-Za-z0-9]|\.[a-z])`,
          raw`(?<![A-Za-z])(?<![A-Za-z][0-9])[XＸ](?=\s?${COUNTED})`,
          `(?<!${SURNAME})×{2,}|×{2,}(?=${COUNTED})`,
          `(?<![0-9])×(?=${COUNTED})`,
        ),
        placeholder('_{3,}', '□{2,}', '○{2,}', `(?<!${SURNAME}|“)某某`, raw`(?<=\S)…{1,2}(?=${COUNTED})`),
        placeholder(
          raw`【[^【】\r\n]{0,20}(?:待|填|补|空)[^【】\r\n]{0,20}】`,
          raw`[（(＜<\[](?:待|请|此处)${IN_BRACKETS}(?:填|补|定|核|插入)${IN_BRACKETS}[）)＞>\]]`,
          raw`（[ 　]+）(?=${COUNTED}|[号字月日]|[^\r\n]{2,6}（[ 　]+）)`,
        ),
        placeholder(raw`(?<![A-Z])YYYY(?=[年\-/.])`, raw`(?<=[年\-/.])MM(?=[月\-/.])`, raw`(?<=[月\-/.])DD(?=日|\b)`),
      ],
    },
    ordinal: {
      match: raw`(?:^|(?<=[。；：:;！？ \t　*]))(?:${NUMERAL}是(?=[^否，。不])|第${NUMERAL}[，,、：]|(?:首先|其次|再次|然后|最后)[，,]|${NUMERAL}、|[（(]${NUMERAL}[）)])`,
      name: ORDINAL,
    },
  },
};

const RUNS = {
  name: 'policydoc runs',
  comment:
    'Made by npm run build-lexicon. Runs of ** and *** that stand for a missing number or name. Not inside bold or italics, where such a run is the end of them: **重点**项目.',
  scopeName: 'policydoc.injection.runs',
  injectionSelector: within('markup.bold'),
  patterns: [
    {
      comment: 'Before a measure word or place, unless the next run looks like the end of bold: **人才**工作.',
      ...placeholder(
        raw`(?<![\\*])\*{2,4}(?!\*)(?=\s?${COUNTED})(?!(?:[^*\r\n]|(?<!\*)\*(?!\*))*\*{2,3}(?!\*|\s?${COUNTED}))`,
        raw`(?<![\\*])(?<=[0-9０-９约近达])\*{2,4}(?![*0-9])`,
      ),
    },
    {
      comment: 'Two underscores are a placeholder only before a measure word; more are one anywhere.',
      ...placeholder(raw`(?<!_)__(?!_)(?=\s?${COUNTED})`),
    },
  ],
};

/** The files of syntaxes/ and what stands in each. */
export const GRAMMARS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['policydoc.injection.tmLanguage.json', MAIN] as const,
    ['policydoc-runs.injection.tmLanguage.json', RUNS] as const,
  ].map(([name, grammar]) => [name, `${JSON.stringify(grammar, null, 2)}\n`]),
);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const [name, text] of Object.entries(GRAMMARS)) writeFileSync(join('syntaxes', name), text);
