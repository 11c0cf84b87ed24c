import { ordinalOf } from '../../facts/ordinals.js';
import { firstSentence } from '../../facts/points.js';
import { isNameOfRole, rolesIn, type Role } from '../../facts/roles.js';
import { sectionAt, type Section } from '../../facts/sections.js';
import { shareOfTone } from '../../lexicon/tone.js';
import { memoize } from '../../memoize.js';
import type { Model } from '../../model.js';
import type { Stretch } from '../../stretch.js';
import type { Chunk } from '../../syntax/document.js';
import { isHanDigit, startOfRun } from '../../text/characters.js';
import { partitionPoint } from '../../text/search.js';
import { shifted, type Span } from '../../text/span.js';

/*
 * Reports that go topic by topic: in each section a problem and what is done about it, 问题：… and 对策：…, instead of one
 * section for all problems and one for all measures.
 */

/** What a topic says of one role: from its label or heading on, up to the next. */
export interface TopicPart extends Span {
  readonly role: Exclude<Role, 'other'>;
  /** Where the section of the topic begins: its problems are answered in it and nowhere else. */
  readonly topic: number;
  /** Its first sentence, and where that is written. */
  readonly title: string;
  readonly head: Span;
}

/** 存在问题：, 改进建议：, at the beginning of a line; alone on it, it labels the lines below. */
const LABEL = /^\*?([\u4e00-\u9fff]{2,8}?|[问答])(?:之[一二三四五六七八九十])?[：:]\*? ?/;

/** …。困难有两个：, and they stand below. */
const LEADING = /(?:^|。)([^。：]{2,12})[：:]$/;
const isListOf = (name: string): boolean => ['problems', 'countermeasures'].includes(rolesIn(name)[0] ?? '');

/** （一）物业费收不上来。…建议减半收取。: what is proposed about it, in the same paragraph. */
const PROPOSED = /(?:^|(?<=[。；]))(?:(?:为此|对此|因此)，)?(?:我们)?建议[：:，]?(?=[^。]{2})/;
const isOfBoth = (section: Section | undefined): boolean =>
  section?.role === 'problems' && section.heading.roles.includes('countermeasures');

/** The parts of a text told topic by topic, in its order; none where fewer than two topics have a problem, or none has a measure. */
export const topicPartsOf = memoize((model: Model): readonly TopicPart[] => {
  if (!mayBeTold(model)) return [];
  const { sections, document, text } = model;
  const headings = new Map(sections.map(section => [section.heading.start, section]));
  const outer = outerOf(sections);
  const lines = document.chunks.flatMap(({ offset, chunk: { reading, lines: read } }): Line[] =>
    read
      .filter(({ kind }) => kind !== 'table')
      .map(line => ({
        start: shifted(reading.toSource(line), offset).start,
        words: reading.text.slice(line.start, line.end),
        placed: (from: number, to: number): Span =>
          shifted(reading.toSource({ start: line.start + from, end: line.start + to }), offset),
      })),
  );
  const told = blocksOf(model, lines);
  const inline = lines.map(inlineOf);
  const isInline = inline.filter(hasBoth).length > 1;
  const parts = lines.flatMap((line, i): Omit<TopicPart, 'end'>[] => {
    if (isInline && inline[i]!.length > 0) return inline[i]!;
    const { start, words, placed } = line;
    const heading = headings.get(start);
    const label = heading ? null : LABEL.exec(words);
    const name = heading && heading.level > 2 ? heading.title : (label?.[1] ?? LEADING.exec(words)?.[1]);
    if (name === undefined || !(isNameOfRole(name) || (!heading && !label && isListOf(name)))) {
      const proposed = PROPOSED.exec(words);
      const topic = heading ?? sectionAt(sections, start);
      if (!proposed || !topic || !isOfBoth(outer.get(topic))) return [];
      const from = proposed.index + proposed[0].length;
      const title = firstSentence(words.slice(from));
      const head = placed(from, from + title.length);
      return [{ start: placed(proposed.index, from).start, role: 'countermeasures', topic: topic.start, title, head }];
    }
    const around = heading ? outer.get(heading) : sectionAt(sections, start);
    if (!around || around.level < 2 || around.role !== 'other') return [];
    const isBelow = !label || label[0].length === words.length;
    const below = lines[isBelow ? i + 1 : i];
    const from = isBelow ? (ordinalOf(below?.words ?? '')?.length ?? 0) : label[0].length;
    const title = below ? firstSentence(below.words.slice(from)) : '';
    if (!below || title === '') return [];
    const at = below.words.indexOf(title, from);
    const head = below.placed(at, at + title.length);
    return [{ start, role: rolesIn(name)[0]!, topic: around.start, title, head }];
  });
  const all = [
    ...parts,
    ...headsOf(parts, sections, outer),
    ...(told.length > 0 ? told : alternatingOf(model, lines)),
  ].sort((a, b) => a.start - b.start);
  const topics = new Set(all.filter(({ role }) => role === 'problems').map(({ topic }) => topic));
  if (topics.size < 2 || !all.some(({ role, topic }) => role === 'countermeasures' && topics.has(topic))) return [];
  const ends = [...headings.keys(), ...all.map(({ start }) => start), text.length].sort((a, b) => a - b);
  return all.map(part => ({ ...part, end: ends[partitionPoint(ends, end => end <= part.head.start)] ?? text.length }));
});

