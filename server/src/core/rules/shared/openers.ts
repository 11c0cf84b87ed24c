import { ordinalOf } from '../../facts/ordinals.js';
import { firstSentence } from '../../facts/points.js';
import { rolesIn, type Role } from '../../facts/roles.js';
import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import { inChunks } from '../../stretch.js';
import type { Stretch } from '../../stretch.js';
import type { Chunk } from '../../syntax/document.js';
import type { Line } from '../../syntax/parse.js';
import { isHanDigit, startOfRun } from '../../text/characters.js';
import { shifted, type Span } from '../../text/span.js';
import { matchesOf } from '../../text/search.js';

/*
 * Where something may begin that is one of several alike: a line, by the mark or the label it begins with, and in a line the
 * sentence that says what is done about what stands before it, 对此，….
 */

export type Named = Exclude<Role, 'other'>;

/** A place, and the form in which it opens: places of one form are siblings. */
export interface Opener {
  readonly start: number;
  /** 1., a bullet by how far it is indented, 存在问题：, or none of these. */
  readonly form: string;
  /** What its label says it is. */
  readonly role: Named | null;
  readonly opensLine: boolean;
  /** For a line without mark or label how its first clause ends, 水的事。: lines that open so are siblings. */
  readonly frame: string | null;
  /** What is said there, and where; null for a label that stands alone above it. */
  readonly said: Said | null;
  /** The same of the line as if what looks like a label were its head: 大锅菜口味差：剩饭率平均23%。 */
  readonly head: (Said & { readonly form: string }) | null;
  /** All its words. */
  readonly words: string;
}
interface Said {
  readonly title: string;
  readonly head: Span;
}

/** 堵点之二：, 问题1｜, 建议：, 问：; words and numbers, and a mark behind them. */
const LABEL =
  /^([\u4e00-\u9fff]{2,8}?|[问答])(?:之?(?:[一二三四五六七八九十]{1,2}|\d{1,2})|[①-⑳])?(?:[：:] ?|(?<=[一二三四五六七八九十\d])[｜|、])/;
/** 厨房油烟直排。怎么办。…: a question that stands as a label. */
const ASKED = /^(怎么[办改治破解]|如何[办改治破解]|怎样[办改治破解])[。？?：:，]+ ?/;
/** …。困难有两个：, and they stand below. */
const LEADING = /(?:^|。)([^。：]{2,12})[：:]$/;
/** 民宿协会会长反映，办证难。 */
const TOLD = /^[^，。：]{2,24}反映[，：:](?=[^。！？；]{3,40})/;
/** 最突出的是水源保证率不高。, 还有一个老大难，就是水费。, 最后说说管水员。村级管水员后继乏人。: ranked in words, and then said. */
const RANKED =
  /^(?:最|首要|头一?[个件桩]|第[一二三四五六七八]个?|再一?个?|还有|另一?个?|其次|最后|同样|更)[^，。：]{0,12}?(?:，?就是|的是|个是|问题是)(?!否)|^(?:先|再|还要?|最后|接着)来?说说[^。]{1,10}。/;
/** 关于“学习走过场”的问题。 */
const ABOUT = /^关于“?([^”。]{3,30}?)”?的?问题/;

/** What is done about it: 整改情况：, 对此，, 她建议, 我们的想法是，, 组织上的办法是，, →. */
const CUE =
  /(?:^|(?<=[。！？；])|(?<=，)(?=我们的(?:意见|想法|办法|建议|主张)是)|(?<=[^。]) ?(?=→|⇒|=>|->))(?:(?:[\u4e00-\u9fff]{2,6}[：:]|(?:[对为]此|因此)，(?:(?:我们)?建议)?|(?:[他她]们?|大家|我们|调研组|为此|对此|因此)?[，]?建议[，：:]?(?=[^。]{2})|(?:[^，。：]{2,6}，)?(?:大家|我们|同志们|代表们|委员们)(?:主张|提出|商定)[，：:]?|[^，。：→]{1,6}(?:的(?:办法|想法|主张|意见|建议)(?:是|，可以?考虑)|已经定了|打算|准备)[，：:]?|应当?(?=[把将由让]))(?:[^，。：]{2,4}正在)?|(?:→|⇒|=>|->) ?)/g;
