/*
 * The snippet grammar of the Language Server Protocol, which VS Code shares: $1, ${1}, ${1:words}, ${1|this,that|}, ${NAME},
 * ${NAME:words}, one in another, and \ before $ } \. Transforms (${1/…/…/}) are kept and not understood.
 */

/** A place to type at; the same number again is the same words. */
interface Stop {
  readonly kind: 'stop';
  readonly number: number;
  readonly choices: readonly string[] | null;
  readonly inner: readonly Node[] | null;
}
interface Variable {
  readonly kind: 'variable';
  readonly name: string;
  readonly inner: readonly Node[] | null;
}
export type Node = string | Stop | Variable;

/** Total: what is none of the grammar stands for itself. */
export function parsed(body: string): Node[] {
  let at = 0;
  return nodes(false);

  function nodes(isInner: boolean): Node[] {
    const found: Node[] = [];
    const add = (text: string): void => {
      if (typeof found.at(-1) === 'string') found.push(`${found.pop() as string}${text}`);
      else found.push(text);
    };
    while (at < body.length) {
      if (isInner && body[at] === '}') break;
      if (body[at] === '\\' && /[$}\\]/.test(body[at + 1] ?? '')) {
        add(body[at + 1]!);
        at += 2;
        continue;
      }
      const field = body[at] === '$' ? fieldAt() : null;
      if (field) found.push(field);
      else add(body[at++]!);
    }
    return found;
  }

  function fieldAt(): Stop | Variable | null {
    const from = at;
    const [, bare, braced] =
      /^\$(?:([0-9]+|[A-Za-z_][A-Za-z0-9_]*)|\{([0-9]+|[A-Za-z_][A-Za-z0-9_]*)(?=[}:|/]))/.exec(
        body.slice(at, at + 80),
      ) ?? [];
    const name = bare ?? braced;
    if (name === undefined) return null;
    at += name.length + (bare === undefined ? 2 : 1);
    const make = (inner: readonly Node[] | null, choices: readonly string[] | null = null): Stop | Variable =>
      /^\d/.test(name) ? { kind: 'stop', number: Number(name), inner, choices } : { kind: 'variable', name, inner };
    if (bare !== undefined) return make(null);
    if (body[at] === '}') {
      at++;
      return make(null);
    }
    if (body[at] === ':') {
      at++;
      const inner = nodes(true);
      if (body[at] === '}') {
        at++;
        return make(inner);
      }
    } else if (body[at] === '|') {
      const closed = /^\|((?:\\.|[^|\\])+)\|\}/s.exec(body.slice(at));
      if (closed) {
        at += closed[0].length;
        const choices = closed[1]!.split(/(?<!\\),/).map(choice => choice.replace(/\\([,|\\$}])/g, '$1'));
        return make(null, choices);
      }
    }
    at = from;
    return null;
  }
}

/** As written again. */
export const written = (nodes: readonly Node[]): string =>
  nodes
    .map(node => {
      if (typeof node === 'string') return literal(node);
      const name = node.kind === 'stop' ? String(node.number) : node.name;
      if (node.kind === 'stop' && node.choices) return `\${${name}|${node.choices.map(choice).join(',')}|}`;
      if (node.inner) return `\${${name}:${written(node.inner)}}`;
      return node.kind === 'stop' && node.number === 0 ? '$0' : `\${${name}}`;
    })
    .join('');

/** The text a snippet leaves when nothing is filled in: of choices the first, of a variable what stands for it. */
export function expanded(body: string): string {
  const all = parsed(body);
  const words = new Map<number, readonly Node[]>();
  const collect = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      const inner = node.kind === 'stop' && node.choices ? [node.choices[0]!] : node.inner;
      if (!inner) continue;
      if (node.kind === 'stop' && !words.has(node.number)) words.set(node.number, inner);
      collect(inner);
    }
  };
  collect(all);
  const text = (nodes: readonly Node[], open: readonly number[]): string =>
    nodes
      .map(node => {
        if (typeof node === 'string') return node;
        if (node.kind === 'variable') return text(node.inner ?? [], open);
        const inner = words.get(node.number);
        return inner && !open.includes(node.number) ? text(inner, [...open, node.number]) : '';
      })
      .join('');
  return text(all, []);
}

/** `text` as the part of a snippet that stands for itself. */
export const literal = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A tab stop that holds `text`. */
export const stop = (number: number, text: string): string => `\${${number}:${literal(text)}}`;

/** One of the words of a choice. */
export const choice = (text: string): string => text.replace(/[\\,|]/g, '\\$&');
