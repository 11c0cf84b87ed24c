import assert from 'node:assert/strict';
import fs, { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import * as git from 'isomorphic-git';
import { readCanonical } from '../../server/src/core/regulations/team.js';
import { importText } from '../../server/src/core/regulations/text/recognise.js';
import { ConfigError } from '../../server/src/host/config-schema.js';
import { loadConfig } from '../../server/src/host/config.js';
import { RefusedError } from '../../server/src/host/decode.js';
import { regulationText } from '../../server/src/host/regulation-files.js';
import { ResultCache } from '../../server/src/host/result-cache.js';
import { readSheet } from '../../server/src/host/sheets.js';
import { inWord } from '../../server/src/host/drafts.js';
import { readDraft, readSource } from '../../server/src/host/sources.js';
import { CLEAN, FLAWED, policydoc } from '../cli/harness.js';
import { HOSTILE } from '../harness/hostile.js';
import { NO_REGULATIONS, sealed } from '../harness/index-files.js';
import { runnerCommands, steersTerminal } from '../harness/output-readers.js';
import { docx } from '../host/docx-maker.js';
import { everything } from '../word/everything.js';
import { folderWith } from '../host/folder.js';
import { damaged, damagedInside, damages } from './bytes.js';

/*
 * Whatever reads a file somebody else wrote either reads it or refuses it with a message, in bounded time. A refusal is
 * an error of a known kind; from the command line, an exit code and no internal error.
 */

const LAW =
  '# 示例条例\n\n（2020年1月2日示例市人民代表大会通过）\n\n第一章　总则\n\n第一条　为了示例，制定本条例。\n\n第二条　示例应当遵守下列规定：\n\n（一）实事求是；\n\n（二）注重实效。\n\n第二章　附则\n\n第三条　本条例自2020年3月1日起施行。\n';
const CANONICAL = `---\ntitle: 示例条例\nedition: 2020-01-02\neffective: 2020-03-01\naliases: [示例]\n---\n\n${LAW}`;
const ROWS = [
  ['编号', '键', '值', '计量单位'],
  ['g1-1', '党员数', '1280', '人'],
  ['g1-2', '占比', '35.5%', ''],
];
const EMPTY_INDEX = {
  'data/regulations.json': NO_REGULATIONS['regulations.json'],
  'data/fingerprints.bin': NO_REGULATIONS['fingerprints.bin'],
};

const SUPPRESSED = `${FLAWED}<!-- policydoc-ignore-next-line placeholder-unfilled -- 月底提供 -->\n现有党员*人，占%。\n${HOSTILE.filter(it => !/[\0-\x1f\x7f\p{Cs}]/u.test(it)).join('\n')}\n`;

type Read = (path: string, folder: string) => unknown;
const sheet: Read = path => readSheet(path, 'sheet');
const regulation: Read = async path =>
  importText({ name: path, folders: [], stem: 'a', text: await regulationText(path) }, '');
/**
 * A command that reads the file; anything it did not expect is an internal error, and nothing in the file gives orders.
 */
const command =
  (...args: string[]): Read =>
  async (_path, folder) => {
    const { code, out, err } = await policydoc(folder, args, { dataFolder: join(folder, 'data') });
    assert.doesNotMatch(err, /内部错误/);
    assert.ok(code === 2 || code === 1 || code === 0);
    assert.ok(code !== 2 || err !== '', 'says why');
    assert.deepEqual(
      [steersTerminal(out), steersTerminal(err), runnerCommands(out), runnerCommands(err)],
      [[], [], [], []],
    );
  };

const zipped = new Set(['a.docx', 'draft.docx', 'a.xlsx']);
const READERS: readonly (readonly [
  file: string,
  bytes: () => string | Uint8Array | Promise<string | Uint8Array>,
  read: Read,
])[] = [
  ['a.docx', () => docx(LAW.split('\n\n').map(line => line.trim())), regulation],
  ['draft.docx', () => everything(), command('check', 'draft.docx')],
  [
    'draft.docx',
    () => everything(),
    async path => {
      const { text, word } = await readDraft(path);
      // What could be read can be written, or it is said why not.
      await inWord(word!.annotated([{ start: 0, end: text.length, paragraphs: ['甲'] }]));
    },
  ],
  [
    'a.html',
    () =>
      `<html><head><title>题</title></head><body><h1>示例条例</h1><table><tr><td>首页</table>${LAW.split('\n\n')
        .map(line => `<p class=a>${line}</p>`)
        .join('<br>\n')}<b>末</b></body>`,
    regulation,
  ],
  ['a.txt', () => LAW, regulation],
  [
    'canonical.md',
    () => CANONICAL,
    async path => {
      const read = readCanonical(path, (await readSource(path)).text);
      if (!('reason' in read)) read.content();
    },
  ],
  [
    'a.xlsx',
    () =>
      writeXlsx({
        sheets: [
          {
            name: '数据',
            rows: ROWS,
            cells: new Map([['2,2', { value: 0.355, style: { numFmt: '0.0%' } }]]),
            merges: [{ startRow: 1, endRow: 2, startCol: 3, endCol: 3 }],
          },
        ],
      }),
    sheet,
  ],
  ['a.csv', () => ROWS.map(row => row.map(cell => `"${cell}"`).join()).join('\r\n'), sheet],
  [
    'a.yaml',
    () => 'version: 1\nblanks:\n  - id: g1-1\n    key: "党员数"\n    value: 1280\n  - {id: g1-2, value: 35.5%}\n',
    sheet,
  ],
  [
    'a.json',
    () => '{"version": 1, "blanks": [{"id": "g1-1", "key": "党员数", "value": 1280}, {"id": "g1-2", "value": null}]}',
    sheet,
  ],
  [
    'policydoc.config.json',
    () =>
      '{"rules": {"placeholder-unfilled": "off", "section-missing": ["error", {"sections": ["problems"]}]}, "asOf": "2026-01-01", "ignore": ["a/**"], "regulations": ["laws"], "locale": "en", "reports": "all"}',
    path => loadConfig(path),
  ],
  [
    'baseline.json',
    async () => {
      const folder = folderWith({ ...EMPTY_INDEX, 'a.md': FLAWED });
      await command('check', 'a.md', '--baseline', 'baseline.json', '--update-baseline')('', folder);
      return readFileSync(join(folder, 'baseline.json'));
    },
    command('check', 'a.md', '--baseline', 'baseline.json'),
  ],
  [
    'part.json',
    async () => (await policydoc(folderWith({ 'a.md': FLAWED }), ['check', 'a.md', '--format', 'json'])).out,
    command('merge', 'part.json', '--format', 'markdown'),
  ],
  ['draft.md', () => SUPPRESSED, command('check', 'draft.md', '--final')],
  ['sheet.md', () => SUPPRESSED, command('review', 'sheet.md')],
  // With a checksum that is right: what would be refused for its checksum is in the test of loading it.
  [
    'data/regulations.json',
    () => readIndex(),
    async (path, folder) => {
      writeFileSync(join(folder, 'data/fingerprints.bin'), sealed(readFileSync(path))['fingerprints.bin']);
      await command('check', 'a.md')(path, folder);
    },
  ],
];

const readIndex = (): string =>
  JSON.stringify({
    version: 1,
    asOf: '2026-01-01',
    regulations: [
      {
        title: '中华人民共和国民法典',
        kind: '法律',
        issuer: '',
        names: ['民法典'],
        editions: [
          {
            date: '2020-05-28',
            effective: '2021-01-01',
            extent: 'all',
            form: 'articles',
            divisions: '章1@0总则|章2@1附则',
            articles: '1 2,1i1i1',
            clauses: 0,
          },
        ],
      },
    ],
  });

const REFUSALS = [RefusedError, ConfigError];
/** Bytes of a few kilobytes, whatever they are, take no longer. */
const MOST_MS = 3000;

describe('a damaged file is read or refused', () => {
  for (const [file, bytes, read] of READERS) {
    it(file, async () => {
      const sound = Buffer.from(await bytes());
      const folder = folderWith({ ...EMPTY_INDEX, 'a.md': CLEAN, [file]: sound });
      const path = join(folder, file);
      await read(path, folder);
      await fc.assert(
        fc.asyncProperty(damages, fc.option(fc.double({ min: 0, max: 1, noNaN: true })), async (all, part) => {
          writeFileSync(
            path,
            zipped.has(file) && part !== null ? await damagedInside(sound, part, all) : damaged(sound, all),
          );
          let last = 0;
          for (let times = 0; times < 3; times++) {
            const start = process.cpuUsage();
            await Promise.resolve(read(path, folder)).catch((error: unknown) => {
              if (!REFUSALS.some(kind => error instanceof kind)) throw error;
            });
            const { user, system } = process.cpuUsage(start);
            last = (user + system) / 1000;
            if (last < MOST_MS) return;
          }
          assert.fail(`${last} ms`);
        }),
        { numRuns: 40 },
      );
    });
  }

  it('of a Git repository', async () => {
    const folder = folderWith({ ...EMPTY_INDEX, 'a.md': FLAWED });
    await git.init({ fs, dir: folder, defaultBranch: 'main' });
    const author = { name: '甲', email: 'a@example.org', timestamp: 0, timezoneOffset: 0 };
    for (const text of [FLAWED, CLEAN]) {
      writeFileSync(join(folder, 'a.md'), text);
      await git.add({ fs, dir: folder, filepath: 'a.md' });
      await git.commit({ fs, dir: folder, message: '甲', author });
    }
    const read = command('check', 'a.md', '--changed-since', 'main~1');
    await read('', folder);
    const names = readdirSync(join(folder, '.git'), { recursive: true, encoding: 'utf8' })
      .map(name => join(folder, '.git', name))
      .filter(path => fs.statSync(path).isFile())
      .sort();
    await fc.assert(
      fc.asyncProperty(damages, fc.nat(), async (all, which) => {
        const path = names[which % names.length]!;
        const sound = readFileSync(path);
        fs.chmodSync(path, 0o644);
        writeFileSync(path, damaged(sound, all));
        await read('', folder);
        writeFileSync(path, sound);
      }),
      { numRuns: 40 },
    );
  });

  it('of the cache as if it were not there', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'cache'));
    const opened = () => ResultCache.open(join(folder, 'own'), join(folder, 'cache'));
    const cache = await opened();
    for (const name of ['a.md', 'b.md']) cache.put(name, 'key', { name }, '乙', JSON.stringify(['甲']));
    await cache.close();
    const sound = readFileSync(cache.file);
    await fc.assert(
      fc.asyncProperty(damages, async all => {
        const bytes = damaged(sound, all);
        writeFileSync(cache.file, bytes);
        const read = (await opened()).get('a.md', 'key');
        assert.equal(read !== undefined, sound.equals(bytes));
        if (read) assert.deepEqual([read.value, read.text(), read.more()], [{ name: 'a.md' }, '乙', '["甲"]']);
      }),
      { numRuns: 40 },
    );
  });
});
