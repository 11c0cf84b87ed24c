import { ending } from '../../lexicon/affixes.js';
import { LEXICON, type GenreClass, type Lexicon } from '../../lexicon/lexicon.js';
import { isDigit, isEdgeOr, isHan, isOneOf } from '../../text/characters.js';
import { ordinalOf } from '../ordinals.js';
import type { Clue, Likelihood } from './clue.js';
import type { PlaceholderForm } from './placeholder.js';
import { Surroundings, wide, type ReadLine } from './surroundings.js';
import type { Span } from '../../text/span.js';

/** A run of stand-in characters in a line. */
export class Mark extends Surroundings {
  readonly text: string;

  constructor(
    override readonly line: LineTraits,
    span: Span,
  ) {
    super(line, span);
    this.text = line.text.slice(span.start, span.end);
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
  /** Where not every run of `chars` is one: those that are. */
  readonly runs?: RegExp;
  /** Whether a dot may stand within: XX.X, **.*. */
  readonly isDecimal?: boolean;
  readonly clues: readonly Clue<Mark, Likelihood>[];
}

const EXPLAINS =
  /[XxＸ×*＊](?<!(?:书记|主任|长|同志)[XxＸ×*＊]{1,4})[”"’]?(?:号)?(?:代表(?!提出|所提|委员|建议|发言|讲话|汇报|团|们|[、，])|表示|指代|是指|的为|为必填|为必|取值)|第[一二三四五六七八九十\d]{1,3}位[XＸ×]?(?:代表|表示|至第)|编(?:号|码|排)(?:规则|方式|方法)|(?:[用以带标打加注]|[带标]有|标注)[“"‘]?[X×*＊](?:[”"’]|号|标记|标志|符号)|[设令](?:[\u3400-\u9fff]{1,10}[为是])?[XxYy](?:为|是|表示|[=＝]|[\u3400-\u9fff]{1,3}，则)|[a-z][(（][xyn][)）]|^(?:注|备注|说明)[：:][*＊]|[√✓]为|(?<![中招投目指])[带标加注][“"‘]?[X×*＊][”"’]?[的者]|[用以][a-z]表示|占位符|套用模板|[”"][^，。；]{0,4}(?:[没未][改删]|原样|照搬)|[以用][“"‘]?[X×*＊]{1,12}[”"’]?(?:代替|替代|代指|隐去|遮盖)|[前后间][一二三四五六七八九十\d]{1,2}位[为以用]|脱敏|隐去处理|化名|[nN](?:为|表示|取)|[”"](?:字样|处(?:由|应|须|需|请|可)|[须应需请未已]?(?:替换|改为|改成|换成))/;
const OTHER_LETTERS =
  /(?<![A-Za-z0-9])[A-WYZ](?:省|市|县|区|镇|乡|村|轴|公司|学校|小区|[、和与,，]X(?![XA-Za-z]))|(?<![A-Za-z])X[、和与,，][YZ](?![A-Za-z])|(?<![A-Za-z])Y轴/;
/** “XX办”这类: a way of writing is spoken of. */
function speaksOfMarks(text: string): boolean {
  for (let end = text.indexOf('”'); end >= 0; end = text.indexOf('”', end + 1))
    if (
      LEXICON.longestAt(text, end + 1, 'phrase') !== null &&
      [...text.slice(Math.max(0, end - 5), end)].some(ch => isOneOf(ch, 'X×*＊_'))
    )
      return true;
  return false;
}
const TITLE = LEXICON.wordsOf('issuing');
const TICKS = [...'■☑☒√✓✔'];
const RUNS = /[×X*＊_＿]{2}/;

/** Words of templates, and of examinations, that always mean these. */
const [OF_TEMPLATES, OF_EXAMS] = [LEXICON.wordsOf('format', 'sure'), LEXICON.wordsOf('exam', 'sure')];
const holdsAny = (text: string, words: readonly string[]): boolean => words.some(word => text.includes(word));

function hasClause(text: string): boolean {
  const words = wide(text);
  return [...'，。；'].some(mark => words.includes(mark));
}

/** What a whole line says about its marks; each is looked for when first asked. */
export class LineTraits implements ReadLine {
  readonly #known = new Map<string, boolean>();

  constructor(
    readonly text: string,
    readonly lexicon: Lexicon,
    /** The line above, '' for a heading with `#`; none where its chunk begins. */
    readonly above?: string,
  ) {}

  /** It stands right below a title: what belongs there is still to be written. */
  get isBelowTitle(): boolean {
    const { above } = this;
    return above !== undefined && (above === '' || (ordinalOf(above) !== null && isHan(above.at(-1)!)));
  }

  #once(name: string, holds: (text: string) => boolean): boolean {
    const known = this.#known.get(name) ?? holds(this.text);
    this.#known.set(name, known);
    return known;
  }
  #holds(of: GenreClass): boolean {
    return this.#once(of, text => LEXICON.wordsOf(of).some(word => text.includes(word)));
  }

  /** The line explains what a letter stands for: 第一位X代表…, 以*表示, 设x为…. */
  get explains(): boolean {
    return this.#once('explains', text => EXPLAINS.test(text) || speaksOfMarks(text));
  }
  /** X is one letter of a code: A县, Y轴. */
  get hasOtherLetters(): boolean {
    return this.#once('letters', text => OTHER_LETTERS.test(text));
  }
  /** The line is about a law case, where 某某 hides people and companies. */
  get isCase(): boolean {
    return this.#holds('lawsuit');
  }
  /** 日期格式 YYYY年MM月DD日: a format is described. */
  get isFormat(): boolean {
    return this.#holds('format');
  }
  /** The line speaks of how templates are written, and holds none: {姓名}会被替换为实际姓名. */
  get isOfTemplates(): boolean {
    return this.#once('templates', text => holdsAny(text, OF_TEMPLATES));
  }
  /** Characters of it are read from a stone or an old paper, and cannot be: 二字漫漶. */
  get isIllegible(): boolean {
    return this.#holds('illegible');
  }
  /** The line is about the questions of an examination. */
  get isExam(): boolean {
    return this.#once('exam', text => holdsAny(text, OF_EXAMS));
  }
  /** The line has a clause: it is no label and no head of a column. */
  get hasClauses(): boolean {
    return this.#once('clauses', hasClause);
  }
  /** The line is the title of a paper in which several names wait: 转发某部门关于某工作的通知. In 关于某项工作的报告 nobody wants it. */
  get isTemplateTitle(): boolean {
    return this.#once('title', text => {
      // （模板，使用时替换）
      const head = text.endsWith('）') ? text.slice(0, text.lastIndexOf('（')) : text;
      return (
        !hasClause(head) &&
        TITLE.some(word => head.includes(word)) &&
        head.split('某').length > 2 &&
        ending(head, 'type', 'paper', 'booklet') !== ''
      );
    });
  }
  /** A row of a table with a number in a cell, which does not number the row. */
  get hasNumberCell(): boolean {
    return this.#once('cell', text =>
      text
        .split('|')
        .slice(2)
        .some(cell => isDigit(cell.trimStart().charAt(0))),
    );
  }
  /** More than one of a character stand in it. */
  hasSeveral(char: string): boolean {
    return this.#once(`several ${char}`, text => text.indexOf(char) !== text.lastIndexOf(char));
  }
  /** Something is to be ticked in it. */
  get hasBoxes(): boolean {
    return this.#once('boxes', text => text.includes('□') || text.includes('☐'));
  }
  /** Something is ticked in it. */
  get hasTicks(): boolean {
    return this.#once('ticks', text => TICKS.some(tick => text.includes(tick)));
  }
  /** Marks stand together in it: a template. */
  get hasRuns(): boolean {
    return this.#once('runs', text => RUNS.test(text));
  }
}

