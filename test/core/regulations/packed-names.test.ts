import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keysOf } from '../../../server/src/core/regulations/names.js';
import { hashedBefore, PackedNames, packNames } from '../../../server/src/core/regulations/packed-names.js';

const named = (title: string, ...names: string[]): { title: string; names: string[] } => ({ title, names });
const of = (...regulations: { title: string; names: string[] }[]): PackedNames =>
  new PackedNames(packNames(regulations));
const places = (found: Uint32Array | null): number[] | null => found && [...found];

describe('packed names', () => {
  const part = fc.stringMatching(/^[甲乙丙法〈〉、]{1,4}$/);
  const regulation = fc.record({
    title: fc.oneof(
      part,
      part.map(it => `中华人民共和国${it}`),
    ),
    names: fc.array(part, { maxLength: 3 }),
  });

  it('tell of every key where those are that have it in its strongest sense', () => {
    fc.assert(
      fc.property(fc.array(regulation, { maxLength: 12 }), regulations => {
        const packed = of(...regulations);
        const all = regulations.map(keysOf);
        for (const key of all.flat(2)) {
          const strongest = [0, 1, 2].find(strength => all.some(keys => keys[strength]!.includes(key)))!;
          const expected = all.flatMap((keys, place) => (keys[strongest]!.includes(key) ? [place] : []));
          assert.deepEqual(places(packed.of(key)), expected, key);
          assert.ok(packed.longest >= key.length);
        }
      }),
    );
  });

  it('know the last two units of every key, and nothing that ends in none', () => {
    const packed = of(named('示例条例', '例规'), named('样本办法'));
    for (const [pair, found] of [
      ['条例', []],
      ['例规', [0]],
      ['办法', []],
      ['样本', null],
    ] as const)
      assert.deepEqual(places(packed.of(pair)), found, pair);
  });

  it('are found by a hash that grows from the end of the words', () => {
    const packed = of(named('示例条例'));
    let hash: number | undefined;
    for (const unit of [...'例条例示']) hash = hashedBefore(unit.charCodeAt(0), hash);
    assert.deepEqual(places(packed.at(hash!)), [0]);
  });

  it('of no regulation are none, packed or not there at all', () => {
    for (const packed of [of(), new PackedNames(new Uint32Array())])
      assert.deepEqual([packed.of('示例'), packed.longest], [null, 0]);
  });
});
