import { BookingCalendar } from '../elements/booking-calendar/booking-calendar.js';
import { BookingDurationSelector } from '../elements/booking-duration-selector/booking-duration-selector.js';
import { BookingFlow } from '../elements/booking-flow/booking-flow.js';
import { BookingProvider } from '../elements/booking-provider/booking-provider.js';
import { BookingSlotList } from '../elements/booking-slot-list/booking-slot-list.js';
import type { ElementClass } from './register.js';

/** What a visitor sees up to the choice of a time. Parts before what contains them, so that each upgrades once. */
export const parts: readonly ElementClass[] = [
  BookingProvider,
  BookingDurationSelector,
  BookingCalendar,
  BookingSlotList,
  BookingFlow,
];
