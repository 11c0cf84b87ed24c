import assert from 'node:assert/strict';
import fc from 'fast-check';
import { digest, portableDigest } from '../../server/src/host/digest.js';

describe('a digest', () => {
  it('is the same whoever makes it, of any text', () => {
    assert.equal(digest(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '甲', '\ud800', '\udc00'), (text, odd) =>
        assert.equal(digest(odd + text), portableDigest(odd + text)),
      ),
    );
  });
});
