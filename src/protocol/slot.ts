import { toMajor, toMinor } from '../domain/money.js';
import { slotOf } from '../domain/parse-availability.js';
import { copyOthers, readNumber, readRecord, readString } from '../domain/read.js';
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

/** Fields of the wire that a slot has under another name, or that are read apart. */
const READ: ReadonlySet<string> = new Set(['duration', 'currency', 'seatsLeft']);
/** The other way round. */
const WRITTEN: ReadonlySet<string> = new Set(['durationMinutes']);

/** Throws `validation_failed` with the paths of the code, as `parseSlot`. */
export function readSlot(value: unknown): Slot {
  const record = readRecord(value);
  const rate = toMinor(readNumber(record.rate, 'rate'), readString(record.currency, 'currency'));
  return slotOf(record, record.duration, rate, READ);
}

/** Other fields stay. */
export function writeSlot(slot: Slot): WireSlot {
  const { startTime, endTime, durationMinutes: duration, rate } = slot;
  return copyOthers({ startTime, endTime, duration, rate: toMajor(rate), currency: rate.currency }, slot, WRITTEN);
}
