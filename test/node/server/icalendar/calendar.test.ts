import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createICalendarSource } from '../../../../src/server/index.js';

/** Own files in the form of what the three write. */
const feed = (name: string): string => readFileSync(new URL(`feeds/${name}.ics`, import.meta.url), 'utf8');

/** A calendar of some events, given line by line. */
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]): string => calendar('BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT');

/** Busy times as `MM-DD HH:MM` to `HH:MM`, or to `MM-DD HH:MM` on another day; UTC. */
async function busy(text: string, start: string, end: string, timeZone = 'Europe/Berlin'): Promise<string[]> {
  const source = createICalendarSource({
    url: 'https://calendar.example/feed.ics',
    fetch: () => Promise.resolve(new Response(text)),
  });
  const range = { start: `${start}T00:00:00Z`, end: `${end}T00:00:00Z` };
  const times = await source.busy({ coachId: 'grace', ...range, timeZone });
  return times.map((each) => {
    assert.deepEqual(Object.keys(each), ['start', 'end'], 'nothing but times');
    const until = each.end.slice(0, 10) === each.start.slice(0, 10) ? each.end.slice(11, 16) : nice(each.end);
    return `${nice(each.start)}–${until}`;
  });
}
const nice = (instant: string): string => instant.slice(5, 16).replace('T', ' ');

