import { parsed, written, type Node } from './grammar.js';

/** What somebody of the team wrote, as it is offered. */
export interface TeamSnippet {
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly description: string;
  /** In the snippet grammar. */
  readonly body: string;
}

/** What a snippet may ask of the editor: the day and the name of the file, and nothing of the machine or the clipboard. */
const ASKED = /^(?:CURRENT_(?:YEAR|MONTH|DATE)|TM_FILENAME_BASE)$/;

/** The snippet with nothing in it but stops, choices and those variables: all else stands for itself. */
export const teamSnippet = (snippet: TeamSnippet): TeamSnippet => ({
  ...snippet,
  body: written(plain(parsed(snippet.body))),
});

const plain = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [node];
    const inner = node.inner && plain(node.inner);
    if (node.kind === 'variable' && !ASKED.test(node.name)) return inner ?? [`$${node.name}`];
    return [{ ...node, inner }];
  });
