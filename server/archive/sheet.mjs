// 把文稿拖到“检查文稿”上：在文稿旁写出审核单并打开。Drafts dragged on it get a review sheet beside them, which is opened.
// Part of the archive alone: the program itself starts no other.
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join, parse, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';

const program = join(dirname(fileURLToPath(import.meta.url)), 'bin/policydoc.js');
const drafts = process.argv.slice(2);
let isTroubled = drafts.length === 0;
if (drafts.length === 0)
  console.log(
    '请把文稿（.md、.txt、.docx）拖到“检查文稿”上，审核单会写在文稿旁边并打开。\nDrag drafts onto this file: a review sheet is written beside each, and opened.',
  );
for (const draft of drafts) {
  const { dir, name } = parse(resolve(draft));
  const sheet = join(dir, `${name}-审核单.html`);
  const { status } = spawnSync(process.execPath, [program, 'review', '-o', sheet, '--', draft], { stdio: 'inherit' });
  if (status === 0) open(sheet);
  else isTroubled = true;
}
// A window that closes at once is read by nobody.
if (isTroubled && process.stdin.isTTY) {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  await lines.question('按回车键关闭 / press Enter to close ');
  lines.close();
}
process.exitCode = isTroubled ? 2 : 0;

/** With the program the system has for it; where there is none the sheet is still written, and its place was said. */
function open(path) {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['explorer.exe', path]
      : process.platform === 'darwin'
        ? ['open', path]
        : ['xdg-open', path];
  spawn(command, args, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
