import type ICAL from 'ical.js';
import { ianaNameOf, namedZone, UTC, zoneOfTransitions, type CalendarZone, type Transition } from './calendar-zone.js';
import type { Calendar, CalendarEvent, ExtraTime, Length, Moment, Rule } from './calendar.js';
import { wallOf, wallsOfRule, type Parser } from './recurrence.js';

/** Clock changes of a `VTIMEZONE` are worked out for these years; earlier ones do not matter, later ones keep the last. */
const ZONE_YEARS = { from: Date.UTC(1970, 0), until: Date.UTC(2100, 0) };

/** More than ten busy years. A calendar beyond it is refused rather than worked through for each visitor. */
const MOST_EVENTS = 50_000;

type ZoneOf = (tzid: string) => CalendarZone;

/**
 * Reads an iCalendar text (RFC 5545), and keeps when the coach is busy, never with what. Throws for what it cannot read: an
 * event that is left out could be a time that is booked twice. Messages name no event.
 */
export function readCalendar(parser: Parser, text: string): Calendar {
  const parsed: unknown = parser.parse(text.replace(/^\ufeff/, ''));
  if (!Array.isArray(parsed)) throw new Error('no calendar');
  // A feed may hold several calendars, one after the other.
  const roots = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((jCal: unknown[]) => new parser.Component(jCal));
  if (roots.length === 0 || roots.some(({ name }) => name !== 'vcalendar')) throw new Error('no calendar');
  const calendars = roots.map((root) => readComponent(parser, root));
  const events = calendars.flatMap((each) => each.events);
  if (events.length > MOST_EVENTS) throw new Error(`more than ${String(MOST_EVENTS)} events`);
  return {
    events,
    periods: calendars.flatMap((each) => each.periods),
    zone: calendars.find((each) => each.zone)?.zone,
  };
}

function readComponent(parser: Parser, root: ICAL.Component): Calendar {
  const zones = new Map<string, CalendarZone>();
  const zoneOf: ZoneOf = (tzid) => {
    let zone = zones.get(tzid);
    if (!zone) zones.set(tzid, (zone = findZone(parser, root, tzid)));
    return zone;
  };
  const ownZone = textOf(root, 'x-wr-timezone');
  const name = ownZone === undefined ? undefined : ianaNameOf(ownZone);
  return {
    zone: name === undefined ? undefined : namedZone(name),
    events: partsOf(parser, root, 'vevent').map((event) => readEvent(event, zoneOf)),
    periods: partsOf(parser, root, 'vfreebusy').flatMap((each) => readFreeBusy(each, zoneOf)),
  };
}

/**
 * The parts of a kind, each standing alone: as part of the whole, every time in it would look through all of it for its
 * zone, which takes seconds in a large calendar.
 */
function partsOf(parser: Parser, root: ICAL.Component, kind: string): ICAL.Component[] {
  const parts: unknown = root.jCal[2];
  if (!Array.isArray(parts)) return [];
  return parts.filter(Array.isArray).flatMap((jCal) => (jCal[0] === kind ? new parser.Component(jCal) : []));
}

function readEvent(event: ICAL.Component, zoneOf: ZoneOf): CalendarEvent {
  const moments = (name: string): Moment[] =>
    event.getAllProperties(name).flatMap((property) => momentsOf(property, zoneOf));
  const [start] = moments('dtstart');
  if (!start) throw new Error('an event without a start');
  const recurrenceId = event.getFirstProperty('recurrence-id');
  return {
    uid: textOf(event, 'uid') ?? '',
    start,
    end: moments('dtend')[0],
    length: lengthOf(event.getFirstPropertyValue('duration')),
    rules: event.getAllProperties('rrule').flatMap((property) => rulesOf(property)),
    extraTimes: event.getAllProperties('rdate').flatMap((property) => extraTimesOf(property, zoneOf)),
    exceptions: moments('exdate'),
    recurrenceId: recurrenceId ? momentsOf(recurrenceId, zoneOf)[0] : undefined,
    isThisAndFuture: recurrenceId?.getParameter('range') === 'THISANDFUTURE',
    isBusy:
      textOf(event, 'status')?.toUpperCase() !== 'CANCELLED' &&
      textOf(event, 'transp')?.toUpperCase() !== 'TRANSPARENT' &&
      textOf(event, 'x-microsoft-cdo-busystatus')?.toUpperCase() !== 'FREE',
  };
}

function readFreeBusy(component: ICAL.Component, zoneOf: ZoneOf): ExtraTime[] {
  return component
    .getAllProperties('freebusy')
    .filter((property) => String(property.getParameter('fbtype')).toUpperCase() !== 'FREE')
    .flatMap((property) => extraTimesOf(property, zoneOf));
}

