import { msg, plural, type Message } from '../../core/message.js';

export const DRAFT = {
  whereTo: msg(
    '请指明写到哪里：-o 文件、--in-place，或者用 --dry-run 只看不写',
    'say where to write: -o FILE, --in-place, or --dry-run to look and write nothing',
  ),
  oneOf: msg('-o、--in-place、--dry-run 只能用一个', 'use only one of -o, --in-place and --dry-run'),
  ontoDraft: msg('-o 不能是文稿本身；要改写文稿请用 --in-place', '-o names the draft itself; use --in-place for that'),
  ontoOther: (file: string): Message =>
    msg(
      `${file} 已存在，未覆盖；确要覆盖请加 --force`,
      `${file} exists and was left alone; use --force to overwrite it`,
    ),
  isWord: msg(
    '是 Word 文稿；请先用 policydoc convert 转成文本',
    'it is a Word draft; make a text of it first with policydoc convert',
  ),
  noSuchProblem: (number: number, count: number): Message =>
    msg(`没有第 ${number} 个问题（共 ${count} 个）`, `there is no problem ${number} (of ${count})`),
  none: (file: string): Message =>
    msg(
      `${file}：没有列出问题，或者所列问题都有对策。`,
      `${file}: no problem is listed, or each has a countermeasure.`,
    ),
  one: (line: number, problem: string, head: string): Message =>
    msg(`第 ${line} 行 ${problem} → ${head}`, `line ${line}: ${problem} → ${head}`),
  written: (file: string, count: number): Message =>
    msg(
      `${file}：起草对策 ${count} 条，举措等留空待填。`,
      `${file}: ${plural(count, 'countermeasure')} drafted; what is to be done is left blank.`,
    ),
  wouldWrite: (file: string, count: number): Message =>
    msg(
      `${file}：可起草对策 ${count} 条（未写入）。`,
      `${file}: ${plural(count, 'countermeasure')} could be drafted (nothing was written).`,
    ),
} satisfies Record<string, Message | ((...args: never[]) => Message)>;

export const DRAFT_HELP = {
  draft: msg('为没有对策的问题起草对策段落', 'draft a paragraph for each problem that has no countermeasure'),
  more: msg(
    '小标题用问题自己的话（检测能力不足 → 提升检测能力），没有把握的原样引用整个问题；具体举措留作空缺。\n只在本文其他对策写明牵头单位、时限等的时候才留相应空缺。写在对应的位置，其后各条顺延；\n没有对策部分的，写在问题、原因之后，不写到结尾、附件、落款后面。\n\n退出码：0 已写入，或者无须起草；1 --dry-run 有可起草的；2 文稿不可用或者用法有误。',
    "Heads are made of the problem's own words, or quote it whole where that is not sure; what is to be done stays blank.\nWho and by when are asked only where the report's other measures tell. Each stands in the place of its problem, those\nbehind it move up; without a section of its own the list stands behind problems and causes, before what closes the report.\n\nExit codes: 0 written, or nothing to draft; 1 --dry-run found some; 2 the draft or the usage is wrong.",
  ),
  file: msg('文稿（.md、.txt）', 'the draft (.md, .txt)'),
  problem: msg('只为第几个问题起草', 'draft only for the problem of that number'),
  output: msg('写入此文件', 'write to this file'),
  inPlace: msg('改写文稿本身', 'change the draft itself'),
  dryRun: msg('只列出将要起草的对策，不写入', 'list what would be drafted, and write nothing'),
  force: msg('覆盖已有文件', 'overwrite a file that exists'),
} satisfies Record<string, Message>;
