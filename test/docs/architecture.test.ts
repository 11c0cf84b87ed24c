import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

describe('ARCHITECTURE.md', () => {
  const page = readFileSync('ARCHITECTURE.md', 'utf8');

  it('names only files and folders that exist', () => {
    const paths = [...page.matchAll(/`((?:server|client|test|samples|syntaxes)\/[^`\s<]*)`/g)].map(m => m[1]!);
    assert.ok(paths.length > 30);
    assert.deepEqual(
      paths.filter(path => !existsSync(path)),
      [],
    );
  });

  it('names every room', () => {
    const rooms = [
      ...readdirSync('server/src', { withFileTypes: true }).map(
        entry => `server/src/${entry.name}${entry.isDirectory() ? '/' : ''}`,
      ),
      ...readdirSync('server/src/core', { withFileTypes: true })
        .filter(({ name }) => name !== 'tsconfig.json')
        .map(entry => `server/src/core/${entry.name}${entry.isDirectory() ? '/' : ''}`),
    ];
    assert.deepEqual(
      rooms.filter(room => !page.includes(`\`${room}\``)),
      [],
    );
  });

  it('says of every dependency what it is for', () => {
    const section = page.slice(page.indexOf('## Dependencies'));
    const names = ['package.json', 'server/package.json', 'client/package.json', 'page/package.json'].flatMap(file => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as Record<
        string,
        Record<string, string>
      >;
      return Object.keys({ ...dependencies, ...devDependencies });
    });
    assert.deepEqual(
      names.filter(name => !name.startsWith('@types/') && !section.includes(name)),
      [],
    );
  });

  it('numbers eleven laws', () => {
    assert.deepEqual(
      [...page.matchAll(/^\| (\d+) \| /gm)].map(m => Number(m[1])),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    );
  });
});
