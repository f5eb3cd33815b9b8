/**
 * Small readers of foreign data. Each takes a value and its path and gives it back typed, or throws a `BookingError`
 * `validation_failed` whose `fields` name the path.
 */
import { BookingError, isBookingError } from './booking-error.js';
import type { FieldCode, FieldErrors } from './booking-field.js';
import { readInstantMs } from './read-instant.js';
import { isCurrency } from './money.js';
import { isPlainDate } from './plain-date.js';
import { isTimeZone } from './time-zone.js';

export type Read<T> = (value: unknown, path: string) => T;
/** The reader of a field that may be missing or null. */
export type ReadOptional<T> = Read<T> & { readonly optional: true };
/** The JSON object before anything is known of its fields. */
export type UnknownRecord = Readonly<Record<string, unknown>>;

/** A reader for each field of `T`; those of optional fields are made by `optional`. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? ReadOptional<T[K] | undefined> : Read<T[K]>;
};

/** `path.key`, or `key` at the top. */
export function join(path: string, key: string | number): string {
  return path === '' ? `${key}` : `${path}.${key}`;
}

/** Throws `validation_failed` for one field. */
export function refuse(path: string, code: FieldCode): never {
  throw refusal({ [path]: code });
}

/** Throws `validation_failed` if any field is refused. */
export function refuseAll(fields: FieldErrors): void {
  if (Object.keys(fields).length > 0) throw refusal(fields);
}

function refusal(fields: FieldErrors): BookingError {
  const message = Object.entries(fields)
    .map(([path, code]) => `${path}: ${code}`)
    .join(', ');
  return new BookingError('validation_failed', { message, fields });
}

function missing(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** A reader of what must be there and be of a type. */
function required<T>(is: (value: unknown) => value is T): (value: unknown, path?: string) => T {
  return (value, path = '') => (is(value) ? value : refuse(path, missing(value) ? 'required' : 'invalid'));
}

/** A plain JSON object. */
export const readRecord = required(
  (value): value is UnknownRecord => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** Any text that a database can keep: no NUL, no half of a surrogate pair. */
export const readString = required((value): value is string => typeof value === 'string' && !/\0|\p{Cs}/u.test(value));

/** Any finite number. */
export const readNumber = required((value): value is number => Number.isFinite(value));

export const readBoolean = required((value) => typeof value === 'boolean');

const readArray = required((value): value is unknown[] => Array.isArray(value));

/** As `toISOString()` writes it, if its date is one. */
const WRITTEN = /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
/** Found to be a date: instants come by the thousand, and in order. */
let lastDate = '-';

/** An instant in any RFC 3339 form, given back as `toISOString()` writes it. */
export function readInstant(value: unknown, path: string): string {
  if (typeof value === 'string' && WRITTEN.test(value)) {
    if (!value.startsWith(lastDate) && isPlainDate(value.slice(0, 10))) lastDate = value.slice(0, 10);
    if (value.startsWith(lastDate)) return value;
  }
  const ms = readInstantMs(readString(value, path));
  if (Number.isNaN(ms)) refuse(path, 'invalid');
  return new Date(ms).toISOString();
}

/** An IANA zone that `Intl` knows. */
export const readTimeZone = checked(isTimeZone);
/** A currency that `Intl` knows. */
export const readCurrency = checked(isCurrency);

/** Any JSON value, at most 32 levels deep, with texts that a database can keep. */
export function readJson(value: unknown, path: string, depth = 32): unknown {
  if (depth === 0) refuse(path, 'too_long');
  if (typeof value === 'string') readString(value, path);
  else if (typeof value === 'number') readNumber(value, path);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      readString(key, path);
      readJson(item, join(path, key), depth - 1);
    }
  } else if (typeof value !== 'boolean' && !missing(value)) refuse(path, 'invalid');
  return value;
}

