/** The classic script tag: one file with every element and English, the global `CoachBooking`. */
import { provideLanguages } from '../i18n/dictionary.js';
import { define } from './define-elements.js';
import { languages } from './languages.js';

provideLanguages(languages);
define();

export { createRestAdapter } from '../adapters/rest/index.js';
export { BookingError } from '../domain/booking-error.js';
export { openBooking } from '../elements/booking-flow/popup/index.js';
export { configure } from '../elements/configure.js';
export { define };
export { version } from './version.js';
