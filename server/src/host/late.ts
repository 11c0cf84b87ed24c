import { setFlagsFromString } from 'node:v8';

/*
 * To be imported first: what is set here holds for all that is loaded behind it.
 *
 * V8 optimises early, for what is hot at once, grows its memory for what is new in steps, and interprets a regular expression before it
 * compiles it. Our time is spread over many functions: its other threads optimise what is hardly run again, and take what little time a
 * short run has. Told to wait, a run over one text and the start of a server take a fifth less, and a run over many texts no more.
 * Regular expressions stay as they are told at first: V8 dies where that changes under those it has compiled.
 */

const byCalls = (maglev: number, turbofan: number, osr: number): string =>
  `--invocation-count-for-maglev=${maglev} --invocation-count-for-turbofan=${turbofan} --invocation-count-for-osr=${osr}`;
const [LATE, USUAL] = [byCalls(4000, 30_000, 5000), byCalls(400, 3000, 500)];
/** By the major version of V8. One that does not know a flag would say so: those not tried are told nothing. */
const FLAGS: Readonly<Record<string, string>> = { 11: '--interrupt-budget=1000000', 12: LATE, 13: LATE, 14: LATE };
const own = FLAGS[Number.parseInt(process.versions.v8, 10)];

if (own) setFlagsFromString(`--no-regexp-tier-up --semi-space-growth-factor=16 ${own}`);

/** For what goes on running. A V8 that counts calls would wait too long for what every edit runs; one that counts what is run is in time. */
export function optimiseAsUsual(): void {
  if (own === LATE) setFlagsFromString(USUAL);
}
