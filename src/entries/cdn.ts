/** The module script tag: registers what the first steps need at once, and the later parts when they are needed. */
import './early.js';
import '../elements/picker-styles.js';
import { BookingFlow } from '../elements/booking-flow/booking-flow.js';
import { loadPopup } from '../elements/booking-flow/popup-loader.js';
import type { OpenBookingOptions } from '../elements/booking-flow/popup/index.js';
import { listenForTriggers } from '../elements/booking-flow/trigger-hook.js';
import { lateParts, provideLateParts } from '../elements/shared/late-parts.js';
import { parts } from './parts.js';
import { register } from './register.js';

const PROFILE_TAG = 'coach-profile';

/** How long a flow's first times may take before the rest no longer waits for them. */
const PATIENCE_MS = 1000;

/** Tags that come later, reserved from the start: two copies must not share a page by halves. */
const LATER_TAGS = [
  'booking-summary',
  'booking-agenda',
  'booking-form',
  'booking-confirmation',
  'booking-time-zone-select',
  PROFILE_TAG,
];

if (register(customElements, parts, LATER_TAGS)) {
  provideLateParts(async (_attempt) => {
    const late = await import('./late.js');
    // Before anything changes, the page's colours can be read without a layout.
    late.finishTheme();
    if (!register(customElements, late.lateParts)) throw new Error('the tags are taken');
  });
  listenForTriggers(document);
  // A flow asks for them itself, after its first times; a profile can't, before it is one. One that fails keeps its
  // fallback content.
  const load = () => void lateParts().catch(() => undefined);
  const loadSoon = () => setTimeout(load, document.querySelector(BookingFlow.tag) ? PATIENCE_MS : 0);
  if (document.querySelector(PROFILE_TAG)) load();
  else if (document.readyState === 'complete') loadSoon();
  else addEventListener('load', loadSoon, { once: true });
}

export { createRestAdapter } from '../adapters/rest/index.js';
export { BookingError } from '../domain/booking-error.js';
/** Opens a booking flow in a popup; resolves when that is closed, with what was booked in it or null. */
export const openBooking = async (options?: OpenBookingOptions) => (await loadPopup()).openBooking(options);
export { configure } from '../elements/configure.js';
export { version } from './version.js';
