import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { RULES } from '../../server/src/core/rules/index.js';

const FILE = 'server/policydoc.schema.json';

interface Schema {
  properties: { rules: { properties: object } };
}

describe('policydoc.schema.json', () => {
  it('knows the rules there are, in their order; UPDATE=1 writes them', () => {
    const schema = JSON.parse(readFileSync(FILE, 'utf8')) as Schema;
    const expected = Object.fromEntries(RULES.map(({ id, title }) =>
      [id, { description: `${title['zh-CN']}。${title.en}.`, $ref: '#/definitions/severity' }]));
    if (process.env['UPDATE']) {
      schema.properties.rules.properties = expected;
      writeFileSync(FILE, `${JSON.stringify(schema, null, 2)}\n`);
    }
    assert.deepEqual(Object.entries(schema.properties.rules.properties), Object.entries(expected));
  });
});
