// An archive for a machine without Node, without rights and without network: unpack, double-click or drag drafts on it.
//   npm run archive [-- linux-x64 linux-arm64 win-x64]
// writes release/policydoc-<version>-<platform>.tar.gz or .zip. Node comes from the npm registry, by version and digest.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';

const NODE = '22.23.3';
/** SHA-512 of the packages `node-<platform>`, as the registry tells it. */
const DIGESTS = {
  'linux-x64': 'qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  'linux-arm64': 'l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
  'win-x64': 'lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
};
/** A zip has no zone of time: the same bytes wherever it is made. */
const DAY_ONE = new Date(Date.UTC(1980, 0, 1));

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8'));
const platforms = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(DIGESTS);
const unknown = platforms.filter(platform => !(platform in DIGESTS));
if (unknown.length > 0)
  throw new Error(`no such platform: ${unknown.join(', ')}; there are ${Object.keys(DIGESTS).join(', ')}`);

const work = mkdtempSync(join(tmpdir(), 'policydoc-archive-'));
try {
  for (const platform of platforms) console.log(await archive(platform));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Makes the archive of a platform and returns its path. */
async function archive(platform) {
  const isWindows = platform.startsWith('win-');
  const name = `policydoc-${version}-${platform}`;
  const folder = join(work, name);
  mkdirSync(folder);
  // Exactly what npm would install.
  for (const file of JSON.parse(npm('pack', '--workspace', 'server', '--dry-run', '--json', '--ignore-scripts'))[0]
    .files)
    copy(join(root, 'server', file.path), join(folder, 'app', file.path));
  copy(join(here, 'sheet.mjs'), join(folder, 'app/sheet.mjs'));
  const node = isWindows ? 'node.exe' : 'node';
  copy(join(unpacked(platform), 'bin', node), join(folder, node));
  // The package for Windows has no copy of it.
  copy(join(unpacked('linux-x64'), 'LICENSE'), join(folder, 'LICENSE-node.txt'));
  copy(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'));
  for (const file of readdirSync(join(here, isWindows ? 'windows' : 'linux')))
    copy(join(here, isWindows ? 'windows' : 'linux', file), join(folder, file));
  // Notepad of an old Windows knows UTF-8 by its mark.
  writeFileSync(
    join(folder, '使用说明.txt'),
    `\uFEFF${readFileSync(join(here, '使用说明.txt'), 'utf8').replaceAll('\n', isWindows ? '\r\n' : '\n')}`,
  );
  const page = join(root, 'page/dist/policydoc.html');
  if (existsSync(page)) copy(page, join(folder, '政策文稿检查.html'));
  const out = join(root, 'release', `${name}.${isWindows ? 'zip' : 'tar.gz'}`);
  mkdirSync(dirname(out), { recursive: true });
  if (isWindows) await zip(folder, name, out);
  else
    execFileSync(
      'tar',
      ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '-czf', out, '-C', work, name],
      { env: { ...process.env, GZIP: '-n' } },
    );
  return out;
}

/** The unpacked package of Node for a platform; throws where its bytes are others. */
function unpacked(platform) {
  const folder = join(work, `node-${platform}`);
  if (existsSync(folder)) return join(folder, 'package');
  const file = npm('pack', `node-${platform}@${NODE}`, '--silent', '--pack-destination', work)
    .trim()
    .split('\n')
    .at(-1);
  const digest = createHash('sha512')
    .update(readFileSync(join(work, file)))
    .digest('base64');
  if (digest !== DIGESTS[platform]) throw new Error(`node-${platform}@${NODE} is not the package it was: ${digest}`);
  mkdirSync(folder);
  execFileSync('tar', ['-xzf', join(work, file), '-C', folder]);
  return join(folder, 'package');
}

async function zip(folder, name, out) {
  const made = new JSZip();
  for (const path of readdirSync(folder, { recursive: true }).sort()) {
    const full = join(folder, path);
    if (statSync(full).isFile())
      made.file(`${name}/${path}`, readFileSync(full), { date: DAY_ONE, createFolders: false });
  }
  writeFileSync(
    out,
    await made.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } }),
  );
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
  chmodSync(to, statSync(from).mode & 0o111 ? 0o755 : 0o644);
}

function npm(...args) {
  return execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
}
