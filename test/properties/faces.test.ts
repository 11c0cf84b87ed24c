import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import { DEFAULT_SETTINGS } from '../../server/src/core/analyze.js';
import type { Severity } from '../../server/src/core/rules/rule.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { policydoc } from '../cli/harness.js';
import { Session, SILENT, VSCODE } from '../lsp/session.js';

/** What `check --format json` says of a finding, as far as an editor shows it too. */
interface Entry {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly reason: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const SAMPLES = resolve('samples');
const SEVERITY: Readonly<Record<Severity, number>> = { error: 1, warning: 2, info: 3 };

/** Rule, severity, place and words, the same for both faces. */
const ofEntry = ({ rule, severity, message, reason, startLine, startColumn, endLine, endColumn }: Entry): string =>
  [rule, SEVERITY[severity], `${startLine}:${startColumn}-${endLine}:${endColumn}`, message, reason].join(' | ');
const ofDiagnostic = ({ code, severity, message, range: { start, end } }: Diagnostic): string =>
  [code, severity, `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`, ...String(message).split('\n')].join(' | ');

describe('law 3: the editor and the command line show the same findings', () => {
  let session: Session;
  before(async () => {
    session = await Session.start(VSCODE, { loadIndex: async () => loadIndex('server/data'), configFor: async () => ({ ...SILENT, settings: DEFAULT_SETTINGS }) }, { locale: 'zh-cn' });
  });
  after(() => session.stop());

  async function inEditor(name: string, text: string): Promise<string[]> {
    const uri = `file:///${encodeURIComponent(name)}`;
    await session.open(uri, text);
    const { items } = await session.client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    return items.map(ofDiagnostic);
  }

  async function onCommandLine(name: string): Promise<string[]> {
    const { out } = await policydoc(SAMPLES, ['check', name, '--format', 'json']);
    const { files } = JSON.parse(out) as { files: { findings: Entry[] }[] };
    return files.flatMap(({ findings }) => findings.map(ofEntry));
  }

  for (const name of readdirSync(SAMPLES).filter(file => /\.(?:md|txt)$/.test(file))) {
    it(`of ${name}`, async () => {
      assert.deepEqual(await inEditor(name, readFileSync(`${SAMPLES}/${name}`, 'utf8')), await onCommandLine(name));
    });
  }

  it('and the same bytes each time', async () => {
    const args = ['check', '.', '--format', 'json'];
    assert.equal((await policydoc(SAMPLES, args)).out, (await policydoc(SAMPLES, args)).out);
  });
});
