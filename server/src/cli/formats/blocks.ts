import pico from 'picocolors';
import type { FileReport } from '../report/report.js';
import type { BlockContext, Format } from './format.js';

/*
 * What a format says of one file alone, said before the others are known: by the thread that analysed it, or in an earlier run.
 */

/** How something is to be said. Plain data. */
export interface Style extends Pick<BlockContext, 'locale' | 'terminal'> {
  /** Its name; one that has a `block`. */
  readonly format: string;
  readonly hasColor: boolean;
}

/** What was said of a file, and how: under another name, or in another style, it is said anew. */
export interface Block {
  readonly how: string;
  readonly text: string;
}

/** All that a block rests on but for the findings. */
const howOf = (file: string, { format, locale, terminal, hasColor }: Style): string =>
  JSON.stringify([file, format, locale, terminal?.columns, hasColor]);

const blocks = new WeakMap<FileReport, Block>();

/** `file`, of which this has been said. */
export function withBlock(file: FileReport, block: Block): FileReport {
  blocks.set(file, block);
  return file;
}

/** Whether it is known what is to be said of a file. */
export const isSaid = (file: FileReport, style: Style): boolean => blocks.get(file)?.how === howOf(file.file, style);

/** What is to be said of a file in the style, which is one of `format`. */
export function sayOf(file: FileReport, style: Style, { block }: Format): Block {
  const { locale, terminal, hasColor } = style;
  return {
    how: howOf(file.file, style),
    text: block!(file, { locale, terminal, colors: pico.createColors(hasColor) }),
  };
}

/** What a format says of each file, where it has not been said already. */
export function blocksOf(
  files: readonly FileReport[],
  format: string,
  context: BlockContext,
  block: NonNullable<Format['block']>,
): string[] {
  const { locale, terminal, colors } = context;
  const style: Style = { format, locale, terminal, hasColor: colors.isColorSupported };
  return files.map(file => (isSaid(file, style) ? blocks.get(file)!.text : block(file, context)));
}
