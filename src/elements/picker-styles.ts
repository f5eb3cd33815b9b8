/** Imported first by the module script: stylesheets side by side compress better than between other code. */
import './shared/tokens.styles.js';
import './shared/controls.styles.js';
import './shared/radio.styles.js';
import './shared/slot.styles.js';
import './booking-duration-selector/booking-duration-selector.styles.js';
import './booking-calendar/booking-calendar.styles.js';
import './booking-slot-list/booking-slot-list.styles.js';
import './booking-flow/booking-flow.styles.js';
