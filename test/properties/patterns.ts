import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, type AnyNode } from 'acorn';
import { full } from 'acorn-walk';

/**
 * Every regular expression of the product, as `[file, source, flags]`: the literals by reading the compiled sources, and those
 * that are constructed by watching the constructor while every module is loaded and the samples are analysed. Run as a
 * process of its own, because a module that is loaded already constructs nothing.
 */
export type Pattern = readonly [file: string, source: string, flags: string];

const SOURCES = 'out/server/src';
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.js'))
  .sort();
const nameOf = (file: string): string => file.split(sep).join('/').replace(/\.js$/, '.ts');
const found: Pattern[] = [];

for (const file of files) {
  full(
    parse(readFileSync(join(SOURCES, file), 'utf8'), { ecmaVersion: 'latest', sourceType: 'module' }),
    (node: AnyNode) => {
      if (node.type === 'Literal' && node.regex) found.push([nameOf(file), node.regex.pattern, node.regex.flags]);
    },
  );
}

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, args, newTarget) {
    const made = Reflect.construct(target, args, newTarget) as RegExp;
    const caller = new Error().stack!.split('\n')[2]!;
    const [, file] = /out\/server\/src\/(.*?\.js):/.exec(caller.split(sep).join('/')) ?? [];
    if (file !== undefined) found.push([nameOf(file), made.source, made.flags]);
    return made;
  },
});
// The main files would start a server or a command; one of them is a browser's.
for (const file of files.filter(name => !/(?:main(?:-check)?|lsp[\\/](?:web|page|worker))\.js$/.test(name)))
  await import(pathToFileURL(join(SOURCES, file)).href);
const { analysisOf } = await import('../harness/analysis.js');
for (const name of readdirSync('samples'))
  if (/\.(?:md|txt)$/.test(name)) analysisOf(readFileSync(`samples/${name}`, 'utf8'));

console.log(JSON.stringify([...new Map(found.map(pattern => [JSON.stringify(pattern), pattern])).values()]));
