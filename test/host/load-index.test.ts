import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import zlib from 'node:zlib';
import type { RegulationData } from '../../server/src/core/regulations/records.js';
import { ANYWHERE, indexOf } from '../../server/src/host/index-data.js';
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
    { what: 'null', json: 'null', bytes: 0, error: /法规索引已损坏/ },
    { what: 'half a fingerprint', json: GOOD, bytes: 6, error: /法规索引已损坏.*fingerprints\.bin.*multiple of 4/ },
    {
      what: 'too many fingerprints',
      json: GOOD,
      bytes: 8,
      error: /法规索引已损坏.*0 fingerprints expected, 1 found/,
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
    const load = (all: Uint8Array, crc32: typeof ANYWHERE.crc32): unknown =>
      indexOf(
        { name: 'a', bytes: all.slice(0, all.length - bytes.length) },
        { name: 'b', bytes: all.slice(-bytes.length) },
        { ...ANYWHERE, crc32 },
      );
    for (const crc32 of [zlib.crc32, ANYWHERE.crc32]) {
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

  it('reads the same where the machine lends no hand', () => {
    const file = (name: string): { name: string; bytes: Uint8Array } => ({
      name,
      bytes: readFileSync(join('server/data', name)),
    });
    const titles = indexOf(file('regulations.json'), file('fingerprints.bin')).regulations.map(({ title }) => title);
    assert.deepEqual(
      titles,
      loadIndex('server/data').regulations.map(({ title }) => title),
    );
    assert.ok(titles.length > 1000);
  });
});
