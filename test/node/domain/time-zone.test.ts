import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  dateReader,
  instantOf,
  isTimeZone,
  localDate,
  localDateTime,
  offsetAt,
} from '../../../src/domain/time-zone.js';
import { steadyOffset } from '../../../src/domain/windows.js';
import { clearTimeZoneCache, instantByTable, spanOf } from '../../../src/domain/zone-table.js';
import { changesOf, wallAt, wallFormat } from './slot-oracle.js';
import { ZONES } from './slot-scenarios.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const iso = (ms: number): string => new Date(ms).toISOString();

describe('the clocks of a zone', () => {
  it('show what Intl says, in every zone that it knows', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    assert.ok(zones.length > 300);
    for (const zone of zones) {
      const format = wallFormat(zone);
      fc.assert(
        fc.property(fc.integer({ min: Date.UTC(1973, 0) / MINUTE, max: Date.UTC(2099, 0) / MINUTE }), (minute) => {
          const { date, minutes } = localDateTime(zone, minute * MINUTE);
          assert.equal(
            Date.parse(date) / MINUTE + minutes,
            wallAt(format, minute * MINUTE),
            `${zone} ${iso(minute * MINUTE)}`,
          );
        }),
        { numRuns: 25 },
      );
    }
  });

  it('show the same dates when they are read one after the other', () => {
    for (const zone of [...ZONES, 'Africa/Casablanca', 'America/Nuuk', 'Pacific/Apia']) {
      for (const change of changesOf(zone, Date.UTC(2009, 0), Date.UTC(2029, 0))) {
        const dateAt = dateReader(zone);
        // A list that begins up to a week before the clocks change, and goes on in steps of its own.
        const step = 17 * MINUTE * (1 + (Math.abs(change / HOUR) % 40));
        for (let ms = change - 7 * 24 * HOUR; ms < change + 7 * 24 * HOUR; ms += step) {
          assert.equal(dateAt(ms), localDate(zone, ms), `${zone} ${iso(ms)}`);
        }
        for (const ms of [change - 1, change, change + 1])
          assert.equal(dateAt(ms), localDate(zone, ms), `${zone} ${iso(ms)}`);
      }
    }
  });

  it('change exactly when those of Intl do', () => {
    for (const zone of [...ZONES, 'Africa/Casablanca', 'Asia/Gaza', 'America/Nuuk']) {
      for (const change of changesOf(zone, Date.UTC(2005, 0), Date.UTC(2035, 0))) {
        const format = wallFormat(zone);
        for (const ms of [change - MINUTE, change]) {
          assert.equal(offsetAt(zone, ms), wallAt(format, ms) - ms / MINUTE, `${zone} ${iso(ms)}`);
          assert.equal(spanOf(zone, ms).offsetMs, offsetAt(zone, ms) * MINUTE, `the table of ${zone} ${iso(ms)}`);
        }
        assert.notEqual(offsetAt(zone, change - 1), offsetAt(zone, change), `${zone} ${iso(change)}`);
      }
    }
  });

  it('may change twice within a month: Morocco in Ramadan', () => {
    const offsets = ['2026-02-14', '2026-03-01', '2026-03-23'].map((date) =>
      offsetAt('Africa/Casablanca', Date.parse(date)),
    );
    assert.deepEqual(offsets, [60, 0, 60]);
  });

  it('are the same from a table in use and from a new one', () => {
    const ask = (): number[] =>
      ['2026-03-29T01:00:00Z', '1999-05-05T00:00:00Z', '2090-12-31T23:59:59Z'].map(
        (at) => spanOf('Europe/Berlin', Date.parse(at)).offsetMs / MINUTE,
      );
    const first = ask();
    clearTimeZoneCache();
    assert.deepEqual(ask(), first);
    assert.deepEqual(first, [120, 120, 60]);
  });

  it('read offsets of seconds, west and east of Greenwich', () => {
    assert.equal(offsetAt('Africa/Monrovia', Date.UTC(1970, 0)), -44.5);
    assert.equal(localDate('Africa/Monrovia', Date.UTC(1970, 0)), '1969-12-31');
  });

  it('are steady on days that no change is near', () => {
    const day = (date: string): number => Date.parse(date) / (24 * HOUR);
    assert.equal(steadyOffset('Europe/Berlin', day('2026-06-10')), 120);
    for (const date of ['2026-03-28', '2026-03-29', '2026-03-30'])
      assert.ok(Number.isNaN(steadyOffset('Europe/Berlin', day(date))), date);
  });

  it('stay right for thousands of visitors with odd zones and far years', () => {
    for (let year = 1000; year < 4000; year += 2) {
      assert.equal(offsetAt('UTC', Date.UTC(year, 5)), 0);
      assert.equal(spanOf('UTC', Date.UTC(year, 5)).offsetMs, 0);
    }
    assert.equal(offsetAt('Asia/Kathmandu', Date.UTC(9999, 11, 31)), 345);
  });
});

describe('a wall time', () => {
  it('is the instant at which the clocks show it, the earlier of two', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2009, 0) / MINUTE, max: Date.UTC(2035, 0) / MINUTE }),
        (zone, minute) => {
          const { date, minutes } = localDateTime(zone, minute * MINUTE);
          const found = instantOf(zone, date, minutes);
          assert.ok(found <= minute * MINUTE);
          assert.deepEqual(localDateTime(zone, found), { date, minutes });
          assert.equal(instantByTable(zone, Date.parse(date) / (24 * HOUR), minutes), found);
        },
      ),
      { numRuns: 3000 },
    );
    assert.equal(iso(instantOf('Europe/Berlin', '2026-10-25', 150)), '2026-10-25T00:30:00.000Z');
    assert.equal(iso(instantOf('Australia/Lord_Howe', '2026-04-05', 105)), '2026-04-04T14:45:00.000Z');
  });

  it('that is skipped moves as far as the clocks do', () => {
    assert.equal(iso(instantOf('Europe/Berlin', '2026-03-29', 150)), '2026-03-29T01:30:00.000Z');
    assert.equal(iso(instantOf('Antarctica/Troll', '2026-03-29', 90)), '2026-03-29T01:30:00.000Z');
    assert.equal(iso(instantOf('Africa/Cairo', '2026-04-24', 0)), '2026-04-23T22:00:00.000Z');
    assert.equal(iso(instantOf('Pacific/Apia', '2011-12-30', 720)), '2011-12-30T22:00:00.000Z');
  });

  it('of 24:00 is the start of the next date', () => {
    assert.equal(instantOf('Asia/Kolkata', '2026-05-05', 1440), instantOf('Asia/Kolkata', '2026-05-06', 0));
    assert.equal(iso(instantOf('Pacific/Apia', '2011-12-29', 1440)), '2011-12-30T10:00:00.000Z');
  });
});

describe('the name of a zone', () => {
  it('is one of IANA, in any case', () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'europe/berlin', 'Etc/GMT+5', 'America/Argentina/Ushuaia'])
      assert.ok(isTimeZone(zone), zone);
    for (const zone of ['', ' ', 'Mars/Base', '+02:00', '-03', 'UTC+2', 'Europe/Berlin ', 'Europe', '../etc/passwd'])
      assert.ok(!isTimeZone(zone), zone);
  });
});
