import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadIndex } from '../../server/src/host/load-index.js';

const GOOD = '{"version":1,"asOf":"2026-01-01","regulations":[]}';

describe('loading an index', () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'policydoc-')); });
  afterEach(() => rmSync(folder, { recursive: true }));

  const cases: { what: string; json: string | null; bytes: number | null; error: RegExp | null }[] = [
    { what: 'an empty one', json: GOOD, bytes: 0, error: null },
    { what: 'no facts', json: null, bytes: 0, error: /无法读取法规索引.*regulations\.json/ },
    { what: 'no fingerprints', json: GOOD, bytes: null, error: /无法读取法规索引.*fingerprints\.bin/ },
    { what: 'broken JSON', json: GOOD.slice(0, 20), bytes: 0, error: /法规索引已损坏.*regulations\.json.*damaged/ },
    { what: 'another version', json: GOOD.replace('1', '2'), bytes: 0, error: /法规索引已损坏.*version 1/ },
    { what: 'null', json: 'null', bytes: 0, error: /法规索引已损坏/ },
    { what: 'half a fingerprint', json: GOOD, bytes: 6, error: /法规索引已损坏.*fingerprints\.bin.*multiple of 4/ },
    { what: 'too many fingerprints', json: GOOD, bytes: 8, error: /法规索引已损坏.*0 fingerprints expected, 2 found/ },
  ];
  for (const { what, json, bytes, error } of cases) {
    it(what, () => {
      if (json !== null) writeFileSync(join(folder, 'regulations.json'), json);
      if (bytes !== null) writeFileSync(join(folder, 'fingerprints.bin'), new Uint8Array(bytes));
      if (error) assert.throws(() => loadIndex(folder), error);
      else assert.equal(loadIndex(folder).asOf, '2026-01-01');
    });
  }
});
