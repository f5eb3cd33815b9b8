import type { Booking, BookingRequest } from '../domain/booking.js';
import type { BookingError } from '../domain/booking-error.js';
import type { Money } from '../domain/money.js';
import type { Slot } from '../domain/slot.js';
import type { Draft, FlowStep } from '../flow/state.js';

/** What all events share: they bubble, cross shadow roots, and come from a visitor's act, never from setting a property. */
abstract class BookingEvent<Detail> extends Event {
  readonly detail: Detail;

  constructor(type: string, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = detail;
  }
}

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

/** The calendar was turned; `page` is the first day shown, as `YYYY-MM-DD`. */
export class BookingPageChangeEvent extends BookingEvent<{ readonly page: string }> {
  constructor(page: string) {
    super('booking-page-change', { page });
  }
}

/** A time is about to be chosen; `preventDefault()` leaves the choice as it was. */
export class BookingSlotSelectEvent extends BookingEvent<{ readonly slot: Slot }> {
  constructor(slot: Slot) {
    super('booking-slot-select', { slot }, true);
  }
}

/** The visitor reads the times in another zone (IANA). */
export class BookingTimeZoneChangeEvent extends BookingEvent<{ readonly timeZone: string }> {
  constructor(timeZone: string) {
    super('booking-time-zone-change', { timeZone });
  }
}

/** Something was typed into the form. */
export class BookingFormInputEvent extends BookingEvent<{ readonly draft: Draft }> {
  constructor(draft: Draft) {
    super('booking-form-input', { draft });
  }
}

/** The form was sent and its own checks found nothing. */
export class BookingFormSubmitEvent extends BookingEvent<{ readonly draft: Draft }> {
  constructor(draft: Draft) {
    super('booking-form-submit', { draft });
  }
}

/** The booking is about to be sent; `preventDefault()` keeps the visitor at the details with everything that was typed. */
export class BookingSubmitEvent extends BookingEvent<{ readonly request: BookingRequest }> {
  constructor(request: BookingRequest) {
    super('booking-submit', { request }, true);
  }
}

/** The session is booked. */
export class BookingCompleteEvent extends BookingEvent<{ readonly booking: Booking }> {
  constructor(booking: Booking) {
    super('booking-complete', { booking });
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
    'booking-time-zone-change': BookingTimeZoneChangeEvent;
    'booking-form-input': BookingFormInputEvent;
    'booking-form-submit': BookingFormSubmitEvent;
    'booking-submit': BookingSubmitEvent;
    'booking-complete': BookingCompleteEvent;
    'booking-error': BookingErrorEvent;
  }
}
