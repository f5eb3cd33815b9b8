/** What a day costs, where days differ. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Slot } from '../../../src/domain/slot.js';
import { dayPrices } from '../../../src/flow/day-prices.js';
import { Drive, slot } from './support.js';

function offered(...slots: readonly Slot[]): Drive {
  return new Drive({ durationMinutes: 60 }).send({ type: 'start' }).load({ slots });
}

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const yen = (startTime: string): Slot => ({ ...slot(startTime), rate: { amountMinor: 9000, currency: 'JPY' } });

describe('the price of a day', () => {
  const cases: readonly [says: string, slots: readonly Slot[], prices: ReturnType<typeof dayPrices>][] = [
    ['nothing where nothing is free', [], {}],
    ['nothing where all days cost the same', [slot('2026-11-24T15:00:00Z'), slot('2026-11-25T15:00:00Z')], {}],
    ['nothing on one day alone', [slot('2026-11-24T15:00:00Z', 60, 9000), slot('2026-11-24T16:00:00Z', 60, 7000)], {}],
    [
      'the lowest of each day',
      [
        slot('2026-11-24T15:00:00Z', 60, 9000),
        slot('2026-11-24T16:00:00Z', 60, 7000),
        slot('2026-11-26T16:00:00Z', 60, 11_000),
      ],
      { '2026-11-24': usd(7000), '2026-11-26': usd(11_000) },
    ],
    [
      'other lengths cost something else, which says nothing of this one',
      [slot('2026-11-24T15:00:00Z', 30, 100), slot('2026-11-24T15:00:00Z'), slot('2026-11-25T15:00:00Z')],
      {},
    ],
    [
      'the same number in another currency is another price',
      [slot('2026-11-24T15:00:00Z'), yen('2026-11-25T15:00:00Z')],
      { '2026-11-24': usd(9000), '2026-11-25': { amountMinor: 9000, currency: 'JPY' } },
    ],
    [
      'currencies of one day can’t be compared',
      [
        slot('2026-11-24T15:00:00Z'),
        yen('2026-11-24T16:00:00Z'),
        slot('2026-11-25T15:00:00Z'),
        slot('2026-11-26T15:00:00Z', 60, 1),
      ],
      { '2026-11-25': usd(9000), '2026-11-26': usd(1) },
    ],
  ];
  for (const [says, slots, prices] of cases) {
    it(says, () => {
      assert.deepEqual(dayPrices(offered(...slots).state), prices);
    });
  }

  it('is that of the visitor’s day', () => {
    const slots = [slot('2026-11-24T23:30:00Z', 60, 1), slot('2026-11-26T12:00:00Z', 60, 2)];
    const drive = offered(...slots).send({ type: 'change-time-zone', timeZone: 'Asia/Kathmandu' });
    assert.deepEqual(Object.keys(dayPrices(drive.state)), ['2026-11-25', '2026-11-26']);
  });

  it('is the same object until the times change, so that a calendar need not be drawn again', () => {
    const slots = [slot('2026-11-24T15:00:00Z', 60, 1), slot('2026-11-25T15:00:00Z', 60, 2)];
    const drive = offered(...slots);
    const before = dayPrices(drive.state);
    assert.equal(dayPrices(drive.send({ type: 'select-day', day: '2026-11-25' }).state), before);
    drive.send({ type: 'refresh' }).load({ slots: [slots[0] ?? assert.fail()] });
    assert.deepEqual(dayPrices(drive.state), {});
  });
});
