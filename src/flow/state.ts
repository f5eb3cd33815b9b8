import type { Booking, BookingRequest } from '../domain/booking.js';
import type { BookingError } from '../domain/booking-error.js';
import type { Answers, FieldErrors } from '../domain/booking-field.js';
import type { Coach } from '../domain/coach.js';
import type { Money } from '../domain/money.js';
import type { SessionConfig } from '../domain/session-config.js';
import type { Slot } from '../domain/slot.js';

/** Something that a backend gives. `absent`: the adapter has no such method. */
export type Remote<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: BookingError }
  | { readonly status: 'absent' };

/** Instants as milliseconds, half-open. */
export interface InstantSpan {
  readonly start: number;
  readonly end: number;
}

/** What is known of a coach's free times. A time outside `loaded` and before `until` is not known: neither free nor full. */
export interface Times {
  /** Sorted by start, then by duration, no (start, length) twice. Instants as `Date.prototype.toISOString()` writes them. */
  readonly slots: readonly Slot[];
  /** The one length that was asked for, when it is a custom one; null stands for every configured length. */
  readonly customDuration: number | null;
  /** Spans that have been answered: disjoint and sorted. */
  readonly loaded: readonly InstantSpan[];
  /** The span being fetched now. */
  readonly loading: InstantSpan | null;
  /** The last fetch failed; what was loaded stays. */
  readonly error: BookingError | null;
  /** The coach's zone, once an answer told it. */
  readonly coachTimeZone: string | null;
  /** The end of what can be booked: by the booking window, at most a year from now. */
  readonly until: number;
}

/** The search for a free time beyond what is loaded. What it finds is loaded like any other time. */
export type Search =
  | { readonly status: 'idle' }
  /** `goTo`: the visitor asked to be brought to the next free day. */
  | { readonly status: 'searching'; readonly span: InstantSpan; readonly goTo: boolean }
  | { readonly status: 'failed'; readonly error: BookingError };

/** The first free time of a length after some moment. `none`: there is none as far ahead as can be booked. */
export type NextFree =
  | { readonly status: 'found'; readonly slot: Slot }
  | { readonly status: 'none' }
  /** Not known: `idle` before anything was asked. */
  | { readonly status: 'idle' | 'searching' | 'failed' };

/** Everything that the visitor types. It outlives every error and every step. */
export interface Draft {
  readonly name: string;
  readonly email: string;
  readonly notes: string;
  readonly answers: Answers;
}

/** A time that somebody else booked first, and what the visitor may take instead. */
export interface Taken {
  readonly slot: Slot;
  readonly alternatives: readonly Slot[];
}

/** One request under one key. The same request keeps its key, so that however often it is sent it makes one booking. */
export interface Attempt {
  readonly request: BookingRequest;
  readonly idempotencyKey: string;
}

/** Where the sending of the details stands. `checking` means that the answer got lost: never call it a failure. */
export type Submission =
  /** `errors` by path. What was refused for none of the form's fields is `refused`. */
  | { readonly status: 'editing'; readonly errors: FieldErrors }
  /** `tries`: how often it was sent, counted anew for each status. */
  | { readonly status: 'sending' | 'checking'; readonly attempt: Attempt; readonly tries: number }
  | { readonly status: 'unconfirmed'; readonly attempt: Attempt; readonly error: BookingError }
  | { readonly status: 'refused'; readonly error: BookingError }
  | { readonly status: 'price_changed'; readonly previous: Money; readonly current: Money };

/** What every step knows. */
export interface FlowContext {
  readonly coachId: string;
  /** The visitor's zone, IANA. */
  readonly timeZone: string;
  readonly coach: Remote<Coach>;
  readonly config: Remote<SessionConfig>;
  readonly times: Times;
  readonly search: Search;
  readonly durationMinutes: number | null;
  /** `YYYY-MM-DD` in the visitor's zone: the first day of the six weeks shown, and so of each week. */
  readonly pageStart: string;
  readonly day: string | null;
  readonly slot: Slot | null;
  readonly draft: Draft;
  /** The last request that was sent. */
  readonly attempt: Attempt | null;
  readonly online: boolean;
}

export interface DurationStep extends FlowContext {
  readonly step: 'duration';
}
export interface DatetimeStep extends FlowContext {
  readonly step: 'datetime';
  readonly durationMinutes: number;
  /** Set when the visitor was brought back here by a lost race. */
  readonly taken: Taken | null;
}
export interface ConfirmationStep extends FlowContext {
  readonly step: 'confirmation';
  readonly durationMinutes: number;
  readonly slot: Slot;
  readonly submission: Submission;
}
export interface BookedStep extends FlowContext {
  readonly step: 'booked';
  readonly durationMinutes: number;
  readonly slot: Slot;
  readonly booking: Booking;
}

export type FlowState = DurationStep | DatetimeStep | ConfirmationStep | BookedStep;
export type FlowStep = FlowState['step'];