/** Behind what goes well, to what does not: …。但从实地看，场馆闲置现象突出。 */
const TURN =
  /(?<=[。；])(?:但是?|然而|不过|可是?|只是|美中不足的是|遗憾的是|令人[担堪]?忧的是|不足之处是|问题在于|短板在于)，?(?:(?:从|在)[^，。]{2,10}[看来说中上]，|总的看，|也要看到，|我们也看到，|也应看到，)?|(?<=^|[。；])最(?:大|突出|主要|头[疼痛]|集中|要紧|揪心|普遍)的?[^，。：]{0,8}是(?!否)/;

/** 目前没有形成具体意见, 将另行报告: nothing is done about it yet. */
const NONE_YET = /没有(?:形成|[^，。]{0,6}办法)|尚未|暂[不无缓]|另行报告|列入长期|有待研究/;

/** The openers of a text, in its order; those of tables and headings are not among them. */
export const openersIn: (model: Pick<Model, 'stretches'>) => Opener[] = inChunks(chunk => openersOf(chunk), placed);

function placed(one: Opener, by: number): Opener {
  const move = <T extends Said>(said: T | null): T | null => said && { ...said, head: shifted(said.head, by) };
  return { ...one, start: one.start + by, said: move(one.said), head: move(one.head) };
}

/** Where in a line something opens, how, and up to where it goes. */
interface Opening extends Form {
  readonly line: Line;
  readonly words: string;
  readonly start: number;
  readonly to: number;
}

/** What tells whether a text goes topic by topic: of most that is all there is to ask. */
const openingsOf = memoize(({ reading, lines, text }: Chunk): readonly Opening[] => {
  const found: Opening[] = [];
  const add = (line: Line, words: string, start: number, to: number, { from, form, role, head }: Form): void => {
    found.push({
      line,
      words,
      start,
      to,
      from,
      form,
      role: aboutIn(words, from, to) === null ? role : 'problems',
      head,
    });
  };
  for (const line of lines) {
    if (line.kind === 'table') continue;
    const words = reading.text.slice(line.start, line.end);
    const cues = cuesIn(words);
    const until = cues[0]?.start ?? words.length;
    const indentOf = ({ start }: Line): number => indentAt(text, reading.toSource({ start, end: start + 1 }).start);
    if (until > 0) add(line, words, 0, until, formOf(words, line.isItem ? indentOf(line) : null));
    for (const [i, { start, end, role }] of cues.entries())
      add(line, words, start, cues[i + 1]?.start ?? words.length, {
        from: end,
        form: role === null ? 'turn' : 'cue',
        role,
        head: null,
      });
  }
  return found;
});

/** 学习走过场, where it is said that 关于“学习走过场”的问题 stands there. */
function aboutIn(words: string, from: number, to: number): string | null {
  const own = words.slice(from, to);
  return own.includes('关于') ? (ABOUT.exec(firstSentence(own))?.[1] ?? null) : null;
}

const openersOf = memoize((chunk: Chunk): readonly Opener[] =>
  openingsOf(chunk).map(({ line, words, start, to, from, form, role, head: label }): Opener => {
    const { reading, text } = chunk;
    const spanOf = (begin: number, end: number): Span =>
      reading.toSource({ start: line.start + begin, end: line.start + end });
    const title = aboutIn(words, from, to) ?? firstSentence(words.slice(from, to));
    const at = words.indexOf(title, from);
    const said = title === '' ? null : { title, head: spanOf(at, at + title.length) };
    const frame = form === 'plain' ? frameOf(words) : null;
    const { start: own } = spanOf(start, Math.max(start + 1, to));
    const head = label && {
      form: label.form,
      title: label.title,
      head: spanOf(label.at, label.at + label.title.length),
    };
    return {
      // With the mark of its list.
      start: start === 0 && line.isItem ? markBefore(text, own) : own,
      form,
      role,
      opensLine: start === 0,
      frame,
      said,
      head,
      words: words.slice(head ? label.at : from, to),
    };
  }),
);

interface Form {
  readonly from: number;
  readonly form: string;
  readonly role: Named | null;
  readonly head: { readonly form: string; readonly title: string; readonly at: number } | null;
}

