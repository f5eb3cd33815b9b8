import type { BookingRequest } from '../domain/booking.js';
import { BookingError, isBookingError } from '../domain/booking-error.js';
import type { Answers, FieldCode } from '../domain/booking-field.js';
import type { Money } from '../domain/money.js';
import { parseAnswers } from '../domain/parse-attendee.js';
import { addDays, daysBetween } from '../domain/plain-date.js';
import { isAllowedDuration, priceOf } from '../domain/price.js';
import { refuseAll } from '../domain/read.js';
import { computeSlots } from '../domain/slots.js';
import type { Slot } from '../domain/slot.js';
import { instantOf, localDate } from '../domain/time-zone.js';
import type { DayLimit } from '../ports/booking-store.js';
import type { CoachView } from './coach-view.js';
import { withHorizon } from './config-limits.js';
import { onStored } from './trouble.js';

/** A time that somebody wants, in milliseconds. */
export interface Wanted {
  readonly start: number;
  readonly durationMinutes: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How far around a lost time its alternatives are looked for. */
export const ALTERNATIVES_SPAN = 14 * DAY;

/**
 * Refuses what no time could make right: a length that is not offered, an end that does not fit, answers that are missing
 * or wrong. Gives back the request with its answers as the coach's fields want them.
 */
export function fitToConfig(request: BookingRequest, { config }: CoachView): BookingRequest {
  const { durationMinutes, startTime, endTime } = request;
  const fields: Record<string, FieldCode> = {};
  if (!isAllowedDuration(config, durationMinutes)) fields.durationMinutes = 'invalid';
  if (Date.parse(endTime) !== Date.parse(startTime) + durationMinutes * MINUTE) fields.endTime = 'mismatch';
  let answers: Answers = {};
  try {
    answers = parseAnswers(request.answers, config.fields);
  } catch (error) {
    if (!isBookingError(error)) throw error;
    Object.assign(fields, error.fields);
  }
  if (Object.keys(fields).length > 0) refuseAll(fields);
  return { ...request, ...(Object.keys(answers).length > 0 && { answers }) };
}

/** Refuses what the coach's rules exclude whether or not the time is free. */
export function checkPolicy({ config, schedule }: CoachView, wanted: Wanted, now: number): void {
  const refuse = (message: string): never => {
    throw new BookingError('out_of_policy', { message });
  };
  if (!config.isActive || schedule.active === false) refuse('the coach takes no bookings now');
  if (wanted.start < now + (config.minimumNoticeMinutes ?? 0) * MINUTE) refuse('too soon');
  const ahead = daysBetween(localDate(schedule.timezone, now), localDate(schedule.timezone, wanted.start));
  if (ahead > withHorizon(config).bookingWindowDays) refuse('too far ahead');
}

function slotsWithin(view: CoachView, durationMinutes: number, start: number, end: number, now: number): Slot[] {
  const range = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
  const { schedule, busy } = view;
  const config = withHorizon(view.config);
  return onStored(() =>
    computeSlots({ schedule, config, busy, range, durationMinutes, now: new Date(now).toISOString() }),
  );
}

/** Whether the coach offers exactly this time and it is free. */
export function isFree(view: CoachView, { start, durationMinutes }: Wanted, now: number): boolean {
  return slotsWithin(view, durationMinutes, start, start + 1, now).length > 0;
}

/** The three free times of the same length that are nearest, in order of time. */
export function alternativesTo(view: CoachView, { start, durationMinutes }: Wanted, now: number): Slot[] {
  if (!isAllowedDuration(view.config, durationMinutes)) return [];
  const around = slotsWithin(view, durationMinutes, start - ALTERNATIVES_SPAN, start + ALTERNATIVES_SPAN, now);
  const distance = (slot: Slot): number => Math.abs(Date.parse(slot.startTime) - start);
  const nearest = around.filter((slot) => distance(slot) > 0).sort((a, b) => distance(a) - distance(b));
  return nearest.slice(0, 3).sort((a, b) => Date.parse(a.startTime) - Date.parse(b.startTime));
}

/** What the length costs; refuses a visitor who was shown something else. */
export function checkPrice({ config }: CoachView, request: BookingRequest): Money {
  const current = onStored(() => priceOf(config, request.durationMinutes));
  const { amountMinor, currency } = request.rate;
  if (current.amountMinor !== amountMinor || current.currency !== currency) {
    throw new BookingError('price_changed', { current });
  }
  return current;
}

/** What a commit has to count so that two bookings at once cannot exceed `maximumPerDay`. */
export function dayLimitOf({ config, schedule, elsewhere }: CoachView, start: number): DayLimit | undefined {
  if (config.maximumPerDay === undefined) return undefined;
  const date = localDate(schedule.timezone, start);
  const from = instantOf(schedule.timezone, date, 0);
  const until = instantOf(schedule.timezone, addDays(date, 1), 0);
  const others = elsewhere.filter(({ isSession, start: at }) => isSession && within(Date.parse(at), from, until));
  return {
    start: new Date(from).toISOString(),
    end: new Date(until).toISOString(),
    maximum: config.maximumPerDay - others.length,
  };
}

const within = (instant: number, from: number, until: number): boolean => instant >= from && instant < until;
