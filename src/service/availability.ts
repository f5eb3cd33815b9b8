import type { Availability, AvailabilityQuery } from '../domain/booking.js';
import { parseInstant } from '../domain/instant.js';
import { addDays, daysBetween, isPlainDate } from '../domain/plain-date.js';
import { isAllowedDuration } from '../domain/price.js';
import { refuse } from '../domain/read.js';
import { computeSlots } from '../domain/slots.js';
import { instantOf, isTimeZone } from '../domain/time-zone.js';
import type { CallOptions } from '../ports/booking-adapter.js';
import type { Span, ViewCoach } from './coach-view.js';
import { withHorizon } from './config-limits.js';
import { EARLIEST, LATEST } from './request.js';
import { onStored } from './trouble.js';

const DAY = 24 * 60 * 60_000;
const LONGEST_RANGE_DAYS = 366;

/** The asked range as it is on the clocks of a zone. Dates are both included. */
function spanOf({ start, end }: AvailabilityQuery, timeZone: string): Span {
  return {
    start: isPlainDate(start) ? instantOf(timeZone, start, 0) : parseInstant(start, 'start'),
    end: isPlainDate(end) ? instantOf(timeZone, dayAfter(end), 0) : parseInstant(end, 'end'),
  };
}

/** Refuses the last date that can be written. */
function dayAfter(date: string): string {
  const next = addDays(date, 1);
  return isPlainDate(next) ? next : refuse('end', 'too_large');
}

function checkSpan({ start, end }: AvailabilityQuery, span: Span): void {
  const days = isPlainDate(start) && isPlainDate(end) ? daysBetween(start, end) + 1 : (span.end - span.start) / DAY;
  if (!(span.start >= EARLIEST)) refuse('start', 'too_small');
  if (span.end < span.start || (days < 1 && isPlainDate(end) && isPlainDate(start))) refuse('end', 'too_small');
  if (days > LONGEST_RANGE_DAYS || !(span.end <= LATEST)) refuse('end', 'too_large');
}

/** The free times of a coach. */
export async function availabilityOf(
  query: AvailabilityQuery,
  viewCoach: ViewCoach,
  now: number,
  options?: CallOptions,
): Promise<Availability> {
  const { coachId, durationMinutes, timeZone, holdId } = query;
  if (timeZone !== undefined && !isTimeZone(timeZone)) refuse('timeZone', 'invalid');
  // Dates are read in the schedule's zone, which is known only after reading: its margin covers every zone.
  const rough = spanOf(query, timeZone ?? 'UTC');
  checkSpan(query, rough);
  const view = await viewCoach(coachId, rough, { now, holdId, signal: options?.signal });
  const { schedule, config, busy } = view;
  if (durationMinutes !== undefined && !isAllowedDuration(config, durationMinutes)) {
    refuse('durationMinutes', 'invalid');
  }
  const span = onStored(() => spanOf(query, timeZone ?? schedule.timezone));
  const slots = onStored(() =>
    computeSlots({
      schedule,
      config: withHorizon(config),
      busy,
      range: { start: new Date(span.start).toISOString(), end: new Date(span.end).toISOString() },
      now: new Date(now).toISOString(),
      ...(durationMinutes !== undefined && { durationMinutes }),
    }),
  );
  return {
    slots,
    timeZone: schedule.timezone,
    sessionConfig: config,
    serverNow: new Date(now).toISOString(),
    ...(config.features && { features: config.features }),
  };
}
