import type { BookingField, FieldCode } from './booking-field.js';
import { isExact } from './money.js';
import {
  integer,
  join,
  listOf,
  objectOf,
  optional,
  readBoolean,
  readCurrency,
  readNumber,
  readString,
  recordOf,
  refuseAll,
  text,
  withDefault,
} from './read.js';
import type { SessionConfig, SessionLocation } from './session-config.js';

const wholeMinutes = integer(5, 1440);
const rule = integer(0);

const readField = objectOf<BookingField>({
  name: text(1, 100),
  label: text(1),
  type: text(1),
  required: optional(readBoolean),
  options: optional(listOf(readString)),
  maxLength: optional(integer(1)),
  hint: optional(readString),
});

const readConfig = objectOf<SessionConfig>({
  durations: listOf(wholeMinutes, 1, 20),
  rates: recordOf(readNumber),
  currency: readCurrency,
  defaultDuration: withDefault(wholeMinutes, 0),
  allowCustomDuration: withDefault(readBoolean, false),
  minimumDuration: withDefault(wholeMinutes, 0),
  maximumDuration: withDefault(wholeMinutes, 0),
  isActive: withDefault(readBoolean, true),
  slotIntervalMinutes: withDefault(wholeMinutes, 30),
  bufferBeforeMinutes: withDefault(rule, 0),
  bufferAfterMinutes: withDefault(rule, 0),
  minimumNoticeMinutes: withDefault(rule, 0),
  bookingWindowDays: optional(rule),
  maximumPerDay: optional(rule),
  descriptions: optional(recordOf(readString)),
  location: optional(objectOf<SessionLocation>({ kind: text(1), label: readString })),
  fields: optional(listOf(readField, 0, 100)),
  features: optional(recordOf(readBoolean)),
});

/**
 * A config as a coach's side may send it, with the defaults filled in and unknown fields kept. Throws
 * `validation_failed` with the path of each refused field, such as `rates.60`.
 */
export function parseSessionConfig(value: unknown, path = ''): SessionConfig {
  const config = readConfig(value, path);
  const { durations, rates, currency } = config;
  const minimumDuration = config.minimumDuration || Math.min(30, config.maximumDuration || 30);
  const maximumDuration = config.maximumDuration || Math.max(120, minimumDuration);
  const defaultDuration = config.defaultDuration || (durations.includes(60) ? 60 : (durations[0] ?? 0));
  const refused: Record<string, FieldCode> = {};
  const check = (key: string, isWrong: boolean, code: FieldCode): void => {
    if (isWrong) refused[join(path, key)] = code;
  };
  durations.forEach((minutes, index) => {
    check(`durations.${index}`, durations.indexOf(minutes) < index, 'duplicate');
    check(`rates.${minutes}`, !Object.hasOwn(rates, minutes), 'required');
  });
  // Of what is wrong with one field, the last is said.
  for (const [length, rate] of Object.entries(rates)) {
    const key = `rates.${length}`;
    check(key, !isExact(rate, currency), 'invalid');
    check(key, rate < 0, 'too_small');
    check(key, !durations.some((minutes) => `${minutes}` === length), 'unknown');
  }
  check('defaultDuration', !durations.includes(defaultDuration), 'unknown');
  check('minimumDuration', minimumDuration > maximumDuration, 'too_large');
  config.fields?.forEach(({ name, type, options }, index, fields) => {
    const key = `fields.${index}`;
    check(`${key}.name`, fields.findIndex((field) => field.name === name) < index, 'duplicate');
    // It would change what an object of answers is.
    check(`${key}.name`, name === '__proto__', 'invalid');
    check(`${key}.options`, type === 'select' && !options?.length, 'required');
  });
  refuseAll(refused);
  return { ...config, minimumDuration, maximumDuration, defaultDuration };
}
