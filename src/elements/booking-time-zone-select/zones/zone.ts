import { cityOf } from '../../../i18n/city-names.js';
import type { AllFacts } from './facts.js';
import { fold, spellings } from './fold.js';
import type { Region } from './regions.js';
import { COUNTRY_NAMES, OTHER_ABBREVIATIONS } from './other-names.js';

/** A time zone as a visitor looks for it. */
export interface Zone {
  /** IANA. */
  readonly id: string;
  readonly city: string;
  /** Empty where the city says it (Singapore), and where there is none. */
  readonly country: string;
  /** ISO 3166; empty where there is none. */
  readonly code: string;
  /** In the visitor's language, such as "Central European Time". */
  readonly name: string;
  /** Minutes ahead of UTC now. */
  readonly offset: number;
  /** What it is found by: folded words, each after a space. */
  readonly words: string;
  /** What means this zone when it is all that is typed: folded, between bars, the city first. */
  readonly exact: string;
  /** Of two that fit equally well the smaller comes first. */
  readonly rank: number;
}

/** What zones are described with. */
export interface ZoneContext {
  /** BCP 47: the first is the one that zones are shown in, by the others they are found too. */
  readonly languages: readonly [string, ...string[]];
  /** Milliseconds. */
  readonly now: number;
  readonly facts: AllFacts;
  readonly regionOf: (code: string) => Region;
}

/** Abbreviations among the words of a well-known zone. */
const SHORT = /\b[A-Z]{2,4}\b/g;

/** Describes a zone at an instant, or answers null where the browser does not know it. One `Intl` format a zone, kept by nobody: hundreds of them would weigh megabytes. */
export function describeZone(id: string, { languages, now, facts, regionOf }: ZoneContext): Zone | null {
  const clock = clockOf(id, languages[0], now);
  if (!clock) return null;
  const { name, offset } = clock;
  const known = facts.get(id);
  const today = known?.id ?? id;
  const cities = [...languages, 'en'].map((language) => cityOf(today, language));
  const city = cities[0] ?? '';
  const code = known?.country ?? '';
  const region = regionOf(code);
  const cityWords = known?.cities ?? '';
  const pair = known?.abbreviations.replace(/^-$/, '') ?? '';
  const short = cityWords.match(SHORT)?.join(' ') ?? '';
  const abbreviations = `${pair} ${OTHER_ABBREVIATIONS[pair] ?? ''} ${initials(name)} ${short}`;
  const countries = COUNTRY_NAMES[code] ?? '';
  const words = [id, today, ...cities, name, code, ...region.names, countries, abbreviations, cityWords];
  const exact = [...cities, ...region.names, ...`${abbreviations} ${countries}`.split(/[\s/]+/)];
  return {
    id,
    city,
    country: fold(region.name) === fold(city) ? '' : region.name,
    code,
    name,
    offset,
    words: ` ${spellings([...words, ...(known?.others ?? [])].join(' ')).join(' ')}`,
    exact: `|${exact.flatMap(spellings).join('|')}|`,
    rank: known?.rank ?? Infinity,
  };
}

/** The name that a zone's time has, and its minutes ahead of UTC. */
function clockOf(id: string, locale: string, now: number): { name: string; offset: number } | null {
  const parts = new Map<string, string>();
  try {
    const format = new Intl.DateTimeFormat(locale, {
      timeZone: id,
      timeZoneName: 'longGeneric',
      hourCycle: 'h23',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      numberingSystem: 'latn',
      calendar: 'gregory',
    });
    for (const { type, value } of format.formatToParts(now)) parts.set(type, value);
  } catch {
    return null;
  }
  const number = (type: string): number => Number(parts.get(type));
  const utc = new Date(now);
  const days = number('day') - utc.getUTCDate();
  // The dates differ by a day at most; more means that a month ends between them.
  const offset =
    ((Math.abs(days) > 1 ? -Math.sign(days) : days) * 24 + number('hour') - utc.getUTCHours()) * 60 +
    number('minute') -
    utc.getUTCMinutes();
  return { name: parts.get('timeZoneName') ?? '', offset };
}

/** "Eastern Time" is looked for as ET, EST and EDT, "Central European Time" as CET and CEST. */
function initials(name: string): string {
  if (!/^[A-Z].* Time$/.test(name)) return '';
  const letters = name
    .replace(' Standard', '')
    .split(' ')
    .map((word) => word[0])
    .join('')
    .slice(0, -1);
  return `${letters}T ${letters}ST ${letters}DT`;
}

/** From west to east, then by name. */
export function byOffset(a: Zone, b: Zone): number {
  return a.offset - b.offset || (a.city < b.city ? -1 : 1);
}
