import { isTimeZone } from '../../domain/time-zone.js';
import type { BusySource } from '../../ports/busy-source.js';
import { busyTimes } from './busy-times.js';
import { namedZone, UTC } from './calendar-zone.js';
import type { FeedOptions } from './feed-options.js';
import { createFeed, type Feed } from './feed.js';
import { feedUrl } from './fetch-feed.js';
import type { Parser } from './recurrence.js';

/** Where the feeds of a coach are; nothing for a coach without one. */
type UrlOf = (
  coachId: string,
) => string | readonly string[] | null | undefined | Promise<string | readonly string[] | null | undefined>;

export type ICalendarSourceOptions = Partial<FeedOptions> & {
  /** For messages and logs. Default `calendar`. */
  readonly name?: string;
  /** When it cannot be read, times are offered without it. Default: no times are offered. */
  readonly optional?: boolean;
} & ({ readonly url: string } | { readonly urlOf: UrlOf });

/** Feeds that are remembered; beyond it the one used longest ago goes. */
const MAXIMUM_FEEDS = 1000;

/**
 * Blocks a coach's time by an iCalendar feed, such as the private address that Google, Outlook and iCloud give a calendar:
 * its events (repeated ones too) and its free-busy times. What is cancelled or shown as free does not block. Only times
 * leave it, no titles. A feed that cannot be read makes the answer `unavailable`, unless it is `optional`.
 */
export function createICalendarSource(options: ICalendarSourceOptions): BusySource {
  const { name = 'calendar', optional = false } = options;
  const { fetch: send, timeoutMs = 4000, maxBytes = 5_000_000, cacheMs = 300_000, staleMs = 3_600_000 } = options;
  const { now = Date.now } = options;
  const feedOptions: FeedOptions = {
    fetch: (...args) => (send ?? fetch)(...args),
    timeoutMs,
    maxBytes,
    cacheMs,
    staleMs,
    now,
  };
  const feeds = new Map<string, Feed>();
  const fixed = 'url' in options ? feedUrl(options.url) : undefined;
  const urlOf: UrlOf = 'urlOf' in options ? options.urlOf : () => fixed;
  let parser: Promise<Parser> | undefined;

  function feedOf(url: string): Feed {
    const feed = feeds.get(url) ?? createFeed(url, feedOptions);
    // Set anew, so that the order of the map is the order of use.
    feeds.delete(url);
    feeds.set(url, feed);
    for (const oldest of feeds.keys()) {
      if (feeds.size <= MAXIMUM_FEEDS) break;
      feeds.delete(oldest);
    }
    return feed;
  }

  return {
    name,
    optional,
    async busy({ coachId, start, end, timeZone }) {
      const urls = [(await urlOf(coachId)) ?? []].flat();
      if (urls.length === 0) return [];
      const ical = await (parser ??= loadParser());
      const range = { start: Date.parse(start), end: Date.parse(end) };
      const fallback = timeZone !== undefined && isTimeZone(timeZone) ? namedZone(timeZone) : UTC;
      const calendars = await Promise.all(urls.map((url) => feedOf(feedUrl(url)).read(ical)));
      return calendars
        .flatMap((calendar) => busyTimes(ical, calendar, range, fallback))
        .map((each) => ({ start: new Date(each.start).toISOString(), end: new Date(each.end).toISOString() }));
    },
  };
}

async function loadParser(): Promise<Parser> {
  return (await import('ical.js')).default;
}
