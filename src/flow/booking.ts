/** Sending the details, and finding out what became of them. */
import { BookingError } from '../domain/booking-error.js';
import type { Booking, BookingRequest } from '../domain/booking.js';
import type { FieldErrors } from '../domain/booking-field.js';
import { checkDetails } from '../domain/check-details.js';
import { isMoney } from '../domain/money.js';
import { readInstant, readRecord, text } from '../domain/read.js';
import type { BookingAdapter, CallOptions } from '../ports/booking-adapter.js';
import { stay, type FlowEffect, type FlowEnvironment, type Transition } from './effect.js';
import type { BookingEvent, FlowEvent } from './event.js';
import { EARLY_MS } from './hold-steps.js';
import { isInTheWay, withoutHold } from './holding.js';
import { contextOf } from './initial-state.js';
import { fetchPage } from './loading.js';
import { readAnswer } from './read-answers.js';
import { attemptFor, formErrors, makeRequest } from './request.js';
import { fieldsOf } from './later-selectors.js';
import type { Attempt, ConfirmationStep, FlowState, Submission } from './state.js';
import { taken } from './taken.js';

/** Waits before each check of a lost answer: half a minute in all. */
const CHECK_DELAYS_MS = [1000, 2000, 4000, 8000, 15_000];

/** How often a request that was turned away unread is sent again, and how long it may be asked to wait for that. */
const RESENDS = 2;
const LONGEST_RESEND_MS = 10_000;

/** Nobody is asked to wait longer than this, whatever a backend says. */
const LONGEST_WAIT_MS = 60_000;

/** Refusals that are given only after looking the key up: under that key nothing was booked, then. */
const DECIDED: ReadonlySet<string> = new Set([
  'slot_unavailable',
  'price_changed',
  'validation_failed',
  'out_of_policy',
]);

/** After these, the booking may have been made, whatever an adapter says of the outcome. */
const LOST: ReadonlySet<string> = new Set([
  'network',
  'timeout',
  'aborted',
  'invalid_response',
  'idempotency_in_progress',
]);

/** The part of the flow from the pressed button on. */
export function book(state: FlowState, event: BookingEvent, env: FlowEnvironment): Transition {
  switch (event.type) {
    case 'submit':
    case 'accept-price':
      return submit(state, event, env);
    case 'check-again':
      return checkAgain(state);
    case 'booked':
      return booked(state, event);
    case 'book-failed':
      return bookFailed(state, event, env);
  }
}

/** What an event would send; null when it would send nothing. */
export function requestFor(state: FlowState, event: FlowEvent): BookingRequest | null {
  const ready = readyFor(state, event);
  return ready && isEmpty(checkDetails(ready.draft, fieldsOf(ready))) ? makeRequest(ready) : null;
}

/** Sends a request. One that may have arrived before is asked for first, where the adapter can tell. */
export async function sendAttempt(
  adapter: BookingAdapter,
  { attempt, check }: Extract<FlowEffect, { type: 'book' }>,
  options: CallOptions,
): Promise<Booking> {
  const { request, idempotencyKey } = attempt;
  const known = check ? await adapter.findBooking?.(attempt, options) : null;
  return readBooking(known ?? (await adapter.book(request, { ...options, idempotencyKey })));
}

function submit(state: FlowState, event: BookingEvent, env: FlowEnvironment): Transition {
  const ready = readyFor(state, event);
  if (!ready) return stay(state);
  const errors = checkDetails(ready.draft, fieldsOf(ready));
  return isEmpty(errors) ? send(ready, env) : stay(withSubmission(ready, { status: 'editing', errors }));
}

/** The state that an event may be sent from, at the price that it accepts. */
function readyFor(state: FlowState, { type }: FlowEvent): ConfirmationStep | null {
  if (state.step !== 'confirmation') return null;
  const { submission, slot } = state;
  if (type === 'accept-price') {
    return submission.status === 'price_changed' ? { ...state, slot: { ...slot, rate: submission.current } } : null;
  }
  if (type !== 'submit' || ('until' in submission && submission.until)) return null;
  return submission.status === 'editing' || submission.status === 'refused' ? state : null;
}

