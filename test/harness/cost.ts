/** Processor time in milliseconds, not the clock's: others may be using the machine. */
export function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Less than this is too little to compare. */
const FEW_MS = 200;
/** Four times the text may cost ten times as much: a quadratic part would cost sixteen times. */
const MOST_GROWTH = 10;

/**
 * Whether `work` on a text of nothing but `piece`, 20,000 characters long, costs no more than linear time: compared with a
 * quarter of that text. A pause of the machine may spoil one measurement; a quadratic part spoils all.
 */
export const isLinear = (piece: string, work: (text: string) => unknown): boolean =>
  [1, 2, 3].some(() => growth(piece, work) <= MOST_GROWTH);

/** The same of one long run of `piece` between two others. */
export const isLinearBetween = (
  before: string,
  piece: string,
  after: string,
  work: (text: string) => unknown,
): boolean => isLinear(piece, run => work(before + run + after));

/** How many times as much four times the text costs; 0 when it costs little. */
function growth(piece: string, work: (text: string) => unknown): number {
  const long = piece.repeat(Math.ceil(20_000 / piece.length));
  const costOfAll = cost(() => work(long));
  return costOfAll < FEW_MS ? 0 : costOfAll / cost(() => work(long.slice(0, long.length / 4)));
}
