import { once } from '../lazily.js';
import { BUILDS, LAST_BUILDS } from './remedies.js';
import { REMEDY_ROWS } from './remedy-words.js';

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
  return ofOne(words, own) ?? ofTwo(words, own) ?? fromBuilds(words, BUILT_LAST) ?? ofIll(words) ?? [];
}

/** 第三方机构弄虚作假, 校园欺凌: what is wrong is named, and nothing said of it. */
function ofIll(words: string): string[] | null {
  if (!isName(words) || /[还仍尚已不]/.test(words) || !isIll(words)) return null;
  const measures = measuresFor(words, table().faults.get('存在')!);
  return measures === null ? null : written(measures, words, '');
}

/** What one judgement is answered by. */
function ofOne(words: string, own: readonly OwnRemedy[]): string[] | null {
  const [, what, behind] = BEHIND.exec(words) ?? [];
  return (
    fromOwn(words, own) ??
    fromWant(words) ??
    fromBuilds(words, BUILT) ??
    fromLack(words) ??
    fromTable(words) ??
    fromPresence(words) ??
    (what === undefined
      ? null
      : firstOf(
          behind!.endsWith('后于') ? ['滞后', '跟不上'] : ['跟不上', '滞后'],
          of => fromTable(what + of) ?? undefined,
        )) ??
    null
  );
}
/** 引领作用有待加强: what is wanted, by the verb that goes with it where the writer's own is of any noun. */
function fromWant(words: string): string[] | null {
  const [, noun, verb] = WANT.exec(words) ?? [];
  if (noun === undefined) return null;
  const thing = withoutAdverbs(noun);
  const kinds = table().matters.get(matterOf(thing)[0] ?? '') ?? [];
  if (!kinds.some(kind => OF_A_VERB.includes(kind))) return null;
  const measures = fromTable(`${thing}不足`);
  const own = measures?.find(measure => measure.startsWith(verb!));
  return own === undefined ? measures : [own, ...measures!.filter(measure => measure !== own)];
}
const WANT =
  /^(.+?)(?:有待|亟待|亟需|亟须|急需|仍待|还待|仍需|还需|尚需|需要|需|还要|仍要)于?(?:进一步|不断|持续)?(加强|增强|提高|提升|加大)$/;
const OF_A_VERB = [
  '能力',
  '水平',
  '性',
  '意识',
  '观念',
  '认识',
  '动力',
  '后劲',
  '作用',
  '质量',
  '率',
  '积极性',
  '力度',
];

/** 供给跟不上需要, 建设滞后于发展: less than is wanted. */
const BEHIND =
  /^(.{2,20}?)(跟不上|滞后于|落后于|难以满足|不能满足|无法满足|满足不了|不能适应|难以适应|适应不了|不适应|赶不上|难以支撑|不足以支撑)[\u4e00-\u9fff]{2,}$/;

/** 行业缺乏统一标准, 家校社未能形成合力: what is wanting stands behind. Said of it, it is 行业统一标准 that is wanting. */
function fromLack(words: string): string[] | null {
  const [, who = '', what] = LACK.exec(words) ?? [];
  if (what === undefined) return null;
  const thing = withoutAdverbs(who) + what;
  return NO_LACK.test(thing) ? null : fromTable(`${thing}缺如`);
}
const LACK =
  /^(.*?)(?:(?:尚未|仍未|还未|未能|未|难以|没能|没有)(?:真正|完全|全面|有效|充分)?(?:建立|形成|构建|设立|组建|搭建|出台|制定|建成|打造|培育|凝聚)(?:起|出|健全|完善)?|缺乏|缺少|欠缺|尚无|尚缺|没有|缺)([\u4e00-\u9fff“”、]{2,24})$/;
/** 没有落实: not a thing. */
const NO_LACK = /落实|得到|到位|解决|问题|现象|形成(?!机制)|及时/;

/** 监管存在盲区, 学校食堂监管留有死角: what there is, and should not be, stands behind. */
function fromPresence(words: string): string[] | null {
  const [, where, what] = PRESENCE.exec(words) ?? [];
  return what === undefined || NO_ILL.test(what) ? null : fromTable(`${withoutAdverbs(where!)}${what}突出`);
}
/** What is met with, and is not wrong. */
const NO_ILL = /(?:挑战|机遇|考验|任务|需求|需要|特点|优势|意见|建议|可能)$/;
const PRESENCE =
  /^(.+?)(?:存在着?|留有|留存|暗藏|潜藏|面临|伴有|仍有|尚有|还有|(?<![国所没具拥享占私公含专少时屡偶常稍])有(?![待关效限机偿序发些的]))(?:较大的?|不小的?|较多的?|较高的?|一定的?|一定程度的?|明显的?|不少|诸多|许多|严重的?|突出的?|很大的?|较强的?|重大的?|若干|部分|一些)*([\u4e00-\u9fff“”、]{2,16})$/;

