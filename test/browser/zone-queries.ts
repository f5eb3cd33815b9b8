import { loadCities } from '../../src/i18n/load-cities.js';
import { languageOf } from '../../src/i18n/locale.js';
import { loadFacts } from '../../src/elements/booking-time-zone-select/zones/facts.js';
import { findZones } from '../../src/elements/booking-time-zone-select/zones/find-zones.js';
import { regionsIn } from '../../src/elements/booking-time-zone-select/zones/regions.js';
import { byOffset, describeZone, type Zone } from '../../src/elements/booking-time-zone-select/zones/zone.js';
import { zoneIds } from '../../src/elements/booking-time-zone-select/zones/zone-ids.js';

/** Winter in the north: abbreviations of summer have to be found all the same. */
export const NOW = Date.parse('2026-11-22T15:42:00Z');

/** @param languages those of the browser */
export async function allZones(
  locale: string,
  current = 'UTC',
  now = NOW,
  languages: readonly string[] = [],
): Promise<readonly Zone[]> {
  const facts = await loadFacts();
  for (const each of [locale, ...languages]) await loadCities(languageOf(each));
  const all: [string, ...string[]] = [locale, ...languages];
  const context = { languages: all, now, facts, regionOf: regionsIn(all) };
  return zoneIds(current, facts)
    .flatMap((id) => describeZone(id, context) ?? [])
    .sort(byOffset);
}

export function searchIn(zones: readonly Zone[]): (query: string) => string[] {
  return (query) => findZones(zones, query).map(({ id }) => id);
}

/** What visitors type, and the zone that has to come first. */
export const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'en-US': {
    'new y': 'America/New_York',
    NYC: 'America/New_York',
    boston: 'America/New_York',
    'united states': 'America/New_York',
    usa: 'America/New_York',
    US: 'America/New_York',
    EST: 'America/New_York',
    edt: 'America/New_York',
    ET: 'America/New_York',
    'gmt-5': 'America/New_York',
    'UTC −5': 'America/New_York',
    CST: 'America/Chicago',
    PST: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
    'san fran': 'America/Los_Angeles',
    germany: 'Europe/Berlin',
    DE: 'Europe/Berlin',
    munich: 'Europe/Berlin',
    'europe ber': 'Europe/Berlin',
    CET: 'Europe/Berlin',
    uk: 'Europe/London',
    england: 'Europe/London',
    scotland: 'Europe/London',
    bst: 'Europe/London',
    india: 'Asia/Kolkata',
    IN: 'Asia/Kolkata',
    IST: 'Asia/Kolkata',
    Mumbai: 'Asia/Kolkata',
    calcutta: 'Asia/Kolkata',
    '+5:30': 'Asia/Kolkata',
    'UTC+5:30': 'Asia/Kolkata',
    'gmt +0530': 'Asia/Kolkata',
    '+5': 'Asia/Karachi',
    '5:45': 'Asia/Kathmandu',
    '+545': 'Asia/Kathmandu',
    kyiv: 'Europe/Kyiv',
    kiev: 'Europe/Kyiv',
    'ho chi': 'Asia/Ho_Chi_Minh',
    saigon: 'Asia/Ho_Chi_Minh',
    'sao paulo': 'America/Sao_Paulo',
    'São Paulo': 'America/Sao_Paulo',
    'st johns': 'America/St_Johns',
    'st. john’s': 'America/St_Johns',
    JST: 'Asia/Tokyo',
    AEST: 'Australia/Sydney',
    SGT: 'Asia/Singapore',
    newfoundland: 'America/St_Johns',
    zuerich: 'Europe/Zurich',
    utc: 'UTC',
    zulu: 'UTC',
    'us/pacific': 'America/Los_Angeles',
    montreal: 'America/Toronto',
    'ivory coast': 'Africa/Abidjan',
    // A letter that is wrong, missing, one too many, or two the wrong way round.
    'new yirk': 'America/New_York',
    sydny: 'Australia/Sydney',
    kollkata: 'Asia/Kolkata',
    belrin: 'Europe/Berlin',
  },
  'de-AT': {
    Deutschland: 'Europe/Berlin',
    Germany: 'Europe/Berlin',
    München: 'Europe/Berlin',
    muenchen: 'Europe/Berlin',
    MEZ: 'Europe/Berlin',
    MESZ: 'Europe/Berlin',
    Wien: 'Europe/Vienna',
    Vienna: 'Europe/Vienna',
    Österreich: 'Europe/Vienna',
    oesterreich: 'Europe/Vienna',
    Kalkutta: 'Asia/Kolkata',
    Indien: 'Asia/Kolkata',
    Moskau: 'Europe/Moscow',
    PST: 'America/Los_Angeles',
    Mitteleuropäische: 'Europe/Berlin',
  },
  'fr-CA': {
    Londres: 'Europe/London',
    Allemagne: 'Europe/Berlin',
    'États-Unis': 'America/New_York',
    'etats unis': 'America/New_York',
    HNE: 'America/New_York',
    HAE: 'America/New_York',
    'UTC+9': 'Asia/Tokyo',
    Pékin: 'Asia/Shanghai',
  },
  es: {
    Alemania: 'Europe/Berlin',
    Japón: 'Asia/Tokyo',
    Londres: 'Europe/London',
    'Ciudad de Mé': 'America/Mexico_City',
  },
  'pt-BR': {
    Alemanha: 'Europe/Berlin',
    Brasil: 'America/Sao_Paulo',
    brt: 'America/Sao_Paulo',
    Moscou: 'Europe/Moscow',
  },
  it: { Germania: 'Europe/Berlin', Londra: 'Europe/London', Milano: 'Europe/Rome', Parigi: 'Europe/Paris' },
  nl: { Duitsland: 'Europe/Berlin', Londen: 'Europe/London', Wenen: 'Europe/Vienna', Parijs: 'Europe/Paris' },
  pl: {
    Niemcy: 'Europe/Berlin',
    Wiedeń: 'Europe/Vienna',
    wieden: 'Europe/Vienna',
    łódź: 'Europe/Warsaw',
    lodz: 'Europe/Warsaw',
  },
  ja: {
    東京: 'Asia/Tokyo',
    大阪: 'Asia/Tokyo',
    日本: 'Asia/Tokyo',
    標準: 'Asia/Kolkata',
    ニューヨーク: 'America/New_York',
    にゅーよーく: 'America/New_York',
    ドイツ: 'Europe/Berlin',
    tokyo: 'Asia/Tokyo',
    '＋９': 'Asia/Tokyo',
  },
  'zh-CN': {
    上海: 'Asia/Shanghai',
    北京: 'Asia/Shanghai',
    中国: 'Asia/Shanghai',
    德国: 'Europe/Berlin',
    纽约: 'America/New_York',
  },
  'ar-EG': {
    القاهرة: 'Africa/Cairo',
    قاهره: 'Africa/Cairo',
    ألمانيا: 'Europe/Berlin',
    المانيا: 'Europe/Berlin',
    دبي: 'Asia/Dubai',
    '+٤': 'Asia/Dubai',
  },
  he: { ירושלים: 'Asia/Jerusalem', גרמניה: 'Europe/Berlin', לונדון: 'Europe/London', 'תל אביב': 'Asia/Jerusalem' },
};
