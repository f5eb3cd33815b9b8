import type { Booking } from '../../domain/booking.js';
import { toMajor } from '../../domain/money.js';
import type { Claim, CommitCommand, HoldCommand, InstantRange } from '../../ports/booking-store.js';
import { isStorable } from './ids.js';

const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Margins may reach beyond the years that both sides can write. */
export function toRangeArgs({ start, end }: InstantRange): InstantRange {
  return {
    start: Date.parse(start) < FIRST ? '-infinity' : start,
    end: Date.parse(end) > LAST ? 'infinity' : end,
  };
}

/** A hold of an id that can't be is none. */
export const storableOrNone = (id: string | undefined): string | undefined =>
  id !== undefined && isStorable(id) ? id : undefined;

const toClaimArgs = ({ version, now, bufferBeforeMinutes, bufferAfterMinutes, dayLimit }: Claim): object => ({
  version,
  now,
  bufferBeforeMinutes,
  bufferAfterMinutes,
  dayLimit,
});

/** The arguments of `commit_booking`, but for the coach. */
export function toCommitArgs(command: CommitCommand): object {
  const { request, rate, bookingId, idempotencyKey, fingerprint } = command;
  const { coachId, startTime, endTime, durationMinutes, attendee, answers, metadata, holdId } = request;
  // All of the answer but the session's id, which the database makes.
  const booking: Omit<Booking, 'sessionId'> = {
    id: bookingId,
    coachId,
    status: 'confirmed',
    startTime,
    endTime,
    durationMinutes,
    rate,
    attendee,
    ...(answers && { answers }),
    ...(metadata && { metadata }),
  };
  return {
    ...toClaimArgs(command),
    idempotencyKey,
    fingerprint,
    holdId: storableOrNone(holdId),
    booking,
    rateMajor: toMajor(rate),
  };
}

/** The arguments of `place_hold`, but for the coach. */
export function toHoldArgs(command: HoldCommand): object {
  const { request, newHoldId, expiresAt, longestMs, client, maximumPerClient } = command;
  const { startTime, durationMinutes, holdId } = request;
  return {
    ...toClaimArgs(command),
    start: startTime,
    end: new Date(Date.parse(startTime) + durationMinutes * 60_000).toISOString(),
    holdId: storableOrNone(holdId),
    newHoldId,
    expiresAt,
    longestMs,
    client,
    maximumPerClient,
  };
}