/** 规模小、布局散: two judgements, each with an answer of its own; of one thing, 链条短且散, one that does both. */
function ofTwo(words: string, own: readonly OwnRemedy[]): string[] | null {
  const parts = words.split(/[，、](?:而且|且|并且)?|(?<=[\u4e00-\u9fff]{3})(?:而且|且|又)/);
  // The second has its nouns from the first: 林下经济规模小、布局散.
  if (parts.length !== 2 || parts[0]!.length < LEAST_OF_TWO) return null;
  const [first, second] = parts as [string, string];
  const one = ofOne(first, own)?.[0];
  if (one === undefined) return null;
  const same = table().faults.get(withoutAdverbs(second)) ?? table().faults.get(second);
  if (same) {
    const [ending] = endings(first);
    const measures = ending && measuresFor(ending.noun, same);
    const verb = measures && /^(..)\{N\}(?:\||$)/.exec(measures)?.[1];
    if (!verb || !one.endsWith(ending!.noun) || one.length !== ending!.noun.length + 2) return null;
    return one.startsWith(verb) ? null : [`${one.slice(0, 2)}和${verb}${ending!.noun}`];
  }
  const other = LEAST_NOUN.test(second) ? ofOne(second, own)?.[0] : undefined;
  return other !== undefined && one !== other ? [`${one}、${other}`] : null;
}
/** 化解难: of what stands before it, and no noun. */
const LEAST_NOUN = /^(?!..难$)/;

/** The noun phrase a problem is about, 检测能力 in 检测能力还不足; the whole title where it has no known end. */
export function subjectOf(title: string): string {
  const words = plainOf(title).split(/[，；：,;:。]/)[0]!;
  return endings(words)[0]?.noun ?? words;
}

/** Every kind of noun that the words speak of. */
function kindsIn(words: string): string[] {
  return table()
    .kinds.filter(([, pattern]) => pattern.test(words))
    .map(([kind]) => kind);
}

const LONGEST = 40;
const LEAST_OF_TWO = 5;
/** What tells how much, or since when; nothing is lost without it. */
const ADVERBS =
  '(?:仍然|依然|依旧|仍旧|还是|仍|(?<![偿返归奉生])还|较为|比较|相对|普遍|十分|非常|极为|极其|极度|极|尤为|(?<!时|高|和|风)尚|明显|有些|有点|略显|(?<![战策谋侵省简概方])略|(?<![平人年月日户亩师生])均|(?<![首古国京成帝旧故])都|也|日益|日趋|日渐|逐渐|逐步|越来越|愈发|愈加|愈来愈|趋于|渐趋|严重|过于|总体上?|整体上?|突出|显得|相当|(?<!太)太|很|(?<![计相])较|(?<!偏)颇|稍|稍显|稍微|存在|(?<![国但于凡])是|不同程度地?|在一定程度上|一定程度上|一定程度|有所|持续|不断|进一步|长期|一直|始终|往往|经常|时常|大量|大多|多数|大都|普遍存在|越发|过分|显著|大幅|大幅度|急剧|快速|已经?|近年来|目前|现有|几乎|基本上?|尚且|甚为|最为|最|更加|更|(?<!质|数|总|存|增)偏)';
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
    .replace(/还不|仍不|尚不/g, '不')
    // 提醒谈话“走过场”
    .replace(/“([^“”]{2,6})”$/, (quoted, word: string) => (table().faults.has(word) ? word : quoted))
    // 欠科学 is 不科学, 欠账多 is not.
    .replace(/欠(?![账款费薪缴税发债])(?=..$)/, '不');

/** What problems end in, of one kind each. */
interface Fault {
  readonly kinds: readonly string[];
  /** Too little of it: what is done about the noun is done. */
  readonly isLack: boolean;
  /** Too much of it, or that it happens at all: no measure is for more of it. */
  readonly isMuch: boolean;
  /** What is done about it whatever it is said of; `first` before what is done about the noun, `last` behind. */
  readonly first: string | null;
  readonly last: string | null;
}
interface Remedy {
  /** Kinds of faults; of any lack where empty. */
  readonly at: readonly string[];
  readonly of: readonly string[];
  readonly measures: string;
}
interface Ending {
  readonly noun: string;
  readonly tail: string;
  readonly faults: readonly Fault[];
}

