import { clockChange, type ClockChange } from '../../../domain/clock-changes.js';
import { addDays } from '../../../domain/plain-date.js';
import { instantOf, localDate, offsetAt } from '../../../domain/time-zone.js';
import type { ConfirmationStep, DatetimeStep } from '../../../flow/state.js';
import type { FlowView } from '../view.js';
import { wordsOf } from './words.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What to say of clocks that change between now and the end of the weeks shown, else null. The same for all of their days. */
export function clockChanges(view: FlowView<DatetimeStep>): { title: string; body: string } | null {
  const { timeZone, pageStart, pageDays } = view.state;
  const [start, end] = [pageStart, addDays(pageStart, pageDays)].map((day) => instantOf(timeZone, day, 0));
  return start === undefined || end === undefined ? null : changesOf(view, { start, end });
}

/** The same of the chosen time. */
export function clockChangesBefore(view: FlowView<ConfirmationStep>): { title: string; body: string } | null {
  const start = Date.parse(view.state.slot.startTime);
  return changesOf(view, { start, end: start + 1 });
}

function changesOf(view: FlowView, span: Span): { title: string; body: string } | null {
  const { now, coachName, coachTimeZone, formats } = view;
  const text = wordsOf(view);
  const zone = view.state.timeZone;
  const own = clockChange(zone, now, span);
  const theirs = coachTimeZone && coachTimeZone !== zone ? clockChange(coachTimeZone, now, span) : null;
  const ahead = (at: number) => (coachTimeZone ? offsetAt(coachTimeZone, at) - offsetAt(zone, at) : 0);
  const dayOf = (change: ClockChange) => formats.day(localDate(change.zone, change.at), 'short');
  const titleOf = (change: ClockChange) =>
    (change.shift > 0 ? text.clocksForward : text.clocksBack)(formats.city(change.zone), dayOf(change));
  const difference = (minutes: number) => {
    const hours = formats.number(Math.abs(minutes) / 60);
    return minutes === 0 ? text.onSameTime : minutes > 0 ? text.hoursAhead(hours) : text.hoursBehind(hours);
  };

  const apart = own && theirs && own.at !== theirs.at && Math.min(own.at, theirs.at) > span.start;
  if (apart) {
    const [first, second] = own.at < theirs.at ? [own, theirs] : [theirs, own];
    const between = difference(ahead(first.at));
    return {
      title: titleOf(first),
      body: text.clocksBetween(formats.city(second.zone), dayOf(second), coachName, between),
    };
  }
  const then = ahead(span.end - 1);
  const isOther = then !== ahead(now);
  // Where the coach's clocks change and the difference is as it was, nothing happens to the visitor.
  const change = own ?? (isOther ? theirs : null);
  if (!change) return null;
  const after = isOther && coachTimeZone ? text.clocksAfter(coachName, difference(then)) : '';
  return { title: titleOf(change), body: [own ? text.clocksAllowed : '', after].filter(Boolean).join(' ') };
}
