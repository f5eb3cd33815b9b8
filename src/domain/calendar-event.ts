import { parseInstant } from './instant.js';
import { isTimeZone, offsetAt } from './time-zone.js';

/** What a calendar is told of a booking. Texts are plain: nothing in them can become a line or a parameter of its own. */
export interface CalendarEvent {
  /** Stable over the life of a booking: a calendar that imports it again moves the entry and makes no second one. */
  readonly bookingId: string;
  readonly coachId: string;
  readonly title: string;
  /** Instants with an offset. */
  readonly startTime: string;
  readonly endTime: string;
  /** IANA: the clock that the entry is written on. A zone unknown here is written as UTC. */
  readonly timeZone: string;
  readonly description?: string;
  readonly location?: string;
  /** Of the booking: `pending` is tentative, `cancelled` and `declined` take the entry back. */
  readonly status?: string;
  /** How often the booking was moved. Default 0. */
  readonly sequence?: number;
}

const DAY = 86_400_000;
const YEAR = 366 * DAY;
const MINUTE = 60_000;

/**
 * The event as an iCalendar file (RFC 5545): CRLF, lines folded at 75 octets, TEXT escaped, and the clock changes of its zone
 * around it. `stamp` is the instant at which the file is made. Throws `BookingError` `validation_failed` for a bad instant.
 */
export function calendarFile(event: CalendarEvent, stamp: string): string {
  const start = parseInstant(event.startTime);
  const end = parseInstant(event.endTime);
  const zone = wallClock(event.timeZone, start, end);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//coach-booking//EN',
    'CALSCALE:GREGORIAN',
    ...zone.definition,
    'BEGIN:VEVENT',
    `UID:${text(eventUid(event))}`,
    `DTSTAMP:${utc(parseInstant(stamp))}`,
    `SEQUENCE:${event.sequence ?? 0}`,
    `DTSTART${zone.write(start)}`,
    `DTEND${zone.write(end)}`,
    `SUMMARY:${text(event.title)}`,
    ...(event.location ? [`LOCATION:${text(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${text(event.description)}`] : []),
    `STATUS:${STATUS.get(event.status) ?? 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** The same for every file that is ever made of one booking. */
export function eventUid({ bookingId, coachId }: Pick<CalendarEvent, 'bookingId' | 'coachId'>): string {
  return `${bookingId}@${coachId}.coach-booking`;
}

/** Opens Google Calendar with the event filled in. */
export function googleCalendarUrl(event: CalendarEvent): string {
  return link('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: event.title,
    dates: `${utc(parseInstant(event.startTime))}/${utc(parseInstant(event.endTime))}`,
    ctz: isTimeZone(event.timeZone) ? event.timeZone : undefined,
    details: event.description,
    location: event.location,
  });
}

/** Opens Outlook on the web with the event filled in. */
export function outlookCalendarUrl(event: CalendarEvent): string {
  return link('https://outlook.live.com/calendar/0/deeplink/compose', {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: event.title,
    startdt: seconds(parseInstant(event.startTime)),
    enddt: seconds(parseInstant(event.endTime)),
    body: event.description,
    location: event.location,
  });
}

const STATUS: ReadonlyMap<string | undefined, string> = new Map([
  ['pending', 'TENTATIVE'],
  ['cancelled', 'CANCELLED'],
  ['declined', 'CANCELLED'],
]);

interface WallClock {
  readonly definition: readonly string[];
  /** What follows the property's name. */
  readonly write: (ms: number) => string;
}

/** A `VTIMEZONE` of what the zone does within a year of the event, and instants written in it. */
function wallClock(zone: string, start: number, end: number): WallClock {
  // A name that is not an identifier (`+05:30`) would need quotes that some calendars cannot read.
  if (!/^[\w/+-]+$/.test(zone) || zone === 'UTC' || !isTimeZone(zone))
    return { definition: [], write: (ms) => `:${utc(ms)}` };

  const changes = clockChanges(zone, start - YEAR, end + YEAR);
  const standard = Math.min(...changes.map((change) => change.to));
  return {
    definition: [
      'BEGIN:VTIMEZONE',
      `TZID:${zone}`,
      ...changes.flatMap(({ at, from, to }) => {
        const name = to === standard ? 'STANDARD' : 'DAYLIGHT';
        return [
          `BEGIN:${name}`,
          `DTSTART:${local(at, from)}`,
          `TZOFFSETFROM:${offset(from)}`,
          `TZOFFSETTO:${offset(to)}`,
          `END:${name}`,
        ];
      }),
      'END:VTIMEZONE',
    ],
    write: (ms) => {
      // A wall time that comes twice means its first coming (RFC 5545, 3.3.5): the second can only be written in UTC.
      const second = changes.some(({ at, from, to }) => from > to && ms >= at && ms < at + (from - to) * MINUTE);
      return second ? `:${utc(ms)}` : `;TZID=${zone}:${local(ms, offsetAt(zone, ms))}`;
    },
  };
}

interface ClockChange {
  readonly at: number;
  /** Offsets from UTC in minutes. */
  readonly from: number;
  readonly to: number;
}

/** The offset that holds at first, written as a change to itself, then every change until `end`. */
function clockChanges(zone: string, start: number, end: number): ClockChange[] {
  let from = offsetAt(zone, start);
  const changes: ClockChange[] = [{ at: start, from, to: from }];
  for (let day = start; day < end; day += DAY) {
    const to = offsetAt(zone, day + DAY);
    if (to === from) continue;
    let before = day;
    let at = day + DAY;
    while (at - before > 1000) {
      const middle = before + Math.floor((at - before) / 2000) * 1000;
      if (offsetAt(zone, middle) === from) before = middle;
      else at = middle;
    }
    changes.push({ at, from, to });
    from = to;
  }
  return changes;
}

const seconds = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+/, '');
const basic = (ms: number): string => seconds(ms).replace(/[-:]/g, '');
const utc = (ms: number): string => basic(ms);
const local = (ms: number, minutes: number): string => basic(ms + minutes * MINUTE).slice(0, -1);

function offset(minutes: number): string {
  const absolute = Math.abs(minutes);
  const digits = (n: number): string => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(absolute / 60))}${digits(absolute % 60)}`;
}

/** Line ends become `\n`; what RFC 5545 forbids in a TEXT goes: control characters, and half surrogates, which are no UTF-8. */
const clean = (value: string): string => value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '');
const text = (value: string): string =>
  clean(value)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** No line is longer than 75 octets, and no character is torn. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Spaces as `%20`: Outlook shows a `+`. Long texts are cut, as servers refuse long addresses. */
function link(base: string, query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).map(([key, value]) =>
    value ? `${key}=${encodeURIComponent(clean(clean(value).slice(0, 800)))}` : '',
  );
  return `${base}?${pairs.filter(Boolean).join('&')}`;
}