const byLength = (a: string, b: string): number => b.length - a.length;

/** words/remedies.tsv. */
const table = once(() => {
  const faults = new Map<string, Fault[]>();
  const matters = new Map<string, string[]>();
  const bad = new Set<string>();
  const remedies: Remedy[] = [];
  const kinds = new Map<string, string[]>();
  for (const [words, what, attributes] of REMEDY_ROWS) {
    const said = new Map(attributes.split(' ').map(one => [one.split('=')[0]!, one.split('=')[1] ?? '']));
    const list = (name: string): string[] => said.get(name)?.split('|') ?? [];
    const each = words.split(' ');
    if (what === 'remedy') remedies.push({ at: list('at'), of: list('of'), measures: each.join('|') });
    else if (what === 'fault') {
      const fault: Fault = {
        kinds: list('of'),
        isLack: said.has('lack'),
        isMuch: said.has('much'),
        first: said.get('to') ?? null,
        last: said.get('else') ?? null,
      };
      for (const word of each) faults.set(word, [...(faults.get(word) ?? []), fault]);
    } else if (what === 'matter') {
      for (const kind of list('of')) {
        if (said.has('bad')) bad.add(kind);
        kinds.set(kind, [...(kinds.get(kind) ?? []), ...each]);
        for (const word of each) matters.set(word, [...(matters.get(word) ?? []), kind]);
      }
    }
  }
  const endings = new Map<string, string[]>();
  for (const tail of [...faults.keys()].sort(byLength))
    endings.set(tail.at(-1)!, [...(endings.get(tail.at(-1)!) ?? []), tail]);
  return {
    faults,
    matters,
    bad,
    remedies,
    /** Tails by their last character, the longest first. */
    endings,
    longest: Math.max(...[...matters.keys()].map(({ length }) => length)),
    // One character tells nothing but at the end.
    kinds: [...kinds].map(([kind, words]): [string, RegExp] => [
      kind,
      new RegExp(words.filter(({ length }) => length > 1).join('|')),
    ]),
  };
});

/** The ways the words end in what is wrong, the longest ending first. */
function endings(words: string): Ending[] {
  const bare = words.replace(/(?<=[\u4e00-\u9fff]{4})(?:严重|明显|突出|较多|较大|显著|加剧|普遍)$/, '');
  return [...(bare === words ? [] : [bare]), words].flatMap(text =>
    (table().endings.get(text.at(-1) ?? '') ?? [])
      .filter(tail => text.endsWith(tail) && text.length > tail.length)
      .map(tail => ({
        noun: withoutAdverbs(text.slice(0, -tail.length)),
        tail,
        faults: table().faults.get(tail)!,
      })),
  );
}

/** The words of the table that a noun phrase ends in, the longest first. */
function matterOf(noun: string): string[] {
  const { matters, longest } = table();
  const found: string[] = [];
  for (let length = Math.min(longest, noun.length); length > 0; length--)
    if (matters.has(noun.slice(-length))) found.push(noun.slice(-length));
  return found;
}

/** A measure is refused where it would say the contrary: 失业率不高 is no problem, 提高失业率 no measure. */
const BAD_WHEN_HIGH =
  /(?:失业|事故|投诉|空置|流失|发案|辍学|漏损|违约|不良|信访|死亡|贫困|差错|故障|返贫|发病|感染|污染|能耗|违法|违规|超标|近视|缺勤|闲置|撂荒|退货|破损|败诉|上诉|改判|漏检|误报|漏报|出错|退回|驳回|复发|致残|拥堵|逾期|坏账|弃管|停电|脱管|失联|失信|离职|辞职|诉讼|患病|肥胖|犯罪|纠纷|损耗|折损|报废|抛荒|停运|断缴|弃保|脱保|欠缴|欠费|负债|亏损|隐患)(?!化解|办结|处置|查处|整改|治理|监测|处理|破获|侦破|调解|办理|回访|响应|修复|结案|满意|防控|防治|筛查|清零|排查|追偿|清收|压降|控制|救治)[\u4e00-\u9fff]{0,2}(?:率|量|数量|占比|比例|比重)$/;
/** 老年人口占比: nobody changes it. */
const NOT_TO_CHANGE = /(?:人口|老人|老年人|老龄|留守|残疾|低收入|困难群众)[\u4e00-\u9fff]{0,4}(?:占比|比例|比重|率)$/;

