import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { decisionsFor } from '../../server/src/host/decisions-file.js';
import { decided } from '../../server/src/host/decisions.js';
import { loadIndex } from '../../server/src/index.js';
import { p, word } from '../harness/word.js';
import { folderWith } from '../host/folder.js';
import { Session, SILENT, VSCODE } from '../lsp/session.js';
import { policydoc } from './harness.js';

/** Decisions beside the draft: for texts that will be printed, and for Word documents. */

const TEXT = '关于示例市工作情况的调研报告\n\n共XX家，XX户。\n\n共XX人。\n';
const BODY = p('关于示例市工作情况的调研报告') + p('共XX家，XX户。') + p('共XX人。');

interface Found {
  readonly rule: string;
  readonly fingerprint: string;
  readonly message: string;
}
interface Said {
  readonly findings: readonly Found[];
  readonly suppressions: readonly { readonly rules: readonly string[]; readonly reason: string }[];
}

let cache: string;
beforeEach(() => {
  cache = folderWith({});
});
const folderOf = async (): Promise<string> => folderWith({ '稿.txt': TEXT, '稿.docx': await word(BODY) });

async function check(folder: string, file: string, ...more: string[]): Promise<Said> {
  const env = { XDG_CACHE_HOME: cache };
  const { out, err } = await policydoc(folder, ['check', file, '--format', 'json', ...more], { env });
  assert.equal(err, '');
  return (JSON.parse(out) as { files: Said[] }).files[0]!;
}
const blanks = ({ findings }: Said): Found[] => findings.filter(({ rule }) => rule === 'placeholder-unfilled');
const decide = (folder: string, decisions: readonly object[]): void =>
  writeFileSync(join(folder, 'policydoc-decisions.json'), JSON.stringify({ version: 1, decisions }));
const entry = (draft: string, { rule, fingerprint }: Found, more: object = {}): object => ({
  draft,
  rule,
  fingerprint,
  reason: '年底才有',
  by: '张三',
  ...more,
});

describe('decisions beside a draft', () => {
  for (const file of ['稿.txt', '稿.docx']) {
    it(`silence a finding of ${file}, are told with the reason, and touch nothing else`, async () => {
      const folder = await folderOf();
      const before = await check(folder, file);
      assert.equal(blanks(before).length, 3);
      decide(folder, [entry(file, blanks(before)[0]!, { until: '2999-12-31' })]);
      const after = await check(folder, file);
      assert.deepEqual(blanks(after), blanks(before).slice(1), 'the others keep their names');
      assert.deepEqual(
        after.suppressions.map(({ rules, reason }) => [...rules, reason]),
        [['placeholder-unfilled', '年底才有（张三，2999-12-31 前有效）']],
      );
      const other = file === '稿.txt' ? '稿.docx' : '稿.txt';
      assert.equal(blanks(await check(folder, other)).length, 3, 'another draft has its own');
      for (const output of [
        ['-o', 'a.html'],
        ['--format', 'markdown'],
      ]) {
        const { out } = await policydoc(folder, ['review', file, ...output]);
        if (output[0] === '--format') assert.match(out, /年底才有/);
      }
      const final = await policydoc(folder, ['check', file, '--final']);
      assert.match(final.out, /年底才有（张三/);
    });
  }

  it('are told when they meet nothing, when they are over, and when their words have changed', async () => {
    const folder = await folderOf();
    const [first, second] = blanks(await check(folder, '稿.txt'));
    decide(folder, [
      entry('稿.txt', first!, { until: '2000-01-01' }),
      entry('稿.txt', { ...second!, fingerprint: 'x' }),
    ]);
    const after = await check(folder, '稿.txt');
    assert.equal(blanks(after).length, 3);
    assert.deepEqual(
      after.findings.filter(({ rule }) => rule === 'suppression-unused').map(({ message }) => message),
      [
        'policydoc-decisions.json 中关于 placeholder-unfilled 的一项决定已于 2000-01-01 到期。',
        'policydoc-decisions.json 中关于 placeholder-unfilled 的一项决定没有对应的问题。',
      ],
    );
    decide(folder, [entry('稿.txt', first!)]);
    assert.equal(blanks(await check(folder, '稿.txt')).length, 2);
    writeFileSync(join(folder, '稿.txt'), TEXT.replace('XX户', 'XX个'));
    assert.equal(blanks(await check(folder, '稿.txt')).length, 3);
  });

  it('hold in a cache and are forgotten with it', async () => {
    const folder = await folderOf();
    const [first] = blanks(await check(folder, '稿.txt', '--cache'));
    decide(folder, [entry('稿.txt', first!)]);
    assert.equal(blanks(await check(folder, '稿.txt', '--cache')).length, 2);
    decide(folder, []);
    assert.equal(blanks(await check(folder, '稿.txt', '--cache')).length, 3);
  });

  it('are the same in the editor: law 3', async () => {
    const folder = await folderOf();
    const [first] = blanks(await check(folder, '稿.txt'));
    decide(folder, [entry('稿.txt', first!)]);
    const session = await Session.start(VSCODE, {
      loadIndex: async () => loadIndex(resolve('server/data')),
      configFor: async file => {
        const decisions = decisionsFor(join(folder, file!.split('/').at(-1)!));
        return { ...SILENT, settings: { rules: {} }, decide: analysis => decided(analysis, decisions) };
      },
    });
    try {
      const uri = 'file:///稿.txt';
      await session.open(uri, TEXT);
      const { items } = await session.client.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      assert.equal(items.length, (await check(folder, '稿.txt')).findings.length);
    } finally {
      await session.stop();
    }
  });

  const BROKEN: Readonly<Record<string, unknown>> = {
    'no JSON': '{',
    'another version': { version: 2, decisions: [] },
    'no list': { version: 1 },
    'no reason': { version: 1, decisions: [{ draft: '稿.txt', rule: 'a', fingerprint: 'b', by: 'c' }] },
    'an empty reason': {
      version: 1,
      decisions: [{ draft: '稿.txt', rule: 'a', fingerprint: 'b', by: 'c', reason: ' ' }],
    },
    'no day': {
      version: 1,
      decisions: [{ draft: '稿.txt', rule: 'a', fingerprint: 'b', by: 'c', reason: 'd', until: '明年' }],
    },
    'something unknown': {
      version: 1,
      decisions: [{ draft: '稿.txt', rule: 'a', fingerprint: 'b', by: 'c', reason: 'd', rules: [] }],
    },
  };
  for (const [what, content] of Object.entries(BROKEN)) {
    it(`that are broken keep a draft from being checked: ${what}`, async () => {
      const folder = await folderOf();
      writeFileSync(
        join(folder, 'policydoc-decisions.json'),
        typeof content === 'string' ? content : JSON.stringify(content),
      );
      const { code, err } = await policydoc(folder, ['check', '稿.txt']);
      assert.equal(code, 2);
      assert.match(err, /稿\.txt：旁边的 policydoc-decisions\.json 无法使用/);
    });
  }

  it('lie in the folder of the draft and in no other', async () => {
    const folder = await folderOf();
    assert.deepEqual(decisionsFor(join(dirname(folder), '稿.txt')), []);
  });
});