/** What waited for the answer of a hold is sent, now that there is one. */
export function sendWaiting(state: FlowState, env: FlowEnvironment): Transition {
  if (state.step !== 'confirmation' || !isWaiting(state.submission) || isInTheWay(state)) return stay(state);
  return send({ ...state, attempt: null }, env);
}

/** Whether a request waits to be sent for the first time. */
function isWaiting(submission: Submission): boolean {
  return submission.status === 'sending' && submission.tries === 0;
}

/** The connection is back: what became of the booking is asked at once. */
export function checkNow(state: FlowState): Transition {
  if (state.step !== 'confirmation') return stay(state);
  const { submission } = state;
  if (submission.status === 'checking') return check(state, submission.attempt, submission.tries, 0);
  return checkAgain(state);
}

/** A request of before a reload: what became of it is asked, before the visitor books it again. */
export function resume(state: FlowState, attempt: Attempt): Transition {
  if (state.step === 'confirmation' || state.step === 'booked' || attempt.request.coachId !== state.coachId) {
    return stay(state);
  }
  const { startTime, endTime, durationMinutes, rate, attendee, answers = {} } = attempt.request;
  const { notes, ...others } = answers;
  const { name, email } = attendee;
  const draft = { name, email, notes: typeof notes === 'string' ? notes : '', answers: others };
  const slot = { startTime, endTime, durationMinutes, rate };
  const submission = { status: 'editing', errors: {} } as const;
  const step = 'confirmation';
  return check({ ...contextOf(state), step, durationMinutes, slot, draft, attempt, submission }, attempt, 1, 0);
}

function checkAgain(state: FlowState): Transition {
  if (state.step !== 'confirmation' || state.submission.status !== 'unconfirmed') return stay(state);
  return check(state, state.submission.attempt, 1, 0);
}

function booked(state: FlowState, event: BookingEvent & { type: 'booked' }): Transition {
  const { booking } = event;
  if (attemptOf(state)?.idempotencyKey !== event.idempotencyKey) return stay(state);
  const { durationMinutes, slot } = state;
  if (durationMinutes === null || !slot) return stay(state);
  return stay({ ...contextOf(state), step: 'booked', durationMinutes, slot: slotOf(booking, slot), booking });
}

function bookFailed(
  state: FlowState,
  { error, idempotencyKey }: BookingEvent & { type: 'book-failed' },
  env: FlowEnvironment,
): Transition {
  if (state.step !== 'confirmation') return stay(state);
  const { submission } = state;
  if (submission.status !== 'sending' && submission.status !== 'checking') return stay(state);
  const { attempt, tries } = submission;
  if (attempt.idempotencyKey !== idempotencyKey) return stay(state);

  // The hold is over, which is no reason not to book: the time only has to be free.
  if (error.code === 'hold_expired' && attempt.request.holdId !== undefined) {
    return send({ ...withoutHold(state), attempt: null }, env);
  }
  if (DECIDED.has(error.code)) return decided(state, error);
  if (submission.status === 'checking' || error.outcome === 'unknown' || LOST.has(error.code) || isServerFault(error)) {
    const checks = submission.status === 'checking' ? tries : 0;
    // Without a connection nothing can be asked: it is, as soon as there is one.
    if (!state.online) return stay(withSubmission(state, { status: 'checking', attempt, tries: Math.max(1, checks) }));
    const delayMs = CHECK_DELAYS_MS[checks];
    return delayMs === undefined
      ? stay(withSubmission(state, { status: 'unconfirmed', attempt, error }))
      : check(state, attempt, checks + 1, Math.max(delayMs, patience(error)));
  }
  const waitMs = error.retryAfterMs === undefined ? 1000 : patience(error);
  if (error.retryable && tries <= RESENDS && waitMs <= LONGEST_RESEND_MS) {
    return {
      state: withSubmission(state, { status: 'sending', attempt, tries: tries + 1 }),
      effects: [{ type: 'book', attempt, check: false, delayMs: waitMs }],
    };
  }
  // A key that the backend holds for another request can't be used any more.
  const kept = error.code === 'idempotency_mismatch' ? { ...state, attempt: null } : state;
  const until = env.elapsed + patience(error);
  // What keeps the visitor from trying again at once is told to them.
  return stay(withSubmission(kept, { status: 'refused', error, ...(until > env.elapsed && { until }) }));
}

