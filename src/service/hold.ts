import type { Hold, HoldRequest } from '../domain/booking.js';
import { BookingError } from '../domain/booking-error.js';
import { formatInstant } from '../domain/instant.js';
import { isAllowedDuration } from '../domain/price.js';
import type { CallOptions } from '../ports/booking-adapter.js';
import type { BookingStore } from '../ports/booking-store.js';
import { claimTime, type ClaimDependencies } from './claim.js';
import { readStart } from './request.js';
import { checkAborted, reach } from './trouble.js';

export interface HoldDependencies extends ClaimDependencies {
  readonly place: NonNullable<BookingStore['hold']>;
  readonly randomId: () => string;
  readonly holdMs: number;
}

/** Keeps a time for a visitor who is still typing; with `holdId` it renews or moves that hold. */
export async function hold(request: HoldRequest, options: CallOptions | undefined, deps: HoldDependencies): Promise<Hold> {
  checkAborted(options);
  const start = readStart(request.startTime);
  const { coachId, durationMinutes, holdId } = request;
  const time = { coachId, start, durationMinutes, holdId, signal: options?.signal };
  const newHoldId = deps.randomId();
  const result = await claimTime(
    time,
    deps,
    async (claim) => {
      const expiresAt = formatInstant(Date.parse(claim.now) + deps.holdMs);
      const command = { ...claim, request: { ...request, startTime: formatInstant(start) }, newHoldId, expiresAt };
      const placed = await reach('the store', () => deps.place(command), 'unknown');
      return placed.outcome === 'stale' || placed.outcome === 'taken' ? placed.outcome : placed;
    },
    ({ config }) => {
      if (isAllowedDuration(config, durationMinutes)) return;
      throw new BookingError('validation_failed', { fields: { durationMinutes: 'invalid' } });
    },
  );
  if (result.outcome !== 'held') throw new BookingError('hold_expired');
  return result.hold;
}
