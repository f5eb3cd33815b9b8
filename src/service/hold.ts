import type { Hold, HoldRequest } from '../domain/booking.js';
import { BookingError } from '../domain/booking-error.js';
import { formatInstant } from '../domain/instant.js';
import { isAllowedDuration } from '../domain/price.js';
import { refuse } from '../domain/read.js';
import type { CallOptions } from '../ports/booking-adapter.js';
import type { BookingStore } from '../ports/booking-store.js';
import { claimTime, type ClaimDependencies } from './claim.js';
import { readHoldRequest } from './request.js';
import { checkAborted, reach } from './trouble.js';

export interface HoldDependencies extends ClaimDependencies {
  readonly place: NonNullable<BookingStore['hold']>;
  readonly randomId: () => string;
  readonly holdMs: number;
}

/** Keeps a time for a visitor who is still typing; with `holdId` it renews or moves that hold. */
export async function hold(
  input: HoldRequest,
  options: CallOptions | undefined,
  deps: HoldDependencies,
): Promise<Hold> {
  checkAborted(options);
  const request = readHoldRequest(input);
  const { coachId, durationMinutes, holdId } = request;
  const time = { coachId, start: Date.parse(request.startTime), durationMinutes, holdId, signal: options?.signal };
  const newHoldId = deps.randomId();
  const result = await claimTime(
    time,
    deps,
    ({ config }) => {
      if (!isAllowedDuration(config, durationMinutes)) refuse('durationMinutes', 'invalid');
    },
    async (claim) => {
      const expiresAt = formatInstant(Date.parse(claim.now) + deps.holdMs);
      const command = { ...claim, request, newHoldId, expiresAt };
      const placed = await reach('the store', () => deps.place(command), 'unknown');
      return placed.outcome === 'stale' || placed.outcome === 'taken' ? placed.outcome : placed;
    },
  );
  if (result.outcome !== 'held') throw new BookingError('hold_expired');
  return result.hold;
}