describe('a calendar', () => {
  it('of Google blocks its events, without those that moved, were called off or show as free', async () => {
    assert.deepEqual(await busy(feed('google'), '2026-11-23', '2026-12-20'), [
      '11-23 08:00–09:00',
      // 25 November is an exception; the transparent birthday and the cancelled event of the 26th do not count.
      '11-26 15:00–15:45',
      '11-26 23:00–11-27 23:00',
      // The repetition of 30 November was moved to here.
      '12-01 13:30–14:30',
      '12-02 08:00–09:00',
      '12-07 08:00–09:00',
      '12-09 08:00–09:00',
      '12-14 08:00–09:00',
    ]);
  });

  it('of Outlook is read by its own time zones, and busy means busy, away and elsewhere', async () => {
    assert.deepEqual(await busy(feed('outlook'), '2026-11-24', '2026-11-30', 'America/New_York'), [
      '11-24 07:30–08:00',
      '11-26 07:30–08:00',
      '11-26 11:30–12:30',
      '11-27 07:30–08:00',
      '11-28 05:00–11-30 05:00',
    ]);
    // Summer time, by the zone that the feed defines.
    assert.deepEqual(await busy(feed('outlook'), '2026-10-24', '2026-10-26'), [
      '10-24 06:30–07:00',
      '10-25 07:30–08:00',
    ]);
  });

  it('of Apple is read with floating times, listed repetitions and free-busy times', async () => {
    assert.deepEqual(await busy(feed('apple'), '2026-10-31', '2027-02-02'), [
      // Ends at 1:30 in the night that has two of them: at the first.
      '11-01 03:00–05:30',
      '11-02 21:00–22:00',
      '11-25 06:00–06:45',
      '11-26 06:00–06:45',
      '11-27 06:00–06:45',
      '12-07 21:00–22:00',
      '12-10 21:00–22:00',
      '12-11 21:00–23:30',
      '12-12 21:00–21:30',
      '12-15 10:00–11:00',
      '12-15 12:00–12:30',
      '12-16 10:00–11:00',
      '02-01 21:00–22:00',
    ]);
  });

  it('blocks a whole day where the calendar is, else where the coach is', async () => {
    const day = ['BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20261126', 'END:VEVENT'];
    assert.deepEqual(await busy(calendar(...day), '2026-11-20', '2026-12-01', 'Asia/Kolkata'), [
      '11-25 18:30–11-26 18:30',
    ]);
    const placed = calendar('X-WR-TIMEZONE:America/New_York', ...day);
    assert.deepEqual(await busy(placed, '2026-11-20', '2026-12-01', 'Asia/Kolkata'), ['11-26 05:00–11-27 05:00']);
    // On the day that the clocks go back it has 25 hours.
    const long = event('DTSTART;VALUE=DATE:20261025');
    assert.deepEqual(await busy(long, '2026-10-20', '2026-11-01'), ['10-24 22:00–10-25 23:00']);
  });

  it('repeats by the clock on the wall, over a change of the clocks', async () => {
    const weekly = event(
      'DTSTART;TZID=Europe/Berlin:20260105T100000',
      'DTEND;TZID=Europe/Berlin:20260105T110000',
      'RRULE:FREQ=WEEKLY;BYDAY=MO,TU',
    );
    assert.deepEqual(await busy(weekly, '2026-03-27', '2026-04-01'), ['03-30 08:00–09:00', '03-31 08:00–09:00']);
    assert.deepEqual(await busy(weekly, '2026-03-23', '2026-03-27'), ['03-23 09:00–10:00', '03-24 09:00–10:00']);
    // 2:30 does not exist on that night: an hour later, as everywhere else.
    const nightly = event('DTSTART;TZID=Europe/Berlin:20260101T023000', 'DURATION:PT30M', 'RRULE:FREQ=DAILY');
    assert.deepEqual(await busy(nightly, '2026-03-28', '2026-03-31'), [
      '03-28 01:30–02:00',
      '03-29 01:30–02:00',
      '03-30 00:30–01:00',
    ]);
  });

  it('is seen only within the range, and an event that touches it counts', async () => {
    const long = event('DTSTART:20261120T120000Z', 'DTEND:20261125T120000Z', 'RRULE:FREQ=YEARLY;COUNT=2');
    assert.deepEqual(await busy(long, '2026-11-23', '2026-11-24'), ['11-20 12:00–11-25 12:00']);
    assert.deepEqual(await busy(long, '2026-11-26', '2026-11-28'), []);
    assert.deepEqual(await busy(long, '2027-11-01', '2027-12-01'), ['11-20 12:00–11-25 12:00']);
    assert.deepEqual(await busy(long, '2028-11-01', '2028-12-01'), []);
  });

  it('follows a rule without an end far into the future, and no further than asked', async () => {
    const daily = event('DTSTART:19950101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY');
    assert.deepEqual(await busy(daily, '2099-05-01', '2099-05-02'), ['05-01 09:00–10:00']);
    const counted = event('DTSTART:20200101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2520');
    assert.equal((await busy(counted, '2026-11-20', '2026-12-01')).length, 5);
    const other = event('DTSTART:20260101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH');
    assert.deepEqual(await busy(other, '2026-11-01', '2026-12-01'), ['11-05 09:00–10:00', '11-19 09:00–10:00']);
    const hourly = event('DTSTART:20260101T000000Z', 'DURATION:PT10M', 'RRULE:FREQ=HOURLY;INTERVAL=5');
    assert.deepEqual(await busy(hourly, '2026-11-01', '2026-11-02'), [
      '11-01 04:00–04:10',
      '11-01 09:00–09:10',
      '11-01 14:00–14:10',
      '11-01 19:00–19:10',
    ]);
  });

  it('ends a rule where it says: a date to the end of the day, a time in UTC by that instant', async () => {
    const rule = (until: string): Promise<string[]> =>
      busy(
        event('DTSTART;TZID=America/New_York:20261123T200000', 'DURATION:PT1H', `RRULE:FREQ=DAILY;UNTIL=${until}`),
        '2026-11-20',
        '2026-12-01',
      );
    assert.equal((await rule('20261125')).length, 3);
    assert.equal((await rule('20261126T010000Z')).length, 3);
    assert.equal((await rule('20261126T005959Z')).length, 2);
  });

  it('takes a change of one repetition and of all that follow it', async () => {
    const series = [
      'BEGIN:VEVENT',
      'UID:s',
      'DTSTART:20261101T090000Z',
      'DTEND:20261101T100000Z',
      'RRULE:FREQ=DAILY',
      'END:VEVENT',
    ];
    const change = (...lines: string[]): string => calendar(...series, 'BEGIN:VEVENT', 'UID:s', ...lines, 'END:VEVENT');
    const moved = change('RECURRENCE-ID:20261124T090000Z', 'DTSTART:20261124T130000Z', 'DTEND:20261124T150000Z');
    assert.deepEqual(await busy(moved, '2026-11-23', '2026-11-26'), [
      '11-23 09:00–10:00',
      '11-24 13:00–15:00',
      '11-25 09:00–10:00',
    ]);
    const cancelled = change('RECURRENCE-ID:20261124T090000Z', 'DTSTART:20261124T090000Z', 'STATUS:CANCELLED');
    assert.equal((await busy(cancelled, '2026-11-24', '2026-11-25')).length, 0);
    const onwards = change(
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20261124T090000Z',
      'DTSTART:20261124T130000Z',
      'DTEND:20261124T150000Z',
    );
    assert.deepEqual(await busy(onwards, '2026-11-23', '2026-11-26'), [
      '11-23 09:00–10:00',
      '11-24 13:00–15:00',
      '11-25 13:00–15:00',
    ]);
  });

  it('joins what overlaps, and leaves out what has no length', async () => {
    const text = calendar(
      ...[
        ['a', '20261126T090000Z', '20261126T100000Z'],
        ['b', '20261126T093000Z', '20261126T110000Z'],
        ['c', '20261126T110000Z', '20261126T113000Z'],
        ['d', '20261126T150000Z', '20261126T150000Z'],
        ['e', '20261126T170000Z', '20261126T160000Z'],
      ].flatMap(([uid = '', start = '', end = '']) => [
        'BEGIN:VEVENT',
        `UID:${uid}`,
        `DTSTART:${start}`,
        `DTEND:${end}`,
        'END:VEVENT',
      ]),
    );
    assert.deepEqual(await busy(text, '2026-11-26', '2026-11-27'), ['11-26 09:00–11:30']);
  });

  it('may name zones in the manner of other programs', async () => {
    for (const tzid of ['/freeassociation.sourceforge.net/Europe/Berlin', '/mozilla.org/20250126_1/Europe/Berlin']) {
      const text = event(`DTSTART;TZID=${tzid}:20261126T100000`, 'DURATION:PT1H');
      assert.deepEqual(await busy(text, '2026-11-26', '2026-11-27', 'Asia/Tokyo'), ['11-26 09:00–10:00']);
    }
    const deep = event('DTSTART;TZID=America/Argentina/Buenos_Aires:20261126T100000', 'DURATION:PT1H');
    assert.deepEqual(await busy(deep, '2026-11-26', '2026-11-27'), ['11-26 13:00–14:00']);
  });

  it('that is empty, or of several parts, is one too', async () => {
    assert.deepEqual(await busy(calendar(), '2026-11-26', '2026-11-27'), []);
    const one = event('DTSTART:20261126T100000Z', 'DURATION:PT1H');
    const two = event('DTSTART:20261126T120000Z', 'DURATION:PT1H');
    assert.equal((await busy(`\ufeff${one}\r\n${two}\r\n`, '2026-11-26', '2026-11-27')).length, 2);
  });
});

