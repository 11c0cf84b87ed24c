import { BUILDS, LAST_BUILDS, NOUNS, REMEDIES, TAILS, type NounClass, type TailClass } from './remedies.js';

/** A row of a team's own: what problems end in, the noun before it (of any kind where empty), and what is done. */
export interface OwnRemedy {
  readonly problem: string;
  readonly noun: string;
  readonly measures: string;
}

/**
 * What measures against a problem may be called, in the writer's own words, the usual one first: 水质检测能力不足 gives
 * 提升水质检测能力. Empty where its title makes two judgements or is of no build known here: what does not surely fit is not
 * offered.
 */
export function headsFor(title: string, own: readonly OwnRemedy[] = []): string[] {
  const words = plainOf(title);
  if (/[；：,;:{}＿_]|\s/.test(words) || words.length > LONGEST) return [];
  return ofOne(words, own) ?? ofTwo(words, own) ?? [];
}

/** What one judgement is answered by. */
function ofOne(words: string, own: readonly OwnRemedy[]): string[] | null {
  const [, what] = BEHIND.exec(words) ?? [];
  return (
    fromOwn(words, own) ??
    fromBuilds(words, BUILT) ??
    fromTable(words) ??
    (what === undefined ? null : (fromTable(`${what}不足`) ?? fromTable(`${what}滞后`))) ??
    fromBuilds(words, BUILT_LAST)
  );
}
/** 供给跟不上需要, 建设滞后于发展: less than is wanted. */
const BEHIND = /^(.{2,20}?)(?:跟不上|滞后于|落后于|难以满足|不能满足|无法满足|满足不了)[\u4e00-\u9fff]{2,}$/;

/** 规模小、布局散: two judgements, each with an answer of its own. */
function ofTwo(words: string, own: readonly OwnRemedy[]): string[] | null {
  const parts = words.split(/[，、]且?|(?<=[\u4e00-\u9fff]{3})(?:而且|且)/);
  // The second has its nouns from the first: 林下经济规模小、布局散.
  if (parts.length !== 2 || parts[0]!.length < LEAST_OF_TWO) return null;
  const [first, second] = parts.map(part => ofOne(part, own)?.[0]);
  return first !== undefined && second !== undefined && first !== second ? [`${first}、${second}`] : null;
}

/** The noun phrase a problem is about, 检测能力 in 检测能力还不足, and what that speaks of; the whole title where it has no known end. */
export function subjectOf(title: string): { readonly words: string; readonly kinds: readonly NounClass[] } {
  const words = plainOf(title).split(/[，；：,;:。]/)[0]!;
  const [found] = endings(words);
  const subject = found ? found.noun : words;
  return { words: subject, kinds: kindsIn(subject) };
}

/** Every kind of noun that the words speak of. */
export function kindsIn(words: string): NounClass[] {
  return KINDS.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind);
}

const LONGEST = 40;
const LEAST_OF_TWO = 5;
/** What tells how much; nothing is lost without it. */
const ADVERBS =
  '(?:仍然|依然|依旧|仍旧|还是|仍|还|较为|比较|相对|普遍|十分|非常|极为|极其|尤为|尚|明显|有些|有点|略显|略|均|都|也|日益|日趋|严重|过于|总体|整体|突出|显得|相当|太|很|较|存在|是|不同程度|在一定程度上|有所)';
const ADVERB = new RegExp(`${ADVERBS}$`);
function withoutAdverbs(words: string): string {
  let left = words;
  while (ADVERB.test(left)) left = left.replace(ADVERB, '');
  return left;
}
const HOW_MUCH = '(?:严重|明显|突出|较多|较大|显著)?';

