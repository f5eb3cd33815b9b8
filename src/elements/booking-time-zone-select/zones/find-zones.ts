import { fold } from './fold.js';
import { isNear } from './near.js';
import type { Zone } from './zone.js';

type Test = (zone: Zone) => boolean;

/** Writing that sets no spaces between its words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The zones that all words of a query lead to: the start of a city, country, region or name, an abbreviation, a country's code, or an
 * offset (`gmt+2`, `-5`, `5:30`). The likeliest come first; without a query all, in their order. A word that leads nowhere may be
 * wrong in one letter.
 */
export function findZones(zones: readonly Zone[], query: string): readonly Zone[] {
  const tokens = query
    .normalize('NFKC')
    .replace(/[−–‐]/g, '-')
    .replace(/\b(gmt|utc)\s+(?=[+-]?\d)/gi, '$1')
    .trim()
    .split(/\s+/)
    .filter((token) => /[\p{L}\p{N}]/u.test(token));
  // A sign by itself is on its way to be an offset.
  if (!tokens.length) return /^\s*[+−–‐-]?\s*$/.test(query) ? zones : [];
  const found = zones.filter(all(tokens.map((token) => offsetTest(token) ?? wordTest(token))));
  if (found.length) return sort(found, fitOf(query, tokens));
  return sort(zones.filter(all(tokens.map((token) => offsetTest(token) ?? nearTest(token)))), fitOf(query, tokens));
}

function all(tests: readonly Test[]): Test {
  return (zone) => tests.every((test) => test(zone));
}

function wordTest(token: string): Test {
  const words = fold(token);
  const start = UNSPACED.test(token) ? words : ` ${words}`;
  return (zone) => zone.words.includes(start);
}

/** A word, or one that is wrong in a letter. */
function nearTest(token: string): Test {
  const exactly = wordTest(token);
  const typed = fold(token);
  return (zone) => exactly(zone) || zone.words.split(' ').some((word) => isNear(word, typed));
}

/** What an offset asks for; null for what is none. Without a sign, it may be either. */
function offsetTest(token: string): Test | null {
  const latin = token.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const [, prefix, sign, hours, minutes] = /^(gmt|utc)?([+-])?(\d{1,2})(?::?([0-5]\d))?$/i.exec(latin) ?? [];
  if (hours === undefined || !(prefix || sign || latin.includes(':'))) return null;
  const wanted = Number(hours) * 60 + Number(minutes ?? 0);
  return ({ offset }) => {
    const size = sign === '-' ? -offset : sign ? offset : Math.abs(offset);
    return minutes === undefined ? size >= wanted && size < wanted + 60 : size === wanted;
  };
}

/** How well a zone fits; smaller is better. */
function fitOf(query: string, tokens: readonly string[]): (zone: Zone) => number {
  // Half hours come after the whole one that was asked for.
  const isWhole = tokens.length === 1 ? offsetTest(`${tokens[0] ?? ''}:00`) : null;
  if (isWhole) return (zone) => (isWhole(zone) ? 0 : 1);
  const typed = fold(query);
  const code = query.trim();
  // Two small letters may be a code, or the beginning of a city.
  const isVague = /^[a-z]{1,2}$/.test(code);
  return (zone) => {
    const isMeant = code.toUpperCase() === zone.code || zone.exact.includes(`|${typed}|`);
    if (isMeant && !isVague) return 0;
    return isMeant || zone.exact.startsWith(`|${typed}`) ? 1 : 2;
  };
}

/** By how well they fit, then by how well they are known; else the order stays. */
function sort(zones: readonly Zone[], fit: (zone: Zone) => number): readonly Zone[] {
  return zones
    .map((zone) => ({ zone, fit: fit(zone) }))
    .sort((a, b) => a.fit - b.fit || a.zone.rank - b.zone.rank)
    .map(({ zone }) => zone);
}
