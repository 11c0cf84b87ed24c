import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Option, Severity } from '../../server/src/core/rules/rule.js';
import { RULES } from '../../server/src/core/rules/index.js';

const FILE = 'server/policydoc.schema.json';

interface Schema {
  properties: { rules: { properties: object } };
}

/** Beside `$ref` an editor drops what else is said. */
const SEVERITY = { allOf: [{ $ref: '#/definitions/severity' }] };

/** A severity, or a severity and options: told apart by type, so that a mistake in the options is named as such. */
const withOptions = (severity: Severity, options: Readonly<Record<string, Option>>): object => {
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  return {
    // What an editor offers to write: the options with their defaults.
    defaultSnippets: [{ label: JSON.stringify([severity, defaults]), body: [severity, defaults] }],
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: {
      minItems: 2,
      maxItems: 2,
      items: [
        SEVERITY,
        {
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(
            Object.entries(options).map(([name, { description, schema, default: value }]) => [
              name,
              { description: `${description['zh-CN']}${description.en}`, ...schema, default: value },
            ]),
          ),
        },
      ],
    },
    else: SEVERITY,
  };
};

describe('policydoc.schema.json', () => {
  it('knows the rules there are, in their order; UPDATE=1 writes them', () => {
    const schema = JSON.parse(readFileSync(FILE, 'utf8')) as Schema;
    const expected = Object.fromEntries(
      RULES.map(({ id, title, severity, options }) => [
        id,
        {
          description: `${title['zh-CN']}。${title.en}.`,
          default: severity,
          ...(options ? withOptions(severity, options) : SEVERITY),
        },
      ]),
    );
    if (process.env['UPDATE']) {
      schema.properties.rules.properties = expected;
      writeFileSync(FILE, `${JSON.stringify(schema, null, 2)}\n`);
    }
    assert.deepEqual(Object.entries(schema.properties.rules.properties), Object.entries(expected));
  });

  it('says of every setting and option what it is, where an editor shows it', () => {
    let seen = 0;
    const look = (node: unknown, at: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { $ref, properties, default: _, defaultSnippets: __, ...others } = node as Record<string, unknown>;
      if ($ref !== undefined) assert.deepEqual(others, {}, `${at}: beside $ref`);
      for (const [name, property] of Object.entries((properties ?? {}) as Record<string, { description?: string }>)) {
        seen++;
        assert.match(property.description ?? '', /\p{Script=Han}.*[A-Z]/u, `${at}/${name}`);
        look(property, `${at}/${name}`);
      }
      for (const [key, value] of Object.entries(others)) look(value, `${at}/${key}`);
    };
    look(JSON.parse(readFileSync(FILE, 'utf8')), '');
    assert.ok(seen > RULES.length);
  });
});
