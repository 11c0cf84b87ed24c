/** How everything here is measured: by turns, in one run, as medians; a ratio says more of us than of the machine. */

/** Whether this is not the oldest Node that is supported, on which the others start later. */
export const IS_NEWEST = Number(process.versions.node.split('.')[0]) > 20;

/** One line of a part's table. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit: 'ms' | 'MB' | '';
  /** What it is held against; absent for a figure that stands by itself. */
  readonly against?: { readonly name: string; readonly measured: number };
  /** The most that the ratio, or the figure where there is none, may be; absent where nothing was promised. */
  readonly goal?: number;
}

export interface Options {
  /** How often each is measured; a part has its own number when none is given. */
  readonly rounds: number | null;
  /** Whether the programs of others run too. */
  readonly hasPeers: boolean;
}

/** A part of the benchmark: a file beside this one. */
export interface Part {
  readonly title: string;
  run(options: Options): Promise<readonly Row[]>;
}

/** What is measured: resolves to the milliseconds it took, a number, where the clock is not to run around all of it. */
export type Subject = () => unknown;

/** Each subject once a round, one after the other; the first round is not counted. Medians, in milliseconds. */
export async function byTurns<Name extends string>(
  rounds: number,
  subjects: Readonly<Record<Name, Subject>>,
): Promise<Record<Name, number>> {
  const times = new Map<Name, number[]>();
  for (let round = 0; round <= rounds; round++) {
    for (const [name, subject] of Object.entries(subjects) as [Name, Subject][]) {
      const from = performance.now();
      const said = await subject();
      const took = typeof said === 'number' ? said : performance.now() - from;
      if (round > 0) times.set(name, [...(times.get(name) ?? []), took]);
    }
  }
  return Object.fromEntries([...times].map(([name, took]) => [name, median(took)])) as Record<Name, number>;
}

/** The value below which that share of the values lies. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** What was measured and is held against several others. */
export const rows = (
  what: string,
  measured: number,
  against: Readonly<Record<string, number>>,
  goals: Readonly<Record<string, number>> = {},
): Row[] =>
  Object.entries(against).map(([name, other]) => ({
    what,
    measured,
    unit: 'ms',
    against: { name, measured: other },
    ...(goals[name] !== undefined && { goal: goals[name] }),
  }));

/** What a goal is a goal for. */
const judged = ({ measured, against }: Row): number => (against ? measured / against.measured : measured);

export const isMet = (row: Row): boolean | null => (row.goal === undefined ? null : judged(row) <= row.goal);

/** The table as Markdown, which a terminal shows as well as a README. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(row => [
    row.what,
    figure(row.measured, row.unit),
    row.against ? `${row.against.name} ${figure(row.against.measured, row.unit)}` : '',
    row.against ? ratio(judged(row)) : '',
    row.goal === undefined ? '' : `≤ ${row.goal}${row.unit === '' || row.against ? '' : ` ${row.unit}`}`,
    { true: '✓', false: '✗', null: '' }[String(isMet(row))]!,
  ]);
  const all = [['', 'measured', 'against', 'ratio', 'goal', ''], ...cells];
  const widths = all[0]!.map((_, column) => Math.max(3, ...all.map(line => columns(line[column]!))));
  const line = (of: readonly string[]): string =>
    `| ${of.map((cell, i) => cell + ' '.repeat(widths[i]! - columns(cell))).join(' | ')} |`;
  return [line(all[0]!), line(widths.map(width => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

/** Chinese characters take two columns of a terminal. */
const columns = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

const figure = (value: number, unit: Row['unit']): string => {
  const digits = unit === '' ? 2 : value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)}${unit && ` ${unit}`}`;
};

const ratio = (value: number): string => `${value.toFixed(value < 0.1 ? 3 : 2)} ×`;
