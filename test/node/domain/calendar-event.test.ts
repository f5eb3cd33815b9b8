import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  calendarFile,
  eventUid,
  googleCalendarUrl,
  outlookCalendarUrl,
  type CalendarEvent,
} from '../../../src/domain/calendar-event.js';

const EVENT: CalendarEvent = {
  bookingId: 'bk_7f3k',
  coachId: 'ada',
  title: 'Leadership session with Ada Moreau',
  startTime: '2026-11-24T15:00:00.000Z',
  endTime: '2026-11-24T16:00:00.000Z',
  timeZone: 'America/New_York',
};
const STAMP = '2026-11-22T11:00:00.000Z';
const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'America/Santiago',
  'Asia/Beirut',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Etc/GMT+5',
  'UTC',
];

/** A reader of our own: content lines after unfolding, as `[name and parameters, value]`. */
function read(file: string): [string, string][] {
  return file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
}
const valueOf = (file: string, name: string): string | undefined => read(file).find(([key]) => key === name)?.[1];
const unescape = (value: string): string =>
  value.replace(/\\([\\;,n])/g, (_, character: string) => (character === 'n' ? '\n' : character));

/** The instant that a calendar reads from `DTSTART` with nothing but the file's own `VTIMEZONE`. */
function readInstant(file: string, property: 'DTSTART' | 'DTEND'): number {
  const lines = read(file);
  const at = lines.findIndex(([key, value]) => key === 'BEGIN' && value === 'VEVENT');
  const line = lines.slice(at).find(([key]) => key.startsWith(property));
  assert.ok(line);
  const wall = (value: string): number => {
    const m = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/.exec(value);
    assert.ok(m, value);
    return Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]), Number(m[4]), Number(m[5]), Number(m[6]));
  };
  const minutes = (value: string): number => {
    const m = /^([+-])(\d\d)(\d\d)$/.exec(value);
    assert.ok(m, value);
    return (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3]));
  };
  if (line[1].endsWith('Z')) return wall(line[1]);

  assert.equal(line[0], `${property};TZID=${valueOf(file, 'TZID')}`);
  const rules: { onset: number; from: number; to: number }[] = [];
  for (const [i, [key, value]] of lines.entries()) {
    if (key !== 'BEGIN' || (value !== 'STANDARD' && value !== 'DAYLIGHT')) continue;
    const own = new Map(lines.slice(i, i + 4));
    const from = minutes(own.get('TZOFFSETFROM') ?? '');
    rules.push({
      onset: wall(own.get('DTSTART') ?? '') - from * 60_000,
      from,
      to: minutes(own.get('TZOFFSETTO') ?? ''),
    });
  }
  rules.sort((a, b) => a.onset - b.onset);
  // RFC 5545, 3.3.5: a time that comes twice is its first coming.
  const local = wall(line[1]);
  const candidates = rules.flatMap((rule, i) => {
    const instant = local - rule.to * 60_000;
    return instant >= rule.onset && instant < (rules[i + 1]?.onset ?? Infinity) ? [instant] : [];
  });
  assert.ok(candidates.length > 0, 'the time zone has an observance at the event');
  return Math.min(...candidates);
}

