import { Surroundings, type Likelihood, type RawPlaceholder } from './surroundings.js';

/*
 * Placeholders written with brackets: {{党员数|人}}, ${name}, <<单位>>, [具体项目名称], 【会议名称】, {数量}, <待填>, （填写…）, （  ）人.
 * The same brackets are labels (【摘要】…), buttons (点击【提交】), footnotes ([1]), years (〔2020〕) and asides; what
 * stands inside, and where the bracket stands in its clause, tells which.
 */

/** Every placeholder in brackets of one line. */
export function bracketPlaceholders(line: string): RawPlaceholder[] {
  if (!/[[［【{｛<〈＜〔（(「]/.test(line)) return [];
  const placeholders = /[{[<]/.test(line) ? templatePlaceholders(line) : [];
  const brackets = bracketsIn(line, without(line, placeholders));
  const verdicts = brackets.map(b => judge(b));
  const isTemplate = verdicts.includes('placeholder') || placeholders.length > 0;
  brackets.forEach((b, i) => {
    if (verdicts[i] === 'placeholder' || (verdicts[i] === 'weak' && isTemplate))
      placeholders.push({ start: b.start, end: b.end, form: formOf(b) });
  });
  return placeholders;
}

// ── Named placeholders
// ──────────────────────────────────────────────────────────────────────────────────────────────────────

const NAMED = /\{\{([^{}]{0,60})\}\}|\$\{([^{}]{1,60})\}|\[\[([^[\]|#]{0,40})\]\]|<<([^<>《》\n]{1,40})>>/g;
/** <<民法典>> and <<关于…的通知>> are titles typed with the keys at hand. */
const TITLE =
  /(?:法|条例|规定|办法|通知|意见|决定|准则|细则|解释|章程|规则|报告|典|纲要|方案|规划|制度|公报|标准|函|令)$|^(?:关于|中华|中国|中共)/;

function templatePlaceholders(line: string): RawPlaceholder[] {
  const placeholders: RawPlaceholder[] = [];
  for (const m of line.matchAll(NAMED)) {
    const [start, end] = [m.index, m.index + m[0].length];
    if (m[3] !== undefined && !/[\u3400-\u9fff]|^$|^[xX]+$/.test(m[3])) continue;
    if (m[4] !== undefined && TITLE.test(m[4].trim())) continue;
    // In a table the bar is written \|, which is read as no bar of the table.
    const [key = '', unit = ''] = m[0]
      .replace(/^\$?[{[<]+|[}\]>]+$/g, '')
      .split(/[|｜]/)
      .map(part => part.trim());
    placeholders.push({ start, end, form: 'template', ...(key && { key }), ...(unit && { unit }) });
  }
  return placeholders;
}

/** The line with nothing of the placeholders in it. */
function without(line: string, placeholders: readonly RawPlaceholder[]): string {
  let out = line;
  for (const { start, end } of placeholders) out = out.slice(0, start) + '\0'.repeat(end - start) + out.slice(end);
  return out;
}

// ── Brackets around a description ───────────────────────────────────────────────────────────────────────────────────

interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly inner: string;
  readonly at: Surroundings;
}

const BRACKET =
  /\[([^[\]]{0,60})\]|［([^［］]{0,60})］|【([^【】]{0,60})】|\{([^{}]{0,40})\}|｛([^｛｝]{0,40})｝|<([^<>]{0,40})>|〈([^〈〉]{0,40})〉|＜([^＜＞]{0,40})＞|〔([^〔〕]{0,40})〕|（([^（）]{0,60})）|\(([^()]{0,60})\)|「([^「」]{0,40})」/g;

/**
 * Looked for in `rest`, where the named placeholders are blotted out; {{…}}（写明…） is a placeholder with its caption, so
 * they are still seen around.
 */
const bracketsIn = (line: string, rest: string): Bracket[] =>
  [...rest.matchAll(BRACKET)].map(m => {
    const span = { start: m.index, end: m.index + m[0].length };
    return { ...span, open: m[0][0]!, inner: m[0].slice(1, -1).replaceAll('\0', ''), at: new Surroundings(line, span) };
  });

const formOf = ({ inner }: Bracket): RawPlaceholder['form'] =>
  inner.trim() === '' ? 'blank' : PENDING.test(inner) ? 'words' : 'bracket';

/** 待补充, 待填: the bracket says itself that something is to come. */
const PENDING =
  /^(?:[\u3400-\u9fff]{0,6})?(?<![有亟等尚期招接优对善款看虐急留])待(?:补|填|定(?![向期量点额罪价])|核(?![销准减算批])|统计|确认|更新|完善|明确|录入|插入|撰写|落实后)|^(?:TBD|TODO|TBC)(?:[:： ]|$)/;
/** What to write is told to the writer. */
const INSTRUCTION =
  /^(?:请|可|应|需)?(?:在?此处?|这里)?(?:在此)?(?:填写?(?!表|报|充)|填入|插入|输入|列明|写明|注明|列举|简要|简述|概述|概括|描述|补充(?!说明|协议|规定|材料|条款|通知)|具体|详细|根据实际|结合实际|此处|请)/;
/** The name of a thing that only the writer can supply. */
const SLOT =
  /(?:名称|姓名|名字|日期|时间|地点|地址|数据|数字|数量|数值|数额|人数|户数|金额|比例|百分比|占比|内容|事项|主题|标题|题目|目的|议题|概述|概况|情况|要点|单位|部门|机构|机关|职务|职称|电话|联系方式|编号|文号|字号|号码|年份|年度|月份|对象|原因|依据|做法|措施|成效|案例|领域|项目|地区|区域|城市|省份|县名|镇名|村名|人名|地名|校名|公司名|关键词|结论|背景|意义|目标|期限|描述|简介|落款|领导|负责人|联系人|主持人|会议|活动|行业|公司|企业|对策|来源|数|率|额|值|[年月日]|[A-Z]|[0-9一二三四五六七八九十])$/;
/** Slots that hardly mean anything else even in round brackets. */
const PARENTHESISED_SLOT =
  /^(?:具体[\u3400-\u9fff]{2,8}|[\u3400-\u9fff]{0,6}(?:名称|姓名|日期|文号|数字|数据|标题|职务|县名|镇名|村名|人名|地名))$/;

/** Footnotes, years, references, options: what square brackets hold in a finished text. */
const FINISHED =
  /^(?:[\d０-９,，、.\-–—~～:： ]*|\^.*|!\w+|[A-Z](?:\/[A-Z]{2})?|[xX√✓]|EB\/OL|DB\/OL|J\/OL|sic|\.{3}|…+|略|下略|上略|注|注释|按|编者按|续|完|笑|附|附件.*|附表.*|图.*|表\d.*|见.*|参见.*|来源.*|摘自.*|\d{4}.*|略去.*|[一二三四五六七八九十两]+[个项条].*|篇[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}[篇章节讲期]|不含.*|含.*|同上|原文.*|下同|以下.*|简称.*)$/;
const BUTTON_BEFORE = /(?:点击|单击|双击|选择|进入|按|按下|打开|勾选|点|切换到|通过|菜单|→|>)[“"]?$/;
const BUTTON_AFTER = /^[”"]?(?:按钮|菜单|选项|页面|界面|栏|模块|标签|键|图标|对话框|窗口|功能|频道|公众号|平台|系统)/;
/** A clause begins here: the line's start, also after （一） or 1. or a bullet, or the end of a sentence. */
const CLAUSE_START = /(?:^|[。；！？;|】\]])(?:(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[-*•·#>]+))?$/;
const ORDINAL_BEFORE = /(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．]|[:：])$/;

function judge(b: Bracket): Likelihood {
  if (b.inner.trim() === '') return judgeEmpty(b);
  if (isInsideTitle(b)) return 'no';
  if (PENDING.test(b.inner)) return b.open === '「' ? 'no' : 'placeholder';
  switch (b.open) {
    case '（':
    case '(':
      return judgeParenthesis(b);
    case '〔':
      return /^[0-9]{2} +$/.test(b.inner) || (isDescription(b) && /^(?:填|具体|年份|文号)/.test(b.inner))
        ? 'placeholder'
        : 'no';
    case '「':
      return 'no';
    case '<':
    case '＜':
    case '〈':
      // 16.8<14下降2个百分点，58>62: less, and greater.
      return !/^\d/.test(b.inner) &&
        !/\d$/.test(b.at.before) &&
        isDescription(b) &&
        !TITLE.test(b.inner) &&
        (SLOT.test(b.inner) || INSTRUCTION.test(b.inner))
        ? 'placeholder'
        : 'no';
    case '{':
    case '｛':
      return judgeBrace(b);
    default:
      return judgeSquare(b);
  }
}

const HAN = /[\u3400-\u9fff]/;
const isDescription = ({ inner }: Bracket): boolean => HAN.test(inner) && !/[。；;！!]/.test(inner);
/** 《关于〈…〉的说明》: the title goes on around it. */
const isInsideTitle = ({ open, at }: Bracket): boolean =>
  (open === '〈' || open === '<' || open === '＜') && /《[^》]*$/.test(at.before);

/** 【…】 and […]: a slot in the middle of a clause, a label at its start. */
function judgeSquare(b: Bracket): Likelihood {
  const { inner, at } = b;
  if (/^[xXＸ×*_]{1,12}$/.test(inner)) return inner.length > 1 ? 'placeholder' : 'no';
  // ［检索日期：2025-11-02］: its value is there. ［甲案（刑法第三条）］: an offence by its name and article.
  if (!isDescription(b) || FINISHED.test(inner) || /[：:]\d|法第[一二三四五六七八九十百\d]+条/.test(inner)) return 'no';
  if (BUTTON_BEFORE.test(at.before) || BUTTON_AFTER.test(at.after)) return 'no';
  if (INSTRUCTION.test(inner)) return 'placeholder';
  const isAlone = /^(?:$|[|。；])/.test(at.after);
  if (!CLAUSE_START.test(at.before))
    return /[：:]$/.test(at.before) && !isAlone && !SLOT.test(inner) ? 'weak' : 'placeholder';
  if (isAlone)
    return ORDINAL_BEFORE.test(at.before) || SLOT.test(inner) || /[/／]/.test(inner) ? 'placeholder' : 'weak';
  if (/^[，,、]/.test(at.after)) return 'placeholder';
  return SLOT.test(inner) && /^[\u3400-\u9fff]/.test(at.after) && !/^(?:一|二|三|四|五)是/.test(at.after)
    ? 'weak'
    : 'no';
}

function judgeBrace(b: Bracket): Likelihood {
  if (/[A-Za-z\\}^_/$`]$/.test(b.at.before)) return 'no';
  if (HAN.test(b.inner)) return /[，,、：:；。]/.test(b.inner) ? 'no' : 'placeholder';
  return /^[A-Za-z_][\w.]{2,}$/.test(b.inner) ? 'placeholder' : 'no';
}

const PREPOSITION = /(?:^|[ ，。；：、“]|[向在由对为于经自赴与和从到至任达共]|截至|关于)$/;
const PLACEHOLDER_BEFORE = /[_＿×XxＸ*…□○某}\]】]$/;

/**
 * In round brackets only plain words to the writer count; and a caption to a blank (______（姓名）) is no second
 * placeholder.
 */
function judgeParenthesis(b: Bracket): Likelihood {
  const { inner, at } = b;
  if (PLACEHOLDER_BEFORE.test(at.before)) return 'no';
  if (
    /^(?:请|此处|在此处?)?(?:填写|填入|插入|写明|列明|此处(?!略|省略|不)|简要列|简要说明)(?!完整|清楚|准确|真实|说明|要求|规范|示例|人|时)/.test(
      inner,
    )
  )
    return 'placeholder';
  if (at.isCounted && /^[\u3400-\u9fff]{0,6}(?:数|数量|数字|数据|数值|数额|人数|户数|金额|比例|面积)$/.test(inner))
    return 'placeholder';
  if (!PARENTHESISED_SLOT.test(inner)) return 'no';
  return (PREPOSITION.test(at.before) && !/^(?:$|[：:])/.test(at.after)) ||
    /^具体(?:数字|数据|数值|时间|地点|日期|名称|人数|金额)$/.test(inner)
    ? 'placeholder'
    : 'no';
}

const FIELD_BEFORE =
  /(?:姓名|性别|年龄|民族|电话|手机|单位|职务|职称|日期|时间|地点|编号|金额|联系人|身份证号|签名|地址|学历|籍贯|专业|班级)[：:]?$/;
const EXAM = /下列|以下(?:选项|说法)|选择|正确的|错误的|不属于|属于|单选|多选|判断/;

/** Empty brackets: a number is to be written in （  ）人, a choice in 是（　　）。 */
function judgeEmpty({ open, inner, at }: Bracket): Likelihood {
  if (open === '「' || open === '<' || open === '＜' || open === '〈') return 'no';
  if (EXAM.test(at.before)) return 'no';
  if (at.isCounted)
    return /^(?:[年月日号]|$)/.test(at.before + at.after) ||
      (/[\u3400-\u9fff：:〕\])）０-９0-9，、]$/.test(at.before) && !/^人大/.test(at.after))
      ? 'placeholder'
      : 'no';
  if (open === '〔' || open === '[' || open === '［')
    return inner !== '' && /(?:[发函字办通号]|年)$/.test(at.before) ? 'placeholder' : 'no';
  return inner !== '' && FIELD_BEFORE.test(at.before) ? 'placeholder' : 'no';
}
