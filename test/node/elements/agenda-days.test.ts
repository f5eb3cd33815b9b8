import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/plain-date.js';
import type { Slot } from '../../../src/domain/slot.js';
import { listOf, weekOf, type AgendaInput } from '../../../src/elements/booking-agenda/agenda-days.js';
import { timeBeside } from '../../../src/elements/booking-agenda/beside.js';

const slot = (startTime: string): Slot => ({
  startTime: new Date(startTime).toISOString(),
  endTime: new Date(Date.parse(startTime) + 3_600_000).toISOString(),
  durationMinutes: 60,
  rate: { amountMinor: 9000, currency: 'USD' },
});
/** As many times on a day, from 9:00 UTC on. */
const times = (date: string, count: number) =>
  Array.from({ length: count }, (_, hour) => slot(`${date}T${String(9 + hour).padStart(2, '0')}:00:00Z`));
const input = (counts: Readonly<Record<string, number>>, change: Partial<AgendaInput> = {}): AgendaInput => ({
  days: Object.fromEntries(Object.entries(counts).map(([date, count]) => [date, times(date, count)])),
  page: '2026-11-23',
  min: '2026-11-24',
  max: '2026-12-31',
  ...change,
});

describe('a week', () => {
  it('tells free, full, unknown and past days apart', () => {
    const week = weekOf(input({ '2026-11-23': 2, '2026-11-24': 2, '2026-11-25': 0 }, { max: '2026-11-28' }));
    assert.deepEqual(
      week.map(({ state }) => state),
      ['outside', 'free', 'full', 'loading', 'loading', 'loading', 'outside'],
    );
    assert.deepEqual(
      week.map(({ slots }) => slots.length),
      [0, 2, 0, 0, 0, 0, 0],
    );
  });
});

describe('a list', () => {
  const dates = (counts: Readonly<Record<string, number>>, wanted: number, change: Partial<AgendaInput> = {}) =>
    listOf(input(counts, change), wanted).days.map(({ date }) => date);

  it('leaves out what is past and what has no times', () => {
    assert.deepEqual(dates({ '2026-11-23': 3, '2026-11-24': 1, '2026-11-25': 0, '2026-11-26': 1 }, 9), [
      '2026-11-24',
      '2026-11-26',
    ]);
  });

  it('shows whole days, until there are enough times', () => {
    const counts = { '2026-11-24': 3, '2026-11-25': 3, '2026-11-26': 3 };
    assert.deepEqual(dates(counts, 4), ['2026-11-24', '2026-11-25']);
    assert.equal(listOf(input(counts), 4).more, 'known');
    assert.equal(listOf(input(counts), 9).more, 'unknown', 'days beyond may have more');
    assert.equal(listOf(input(counts, { max: '2026-11-26' }), 9).more, 'none');
  });

  it('goes as far as the chosen day', () => {
    const counts = { '2026-11-24': 3, '2026-11-25': 3, '2026-11-26': 3, '2026-11-27': 3 };
    const { days } = listOf(input(counts), 1, '2026-11-26');
    assert.equal(days.at(-1)?.date, '2026-11-26');
  });

  it('shows once that days between are not known, and never takes them for empty', () => {
    const { days } = listOf(input({ '2026-11-24': 1, '2026-11-25': 0, '2026-11-28': 1 }), 9);
    assert.deepEqual(
      days.map(({ date, state }) => [date, state]),
      [
        ['2026-11-24', 'free'],
        ['2026-11-26', 'loading'],
        ['2026-11-28', 'free'],
      ],
    );
  });

  it('knows nothing where nothing is told, and ends with a bad answer too', () => {
    assert.deepEqual(listOf(input({}), 9), { days: [], more: 'unknown', last: '' });
    assert.ok(listOf(input({ '2026-11-24': 1, '9999-12-31': 1 }, { max: '' }), 9).days.length < 10);
  });

  it('shows every day with times exactly once, in order, however much is wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 42 }), fc.nat(60), (counts, wanted) => {
        const record = Object.fromEntries(counts.map((count, index) => [addDays('2026-11-24', index), count]));
        const { days, more } = listOf(input(record, { max: '' }), wanted);
        const free = Object.keys(record).filter((date) => record[date]);
        assert.deepEqual(
          days.map(({ date }) => date),
          free.slice(0, days.length),
        );
        assert.equal(more === 'known', days.length < free.length);
        const count = days.reduce((sum, { slots }) => sum + slots.length, 0);
        assert.ok(count >= wanted || days.length === free.length);
      }),
    );
  });
});

describe('the time beside', () => {
  const week = weekOf(input({ '2026-11-24': 3, '2026-11-25': 0, '2026-11-26': 1, '2026-11-27': 5 }));

  it('is the nearest of the next day that has any', () => {
    assert.equal(timeBeside(week, '2026-11-24T11:00:00.000Z', 1, 'UTC')?.startTime, '2026-11-26T09:00:00.000Z');
    assert.equal(timeBeside(week, '2026-11-26T09:00:00.000Z', -1, 'UTC')?.startTime, '2026-11-24T09:00:00.000Z');
    assert.equal(timeBeside(week, '2026-11-26T09:00:00.000Z', 1, 'UTC')?.startTime, '2026-11-27T09:00:00.000Z');
  });

  it('is none at the end of the week, nor of a time that is not there', () => {
    assert.equal(timeBeside(week, '2026-11-27T13:00:00.000Z', 1, 'UTC'), null);
    assert.equal(timeBeside(week, '2026-12-24T09:00:00.000Z', 1, 'UTC'), null);
  });

  it('counts the time of day as the visitor’s clock shows it, over a change of clocks', () => {
    const change: AgendaInput = {
      days: {
        '2026-10-31': [slot('2026-10-31T13:00:00Z')],
        '2026-11-01': [slot('2026-11-01T13:00:00Z'), slot('2026-11-01T14:00:00Z')],
      },
      page: '2026-10-26',
      min: '',
      max: '',
    };
    // 9:00 in New York is an hour later for the world after clocks went back.
    const beside = timeBeside(weekOf(change), '2026-10-31T13:00:00.000Z', 1, 'America/New_York');
    assert.equal(beside?.startTime, '2026-11-01T14:00:00.000Z');
  });
});
