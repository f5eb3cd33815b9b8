import { localDate } from '../../../domain/time-zone.js';
import { rateOf } from '../../../flow/later-selectors.js';
import type { FlowView } from '../view.js';
import { approximate } from './approximate.js';

/** What has been chosen, on the button where there is no room for a receipt. */
export function choice(view: FlowView): string {
  const { state, text, formats } = view;
  const { step, durationMinutes, slot, timeZone } = state;
  if (step === 'duration') {
    const rate = rateOf(state);
    const length = durationMinutes === null ? '' : text.minutes(formats.number(durationMinutes));
    const about = approximate(view, rate);
    const price = rate ? `, ${formats.money(rate)}` : '';
    return `${length}${price}${about ? ` ≈ ${formats.money(about)}` : ''}`;
  }
  if (!slot) return '';
  const start = Date.parse(slot.startTime);
  const time = formats.time(start, timeZone).replace(/\s/g, '\u00a0');
  return text.dayAndTime(formats.day(localDate(timeZone, start), 'short'), time);
}
