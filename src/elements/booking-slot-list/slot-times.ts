import { daysBetween } from '../../domain/plain-date.js';
import type { Slot } from '../../domain/slot.js';
import { isTimeZone, localDateTime, offsetAt } from '../../domain/time-zone.js';
import type { Dictionary } from '../../i18n/dictionary.js';
import { formatsFor, type Formats } from '../../i18n/format.js';

export type PartOfDay = 'night' | 'morning' | 'afternoon' | 'evening';

/** A time as it is shown and as it is read out. */
export interface SlotTime {
  readonly slot: Slot;
  readonly part: PartOfDay;
  /** The visitor's clock; with its offset where the clocks show that hour twice. */
  readonly label: string;
  /** The coach's clock where it differs, and whether their day is another one: 1 = the next. */
  readonly coach: { readonly time: string; readonly days: number } | null;
  /** Time, zone, day, length, price and the coach's clock. */
  readonly name: string;
}

export interface SlotTimesInput {
  readonly slots: readonly Slot[];
  /** `YYYY-MM-DD` in `zone`; empty: every day. */
  readonly date: string;
  readonly zone: string;
  readonly coachZone: string;
  readonly coachName: string;
}

/** Sorted, each start once, only those of the date. A slot whose start is no instant is left out. */
export function slotTimes(input: SlotTimesInput, formats: Formats, text: Dictionary): SlotTime[] {
  const { date, zone, coachZone, coachName } = input;
  const starts = new Map<number, Slot>();
  for (const slot of input.slots) {
    const ms = Date.parse(slot.startTime);
    if (!Number.isNaN(ms) && !starts.has(ms) && (!date || localDateTime(zone, ms).date === date)) starts.set(ms, slot);
  }
  const sorted = [...starts].sort(([a], [b]) => a - b);
  const labels = sorted.map(([ms]) => formats.time(ms, zone));
  const differs = (ms: number) => isTimeZone(coachZone) && offsetAt(coachZone, ms) !== offsetAt(zone, ms);
  return sorted.map(([ms, slot], index) => {
    const local = localDateTime(zone, ms);
    const time = labels[index] ?? '';
    const twice = labels.indexOf(time) !== labels.lastIndexOf(time);
    const label = twice ? `${time} ${formats.offset(ms, zone)}` : time;
    // The coach's clock always counts to 24: short, and not mistaken for the visitor's.
    const coach = differs(ms) ? formatsFor(formats.locale, false).time(ms, coachZone) : '';
    const days = coach ? daysBetween(local.date, localDateTime(coachZone, ms).date) : 0;
    const named = [
      text.timeIn(label, formats.city(zone)),
      formats.day(local.date, 'long'),
      text.minutes(formats.number(slot.durationMinutes)),
      formats.money(slot.rate),
    ];
    if (coach) named.push(text.coachTime(coachName, coach));
    return {
      slot,
      part: partOfDay(local.minutes),
      label,
      coach: coach ? { time: coach, days } : null,
      name: named.join(', '),
    };
  });
}

function partOfDay(minutes: number): PartOfDay {
  return minutes < 300 ? 'night' : minutes < 720 ? 'morning' : minutes < 1020 ? 'afternoon' : 'evening';
}
