/** Reads free times that somebody else's code or server answered: the one place for every adapter, and for the wire. */
import type { Availability } from './booking.js';
import { isMoney } from './money.js';
import { parseSessionConfig } from './parse-config.js';
import {
  copyOthers,
  integer,
  objectOf,
  optional,
  readBoolean,
  readInstant,
  readRecord,
  readTimeZone,
  recordOf,
  refuse,
  type UnknownRecord,
} from './read.js';
import type { Slot } from './slot.js';

const readMinutes = integer(1);
const readSeats = optional(integer(0));

/** Slots that were read: an answer passes the reader of its adapter, and then the one of the flow. */
const read = new WeakSet<object>();
const isRead = (record: object): record is Slot => read.has(record);

const SEATS: ReadonlySet<string> = new Set(['seatsLeft']);

/** Throws `validation_failed`, also when `endTime` is not start + length. Unknown fields are kept. */
export function parseSlot(value: unknown): Slot {
  const record = readRecord(value);
  return isRead(record) ? record : slotOf(record, record.durationMinutes, record.rate, SEATS);
}

/** `parseSlot` of a record with its length and price elsewhere; `leftOut`: fields that are no others, such as `seatsLeft`. */
export function slotOf(record: UnknownRecord, minutes: unknown, rate: unknown, leftOut: ReadonlySet<string>): Slot {
  const startTime = readInstant(record.startTime, 'startTime');
  const endTime = readInstant(record.endTime, 'endTime');
  const durationMinutes = readMinutes(minutes, 'durationMinutes');
  if (Date.parse(endTime) - Date.parse(startTime) !== durationMinutes * 60_000) refuse('endTime', 'mismatch');
  if (!isMoney(rate)) refuse('rate', 'invalid');
  const seatsLeft = readSeats(record.seatsLeft, 'seatsLeft');
  const slot = copyOthers({ startTime, endTime, durationMinutes, rate }, record, leftOut);
  if (seatsLeft !== undefined) Reflect.set(slot, 'seatsLeft', seatsLeft);
  read.add(slot);
  return slot;
}

/**
 * The slots of a list by start and then by length, each once. One that is malformed is left out, since the others are
 * still true; when all are, the list is refused: `no times` would be a lie.
 */
export function parseSlots(value: unknown, path: string, parse = parseSlot): readonly Slot[] {
  if (!Array.isArray(value)) return refuse(path, 'invalid');
  const slots = value.flatMap((item: unknown) => {
    try {
      return [parse(item)];
    } catch {
      return [];
    }
  });
  if (value.length > slots.length && !slots.length) refuse(path, 'invalid');
  return slots.sort(compareSlots).filter((slot, index) => {
    const previous = slots[index - 1];
    return !previous || compareSlots(previous, slot) !== 0;
  });
}

/** What may come with the times; the same in code and on the wire. */
export const availabilityExtras = {
  sessionConfig: optional(parseSessionConfig),
  features: optional(recordOf(readBoolean)),
  // A help: one that can't be read is no reason to show no times.
  serverNow: optional((value: unknown) => (typeof value === 'string' ? value : undefined)),
};

/** Throws `validation_failed` with the path of each refused field; unknown fields are kept. */
export const parseAvailability = objectOf<Availability>({
  slots: parseSlots,
  timeZone: readTimeZone,
  ...availabilityExtras,
});

/** Canonical instants sort as texts. */
export function compareSlots(a: Slot, b: Slot): number {
  return a.startTime < b.startTime ? -1 : a.startTime > b.startTime ? 1 : a.durationMinutes - b.durationMinutes;
}
