import { priceHint } from './booking-calendar/price-hint.styles.js';
import { pointer } from './shared/pointer.styles.js';
import { tokens } from './shared/tokens.styles.js';

let isFinished = false;

/**
 * From now on all elements answer the pointer, and days show their prices. Comes with the later parts: at a press, it
 * would cost that a style of everything.
 */
export function finishStyles(): void {
  const sheet = tokens.styleSheet;
  if (isFinished || !sheet) return;
  isFinished = true;
  sheet.insertRule(`@media all{${pointer.cssText}${priceHint.cssText}}`, sheet.cssRules.length);
}
