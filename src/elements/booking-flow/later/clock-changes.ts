import { addDays } from '../../../domain/plain-date.js';
import { instantOf, localDate, offsetAt } from '../../../domain/time-zone.js';
import { PAGE_DAYS } from '../../../flow/spans.js';
import type { DatetimeStep } from '../../../flow/state.js';
import type { FlowView } from '../view.js';
import { wordsOf } from './words.js';

const HOUR_MS = 3_600_000;

/** The first change of a zone's clocks within a span, in milliseconds, or null. */
function changeIn(zone: string, start: number, end: number): number | null {
  const before = offsetAt(zone, start);
  for (let at = start; at < end; at += HOUR_MS) if (offsetAt(zone, at) !== before) return at;
  return null;
}

/** What to say when the difference between the two zones changes within the weeks shown, else null. */
export function clockChanges(view: FlowView<DatetimeStep>): { title: string; body: string } | null {
  const { state, formats, coachName, coachTimeZone } = view;
  const text = wordsOf(view);
  const own = state.timeZone;
  if (!coachTimeZone || coachTimeZone === own) return null;
  const start = instantOf(own, state.pageStart, 0);
  const end = instantOf(own, addDays(state.pageStart, PAGE_DAYS), 0);
  const changes = [own, coachTimeZone]
    .flatMap((zone) => {
      const at = changeIn(zone, start, end);
      return at === null ? [] : [{ zone, at }];
    })
    .sort((a, b) => a.at - b.at);
  const [first, second] = changes;
  // Where both change at once nothing happens to the visitor.
  if (!first || first.at === second?.at) return null;
  const ahead = (offsetAt(coachTimeZone, first.at) - offsetAt(own, first.at)) / 60;
  const on = ({ zone, at }: { zone: string; at: number }) => formats.day(localDate(zone, at), 'short');
  const hours = formats.number(Math.abs(ahead));
  const difference = ahead === 0 ? text.onSameTime : ahead > 0 ? text.hoursAhead(hours) : text.hoursBehind(hours);
  return {
    title: text.clocksChange(formats.city(first.zone), on(first)),
    body: second
      ? text.clocksBetween(formats.city(second.zone), on(second), coachName, difference)
      : text.clocksAfter(coachName, difference),
  };
}
