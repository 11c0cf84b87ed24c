/* What is shown is made here: words become text nodes, and none is ever read as markup. */

type Child = Node | string | false | null | undefined;

/** An element with these properties (`class`, `aria-…`, `data-…` and the like as attributes) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Readonly<Record<string, string | boolean | EventListener>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== false && child !== null && child !== undefined));
  return element;
}

/** The element of this id, which stands in the page. */
export const byId = <E extends HTMLElement = HTMLElement>(id: string): E => document.getElementById(id) as E;

/** The button with a listener on it. */
export const button = (label: string, click: () => unknown, properties: Readonly<Record<string, string>> = {}) =>
  el('button', { type: 'button', ...properties, click: () => void click() }, label);
