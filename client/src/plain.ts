/**
 * A text that stays text: `[…](…)` is no link, `$(…)` no icon, an address no link of the output. Of the same length, so
 * that what counts its characters still fits.
 */
export const plain = (text: string): string => text.replace(/(?<=[\]$])\(/g, '（').replace(/:(?=\/\/)/g, '：');
