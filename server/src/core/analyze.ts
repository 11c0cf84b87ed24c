import { causesOf } from './causes.js';
import { coverageOf, type Coverage } from './coverage.js';
import { lazily, once, withOther } from './lazily.js';
import { lexiconOf, type OwnWords } from './lexicon/own.js';
import type { Message } from './message.js';
import { memoize } from './memoize.js';
import { modelOf, type Model, type Passage } from './model.js';
import type { RegulationIndex } from './regulations/regulation-index.js';
import { RULES } from './rules/index.js';
import type {
  Cause,
  ChunkRule,
  Finding,
  FindingDraft,
  Fix,
  Options,
  PlacedDraft,
  Related,
  Rule,
  Severity,
} from './rules/rule.js';
import { readingLines, readingOf, type TextEdit } from './syntax/document.js';
import type { Suppression } from './facts/suppressions.js';
import type { Stretch } from './stretch.js';
import { shifted } from './text/span.js';

/** Everything outside the text that an analysis depends on. Plain data, handed in. */
export interface Context {
  readonly index: RegulationIndex;
  readonly settings: Settings;
}

export interface Settings {
  /** By rule id. A rule not named has its own severity and the defaults of its options. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** ISO date that replaces the index's as-of date for judging what is in force. */
  readonly asOf?: string;
  /** Words of a team, besides those of the genre. */
  readonly words?: OwnWords;
}

/** `off` silences the rule. Options not named have their defaults. */
export type RuleSetting = RuleLevel | readonly [RuleLevel, Options];
export type RuleLevel = (typeof LEVELS)[number];
export const LEVELS = ['off', 'info', 'warning', 'error'] as const satisfies readonly (Severity | 'off')[];

/** The level a setting names, its options aside. */
export const levelOf = (setting: RuleSetting): RuleLevel => (typeof setting === 'string' ? setting : setting[0]);

export const DEFAULT_SETTINGS: Settings = { rules: {} };

/** Model and findings of one text: all that a view may read. */
export interface Analysis {
  readonly model: Model;
  /** Those it was made under. */
  readonly settings: Settings;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** What people have said of findings, in the order of the text; of those that are found no more last. */
  readonly decisions: readonly DecidedFinding[];
  readonly coverage: Coverage;
}

/**
 * `adopted`: the text is to be mended. `declined`: it is to stand, and the finding is silenced. `asked`: a colleague is to look at it,
 * and until then it stays.
 */
export type DecisionKind = 'adopted' | 'declined' | 'asked';

/** What a person has said of a finding, for the next who looks at the text. */
export interface DecidedFinding {
  readonly rule: string;
  /** As it was found, silenced by now or not; null where it is found no more. */
  readonly finding: Finding | null;
  readonly kind: DecisionKind;
  /** Why, or who is asked and what. May be '' where it is adopted. */
  readonly reason: string;
  readonly by: string;
  /** ISO date; null where it is not said. */
  readonly on: string | null;
}

/**
 * The whole engine: synchronous, total, and `analyze(t, c, p)` deep-equals `analyze(t, c)` for any previous analysis p.
 * `text` must not begin with a byte order mark. `edit`, where it is known, made it of the text of `previous`, and spares
 * comparing the two.
 */
export function analyze(
  text: string,
  { index, settings }: Context,
  previous?: Analysis,
  edit?: TextEdit | null,
): Analysis {
  const model = modelOf(text, index, settings.asOf ?? index.asOf, previous?.model, lexiconOf(settings.words), edit);
  // Judged when somebody asks: what may stand at the cursor is told by the model, and a writer waits for it.
  return lazily(
    { model, settings, decisions: [] },
    { findings: () => findingsOf(model, settings), coverage: () => coverageOf(model) },
  );
}

