import type { Span } from '../../text/span.js';
import type { Clue, Likelihood } from './clue.js';
import type { PlaceholderForm } from './placeholder.js';
import { Surroundings } from './surroundings.js';

/** A run of stand-in characters in a line. */
export class Mark extends Surroundings {
  readonly text: string;

  constructor(
    text: string,
    span: Span,
    readonly line: LineTraits,
  ) {
    super(text, span);
    this.text = text.slice(span.start, span.end);
  }

  get length(): number {
    return this.text.length;
  }
}

/** Runs of one kind of character, and the clues by which each of them is judged. */
export interface Family {
  readonly form: PlaceholderForm;
  /** The characters without one of which there is no run. */
  readonly chars: string;
  readonly runs: RegExp;
  readonly clues: readonly Clue<Mark, Likelihood>[];
}

const EXPLAINS =
  /[XxＸ×*＊][”"’]?(?:号)?(?:代表|表示|指代|是指|的为|为必填|为必|取值)|第[一二三四五六七八九十\d]{1,3}位[XＸ×]?(?:代表|表示|至第)|编(?:号|码|排)(?:规则|方式|方法)|(?:[用以带标打加注]|[带标]有|标注)[“"‘]?[X×*＊](?:[”"’]|号|标记|标志|符号)|[设令][XxYy](?:为|是|表示|[=＝])|[a-z][(（][xyn][)）]|^(?:注|备注|说明)[：:][*＊]|[√✓]为/;
const OTHER_LETTERS =
  /(?<![A-Za-z0-9])[A-WYZ](?:省|市|县|区|镇|乡|村|轴|公司|学校|小区|[、和与,，]X(?![XA-Za-z]))|(?<![A-Za-z])X[、和与,，][YZ](?![A-Za-z])|(?<![A-Za-z])Y轴/;

const CASE = /诉|被告|原告|申请人|判决|纠纷|当事人|犯罪|受害人|被害人|一案|裁定/;

/** What a whole line says about its marks; each is looked for when first asked. */
export class LineTraits {
  #explains?: boolean;
  #hasOtherLetters?: boolean;
  #isCase?: boolean;
  #isFormat?: boolean;
  #hasClauses?: boolean;
  #hasRuns?: boolean;

  constructor(private readonly text: string) {}

  /** The line explains what a letter stands for: 第一位X代表…, 以*表示, 设x为…. */
  get explains(): boolean {
    this.#explains ??= EXPLAINS.test(this.text);
    return this.#explains;
  }
  /** X is one letter of a code: A县, Y轴. */
  get hasOtherLetters(): boolean {
    this.#hasOtherLetters ??= OTHER_LETTERS.test(this.text);
    return this.#hasOtherLetters;
  }
  /** The line is about a law case, where 某某 hides people and companies. */
  get isCase(): boolean {
    this.#isCase ??= CASE.test(this.text);
    return this.#isCase;
  }
  /** 日期格式 YYYY年MM月DD日: a format is described. */
  get isFormat(): boolean {
    this.#isFormat ??= /格式|命名|占位符|正则|字段/.test(this.text);
    return this.#isFormat;
  }
  /** The line has a clause: it is no label and no head of a column. */
  get hasClauses(): boolean {
    this.#hasClauses ??= /[，。；]/.test(this.text);
    return this.#hasClauses;
  }
  /** Marks stand together in it: a template. */
  get hasRuns(): boolean {
    this.#hasRuns ??= /[×X*＊_＿]{2}/.test(this.text);
    return this.#hasRuns;
  }
}

// ── What clues of several families look for ─────────────────────────────────────────────────────────────────────────

export const HAN_DIGIT = /[一二三四五六七八九十百千零两]/;
export const LATIN = /[A-Za-z]/;
export const DIGIT = /[0-9]/;
/** The year has begun: 20XX, 201X, 19XX. */
export const YEAR_BEGUN = /(?:^|[^0-9])(?:19|20)[0-9]?$/;
const CLAUSE_EDGE = /[ ，。；、：！？“”"'‘’（）()〔〕[\]【】「」《》|,;:]/;
export const isEdge = (ch: string): boolean => ch === '' || CLAUSE_EDGE.test(ch);

/** Before a number that is missing. */
export const NUMBER_INTRO =
  /(?:历时|为期|召开|举办|开展|走访|培训|建成|新建|新增|下辖|辖|选派|整改|完成|发放|收回|投入|第|约|共|共有|现有|近|达|达到|超过|占|增长|下降|提高|减少|增加|计|总计|累计|不足|不满|为|仅|有)$/;

/** Digits on both sides (138****5678), or a long run before the last digits (尾号****1234). */
export const isMaskedNumber = ({ length, before, after }: Mark): boolean =>
  length >= 2 && ((/[0-9]$/.test(before) && /^[0-9*]/.test(after)) || (length >= 3 && /^[0-9]{3,}(?!年)/.test(after)));

/** ×1械备××××2××××3: markers numbered for an explanation below. */
export const isScheme = ({ before, after }: Mark): boolean =>
  (/[X×]{1,8}[1-9]\S{0,4}$/.test(before) && /^[1-9]/.test(after)) ||
  /^[1-9]\D{0,6}[X×]{1,8}[1-9]/.test(after) ||
  /^[1-9](?:为|是|：|代表)/.test(after);
