/** What is known of a feed that was read before, to ask whether it has changed. */
export interface FeedVersion {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FetchedFeed extends FeedVersion {
  readonly text: string;
}

export interface FetchFeedOptions {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly known: FeedVersion | undefined;
}

/** `webcal:` is how calendars are subscribed to; over the wire it is `https:`. */
export function feedUrl(url: string): string {
  const address = url.replace(/^webcals?:/i, 'https:');
  // What `new URL` throws holds the address.
  if (!URL.canParse(address) || !/^https?:/i.test(address))
    throw new TypeError('a calendar feed needs an https: address');
  return new URL(address).href;
}

/**
 * The text of a feed, or null when it is still the known one. Throws when it cannot be had in time and size. Messages never
 * hold the address: whoever knows a private feed's address can read the calendar.
 */
export async function fetchFeed(url: string, options: FetchFeedOptions): Promise<FetchedFeed | null> {
  const { fetch: send, timeoutMs, maxBytes, known } = options;
  const headers = new Headers({ Accept: 'text/calendar, */*;q=0.1' });
  if (known?.etag) headers.set('If-None-Match', known.etag);
  if (known?.lastModified) headers.set('If-Modified-Since', known.lastModified);
  const giveUp = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A race, since a body may hang where its request was already answered.
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`no answer within ${String(timeoutMs)} ms`);
      reject(error);
      giveUp.abort(error);
    }, timeoutMs);
  });
  try {
    return await Promise.race([read(), tooLate]);
  } finally {
    clearTimeout(timer);
  }

  async function read(): Promise<FetchedFeed | null> {
    const response = await reach(send, url, { headers, signal: giveUp.signal, credentials: 'omit' });
    if (response.status === 304 && known) return null;
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the feed answered ${String(response.status)}`);
    }
    return {
      text: await readText(response, maxBytes),
      etag: response.headers.get('ETag'),
      lastModified: response.headers.get('Last-Modified'),
    };
  }
}

/** What `fetch` throws may hold the address. */
async function reach(send: typeof fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await send(url, init);
  } catch {
    throw new Error('the feed cannot be reached');
  }
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  const tooLarge = new Error(`the feed is larger than ${String(maxBytes)} bytes`);
  const reader = response.body?.getReader();
  if (!reader) return '';
  // Feeds in other encodings than UTF-8 differ in texts alone, which are not looked at.
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
