import { BookingError } from '../domain/booking-error.js';
import { formatInstant } from '../domain/instant.js';
import type { Claim } from '../ports/booking-store.js';
import type { CoachView, ViewCoach, ViewOptions } from './coach-view.js';
import { ALTERNATIVES_SPAN, alternativesTo, checkPolicy, dayLimitOf, isFree, type Wanted } from './decide.js';

/** A time of a coach that a visitor wants to book or to hold. */
export interface ClaimedTime extends Wanted {
  readonly coachId: string;
  readonly holdId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ClaimDependencies {
  readonly viewCoach: ViewCoach;
  readonly now: () => number;
}

/** Each attempt loses only to a change of the coach's documents made in between: five in a row are no accident. */
const MAX_ATTEMPTS = 5;

/**
 * Decides on what is stored now and lets the store make it true. `fit` refuses a request that no time could help;
 * `commit` answers `stale` when config or schedule changed meanwhile: then it is decided again.
 */
export async function claimTime<Request, T>(
  time: ClaimedTime,
  { viewCoach, now }: ClaimDependencies,
  fit: (view: CoachView) => Request,
  commit: (claim: Claim, request: Request, view: CoachView) => Promise<T | 'stale' | 'taken'>,
): Promise<T> {
  const span = { start: time.start, end: time.start + time.durationMinutes * 60_000 };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const at = now();
    const view = await viewCoach(time.coachId, span, { now: at, holdId: time.holdId, signal: time.signal });
    const request = fit(view);
    checkPolicy(view, time, at);
    if (!isFree(view, time, at)) throw await slotTaken(time, { viewCoach, now });
    const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } = view.config;
    const dayLimit = dayLimitOf(view, time.start);
    const claim: Claim = {
      version: view.version,
      bufferBeforeMinutes,
      bufferAfterMinutes,
      now: formatInstant(at),
      ...(dayLimit && { dayLimit }),
    };
    const result = await commit(claim, request, view);
    if (result === 'taken') throw await slotTaken(time, { viewCoach, now });
    if (result !== 'stale') return result;
  }
  throw new BookingError('unavailable', { message: 'the coach is changing their rules', retryAfterMs: 1000 });
}

/** `slot_unavailable` with what is free nearby; a visitor who gets no alternatives still learns that the time is gone. */
export async function slotTaken(time: ClaimedTime, { viewCoach, now }: ClaimDependencies): Promise<BookingError> {
  const at = now();
  const span = { start: time.start - ALTERNATIVES_SPAN, end: time.start + ALTERNATIVES_SPAN };
  const options: ViewOptions = { now: at, holdId: time.holdId };
  const alternatives = await viewCoach(time.coachId, span, options)
    .then((view) => alternativesTo(view, time, at))
    .catch(() => []);
  return new BookingError('slot_unavailable', { alternatives });
}
