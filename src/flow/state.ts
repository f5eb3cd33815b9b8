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
  /** What is fetched after `loading`, where the adapter can't answer all of it at once. */
  readonly rest: InstantSpan | null;
  /** The span being fetched in advance, of the page after the shown one; `failed`: not again before another page is shown. */
  readonly ahead: InstantSpan | 'failed' | null;
  /** An answer had times outside of what was asked for, and the developer was told. */
  readonly hasStrays?: boolean;
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

/** A time that somebody else booked or holds, and what the visitor may take instead. */
export interface Taken {
  readonly slot: Slot;
  readonly alternatives: readonly Slot[];
  /** It may be kept by a request of this very visitor whose answer got lost: nobody else can be named. */
  readonly isUnsure?: boolean;
}

/** A time that the backend keeps for this visitor. Instants in milliseconds on a clock that only runs forward. */
export interface Held {
  readonly holdId: string;
  readonly slot: Slot;
  /** As the server wrote it: tells whether a renewal gained anything. */
  readonly expiresAt: string;
  readonly askedAt: number;
  /** Never later than at the server, as it counts from the question and not from the answer. */
  readonly endsAt: number;
  /** Its last minute runs. */
  readonly isEnding: boolean;
  /** The last renewal gained nothing: the backend keeps it no longer than this. */
  readonly isFinal: boolean;
}

/** What is held, and what should be. At most one request for a hold is on its way at a time. */
export interface Holding {
  /** The time that should be held; null: none, or the backend would not. */
  readonly wanted: Slot | null;
  /** When `wanted` is asked for, so that a pick that is soon followed by another one is not. */
  readonly dueAt: number;
  readonly asking: { readonly slot: Slot; readonly holdId: string | null } | null;
  readonly held: Held | null;
  /** Releases on their way. Until they have arrived nothing is asked for: one of them could undo it. */
  readonly releasing: number;
  /** The hold of the chosen time is over. */
  readonly ended: { readonly isFinal: boolean } | null;
  /** Asked for without an answer: the backend may keep it for a while, and nobody knows by which id. */
  readonly unsure: Slot | null;
  /** What was held when the visitor left the page, to be held again when they are back. */
  readonly parked: Slot | null;
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
  /** After no try it waits for the answer of a hold: sent before that, it could be turned away by it. */
  | { readonly status: 'sending' | 'checking'; readonly attempt: Attempt; readonly tries: number }
  | { readonly status: 'unconfirmed'; readonly attempt: Attempt; readonly error: BookingError }
  /** `until`: it can't be sent before, as the backend asked for patience; on the clock that only runs forward. */
  | { readonly status: 'refused'; readonly error: BookingError; readonly until?: number }
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
  /** `YYYY-MM-DD` in the visitor's zone: the first day of the weeks shown, and so of each week. */
  readonly pageStart: string;
  /** How many days from `pageStart` on are shown: 42, or 7 in a view of one week; a list that goes on has more. */
  readonly pageDays: number;
  readonly day: string | null;
  /** The day that the visitor or the page chose last, as long as nothing puts another in its place; not one shown by itself. */
  readonly chosenDay: string | null;
  readonly slot: Slot | null;
  /** The last chosen time that it became too late for. */
  readonly passed?: Slot;
  readonly draft: Draft;
  /** The last request that was sent. */
  readonly attempt: Attempt | null;
  /** Whether the adapter holds times, and has not refused to altogether. */
  readonly canHold: boolean;
  /** Null before any time was chosen. */
  readonly hold: Holding | null;
  readonly online: boolean;
  /** How far the visitor's clock is behind the server's, in milliseconds; 0 while that is not known, or within a minute. */
  readonly clockSkew: number;
  /** The longest span that the adapter answers at once, in milliseconds; `Infinity`: any. */
  readonly longestSpanMs: number;
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
