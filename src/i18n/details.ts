import { baseOf, type Dictionary, type Texts } from './dictionary.js';
import { enDetails } from './en-details.js';
import { merge, type Override } from './merge.js';

/** All strings that a visitor reads: those of the picker and those of the parts that are loaded after it. */
export type DetailsDictionary = Dictionary & Texts<typeof enDetails>;

/** Words of the host instead of the dictionary's: as many as are to be others. */
export type BookingStrings = Override<DetailsDictionary>;

const made = new WeakMap<Dictionary, DetailsDictionary>();

/** The whole dictionary, for the parts that are loaded after the picker: other languages have it all, English is completed. */
export function detailsFor(dictionary: Dictionary): DetailsDictionary {
  let details = made.get(dictionary);
  if (!details) {
    const base = baseOf(dictionary);
    details = merge(base ? detailsFor(base) : { ...dictionary, ...enDetails }, dictionary);
    made.set(dictionary, details);
  }
  return details;
}
