import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { runInNewContext } from 'node:vm';
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { setFlagsFromString } from 'node:v8';
import { analyze, DEFAULT_SETTINGS, type Analysis } from '../../server/src/core/analyze.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { Session, VSCODE } from '../lsp/session.js';
import { Chance, report, SEED } from './corpus.js';
import { median, quantile, rows, type Part, type Row } from './harness.js';

const SIZES = [3_000, 30_000, 300_000] as const;
/** A draft of this length is parsed to measure every edit by: what an edit costs is not to grow with its draft. */
const YARD = 3_000;
const YARDSTICK = `remark-parse of ${YARD.toLocaleString('en')} characters`;
/** How much of it an edit may cost, one time in two and ninety-nine times in a hundred; and opening, of the parse of its own text. */
const GOALS = { p50: 0.25, p99: 1, opening: 1, growth: 2 } as const;
/** Ten rounds of them make two thousand. */
const EDITS = 200;
const URI = 'file:///reports/draft.md';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What hands do to a draft; as much is taken away as is put in. */
const WORDS = [
  '的',
  '*',
  '二',
  '，',
  '。',
  '\n',
  '全市共有党员*人',
  '《',
  '》',
  '第三条',
  '**',
  '（',
  '一是',
  '1',
  '%',
  '依据《中华人民共和国民法典》第五百条，',
  '\n\n## 五、其他\n\n',
  '\n（七）新的方面。',
] as const;

function editsOf(text: string, count: number): Edit[] {
  const chance = new Chance(SEED);
  let length = text.length;
  return Array.from({ length: count }, (_, i) => {
    const start = chance.number(length - 40);
    const words = i % 2 === 0 ? chance.of(WORDS) : '';
    const end = i % 2 === 0 ? start : start + 1 + chance.number(9);
    length += words.length - (end - start);
    return { start, end, words };
  });
}

const edited = (text: string, { start, end, words }: Edit): string => text.slice(0, start) + words + text.slice(end);

const index = loadIndex('server/data');
const context = { index, settings: DEFAULT_SETTINGS };
const parser = unified().use(remarkParse);

/** What a parse has left behind is not to be swept up while the next edit is measured. */
function sweep(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

interface Measured {
  readonly opened: readonly number[];
  readonly edits: readonly number[];
  readonly parses: readonly number[];
  /** Of the text that is the yardstick, by turns with all else. */
  readonly yards: readonly number[];
}

/** Rounds of edits and of the other two by turns, all on the text as it then is. */
async function measure(
  length: number,
  rounds: number,
  open: (text: string) => unknown,
  edit: (edit: Edit, text: string) => unknown,
): Promise<Measured> {
  let text = report(length);
  const yard = report(YARD);
  const [opened, edits, parses, yards]: [number[], number[], number[], number[]] = [[], [], [], []];
  await open(text);
  const all = editsOf(text, EDITS * rounds);
  for (let round = 0; round < rounds; round++) {
    parses.push(await timed(() => parser.parse(text)));
    sweep();
    yards.push(await timed(() => parser.parse(yard)));
    sweep();
    opened.push(await timed(() => open(text)));
    sweep();
    for (const one of all.slice(round * EDITS, (round + 1) * EDITS)) {
      text = edited(text, one);
      edits.push(await timed(() => edit(one, text)));
    }
  }
  return { opened, edits, parses, yards };
}

/** The engine alone. */
async function engine(length: number, rounds: number): Promise<Measured> {
  let last: Analysis | undefined;
  // Judged when asked: what is measured ends with the findings.
  const judge = (text: string): number => {
    last = analyze(text, context, last);
    return last.findings.length;
  };
  return measure(
    length,
    rounds,
    text => {
      last = undefined;
      judge(text);
    },
    (_, text) => judge(text),
  );
}

/** All that lies between a key and its findings: the protocol, both ends of it, and what the server does with an edit. */
async function server(length: number, rounds: number): Promise<Measured> {
  const session = await Session.start(VSCODE, { loadIndex: async () => index });
  const textDocument = { uri: URI };
  /** As a client asks who keeps what it was told. */
  let previousResultId: string | undefined;
  const pull = async (): Promise<void> => {
    const { resultId } = await session.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
      ...(previousResultId !== undefined && { previousResultId }),
    });
    previousResultId = resultId;
  };
  let before = '';
  const measured = await measure(
    length,
    rounds,
    async text => {
      await session.client.sendNotification('textDocument/didClose', { textDocument });
      await session.open(URI, text);
      await pull();
      before = text;
    },
    async ({ start, end, words }, text) => {
      const range = { start: positionIn(before, start), end: positionIn(before, end) };
      before = text;
      await session.edit(URI, range, words);
      await pull();
    },
  );
  await session.stop();
  return measured;
}

function positionIn(text: string, offset: number): { line: number; character: number } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return { line, character: offset - lineStart };
}

export const part: Part = {
  title: `Editing: didChange to findings, against one ${YARDSTICK}`,
  async run({ rounds }) {
    const table: Row[] = [];
    let first: number | null = null;
    for (const length of SIZES) {
      for (const [name, run] of Object.entries({ server, engine })) {
        const { opened, edits, parses, yards } = await run(length, rounds ?? 10);
        const yard = { [YARDSTICK]: median(yards) };
        const what = `${length.toLocaleString('en')} characters, ${name}`;
        const slowest = quantile(edits, 0.99);
        table.push(
          ...rows(`${what}: edit, p50`, median(edits), yard, { [YARDSTICK]: GOALS.p50 }),
          ...rows(`${what}: edit, p99`, slowest, yard, { [YARDSTICK]: GOALS.p99 }),
          ...rows(
            `${what}: opening`,
            median(opened),
            { 'remark-parse': median(parses) },
            { 'remark-parse': GOALS.opening },
          ),
        );
        if (name !== 'server') continue;
        first ??= slowest;
        if (length === SIZES.at(-1))
          table.push(
            ...rows(
              `${what}: edit, p99`,
              slowest,
              { [`of ${YARD.toLocaleString('en')}`]: first },
              { [`of ${YARD.toLocaleString('en')}`]: GOALS.growth },
            ),
          );
      }
    }
    return table;
  },
};
