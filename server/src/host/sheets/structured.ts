import { parseTree, printParseErrorCode, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import * as yaml from 'yaml';
import type { SheetRow } from '../../core/sheet.js';
import type { Locale } from '../../core/message.js';
import { Lines } from '../../core/text/lines.js';
import { isDeepYaml } from '../../core/syntax/yaml.js';
import { decode, RefusedError } from '../decode.js';
import { isDeepJson } from '../json.js';
import { SHEETS } from './texts.js';
import { byWhoKnows, COLUMNS, MOST_ROWS, recordOf, type Exported } from './table.js';

/*
 * YAML and JSON: `blanks: [{id, key, value, …}]` as exported, or simply `党员数: 1280`. Scalars are taken as they are
 * written: 1.50 is 1.50 and 007 is 007, which no reading as numbers would keep.
 */

export function writeYaml(placeholders: readonly Exported[], locale: Locale): Uint8Array {
  return new TextEncoder().encode(
    yaml.stringify(
      {
        version: 1,
        blanks: byWhoKnows(placeholders)
          .flat()
          .map(placeholder => recordOf(placeholder, locale)),
      },
      { lineWidth: 0 },
    ),
  );
}

export function writeJson(placeholders: readonly Exported[], locale: Locale): Uint8Array {
  return new TextEncoder().encode(
    `${JSON.stringify(
      {
        version: 1,
        blanks: byWhoKnows(placeholders)
          .flat()
          .map(placeholder => recordOf(placeholder, locale)),
      },
      null,
      2,
    )}\n`,
  );
}

/** What both readers are turned into; maps keep every pair, also of keys written twice. */
type Tree =
  | string
  | readonly Tree[]
  | { readonly pairs: readonly { readonly key: string; readonly value: Tree; readonly line: number }[] };

export function readYaml(bytes: Uint8Array, file: string): SheetRow[] {
  const { text } = decode(bytes);
  const lines = new Lines(text);
  if (isDeepYaml(text)) throw new RefusedError(SHEETS.tooDeep);
  const document = yaml.parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error) throw new RefusedError(SHEETS.badYaml(lines.at(error.pos[0]).line, error.code));
  return rowsOf(treeOf(document.contents), file);

  function treeOf(node: unknown): Tree {
    // An anchor may stand for a thousand others; a data sheet has no use for any.
    if (yaml.isAlias(node)) throw new RefusedError(SHEETS.badYaml(lines.at(node.range?.[0] ?? 0).line, 'ALIAS'));
    if (yaml.isMap(node)) {
      return {
        pairs: node.items.map(({ key, value }) => ({
          key: scalar(key),
          value: treeOf(value),
          line: lines.at(yaml.isNode(key) ? (key.range?.[0] ?? 0) : 0).line,
        })),
      };
    }
    return yaml.isSeq(node) ? node.items.map(treeOf) : scalar(node);
  }

  function scalar(node: unknown): string {
    const value: unknown = yaml.isScalar(node) ? node.value : node;
    return value === null || value === undefined || value === '~' || value === 'null' ? '' : String(value);
  }
}

export function readJson(bytes: Uint8Array, file: string): SheetRow[] {
  const { text } = decode(bytes);
  const lines = new Lines(text);
  if (isDeepJson(text)) throw new RefusedError(SHEETS.tooDeep);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowEmptyContent: false });
  const [first] = errors;
  if (first || !root)
    throw new RefusedError(
      SHEETS.badJson(lines.at(first?.offset ?? 0).line, first ? printParseErrorCode(first.error) : 'ValueExpected'),
    );
  return rowsOf(treeOf(root), file);

  function treeOf(node: JsonNode): Tree {
    if (node.type === 'object') {
      return {
        pairs: (node.children ?? []).map(({ children, offset }) => ({
          key: String(children![0]!.value),
          value: treeOf(children![1]!),
          line: lines.at(offset).line,
        })),
      };
    }
    if (node.type === 'array') return (node.children ?? []).map(treeOf);
    if (node.type === 'null') return '';
    return node.type === 'number' ? text.slice(node.offset, node.offset + node.length) : String(node.value);
  }
}

/** The top level is a list of records, a map with `blanks`, or a map of keys and values. */
function rowsOf(tree: Tree, file: string): SheetRow[] {
  const empty = { id: '', key: '', value: '', unit: '', sentence: '', draft: '' };
  if (typeof tree === 'string') throw new RefusedError(SHEETS.noPlaceholders);
  if ('pairs' in tree) {
    const listed = tree.pairs.find(({ key }) => key === 'blanks');
    if (listed && typeof listed.value !== 'string') return rowsOf(listed.value, file);
    const rows = tree.pairs.map(({ key, value, line }): SheetRow => {
      if (typeof value !== 'string') throw new RefusedError(SHEETS.notScalar(key, line));
      return { ...empty, key, value, where: SHEETS.csvRow(file, line) };
    });
    return bounded(rows);
  }
  return bounded(
    tree.map((record, i): SheetRow => {
      if (typeof record === 'string' || !('pairs' in record)) throw new RefusedError(SHEETS.noRecord(i + 1));
      const row: Record<string, string> = { ...empty, where: SHEETS.csvRow(file, record.pairs[0]?.line ?? 1) };
      for (const { key, value, line } of record.pairs) {
        if (!(COLUMNS as readonly string[]).includes(key)) continue;
        if (typeof value !== 'string') throw new RefusedError(SHEETS.notScalar(key, line));
        row[key] = value;
      }
      return row as unknown as SheetRow;
    }),
  );
}

function bounded(rows: SheetRow[]): SheetRow[] {
  if (rows.length > MOST_ROWS) throw new RefusedError(SHEETS.tooManyRows(MOST_ROWS));
  return rows;
}
