/** Clocks that change between now and a session. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clockChange } from '../../../src/domain/clock-changes.js';
import { offsetAt } from '../../../src/domain/time-zone.js';

const ms = (text: string) => Date.parse(text);
/** From a day on, six weeks. */
const weeksFrom = (day: string) => ({ start: ms(`${day}T00:00Z`), end: ms(`${day}T00:00Z`) + 42 * 86_400_000 });

describe('the change that matters', () => {
  const within: readonly [zone: string, now: string, page: string, at: string, shift: number][] = [
    ['America/New_York', '2026-10-20', '2026-10-19', '2026-11-01T06:00Z', -60],
    ['America/New_York', '2027-03-01', '2027-03-01', '2027-03-14T07:00Z', 60],
    ['Europe/Berlin', '2027-03-01', '2027-03-01', '2027-03-28T01:00Z', 60],
    // Half an hour.
    ['Australia/Lord_Howe', '2027-03-20', '2027-03-15', '2027-04-03T15:00Z', -30],
    ['Australia/Lord_Howe', '2026-09-20', '2026-09-14', '2026-10-03T15:30Z', 30],
    // South of the equator, spring is in October.
    ['Pacific/Auckland', '2026-09-01', '2026-08-31', '2026-09-26T14:00Z', 60],
    ['America/Santiago', '2027-03-20', '2027-03-15', '2027-04-04T03:00Z', -60],
    // Off for Ramadan, and on again.
    ['Africa/Casablanca', '2027-01-25', '2027-01-25', '2027-02-07T02:00Z', -60],
    ['Africa/Casablanca', '2027-02-20', '2027-02-15', '2027-03-14T02:00Z', 60],
    // Saturday nights.
    ['Asia/Jerusalem', '2026-10-20', '2026-10-19', '2026-10-24T23:00Z', -60],
  ];
  for (const [zone, now, page, at, shift] of within) {
    it(`in ${zone}, seen on ${now}, is that of ${at}`, () => {
      const change = clockChange(zone, ms(now), weeksFrom(page));
      assert.deepEqual(change && { ...change, at: new Date(change.at).toISOString() }, {
        zone,
        at: new Date(ms(at)).toISOString(),
        shift,
      });
    });
  }

  it('may lie before the weeks that are looked at, when these read another time than now', () => {
    assert.equal(clockChange('Europe/Berlin', ms('2026-10-01'), weeksFrom('2026-12-07'))?.at, ms('2026-10-25T01:00Z'));
    assert.equal(clockChange('Pacific/Auckland', ms('2027-02-01'), weeksFrom('2027-05-03'))?.shift, -60);
  });

  const none: readonly [says: string, zone: string, now: string, page: string][] = [
    ['there is none in between', 'Europe/Berlin', '2026-11-22', '2026-11-16'],
    ['the clocks are back where they were', 'Europe/Berlin', '2026-10-01', '2027-05-03'],
    ['the change was yesterday', 'Europe/Berlin', '2026-10-26', '2026-10-19'],
    ['the zone never changes', 'Asia/Kolkata', '2026-01-01', '2026-12-07'],
    ['the zone gave it up', 'America/Sao_Paulo', '2026-09-01', '2026-11-02'],
    ['the weeks are over', 'Europe/Berlin', '2026-12-24', '2026-10-12'],
  ];
  for (const [says, zone, now, page] of none) {
    it(`is none where ${says}`, () => {
      assert.equal(clockChange(zone, ms(now), weeksFrom(page)), null);
    });
  }

  it('for a single instant says whether it reads another time than now', () => {
    const at = (text: string) => ({ start: ms(text), end: ms(text) + 1 });
    const now = ms('2026-10-20T12:00Z');
    assert.equal(clockChange('America/New_York', now, at('2026-11-01T05:59Z')), null);
    assert.equal(clockChange('America/New_York', now, at('2026-11-01T06:00Z'))?.shift, -60);
    assert.equal(clockChange('America/New_York', now, at('2027-07-01T06:00Z')), null);
  });

  it('is what the zone’s offsets say, whatever the zone and the time', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const hour = fc.integer({ min: ms('2015-01-01') / 3_600_000, max: ms('2030-01-01') / 3_600_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), hour, fc.integer({ min: -40, max: 500 }), (zone, from, days) => {
        const now = from * 3_600_000;
        const start = now + days * 86_400_000;
        const change = clockChange(zone, now, { start, end: start + 1 });
        const differs = days > 0 && offsetAt(zone, start) !== offsetAt(zone, now);
        assert.equal(change !== null, differs);
        if (!change) return;
        assert.ok(change.at > now && change.at <= start);
        assert.equal(offsetAt(zone, change.at) - offsetAt(zone, change.at - 1000), change.shift);
        assert.equal(offsetAt(zone, change.at), offsetAt(zone, start), 'the last one');
      }),
      { numRuns: 400 },
    );
  });
});
