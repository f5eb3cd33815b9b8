import type { BookingRequest } from '../domain/booking.js';
import type { BookingError } from '../domain/booking-error.js';
import type { Money } from '../domain/money.js';
import type { Slot } from '../domain/slot.js';
import type { FlowStep } from '../flow/state.js';
import { BookingEvent } from './booking-event.js';

/** The flow shows another step. */
export class BookingStepChangeEvent extends BookingEvent<{ readonly step: FlowStep; readonly previous: FlowStep }> {
  constructor(step: FlowStep, previous: FlowStep) {
    super('booking-step-change', { step, previous });
  }
}

/** A session length was chosen; `rate` is its listed price. */
export class BookingDurationSelectEvent extends BookingEvent<{
  readonly durationMinutes: number;
  readonly rate: Money;
}> {
  constructor(durationMinutes: number, rate: Money) {
    super('booking-duration-select', { durationMinutes, rate });
  }
}

/** A day of the calendar was chosen, as `YYYY-MM-DD`. */
export class BookingDaySelectEvent extends BookingEvent<{ readonly date: string }> {
  constructor(date: string) {
    super('booking-day-select', { date });
  }
}

/**
 * Other days are looked at; `page` is the first one shown, as `YYYY-MM-DD`. `days`: how many from there on are asked for;
 * without it, the weeks of the calendar.
 */
export class BookingPageChangeEvent extends BookingEvent<{ readonly page: string; readonly days?: number }> {
  constructor(page: string, days?: number) {
    super('booking-page-change', days ? { page, days } : { page });
  }
}

/** A time is about to be chosen; `preventDefault()` leaves the choice as it was. */
export class BookingSlotSelectEvent extends BookingEvent<{ readonly slot: Slot }> {
  constructor(slot: Slot) {
    super('booking-slot-select', { slot }, true);
  }
}

/** The booking is about to be sent; `preventDefault()` keeps the visitor at the details with everything that was typed. */
export class BookingSubmitEvent extends BookingEvent<{ readonly request: BookingRequest }> {
  constructor(request: BookingRequest) {
    super('booking-submit', { request }, true);
  }
}

/** Something failed, whether or not the visitor can go on. */
export class BookingErrorEvent extends BookingEvent<{ readonly error: BookingError }> {
  constructor(error: BookingError) {
    super('booking-error', { error });
  }
}

declare global {
  interface HTMLElementEventMap {
    'booking-step-change': BookingStepChangeEvent;
    'booking-duration-select': BookingDurationSelectEvent;
    'booking-day-select': BookingDaySelectEvent;
    'booking-page-change': BookingPageChangeEvent;
    'booking-slot-select': BookingSlotSelectEvent;
    'booking-submit': BookingSubmitEvent;
    'booking-error': BookingErrorEvent;
  }
}