function fromTable(words: string): string[] | null {
  for (const { noun, tail, faults } of endings(words)) {
    if (!isPhrase(noun)) continue;
    const measures = measuresFor(noun, faults);
    return measures === null ? null : written(measures, noun, tail);
  }
  return null;
}

/** What is done about a noun phrase of which that is said; null where nothing surely fits. */
function measuresFor(noun: string, faults: readonly Fault[]): string | null {
  const { matters, bad, remedies } = table();
  // What it speaks of is told by its longest word; what else that ends in tells no more: 层面 is no 面.
  const [word] = matterOf(noun);
  const kinds = word === undefined ? [] : matters.get(word)!;
  const isBad = BAD_WHEN_HIGH.test(noun);
  const at = faults.flatMap(fault => fault.kinds);
  const isMuch = faults.every(fault => fault.isMuch);
  const isLack = faults.some(fault => fault.isLack);
  const fitting = (isNamed: boolean): string | null => {
    const about = remedies.filter(({ of }) => of.some(kind => kinds.includes(kind)));
    const row = isNamed
      ? firstOf(at, kind => about.find(({ at: where }) => where.includes(kind)))
      : about.find(({ at: where }) => where.length === 0 && isLack);
    if (!row || !isOfOneKind(noun, row.of.find(kind => kinds.includes(kind))!)) return null;
    return row.measures;
  };
  if (NOT_TO_CHANGE.test(noun)) return null;
  if (isBad !== isMuch && (isBad || (kinds.includes('率') && !/比$|比[例重]$/.test(noun)))) return null;
  const named = fitting(true);
  if (named !== null) return named;
  if (isBad) return /[量数]$/.test(noun) ? '减少{N}' : '降低{N}';
  const isOfIll = kinds.some(kind => bad.has(kind));
  if (kinds.length > 0 && isOfIll !== isMuch)
    return isMuch ? (faults.find(({ last }) => last !== null)?.last ?? null) : null;
  const first = faults.find(fault => fault.first !== null)?.first;
  if (first != null) return first;
  return isOfIll ? null : (fitting(false) ?? faults.find(fault => fault.last !== null)?.last ?? null);
}

function firstOf<T, U>(list: readonly T[], find: (one: T) => U | undefined): U | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fromBuilds(words: string, builds: typeof BUILT): string[] | null {
  for (const [pattern, measures] of builds) {
    const found = pattern.exec(words);
    if (!found) continue;
    const groups = found.map(group => withoutAdverbs(group ?? ''));
    // What a verb takes: the first, and what stands beside it.
    const phrases = groups.slice(1).filter((_, i) => i === 0 || new RegExp(`[与对]\\$${i + 1}`).test(measures));
    // What names a problem may say no: 着力解决干部不担当问题.
    if (
      !phrases.some(Boolean) ||
      !phrases.every(one => one === '' || (measures.endsWith('问题') ? isName : isPhrase)(one))
    )
      continue;
    // 推进石漠化.
    if (MORE_OF.test(measures) && isIll(phrases[0]!)) continue;
    return measures.split('|').map(measure => measure.replace(/\$(\d)/g, (_, n: string) => groups[Number(n)]!));
  }
  return null;
}

/** More of the first, and nothing but that. */
const MORE_OF = /^(?:提高|提升|推进|增强|加强|加大|扩大|促进|激发|充分发挥|深入挖掘)\$1(?:水平)?(?:\||$)/;
const isIll = (noun: string): boolean =>
  (table().matters.get(matterOf(noun)[0] ?? '') ?? []).some(kind => table().bad.has(kind));

function fromOwn(words: string, own: readonly OwnRemedy[]): string[] | null {
  for (const { problem, noun, measures } of own) {
    for (const tail of problem.split('|').filter(t => t !== '' && words.endsWith(t) && words.length > t.length)) {
      const phrase = withoutAdverbs(words.slice(0, -tail.length));
      const isOf = noun === '' || noun.split('|').some(word => phrase.endsWith(word));
      if (isOf && isPhrase(phrase) && !/^(?:部分|个别|少数)/.test(phrase)) return written(measures, phrase, tail);
    }
  }
  return null;
}

const builtOf = (builds: typeof BUILDS): (readonly [RegExp, string])[] =>
  builds.map(([title, measures]) => [new RegExp(`^${title}${HOW_MUCH}$`), measures]);
const [BUILT, BUILT_LAST] = [builtOf(BUILDS), builtOf(LAST_BUILDS)];

