import type { Block, Extent, Piece, Run } from './pieces.js';
import { at, child, isOn, type Element } from './xml.js';

/**
 * What is known while a flow of text is read: which fields are open, what no mark may stand inside, why nothing is filled in.
 */

export interface Field {
  readonly begin: Element;
  readonly anchor: { part: string; from: number; to: number };
  readonly paragraph: Pieces | null;
  readonly mark: number;
  instruction: string;
  isResult: boolean;
}

/** The pieces of one paragraph while it is read. */
export interface Pieces {
  readonly pieces: Piece[];
  readonly boxes: Block[];
  readonly remarks: string[];
}

/** One flow of text: the body, a note, a text box. Fields may span its paragraphs. */
export interface Story {
  readonly part: string;
  readonly fields: Field[];
  /** The outermost first. */
  readonly anchors: Extent[];
  lock: Run['lock'];
  isCounted: boolean;
  /** In how many text boxes it stands. */
  boxes: number;
}

export const storyOf = (part: string, anchor?: Extent): Story => ({
  part,
  fields: [],
  anchors: anchor ? [anchor] : [],
  lock: null,
  isCounted: true,
  boxes: 0,
});

export function within<T>(story: Story, anchor: Extent, lock: Run['lock'], work: () => T): T {
  const own = { ...anchor };
  const before = story.lock;
  story.anchors.push(own);
  story.lock = before ?? lock;
  try {
    return work();
  } finally {
    story.lock = before;
    story.anchors.splice(story.anchors.indexOf(own), 1);
  }
}

export const kindOf = ({ instruction }: Field): string => /^\s*([A-Za-z]+)/.exec(instruction)?.[1]?.toUpperCase() ?? '';
export const inContents = ({ fields }: Story): boolean => fields.some(it => it.isResult && kindOf(it) === 'TOC');
/** Whether what is read is a field's instruction and not its result. */
export const isInstruction = ({ fields }: Story): boolean => fields.some(it => !it.isResult);

export function isChecked(begin: Element): boolean {
  const box = at(begin, 'w:ffData', 'w:checkBox');
  return isOn(box && (child(box, 'w:checked') ?? child(box, 'w:default')));
}
