import { integer, objectOf, readBoolean, readString, type Read } from '../../domain/read.js';
import type { LegacyCoach } from './plan.js';

const anyInteger = integer(-2_147_483_648, 2_147_483_647);

const nullable =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path) =>
    value === null ? null : read(value, path);

/** Decimals of Prisma have thirty places: `150.000000000000000000000000000000`. */
const readDecimal: Read<string> = (value, path) => {
  const text = readString(value, path);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

/** A row of the select of `backfill`. */
export const readLegacyCoach: (row: unknown) => LegacyCoach = objectOf<LegacyCoach>({
  id: anyInteger,
  hourlyRate: nullable(readDecimal),
  sessionLength: nullable(readString),
  availability: nullable(readString),
  defaultDuration: anyInteger,
  allowCustomDuration: readBoolean,
  minimumDuration: anyInteger,
  maximumDuration: anyInteger,
  hasConfig: readBoolean,
  hasSchedule: readBoolean,
  timeZone: nullable(readString),
  currency: nullable(readString),
});