/** The measures with the noun phrase in its place; {N-发挥} is that without its last word. Not 推进项目推进, where another does. */
function written(measures: string, noun: string, tail: string): string[] {
  const all = measures.split('|').filter(measure => measure !== '');
  const apt = all.filter(measure => !measure.startsWith('{') && !noun.includes(measure.slice(0, measure.indexOf('{'))));
  return (apt.length > 0 ? apt : all).map(measure =>
    measure
      .replace(/\{N(?:-([^}]+))?\}/g, (_, last?: string) =>
        last && noun.endsWith(last) ? noun.slice(0, -last.length) : noun,
      )
      .replace('{P}', tail),
  );
}

/** A thing, which a verb may take as it stands: not 各单位推荐干部时, not 有的村能力, not 数量少质量. */
function isPhrase(words: string): boolean {
  if (!/^(?:[\u4e00-\u9fff、·+A-Z0-9-]|“[^“”]*”|《[^《》]*》|（[^（）]*）)+$/.test(words) || words.length < 2)
    return false;
  const bare = words.replace(/“[^“”]*”|《[^《》]*》/g, '');
  return (
    !NO_PHRASE.test(bare) && !JUDGED.test(bare) && !isEnded(bare) && !bare.split('、').slice(0, -1).some(isJudgement)
  );
}
const isName = (words: string): boolean =>
  /^(?:[\u4e00-\u9fff、]|“[^“”]+”){1,26}$/.test(words) &&
  words.length > 1 &&
  !/^(?:有的|有些)|[是了]|存在|[不没未较很更]$|有待|亟待|[还仍尚亟]需/.test(words);
const NO_PHRASE =
  /^、|、$|[过较偏太更]$|不(?!动产|良|可抗)|(?<![罚埋淹沉])没(?!收)|未(?!成年|来|婚)|无(?!证|照|障碍|人机|偿|线|害|纸|形资产)|是(?!否)|(?<![存潜内外现所实])在(?!职|线|校|建|岗|读|编|校生|地|外|途|乡|家|园|册)|被|把(?![关握控手])|(?<![出转受礼谦忍退])让|使(?!用|命|馆)|将(?!来)|由(?!于)|由于|导致|造成|因(?!地|素|特)|(?<!及|实|临|延|工|学|课|用|限|按|准|定)时(?!间|限|代|效|空|段|政|令|常|点|长)|而|却|但|(?<![面针应相校核绝派])对(?![口外接标象比策待])|(?<!作|行|成|认|转)为(?!民|农|老|企|主)|了(?!解)|着(?!力|陆|装)|^(?:有的|有些|大多|多数|不少|许多|某些|各别|绝大多数|大部分|小部分|一部分)|^一些|^(?:部分|个别|少数).?$|[且又并]$|(?<![拥享国所共占自私公固专稀含])有(?!效|关|机|限|序|偿|色|害|利|线|形)|(?<=.)(?:部分|有的|有些|少数|个别)|已|出现|面临|呈现|跟(?!踪|班|岗)|从(?!业|严|事|优|众)|还|仍|缺(?!陷|口)|存在|难以|(?<![重主首必需扼简摘纪概次])要(?!素|求|点|件|害|闻|道)|(?<!获|取|所)得(?!到|失|益)|很|够|于(?!一)/;
/** 会议过多 of 会议过多过长: one judgement behind another. */
const isEnded = (words: string): boolean => {
  const [found] = endings(words);
  return found !== undefined && found.tail.length > 1 && !(matterOf(words)[0] ?? '').endsWith(found.tail);
};
/** A judgement within: 数量少质量, 底子薄发展. */
const JUDGED = /(?:数量|规模|能力|水平|底子|基础|质量|面积|力量|效率)(?:偏|较|太)?(?:少|小|低|弱|薄|差|窄|慢)/;
const isJudgement = (part: string): boolean => {
  if (/[少低差弱薄慢窄短多高重难贵散乱旧长]$/.test(part)) return true;
  const [found] = endings(part);
  return found !== undefined && found.noun !== '' && kindsIn(found.noun).length > 0;
};

/** 人员、经费: two things that one verb does not suit. */
const THINGS = ['人员', '人才', '队伍', '经费', '资金', '设施', '容量', '制度', '标准', '渠道', '底数'];
function isOfOneKind(noun: string, kind: string): boolean {
  const parts = noun.split(/、|和|与|及/);
  // 党务干部、业务干部双向交流的制度: what the last is of.
  if (parts.at(-1)!.includes('的')) return true;
  return parts.slice(0, -1).every(part => {
    const kinds = table().matters.get(matterOf(part)[0] ?? '') ?? [];
    return kinds.includes(kind) || !kinds.some(own => THINGS.includes(own));
  });
}
