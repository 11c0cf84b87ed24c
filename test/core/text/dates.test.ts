import assert from 'node:assert/strict';
import { isDate, isDay } from '../../../server/src/core/text/dates.js';

describe('dates', () => {
  it('by year, month or day', () => {
    const good = ['2012', '2012-12', '2024-02-29', '2000-02-29'];
    const bad = ['', '12', '2012-13', '2012-00', '2023-02-29', '1900-02-29', '2012-1-1', '2012-01-32', '2012年'];
    assert.deepEqual([...good, ...bad].filter(isDate), good);
    assert.deepEqual([...good, ...bad].filter(isDay), ['2024-02-29', '2000-02-29']);
  });
});
