import type { BookingRequest } from '../domain/booking.js';
import type { FieldErrors } from '../domain/booking-field.js';
import { cleanDetails } from '../domain/check-details.js';
import { fieldsOf } from './later-selectors.js';
import type { Attempt, ConfirmationStep, FlowState } from './state.js';

/** What would be booked as the state stands; null before the confirmation. */
export function requestOf(state: FlowState): BookingRequest | null {
  return state.step === 'confirmation' ? makeRequest(state) : null;
}

export function makeRequest(state: ConfirmationStep): BookingRequest {
  const { coachId, timeZone, draft, slot, hold } = state;
  const { name, email, notes, answers } = cleanDetails(draft, fieldsOf(state));
  return {
    coachId,
    startTime: slot.startTime,
    endTime: slot.endTime,
    durationMinutes: slot.durationMinutes,
    rate: slot.rate,
    attendee: { name, email, timeZone },
    answers: notes ? { ...answers, notes } : answers,
    // Whatever it holds: the visitor's own hold must not be in their way.
    ...(hold?.held && { holdId: hold.held.holdId }),
  };
}

/**
 * The same request keeps its key: sent once more, it is still one booking. Another hold makes no other request, so that it
 * is sent word for word as before.
 */
export function attemptFor(request: BookingRequest, previous: Attempt | null, newKey: () => string): Attempt {
  const isSame = previous !== null && detailsOf(previous.request) === detailsOf(request);
  return isSame ? previous : { request, idempotencyKey: newKey() };
}

function detailsOf(request: BookingRequest): string {
  return JSON.stringify({ ...request, holdId: undefined });
}

/** Of the refused fields, those that the form can show. */
export function formErrors(fields: FieldErrors, names: readonly string[]): FieldErrors {
  const known = ['attendee.name', 'attendee.email', 'answers.notes', ...names.map((name) => `answers.${name}`)];
  return Object.fromEntries(Object.entries(fields).filter(([path]) => known.includes(path)));
}
