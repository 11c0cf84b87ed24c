import type { Analysis } from '../core/analyze.js';
import { msg, type Message } from '../core/message.js';
import { modelOf, type Model } from '../core/model.js';
import { applyEdits, type Edit } from '../core/text/edit.js';
import type { Span } from '../core/text/span.js';
import { referencesAt, type Subject } from './references.js';

export type Renaming = { readonly edits: readonly Edit[] } | { readonly refusal: Message };

/** Whether the thing under the cursor has a name of the writer's own, and where that is written. */
export function renameable(analysis: Analysis, offset: number): Span | { readonly refusal: Message } {
  const found = referencesAt(analysis, offset);
  const refusal = found ? refusalFor(found.subject) : REFUSAL.nothing;
  return refusal ? { refusal } : { start: found!.at.start, end: found!.at.end };
}

/**
 * The edits that give an abbreviation or the key of a named placeholder another name everywhere. Refused where,
 * afterwards, any citation would no longer mean what it means now, or any placeholder would be another: that is tried
 * out, not guessed.
 */
export function rename(analysis: Analysis, offset: number, given: string): Renaming {
  const found = referencesAt(analysis, offset);
  const name = found?.subject.kind === 'abbreviation' ? bare(given) : given.trim();
  const refusal = found
    ? (refusalFor(found.subject) ?? nameRefusal(found.subject, name, analysis.model))
    : REFUSAL.nothing;
  if (refusal) return { refusal };
  const edits = found!.places.map(({ start, end }) => ({ start, end, text: name }));
  return keepsMeaning(analysis.model, edits) ? { edits } : { refusal: REFUSAL.meaning };
}

/** A name that was copied comes with its marks, 《条例》 or “条例”, which stand in the text already. */
const bare = (given: string): string =>
  /^(?:《([^《》]*)》|“([^“”]*)”)$/.exec(given.trim())?.slice(1).join('') ?? given.trim();

function refusalFor(subject: Subject): Message | null {
  if (subject.kind === 'key') return null;
  if (subject.kind !== 'abbreviation') return REFUSAL.nothing;
  return subject.definition.fullName === '' ? REFUSAL.word : null;
}

const NAME = /^[^《》“”‘’"「」『』（）()[\]{}<>$|\r\n]{1,30}$/;
/** As a placeholder is named: {{“两优一先”人数}} is one. */
const KEY = /^[^[\]{}<>|\r\n]{1,60}$/;

function nameRefusal(subject: Subject, name: string, { abbreviations, placeholders }: Model): Message | null {
  if (subject.kind === 'key' ? !KEY.test(name) : !NAME.test(name))
    return subject.kind === 'key' ? REFUSAL.key : REFUSAL.form;
  const isTaken =
    subject.kind === 'key'
      ? name !== subject.key && placeholders.some(({ key }) => key === name)
      : subject.kind === 'abbreviation' && name !== subject.definition.name && abbreviations.some(a => a.name === name);
  return isTaken ? REFUSAL.taken : null;
}

/**
 * Whether every citation still denotes the same, and every placeholder is still one of its kind, with the edits made.
 */
function keepsMeaning(model: Model, edits: readonly Edit[]): boolean {
  const after = modelOf(applyEdits(model.text, edits), model.index, model.date, model);
  return meaning(after) === meaning(model);
}

const meaning = ({ citations, placeholders, abbreviations }: Model): string =>
  JSON.stringify([
    citations.map(({ denotes }) => [denotes.verdict, denotes.regulation?.title, denotes.unknown]),
    placeholders.map(({ form, kind, key, unit }) => [form, kind, key === null, unit]),
    abbreviations.map(({ fullName }) => fullName),
  ]);

const REFUSAL = {
  nothing: msg(
    '此处不能重命名：只能重命名法规简称和数据项名称。',
    'Nothing to rename here: only abbreviations of regulations and keys of data items can be renamed.',
  ),
  word: msg(
    '这一简称不是法规简称，正文中的用处无法逐一确认，请用查找替换并逐处核对。',
    'This abbreviation does not stand for a regulation, so its uses cannot be told for certain. Use find and replace, and look at each.',
  ),
  key: msg(
    '数据项名称须为1至60个字符，不得含有方括号、花括号、尖括号、竖线和换行。',
    'A key must have 1 to 60 characters, without square, curly or angle brackets, bars or line breaks.',
  ),
  form: msg(
    '简称不要带书名号、引号、括号，也不能为空、超过30字或者换行。',
    'A name must have 1 to 30 characters, without 《》, quotation marks, brackets, bars or line breaks.',
  ),
  taken: msg(
    '文中已有这一名称，改名后两者将无法区分。',
    'The text already uses this name; the two could no longer be told apart.',
  ),
  meaning: msg(
    '改名后，文中部分引用或数据项将不能识别，未作改动。法规简称一般应以“条例”“办法”“规定”等结尾。',
    'With this name some citations or data items would no longer be understood, so nothing was changed. Short names of regulations end in 条例, 办法, 规定 and the like.',
  ),
} as const satisfies Record<string, Message>;