describe('an event for the calendar', () => {
  it('is the file that RFC 5545 asks for', () => {
    const file = calendarFile({ ...EVENT, location: 'Video call', description: 'The link comes by email.' }, STAMP);
    assert.ok(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:'));
    assert.ok(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n'));
    assert.equal(valueOf(file, 'DTSTAMP'), '20261122T110000Z');
    assert.equal(valueOf(file, 'DTSTART;TZID=America/New_York'), '20261124T100000');
    assert.equal(valueOf(file, 'DTEND;TZID=America/New_York'), '20261124T110000');
    assert.equal(valueOf(file, 'SEQUENCE'), '0');
    assert.equal(valueOf(file, 'STATUS'), 'CONFIRMED');
    assert.equal(valueOf(file, 'LOCATION'), 'Video call');
    assert.match(
      file,
      /BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD/,
    );
    assert.match(
      file,
      /BEGIN:DAYLIGHT\r\nDTSTART:20270314T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nEND:DAYLIGHT/,
    );
  });

  it('keeps its UID when the session is moved, so that no second entry appears', () => {
    const moved = { ...EVENT, startTime: '2026-11-25T15:00:00Z', endTime: '2026-11-25T16:00:00Z', sequence: 1 };
    const file = calendarFile(moved, STAMP);
    assert.equal(valueOf(file, 'UID'), valueOf(calendarFile(EVENT, STAMP), 'UID'));
    assert.equal(valueOf(file, 'SEQUENCE'), '1');
    assert.notEqual(eventUid(EVENT), eventUid({ bookingId: 'bk_7f3k', coachId: 'bo' }));
  });

  it('says what is not certain yet, and what is off', () => {
    const status = (word: string): string | undefined =>
      valueOf(calendarFile({ ...EVENT, status: word }, STAMP), 'STATUS');
    assert.equal(status('pending'), 'TENTATIVE');
    assert.equal(status('cancelled'), 'CANCELLED');
    assert.equal(status('confirmed'), 'CONFIRMED');
    assert.equal(status('constructor'), 'CONFIRMED');
  });

  it('is read back to the same instants in every zone, by its own time zone alone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2024, 0, 1) / 900_000, max: Date.UTC(2031, 0, 1) / 900_000 }),
        fc.integer({ min: 1, max: 96 }),
        (timeZone, quarter, length) => {
          const start = quarter * 900_000;
          const end = start + length * 900_000;
          const [startTime, endTime] = [new Date(start).toISOString(), new Date(end).toISOString()];
          const file = calendarFile({ ...EVENT, startTime, endTime, timeZone }, STAMP);
          assert.equal(readInstant(file, 'DTSTART'), start);
          assert.equal(readInstant(file, 'DTEND'), end);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells the two comings of an hour apart when clocks go back', () => {
    for (const startTime of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
      const file = calendarFile(
        { ...EVENT, startTime, endTime: '2026-10-25T02:00:00Z', timeZone: 'Europe/Berlin' },
        STAMP,
      );
      assert.equal(readInstant(file, 'DTSTART'), Date.parse(startTime));
    }
  });

  it('is written in UTC for a zone that nobody knows, or that would break the line', () => {
    for (const timeZone of ['Mars/Olympus', '', '+05:30', 'Europe/Berlin\r\nATTENDEE:x', 'UTC']) {
      const file = calendarFile({ ...EVENT, timeZone }, STAMP);
      assert.equal(valueOf(file, 'DTSTART'), '20261124T150000Z', timeZone);
      assert.ok(!file.includes('VTIMEZONE'));
    }
  });

  it('lets no text become a line, however hostile', () => {
    const parts = fc.constantFrom(
      '\r\n',
      '\r',
      '\n',
      'BEGIN:VEVENT',
      'ATTENDEE:mailto:a@b.c',
      ';',
      ',',
      '\\',
      '\\n',
      '🎉',
      'ß',
      '\0',
      '\u2028',
      '\ud83c',
      '‮',
      'x'.repeat(80),
    );
    const hostile = fc
      .array(fc.oneof(parts, fc.string({ unit: 'binary' })), { maxLength: 12 })
      .map((list) => list.join(''));
    const names = read(calendarFile({ ...EVENT, location: 'x', description: 'x' }, STAMP)).map(([name]) => name);
    fc.assert(
      fc.property(hostile, (value) => {
        const event = { ...EVENT, bookingId: value, title: value, location: `x${value}`, description: `x${value}` };
        const file = calendarFile(event, STAMP);
        for (const line of file.split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75, 'no line is longer than 75 octets');
          assert.ok(!/[\r\n\0]/.test(line), 'no bare line end');
        }
        assert.equal(Buffer.from(file).toString(), file, 'no character is torn');
        assert.deepEqual(
          read(file).map(([name]) => name),
          names,
        );
        const kept = value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '');
        assert.equal(unescape(valueOf(file, 'SUMMARY') ?? ''), kept);
        assert.equal(unescape(valueOf(file, 'DESCRIPTION') ?? ''), `x${kept}`);
      }),
    );
  });

  it('refuses an instant without an offset', () => {
    assert.throws(() => calendarFile({ ...EVENT, startTime: '2026-11-24T15:00:00' }, STAMP), {
      code: 'validation_failed',
    });
  });
});

describe('links to a calendar on the web', () => {
  it('carry the event in UTC', () => {
    const google = new URL(googleCalendarUrl({ ...EVENT, location: 'Video call' }));
    assert.equal(google.origin, 'https://calendar.google.com');
    assert.equal(google.searchParams.get('dates'), '20261124T150000Z/20261124T160000Z');
    assert.equal(google.searchParams.get('ctz'), 'America/New_York');
    assert.equal(google.searchParams.get('location'), 'Video call');
    const outlook = new URL(outlookCalendarUrl(EVENT));
    assert.equal(outlook.origin, 'https://outlook.live.com');
    assert.equal(outlook.searchParams.get('startdt'), '2026-11-24T15:00:00Z');
    assert.equal(outlook.searchParams.get('enddt'), '2026-11-24T16:00:00Z');
    assert.ok(!outlook.href.includes('+'), 'Outlook shows a plus sign for what is a space');
  });

  it('let no text add a parameter, and survive every string', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.constant('&text=x#y?z=%00\ud83c+')),
        (value) => {
          for (const make of [googleCalendarUrl, outlookCalendarUrl]) {
            const url = new URL(make({ ...EVENT, title: `t${value}`, description: `d${value}` }));
            const plain = new URL(make({ ...EVENT, description: 'd' }));
            assert.deepEqual([...url.searchParams.keys()], [...plain.searchParams.keys()]);
            assert.equal(url.hash, '');
            assert.ok(url.href.length < 24_000);
          }
        },
      ),
    );
  });
});
