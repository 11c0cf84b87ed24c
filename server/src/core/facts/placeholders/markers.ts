import { MEASURE } from '../../lexicon/patterns.js';
import { isHiddenPerson, isSomebody } from './people.js';
import { Surroundings, type Likelihood, type RawPlaceholder } from './surroundings.js';
import type { PlaceholderForm } from './placeholder.js';

/*
 * Placeholders written with a stand-in character: X, ×, *, _, □, ○, 某 … Each family says of every run whether it is a
 * placeholder. A run that could be either (`weak`) is one if the same line holds a sure placeholder: who writes 党员X名
 * means X支部 as a placeholder too.
 */

interface Mark {
  readonly text: string;
  readonly at: Surroundings;
  readonly line: LineTraits;
}

/** What the whole line says about its markers; found out once a line. */
interface LineTraits {
  /** The line explains what a marker stands for: 第一位X代表…, 以*表示. */
  readonly explains: boolean;
  /** X is one letter of a code: A县, Y轴. */
  readonly hasOtherLetters: boolean;
  /** The line is about a law case, where 某某 hides people and companies. */
  readonly isCase: boolean;
  /** 日期格式 YYYY年MM月DD日: a format is described. */
  readonly isFormat: boolean;
}

interface Family {
  readonly form: PlaceholderForm;
  readonly runs: RegExp;
  readonly judge: (mark: Mark) => Likelihood;
}

const dotted = (set: string): RegExp => new RegExp(`${set}+(?:[.．]${set}+)*`, 'g');

