const SHORTEST = 5;
const LONGEST = 1440;
/** A config has up to twenty lengths, three of which are always there. */
const MOST = 17;

/** Words that change nothing: `60 minutes per session`, `50-minute sessions`. */
const FILLERS = /\b(?:coaching|sessions?|per|each|long)\b/g;
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bhalf (?:an? )?hour\b/g, '30 min'],
  [/\b(?:one|an?) hour and an? half\b/g, '90 min'],
  [/\b(?:one|an) hour\b/g, '1 h'],
  [/\btwo hours\b/g, '2 h'],
];
const HOURS = 'h|hrs?|hours?';
const MINUTES = "m|mins?|minutes?|'|′";
const SEPARATOR = /\s*(?:[,;/|&\n]|\band\b|\bor\b)\s*/;

/** `1h30`, `1 hour 30 minutes`, `1:30`. */
const BOTH = new RegExp(`^(\\d{1,2})(?:\\s*(?:${HOURS})\\.?\\s*|:)(\\d{2}|\\d{1,2}\\s*(?:${MINUTES})\\.?)$`);
/** `60`, `60 min`, `1.5 hours`. */
const ONE = new RegExp(`^(\\d{1,4})(?:\\.(\\d{1,2}))?[\\s-]*(?:(${HOURS})|(${MINUTES}))?\\.?$`);

interface Item {
  /** In hundredths, so that 1.25 hours are exact. */
  readonly hundredths: number;
  readonly unit: 'hours' | 'minutes' | undefined;
}

function readItem(text: string): Item | null {
  const [, hours, rest] = BOTH.exec(text) ?? [];
  if (hours !== undefined && rest !== undefined) {
    const minutes = parseInt(rest, 10);
    return minutes < 60 ? { hundredths: (Number(hours) * 60 + minutes) * 100, unit: 'minutes' } : null;
  }
  const [, whole, fraction = '', inHours, inMinutes] = ONE.exec(text) ?? [];
  if (whole === undefined) return null;
  const unit = inHours !== undefined ? 'hours' : inMinutes !== undefined ? 'minutes' : undefined;
  return { hundredths: Number(`${whole}${fraction.padEnd(2, '0')}`), unit };
}

/** Whole minutes of one item, or null. A bare number has the unit of what follows, `30/60 min`, else minutes. */
function minutesOf(item: Item, following: Item['unit']): number | null {
  const unit = item.unit ?? following ?? 'minutes';
  // `15, 1 hour` leaves open which of the two the 15 are; `1, 2 hours` does not.
  if (item.unit === undefined && unit === 'hours' && item.hundredths >= SHORTEST * 100) return null;
  const minutes = (item.hundredths * (unit === 'hours' ? 60 : 1)) / 100;
  return Number.isInteger(minutes) && minutes >= SHORTEST && minutes <= LONGEST ? minutes : null;
}

/**
 * Reads how long sessions are from a text that people typed: `60 minutes`, `1 hour`, `30/60`, `90 min`, `1h30`, `45, 60`.
 * Minutes in the order of the text, each once. Null when any part of it leaves a doubt (`1,5 hours`, `30-60 min`,
 * `varies`): a wrong length is worse than none.
 */
export function readSessionLengths(text: string): readonly number[] | null {
  let rest = text.trim().toLowerCase();
  if (rest === '' || rest.length > 200) return null;
  for (const [words, sign] of WORDS) rest = rest.replace(words, sign);
  // A comma for the decimal point, or between two lengths?
  if (/\d,\d+\s*h/.test(rest)) return null;
  // One length of an hour and more, or two?
  if (/\d\s*(?:h|hrs?|hours?)\s*[,;/|&]\s*[0-5]?\d\s*m/.test(rest)) return null;
  rest = rest.replace(FILLERS, ' ').replace(/(?<=\d\s?(?:h|hrs?|hours?))\s*and\s*(?=[0-5]?\d\s*m)/g, ' ');
  const items: Item[] = [];
  for (const part of rest.trim().split(SEPARATOR)) {
    const item = readItem(part.trim());
    if (!item) return null;
    items.push(item);
  }
  const lengths: number[] = [];
  for (const [index, item] of items.entries()) {
    const following = items.slice(index + 1).find(({ unit }) => unit !== undefined)?.unit;
    const minutes = minutesOf(item, following);
    if (minutes === null) return null;
    if (!lengths.includes(minutes)) lengths.push(minutes);
  }
  return lengths.length <= MOST ? lengths : null;
}
