/** `coach-booking`: classes, types and errors. Registers nothing and needs no DOM. */
export { BookingError, isBookingError } from '../domain/booking-error.js';
export type * from '../domain/index.js';
export type * from '../ports/index.js';
export type { FlowState, FlowStep } from '../flow/state.js';
export type { BookingStrings, DetailsDictionary } from '../i18n/details.js';
export { addLanguage, type Dictionary, type Words } from '../i18n/dictionary.js';

export { openBooking, type OpenBookingOptions, type OpenOptions } from '../elements/booking-flow/popup/index.js';
export type { Prefill } from '../flow/prefill.js';
export { configure, type Configuration } from '../elements/configure.js';
export * from '../elements/events.js';
export * from '../elements/later-events.js';
export { BookingAgenda } from '../elements/booking-agenda/booking-agenda.js';
export { BookingCalendar } from '../elements/booking-calendar/booking-calendar.js';
export { BookingConfirmation } from '../elements/booking-confirmation/booking-confirmation.js';
export {
  BookingDurationSelector,
  type DurationOption,
} from '../elements/booking-duration-selector/booking-duration-selector.js';
export { BookingFlow } from '../elements/booking-flow/booking-flow.js';
export { BookingForm } from '../elements/booking-form/booking-form.js';
export { BookingProvider } from '../elements/booking-provider/booking-provider.js';
export { BookingSlotList } from '../elements/booking-slot-list/booking-slot-list.js';
export { BookingSummary } from '../elements/booking-summary/booking-summary.js';
export { BookingTimeZoneSelect } from '../elements/booking-time-zone-select/booking-time-zone-select.js';
export { CoachProfile } from '../elements/coach-profile/coach-profile.js';

export { define } from './define-elements.js';
export type { ElementClass, Registry } from './register.js';
export { version } from './version.js';