/** In the order of the text. */
function findingsOf(model: Model, settings: Settings): readonly Finding[] {
  const rules = rulesUnder(settings);
  const causes: Causes = once(() => new Map(causesOf(findings, model).map((cause, i) => [findings[i]!, cause])));
  const found: Finding[] = [];
  for (const { offset, stretch } of model.stretches)
    for (const { by, judged } of judgementsOn(stretch, rules))
      found.push(new PlacedFinding(judged, offset + by, causes));
  const add = (judgements: readonly Judged[]): void => {
    for (const judged of judgements) found.push(new PlacedFinding(judged, 0, causes));
  };
  for (const one of rules.all)
    if (one.rule.scope === 'chunk' || !one.rule.judgesSuppressions) add(judgementsOnText(one, model));
  const { left: findings, unused } = withoutSuppressed(found, model);
  // Those ask which suppressions the others have used.
  if (unused.length > 0) {
    const on = withOther(model, { suppressions: unused });
    found.length = 0;
    for (const one of rules.all)
      if (one.rule.scope === 'document' && one.rule.judgesSuppressions) add(judgementsOnText(one, on));
    findings.push(...withoutSuppressed(found, model).left);
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end || RANK.get(a.rule)! - RANK.get(b.rule)!);
  return findings;
}

const RANK = new Map(RULES.map(({ id, judgesSuppressions }, i) => [id, judgesSuppressions ? i + RULES.length : i]));

type Causes = () => ReadonlyMap<Finding, Cause>;

/** A finding in its text. What takes long to say, its fixes, and its cause, which all others tell, are worked out when asked for. */
class PlacedFinding implements Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: Message;
  readonly reason: Message;
  declare readonly label?: Message;
  declare readonly related?: readonly Related[];
  readonly #made: FindingDraft['fixes'];
  readonly #by: number;
  readonly #causes: Causes;
  #fixes: readonly Fix[] | undefined;

  /** What is said counts from `from` of the text. */
  constructor({ rule, severity, said }: Judged, from: number, causes: Causes) {
    const draft = 'draft' in said ? said.draft : said;
    const by = 'draft' in said ? from + said.offset : from;
    this.rule = rule;
    this.severity = severity;
    this.start = draft.start + by;
    this.end = draft.end + by;
    this.message = draft.message;
    this.reason = draft.reason;
    if (draft.label) this.label = draft.label;
    if (draft.related) this.related = by === 0 ? draft.related : draft.related.map(place => shifted(place, by));
    this.#made = said.fixes ?? draft.fixes;
    this.#by = said.fixes ? from : by;
    this.#causes = causes;
  }

  get fixes(): readonly Fix[] | undefined {
    const fixes = this.#made;
    this.#fixes ??= fixes && placedFixes(typeof fixes === 'function' ? fixes() : fixes, this.#by);
    return this.#fixes;
  }

  get cause(): Cause {
    return this.#causes().get(this)!;
  }

  toJSON(): Finding {
    const { fixes, cause } = this;
    return { ...this, ...(fixes && { fixes }), cause };
  }
}

/** A rule with what the settings say of it. */
interface RuleWithSetting<R = Rule> {
  readonly rule: R;
  readonly level: Severity;
  readonly options: Options;
}

/** What a rule says under its setting. */
interface Judged {
  readonly rule: string;
  readonly severity: Severity;
  readonly said: FindingDraft | PlacedDraft;
}

function judgedBy({ id }: Rule, level: Severity, all: readonly (FindingDraft | PlacedDraft)[]): Judged[] {
  return all.map((said): Judged => {
    const { atMost } = 'draft' in said ? said.draft : said;
    return { rule: id, severity: atMost ? lesser(level, atMost) : level, said };
  });
}

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];
const lesser = (a: Severity, b: Severity): Severity =>
  SEVERITIES[Math.min(SEVERITIES.indexOf(a), SEVERITIES.indexOf(b))]!;

/** What a rule says that can only be said of the text as a whole. */
function judgementsOnText({ rule, level, options }: RuleWithSetting, model: Model): readonly Judged[] {
  const drafts = rule.scope === 'document' ? rule.check(model, options) : rule.across?.(model, options);
  return drafts ? judgedBy(rule, level, drafts) : [];
}

/** What the rules for chunks say of a stretch: what they said before, where the settings said the same. */
function judgementsOn(stretch: Stretch, rules: Rules): Latest['judgements'] {
  const last = ofStretch(stretch);
  if (last.said !== rules.said) {
    last.judgements = stretch.passages.flatMap(({ offset, passage }) =>
      judgementsOnPassage(passage, rules).map(judged => ({ by: offset, judged })),
    );
    last.said = rules.said;
  }
  return last.judgements;
}

