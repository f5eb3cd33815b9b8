import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BookingError } from '../../../src/domain/booking-error.js';
import { formatInstant, parseInstant } from '../../../src/domain/instant.js';
import { instantWriter, readManyMs } from '../../../src/domain/many-instants.js';
import {
  addDays,
  addMonths,
  daysBetween,
  isPlainDate,
  startOfMonth,
  startOfWeek,
  weekdayOf,
} from '../../../src/domain/plain-date.js';
import { readInstantMs } from '../../../src/domain/read-instant.js';

const anyDay = fc.integer({ min: Date.UTC(1, 0) / 864e5, max: Date.UTC(9998, 0) / 864e5 });
const utc = (day: number): string => new Date(day * 864e5).toISOString().slice(0, 10);

describe('a plain date', () => {
  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, days) => {
        assert.equal(addDays(utc(day), days), utc(day + days));
        assert.equal(daysBetween(utc(day), utc(day + days)), days);
        assert.equal(weekdayOf(utc(day)), (new Date(day * 864e5).getUTCDay() + 6) % 7);
        assert.ok(isPlainDate(utc(day)));
      }),
    );
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
    assert.equal(addDays('0000-01-01', 366), '0001-01-01');
    assert.equal(addDays('9999-12-31', 1), '+010000-01-01');
  });

  it('is one that exists, written in full', () => {
    for (const date of [
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-1-1',
      '',
      '20260101',
      '2026-01-01T00:00:00Z',
      '２０２６-01-01',
      '2026/01/01',
    ])
      assert.ok(!isPlainDate(date), date);
    for (const date of ['2000-02-29', '2028-02-29', '2026-12-31', '0000-02-29']) assert.ok(isPlainDate(date), date);
    assert.equal(addDays('never', 1), '');
  });

  it('keeps its day over months where the month is long enough', () => {
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2028-01-31', 1), '2028-02-29');
    assert.equal(addMonths('2026-12-15', 1), '2027-01-15');
    assert.equal(addMonths('2026-03-31', -13), '2025-02-28');
    assert.equal(startOfMonth('2026-03-31'), '2026-03-01');
  });

  it('belongs to a week that starts where the locale says', () => {
    assert.equal(startOfWeek('2026-11-22', 0), '2026-11-16');
    assert.equal(startOfWeek('2026-11-22', 6), '2026-11-22');
    assert.equal(startOfWeek('2026-11-21', 6), '2026-11-15');
    assert.equal(startOfWeek('2026-11-16', 0), '2026-11-16');
  });
});

describe('an instant', () => {
  it('is read in every form of RFC 3339', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9998-01-01T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: -1439, max: 1439 }),
        (date, offset) => {
          const ms = date.getTime();
          const wall = new Date(ms + offset * 60_000).toISOString().slice(0, -1);
          const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
            String(part).padStart(2, '0'),
          );
          assert.equal(parseInstant(`${wall}${offset < 0 ? '-' : '+'}${hours}:${minutes}`), ms);
          assert.equal(parseInstant(date.toISOString()), ms);
          assert.equal(readManyMs(date.toISOString()), ms);
          assert.equal(formatInstant(ms), date.toISOString());
        },
      ),
    );
    const noon = Date.UTC(2026, 2, 2, 12);
    for (const text of [
      '2026-03-02T12:00:00Z',
      '2026-03-02t12:00:00z',
      '2026-03-02 12:00:00.000000Z',
      '2026-03-02T17:45:00.0009+05:45',
      '2026-03-02T12:00:00-00:00',
      '2026-03-02T11:59:60Z',
    ])
      assert.equal(parseInstant(text), noon, text);
    assert.equal(parseInstant('2026-03-02T12:00:00.5Z'), noon + 500);
    assert.equal(parseInstant('2026-03-02T12:00:00.987654321Z'), noon + 987);
  });

  it('without an offset, or beyond the calendar, is refused at its path', () => {
    for (const text of [
      '',
      '2026-03-02',
      '2026-03-02T12:00:00',
      '2026-03-02T12:00Z',
      '2026-02-30T12:00:00Z',
      '2026-03-02T24:00:00Z',
      '2026-03-02T12:60:00Z',
      '2026-03-02T12:00:61Z',
      '2026-03-02T12:00:00.Z',
      '2026-03-02T12:00:00+0100',
      '2026-03-02T12:00:00+24:00',
      '2026-03-02T12:00:00+01:60',
      '2026-03-02T12:00:00Z ',
      ' 2026-03-02T12:00:00Z',
      '2026-03-02T1a:00:00Z',
      '2026-03-02T12:00:00.00xZ',
      '2026-03-02T12:00:00.000z0',
      '+002026-03-02T12:00:00Z',
      'Mon, 02 Mar 2026 12:00:00 GMT',
      '2026-03-02_12:00:00Z',
    ])
      assert.throws(
        () => parseInstant(text, 'range.start'),
        (error) =>
          error instanceof BookingError &&
          error.code === 'validation_failed' &&
          error.fields?.['range.start'] === 'invalid',
        text,
      );
    for (const value of [null, undefined, 5, {}, new Date()]) assert.ok(Number.isNaN(readInstantMs(value)));
  });

  it('is never read where Date would read another one', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^20\d\d-[01]\d-[0-3]\d[Tt ][0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-][0-2]\d:\d\d)$/),
        (text) => {
          const read = readInstantMs(text);
          assert.equal(readManyMs(text), read);
          if (!Number.isNaN(read)) assert.equal(read, Date.parse(text.replace(' ', 'T').toUpperCase()));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is read the same by the thousand', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^20\d\d-[01]\d-[0-3]\d[Tt ][0-2]\d:[0-6]\d:[0-6]\d\.00[01][Zz]$/), (text) => {
        assert.equal(readManyMs(text), readInstantMs(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is written as toISOString does, also many in a row', () => {
    const write = instantWriter();
    fc.assert(
      fc.property(
        fc.integer({ min: -8.64e15, max: 8.64e15 }),
        fc.constantFrom(1, 1000, 60_000, 900_000),
        (value, grain) => {
          const ms = Math.trunc(value / grain) * grain;
          assert.equal(write(ms), new Date(ms).toISOString());
        },
      ),
      { numRuns: 1000 },
    );
  });
});