/** The wait is over: the button works again. */
export function endOfWait(state: FlowState, { elapsed }: FlowEnvironment): FlowState {
  if (state.step !== 'confirmation' || state.submission.status !== 'refused') return state;
  const { until = Infinity, ...submission } = state.submission;
  return until <= elapsed + EARLY_MS ? withSubmission(state, submission) : state;
}

/** How long a backend asks to be left alone, within reason. */
function patience({ retryAfterMs = 0 }: BookingError): number {
  return Math.min(Math.max(retryAfterMs, 0), LONGEST_WAIT_MS);
}

/** What makes an answer a booking: a name to find it by, and when it is. */
function readBooking(booking: Booking): Booking {
  return readAnswer(() => {
    text(1)(readRecord(booking, 'booking').id, 'booking.id');
    return {
      ...booking,
      startTime: readInstant(booking.startTime, 'booking.startTime'),
      endTime: readInstant(booking.endTime, 'booking.endTime'),
    };
  });
}

/** The request whose outcome is not known yet. */
function attemptOf(state: FlowState): Attempt | null {
  if (state.step !== 'confirmation') return null;
  return 'attempt' in state.submission ? state.submission.attempt : null;
}

/** An answer of the business: nothing was booked, and the visitor is told why. */
function decided(state: ConfirmationStep, error: BookingError): Transition {
  const { slot } = state;
  if (error.code === 'slot_unavailable') return taken(state, slot, error);
  if (error.code === 'price_changed' && isMoney(error.current)) {
    return fetchPage(withSubmission(state, { status: 'price_changed', previous: slot.rate, current: error.current }));
  }
  if (error.code === 'validation_failed') {
    const names = fieldsOf(state).map((field) => field.name);
    const errors = formErrors(error.fields ?? {}, names);
    if (!isEmpty(errors)) return stay(withSubmission(state, { status: 'editing', errors }));
  }
  return fetchPage(withSubmission(state, { status: 'refused', error }));
}

function send(state: ConfirmationStep, { newKey }: FlowEnvironment): Transition {
  // Without a connection nothing leaves: that much is certain.
  if (!state.online) return stay(withSubmission(state, { status: 'refused', error: new BookingError('network') }));
  const attempt = attemptFor(makeRequest(state), state.attempt, newKey);
  if (isInTheWay(state)) return stay(withSubmission(state, { status: 'sending', attempt, tries: 0 }));
  return {
    state: { ...withSubmission(state, { status: 'sending', attempt, tries: 1 }), attempt },
    // One that was sent before may have arrived.
    effects: [{ type: 'book', attempt, check: attempt === state.attempt, delayMs: 0 }],
  };
}

function check(state: ConfirmationStep, attempt: Attempt, tries: number, delayMs: number): Transition {
  return {
    state: withSubmission(state, { status: 'checking', attempt, tries }),
    effects: [{ type: 'book', attempt, check: true, delayMs }],
  };
}

function withSubmission(state: ConfirmationStep, submission: Submission): ConfirmationStep {
  return { ...state, submission };
}

function isServerFault({ status = 0, code }: BookingError): boolean {
  return code === 'unknown' || (status >= 500 && status !== 501 && code !== 'unavailable');
}

/** What was booked, as the backend says. */
function slotOf({ startTime, endTime }: Booking, slot: ConfirmationStep['slot']): ConfirmationStep['slot'] {
  return { ...slot, startTime, endTime };
}

function isEmpty(errors: FieldErrors): boolean {
  return Object.keys(errors).length === 0;
}