/** The parser's values have no common type: they are told apart by their own word for it. */
type Value = Exclude<ReturnType<ICAL.Component['getFirstPropertyValue']>, null>;
const isTime = (value: unknown): value is ICAL.Time => hasType(value, 'date-time') || hasType(value, 'date');
const isPeriod = (value: unknown): value is ICAL.Period => hasType(value, 'period');
const isDuration = (value: unknown): value is ICAL.Duration => hasType(value, 'duration');
const isRecur = (value: unknown): value is ICAL.Recur => hasType(value, 'recur');
const hasType = (value: unknown, type: string): boolean =>
  typeof value === 'object' && value !== null && 'icaltype' in value && value.icaltype === type;

const valuesOf = (property: ICAL.Property): unknown[] => property.getValues();

function momentsOf(property: ICAL.Property, zoneOf: ZoneOf): Moment[] {
  return valuesOf(property).map((value) => {
    if (!isTime(value)) throw new Error(`${property.name} is no time`);
    return toMoment(value, property, zoneOf);
  });
}

function toMoment(time: ICAL.Time, property: ICAL.Property, zoneOf: ZoneOf): Moment {
  const wall = wallOf(time);
  if (!Number.isFinite(wall)) throw new Error(`${property.name} is no time`);
  if (time.isDate) return { wall, isDate: true, zone: undefined };
  // By its `Z`: the zone of a value in UTC must not be looked up by name.
  if (time.zone.tzid === 'UTC' && time.toString().endsWith('Z')) return { wall, isDate: false, zone: UTC };
  const tzid: unknown = property.getParameter('tzid');
  return { wall, isDate: false, zone: typeof tzid === 'string' ? zoneOf(tzid) : undefined };
}

function rulesOf(property: ICAL.Property): Rule[] {
  return valuesOf(property).map((recur) => {
    if (!isRecur(recur)) throw new Error('rrule is no rule');
    const { until } = recur;
    if (!until) return { recur, until: undefined };
    const isUtc = !until.isDate && until.toString().endsWith('Z');
    return { recur, until: { wall: wallOf(until), isDate: until.isDate, zone: isUtc ? UTC : undefined } };
  });
}

function extraTimesOf(property: ICAL.Property, zoneOf: ZoneOf): ExtraTime[] {
  return valuesOf(property).map((value) => {
    if (isTime(value)) return { start: toMoment(value, property, zoneOf) };
    if (!isPeriod(value)) throw new Error(`${property.name} is no time`);
    const start = toMoment(value.start, property, zoneOf);
    const length = lengthOf(value.duration);
    if (length) return { start, length };
    return { start, end: toMoment(value.end, property, zoneOf) };
  });
}

function lengthOf(value: Value | null | undefined): Length | undefined {
  if (value === null || value === undefined) return undefined;
  if (!isDuration(value)) throw new Error('duration is no duration');
  const { weeks, days, hours, minutes, seconds, isNegative } = value;
  if (isNegative) return { days: 0, ms: 0 };
  return { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
}

function textOf(component: ICAL.Component, name: string): string | undefined {
  const value = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.trim() : undefined;
}

/** By its IANA name where it has one, so that slots and events agree; else by the feed's own definition. */
function findZone(parser: Parser, root: ICAL.Component, tzid: string): CalendarZone {
  const name = ianaNameOf(tzid);
  if (name !== undefined) return namedZone(name);
  const own = root.getAllSubcomponents('vtimezone').find((each) => textOf(each, 'tzid') === tzid);
  if (!own) throw new Error('a time zone that is neither known nor defined');
  return readTimeZone(parser, own);
}

function readTimeZone(parser: Parser, component: ICAL.Component): CalendarZone {
  const transitions: Transition[] = [];
  let earlier: Transition | undefined;
  for (const observance of component.getAllSubcomponents()) {
    const start = observance.getFirstPropertyValue('dtstart');
    if (!isTime(start)) throw new Error('a time zone without a start');
    const before = offsetOf(observance, 'tzoffsetfrom');
    const offsetMs = offsetOf(observance, 'tzoffsetto');
    const first = wallOf(start);
    const walls = new Set([first]);
    for (const { recur, until } of observance.getAllProperties('rrule').flatMap((property) => rulesOf(property))) {
      const end = until && until.wall + (until.zone === UTC ? before : 0);
      for (const wall of wallsOfRule(parser, recur, first, ZONE_YEARS, end)) walls.add(wall);
    }
    for (const value of observance.getAllProperties('rdate').flatMap(valuesOf))
      if (isTime(value)) walls.add(wallOf(value));
    for (const wall of walls) transitions.push({ at: wall - before, offsetMs });
    if (!earlier || first - before < earlier.at) earlier = { at: first - before, offsetMs: before };
  }
  if (!earlier) throw new Error('a time zone without rules');
  return zoneOfTransitions(
    transitions.sort((a, b) => a.at - b.at),
    earlier.offsetMs,
  );
}

function offsetOf(observance: ICAL.Component, name: string): number {
  const value = observance.getFirstPropertyValue(name);
  if (typeof value !== 'object' || value === null || !('factor' in value))
    throw new Error(`a time zone without ${name}`);
  return value.factor * (value.hours * 60 + value.minutes) * 60_000;
}