const HAN_DIGIT = /[一二三四五六七八九十百千零两]/;
const LATIN = /[A-Za-z]/;
const DIGIT = /[0-9０-９]/;
/** The year has begun: 20XX, 201X, 19XX. */
const YEAR_BEGUN = /(?:^|[^0-9０-９])(?:19|20|１９|２０)[0-9０-９]?$/;
const CLAUSE_EDGE = /[ ，。；、：！？“”"'‘’（）()〔〕[\]【】「」《》|,;:]/;
const NUMBER_INTRO =
  /(?:历时|为期|召开|举办|开展|走访|培训|建成|新建|新增|下辖|辖|选派|整改|完成|发放|收回|投入|第|约|共|共有|现有|近|达|达到|超过|占|增长|下降|提高|减少|增加|计|总计|累计|不足|不满|为|仅|有)$/;

const isEdge = (ch: string): boolean => ch === '' || CLAUSE_EDGE.test(ch);
/** Digits on both sides (138****5678), or a long run before the last digits (尾号****1234). */
const isMaskedNumber = (length: number, { before, after }: Surroundings): boolean =>
  length >= 2 && ((/[0-9]$/.test(before) && /^[0-9*]/.test(after)) || (length >= 3 && /^[0-9]{3,}(?!年)/.test(after)));

const FAMILIES: readonly Family[] = [
  { form: 'X', runs: dotted('[XxＸｘХⅩ]'), judge: judgeX },
  { form: 'cross', runs: dotted('[×╳✕]'), judge: judgeCross },
  { form: 'asterisk', runs: dotted('[*＊∗﹡]'), judge: judgeAsterisk },
  { form: 'underscore', runs: dotted('[_＿]'), judge: judgeUnderscore },
  { form: 'underscore', runs: /[—―]{3,}|-{3,}|(?<=[\u3400-\u9fff])(?:—{2}|-{2})(?=[%％])/g, judge: judgeDashes },
  { form: 'box', runs: /□+/g, judge: judgeBox },
  { form: 'box', runs: /([○〇◯●△])\1*/g, judge: judgeCircle },
  { form: 'box', runs: /#+/g, judge: judgeHash },
  { form: 'box', runs: /[?？]+/g, judge: judgeQuestion },
  {
    form: 'YMD',
    runs: /[Yy]{4}[-/.]MM[-/.][Dd]{2}|[Yy]{2,4}(?=年)|(?:MM|(?<=年)M|mm(?=月dd))(?=月)|(?<=月)[Dd]{1,2}(?=日)|HH[:：]MM|HH(?=时)/g,
    judge: judgeDateLetters,
  },
  { form: 'X', runs: /[NnＮ]/g, judge: judgeN },
  { form: 'mou', runs: /某+/g, judge: judgeMou },
];

/** The placeholders written with markers in one line; `isTemplate`: the line holds other placeholders already. */
export function markerPlaceholders(line: string, isTemplate: boolean): RawPlaceholder[] {
  if (!/[XxＸｘХⅩ×╳✕*＊∗﹡_＿—―\-□○〇◯●△#?？YyMDdHNnＮ某]/.test(line)) return [];
  const traits = traitsOf(line);
  const sure: RawPlaceholder[] = [];
  const weak: RawPlaceholder[] = [];
  for (const { form, runs, judge } of FAMILIES) {
    for (const m of line.matchAll(runs)) {
      const placeholder: RawPlaceholder = { start: m.index, end: m.index + m[0].length, form };
      const verdict = judge({ text: m[0], at: new Surroundings(line, placeholder), line: traits });
      if (verdict === 'placeholder') sure.push(placeholder);
      else if (verdict === 'weak') weak.push(placeholder);
    }
  }
  const forms = new Set(sure.map(placeholder => placeholder.form));
  if (weak.filter(placeholder => /[NnＮ]/.test(line[placeholder.start]!)).length > 1) forms.add('X');
  return [
    ...sure,
    ...weak.filter(
      placeholder => forms.has(placeholder.form) || (placeholder.form === 'mou' && (isTemplate || sure.length > 0)),
    ),
  ];
}

function traitsOf(line: string): LineTraits {
  return {
    explains:
      /[XＸ×*＊][”"’]?(?:号)?(?:代表|表示|指代|是指|的为|为必填|为必)|第[一二三四五六七八九十\d]{1,3}位[XＸ×]?(?:代表|表示|至第)|编(?:号|码|排)(?:规则|方式|方法)|(?:[用以带标打加注]|[带标]有|标注)[“"‘]?[X×*＊](?:[”"’]|号|标记|标志|符号)/.test(
        line,
      ),
    hasOtherLetters:
      /(?<![A-Za-z0-9])[A-WYZ](?:省|市|县|区|镇|乡|村|轴|公司|学校|小区|[、和与,，]X(?![XA-Za-z]))|(?<![A-Za-z])X[、和与,，][YZ](?![A-Za-z])|(?<![A-Za-z])Y轴/.test(
        line,
      ),
    isCase: /诉|被告|原告|申请人|判决|纠纷|当事人|犯罪|受害人|被害人|一案|裁定/.test(line),
    isFormat: /格式|命名|占位符|正则/.test(line),
  };
}

/** An X that names a thing: X光, X轴. */
const X_THING =
  /^(?:光|射线|线(?!路|段)|轴|染色体|型染色体|连锁|波段|坐标|方向|因子|理论|世代|形|战警|档案|平台|[-—]?ray|[=＝+<>＜＞^²³)])/;
const CODED_PLACE =
  /^(?:省|自治区|市|州|盟|县|旗|区|镇|乡|街道|村|社区|组|校|学校|公司|企业|集团|医院|中学|小学|大学|银行|小区|厂|国|地|部门|单位)/;

function judgeX({ text, at, line }: Mark): Likelihood {
  if (line.explains || isMaskedNumber(text.length, at)) return 'no';
  const [left, right] = [at.before.at(-1) ?? '', at.after.at(0) ?? ''];
  if (/[A-Za-z@]/.test(right) && !at.isCounted) return 'no';
  if (/[A-Za-z@\\_$]/.test(left))
    return text.length >= 2 && at.isCounted && /[A-Z]{2}$/.test(at.before) ? 'placeholder' : 'no';
  if (/[A-WYZa-wyz][-/.·]$/.test(at.before) || /^[./@\\][A-Za-z]/.test(at.after.replace(/^(?:[./][XxＸ]+){1,2}/, '')))
    return 'no';
  if (/[A-Za-z]{2}\.? $/.test(at.before) && !at.isCounted) return 'no';
  if (DIGIT.test(left)) {
    if (/^年代/.test(at.after)) return 'no';
    if (YEAR_BEGUN.test(at.before) && /^.{1,2}(?:\..{1,2}){0,2}$/.test(text))
      return DIGIT.test(right) ? 'no' : 'placeholder';
    if (/(?:电话|手机|号码|编号)[^，。；]{0,8}$/.test(at.before) && text.length >= 3) return 'placeholder';
    return DIGIT.test(right) || !at.isCounted ? 'no' : 'placeholder';
  }
  if (isScheme(at) || isHiddenPerson(text.length, at)) return 'no';
  if (text.length >= 2)
    return /^(?:染色体|型染色体|世纪)/.test(at.after) || (DIGIT.test(right) && text === 'Ⅹ') ? 'no' : 'placeholder';
  if (text === 'Ⅹ') return 'no';
  if (X_THING.test(at.after) || line.hasOtherLetters) return 'no';
  if (CODED_PLACE.test(at.after)) return 'weak';
  if (DIGIT.test(right)) return 'no';
  if (at.isCounted && !/^(?:对|单|成|口|线|度)/.test(at.after)) return 'placeholder';
  if (/第$/.test(at.before)) return 'placeholder';
  if (/(?:附件|附表|附图|见表|见图)$/.test(at.before)) return 'placeholder';
  if (/[=＝+÷×*/<>^(]$/.test(at.before) || /^[=＝+÷×*/<>^(]/.test(at.after)) return 'no';
  return 'weak';
}

/** ×1械备××××2××××3: markers numbered for an explanation below. */
const isScheme = ({ before, after }: Surroundings): boolean =>
  (/[X×]{1,8}[1-9]\S{0,4}$/.test(before) && /^[1-9]/.test(after)) || /^[1-9]\D{0,6}[X×]{1,8}[1-9]/.test(after);

function judgeCross({ text, at, line }: Mark): Likelihood {
  if (line.explains || isMaskedNumber(text.length, at) || isScheme(at)) return 'no';
  if (/[√✓✔]$/.test(at.before) || /^[√✓✔]/.test(at.after)) return 'no';
  const left = at.before.at(-1) ?? '';
  if (DIGIT.test(left) && YEAR_BEGUN.test(at.before) && text.length <= 2 && !/^[0-9]/.test(at.after))
    return /^年代/.test(at.after) ? 'no' : 'placeholder';
  if (isHiddenPerson(text.length, at)) return 'no';
  if (text.length >= 2)
    return (LATIN.test(left) && !at.isCounted) || (/^年代/.test(at.after) && DIGIT.test(left)) ? 'no' : 'placeholder';
  if (isProduct(at)) return 'no';
  if (at.isCounted || at.isPlace || at.isOrg || /第$/.test(at.before)) return 'placeholder';
  if ((/[“"‘（(]$/.test(at.before) && /^[”"’）)]/.test(at.after)) || /[打画划]$/.test(at.before)) return 'no';
  return isEdge(left) && /^[\u3400-\u9fff]/.test(at.after) ? 'placeholder' : 'weak';
}

/** A product, not a placeholder: 3×4, 总数×100%, 单价×数量=…, 2米×3米. */
const isProduct = ({ before, after }: Surroundings): boolean =>
  (/[0-9０-９A-Za-z)）%％\]}]$/.test(before) && /^[0-9０-９A-Za-z(（\u3400-\u9fff]/.test(after)) ||
  (/^[0-9０-９A-Za-z(（]/.test(after) && !/[，。；：、“「]$|^$/.test(before)) ||
  /[=＝÷＋+][^，。；]{0,20}$/.test(before) ||
  /^[^，。；]{0,16}[=＝÷＋+]/.test(after) ||
  (/[长宽高]$/.test(before) && /^[长宽高厚]/.test(after)) ||
  /^(?:日[百千万]分之|天数|月数|年数|年限|件数|人数|份数|个数|次数|户数|单价|比例|系数|权重|标准|税率|费率)/.test(
    after,
  );

function judgeAsterisk({ text, at, line }: Mark): Likelihood {
  if (line.explains || isMaskedNumber(text.length, at)) return 'no';
  const [left, right] = [at.before.at(-1) ?? '', at.after.at(0) ?? ''];
  if (DIGIT.test(left))
    return (at.isCounted && !DIGIT.test(right)) || (YEAR_BEGUN.test(at.before) && /^[〕\]）)\-—–]/.test(right))
      ? 'placeholder'
      : 'no';
  if (DIGIT.test(at.previous) && DIGIT.test(at.next)) return 'no';
  if (LATIN.test(left) && !(text.length >= 2 && at.isCounted)) return 'no';
  if ((/^[A-Za-z./({\\]/.test(at.after) && !at.isCounted) || /[./\\({=]$/.test(at.before)) return 'no';
  if (text.length === 1 && DIGIT.test(at.next)) return 'no';
  if (/^[=＝]/.test(at.after) || (/[长宽高]$/.test(at.before) && /^[长宽高厚]/.test(at.after))) return 'no';
  if (/^(?:号|星)/.test(at.after) && !/第$/.test(at.before) && text.length === 1 && !/[〕\]]$/.test(at.before))
    return 'no';
  if (/^[”"’]/.test(at.after) && /[“"‘]$/.test(at.before) && text.length === 1) return 'no';
  if (isDoctrine(at)) return 'placeholder';
  if (isHiddenPerson(text.length, at)) return 'no';
  if (isFootnote(text, at)) return 'no';
  if (
    at.before.trim() === '' &&
    /^(?:注|备注|说明|数据来源|资料来源|表示|本表|该表|指标|以上|不含|含|[Pp][<＜])/.test(at.after)
  )
    return 'no';
  if (/^[Pp][<＜]/.test(at.after)) return 'no';
  if (isRequiredField(text, at)) return 'no';
  return isBrokenBold(text, at) ? 'no' : 'placeholder';
}

/** 邓**理论: nobody's name is hidden there; a filter took it. */
const isDoctrine = ({ after }: Surroundings): boolean => /^(?:理论|思想)/.test(after);

/** 企业620家*。 and below it *指…: the star of a note. */
const isFootnote = (text: string, { before, after }: Surroundings): boolean =>
  text.length === 1 &&
  ((COUNTED_BEFORE.test(before) && /^(?:$|[。，；])/.test(after)) ||
    (before === '' && /^(?:指|系|含|包括|不含|根据|按)[\u3400-\u9fff]/.test(after)));
const COUNTED_BEFORE = new RegExp(`\\d[十百千万亿]{0,2}(?:${MEASURE})$`);

/** 姓名*： or *姓名：, the star of a form's required field; a star that ends a title is a footnote's. */
const isRequiredField = (text: string, at: Surroundings): boolean =>
  text.length === 1 &&
  ((/[\u3400-\u9fff）)]$/.test(at.before) && /^(?:$|[|：:])/.test(at.after)) ||
    (/(?:^|\|)$/.test(at.before) &&
      /^[\u3400-\u9fff]{2,6}(?:[：:|]|$)/.test(at.after) &&
      !at.isPlace &&
      !at.isCounted &&
      !at.isOrg));

/** Half of a bold pair that the writer never closed, or a decoration around a title. */
const isBrokenBold = (text: string, at: Surroundings): boolean =>
  (at.before.trim() === '' &&
    /^ +[\u3400-\u9fff]/.test(at.after) &&
    !at.isCounted &&
    !at.isPlace &&
    !at.isOrg &&
    !/^ +同志/.test(at.after)) ||
  (text.length >= 2 &&
    ((/[。；！？]$/.test(at.before) && /^$/.test(at.after)) ||
      (at.before.trim() === '' &&
        /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是]|第[一二三四五六七八九十]{1,2}[，、章节]|[“《【])/.test(
          at.after,
        )) ||
      (text.length >= 4 && at.before.trim() === '' && /\*{4,}$/.test(at.after))));

function judgeUnderscore({ text, at }: Mark): Likelihood {
  const [left, right] = [at.before.at(-1) ?? '', at.after.at(0) ?? ''];
  if (
    (LATIN.test(left) && /[A-Za-z0-9]/.test(right)) ||
    /_[A-Za-z]\w*$/.test(at.before) ||
    (/[A-Za-z_]\w*$/.test(at.before) && text.length === 1)
  )
    return 'no';
  if (text.length >= 2) return /[A-Za-z/\\.]/.test(right) && !at.isCounted ? 'no' : 'placeholder';
  return at.isCounted && !/[A-Za-z0-9_]$/.test(at.before) ? 'placeholder' : 'no';
}

/** ———人, ----年: more strokes than a dash has, where a number belongs. */
function judgeDashes({ text, at }: Mark): Likelihood {
  if (/[|\-—―:]$/.test(at.before) || (at.before.trim() === '' && !at.isCounted)) return 'no';
  return at.isCounted || (text.length >= 4 && /[：:]$/.test(at.before)) ? 'placeholder' : 'no';
}

function judgeBox({ text, at }: Mark): Likelihood {
  if (/[■☑☒☐√]$/.test(at.before) || /^[■☑☒☐√]/.test(at.after)) return 'no';
  if (text.length >= 2) return 'placeholder';
  return (/[\u3400-\u9fff〕\])]$/.test(at.before) && at.isCounted) || /^[年月日](?:□|$|[，。 ）)])/.test(at.after)
    ? 'placeholder'
    : 'no';
}

