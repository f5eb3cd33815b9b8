/** Sending the details, and finding out what became of them. */
import { BookingError } from '../domain/booking-error.js';
import type { Booking } from '../domain/booking.js';
import { checkDetails } from '../domain/check-details.js';
import type { Slot } from '../domain/slot.js';
import { localDate } from '../domain/time-zone.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import type { AnswerEvent } from './event.js';
import { contextOf } from './initial-state.js';
import { reloadPage } from './loading.js';
import { attemptFor, fieldsOf, formErrors, makeRequest } from './request.js';
import { indexAt } from './slots.js';
import type { Attempt, ConfirmationStep, Draft, FlowState, Submission } from './state.js';

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

/** What is typed while a request is on its way is kept too. */
export function editDraft(state: FlowState, change: Partial<Draft>): Transition {
  if (state.step === 'booked') return stay(state);
  const draft = { ...state.draft, ...change };
  if (JSON.stringify(draft) === JSON.stringify(state.draft)) return stay(state);
  if (state.step !== 'confirmation' || state.submission.status !== 'editing') return stay({ ...state, draft });
  const { errors } = state.submission;
  const stillWrong = Object.entries(errors).filter(
    ([path]) => path !== 'form' && answerAt(draft, path) === answerAt(state.draft, path),
  );
  return stay({ ...state, draft, submission: { status: 'editing', errors: Object.fromEntries(stillWrong) } });
}

export function submit(state: FlowState, env: FlowEnvironment): Transition {
  if (state.step !== 'confirmation') return stay(state);
  const { status } = state.submission;
  if (status !== 'editing' && status !== 'refused') return stay(state);
  const errors = checkDetails(state.draft, fieldsOf(state));
  if (Object.keys(errors).length > 0) return stay(withSubmission(state, { status: 'editing', errors }));
  return send(state, env);
}

export function acceptPrice(state: FlowState, env: FlowEnvironment): Transition {
  if (state.step !== 'confirmation' || state.submission.status !== 'price_changed') return stay(state);
  return send({ ...state, slot: { ...state.slot, rate: state.submission.current } }, env);
}

export function checkAgain(state: FlowState): Transition {
  if (state.step !== 'confirmation' || state.submission.status !== 'unconfirmed') return stay(state);
  return check(state, state.submission.attempt, 1, 0);
}

export function booked(state: FlowState, event: Extract<AnswerEvent, { type: 'booked' }>): Transition {
  const { booking } = event;
  if (attemptOf(state)?.idempotencyKey !== event.idempotencyKey) return stay(state);
  const { durationMinutes, slot } = state;
  if (durationMinutes === null || !slot) return stay(state);
  return stay({ ...contextOf(state), step: 'booked', durationMinutes, slot: slotOf(booking, slot), booking });
}

export function bookFailed(
  state: FlowState,
  { error, idempotencyKey }: Extract<AnswerEvent, { type: 'book-failed' }>,
): Transition {
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

/** The request whose outcome is not known yet. */
function attemptOf(state: FlowState): Attempt | null {
  if (state.step !== 'confirmation') return null;
  return 'attempt' in state.submission ? state.submission.attempt : null;
}

/** An answer of the business: nothing was booked, and the visitor is told why. */
function decided(state: ConfirmationStep, error: BookingError): Transition {
  const { slot, timeZone } = state;
  if (error.code === 'slot_unavailable') {
    const slots = state.times.slots.filter((other) => other.startTime !== slot.startTime);
    return reloadPage({
      ...contextOf(state),
      step: 'datetime',
      durationMinutes: slot.durationMinutes,
      times: { ...state.times, slots },
      slot: null,
      day: localDate(timeZone, Date.parse(slot.startTime)),
      attempt: null,
      taken: { slot, alternatives: error.alternatives?.length ? error.alternatives : nearest(slots, slot) },
    });
  }
  if (error.code === 'price_changed' && error.current) {
    return reloadPage(withSubmission(state, { status: 'price_changed', previous: slot.rate, current: error.current }));
  }
  if (error.code === 'validation_failed') {
    const names = fieldsOf(state).map((field) => field.name);
    return stay(withSubmission(state, { status: 'editing', errors: formErrors(error.fields ?? {}, names) }));
  }
  return reloadPage(withSubmission(state, { status: 'refused', error }));
}

function send(state: ConfirmationStep, { newKey }: FlowEnvironment): Transition {
  // Without a connection nothing leaves: that much is certain.
  if (!state.online) return stay(withSubmission(state, { status: 'refused', error: new BookingError('network') }));
  const attempt = attemptFor(makeRequest(state), state.attempt, newKey);
  return {
    state: { ...withSubmission(state, { status: 'sending', attempt, tries: 1 }), attempt },
    effects: [{ type: 'book', attempt, check: false, delayMs: 0 }],
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

/** What the draft says at a path of errors. */
function answerAt({ name, email, notes, answers }: Draft, path: string): unknown {
  const known: Readonly<Record<string, unknown>> = {
    'attendee.name': name,
    'attendee.email': email,
    'answers.notes': notes,
  };
  return known[path] ?? answers[path.slice('answers.'.length)];
}
