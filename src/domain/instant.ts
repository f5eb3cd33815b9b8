import { refuse } from './read.js';
import { readInstantMs } from './read-instant.js';

/**
 * Epoch milliseconds of an instant in any RFC 3339 form (`2026-03-01T09:00:00+01:00`); parts of a millisecond are cut off.
 * Throws `validation_failed` at `path`.
 */
export function parseInstant(text: string, path = 'instant'): number {
  const ms = readInstantMs(text);
  return Number.isNaN(ms) ? refuse(path, 'invalid') : ms;
}

/** Writes an instant as `Date.prototype.toISOString()` does. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString();
}
