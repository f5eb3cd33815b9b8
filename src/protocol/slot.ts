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

/** Fields of a slot that the wire has under another name, or in another form. */
const RENAMED: ReadonlySet<string> = new Set(['durationMinutes', 'rate']);

/** Other fields stay. Copied one by one: rest syntax takes twenty times as long, and an answer has hundreds of slots. */
export function writeSlot(slot: Slot): WireSlot {
  const { startTime, endTime, durationMinutes: duration, rate } = slot;
  const wire: WireSlot = { startTime, endTime, duration, rate: toMajor(rate), currency: rate.currency };
  for (const name in slot) {
    if (!(name in wire || RENAMED.has(name))) Reflect.set(wire, name, Reflect.get(slot, name));
  }
  return wire;
}