function judgementsOnPassage(passage: Passage, { ofChunks, said }: Rules): readonly Judged[] {
  const last = ofPassage(passage);
  if (last.said !== said) {
    last.judgements = ofChunks.flatMap(rules =>
      rules[0]!.rule.judges.some(kind => passage.has(kind))
        ? rules.flatMap(({ rule, level, options }) => judgedBy(rule, level, rule.check(passage, options)))
        : [],
    );
    last.said = said;
  }
  return last.judgements;
}

/** What was said last, and under which settings. */
interface Latest {
  said: string | null;
  judgements: readonly { readonly by: number; readonly judged: Judged }[];
}
const ofStretch = memoize((_: Stretch): Latest => ({ said: null, judgements: [] }));
const ofPassage = memoize((_: Passage): { said: string | null; judgements: readonly Judged[] } => ({
  said: null,
  judgements: [],
}));

const placedFixes = (fixes: readonly Fix[], by: number): readonly Fix[] =>
  by === 0 ? fixes : fixes.map(fix => ({ ...fix, edits: fix.edits.map(edit => shifted(edit, by)) }));

/** The rules that settings do not silence. */
interface Rules {
  readonly all: readonly RuleWithSetting[];
  /** Those for chunks, together those that judge the same kinds. */
  readonly ofChunks: readonly (readonly RuleWithSetting<ChunkRule>[])[];
  /** What the settings say of all of them. */
  readonly said: string;
}

const rulesUnder = memoize((settings: Settings): Rules => {
  const all = RULES.flatMap((rule): RuleWithSetting[] => {
    const { level, options } = withSetting(rule, settings);
    return level === 'off' ? [] : [{ rule, level, options }];
  });
  const byKinds = new Map<string, RuleWithSetting<ChunkRule>[]>();
  for (const { rule, ...setting } of all) {
    if (rule.scope !== 'chunk') continue;
    const kinds = rule.judges.join(' ');
    byKinds.set(kinds, [...(byKinds.get(kinds) ?? []), { rule, ...setting }]);
  }
  return { all, ofChunks: [...byKinds.values()], said: JSON.stringify(settings.rules) };
});

function withSetting(rule: Rule, { rules }: Settings): { readonly level: RuleLevel; readonly options: Options } {
  const { id, severity, options = {} } = rule;
  const setting = Object.hasOwn(rules, id) ? rules[id]! : severity;
  const [level, chosen] = typeof setting === 'string' ? [setting, {}] : setting;
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  return { level, options: { ...defaults, ...chosen } };
}

/** The findings that no suppression hides, and the suppressions that hide none. */
function withoutSuppressed(found: Finding[], model: Model): { left: Finding[]; unused: readonly Suppression[] } {
  if (model.suppressions.length === 0) return { left: found, unused: [] };
  const used = new Set<Suppression>();
  const neverSilenced = new Set(RULES.filter(rule => rule.isNeverSilenced).map(({ id }) => id));
  const suppressionsFor = suppressionsByFinding(model);
  const left = found.filter(finding => {
    const groups = neverSilenced.has(finding.rule) ? [] : suppressionsFor(finding);
    for (const group of groups) for (const suppression of group) used.add(suppression);
    return groups.length === 0;
  });
  return { left, unused: model.suppressions.filter(suppression => !used.has(suppression)) };
}

/**
 * The suppressions that apply to a finding: those for the whole file, and those on the line before it, as it is read:
 * a paragraph broken over lines is one. No group is empty, and the same suppressions are always the same group.
 */
function suppressionsByFinding({
  suppressions,
  document,
}: Model): (finding: Finding) => readonly (readonly Suppression[])[] {
  const [reading, lines] = [readingOf(document), readingLines(document)];
  const lineOf = (offset: number): number => lines.at(reading.toReading({ start: offset, end: offset }).start).line;
  const byPlace = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    const line = suppression.scope === 'file' ? 0 : lineOf(suppression.end) + 1;
    for (const rule of new Set(suppression.rules)) {
      const key = `${rule} ${line}`;
      const group = byPlace.get(key);
      if (group) group.push(suppression);
      else byPlace.set(key, [suppression]);
    }
  }
  return ({ rule, start }) =>
    [0, lineOf(start)].flatMap(line => {
      const group = byPlace.get(`${rule} ${line}`);
      return group ? [group] : [];
    });
}
