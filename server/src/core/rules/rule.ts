import type { Message } from '../message.js';
import type { Model } from '../model.js';
import type { Passage, PassageKind } from '../passage.js';
import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';

export type Severity = 'info' | 'warning' | 'error';

/** How many there are of each severity. */
export function severityCounts(findings: Iterable<{ readonly severity: Severity }>): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** What a rule says of one place: everything a view needs, so that no view asks the rule again. */
export interface FindingDraft extends Span {
  /** Set where less certain than what else the rule says: it weighs no more than this, whatever the settings say. */
  readonly atMost?: Severity;
  /** What is wrong. One sentence without a line break. */
  readonly message: Message;
  /** Why it matters and what to do. */
  readonly reason: Message;
  /** What is at fault in a few words, for a table of many: 党组织数（个）. */
  readonly label?: Message;
  /** What takes long to say, and is seldom asked for, is a function. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  /** Other places of the same text that explain this one. */
  readonly related?: readonly Related[];
}

/** What is said of a chunk wherever it moves, and where it stands now. */
export interface PlacedDraft {
  /** Where the spans of the draft count from. */
  readonly offset: number;
  readonly draft: FindingDraft;
  /** Those that the text around it tells, in the offsets of the text and instead of the draft's. */
  readonly fixes?: () => readonly Fix[];
}

export interface Related extends Span {
  readonly message: Message;
}

export interface Fix {
  readonly title: Message;
  /**
   * `safe`: certain, may be applied with all others of its kind. `choice`: names a fact only the writer can confirm.
   */
  readonly kind: 'safe' | 'choice';
  /** Set where the finding stays and only says more: a blank that is given a name is still a blank. */
  readonly keeps?: true;
  /** Replacements, ascending, not overlapping. */
  readonly edits: readonly Edit[];
}

/**
 * Why findings are there: those with one `id` have one cause, and are told once, with their places, wherever a person
 * reads first. Every finding stays.
 */
export interface Cause {
  /** The same for all findings of the cause, and for no other in the text; stable while the text around it changes. */
  readonly id: string;
  /**
   * What is at fault: a citation with its quotations, a paragraph with its blanks. A cause may have several, each of
   * which keeps its mark in the text.
   */
  readonly subject: string;
  /** What to say of all of them together; null where the message of the first says it. */
  readonly message: Message | null;
}

export interface Finding extends Omit<FindingDraft, 'atMost' | 'fixes'> {
  readonly rule: string;
  readonly severity: Severity;
  readonly fixes?: readonly Fix[] | undefined;
  readonly cause: Cause;
}

/** What the settings may say to a rule beyond its severity: plain data, by the name of the option. */
export type Options = Readonly<Record<string, unknown>>;

export interface Option {
  readonly description: Message;
  /** A JSON schema: the settings are held to it before a rule sees them. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly default: unknown;
}

/**
 * A check. Its documentation page and its test are `<id>.md` beside it. It declares how much of a text it must see: a `chunk`,
 * with those over which a quotation runs, or the whole `document`. What it says of a chunk is kept for as long as that is
 * the same, wherever it moves.
 */
export type Rule = ChunkRule | RuleOf<'document', Model, FindingDraft | PlacedDraft>;

export interface ChunkRule extends RuleOf<'chunk', Passage, FindingDraft> {
  /** What it judges: it is not asked of a passage that has none. */
  readonly judges: readonly PassageKind[];
  /** What can only be judged over several chunks, in the offsets of the text. */
  readonly across?: (model: Model, options: Options) => PlacedDraft[];
}

interface RuleOf<Scope, Seen, Said> {
  /** Names the problem; equals the file name; stable for ever. */
  readonly id: string;
  /** The problem in a few words, for lists of rules. */
  readonly title: Message;
  readonly severity: Severity;
  readonly scope: Scope;
  /** Set for a rule that judges suppressions: it is handed the model with only those that silenced nothing. */
  readonly judgesSuppressions?: true;
  /** Set for a rule that a suppression could otherwise hide itself from. */
  readonly isNeverSilenced?: true;
  /** What the settings may change of it, by name. */
  readonly options?: Readonly<Record<string, Option>>;
  /**
   * Pure: reads what it is shown, and returns judgements in the order of the text, in the offsets of what it is shown. `options`
   * has a value for each option.
   */
  check(seen: Seen, options: Options): Said[];
}
