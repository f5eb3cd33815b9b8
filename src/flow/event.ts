import type { Availability, Booking, Hold } from '../domain/booking.js';
import type { BookingError } from '../domain/booking-error.js';
import type { Coach } from '../domain/coach.js';
import type { SessionConfig } from '../domain/session-config.js';
import type { Slot } from '../domain/slot.js';
import type { Attempt, Draft, FlowStep, InstantSpan } from './state.js';

/** What a visitor does. An act that makes no sense where the flow stands changes nothing. */
export type VisitorEvent =
  /** Chooses a length; the flow goes on with `continue`. Allowed in steps `duration` and `datetime`. */
  | { readonly type: 'select-duration'; readonly durationMinutes: number }
  /** Shows the weeks from `YYYY-MM-DD` on; `days`: as many, from now on. */
  | { readonly type: 'show-page'; readonly pageStart: string; readonly days?: number }
  | { readonly type: 'select-day'; readonly day: string }
  /** Chooses a known time, or one of `taken.alternatives`; its day is shown. */
  | { readonly type: 'select-slot'; readonly slot: Slot }
  /** Goes to the next free day after the chosen one (or from the shown page on); looks for it when it is not known. */
  | { readonly type: 'go-to-next-free' }
  /** Shows all times again after a lost race. */
  | { readonly type: 'dismiss-taken' }
  | { readonly type: 'change-time-zone'; readonly timeZone: string }
  /** To the next step, once the present one is answered. */
  | { readonly type: 'continue' }
  /** To the previous step, or to an earlier one. Nothing is lost. */
  | { readonly type: 'back'; readonly to?: FlowStep }
  | { readonly type: 'edit-draft'; readonly draft: Partial<Draft> }
  | { readonly type: 'submit' }
  /** Books at the price that the server named. */
  | { readonly type: 'accept-price' }
  /** After `unconfirmed`: asks again what became of the booking. */
  | { readonly type: 'check-again' }
  /** Something in the form was used: the visitor is still there. */
  | { readonly type: 'active' }
  /** Holds the chosen time for longer, or again. */
  | { readonly type: 'keep-time' }
  /** The chosen time is gone: shows the free ones around it, with the draft kept. */
  | { readonly type: 'show-alternatives' }
  /** Loads again what failed to load. */
  | { readonly type: 'retry' }
  /** After `booked`: from the start, with the draft kept. */
  | { readonly type: 'restart' };

/** What happens around the visitor. */
export type AmbientEvent =
  /** Begins loading; the store sends it on the first `connect()`. */
  | { readonly type: 'start' }
  /** Fetches the shown page again: the form is open for a while, or the element is back in the page. */
  | { readonly type: 'refresh' }
  /** Another number of days is shown at once. The chosen day stays in sight. */
  | { readonly type: 'change-view'; readonly pageDays: number }
  /** The tab came back after a while. */
  | { readonly type: 'return' }
  /** The visitor leaves the page, or the page drops the element. */
  | { readonly type: 'leave' }
  /** Another minute of the clock has begun: it may be too late for some of the times. */
  | { readonly type: 'tick' }
  /** A moment has come that an effect `wake` named. */
  | { readonly type: 'wake' }
  /** A request of before a reload, whose outcome was not known. */
  | { readonly type: 'resume'; readonly attempt: Attempt }
  /** Works out what is worked out after each event; the store sends it when the later half of the flow is there. */
  | { readonly type: 'look-ahead' }
  | { readonly type: 'online' }
  | { readonly type: 'offline' };

/** What effects answer; only the store sends these. */
export type AnswerEvent =
  | { readonly type: 'coach-loaded'; readonly coach: Coach }
  | { readonly type: 'coach-failed'; readonly error: BookingError }
  | { readonly type: 'config-loaded'; readonly config: SessionConfig }
  | { readonly type: 'config-failed'; readonly error: BookingError }
  /** `availability` has been checked: its slots are sorted, each once, and lie in the future. */
  | { readonly type: 'times-loaded'; readonly span: InstantSpan; readonly availability: Availability }
  | { readonly type: 'times-failed'; readonly span: InstantSpan; readonly error: BookingError }
  | { readonly type: 'booked'; readonly idempotencyKey: string; readonly booking: Booking }
  | { readonly type: 'book-failed'; readonly idempotencyKey: string; readonly error: BookingError }
  /** `hold` has been checked. `askedAt` is on the clock that only runs forward. */
  | { readonly type: 'held'; readonly hold: Hold; readonly askedAt: number }
  /** The time that was asked for is not free. */
  | { readonly type: 'hold-refused'; readonly error: BookingError }
  /** No hold, for any other reason: booking goes on without. */
  | { readonly type: 'hold-failed'; readonly cause: BookingError }
  /** A release arrived, or there is no more waiting for it. */
  | { readonly type: 'released' }
  /** Nothing was sent: the code that sends could not be loaded. */
  | { readonly type: 'unsent'; readonly error: BookingError };

export type FlowEvent = VisitorEvent | AmbientEvent | AnswerEvent;
export type FlowEventType = FlowEvent['type'];

/** What the picker needs at once. */
export type PickerEvent = Extract<
  FlowEvent,
  {
    readonly type:
      | 'start'
      | 'select-duration'
      | 'show-page'
      | 'select-day'
      | 'select-slot'
      | 'continue'
      | 'config-loaded'
      | 'config-failed'
      | 'times-loaded'
      | 'times-failed'
      | 'unsent';
  }
>;

/** What the half of the flow handles that is loaded after the picker. */
export type LaterEvent = Exclude<FlowEvent, PickerEvent>;

/** What `booking.ts` handles. */
export type BookingEvent = Extract<
  FlowEvent,
  { readonly type: 'submit' | 'accept-price' | 'check-again' | 'booked' | 'book-failed' }
>;
