import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBookingError } from '../../../src/domain/booking-error.js';
import { readJsonBody } from '../../../src/server/json-body.js';

/** As in Firefox, whose requests have no `body`. */
function unstreamed(text: string): Request {
  const request = new Request('http://localhost/', { method: 'POST', body: text });
  Object.defineProperty(request, 'body', { value: undefined });
  return request;
}

void describe('a body that cannot be streamed', () => {
  void it('is read whole, and still has a limit', async () => {
    assert.deepEqual(await readJsonBody(unstreamed('{"a":1}'), 100), { a: 1 });
    const large = readJsonBody(unstreamed(`"${'x'.repeat(200)}"`), 100);
    await assert.rejects(large, (error) => isBookingError(error) && error.status === 413);
  });
});
