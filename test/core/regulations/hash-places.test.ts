import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HashPlaces } from '../../../server/src/core/regulations/hash-places.js';

it('a hash is found where it stands, in order, and nowhere else', () => {
  // Few, and such as differ in their high bits alone.
  const hash = fc.constantFrom(0, 1, 2, 0x80000001, 0x40000001, 0xffffffff);
  fc.assert(
    fc.property(fc.array(hash), hash, (all, wanted) => {
      const found = [...new HashPlaces(Uint32Array.from(all)).of(wanted)];
      assert.deepEqual(
        found,
        all.flatMap((one, place) => (one === wanted ? [place] : [])),
      );
    }),
  );
});