/** A line as it is read. */
interface Line {
  readonly start: number;
  readonly words: string;
  readonly placed: (from: number, to: number) => Span;
}

/** （一）巡查。存在问题：…。建议：…。: both in one paragraph, which is a topic. */
function inlineOf({ start: topic, words, placed }: Line): Omit<TopicPart, 'end'>[] {
  const labels = [...words.matchAll(INLINE_LABEL)].filter(([, name]) => isNameOfRole(name!));
  const found = labels.flatMap(({ index, 0: label, 1: name }): Omit<TopicPart, 'end'>[] => {
    const at = index + label.length;
    const title = firstSentence(words.slice(at));
    const head = placed(at, at + title.length);
    return title === '' ? [] : [{ start: placed(index, at).start, role: rolesIn(name!)[0]!, topic, title, head }];
  });
  return found;
}
const hasBoth = (parts: readonly Omit<TopicPart, 'end'>[]): boolean =>
  (['problems', 'countermeasures'] as const).every(role => parts.some(part => part.role === role));
const INLINE_LABEL = /(?<=^|[。；！？])([\u4e00-\u9fff]{2,6})[：:]/g;

/** What else is said of a problem under a label. */
const BESIDES = /表现|情形|情况|案例|事例|典型|数据|影响|后果|依据|单位|责任|时限|期限|目标|备注|说明|现状/;

/** 问题一：, 堵点之二：, 疏解：, 问：. */
const COUNTED_LABEL =
  /^([\u4e00-\u9fff]{2,8}?|[问答])(?:之?(?:[一二三四五六七八九十]{1,2}|\d{1,2})|[①-⑳])?(?:[：:]|(?<=[一二三四五六七八九十\d])[｜|、])/;

/** 堵点之一：…, 疏解：…, 堵点之二：… in one section: each problem is a topic, and what follows each of them is its answer. */
function alternatingOf({ sections }: Model, lines: readonly Line[]): Omit<TopicPart, 'end'>[] {
  // What somebody is asked in a report with lists of its own is no list.
  const isTold = sections.some(({ role }) => role === 'problems' || role === 'countermeasures');
  const labelled = lines.flatMap(({ start, words, placed }) => {
    const label = COUNTED_LABEL.exec(words);
    if (!label || (isTold && '问答'.includes(label[1]!))) return [];
    const title = firstSentence(words.slice(label[0].length));
    const at = words.indexOf(title, label[0].length);
    const [name, section] = [label[1]!, sectionAt(sections, start)];
    const isProblem = name === '问' || (isNameOfRole(name) && rolesIn(name)[0] === 'problems');
    return title === '' ? [] : [{ start, name, section, isProblem, title, head: placed(at, at + title.length) }];
  });
  const found: Omit<TopicPart, 'end'>[] = [];
  for (const section of new Set(labelled.map(line => line.section))) {
    const own = labelled.filter(line => line.section === section);
    const asked = own.filter(({ isProblem }) => isProblem).length;
    if (asked < 2 || (section?.level ?? 0) < 2) continue;
    const isAnswer = (name: string): boolean => {
      if (own.some(line => line.name === name && line.isProblem)) return false;
      const titles = own.filter(line => line.name === name).map(({ title }) => title);
      const [role] = rolesIn(name);
      if (titles.length < 2 || titles.length > asked) return false;
      if (name === '答') return true;
      const mayAnswer = !BESIDES.test(name) && shareOfTone('deed', titles) >= shareOfTone('fault', titles);
      if (role === undefined && titles.length === asked) return !BESIDES.test(name);
      return role === undefined ? mayAnswer : role === 'countermeasures';
    };
    const answers = new Set(own.map(({ name }) => name).filter(isAnswer));
    if (answers.size !== 1) continue;
    const isFollowed = own.filter((line, i) => line.isProblem && own[i + 1] && answers.has(own[i + 1]!.name)).length;
    if (isFollowed < 2) continue;
    let topic = -1;
    for (const { start, name, isProblem, title, head } of own) {
      if (isProblem) topic = start;
      const role = isProblem ? ('problems' as const) : answers.has(name) ? ('countermeasures' as const) : null;
      if (role && topic >= 0) found.push({ start, role, topic, title, head });
    }
  }
  return found;
}

/** How a block says what is wrong: 1.关于“学习走过场”的问题。, 民宿协会会长反映，办证难。, 问：为什么留不住？ */
const ASKING: readonly RegExp[] = [
  /^(?:\d{1,2}[.、]|（[一二三四五六七八九十]{1,2}）)?关于“?([^”。]{3,30}?)”?的?问题/,
  /^[^，。：]{2,24}反映[，：]([^。！？；]{3,40})/,
  /^问[：:]([^。！？；]{3,40})/,
];
/** What is done about it: 整改情况：, 对此，, 她建议, 组织上的办法是，, 我们准备. */
const CUE =
  /(?:^|(?<=[。！？]))(?:整改(?:情况|措施|结果|进展)[：:]|[对为]此，|(?:[他她]们?|大家)?建议[，：:]?|[^，。：]{1,6}(?:的办法是|已经定了|打算|准备)[，：:]?)(?:[^，。：]{2,4}正在)?/;
