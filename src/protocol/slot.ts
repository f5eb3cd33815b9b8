import { toMajor, toMinor } from '../domain/money.js';
import { parseSlot } from '../domain/parse-availability.js';
import { readNumber, readRecord, readString } from '../domain/read.js';
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

/** Throws `validation_failed` with the paths of the code, as `parseSlot`. */
export function readSlot(value: unknown): Slot {
  const { duration: durationMinutes, rate, currency, ...slot } = readRecord(value);
  const money = toMinor(readNumber(rate, 'rate'), readString(currency, 'currency'));
  return parseSlot({ ...slot, durationMinutes, rate: money });
}

export function writeSlot({ durationMinutes, rate, ...slot }: Slot): WireSlot {
  return { ...slot, duration: durationMinutes, rate: toMajor(rate), currency: rate.currency };
}
