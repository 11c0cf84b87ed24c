import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

describe('the tests', () => {
  it('run with the very versions of the dependencies that are bundled', () => {
    // The bundle takes them from where the server's package finds them, a compiled test from the root.
    const { devDependencies } = JSON.parse(readFileSync('server/package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    assert.deepEqual(
      Object.keys(devDependencies).filter(name => existsSync(`server/node_modules/${name}`)),
      [],
    );
  });
});
