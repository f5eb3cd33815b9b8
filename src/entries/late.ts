import { BookingAgenda } from '../elements/booking-agenda/booking-agenda.js';
import { BookingConfirmation } from '../elements/booking-confirmation/booking-confirmation.js';
import { BookingForm } from '../elements/booking-form/booking-form.js';
import { BookingSummary } from '../elements/booking-summary/booking-summary.js';
import { BookingTimeZoneSelect } from '../elements/booking-time-zone-select/booking-time-zone-select.js';
import { CoachProfile } from '../elements/coach-profile/coach-profile.js';
import { finishStyles } from '../elements/finish-styles.js';
import { keepContrastOf } from '../elements/shared/keep-contrast.js';
import { parts } from './parts.js';
import type { ElementClass } from './register.js';

/** What is not needed to choose a time: the module script loads these by themselves. Parts before what contains them. */
export const lateParts: readonly ElementClass[] = [
  BookingSummary,
  BookingAgenda,
  BookingForm,
  BookingConfirmation,
  BookingTimeZoneSelect,
  CoachProfile,
];

/** From now on text is readable in all elements, whatever colours the page sets, and elements answer the pointer. */
export function finishTheme(): void {
  keepContrastOf([...parts, ...lateParts]);
  finishStyles();
}
