import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readWord } from '../../server/src/word/read.js';
import { policydoc } from '../cli/harness.js';
import { everything, FORMS } from '../word/everything.js';

/**
 * What we write, opened by an office program that knows nothing of us. LibreOffice stands in for Word and WPS, which
 * cannot be had here: every comment is seen as one, the text is what it was, values are there, and an exported report
 * has the form it should have. What is looked at is left in OFFICE_KEPT when that names a folder.
 */

const NASTY = '../shared/word/nasty';
const kept = process.env['OFFICE_KEPT'];
const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'policydoc-office-')) : resolve(kept);
mkdirSync(folder, { recursive: true });

/** All files at once: most of the time it takes is starting. */
function converted(files: readonly string[], format: string, into: string): void {
  const out = join(folder, into);
  mkdirSync(out, { recursive: true });
  execFileSync(
    'soffice',
    [
      '--headless',
      '--norestore',
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--convert-to',
      format,
      '--outdir',
      out,
      ...files.map(file => join(folder, file)),
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
}

const text = (path: string): string => readFileSync(join(folder, path), 'utf8');
const comments = (fodt: string): number => [...fodt.matchAll(/<office:annotation[\s>]/g)].length;
/** The words of a flat document, without those of its comments. */
const wordsOf = (fodt: string): string =>
  fodt
    .slice(fodt.indexOf('<office:body>'))
    .replace(/<office:annotation[\s>][^]*?<\/office:annotation>/g, '')
    .replace(/<text:s text:c="(\d+)"\/>/g, (_, count: string) => ' '.repeat(Number(count)))
    .replace(/<text:s\/>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, '');

let passed = 0;
const failures: string[] = [];
async function check(what: string, work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
    passed++;
    console.log(`  ✓ ${what}`);
  } catch (error) {
    failures.push(what);
    console.log(`  ✗ ${what}\n${error instanceof Error ? error.message : String(error)}`);
  }
}

async function run(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await policydoc(folder, args);
  assert.ok(code < 2, err);
  return out;
}

const findingsOf = async (file: string): Promise<string[]> => {
  const report = JSON.parse(await run('check', file, '--format', 'json')) as {
    files: { findings: { rule: string; message: string }[] }[];
  };
  return report.files.flatMap(({ findings }) =>
    findings.map(({ rule, message }) => `${rule}: ${message.replace(/第\d+[行段]/g, '')}`),
  );
};

/** The characters of full width in a line, but for a mark at its end, which may hang over. */
const wide = (line: string): number =>
  [...line.replace(/[，。、；：！？）》”]$/, '')].filter(sign =>
    /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(sign),
  ).length;

async function main(): Promise<void> {
  const drafts: string[] = [];
  const put = (name: string, bytes: Uint8Array | string): void => {
    writeFileSync(join(folder, name), bytes);
    drafts.push(name);
  };
  // LibreOffice itself reads no document whose elements have no prefix.
  let i = 0;
  for (const form of Object.values(FORMS))
    if (form.prefix !== '') put(`everything-${++i}.docx`, await everything(form));
  for (const sample of readdirSync('samples')) {
    const name = sample.slice(0, 2);
    writeFileSync(join(folder, sample), readFileSync(join('samples', sample)));
    await run('export', sample, '-o', `${name}.docx`, '--force');
    drafts.push(`${name}.docx`);
  }
  if (existsSync(NASTY))
    for (const name of ['nasty-everything.docx', 'nasty-strict-prefix.docx', 'numbers-broken.docx'])
      put(name, readFileSync(join(NASTY, name)));
  else console.log('  - ../shared/word is not here: its documents are not opened');

  const theirs = new Map<string, number>();
  const found = new Map<string, number>();
  for (const name of drafts) {
    rmSync(join(folder, `reviewed-${name}`), { force: true });
    await run('review', name, '-o', `reviewed-${name}`);
    found.set(name, (await findingsOf(name)).length);
  }
  converted([...drafts, ...drafts.map(name => `reviewed-${name}`)], 'fodt', 'flat');
  for (const name of drafts) {
    const [before, after] = [
      text(`flat/${name.replace('.docx', '.fodt')}`),
      text(`flat/reviewed-${name.replace('.docx', '.fodt')}`),
    ];
    theirs.set(name, comments(before));
    await check(`${name}: every thing at fault has a comment, and other people’s are there`, () => {
      const said = after.replace(/<[^>]*>/g, '');
      const [, all, remarks = all] =
        /(?:共发现问题|\[policydoc\] )(\d+)(?:(?:个，合并为批注| findings, in )(\d+))?/.exec(said)!;
      assert.equal(Number(all), found.get(name));
      assert.equal(comments(after), theirs.get(name)! + Number(remarks) + 1);
    });
    await check(`${name}: the text is what it was`, () => assert.equal(wordsOf(after), wordsOf(before)));
  }

  const samples = readdirSync('samples').map(name => `${name.slice(0, 2)}.docx`);
  converted(samples, 'odt', 'odt');
  mkdirSync(join(folder, 'back'), { recursive: true });
  converted(
    samples.map(name => `odt/${name.replace('.docx', '.odt')}`),
    'docx:MS Word 2007 XML',
    'back',
  );
  for (const name of samples) {
    await check(`${name}: written anew by another program it is read as the same, and says the same`, async () => {
      const [own, other] = [name, `back/${name}`].map(file => readFileSync(join(folder, file)));
      assert.equal((await readWord(other!)).text, (await readWord(own!)).text);
      assert.deepEqual(await findingsOf(`back/${name}`), await findingsOf(name));
    });
  }

  // The words stand in the file that is filled in, and the program shows them.
  await check('values are where the blanks were', async () => {
    await run('data', 'export', '04.docx', '-o', 'data.json', '--force');
    const sheet = JSON.parse(text('data.json')) as { blanks: { value: unknown; unit: string; kind: string }[] };
    // A date and a share would refuse a value of four digits.
    const counts = sheet.blanks.filter(({ kind, unit }) => kind === '数字' && unit !== '%');
    for (const blank of sheet.blanks) blank.value = null;
    for (const [at, blank] of counts.entries()) if (at % 2 === 0) blank.value = 7000 + at;
    writeFileSync(join(folder, 'data.json'), JSON.stringify(sheet));
    await run('data', 'fill', '04.docx', '--data', 'data.json', '-o', 'filled.docx');
    converted(['filled.docx'], 'fodt', 'flat');
    const filled = wordsOf(text('flat/filled.fodt'));
    const values = sheet.blanks.flatMap(({ value }) => (value === null ? [] : [String(value)]));
    assert.ok(values.length > 3);
    assert.deepEqual(
      values.filter(value => !filled.includes(value)),
      [],
    );
  });

  converted(['02.docx', '01.docx'], 'pdf', 'pdf');
  for (const name of ['02', '01']) {
    await check(`${name}.docx: A4, 22 lines of 28 characters, and page numbers`, () => {
      const pdf = join(folder, 'pdf', `${name}.pdf`);
      assert.match(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }), /Page size:\s+595\.\d+ x 841\.\d+ pts/);
      const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
        .split('\f')
        .map(page =>
          page
            .split('\n')
            .map(line => line.trim())
            .filter(line => line !== ''),
        );
      const full = pages.slice(1, -2);
      assert.ok(full.length >= 2);
      for (const [at, page] of full.entries()) {
        assert.match(page.at(-1)!.replace(/\s/g, ''), new RegExp(`^—${at + 2}—$`));
        // One line less where the next heading would stand alone at the foot.
        assert.ok(page.length - 1 === 22 || page.length - 1 === 21, `page ${at + 2} has ${page.length - 1} lines`);
        for (const line of page) assert.ok(wide(line) <= 28, line);
      }
      assert.ok(full.some(page => page.some(line => wide(line) === 28)));
    });
  }
}

try {
  await main();
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
console.log(`What we write, in LibreOffice:\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
