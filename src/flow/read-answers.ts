/** Reads what an adapter answers, before anything relies on it: an adapter is a stranger's code. */
import type { Availability } from '../domain/booking.js';
import { BookingError, isBookingError } from '../domain/booking-error.js';
import type { Coach } from '../domain/coach.js';
import { readInstantMs } from '../domain/read-instant.js';
import type { Money } from '../domain/money.js';
import { parseSessionConfig } from '../domain/parse-config.js';
import { readRecord, readTimeZone, refuse, text, type UnknownRecord } from '../domain/read.js';
import type { Slot } from '../domain/slot.js';
import type { SessionConfig } from '../domain/session-config.js';
import { compareSlots } from './slots.js';

/** Runs a reader; what it refuses becomes `invalid_response`, with the paths in its message. */
export function readAnswer<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isBookingError(error)) throw error;
    const { message, fields } = error;
    throw new BookingError('invalid_response', {
      message,
      cause: error,
      outcome: 'unknown',
      ...(fields && { fields }),
    });
  }
}

export function readConfig(value: unknown): SessionConfig {
  return readAnswer(() => parseSessionConfig(value, 'sessionConfig'));
}

/** Slots that make no sense, are past or come twice are left out one by one; the rest is sorted. */
export function readAvailability(answer: Availability, now: number): Availability {
  return readAnswer(() => {
    const { slots, timeZone, sessionConfig, ...rest } = readRecord(answer);
    return {
      ...rest,
      slots: readSlots(slots, now),
      timeZone: readTimeZone(timeZone, 'timeZone'),
      ...(sessionConfig != null && { sessionConfig: parseSessionConfig(sessionConfig, 'sessionConfig') }),
    };
  });
}

/** Throws only when there is no list. */
export function readSlots(value: unknown, now: number): readonly Slot[] {
  if (!Array.isArray(value)) refuse('slots', value == null ? 'required' : 'invalid');
  const slots = value.flatMap((item: unknown) => readSlot(item, now) ?? []);
  return slots.sort(compareSlots).filter((slot, index) => {
    const previous = slots[index - 1];
    return !previous || compareSlots(previous, slot) !== 0;
  });
}

function readSlot(item: unknown, now: number): Slot | null {
  if (!isSlot(item)) return null;
  const start = readInstantMs(item.startTime);
  if (!(start >= now && readInstantMs(item.endTime) - start === item.durationMinutes * 60_000)) return null;
  const startTime = new Date(start).toISOString();
  const endTime = new Date(start + item.durationMinutes * 60_000).toISOString();
  return startTime === item.startTime && endTime === item.endTime ? item : { ...item, startTime, endTime };
}

function isSlot(item: unknown): item is Slot {
  if (!isRecord(item)) return false;
  const { startTime, endTime, durationMinutes, rate } = item;
  return (
    typeof startTime === 'string' &&
    typeof endTime === 'string' &&
    typeof durationMinutes === 'number' &&
    durationMinutes > 0 &&
    isMoney(rate)
  );
}

export function isMoney(value: unknown): value is Money {
  return (
    isRecord(value) &&
    Number.isSafeInteger(value.amountMinor) &&
    typeof value.currency === 'string' &&
    /^[A-Z]{3}$/.test(value.currency)
  );
}

export function readCoach(coach: Coach | undefined): Coach {
  return readAnswer(() => {
    if (!coach) refuse('coach', 'required');
    text(1)(readRecord(coach, 'coach').name, 'coach.name');
    readTimeZone(coach.timezone, 'coach.timezone');
    return coach;
  });
}

function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null;
}
