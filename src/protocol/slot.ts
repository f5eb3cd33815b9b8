import { toMajor, toMinor } from '../domain/money.js';
import { integer, objectOf, optional, readInstant, readNumber, readString, refuse } from '../domain/read.js';
import type { Slot } from '../domain/slot.js';

/** A slot as the wire has it: `rate` in major units of `currency`. */
export interface WireSlot {
  readonly startTime: string;
  readonly endTime: string;
  readonly duration: number;
  readonly rate: number;
  readonly currency: string;
  readonly seatsLeft?: number;
}

const readWireSlot = objectOf<WireSlot>({
  startTime: readInstant,
  endTime: readInstant,
  duration: integer(1),
  rate: readNumber,
  currency: readString,
  seatsLeft: optional(integer(0)),
});

/** Throws `validation_failed` also when `endTime` is not start + length. */
export function readSlot(value: unknown): Slot {
  const { duration: durationMinutes, rate, currency, ...slot } = readWireSlot(value);
  if (Date.parse(slot.endTime) - Date.parse(slot.startTime) !== durationMinutes * 60_000) refuse('endTime', 'mismatch');
  return { ...slot, durationMinutes, rate: toMinor(rate, currency) };
}

/**
 * The slots of a list, by start and then by length. One that is malformed is left out, since the others are still true;
 * when all are, the list is refused: `no times` would be a lie.
 */
export function readSlots(value: unknown, path: string): readonly Slot[] {
  if (!Array.isArray(value)) return refuse(path, 'invalid');
  const slots = value.flatMap((item: unknown) => {
    try {
      return [readSlot(item)];
    } catch {
      return [];
    }
  });
  if (value.length > 0 && slots.length === 0) refuse(path, 'invalid');
  return slots.sort(
    (a, b) => Date.parse(a.startTime) - Date.parse(b.startTime) || a.durationMinutes - b.durationMinutes,
  );
}

export function writeSlot({ durationMinutes, rate, ...slot }: Slot): WireSlot {
  return { ...slot, duration: durationMinutes, rate: toMajor(rate), currency: rate.currency };
}
