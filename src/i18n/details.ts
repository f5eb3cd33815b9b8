import { dictionaryFor, type Dictionary, type Texts } from './dictionary.js';
import { enDetails } from './en-details.js';

/** All strings that a visitor reads: those of the picker and those of the parts that are loaded after it. */
export type DetailsDictionary = Dictionary & Texts<typeof enDetails>;

const made = new WeakMap<Dictionary, DetailsDictionary>();

/** The whole dictionary of a locale, for the parts that are loaded after the picker. */
export function detailsFor(locale: string): DetailsDictionary {
  const dictionary = dictionaryFor(locale);
  let details = made.get(dictionary);
  if (!details) made.set(dictionary, (details = { ...dictionary, ...enDetails }));
  return details;
}
