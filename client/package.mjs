import { readFileSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';

/**
 * Writes policydoc.vsix. The page of an extension, in the Marketplace and in VS Code, shows pictures from https alone: links
 * of client/README.md are led to where the repository is published.
 */
const { repository } = JSON.parse(readFileSync('package.json', 'utf8'));
const published = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

await createVSIX({
  packagePath: 'policydoc.vsix',
  dependencies: false,
  readmePath: 'client/README.md',
  baseContentUrl: `${published}/blob/HEAD/client`,
  baseImagesUrl: `${published}/raw/HEAD/client`,
});
