import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { backend } from './backend.js';

describe('junk', () => {
  it('in a path, a method or a header is refused', async () => {
    const { ask } = backend();
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'BREW');
    const path = fc
      .array(
        fc.oneof(
          fc.webSegment(),
          fc.constantFrom('coach', 'coaching', 'sessions', 'hold', 'book', 'release', '%00', '%ff', '..', '__proto__'),
        ),
        { maxLength: 5 },
      )
      .map((segments) => `/${segments.join('/')}`);
    const header = fc.string({ unit: fc.integer({ min: 33, max: 255 }).map((code) => String.fromCharCode(code)) });
    await fc.assert(
      fc.asyncProperty(method, path, header, async (verb, where, junk) => {
        const headers = {
          'Idempotency-Key': junk,
          Authorization: `Bearer ${junk}`,
          'If-Match': junk,
          'If-None-Match': junk,
          'X-Request-Id': junk,
          Origin: junk,
        };
        const response = await ask(where, { method: verb, headers });
        assert.ok(response.status < 500 || response.status === 501, `status ${String(response.status)}`);
      }),
      { numRuns: 500 },
    );
  });
});