/** Without marks of a sentence's end, 的问题 and what softens 不: 不够深入 and 不太深入 are 不深入. */
const plainOf = (title: string): string =>
  title
    .replace(/[*_`。！]/g, '')
    .trim()
    .replace(/(?<=[高低强弱足够全善畅实位齐慢难差缺少散旧化后])的?(?:问题|情况|现象)$/, '')
    .replace(/不(?:够|太|尽|甚|是很|十分|那么|怎么)(?=[\u4e00-\u9fff])/g, '不')
    .replace(/还不|仍不|尚不/g, '不');

interface Ending {
  readonly noun: string;
  readonly tail: string;
  readonly kinds: readonly TailClass[];
}

const byLength = (a: string, b: string): number => b.length - a.length;
const KINDS = (Object.entries(NOUNS) as [NounClass, string][]).map(([kind, words]): [NounClass, RegExp] => [
  kind,
  new RegExp(words),
]);
const tailKinds = new Map<string, TailClass[]>();
for (const [kind, words] of Object.entries(TAILS) as [TailClass, string][])
  for (const tail of words.split('|')) tailKinds.set(tail, [...(tailKinds.get(tail) ?? []), kind]);
const LONG_TAILS = [...tailKinds.keys()].sort(byLength);
const nounKinds = new Map<string, NounClass[]>();
for (const [kind, words] of Object.entries(NOUNS) as [NounClass, string][])
  for (const noun of words.split('|')) nounKinds.set(noun, [...(nounKinds.get(noun) ?? []), kind]);
const LONG_NOUNS = [...nounKinds.keys()].sort(byLength);

/** The ways the words end in what is wrong, the longest ending first. */
function endings(words: string): Ending[] {
  const bare = words.replace(/(?<=[\u4e00-\u9fff]{4})(?:严重|明显|突出|较多|较大|显著)$/, '');
  return [words, ...(bare === words ? [] : [bare])].flatMap(text =>
    LONG_TAILS.filter(tail => text.endsWith(tail) && text.length > tail.length).map(tail => ({
      noun: withoutAdverbs(text.slice(0, -tail.length)),
      tail,
      kinds: tailKinds.get(tail)!,
    })),
  );
}

/** A measure is refused where it would say the contrary: 失业率不高 is no problem, 提高失业率 no measure. */
const BAD_WHEN_HIGH =
  /(?:失业|事故|投诉|空置|流失|发案|辍学|漏损|违约|不良|信访|死亡|贫困|差错|故障|返贫|发病|感染|污染|能耗|违法|违规|超标|缺勤|闲置|撂荒|退货|破损)[\u4e00-\u9fff]{0,2}(?:率|量|数量|占比|比例|比重)$/;

function fromTable(words: string): string[] | null {
  for (const { noun, kinds } of endings(words)) {
    if (!isPhrase(noun)) continue;
    for (const word of LONG_NOUNS) {
      if (!noun.endsWith(word)) continue;
      const nouns = nounKinds.get(word)!;
      const row = REMEDIES.find(([tail, kind]) => kinds.includes(tail) && nouns.includes(kind));
      if (!row) continue;
      const isBad = BAD_WHEN_HIGH.test(noun);
      if (isBad !== (row[0] === '高') && nouns.includes('率') && (isBad || row[0] === '高')) return null;
      if (!isOfOneKind(noun, row[1])) return null;
      return written(row[2], noun);
    }
  }
  return null;
}

function fromBuilds(words: string, builds: typeof BUILT): string[] | null {
  for (const [pattern, measures] of builds) {
    const found = pattern.exec(words);
    if (!found) continue;
    const groups = found.map(group => withoutAdverbs(group ?? ''));
    // What a verb takes: the first, and what stands beside it.
    const phrases = groups.slice(1).filter((_, i) => i === 0 || new RegExp(`[与对]\\$${i + 1}`).test(measures));
    // What names a problem may say no: 着力解决干部不担当问题.
    if (phrases.length === 0 || !phrases.every(measures.endsWith('问题') ? isName : isPhrase)) continue;
    return measures.split('|').map(measure => measure.replace(/\$(\d)/g, (_, n: string) => groups[Number(n)]!));
  }
  return null;
}

function fromOwn(words: string, own: readonly OwnRemedy[]): string[] | null {
  for (const { problem, noun, measures } of own) {
    for (const tail of problem.split('|').filter(t => t !== '' && words.endsWith(t) && words.length > t.length)) {
      const phrase = withoutAdverbs(words.slice(0, -tail.length));
      const isOf = noun === '' || noun.split('|').some(word => phrase.endsWith(word));
      if (isOf && isPhrase(phrase)) return written(measures, phrase);
    }
  }
  return null;
}

const builtOf = (builds: typeof BUILDS): (readonly [RegExp, string])[] =>
  builds.map(([title, measures]) => [new RegExp(`^${title}${HOW_MUCH}$`), measures]);
const [BUILT, BUILT_LAST] = [builtOf(BUILDS), builtOf(LAST_BUILDS)];

/** The measures with the noun phrase in its place; {N-发挥} is that without its last word. Not 推进项目推进, where another does. */
function written(measures: string, noun: string): string[] {
  const all = measures.split('|').filter(measure => measure !== '');
  const apt = all.filter(measure => !measure.startsWith('{') && !noun.includes(measure.slice(0, measure.indexOf('{'))));
  return (apt.length > 0 ? apt : all).map(measure =>
    measure.replace(/\{N(?:-([^}]+))?\}/g, (_, last?: string) =>
      last && noun.endsWith(last) ? noun.slice(0, -last.length) : noun,
    ),
  );
}

/** A thing, which a verb may take as it stands: not 各单位推荐干部时, not 有的村能力, not 数量少质量. */
function isPhrase(words: string): boolean {
  if (!/^(?:[\u4e00-\u9fff、·+A-Z-]|“[^“”]*”|《[^《》]*》|（[^（）]*）)+$/.test(words) || words.length < 2)
    return false;
  const bare = words.replace(/“[^“”]*”|《[^《》]*》/g, '');
  return !NO_PHRASE.test(bare) && !JUDGED.test(bare) && !bare.split('、').slice(0, -1).some(isJudgement);
}
const isName = (words: string): boolean =>
  /^(?:[\u4e00-\u9fff、]|“[^“”]+”){1,20}$/.test(words) && !/^(?:部分|一些|有的|有些|少数|个别)|[的是了]/.test(words);
const NO_PHRASE =
  /[不没未]|无(?!障碍|人机|偿|线|害|纸|形资产)|是(?!否)|(?<![存潜内外现所实])在(?!职|线|校|建|岗|读|编|校生|地|外|途|乡|家|园|册)|[把被]|(?<![出转受礼谦忍退])让|使(?!用|命|馆)|将(?!来)|由(?!于)|由于|导致|造成|因(?!地|素|特)|(?<!及|实|临|工|学|课|用|限|按|准|定)时(?!间|限|代|效|空|段|政|令|常|点|长)|而|却|但|(?<![面针应相校核绝派])对(?![口外接标象比策待])|(?<!作|行|成|认|转)为(?!民|农|老|企|主)|了(?!解)|着(?!力|陆|装)|^(?:部分|一些|有的|有些|少数|个别|大多|多数|不少|许多|某些|各别|绝大多数|大部分|小部分|一部分)|(?<![拥享])有(?!效|关|机|限|序|偿|色|害|利|线|形)|(?:部分|有的|有些|少数|个别)|跟|从(?!业|严|事|优|众)|还|仍|缺(?!陷|口)|存在|难以|要(?!素|求|点|件|害|闻|道)|(?<!获|取|所)得(?!到|失|益)|很|够|于(?!一)/;
/** A judgement within: 数量少质量, 底子薄发展. */
const JUDGED = /(?:数量|规模|能力|水平|底子|基础|质量|面积|力量|效率)(?:偏|较|太)?(?:少|小|低|弱|薄|差|窄|慢)/;
const isJudgement = (part: string): boolean => {
  if (/[少低差弱薄慢窄短多高重难贵散乱旧长]$/.test(part)) return true;
  const [found] = endings(part);
  return found !== undefined && found.noun !== '' && kindsIn(found.noun).length > 0;
};

/** 人员、经费: two things that one verb does not suit. */
const THINGS: readonly NounClass[] = [
  '人员',
  '人才',
  '队伍',
  '经费',
  '资金',
  '设施',
  '容量',
  '制度',
  '标准',
  '渠道',
  '底数',
];
function isOfOneKind(noun: string, kind: NounClass): boolean {
  return noun
    .split(/、|和|与|及/)
    .slice(0, -1)
    .every(part => {
      const word = LONG_NOUNS.find(one => part.endsWith(one));
      const kinds = word ? nounKinds.get(word)! : [];
      return kinds.includes(kind) || !kinds.some(own => THINGS.includes(own));
    });
}
