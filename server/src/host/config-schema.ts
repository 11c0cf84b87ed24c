import type { ErrorObject } from 'ajv';
import type { Settings } from '../core/analyze.js';
import { GENRE } from '../core/lexicon/lexicon.js';
import type { OwnWords } from '../core/lexicon/own.js';
import type { Locale, Message } from '../core/message.js';
import { isDay } from '../core/text/dates.js';
import { Lines } from '../core/text/lines.js';
import { CONFIG } from './texts.js';

/** What a `policydoc.config.json` says, as `server/policydoc.schema.json` describes it. */
export interface ConfigData {
  readonly reports?: 'auto' | 'all' | readonly string[];
  readonly rules?: Settings['rules'];
  readonly asOf?: string;
  readonly ignore?: readonly string[];
  readonly regulations?: readonly string[];
  readonly snippets?: readonly string[];
  readonly words?: OwnWords;
  readonly locale?: Locale;
}

/** A configuration file that cannot be used; every problem found in it, each with its place. */
export class ConfigError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly Message[],
  ) {
    super(`${file}: ${problems.map(problem => problem.en).join('; ')}`);
  }
}

/** Reads the source of a configuration file; throws a ConfigError with every problem in it. */
export async function readConfig(file: string, source: string): Promise<ConfigData> {
  // Loaded only where there is a configuration to read: a start without one does not wait for them.
  const [jsonc, { isDeepJson }, { settingsValidator }] = await Promise.all([
    import('jsonc-parser'),
    import('./json.js'),
    import('./validators.js'),
  ]);
  const validate = settingsValidator();
  const text = source.replace(/^\uFEFF/, '');
  if (isDeepJson(text)) throw new ConfigError(file, [CONFIG.tooDeep]);
  const lines = new Lines(text);
  const errors: import('jsonc-parser').ParseError[] = [];
  jsonc.parse(text, errors, { disallowComments: true, allowEmptyContent: false });
  const [first] = errors;
  if (first) {
    const { line, column } = lines.at(first.offset);
    throw new ConfigError(file, [CONFIG.syntax(line, column, jsonc.printParseErrorCode(first.error))]);
  }
  // Only the reader of JSON itself takes `__proto__` for a key like any other, which the schema then does not know.
  const data = JSON.parse(text) as ConfigData;
  validate(data);
  const wrong = problems(validate.errors ?? []).map(error => ({ path: pathOf(error), problem: problem(error) }));
  const day: unknown = data.asOf;
  if (typeof day === 'string' && !isDay(day))
    wrong.push({ path: ['asOf'], problem: CONFIG.badValue('/asOf', CONFIG.date) });
  if (wrong.length === 0) wrong.push(...wrongWords(data.words ?? {}));
  if (wrong.length === 0) return data;
  const tree = jsonc.parseTree(text)!;
  throw new ConfigError(
    file,
    wrong.map(({ path, problem }) => {
      const found = jsonc.findNodeAtLocation(tree, path) ?? tree;
      // A key stands before its value.
      return CONFIG.at(lines.at((found.parent?.type === 'property' ? found.parent : found).offset).line, problem);
    }),
  );
}

/** Words that the genre has already, which would mean two things, and units that are said to be one it does not have. */
function wrongWords({ units = {}, bodies = [] }: OwnWords): { path: (string | number)[]; problem: Message }[] {
  const pointer = (path: readonly (string | number)[]): string =>
    path.map(key => `/${escapePointer(String(key))}`).join('');
  const wrong = (path: (string | number)[], said: (pointer: string) => Message) => ({
    path,
    problem: said(pointer(path)),
  });
  return [
    ...Object.entries(units).flatMap(([word, { as }]) => [
      ...(GENRE.longestAt(word, 0)?.text === word ? [wrong(['words', 'units', word], CONFIG.knownWord)] : []),
      ...(as !== undefined && !GENRE.sense(as, 'unit') ? [wrong(['words', 'units', word, 'as'], CONFIG.noUnit)] : []),
    ]),
    ...bodies.flatMap((word, i) =>
      GENRE.sense(word, 'body') ? [wrong(['words', 'bodies', i], CONFIG.knownWord)] : [],
    ),
  ];
}

/** The keys and places that lead to what is wrong. */
function pathOf({ keyword, instancePath, propertyName, params }: ErrorObject): (string | number)[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keyword === 'additionalProperties') path.push(String(params['additionalProperty']));
  if (propertyName !== undefined) path.push(propertyName);
  // No key of ours is a number.
  return path.map(key => (/^\d+$/.test(key) ? Number(key) : key));
}

/** One problem a place: where alternatives are open, that none of them fits says it all. */
function problems(errors: readonly ErrorObject[]): ErrorObject[] {
  const undecided = errors.filter(error => error.keyword === 'anyOf').map(error => error.schemaPath);
  // That neither branch of an `if` fits is said by the branch, and what is wrong with a name by what names are like.
  return errors
    .filter(error => error.keyword !== 'if' && error.keyword !== 'propertyNames')
    .filter(error => !undecided.some(path => error.schemaPath !== path && isWithin(error, path, errors)));
}

/** Whether `error` is of a branch of the `anyOf` at `path`, which ajv reports besides the `anyOf` itself. */
function isWithin(error: ErrorObject, path: string, errors: readonly ErrorObject[]): boolean {
  const open = errors.find(other => other.schemaPath === path);
  return (
    open !== undefined &&
    (error.instancePath === open.instancePath || error.instancePath.startsWith(`${open.instancePath}/`))
  );
}

function problem({ keyword, instancePath, propertyName, params, parentSchema }: ErrorObject): Message {
  const at = propertyName === undefined ? instancePath || '/' : `${instancePath}/${escapePointer(propertyName)}`;
  if (keyword === 'additionalProperties') {
    const pointer = `${instancePath}/${escapePointer(String(params['additionalProperty']))}`;
    const allowed = Object.keys((parentSchema?.['properties'] ?? {}) as object).filter(name => name !== '$schema');
    return at === '/rules' ? CONFIG.unknownRule(pointer, allowed) : CONFIG.unknownKey(pointer, allowed);
  }
  return CONFIG.badValue(at, expected(keyword, at, params));
}

/** What may stand at a place. */
function expected(keyword: string, at: string, params: Record<string, unknown>): Message {
  if (keyword === 'enum') return CONFIG.oneOf(params['allowedValues'] as string[]);
  if (/^\/(?:regulations|snippets)\/\d+$/.test(at) && keyword === 'pattern') return CONFIG.relative;
  if (/^\/rules\/[^/]+$/.test(at)) return CONFIG.ruleSetting;
  if (/^\/ignore\/\d+$/.test(at) && (keyword === 'maxLength' || keyword === 'pattern')) return CONFIG.glob;
  if (keyword === 'anyOf' && at === '/reports') return CONFIG.reports;
  if (/^\/words\/units\/[^/]*$/.test(at) && keyword === 'pattern') return CONFIG.unitWord;
  if (/^\/words\/bodies\/\d+$/.test(at) && keyword === 'pattern') return CONFIG.bodyWord;
  if (keyword === 'maximum' || keyword === 'minimum') return CONFIG.bounded(keyword, Number(params['limit']));
  return CONFIG.type(String(params['type'] ?? keyword));
}

const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
