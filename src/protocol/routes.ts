import { readPaths } from './read-routes.js';
export * from './read-routes.js';

/** Goes up only when an old reader could no longer understand an answer. */
export const PROTOCOL_VERSION = '1';

const SESSIONS = '/coaching/sessions';

/** Paths under the base path, once for those who call them and those who serve them; `:id` stands for one segment. */
export const paths = {
  ...readPaths,
  profile: '/coach/profile',
  schedule: '/coach/schedule',
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
