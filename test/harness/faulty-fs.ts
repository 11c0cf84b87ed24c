import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What changes a disk, as far as our code calls it. */
const CHANGES = [
  'openSync',
  'fchmodSync',
  'fchownSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'unlinkSync',
] as const;
const LATER_CHANGES = ['mkdir', 'writeFile', 'appendFile', 'rename', 'rm', 'unlink'] as const;

export interface Fault {
  /** The first, second … change of the disk. */
  readonly step: number;
  /** What befalls it: an error of the system, or the end of the process, after which nothing changes any more. */
  readonly kind: 'ENOSPC' | 'death';
}

/** Does the work with a fault in it; `hasStruck` tells whether it came to that step at all. A file is half written when it strikes. */
export async function withFault<T>(
  { step, kind }: Fault,
  work: () => Promise<T>,
): Promise<{ result: T; hasStruck: boolean }> {
  let steps = 0;
  // Reading a file opens and closes it too.
  const written = new Set<unknown>();
  const isHit = (): boolean => (kind === 'death' ? ++steps >= step : ++steps === step);
  const failure = (): Error => Object.assign(new Error(`${kind} at step ${step}`), { code: kind });
  // What Node calls of its own is a part of what we call.
  let isInside = false;
  const whole = (real: Real, ...args: unknown[]): unknown => {
    isInside = true;
    try {
      return real(...args);
    } finally {
      isInside = false;
    }
  };
  const result = await replacing(work, [
    ...CHANGES.map(
      name =>
        [
          fs,
          name,
          (real: Real) =>
            (...args: unknown[]) => {
              const changes =
                name === 'openSync'
                  ? String(args[1] ?? 'r').startsWith('w')
                  : name === 'closeSync'
                    ? written.delete(args[0])
                    : true;
              if (isInside || !changes) return real(...args);
              if (!isHit()) {
                const done = whole(real, ...args);
                if (name === 'openSync') written.add(done);
                return done;
              }
              if (name === 'writeFileSync' && steps === step)
                whole(real, args[0], halfOf(args[1] as string | Uint8Array));
              if (name === 'closeSync') whole(real, ...args);
              throw failure();
            },
        ] as const,
    ),
    ...LATER_CHANGES.map(
      name =>
        [
          fs.promises,
          name,
          (real: Real) =>
            (...args: unknown[]) =>
              isHit() ? Promise.reject(failure()) : real(...args),
        ] as const,
    ),
  ]);
  return { result, hasStruck: steps >= step };
}

/** Does the work, and `meanwhile` just before the first file is read of which `isIt` holds. */
export function beforeReading<T>(
  isIt: (path: string) => boolean,
  meanwhile: () => void,
  work: () => Promise<T>,
): Promise<T> {
  let isDone = false;
  const hooked =
    (real: Real): Real =>
    (...args) => {
      if (!isDone && !String(args[1]).startsWith('w') && isIt(String(args[0]))) {
        isDone = true;
        meanwhile();
      }
      return real(...args);
    };
  return replacing(work, [
    [fs.promises, 'open', hooked],
    [fs, 'openSync', hooked],
  ]);
}

export const halfOf = (content: string | Uint8Array): Uint8Array =>
  Buffer.from(content as string).subarray(0, Buffer.byteLength(content) / 2);

type Real = (...args: unknown[]) => unknown;

/** Does the work with functions of Node in place of which others stand, also where a module imported them by name. */
async function replacing<T>(
  work: () => Promise<T>,
  replacements: readonly (readonly [home: object, name: string, by: (real: Real) => Real])[],
): Promise<T> {
  const before = replacements.map(([home, name]) => (home as Record<string, Real>)[name]!);
  const put = (make: (real: Real, i: number) => Real): void => {
    replacements.forEach(([home, name], i) => {
      (home as Record<string, Real>)[name] = make(before[i]!, i);
    });
    syncBuiltinESMExports();
  };
  put((real, i) => replacements[i]![2](real.bind(replacements[i]![0])));
  try {
    return await work();
  } finally {
    put(real => real);
  }
}
