import pico from 'picocolors';
import type { Output } from './io.js';

export type Colors = ReturnType<typeof pico.createColors>;

/** `--no-color`, then NO_COLOR and FORCE_COLOR as their conventions have it, then whether a person is reading. */
export function colorsFor(output: Output, env: Readonly<Record<string, string | undefined>>, wanted: boolean): Colors {
  return pico.createColors(wanted && isColored(output, env));
}

function isColored(output: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return output.isTTY === true && env['TERM'] !== 'dumb';
}
