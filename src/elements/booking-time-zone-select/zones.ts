/** A time zone as a visitor looks for it. */
export interface Zone {
  /** IANA. */
  readonly id: string;
  readonly city: string;
  /** In the visitor's language, such as "Central European Time". */
  readonly name: string;
  /** Minutes ahead of UTC now. */
  readonly offset: number;
  /** What it is found by: words in lower case without accents, each after a space. */
  readonly words: string;
}

/** What engines without `Intl.supportedValuesOf` offer: a zone for every offset that many people live at. */
const FALLBACK =
  'Pacific/Honolulu America/Los_Angeles America/Denver America/Chicago America/New_York America/Sao_Paulo Europe/London Europe/Berlin Europe/Athens Asia/Dubai Asia/Karachi Asia/Kolkata Asia/Shanghai Asia/Tokyo Australia/Sydney Pacific/Auckland';

/** Cities that are looked for and name no zone, by this or by an old name, and abbreviations that no rule gives. */
const ALSO: Readonly<Record<string, string>> = {
  'America/Los_Angeles': 'San Francisco Seattle Las Vegas',
  'America/Chicago': 'Houston Dallas Austin',
  'America/New_York': 'Washington Boston Miami Atlanta',
  'Europe/London': 'GMT BST Edinburgh',
  'Europe/Berlin': 'Munich Hamburg Frankfurt Cologne',
  'Europe/Madrid': 'Barcelona',
  'Europe/Rome': 'Milan',
  'Europe/Zurich': 'Geneva',
  'Asia/Kolkata': 'Calcutta Mumbai Delhi Bangalore',
  'Asia/Shanghai': 'Beijing Shenzhen',
  'Asia/Jerusalem': 'Tel Aviv',
  'Asia/Ho_Chi_Minh': 'Saigon',
  'Asia/Yangon': 'Rangoon',
  'Europe/Kyiv': 'Kiev',
};

/** Names that engines still give their old spelling. */
const RENAMED: Readonly<Record<string, string>> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** All zones of the engine, UTC, and the current one under the name that the page gave it. */
export function zoneIds(current: string): string[] {
  const { supportedValuesOf } = Intl as { supportedValuesOf?: (key: 'timeZone') => string[] };
  const same = canonical(current);
  const ids = new Set<string>();
  for (const id of [...(supportedValuesOf?.('timeZone') ?? FALLBACK.split(' ')), 'UTC']) {
    ids.add(id === same ? current : (RENAMED[id] ?? id));
  }
  return [...ids.add(current)];
}

function canonical(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

/** Describes a zone at an instant. One `Intl` format a zone, kept by nobody: hundreds of them would weigh megabytes. */
export function describeZone(id: string, city: string, locale: string, now: number): Zone {
  const parts = new Map<string, string>();
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
  const number = (type: string): number => Number(parts.get(type));
  const utc = new Date(now);
  const days = number('day') - utc.getUTCDate();
  // The dates differ by a day at most; more means that a month ends between them.
  const minutes =
    ((Math.abs(days) > 1 ? -Math.sign(days) : days) * 24 + number('hour') - utc.getUTCHours()) * 60 +
    number('minute') -
    utc.getUTCMinutes();
  const name = parts.get('timeZoneName') ?? '';
  return {
    id,
    city,
    name,
    offset: minutes,
    words: wordsOf(`${id} ${city} ${name} ${initials(name)} ${ALSO[RENAMED[id] ?? id] ?? ''}`),
  };
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

function wordsOf(text: string): string {
  return ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')}`;
}

/**
 * The zones that all words of a query lead to: the start of a city, region, name or abbreviation, or an offset (`gmt+2`, `-5`, `5:30`).
 * Cities that begin with the query come first; else the order stays.
 */
export function findZones(zones: readonly Zone[], query: string): readonly Zone[] {
  const tokens = query
    .replace(/[−–]/g, '-')
    .replace(/\b(gmt|utc)\s+(?=[+-])/gi, '$1')
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  if (!tokens.length) return zones;
  const tests = tokens.map((token) => {
    const [, sign, hours, minutes] = /^(?:gmt|utc)?([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(token) ?? [];
    if (hours === undefined) {
      const words = wordsOf(token).trimEnd();
      return (zone: Zone) => zone.words.includes(words);
    }
    const wanted = Number(hours) * 60 + Number(minutes ?? 0);
    return ({ offset }: Zone) => {
      const size = sign === '-' ? -offset : offset;
      return minutes === undefined ? size >= wanted && size < wanted + 60 : size === wanted;
    };
  });
  const found = zones.filter((zone) => tests.every((test) => test(zone)));
  const start = wordsOf(query).trim();
  const first = found.filter((zone) => wordsOf(zone.city).startsWith(` ${start}`));
  return [...first, ...found.filter((zone) => !first.includes(zone))];
}

/** From west to east, then by name. */
export function byOffset(a: Zone, b: Zone): number {
  return a.offset - b.offset || (a.city < b.city ? -1 : 1);
}
