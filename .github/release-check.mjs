import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What keeps `tag` of `repository` (owner/name) from being released: one line each, none when all is well. */
export function problems(tag, repository) {
  const found = [];
  for (const file of ['package.json', 'server/package.json', 'client/package.json']) {
    const { version, repository: own } = JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
    if (tag !== `v${version}`) found.push(`${file}: the version is ${version}, the tag ${tag}`);
    // npm compares it with the repository that the provenance names.
    if (own && !own.url.includes(`github.com/${repository}`))
      found.push(`${file}: the repository is ${own.url}, not ${repository}`);
  }
  const changes = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
  if (!changes.includes(`\n## [${tag.slice(1)}]`)) found.push(`CHANGELOG.md says nothing of ${tag.slice(1)}`);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = problems(process.argv[2] ?? '', process.argv[3] ?? '');
  for (const problem of found) console.error(problem);
  process.exitCode = found.length > 0 ? 1 : 0;
}
