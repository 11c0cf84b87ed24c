import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Option } from '../../server/src/core/rules/rule.js';
import { RULES } from '../../server/src/core/rules/index.js';

const FILE = 'server/policydoc.schema.json';

interface Schema {
  properties: { rules: { properties: object } };
}

/** A severity, or a severity and options: told apart by type, so that a mistake in the options is named as such. */
const withOptions = (options: Readonly<Record<string, Option>>): object => ({
  if: { type: 'array' },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: {
    minItems: 2,
    maxItems: 2,
    items: [
      { $ref: '#/definitions/severity' },
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
  else: { $ref: '#/definitions/severity' },
});

describe('policydoc.schema.json', () => {
  it('knows the rules there are, in their order; UPDATE=1 writes them', () => {
    const schema = JSON.parse(readFileSync(FILE, 'utf8')) as Schema;
    const expected = Object.fromEntries(
      RULES.map(({ id, title, options }) => [
        id,
        {
          description: `${title['zh-CN']}。${title.en}.`,
          ...(options ? withOptions(options) : { $ref: '#/definitions/severity' }),
        },
      ]),
    );
    if (process.env['UPDATE']) {
      schema.properties.rules.properties = expected;
      writeFileSync(FILE, `${JSON.stringify(schema, null, 2)}\n`);
    }
    assert.deepEqual(Object.entries(schema.properties.rules.properties), Object.entries(expected));
  });
});
