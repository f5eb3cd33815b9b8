import type { Booking } from '../domain/booking.js';
import type { Draft } from '../flow/state.js';
import { BookingEvent } from './booking-event.js';

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

/** The session is booked. */
export class BookingCompleteEvent extends BookingEvent<{ readonly booking: Booking }> {
  constructor(booking: Booking) {
    super('booking-complete', { booking });
  }
}

/** The flow opened in a popup. `opener` gets the focus back when it is closed. */
export class BookingOpenEvent extends BookingEvent<{ readonly opener: HTMLElement | null }> {
  constructor(opener: HTMLElement | null) {
    super('booking-open', { opener });
  }
}

/** The popup of the flow was closed; `booking` is what was booked in it, if anything. */
export class BookingCloseEvent extends BookingEvent<{ readonly booking: Booking | null }> {
  constructor(booking: Booking | null) {
    super('booking-close', { booking });
  }
}

declare global {
  interface HTMLElementEventMap {
    'booking-time-zone-change': BookingTimeZoneChangeEvent;
    'booking-form-input': BookingFormInputEvent;
    'booking-form-submit': BookingFormSubmitEvent;
    'booking-complete': BookingCompleteEvent;
    'booking-open': BookingOpenEvent;
    'booking-close': BookingCloseEvent;
  }
}
