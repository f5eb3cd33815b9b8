/**
 * `coach-booking/domain`: the rules of booking, pure. Nothing here reads the clock, the machine's zone or the network.
 */
export type * from './booking.js';
export type * from './booking-field.js';
export type * from './coach.js';
export type * from './session-config.js';
export type * from './slot.js';

export { approximatePrice, type DisplayRates } from './approximate-price.js';
export {
  BookingError,
  isBookingError,
  type BookingErrorCode,
  type BookingErrorDetails,
  type KnownErrorCode,
  type WriteOutcome,
} from './booking-error.js';
export { calendarFile, googleCalendarUrl, outlookCalendarUrl, type CalendarEvent } from './calendar-event.js';
export { checkAnswers, checkDetails, cleanDetails, isEmail, type Details } from './check-details.js';
export { convertMoney, type ExchangeRates } from './exchange.js';
export { formatInstant, parseInstant } from './instant.js';
export { exponentOf, formatMoney, isCurrency, toMajor, toMinor, type Money, type MoneyFormatOptions } from './money.js';
export { parseAnswers, parseAttendee } from './parse-attendee.js';
export { parseCoach } from './parse-coach.js';
export { parseSessionConfig } from './parse-config.js';
export { parseSchedule, readSchedule } from './parse-schedule.js';
export { addDays, addMonths, daysBetween, isPlainDate, startOfMonth, startOfWeek, weekdayOf } from './plain-date.js';
export { isAllowedDuration, priceOf } from './price.js';
export {
  isDayRule,
  WEEKDAYS,
  type DateRule,
  type Schedule,
  type ScheduleRule,
  type UnknownRule,
  type WallInterval,
  type Weekday,
  type WeekdayRule,
} from './schedule.js';
export { computeSlots, type SlotsInput } from './slots.js';
export { instantOf, isTimeZone, localDate, localDateTime, offsetAt } from './time-zone.js';
