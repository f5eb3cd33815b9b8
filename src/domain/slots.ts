import { bufferMs, readBusy, type Blocked } from './blocked.js';
import { parseInstant } from './instant.js';
import { instantWriter } from './many-instants.js';
import { mergeIntervals, type Interval } from './intervals.js';
import type { Money } from './money.js';
import { DAY_MS } from './plain-date.js';
import { isAllowedDuration, priceOf } from './price.js';
import { refuse } from './read.js';
import { roomAfter } from './room.js';
import type { Schedule } from './schedule.js';
import type { SessionConfig } from './session-config.js';
import type { Busy, Slot } from './slot.js';
import { localDay } from './zone-table.js';
import { readDayRules, windowsOf } from './windows.js';

export interface SlotsInput {
  readonly schedule: Schedule;
  readonly config: SessionConfig;
  /** Whatever blocks the coach's time around the range. With `maximumPerDay`, all sessions of the range's days. */
  readonly busy: readonly Busy[];
  /** Half-open, over the start of a session. */
  readonly range: { readonly start: string; readonly end: string };
  /** Without it, every length of the config. */
  readonly durationMinutes?: number;
  /** The instant that notice and booking window count from. */
  readonly now: string;
}

interface Length {
  readonly minutes: number;
  readonly ms: number;
  readonly rate: Money;
}

/**
 * The times that can be booked, sorted by start, then by length. Pure: it depends neither on the machine's clock nor on
 * its zone or locale. Instants are read in any RFC 3339 form with an offset.
 *
 * Throws `BookingError` `validation_failed` for bad input, with paths such as `schedule.timezone`, `busy.0.start` or
 * `durationMinutes`.
 */
export function computeSlots(input: SlotsInput): Slot[] {
  const { schedule, config } = input;
  const rules = readDayRules(schedule);
  const { zone } = rules;
  const lengths = readLengths(config, input.durationMinutes);
  const step = stepMs(config.slotIntervalMinutes);
  const blocked = readBusy(input.busy, zone, {
    before: bufferMs(config.bufferBeforeMinutes, 'config.bufferBeforeMinutes'),
    after: bufferMs(config.bufferAfterMinutes, 'config.bufferAfterMinutes'),
  });
  const now = parseInstant(input.now, 'now');
  const notice = bufferMs(config.minimumNoticeMinutes, 'config.minimumNoticeMinutes');
  const from = Math.max(parseInstant(input.range.start, 'range.start'), now + notice);
  const to = parseInstant(input.range.end, 'range.end');
  const switches: readonly (boolean | undefined)[] = [config.isActive, schedule.active];
  if (switches.includes(false) || from >= to) return [];

  const longest = lengths.at(-1)?.ms ?? 0;
  // No date reaches further than a day and a half from the same date in UTC.
  const windows = windowsOf(rules, Math.floor(from / DAY_MS) - 2, Math.floor((to + longest) / DAY_MS) + 2);
  const starts = onOpenDays(candidates(windows, step, from, to), zone, config, now, blocked);
  return fit(starts, roomAfter(starts, mergeIntervals(windows), blocked), lengths);
}

/** The lengths asked for, shortest first, each with its price. */
function readLengths(config: SessionConfig, asked: number | null | undefined): Length[] {
  const minutes = asked === undefined || asked === null ? [...new Set(config.durations)] : [asked];
  return minutes
    .sort((a, b) => a - b)
    .map((length) => {
      if (!isAllowedDuration(config, length)) refuse('durationMinutes', 'invalid');
      if (!(Number.isInteger(length) && length > 0)) refuse('config.durations', 'invalid');
      return { minutes: length, ms: length * 60_000, rate: priceOf(config, length, 'config') };
    });
}

function stepMs(minutes: number | null | undefined): number {
  const step = minutes ?? 30;
  if (!(Number.isInteger(step) && step > 0)) refuse('config.slotIntervalMinutes', 'invalid');
  return step * 60_000;
}

/** The starts of all windows in `[from, to)`: ascending, none twice. */
function candidates(windows: readonly Interval[], step: number, from: number, to: number): number[] {
  const starts: number[] = [];
  let isAscending = true;
  for (const window of windows) {
    const skipped = Math.max(0, Math.ceil((from - window.start) / step));
    const end = Math.min(window.end, to);
    let start = window.start + skipped * step;
    // Where clocks change at midnight, the windows of two dates can overlap.
    if (start < end && start <= (starts.at(-1) ?? -Infinity)) isAscending = false;
    for (; start < end; start += step) starts.push(start);
  }
  return isAscending ? starts : [...new Set(starts)].sort((a, b) => a - b);
}

/** The starts on dates that the booking window reaches and that have room for one more session. */
function onOpenDays(
  starts: number[],
  zone: string,
  config: SessionConfig,
  now: number,
  { sessionsOn }: Blocked,
): number[] {
  const maximum = wholeRule(config.maximumPerDay, 'config.maximumPerDay');
  const lastDay = localDay(zone, now) + wholeRule(config.bookingWindowDays, 'config.bookingWindowDays');
  if (maximum === Infinity && lastDay === Infinity) return starts;
  return starts.filter((start) => {
    const day = localDay(zone, start);
    return day <= lastDay && (sessionsOn.get(day) ?? 0) < maximum;
  });
}

/** A whole number from 0; none is no limit. */
function wholeRule(value: number | null | undefined, path: string): number {
  const limit = value ?? Infinity;
  if (limit !== Infinity && !Number.isInteger(limit)) refuse(path, 'invalid');
  if (limit < 0) refuse(path, 'too_small');
  return limit;
}

/** The lengths that fit at each start. */
function fit(starts: readonly number[], room: readonly number[], lengths: readonly Length[]): Slot[] {
  const slots: Slot[] = [];
  const writeStart = instantWriter();
  const writeEnd = instantWriter();
  starts.forEach((start, index) => {
    const here = room[index] ?? 0;
    if (here < (lengths[0]?.ms ?? Infinity)) return;
    const startTime = writeStart(start);
    for (const { minutes, ms, rate } of lengths) {
      if (ms > here) break;
      slots.push({ startTime, endTime: writeEnd(start + ms), durationMinutes: minutes, rate });
    }
  });
  return slots;
}
