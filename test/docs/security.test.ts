import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

describe('SECURITY.md', () => {
  const page = readFileSync('SECURITY.md', 'utf8');
  const packages = Object.entries(
    (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { version?: string }> })
      .packages,
  );

  it('names tests that there are', () => {
    const tests = [...page.matchAll(/`(test\/[^`]+)`/g)].map(m => m[1]!);
    assert.ok(tests.length > 8);
    assert.deepEqual(
      tests.filter(it => !existsSync(it)),
      [],
    );
  });

  it('lists no package whose version has the fault it is said to be past', () => {
    const rows = [...page.matchAll(/^\| (\S+) \| (\d+\.\d+\.\d+) \| /gm)].map(m => [m[1]!, m[2]!] as const);
    assert.ok(rows.length > 15);
    for (const [name, least] of rows) {
      // Tools for building have older ones of their own.
      const versions = packages.flatMap(([path, { version = '' }]) =>
        path.endsWith(`node_modules/${name}`) && parseInt(version, 10) >= parseInt(least, 10) ? [version] : [],
      );
      assert.ok(versions.length > 0, name);
      for (const version of versions) assert.ok(isAtLeast(version, least), `${name} ${version}`);
    }
  });
});

function isAtLeast(version: string, least: string): boolean {
  const [a, b] = [version, least].map(it => it.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 || a[at]! > b[at]!;
}
