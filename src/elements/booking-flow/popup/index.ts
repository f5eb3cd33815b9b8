/** What opens flows: popups, links and buttons of the page, `openBooking`. Loaded where a page has such. */
export { openBooking, type OpenBookingOptions } from './open-booking.js';
export { Popup, type OpenOptions } from './popup.js';
export { heedTrigger, watchForMore } from './trigger.js';
