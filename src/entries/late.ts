import { BookingConfirmation } from '../elements/booking-confirmation/booking-confirmation.js';
import { BookingForm } from '../elements/booking-form/booking-form.js';
import { BookingTimeZoneSelect } from '../elements/booking-time-zone-select/booking-time-zone-select.js';
import type { ElementClass } from './register.js';

/** What the flow shows after a time was chosen, or when asked for: the module script loads these by themselves. */
export const lateParts: readonly ElementClass[] = [BookingForm, BookingConfirmation, BookingTimeZoneSelect];
