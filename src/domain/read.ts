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
  return refuseAll({ [path]: code });
}

/** Throws `validation_failed` if any field is refused. */
export function refuseAll(fields: FieldErrors): never {
  const message = Object.entries(fields)
    .map(([path, code]) => `${path}: ${code}`)
    .join(', ');
  throw new BookingError('validation_failed', { message, fields });
}

function missing(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** A plain JSON object. */
export function readRecord(value: unknown, path = ''): UnknownRecord {
  if (missing(value)) refuse(path, 'required');
  return isRecord(value) ? value : refuse(path, 'invalid');
}

function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Any text that a database can keep: no NUL, no half of a surrogate pair. */
export function readString(value: unknown, path: string): string {
  if (missing(value)) refuse(path, 'required');
  if (typeof value !== 'string' || /\0|\p{Cs}/u.test(value)) refuse(path, 'invalid');
  return value;
}

/** Any finite number. */
export function readNumber(value: unknown, path: string): number {
  if (missing(value)) refuse(path, 'required');
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(path, 'invalid');
  return value;
}

export function readBoolean(value: unknown, path: string): boolean {
  if (missing(value)) refuse(path, 'required');
  if (typeof value !== 'boolean') refuse(path, 'invalid');
  return value;
}

/** An instant in any RFC 3339 form, given back as `toISOString()` writes it. */
export function readInstant(value: unknown, path: string): string {
  const ms = readInstantMs(readString(value, path));
  if (Number.isNaN(ms)) refuse(path, 'invalid');
  return new Date(ms).toISOString();
}

/** A date `YYYY-MM-DD` that exists. */
export const readDate = checked(isPlainDate);
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

/** One of some words. */
export function oneOf<const T extends string>(...words: readonly T[]): Read<T> {
  return (value, path) => words.find((word) => word === value) ?? refuse(path, missing(value) ? 'required' : 'unknown');
}

/** A field that may be missing; null counts as missing. */
export function optional<T>(read: Read<T>): ReadOptional<T | undefined> {
  return withDefault<T | undefined>(read, undefined);
}

/** A field that has a default. */
export function withDefault<T>(read: Read<T>, fallback: T): ReadOptional<T> {
  return Object.assign((value: unknown, path: string) => (missing(value) ? fallback : read(value, path)), {
    optional: true as const,
  });
}

/** An array of `min` to `max` items. */
export function listOf<T>(read: Read<T>, min = 0, max = Infinity): Read<T[]> {
  return (value, path) => {
    if (missing(value)) refuse(path, 'required');
    if (!Array.isArray(value)) refuse(path, 'invalid');
    if (value.length < min) refuse(path, min === 1 ? 'required' : 'too_short');
    if (value.length > max) refuse(path, 'too_long');
    return collect(
      path,
      value.map((item: unknown, index) => [index, item, read] as const),
    ).map(([, item]) => item);
  };
}

/** An object whose values are all alike. */
export function recordOf<T>(read: Read<T>): Read<Record<string, T>> {
  return (value, path) => {
    const entries = Object.entries(readRecord(value, path));
    return Object.fromEntries(
      collect(
        path,
        entries.map(([key, item]) => [key, item, read] as const),
      ),
    );
  };
}

/** An object with known fields. Fields that are not known are kept as they are. */
export function objectOf<T>(fields: Fields<T>): (value: unknown, path?: string) => T {
  const readers = Object.entries<Read<unknown>>(fields);
  return (value, path = '') => {
    const record = readRecord(value, path);
    const known = readers.map(([key, read]) => [key, record[key], read] as const);
    const extra = Object.entries(record).filter(([key]) => !Object.hasOwn(fields, key));
    const read = collect(path, [...known, ...extra.map(([key, item]) => [key, item, readAny] as const)]);
    // The one place where fields that were read one by one become the type that they make up.
    return Object.fromEntries(read.filter(([, item]) => item !== undefined)) as T;
  };
}

function readAny(value: unknown, path: string): unknown {
  return readJson(value, path);
}

/** Reads all, so that every refused field is named (the first fifty, at least). */
function collect<K extends string | number, T>(path: string, jobs: Iterable<readonly [K, unknown, Read<T>]>): [K, T][] {
  const refused: Record<string, FieldCode> = {};
  const done: [K, T][] = [];
  for (const [key, value, read] of jobs) {
    try {
      done.push([key, read(value, join(path, key))]);
    } catch (error) {
      if (!isBookingError(error) || !error.fields) throw error;
      Object.assign(refused, error.fields);
      if (Object.keys(refused).length >= 50) break;
    }
  }
  if (Object.keys(refused).length > 0) refuseAll(refused);
  return done;
}