/** 目前没有形成具体意见, 将另行报告: nothing is done about it yet. */
const NONE_YET = /没有(?:形成|[^，。]{0,6}办法)|尚未|暂[不无缓]|另行报告|列入长期|有待研究/;
/** Fewer blocks of a form, or cues in them, may be chance. */
const [LEAST_BLOCKS, LEAST_CUES] = [3, 2];

/** Blocks that open alike and say what is wrong, most of them with what is done about it behind the same cue. */
function blocksOf({ sections }: Model, lines: readonly Line[]): Omit<TopicPart, 'end'>[] {
  const isTold = sections.some(({ role, level }) => level > 1 && (role === 'problems' || role === 'countermeasures'));
  for (const [i, asking] of ASKING.entries()) {
    if (i > 0 && isTold) break;
    const openers = lines.flatMap((line, at) => {
      const asked = asking.exec(line.words);
      return asked ? [{ at, asked: asked[1]! }] : [];
    });
    if (openers.length < LEAST_BLOCKS) continue;
    const found = openers.flatMap(({ at, asked }, k) => {
      const line = lines[at]!;
      const from = line.words.indexOf(asked);
      const block = lines.slice(at, openers[k + 1]?.at ?? at + LONGEST_BLOCK);
      const problem = { start: line.start, role: 'problems' as const, topic: line.start, title: asked };
      const measure = block.flatMap((one): Omit<TopicPart, 'end'>[] => {
        const cue = CUE.exec(one.words);
        const behind = cue ? cue.index + cue[0].length : 0;
        const title = cue ? firstSentence(one.words.slice(behind)) : '';
        const sentence = /^[^。]*/.exec(one.words.slice(behind))![0];
        if (!cue || title === '' || (one === line && behind < from) || NONE_YET.test(sentence)) return [];
        const head = one.placed(behind, behind + title.length);
        const { start } = one.placed(cue.index, behind);
        return [{ start, role: 'countermeasures', topic: line.start, title, head }];
      });
      return [{ ...problem, head: line.placed(from, from + asked.length) }, ...measure.slice(0, 1)];
    });
    if (found.length - openers.length >= LEAST_CUES) return found;
  }
  return [];
}
/** No more lines belong to the last block. */
const LONGEST_BLOCK = 4;

/** Whether any line may label a part, or any heading be one. */
const mayBeTold = ({ sections, stretches }: Model): boolean =>
  sections.some(section => (section.level > 2 && section.heading.isRoleName) || isOfBoth(section)) ||
  stretches.some(({ stretch }) => hasLabels(stretch));
const hasLabels = memoize(({ passages }: Stretch): boolean =>
  passages.some(({ passage: { document } }) => document.chunks.some(({ chunk }) => isLabelled(chunk))),
);
const isLabelled = memoize(({ reading, lines }: Chunk): boolean =>
  lines.some(({ start, end }) => {
    const words = reading.text.slice(start, Math.min(end, start + 60));
    if (ASKING.some(asking => asking.test(words))) return true;
    const name = LABEL.exec(reading.text.slice(start, start + 9))?.[1];
    return (
      name === '问' || (name !== undefined && isNameOfRole(name.slice(0, startOfRun(name, name.length, isHanDigit))))
    );
  }),
);

/** 二、存在的问题及对策, （一）图书陈旧 and 对策：… below it: each heading there is a problem. */
function headsOf(
  parts: readonly Omit<TopicPart, 'end'>[],
  sections: readonly Section[],
  outer: ReadonlyMap<Section, Section>,
): Omit<TopicPart, 'end'>[] {
  const topicsOf = (wanted: TopicPart['role']): ReadonlySet<number> =>
    new Set(parts.filter(({ role }) => role === wanted).map(({ topic }) => topic));
  const [asked, answered] = [topicsOf('problems'), topicsOf('countermeasures')];
  const around = new Set(
    sections.filter(({ start }) => answered.has(start) && !asked.has(start)).map(section => outer.get(section)),
  );
  return sections.flatMap(section => {
    const { start, heading, title } = section;
    const within = outer.get(section);
    return within?.role === 'problems' && around.has(within)
      ? [{ start, role: 'problems', topic: start, title, head: heading }]
      : [];
  });
}

/** Of each section the one it stands in. */
function outerOf(sections: readonly Section[]): ReadonlyMap<Section, Section> {
  const path: Section[] = [];
  const outer = new Map<Section, Section>();
  for (const section of sections) {
    while (path.length > 0 && path.at(-1)!.level >= section.level) path.pop();
    if (path.length > 0) outer.set(section, path.at(-1)!);
    path.push(section);
  }
  return outer;
}
