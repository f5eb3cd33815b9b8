/** The classic script tag: one file, every element, the global `CoachBooking`. */
import { define } from './define-elements.js';

define();

export { createRestAdapter } from '../adapters/rest/index.js';
export { BookingError } from '../domain/booking-error.js';
export { configure } from '../elements/configure.js';
export { define };
export { version } from './version.js';
