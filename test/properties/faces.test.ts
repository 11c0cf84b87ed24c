import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Severity } from '../../server/src/core/rules/rule.js';
import { Configs } from '../../server/src/host/config.js';
import { marks } from '../../server/src/features/grouping.js';
import { analyze, loadIndex } from '../../server/src/index.js';
import { policydoc } from '../cli/harness.js';
import { corpus } from '../harness/corpus.js';
import { folderWith, type Files } from '../host/folder.js';
import { Session, SILENT, VSCODE } from '../lsp/session.js';

/** What `check --format json` says of a finding, as far as another face shows it too. */
interface Entry {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The findings of each file that counts as a report, by its name. */
type Found = Readonly<Record<string, readonly string[]>>;

const CONFIG = { rules: { 'placeholder-unfilled': 'info', 'citation-unverifiable': 'warning' } } as const;
/** What an editor marks and does not list. */
const HINT = 4;
const SEVERITY: Readonly<Record<Severity, number>> = { error: 1, warning: 2, info: 3 };

const samples = new Map(
  readdirSync('samples').map(name => {
    const text = readFileSync(`samples/${name}`, 'utf8');
    return [name, { text, bytes: Buffer.from(text) }];
  }),
);
const REPORTS = new Map([...samples, ...corpus(120)]);
const FILES: Files = {
  'policydoc.config.json': JSON.stringify(CONFIG),
  ...Object.fromEntries([...REPORTS].map(([name, { bytes }]) => [name, bytes])),
};

describe('law 3: every face shows the same findings of the same 125 reports:', function () {
  this.timeout(60_000);
  const world = { env: { XDG_CACHE_HOME: folderWith({}) } };
  let folder: string;
  let plain: string | undefined;
  beforeEach(async () => {
    folder = folderWith(FILES);
    // Names count from the folder, so what the first says holds for all.
    plain ??= await check();
  });

  async function check(...more: string[]): Promise<string> {
    const { out, err } = await policydoc(folder, ['check', '--format', 'json', ...more], world);
    assert.equal(err, '');
    return out;
  }

  const entries = (json: string): [string, readonly Entry[]][] =>
    (JSON.parse(json) as { files: { file: string; findings: Entry[] }[] }).files.map(({ file, findings }) => [
      file,
      findings,
    ]);

  it('check, check into a cache and out of it, and check in three shards merged, to the byte', async () => {
    assert.ok(
      entries(plain!).length > 90 && entries(plain!).length < REPORTS.size,
      `${entries(plain!).length} of them are reports`,
    );
    assert.ok(entries(plain!).reduce((n, [, findings]) => n + findings.length, 0) > 1000);
    assert.equal(await check('--cache'), plain);
    assert.equal(await check('--cache'), plain);
    for (const i of [1, 2, 3]) await policydoc(folder, ['check', '--shard', `${i}/3`, '--format', `json=${i}.json`]);
    assert.equal((await policydoc(folder, ['merge', '3.json', '1.json', '2.json', '--format', 'json'])).out, plain);
  });

  it('check and the library', () => {
    const index = loadIndex(resolve('server/data'));
    const found: Found = Object.fromEntries(
      [...REPORTS].flatMap(([name, { text }]) => {
        const { findings, model } = analyze(text, { index, settings: CONFIG });
        const isReport = model.frontMatter?.data['policydoc'] ?? model.genre.isReport;
        return isReport
          ? [
              [
                name,
                findings.map(({ rule, severity, start, end, message, reason }) =>
                  said(rule, severity, `${start}-${end}`, message['zh-CN'], reason['zh-CN']),
                ),
              ],
            ]
          : [];
      }),
    );
    assert.deepEqual(
      found,
      of(plain!, ({ start, end }) => `${start}-${end}`),
    );
  });

  it('check and the editor', async () => {
    const loadedIndex = loadIndex(resolve('server/data'));
    const session = await Session.start(
      VSCODE,
      {
        loadIndex: async () => loadIndex(resolve('server/data')),
        configFor: async file => ({
          ...SILENT,
          settings: (await new Configs().nearest(dirname(join(folder, file!)))).settings,
        }),
      },
      { locale: 'zh-cn' },
    );
    try {
      const found: Record<string, readonly string[]> = {};
      for (const [name, { text }] of REPORTS) {
        const uri = `file:///${name.split('/').map(encodeURIComponent).join('/')}`;
        await session.open(uri, text);
        const { items } = await session.client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
          textDocument: { uri },
        });
        await session.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
        if (items.length > 0) found[name] = items.map(ofDiagnostic);
      }
      // The editor marks every finding; where it lists one for several, that one speaks of them all and the others are hints.
      const shown = Object.fromEntries(
        Object.keys(of(plain!, () => '')).flatMap(name => {
          const { findings, model } = analyze(REPORTS.get(name)!.text, {
            index: loadedIndex,
            settings: CONFIG,
          });
          const all = marks(findings).map(({ finding: { rule, severity, start, end, reason }, message, isListed }) => {
            const [from, to] = [model.lines.at(start), model.lines.at(end)];
            const place = `${from.line}:${from.column}-${to.line}:${to.column}`;
            return [rule, isListed ? SEVERITY[severity] : HINT, place, message['zh-CN'], reason['zh-CN']].join(' | ');
          });
          return all.length > 0 ? [[name, all]] : [];
        }),
      );
      assert.deepEqual(found, shown);
    } finally {
      await session.stop();
    }
  });

  /** Rule, severity, place and words, the same for all faces. */
  const said = (rule: unknown, severity: Severity, place: string, message: string, reason: string): string =>
    [rule, SEVERITY[severity], place, message, reason].join(' | ');
  const of = (json: string, place: (entry: Entry) => string): Found =>
    Object.fromEntries(
      entries(json).map(([file, findings]) => [
        file,
        findings.map(it => said(it.rule, it.severity, place(it), it.message, it.reason)),
      ]),
    );
  const ofDiagnostic = ({ code, severity, message, range: { start, end } }: Diagnostic): string =>
    [
      code,
      severity,
      `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`,
      ...String(message).split('\n'),
    ].join(' | ');
});
