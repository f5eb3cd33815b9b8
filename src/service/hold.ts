import type { Hold, HoldRequest } from '../domain/booking.js';
import { BookingError } from '../domain/booking-error.js';
import { formatInstant } from '../domain/instant.js';
import { isAllowedDuration } from '../domain/price.js';
import { refuse } from '../domain/read.js';
import type { CallOptions } from '../ports/booking-adapter.js';
import type { BookingStore } from '../ports/booking-store.js';
import { claimTime, type ClaimDependencies } from './claim.js';
import { fingerprintOf } from './fingerprint.js';
import { readHoldRequest } from './request.js';
import { checkAborted, reach } from './trouble.js';

export interface HoldOptions extends CallOptions {
  /** Who asks, such as an address: nobody may hold too much at a time. Without it nothing is counted. */
  readonly client?: string;
}

export interface HoldDependencies extends ClaimDependencies {
  readonly place: NonNullable<BookingStore['hold']>;
  readonly randomId: () => string;
  readonly holdMs: number;
  /** How long one time can be held by renewing. */
  readonly longestMs: number;
  readonly maximumPerClient: number;
}

/**
 * Keeps a time for a visitor who is still typing; with `holdId` it renews or moves that hold. A client that holds too
 * much already is `rate_limited`.
 */
export async function hold(input: HoldRequest, options: HoldOptions = {}, deps: HoldDependencies): Promise<Hold> {
  checkAborted(options);
  const request = readHoldRequest(input);
  const { coachId, durationMinutes, holdId } = request;
  const { signal } = options;
  // An address is kept by its digest: of one length, and not to be read at a glance.
  const client = options.client === undefined ? undefined : await fingerprintOf(options.client);
  const { longestMs, maximumPerClient } = deps;
  const time = { coachId, start: Date.parse(request.startTime), durationMinutes, holdId, signal };
  const newHoldId = deps.randomId();
  const result = await claimTime(
    time,
    deps,
    ({ config }) => {
      if (!isAllowedDuration(config, durationMinutes)) refuse('durationMinutes', 'invalid');
    },
    async (claim) => {
      const expiresAt = formatInstant(Date.parse(claim.now) + deps.holdMs);
      const limits = { longestMs, maximumPerClient, ...(client !== undefined && { client }) };
      const command = { ...claim, request, newHoldId, expiresAt, ...limits };
      const placed = await reach('the store', () => deps.place(command), 'unknown');
      return placed.outcome === 'stale' || placed.outcome === 'taken' ? placed.outcome : placed;
    },
  );
  if (result.outcome === 'too_many') {
    throw new BookingError('rate_limited', {
      message: 'too many times are held at once',
      retryAfterMs: result.retryAfterMs,
    });
  }
  if (result.outcome !== 'held') throw new BookingError('hold_expired');
  return result.hold;
}
