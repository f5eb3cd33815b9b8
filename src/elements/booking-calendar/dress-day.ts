import type { Money } from '../../domain/money.js';
import type { Dictionary } from '../../i18n/dictionary.js';
import type { Formats } from '../../i18n/format.js';
import { availability, type GridDay } from './month-grid.js';

/** What is the same for all days of a page; see `BookingCalendar`. */
export interface Page {
  readonly prices: Readonly<Record<string, Money>>;
  readonly value: string;
  readonly today: string;
  readonly readonly: boolean;
}

/**
 * How a day looks and what it is called. By hand: as five hundred parts of a template the days took most of the time in which a
 * page is turned. Only what differs is set.
 */
export function dressDay(
  element: Element,
  { date, state, count }: GridDay,
  tabStop: string,
  page: Page,
  { text, formats }: { readonly text: Dictionary; readonly formats: Formats },
): void {
  const set = (name: string, words: string) => {
    if (element.getAttribute(name) === words) return;
    if (words) element.setAttribute(name, words);
    else element.removeAttribute(name);
  };
  const isFree = state === 'free';
  const isToday = date === page.today;
  const isChosen = date === page.value;
  const long = formats.day(date, 'long');
  const full = isToday ? text.dayToday(long) : long;
  const rate = isFree && page.prices[date];
  const price = rate ? formats.money(rate) : '';
  const name = text.dayWithTimes(full, count);
  set('class', `day ${state} ${availability(count)} ${price && 'priced'}`);
  set('part', `day ${state} ${isChosen ? 'selected' : ''} ${isToday ? 'today' : ''}`);
  set('tabindex', date === tabStop ? '0' : '-1');
  set('aria-label', state === 'loading' ? text.dayLoading(full) : price ? text.dayFrom(name, price) : name);
  set('aria-selected', `${isChosen}`);
  set('aria-disabled', `${!isFree || page.readonly}`);
  set('aria-current', isToday ? 'date' : 'false');
  set('data-caption', isToday ? text.today : date.endsWith('-01') ? formats.month(date, 'short') : '');
  const number = element.firstChild ?? element.appendChild(new Text());
  const dayOfMonth = formats.dayOfMonth(date);
  if (number.textContent !== dayOfMonth) number.textContent = dayOfMonth;
  const hint = element.querySelector('b') ?? (price && element.appendChild(document.createElement('b')));
  if (!hint || hint.dataset.price === price) return;
  hint.part.value = price && 'price';
  hint.dataset.price = price;
}
