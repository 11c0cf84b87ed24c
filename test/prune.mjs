import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Removes what was compiled of a source that is gone, which the compiler leaves: `out/` would be tested as it was. */
for (const name of readdirSync('out', { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.js') || existsSync(name.replace(/\.js$/, '.ts'))) continue;
  for (const end of ['.js', '.js.map', '.d.ts']) rmSync(join('out', name.replace(/\.js$/, end)), { force: true });
}
