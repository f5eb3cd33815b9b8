import type { FieldErrors } from './booking-field.js';
import type { Money } from './money.js';
import type { Slot } from './slot.js';

/** The codes of the wire and those that a caller's side adds. Others may come: they count by their status class. */
export type KnownErrorCode =
  | 'validation_failed'
  | 'out_of_policy'
  | 'idempotency_mismatch'
  | 'slot_unavailable'
  | 'price_changed'
  | 'hold_expired'
  | 'idempotency_in_progress'
  | 'version_conflict'
  | 'not_found'
  | 'unauthorized'
  | 'forbidden'
  | 'rate_limited'
  | 'unsupported'
  | 'unavailable'
  | 'unknown'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'invalid_response';

export type BookingErrorCode = KnownErrorCode | (string & {});

/** Whether a write that failed may have happened: `unknown` must be checked, never called a failure. */
export type WriteOutcome = 'not_applied' | 'unknown';

export interface BookingErrorDetails {
  /** For developers and logs; what a visitor reads is chosen by `code`. */
  readonly message?: string;
  readonly retryable?: boolean;
  /** Default `not_applied`. */
  readonly outcome?: WriteOutcome;
  readonly retryAfterMs?: number;
  readonly fields?: FieldErrors;
  /** Free times near the one that was taken. */
  readonly alternatives?: readonly Slot[];
  /** With `price_changed`: what the server would charge. */
  readonly current?: Money;
  /** HTTP status, where there was one. */
  readonly status?: number;
  readonly requestId?: string;
  readonly cause?: unknown;
}

const RETRYABLE: ReadonlySet<string> = new Set([
  'idempotency_in_progress',
  'rate_limited',
  'unavailable',
  'network',
  'timeout',
]);

/** The one error that adapters, services and stores throw. */
export class BookingError extends Error {
  override readonly name = 'BookingError';
  readonly code: BookingErrorCode;
  readonly retryable: boolean;
  readonly outcome: WriteOutcome;
  readonly retryAfterMs?: number;
  readonly fields?: FieldErrors;
  readonly alternatives?: readonly Slot[];
  readonly current?: Money;
  readonly status?: number;
  readonly requestId?: string;

  constructor(code: BookingErrorCode, details: BookingErrorDetails = {}) {
    const { message, retryable, outcome, cause, ...rest } = details;
    super(message ?? code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.retryable = retryable ?? RETRYABLE.has(code);
    this.outcome = outcome ?? 'not_applied';
    Object.assign(this, rest);
  }
}

/** Compares names, so that an error of another copy of this library is recognised too. */
export function isBookingError(value: unknown): value is BookingError {
  return value instanceof Error && value.name === 'BookingError' && 'code' in value;
}
