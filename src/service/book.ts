import type { Booking, BookingRequest } from '../domain/booking.js';
import { BookingError } from '../domain/booking-error.js';
import { formatInstant } from '../domain/instant.js';
import type { WriteOptions } from '../ports/booking-adapter.js';
import type { BookingStore, CommitResult } from '../ports/booking-store.js';
import { claimTime, slotTaken, type ClaimDependencies, type ClaimedTime } from './claim.js';
import { fitToConfig, checkPrice } from './decide.js';
import { fingerprintOf } from './fingerprint.js';
import { checkIdempotencyKey, readRequest } from './request.js';
import { checkAborted, reach } from './trouble.js';

export interface BookDependencies extends ClaimDependencies {
  readonly store: BookingStore;
  readonly randomId: () => string;
}

const timeOf = (request: BookingRequest, signal?: AbortSignal): ClaimedTime => ({
  coachId: request.coachId,
  start: Date.parse(request.startTime),
  durationMinutes: request.durationMinutes,
  holdId: request.holdId,
  signal,
});

/**
 * Books a time. The key comes first: what was answered under it is answered again, whatever has happened since. Then the
 * rules decide, and one commit makes it true. Refusals are not kept, so that the same key may be tried again.
 */
export async function book(input: BookingRequest, options: WriteOptions, deps: BookDependencies): Promise<Booking> {
  const { store } = deps;
  const { idempotencyKey, signal } = options;
  checkAborted(options);
  checkIdempotencyKey(idempotencyKey);
  const request = readRequest(input);
  const fingerprint = await fingerprintOf(request);
  const time = timeOf(request, signal);

  const earlier = await lookUp();
  if (earlier) return finish(earlier);

  const bookingId = deps.randomId();
  const result = await claimTime(
    time,
    deps,
    (view) => fitToConfig(request, view),
    async (claim, fitted, view) => {
      const rate = checkPrice(view, request);
      checkAborted(options);
      const command = { ...claim, idempotencyKey, fingerprint, request: fitted, rate, bookingId };
      const committed = await reach('the store', () => store.commit(command), 'unknown');
      return committed.outcome === 'stale' || committed.outcome === 'taken' ? committed.outcome : committed;
    },
  ).catch(async (refusal: unknown): Promise<CommitResult> => {
    // The same request, sent before and still under way when the key was looked up, may have booked since: then it is
    // our own booking that is in the way, and nobody must hear that their time went to somebody else.
    const meanwhile = await lookUp().catch(() => null);
    if (meanwhile && meanwhile.outcome !== 'taken') return meanwhile;
    throw refusal;
  });
  return finish(result);

  /** What was answered under the key, or null. */
  async function lookUp(): Promise<CommitResult | null> {
    const at = formatInstant(deps.now());
    const kept = await reach('the store', () => store.findByKey(request.coachId, idempotencyKey, at));
    if (!kept) return null;
    return kept.fingerprint === fingerprint ? kept.result : { outcome: 'mismatch' };
  }

  async function finish(answer: CommitResult): Promise<Booking> {
    switch (answer.outcome) {
      case 'booked':
      case 'replayed':
        return answer.booking;
      case 'mismatch':
        throw new BookingError('idempotency_mismatch');
      case 'in_progress':
        throw new BookingError('idempotency_in_progress', { retryAfterMs: answer.retryAfterMs });
      case 'hold_expired':
        throw new BookingError('hold_expired');
      case 'taken':
      case 'stale':
        throw await slotTaken(time, deps);
    }
  }
}

/** The booking made under a key, or null; another request under it is a mismatch. */
export async function findBooking(
  query: { readonly idempotencyKey: string; readonly request: BookingRequest },
  { store, now }: Pick<BookDependencies, 'store' | 'now'>,
): Promise<Booking | null> {
  checkIdempotencyKey(query.idempotencyKey);
  const request = readRequest(query.request);
  const at = formatInstant(now());
  const earlier = await reach('the store', () => store.findByKey(request.coachId, query.idempotencyKey, at));
  if (!earlier) return null;
  if (earlier.fingerprint !== (await fingerprintOf(request))) throw new BookingError('idempotency_mismatch');
  const { result } = earlier;
  return result.outcome === 'booked' || result.outcome === 'replayed' ? result.booking : null;
}