describe('a calendar that cannot be read', () => {
  const broken: Record<string, string> = {
    'a page of HTML': '<!doctype html><title>Sign in</title>',
    nothing: '',
    'no calendar': 'BEGIN:VCARD\r\nEND:VCARD',
    'an end that is missing': event('DTSTART:20261126T100000Z', 'SUMMARY:Secret').slice(0, -30),
    'an event without a start': event('SUMMARY:Secret'),
    'a start that is none': event('DTSTART:tomorrow', 'SUMMARY:Secret'),
    'a zone that nobody knows': event('DTSTART;TZID=Mars/Base:20261126T100000', 'SUMMARY:Secret'),
    'a rule that is none': event('DTSTART:20261126T100000Z', 'RRULE:FREQ=SOMETIMES', 'SUMMARY:Secret'),
    'a rule for each second': event('DTSTART:20260101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'),
  };
  for (const [title, text] of Object.entries(broken)) {
    it(`is an error, and says nothing of the events: ${title}`, async () => {
      await assert.rejects(busy(text, '2026-11-01', '2027-12-01'), (error) => {
        assert.ok(error instanceof Error);
        assert.ok(!`${error.message}${String(error.cause)}`.includes('Secret'));
        return true;
      });
    });
  }

  it('does not hang on a rule that nothing can ever match', async () => {
    for (const rule of [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=DAILY;INTERVAL=7;BYDAY=MO',
      'FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31',
      'FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=YEARLY;INTERVAL=9999;BYMONTH=3',
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9',
    ]) {
      const begun = performance.now();
      const text = event('DTSTART:20260106T100000Z', 'DURATION:PT1H', `RRULE:${rule}`);
      const times = await busy(text, '2026-11-01', '2027-02-01').catch(() => []);
      assert.ok(times.length === 0 && performance.now() - begun < 3000, rule);
    }
  });
});
