import type { BookingStrings } from '../../i18n/details.js';
import { overridden, type Dictionary } from '../../i18n/dictionary.js';
import { parentOf } from './parent-of.js';
import { speakAnew } from './speakers.js';

export type { BookingStrings };

/** The words that elements were given by the page. */
const given = new WeakMap<Element, BookingStrings | null>();

/** Remembers the words that an element was given; all elements follow when they are others than before. */
export function setStrings(element: Element, strings: BookingStrings | null): void {
  if (strings === (given.get(element) ?? null)) return;
  given.set(element, strings);
  speakAnew();
}

/** A dictionary with the words that the element and those around it were given; the nearest count. */
export function withStrings(dictionary: Dictionary, element: Element | null): Dictionary {
  if (!element) return dictionary;
  const around = withStrings(dictionary, parentOf(element));
  const own = given.get(element);
  return own ? overridden(around, own) : around;
}