/** 水的事。: the last character and the stop. */
const frameOf = (words: string): string | null =>
  /^[\u4e00-\u9fff“”]{1,11}([\u4e00-\u9fff”][。，：—])/.exec(words)?.[1] ?? null;

/** How a line opens, and where behind it something is said. */
function formOf(words: string, indent: number | null): Form {
  const ranked = RANKED.exec(words);
  if (ranked) return { from: ranked[0].length, form: 'ranked', role: null, head: null };
  const ordinal = ordinalOf(words);
  const isCount = ordinal?.form === '问题一：' || ordinal?.form === '对策一：';
  const from = ordinal && !isCount ? ordinal.length : 0;
  const rest = words.slice(from);
  const plain = ordinal?.form ?? (indent === null ? 'plain' : `- ${indent}`);
  const label = LABEL.exec(rest) ?? ASKED.exec(rest);
  const role = label && roleOfLabel(label[1]!);
  if (label && (from === 0 || role)) {
    const head = role === null ? { form: plain, title: label[1]!, at: 0 } : null;
    return { from: from + label[0].length, form: `${label[1]!}：`, role, head };
  }
  const told = TOLD.exec(words);
  if (told) return { from: told[0].length, form: '反映，', role: 'problems', head: null };
  const leading = LEADING.exec(words);
  const led = leading && rolesIn(leading[1]!)[0];
  if (led === 'problems' || led === 'countermeasures')
    return { from: words.length, form: `${leading![1]!}：`, role: led, head: null };
  return { from, form: plain, role: null, head: null };
}

/** What a label says, where it says nothing else. */
function roleOfLabel(name: string): Named | null {
  if (name === '问') return 'problems';
  if (name === '答' || ASKED.test(`${name}：`)) return 'countermeasures';
  const bare = name.slice(0, startOfRun(name, name.length, isHanDigit));
  return rolesIn(bare)[0] ?? null;
}

/** Where in a line a label stands, or it is said what is done, and where the words of that end. */
function cuesIn(words: string): (Span & { readonly role: Named | null })[] {
  const turn = TURN.exec(words);
  const turns = turn && turn.index > 0 ? [{ start: turn.index, end: turn.index + turn[0].length, role: null }] : [];
  if (!MAY_CUE.test(words)) return turns;
  const cues = matchesOf(words, CUE).flatMap(({ index, 0: cue }) => {
    const end = index + cue.length;
    const sentence = words.slice(end).split('。', 1)[0]!;
    const role = roleOfCue(cue);
    const isNone = sentence.trim() === '' || (role === 'countermeasures' && NONE_YET.test(sentence));
    return role === null || isNone ? [] : [{ start: index, end, role }];
  });
  return [...turns, ...cues].sort((a, b) => a.start - b.start);
}
const MAY_CUE = /[：:]|建议|应|主张|提出|商定|[对为因]此，|[是定算备][，：:]?|→|⇒|=>|->/;

/** 存在问题：, 建议：; 保障措施： is none. */
function roleOfCue(cue: string): Named | null {
  const label = /^([\u4e00-\u9fff]{2,6})[：:]$/.exec(cue.trim())?.[1];
  if (label === undefined || /整改|建议/.test(label)) return 'countermeasures';
  const role = roleOfLabel(label);
  return role === 'problems' || role === 'countermeasures' ? role : null;
}

/** Where the mark of a list stands that is before a place, and how far it is from the beginning of its line. */
const markBefore = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1 + indentAt(text, at);
const indentAt = (text: string, at: number): number =>
  Math.max(0, text.slice(text.lastIndexOf('\n', at - 1) + 1, at).search(/[^ \t]/));

/** How many places of a text have labels, or tell by themselves what is done. */
export const labelledIn = ({ stretches }: Pick<Model, 'stretches'>): number =>
  stretches.reduce((count, { stretch }) => count + countedIn(stretch), 0);
const countedIn = memoize(({ passages }: Stretch): number =>
  passages.reduce(
    (count, { passage }) =>
      passage.document.chunks.reduce((sum, { chunk }) => sum + openingsOf(chunk).filter(isLabelled).length, count),
    0,
  ),
);
const isLabelled = ({ role, form }: Form): boolean => role !== null || form.endsWith('：');
