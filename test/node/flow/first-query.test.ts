import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { AvailabilityQuery } from '../../../src/domain/booking.js';
import { firstQuery } from '../../../src/flow/first-query.js';
import { createFlowStore } from '../../../src/flow/store.js';

const NOW = Date.parse('2026-11-23T08:00:00.000Z');
const zones = ['America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Mars/Olympus', ''];
const days = ['', '2026-11-20', '2026-11-24', '2027-02-14', '2027-11-30', '2031-01-01', 'tomorrow'];

it('what is asked before a flow is there is what the flow then asks', async () => {
  const options = fc.record({
    timeZone: fc.constantFrom(...zones),
    day: fc.constantFrom(...days),
    firstDayOfWeek: fc.integer({ min: 0, max: 6 }),
    durationMinutes: fc.constantFrom(undefined, 60, 25),
    shift: fc.integer({ min: 0, max: 400 * 86_400_000 }),
  });
  const property = fc.asyncProperty(options, async ({ day, shift, durationMinutes, ...zoneAndWeek }) => {
    const rest = { ...zoneAndWeek, ...(durationMinutes && { durationMinutes }) };
    const now = NOW + shift;
    const asked: AvailabilityQuery[] = [];
    const store = createFlowStore({
      ...rest,
      coachId: 'ada',
      now: () => now,
      adapter: {
        name: 'test',
        getConfig: () => new Promise(() => undefined),
        getAvailability: (query) => {
          asked.push(query);
          return new Promise(() => undefined);
        },
        book: () => new Promise(() => undefined),
      },
      later: () => () => undefined,
    });
    if (day) store.send({ type: 'select-day', day });
    store.connect();
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    store.disconnect();
    assert.deepEqual(firstQuery({ ...rest, coachId: 'ada', day, now }), asked[0] ?? null);
  });
  await fc.assert(property, { numRuns: 300 });
});