/** ○○县, ●●●; but 二〇〇八年 is a numeral and ●●○○○ a rating. */
function judgeCircle({ text, at }: Mark): Likelihood {
  const [left, right] = [at.before.at(-1) ?? '', at.after.at(0) ?? ''];
  if (
    /[○〇◯●△]/.test(left) ||
    /[○〇◯●△]/.test(right) ||
    HAN_DIGIT.test(left) ||
    HAN_DIGIT.test(right) ||
    DIGIT.test(right)
  )
    return 'no';
  if (DIGIT.test(left)) return YEAR_BEGUN.test(at.before) && /^年/.test(at.after) ? 'placeholder' : 'no';
  if (isHiddenPerson(text.length, at)) return 'no';
  if (text.length >= 2) return text[0] === '●' && isEdge(left) && isEdge(right) ? 'no' : 'placeholder';
  return text !== '●' && text !== '△' && /^[年月日](?![常益均])/.test(at.after) && at.before.trim() !== ''
    ? 'placeholder'
    : 'no';
}

function judgeHash({ text, at }: Mark): Likelihood {
  if (text.length === 1) return at.isCounted && NUMBER_INTRO.test(at.before) ? 'placeholder' : 'no';
  if (LATIN.test(at.previous) || /^#|^ /.test(at.after)) return 'no';
  return at.isCounted || at.isPlace || YEAR_BEGUN.test(at.before) ? 'placeholder' : 'no';
}

function judgeQuestion({ text, at }: Mark): Likelihood {
  if (!at.isCounted || /^ /.test(at.after) || /(?:吗|呢|么|何|谁|啥|吧|哪里|多少)$/.test(at.before)) return 'no';
  return (text.length >= 2 && /[\u3400-\u9fff：:]$/.test(at.before)) || NUMBER_INTRO.test(at.before)
    ? 'placeholder'
    : 'no';
}

function judgeDateLetters({ text, at, line }: Mark): Likelihood {
  if (line.isFormat || LATIN.test(at.before.at(-1) ?? '') || LATIN.test(at.after.at(0) ?? '')) return 'no';
  if (DIGIT.test(at.before.at(-1) ?? '')) return YEAR_BEGUN.test(at.before) ? 'placeholder' : 'no';
  return text.length === 1 ? 'weak' : 'placeholder';
}

/** 培训N人次: the letter statisticians use for a count. Only one of them is a manner of speaking: 1+N, N种可能. */
function judgeN({ at }: Mark): Likelihood {
  return at.isCounted && /(?![第有这每前后近])[\u3400-\u9fff]$/.test(at.before) ? 'weak' : 'no';
}

const OFFICE = /^(?:省|市|县|区|镇|乡|州|旗|村)(?:委|人民政府|政府|党委|纪委|直|级|局|办)/;

/** 某某县委 waits for a name. 徐某某, 某些, 某个 do not; nor do the parties of a law case. */
function judgeMou({ text, at, line }: Mark): Likelihood {
  if (line.isCase) return 'no';
  if (text.length >= 2) return isSomebody(text.length, at) ? 'no' : 'placeholder';
  if (OFFICE.test(at.after) && !/(?:如|比如|例如|有|的)$/.test(at.before)) return 'placeholder';
  if (
    /^年某月/.test(at.after) ||
    (/某年$/.test(at.before) && /^月/.test(at.after)) ||
    (/某月$/.test(at.before) && /^日/.test(at.after))
  )
    return 'placeholder';
  return at.isPlace || at.isOrg ? 'weak' : 'no';
}
