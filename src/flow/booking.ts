/** Sending the details, and finding out what became of them. */
import { BookingError } from '../domain/booking-error.js';
import type { Booking, BookingRequest } from '../domain/booking.js';
import type { FieldErrors } from '../domain/booking-field.js';
import { checkDetails } from '../domain/check-details.js';
import { isMoney } from '../domain/money.js';
import { readInstant, readRecord, text } from '../domain/read.js';
import type { Slot } from '../domain/slot.js';
import type { BookingAdapter, CallOptions } from '../ports/booking-adapter.js';
import { stay, type FlowEffect, type FlowEnvironment, type Transition } from './effect.js';
import type { BookingEvent, FlowEvent } from './event.js';
import { contextOf } from './initial-state.js';
import { fetchPage } from './loading.js';
import { readAnswer, readSlots } from './read-answers.js';
import { attemptFor, formErrors, makeRequest } from './request.js';
import { fieldsOf } from './selectors.js';
import { dayOfSlot, indexAt } from './slots.js';
import type { Attempt, ConfirmationStep, FlowState, Submission } from './state.js';

/** Waits before each check of a lost answer: half a minute in all. */
const CHECK_DELAYS_MS = [1000, 2000, 4000, 8000, 15_000];

/** How often a request that was turned away unread is sent again, and how long it may be asked to wait for that. */
const RESENDS = 2;
const LONGEST_WAIT_MS = 10_000;

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
      return bookFailed(state, event);
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
  return type === 'submit' && (submission.status === 'editing' || submission.status === 'refused') ? state : null;
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

function bookFailed(state: FlowState, { error, idempotencyKey }: BookingEvent & { type: 'book-failed' }): Transition {
  if (state.step !== 'confirmation') return stay(state);
  const { submission } = state;
  if (submission.status !== 'sending' && submission.status !== 'checking') return stay(state);
  const { attempt, tries } = submission;
  if (attempt.idempotencyKey !== idempotencyKey) return stay(state);

  if (DECIDED.has(error.code)) return decided(state, error);
  if (submission.status === 'checking' || error.outcome === 'unknown' || LOST.has(error.code) || isServerFault(error)) {
    const checks = submission.status === 'checking' ? tries : 0;
    const delayMs = CHECK_DELAYS_MS[checks];
    return delayMs === undefined
      ? stay(withSubmission(state, { status: 'unconfirmed', attempt, error }))
      : check(state, attempt, checks + 1, Math.max(delayMs, error.retryAfterMs ?? 0));
  }
  const waitMs = error.retryAfterMs ?? 1000;
  if (error.retryable && tries <= RESENDS && waitMs <= LONGEST_WAIT_MS) {
    return {
      state: withSubmission(state, { status: 'sending', attempt, tries: tries + 1 }),
      effects: [{ type: 'book', attempt, check: false, delayMs: waitMs }],
    };
  }
  // A key that the backend holds for another request can't be used any more.
  const kept = error.code === 'idempotency_mismatch' ? { ...state, attempt: null } : state;
  return stay(withSubmission(kept, { status: 'refused', error }));
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
  const { slot, timeZone } = state;
  if (error.code === 'slot_unavailable') {
    const alternatives = readSlots(error.alternatives, 0);
    const slots = state.times.slots.filter((other) => other.startTime !== slot.startTime);
    return fetchPage({
      ...contextOf(state),
      step: 'datetime',
      durationMinutes: slot.durationMinutes,
      times: { ...state.times, slots },
      slot: null,
      day: dayOfSlot(slot, timeZone),
      attempt: null,
      taken: { slot, alternatives: alternatives.length ? alternatives : nearest(slots, slot) },
    });
  }
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

/** Three times of the same length around one that is gone, as far as is known. */
function nearest(slots: readonly Slot[], { startTime, durationMinutes }: Slot): readonly Slot[] {
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.startTime) - Date.parse(startTime));
  const same = slots.filter((slot) => slot.durationMinutes === durationMinutes);
  const at = indexAt(same, Date.parse(startTime));
  return same
    .slice(Math.max(0, at - 3), at + 3)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 3);
}

/** What was booked, as the backend says. */
function slotOf({ startTime, endTime }: Booking, slot: Slot): Slot {
  return { ...slot, startTime, endTime };
}

function isEmpty(errors: FieldErrors): boolean {
  return Object.keys(errors).length === 0;
}