// ── What clues of several families look for ─────────────────────────────────────────────────────────────────────────

/** A number that is missing is led to: 共有, 约, 增长, 走访. */
export const isLedTo = (mark: Mark): boolean =>
  mark.left === '第' ||
  mark.endsWith('历时', '为期') ||
  mark.follows('total', 'having', 'about', 'bound', 'share', 'change', 'deed', 'link');

/** Digits on both sides (138****5678), or a long run before the last digits (尾号****1234). */
export const isMaskedNumber = ({ length, left, right, before, after, previous, next }: Mark): boolean =>
  length >= 2 &&
  ((isDigit(left) && (isDigit(right) || right === '*')) ||
    (isDigit(right) && before.includes('尾号')) ||
    // 6217 **** **** 1234.
    (left === ' ' && right === ' ' && [previous, next].every(ch => isDigit(ch) || ch === '*')) ||
    (length >= 3 && [...after.slice(0, 3)].filter(isDigit).length === 3));

/** ×1械备××××2××××3: markers numbered for an explanation below. */
export const isScheme = (mark: Mark): boolean =>
  isDigit(mark.right) &&
  (isOneOf(mark.near(2), '为是：') ||
    mark.after.startsWith('代表', 1) ||
    SCHEME_BEFORE.test(mark.before) ||
    SCHEME_AFTER.test(mark.after));
const SCHEME_BEFORE = /[X×]{1,8}[1-9]\S{0,4}$/;
const SCHEME_AFTER = /^[1-9]\D{0,6}[X×]{1,8}[1-9]/;

/** Which one of them: 第X, 附件×, 见表X. */
export const isOrdinal = (mark: Mark): boolean =>
  mark.left === '第' || mark.endsWith('附件', '附表', '附图', '见表', '见图');

/** One of two sides, or a part of so many: 比例为X∶X, 三分之X, X分之一. */
export const isPartOfRatio = (mark: Mark): boolean =>
  mark.endsWith('分之') ||
  mark.startsWith('分之') ||
  (mark.clauseBefore.includes('比') &&
    (joinsSides(mark.right, mark.near(2)) || joinsSides(mark.left, mark.near(-2)) || mark.endsWith('∶0.', ':0.')));
const joinsSides = (colon: string, side: string): boolean =>
  isOneOf(colon, '∶：:') && (isDigit(side) || isOneOf(side, 'Xx×'));

/** The brand of what is sold: “XX”牌. Nobody tells it. */
export const isBrand = (mark: Mark): boolean => isOneOf(mark.left, '“"') && mark.startsWith('”牌', '"牌');

/** A name or a clause may begin or end beside it. */
export const isEdge = (ch: string): boolean => isEdgeOr(ch, ' ，。；、：！？“”"\'‘’（）()〔〕[]【】「」《》|,;:');
