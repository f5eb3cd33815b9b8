import { languageOf } from './locale.js';

/** Cities by what their zone says of them, `Vienna` → `Wien`, by language; `en` for those without. Empty until they are wanted. */
export const cityNames: Record<string, ReadonlyMap<string, string> | undefined> = {};

/** Cities whose zones browsers still give an old name (source: tzdb `backward`). */
const RENAMED = new Map(
  Object.entries({
    Calcutta: 'Kolkata',
    Faeroe: 'Faroe',
    Godthab: 'Nuuk',
    Katmandu: 'Kathmandu',
    Kiev: 'Kyiv',
    Rangoon: 'Yangon',
    Saigon: 'Ho Chi Minh City',
    'Ho Chi Minh': 'Ho Chi Minh City',
  }),
);

/** What a zone's name says of its city: `New York` of `America/New_York`. */
export function cityPart(zone: string): string {
  return zone.replace(/.*\//, '').replace(/_/g, ' ');
}

/** The city of a zone: by its name in the locale's language where that is there, else in English. */
export function cityOf(zone: string, locale: string): string {
  const part = cityPart(zone);
  return (cityNames[languageOf(locale)] ?? cityNames.en)?.get(part) ?? RENAMED.get(part) ?? part;
}
