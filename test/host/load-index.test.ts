import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import zlib from 'node:zlib';
import type { RegulationData } from '../../server/src/core/regulations/records.js';
import { crc32 as ours } from '../../server/src/host/crc32.js';
import { RegulationIndex } from '../../server/src/core/regulations/regulation-index.js';
import { indexOf } from '../../server/src/host/index-data.js';
import { loadIndex } from '../../server/src/host/load-index.js';
import { serialize } from '../../server/tools/serialize.js';
import { sealed } from '../harness/index-files.js';

const GOOD = '{"version":1,"asOf":"2026-01-01","regulations":[]}';

describe('loading an index', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policydoc-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Of bytes whose checksum is right, for a tool may make wrong ones. */
  const cases: { what: string; json: string | null; bytes: number | null; error: RegExp | null }[] = [
    { what: 'an empty one', json: GOOD, bytes: 0, error: null },
    { what: 'no facts', json: null, bytes: 0, error: /无法读取法规索引.*regulations\.json/ },
    { what: 'no fingerprints', json: GOOD, bytes: null, error: /无法读取法规索引.*fingerprints\.bin/ },
    { what: 'broken JSON', json: GOOD.slice(0, 20), bytes: 0, error: /法规索引已损坏.*regulations\.json.*damaged/ },
    { what: 'another version', json: GOOD.replace('1', '2'), bytes: 0, error: /法规索引已损坏.*version 1/ },
    {
      what: 'regulations in the first line',
      json: GOOD.replace('[]', '[{}]'),
      bytes: 0,
      error: /法规索引已损坏.*one regulation a line/,
    },
    {
      what: 'regulations it does not count',
      json: GOOD.replace(']', '\n{}\n]'),
      bytes: 0,
      error: /one regulation a line/,
    },
    { what: 'null', json: 'null', bytes: 0, error: /法规索引已损坏/ },
    { what: 'half a fingerprint', json: GOOD, bytes: 6, error: /法规索引已损坏.*fingerprints\.bin.*multiple of 4/ },
    {
      what: 'too many fingerprints',
      json: GOOD,
      bytes: 8,
      error: /法规索引已损坏.*0 regulations of 0 clauses in 2 words/,
    },
  ];
  for (const { what, json, bytes, error } of cases) {
    it(what, () => {
      const files = sealed(json ?? '', new Uint8Array(bytes ?? 0));
      if (json !== null) writeFileSync(join(folder, 'regulations.json'), files['regulations.json']);
      if (bytes !== null) writeFileSync(join(folder, 'fingerprints.bin'), files['fingerprints.bin']);
      if (error) assert.throws(() => loadIndex(folder), error);
      else assert.equal(loadIndex(folder).asOf, '2026-01-01');
    });
  }

  const edition = {
    date: '2020-01-02',
    effective: '',
    extent: 'text',
    form: 'articles',
    divisions: '',
    articles: '3',
    clauses: 3,
  } as const;
  const DATA: RegulationData = {
    version: 1,
    asOf: '2026-01-01',
    regulations: [{ title: '示例条例', names: [], kind: '', issuer: '', editions: [edition] }],
  };
  const DAMAGED =
    /^Error: 法规索引已损坏，请重新安装 policydoc：.* \/ the regulation index is damaged, install policydoc again: a, b \(/;

  it('no bit of either file may differ, whether the machine or we make out the checksum', () => {
    const { json, bytes } = serialize(DATA, Uint32Array.of(1, 2, 0xffffffff), Uint8Array.of(4, 5, 6));
    const whole = Buffer.concat([Buffer.from(json), bytes]);
    const load = (all: Uint8Array, crc32: typeof ours): unknown =>
      indexOf(
        { name: 'a', bytes: all.slice(0, all.length - bytes.length) },
        { name: 'b', bytes: all.slice(-bytes.length) },
        crc32,
      );
    for (const crc32 of [zlib.crc32, ours]) {
      load(whole, crc32);
      for (let bit = 0; bit < whole.length * 8; bit++) {
        const flipped = Uint8Array.from(whole);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        assert.throws(() => load(flipped, crc32), DAMAGED, `bit ${bit}`);
      }
      assert.throws(() => load(whole.subarray(1), crc32), DAMAGED);
      assert.throws(() => load(Uint8Array.of(), crc32), DAMAGED);
    }
  });

  it('the facts of one index and the fingerprints of another are no index', () => {
    const [one, other] = [
      serialize(DATA, Uint32Array.of(1, 2, 3), Uint8Array.of(4, 5, 6)),
      serialize({ ...DATA, asOf: '2026-01-02' }, Uint32Array.of(1, 2, 3), Uint8Array.of(4, 5, 6)),
    ];
    assert.throws(
      () => indexOf({ name: 'a', bytes: Buffer.from(one.json) }, { name: 'b', bytes: other.bytes }),
      DAMAGED,
    );
  });

  it('reads the same where the machine lends no hand, and as the records say it', () => {
    const file = (name: string): { name: string; bytes: Uint8Array } => ({
      name,
      bytes: readFileSync(join('server/data', name)),
    });
    const told = ({ regulations }: RegulationIndex): unknown =>
      regulations.map(({ title, names, kind, issuer, repealed, editions }) => [
        [title, names, kind, issuer, repealed],
        editions.map(({ date, effective, extent, form, clauseCount, articles, divisions }) => [
          [date, effective, extent, form, clauseCount, divisions.length],
          articles.map(({ number, suffix, clauses }) => [number, suffix, clauses.to]),
        ]),
      ]);
    const slow = indexOf(file('regulations.json'), file('fingerprints.bin'));
    const data = JSON.parse(readFileSync('server/data/regulations.json', 'utf8')) as RegulationData & {
      clauses: number;
      terms: number;
    };
    const { clauses, terms } = data;
    const bytes = Uint8Array.from(readFileSync('server/data/fingerprints.bin'));
    const plain = RegulationIndex.of(
      data,
      new Uint32Array(bytes.buffer, 0, clauses),
      bytes.subarray(4 * clauses, 5 * clauses),
      bytes.subarray(5 * clauses, 5 * clauses + terms),
    );
    assert.ok(slow.regulations.length > 1000);
    assert.deepEqual(told(slow), told(plain));
    assert.deepEqual(told(loadIndex('server/data')), told(plain));
    for (const { title, names } of plain.regulations)
      for (const name of [title, ...names])
        assert.deepEqual(
          slow.find(name).map(it => it.title),
          plain.find(name).map(it => it.title),
          name,
        );
    assert.deepEqual(
      slow.near('中华人民共和国民法曲解释').map(it => it.title),
      plain.near('中华人民共和国民法曲解释').map(it => it.title),
    );
  });
});
