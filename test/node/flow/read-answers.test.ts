import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Availability } from '../../../src/domain/booking.js';
import { isBookingError } from '../../../src/domain/booking-error.js';
import { readAvailability } from '../../../src/flow/read-answers.js';
import { readSlots } from '../../../src/flow/read-slots.js';
import { dayCounts, slotsOf } from '../../../src/flow/selectors.js';
import { Drive, NOW, slot } from './support.js';

const starts = (value: unknown) => readSlots(value, NOW).map(({ startTime }) => startTime);

describe('times from a stranger’s adapter', () => {
  it('are sorted, and each is there once', () => {
    const [a, b, c] = [slot('2026-11-24T15:00:00Z'), slot('2026-11-24T15:00:00Z', 30), slot('2026-11-23T15:00:00Z')];
    assert.deepEqual(readSlots([a, b, c, a], NOW), [c, b, a]);
  });

  it('that are past are left out', () => {
    assert.deepEqual(starts([slot('2026-11-22T11:59:59Z'), slot('2026-11-22T12:00:00Z')]), [
      '2026-11-22T12:00:00.000Z',
    ]);
  });

  it('in any form with an offset are read as the same instant', () => {
    const { endTime, ...rest } = slot('2026-11-24T15:00:00Z');
    assert.equal(endTime, '2026-11-24T16:00:00.000Z');
    const written = { ...rest, startTime: '2026-11-24t16:00:00+01:00', endTime: '2026-11-24T16:00:00Z' };
    assert.deepEqual(starts([written]), ['2026-11-24T15:00:00.000Z']);
  });

  const good = slot('2026-11-24T15:00:00Z');
  const bad: Record<string, unknown> = {
    nothing: null,
    'a text': 'Tuesday',
    'no offset': { ...good, startTime: '2026-11-24T15:00:00' },
    'a date that does not exist': { ...slot('2026-03-02T15:00:00Z'), startTime: '2026-02-30T15:00:00.000Z' },
    'an end that does not fit the length': { ...good, endTime: '2026-11-24T15:30:00.000Z' },
    'a length of nothing': { ...good, durationMinutes: 0, endTime: good.startTime },
    'an endless length': { ...good, durationMinutes: Infinity },
    'no price': { ...good, rate: undefined },
    'half a cent': { ...good, rate: { amountMinor: 0.5, currency: 'USD' } },
    'no currency': { ...good, rate: { amountMinor: 1, currency: 'dollars' } },
  };
  for (const [what, item] of Object.entries(bad)) {
    it(`one with ${what} is left out by itself`, () => {
      assert.deepEqual(readSlots([item, good], NOW), [good]);
    });
  }

  it('that were read before are taken as they are, and changed copies of them are not', () => {
    const [read] = readSlots([{ ...good, room: '4b' }], NOW);
    assert.deepEqual(read, { ...good, room: '4b' });
    assert.equal(readSlots([read], NOW)[0], read);
    assert.deepEqual(readSlots([read, { ...read, startTime: '2026-11-25T15:00:00.000Z' }], NOW), [read]);
  });

  it('anything at all is either read or refused', () => {
    const item = fc.oneof(
      fc.anything(),
      fc.record({
        startTime: fc.constantFrom('2026-12-01T00:00:00Z', '', 1),
        endTime: fc.anything(),
        durationMinutes: fc.integer(),
        rate: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.array(item), fc.anything()), fc.anything(), (slots, timeZone) => {
        try {
          readAvailability({ slots, timeZone } as unknown as Availability, NOW);
        } catch (error) {
          assert.ok(isBookingError(error));
          assert.equal(error.code, 'invalid_response');
        }
      }),
    );
  });
});

describe('5,000 times in six weeks', () => {
  const slots = Array.from({ length: 5000 }, (_, index) =>
    slot(new Date(NOW + 3_600_000 + index * 600_000).toISOString(), 60),
  );

  it('are read and counted at once, and not again on every render', () => {
    const drive = new Drive({ durationMinutes: 60 }).send({ type: 'start' });
    const from = performance.now();
    const read = readSlots([...slots].reverse(), NOW);
    drive.load({ slots: read });
    const counts = dayCounts(drive.state);
    // On an idle machine 20 ms, the first offsets of a zone included: this is about growth, not about speed.
    assert.ok(performance.now() - from < 1500);
    assert.equal(read.length, 5000);
    // Until the midnight of New York at the end of 27 December.
    const end = Date.parse('2026-12-28T05:00:00Z');
    const shown = slots.filter(({ startTime }) => Date.parse(startTime) < end).length;
    assert.equal(
      Object.values(counts).reduce((a, b) => a + b, 0),
      shown,
    );
    drive.send({ type: 'edit-draft', draft: { name: 'J' } });
    assert.equal(dayCounts(drive.state), counts);
    assert.equal(slotsOf(drive.state, '2026-12-01'), slotsOf(drive.state, '2026-12-01'));
  });
});
