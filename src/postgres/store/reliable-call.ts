import { BookingError, isBookingError, type WriteOutcome } from '../../domain/booking-error.js';
import type { DatabaseCall } from './database-call.js';

/** A call whose failures are `BookingError`s. A `write` that may have happened fails with `outcome: 'unknown'`. */
export type ReliableCall = (kind: 'read' | 'write', functionName: string, args: object) => Promise<unknown>;

const MAX_RETRIES = 3;

/** A deadlock and a serialization failure: the transaction was undone, and may go through at once. */
const UNDONE: ReadonlySet<string | undefined> = new Set(['40P01', '40001']);

/**
 * Refused before anything was done, or undone: a lock or statement timeout, too many connections, a server that starts,
 * PostgREST without a free connection, and addresses where nobody answers.
 */
const NOT_APPLIED: ReadonlySet<string | undefined> = new Set([
  ...UNDONE,
  '55P03',
  '57014',
  '53300',
  '57P03',
  'PGRST003',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The functions are not there, or not exposed. */
const NOT_MIGRATED: ReadonlySet<string | undefined> = new Set(['42883', '3F000', 'PGRST202', 'PGRST106']);

function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * A connection that ended (class 08, a server that shut down) or no SQLSTATE at all: nobody knows what became of it. Every
 * SQLSTATE has a digit, unlike `EPIPE`.
 */
const isLost = (code: string | undefined): boolean =>
  code === undefined || !/^(?=.*\d)[\dA-Z]{5}$/.test(code) || /^(?:08|57P)/.test(code);

function translate(cause: unknown, kind: 'read' | 'write'): BookingError {
  if (isBookingError(cause)) return cause;
  const code = codeOf(cause);
  const unavailable = (outcome: WriteOutcome): BookingError =>
    new BookingError('unavailable', { message: 'the database did not answer', outcome, retryAfterMs: 1000, cause });
  const broken = (message: string): BookingError => new BookingError('unknown', { message, cause });
  if (NOT_APPLIED.has(code)) return unavailable('not_applied');
  if (NOT_MIGRATED.has(code)) return broken('the database lacks a function of ours: has it been migrated?');
  if (code === '42501') return broken('the database role may not call our functions');
  if (isLost(code)) return unavailable(kind === 'write' ? 'unknown' : 'not_applied');
  return broken(`the database refused the call (${code ?? 'no code'})`);
}

/** A few milliseconds, more with each attempt, and not the same for two callers that met. */
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, (attempt + Math.random()) * 20));

/** Sends again what the database has undone because of others, and says of the rest what became of it. */
export function createReliableCall(call: DatabaseCall): ReliableCall {
  return async (kind, functionName, args) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await call(functionName, args);
      } catch (error) {
        if (!UNDONE.has(codeOf(error)) || attempt === MAX_RETRIES) throw translate(error, kind);
        await pause(attempt);
      }
    }
  };
}
