/** Goes up only when an old reader could no longer understand an answer. */
export const PROTOCOL_VERSION = '1';

/** Where the API lies on a server, unless it is told otherwise. */
export const DEFAULT_BASE_PATH = '/api';

const SESSIONS = '/coaching/sessions';

/** Paths under the base path, once for those who call them and those who serve them; `:id` stands for one segment. */
export const paths = {
  profile: '/coach/profile',
  config: '/coach/config',
  schedule: '/coach/schedule',
  available: `${SESSIONS}/available`,
  book: `${SESSIONS}/book`,
  hold: `${SESSIONS}/hold`,
  release: `${SESSIONS}/hold/:id/release`,
  booking: `${SESSIONS}/:id`,
} as const;

/** Known, and answered with `unsupported` until their feature is there. */
export const reservedPaths = {
  cancel: `${SESSIONS}/:id/cancel`,
  reschedule: `${SESSIONS}/:id/reschedule`,
  quote: '/coaching/quote',
  waitlist: '/coaching/waitlist',
  events: '/coaching/events',
  metrics: '/coach/metrics',
} as const;

/** Puts an id into a path. */
export function withId(path: string, id: string): string {
  return path.replace(':id', encodeURIComponent(id));
}

/**
 * What the paths are put behind: an origin alone (`https://example.com`), or nothing, gets the default base path; one that
 * ends with a slash is taken as it is.
 */
export function resolveBaseUrl(baseUrl: string): string {
  return /^(\w+:\/\/[^/]+)?$/.test(baseUrl) ? baseUrl + DEFAULT_BASE_PATH : baseUrl.replace(/\/+$/, '');
}
