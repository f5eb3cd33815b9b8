import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadOnce } from '../../../src/domain/load-once.js';

it('what is asked for by many at once is loaded once, and again only after a failure, from another address', async () => {
  const attempts: number[] = [];
  const load = loadOnce((attempt) => {
    attempts.push(attempt);
    return attempt === 0 ? Promise.reject(new Error('offline')) : Promise.resolve(attempt);
  });
  const first = await Promise.allSettled([load(), load(), load()]);
  assert.deepEqual(
    first.map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  );
  assert.deepEqual(await Promise.all([load(), load()]), [1, 1]);
  assert.deepEqual([await load(), attempts], [1, [0, 1]]);
});
