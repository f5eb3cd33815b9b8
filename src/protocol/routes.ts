/** Goes up only when an old reader could no longer understand an answer. */
export const PROTOCOL_VERSION = '1';

/** Where the API lies on a server, unless it is told otherwise. */
export const DEFAULT_BASE_PATH = '/api';

const SESSIONS = '/coaching/sessions';

/** Paths under the base path, once for those who call them and those who serve them. */
export const paths = {
  profile: '/coach/profile',
  config: '/coach/config',
  schedule: '/coach/schedule',
  available: `${SESSIONS}/available`,
  book: `${SESSIONS}/book`,
  hold: `${SESSIONS}/hold`,
  release: (holdId: string): string => `${SESSIONS}/hold/${encodeURIComponent(holdId)}/release`,
  booking: (bookingId: string): string => `${SESSIONS}/${encodeURIComponent(bookingId)}`,
} as const;
