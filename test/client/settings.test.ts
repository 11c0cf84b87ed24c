import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LEVELS } from '../../server/src/core/analyze.js';
import type { Locale } from '../../server/src/core/message.js';
import { RULES } from '../../server/src/core/rules/index.js';

/* The page of settings in VS Code has an entry for every rule, in both languages. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TEXTS: readonly [file: string, locale: Locale][] = [
  ['package.nls.json', 'en'],
  ['package.nls.zh-cn.json', 'zh-CN'],
];
const read = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;
const write = (path: string, content: object): void =>
  writeFileSync(join(ROOT, path), `${JSON.stringify(content, null, 2)}\n`);

interface Manifest {
  contributes: { configuration: [object, { properties: object }] };
}

describe('the settings of the extension', () => {
  it('have each rule with its severity, in the order of the rules; UPDATE=1 writes them', () => {
    const expected = Object.fromEntries(
      RULES.map(({ id, severity }, i) => [
        `policydoc.rules.${id}`,
        {
          type: 'string',
          enum: [...LEVELS],
          enumDescriptions: LEVELS.map(level => `%setting.rule.${level}%`),
          default: severity,
          order: i + 1,
          markdownDescription: `%rule.${id}%`,
        },
      ]),
    );
    const manifest = read<Manifest>('package.json');
    const rules = manifest.contributes.configuration[1];
    if (process.env['UPDATE']) {
      rules.properties = expected;
      write('package.json', manifest);
    }
    assert.deepEqual(Object.entries(rules.properties), Object.entries(expected));
  });

  for (const [file, locale] of TEXTS)
    it(`say of each rule what it is, and that a settings file goes first: ${file}; UPDATE=1 writes it`, () => {
      const where = {
        'zh-CN': '`policydoc.config.json` 中另有规定的，以该文件为准。',
        en: 'A `policydoc.config.json` that names the rule goes first.',
      };
      const expected = Object.fromEntries(
        RULES.map(({ id, title }) => [
          `rule.${id}`,
          locale === 'en' ? `${title.en}. ${where.en}` : `${title['zh-CN']}。${where['zh-CN']}`,
        ]),
      );
      const texts = read<Record<string, string>>(file);
      const isOfRule = (key: string): boolean => key.startsWith('rule.');
      if (process.env['UPDATE']) {
        for (const key of Object.keys(texts).filter(isOfRule)) delete texts[key];
        write(file, { ...texts, ...expected });
        Object.assign(texts, expected);
      }
      const found = Object.fromEntries(Object.entries(texts).filter(([key]) => isOfRule(key)));
      assert.deepEqual(found, expected);
    });
});
