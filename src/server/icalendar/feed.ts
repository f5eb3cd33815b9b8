import type { Calendar } from './calendar.js';
import type { FeedOptions } from './feed-options.js';
import { fetchFeed, type FeedVersion } from './fetch-feed.js';
import { readCalendar } from './read-calendar.js';
import type { Parser } from './recurrence.js';

/** One address. */
export interface Feed {
  read(parser: Parser): Promise<Calendar>;
}

interface Copy extends FeedVersion {
  readonly calendar: Calendar;
  /** When it was last known to be the feed. */
  readonly checkedAt: number;
}

/** After a failure a feed is left alone for so long: its readers do not each wait for it. */
const REST_MS = 30_000;

export function createFeed(url: string, options: FeedOptions): Feed {
  const { cacheMs, staleMs, now } = options;
  let copy: Copy | undefined;
  let failure: { readonly at: number; readonly error: Error } | undefined;
  let loading: Promise<Calendar> | undefined;

  async function load(parser: Parser): Promise<Calendar> {
    try {
      const fetched = await fetchFeed(url, { ...options, known: copy });
      const checkedAt = now();
      if (fetched) {
        const { text, etag, lastModified } = fetched;
        copy = { calendar: readCalendar(parser, text), etag, lastModified, checkedAt };
      } else if (copy) {
        copy = { ...copy, checkedAt };
      }
      failure = undefined;
    } catch (error) {
      failure = { at: now(), error: error instanceof Error ? error : new Error('the feed cannot be read') };
    }
    return lastResort();
  }

  /** The copy that there is, as long as it is not too old to be relied on. */
  function lastResort(): Calendar {
    if (copy && (!failure || now() - copy.checkedAt < staleMs)) return copy.calendar;
    throw failure?.error ?? new Error('the feed was not read');
  }

  return {
    async read(parser) {
      if (loading) return loading;
      if (copy && now() - copy.checkedAt < cacheMs) return copy.calendar;
      if (failure && now() - failure.at < REST_MS) return lastResort();
      loading = load(parser).finally(() => (loading = undefined));
      return loading;
    },
  };
}