/** A text of `min` to `max` UTF-16 units. */
export function text(min: number, max = Infinity): Read<string> {
  return (value, path) => {
    const read = readString(value, path);
    if (min > 0 && read.trim() === '') refuse(path, 'required');
    if (read.length < min) refuse(path, 'too_short');
    if (read.length > max) refuse(path, 'too_long');
    return read;
  };
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max = Number.MAX_SAFE_INTEGER): Read<number> {
  return (value, path) => {
    const read = readNumber(value, path);
    if (!Number.isInteger(read)) refuse(path, 'invalid');
    if (read < min) refuse(path, 'too_small');
    if (read > max) refuse(path, 'too_large');
    return read;
  };
}

/** A text that passes a check. */
export function checked(check: (text: string) => boolean): Read<string> {
  return (value, path) => {
    const read = readString(value, path);
    return check(read) ? read : refuse(path, 'invalid');
  };
}

/** A field that may be missing; null counts as missing. */
export function optional<T>(read: Read<T>): ReadOptional<T | undefined> {
  return withDefault<T | undefined>(read, undefined);
}

/** A field that has a default. */
export function withDefault<T>(read: Read<T>, fallback: T): ReadOptional<T> {
  const orFallback: Read<T> = (value, path) => (missing(value) ? fallback : read(value, path));
  // Optional in name only: it is the compiler that asks for it.
  return orFallback as ReadOptional<T>;
}

/** An array of `min` to `max` items. */
export function listOf<T>(read: Read<T>, min = 0, max = Infinity): Read<T[]> {
  return (value, path) => {
    const list = readArray(value, path);
    if (list.length < min) refuse(path, min === 1 ? 'required' : 'too_short');
    if (list.length > max) refuse(path, 'too_long');
    return collect(path, list.entries(), () => read).map(([, item]) => item);
  };
}

/** An object whose values are all alike. */
export function recordOf<T>(read: Read<T>): Read<Record<string, T>> {
  return (value, path) => Object.fromEntries(collect(path, Object.entries(readRecord(value, path)), () => read));
}

/** An object with known fields. Fields that are not known are kept as they are. */
export function objectOf<T>(fields: Fields<T>): (value: unknown, path?: string) => T {
  const readers = new Map(Object.entries<Read<unknown>>(fields));
  return (value, path = '') => {
    const record = readRecord(value, path);
    const keys = [...new Set([...readers.keys(), ...Object.keys(record)])];
    const entries = keys.map((key) => [key, record[key]] as const);
    const read = collect(path, entries, (key) => readers.get(key) ?? readJson);
    // The one place where fields that were read one by one become the type that they make up.
    return Object.fromEntries(read.filter(([, item]) => item !== undefined)) as T;
  };
}

/**
 * Adds the fields of a record that are not there yet. One by one: rest syntax takes twenty times as long, and an answer has
 * hundreds of slots.
 */
export function copyOthers<T extends object>(to: T, from: object, leftOut: ReadonlySet<string>): T {
  for (const name in from) {
    if (!(name in to || leftOut.has(name))) Reflect.set(to, name, Reflect.get(from, name));
  }
  return to;
}

/** Reads all, so that every refused field is named (the first fifty, at least). */
function collect<K extends string | number, T>(
  path: string,
  entries: Iterable<readonly [K, unknown]>,
  readerOf: (key: K) => Read<T>,
): [K, T][] {
  const refused: Record<string, FieldCode> = {};
  const done: [K, T][] = [];
  for (const [key, value] of entries) {
    try {
      // A database cannot keep such a name either.
      if (typeof key === 'string') readString(key, join(path, key.replace(/\0|\p{Cs}/gu, '\ufffd')));
      done.push([key, readerOf(key)(value, join(path, key))]);
    } catch (error) {
      if (!isBookingError(error) || !error.fields) throw error;
      Object.assign(refused, error.fields);
      if (Object.keys(refused).length >= 50) break;
    }
  }
  refuseAll(refused);
  return done;
}
