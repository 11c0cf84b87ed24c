import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type FullDocumentDiagnosticReport,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { VSCODE } from '../lsp/session.js';
import { report, SEED, withFolder } from './corpus.js';
import { byTurns, rows, type Part, type Row } from './harness.js';
import { install, MARKDOWNLINT, PEERS } from './peers.js';
import { ROOT, wall } from './processes.js';

/** Of what markdownlint-cli2 takes for the same draft. */
const GOAL = 0.5;
const NAME = 'draft.md';
const MEGABYTES = 120;
const MORE_DRAFTS = 20;
const MEGABYTES_EACH = 3.7;

/** The server as an editor starts it, and a client that asks only what it must. */
class Server {
  readonly #process: ChildProcess;
  readonly #client: ProtocolConnection;

  constructor() {
    const started = spawn(process.execPath, ['server/dist/lsp.cjs', '--stdio'], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process = started;
    this.#client = createProtocolConnection(
      new StreamMessageReader(started.stdout),
      new StreamMessageWriter(started.stdin),
    );
    this.#client.onRequest('client/registerCapability', () => {});
    this.#client.onRequest('workspace/diagnostic/refresh', () => {});
    this.#client.listen();
  }

  async initialize(): Promise<void> {
    await this.#client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: VSCODE,
      locale: 'zh-cn',
    });
    await this.#client.sendNotification('initialized', {});
  }

  /** Opens a draft and waits for its findings. */
  async open(name: string, text: string): Promise<void> {
    const uri = `file:///reports/${name}.md`;
    await this.#client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    const { items } = await this.#client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    if (items.length === 0) throw new Error('no finding in a draft that has some');
  }

  /** Resident memory in megabytes, where the system tells it by a file. */
  get memory(): number {
    const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${this.#process.pid}/status`, 'utf8'))![1];
    return Number(kilobytes) / 1024;
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.#process.once('exit', resolve));
    await this.#client.sendRequest('shutdown');
    await this.#client.sendNotification('exit');
    await ended;
    this.#client.dispose();
  }
}

async function firstFinding(text: string): Promise<number> {
  const from = performance.now();
  const server = new Server();
  await server.initialize();
  await server.open('draft', text);
  const took = performance.now() - from;
  await server.stop();
  return took;
}

async function memory(): Promise<Row[]> {
  if (process.platform !== 'linux') return [];
  const server = new Server();
  await server.initialize();
  await server.open('draft', report(30_000));
  const one = server.memory;
  for (let i = 1; i <= MORE_DRAFTS; i++) await server.open(`draft-${i}`, report(30_000, SEED + i));
  const each = (server.memory - one) / MORE_DRAFTS;
  await server.stop();
  return [
    { what: 'memory of the server with a draft of 30,000 characters', measured: one, unit: 'MB', goal: MEGABYTES },
    { what: `what each of ${MORE_DRAFTS} more such drafts adds`, measured: each, unit: 'MB', goal: MEGABYTES_EACH },
  ];
}

export const part: Part = {
  title: 'Opening: from the start of the server to the first findings',
  async run({ rounds, hasPeers }) {
    const [short, long] = [report(3_000), report(30_000)];
    return withFolder(
      [
        [`short/${NAME}`, short],
        [`long/${NAME}`, long],
      ],
      async folder => {
        if (hasPeers) install();
        const peer = PEERS.find(({ name }) => name === MARKDOWNLINT)!;
        const lint = (of: string): Promise<number> => wall(peer.command([`${of}/${NAME}`]), folder);
        const times: Record<string, number> = await byTurns<string>(rounds ?? 15, {
          short: () => firstFinding(short),
          long: () => firstFinding(long),
          ...(hasPeers && { 'lint short': () => lint('short'), 'lint long': () => lint('long') }),
        });
        const opening = (what: string, of: string): Row[] =>
          hasPeers
            ? rows(what, times[of]!, { [MARKDOWNLINT]: times[`lint ${of}`]! }, { [MARKDOWNLINT]: GOAL })
            : [{ what, measured: times[of]!, unit: 'ms' }];
        return [
          ...opening('server start to findings in a draft of 3,000 characters', 'short'),
          ...opening('server start to findings in a draft of 30,000 characters', 'long'),
          ...(await memory()),
        ];
      },
    );
  },
};
