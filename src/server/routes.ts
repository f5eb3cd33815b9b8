import { paths, reservedPaths } from '../protocol/routes.js';

/** What a request wants to do, for `authorize`, limits and logs. */
export type BookingAction =
  | 'profile.read'
  | 'config.read'
  | 'config.write'
  | 'schedule.read'
  | 'schedule.write'
  | 'metrics.read'
  | 'availability.read'
  | 'booking.create'
  | 'booking.read'
  | 'booking.cancel'
  | 'booking.reschedule'
  | 'hold.create'
  | 'hold.release'
  | 'quote.create'
  | 'waitlist.create'
  | 'events.create';

type Method = 'GET' | 'POST' | 'PUT';
type Methods = Readonly<Partial<Record<Method, BookingAction>>>;

/** The first path that fits decides: the fixed ones come before `:id`. */
const ROUTES: readonly (readonly [pattern: RegExp, methods: Methods])[] = (
  [
    [paths.profile, { GET: 'profile.read' }],
    [paths.config, { GET: 'config.read', POST: 'config.write' }],
    [paths.schedule, { GET: 'schedule.read', PUT: 'schedule.write' }],
    [paths.available, { GET: 'availability.read' }],
    [paths.book, { POST: 'booking.create' }],
    [paths.hold, { POST: 'hold.create' }],
    [paths.release, { POST: 'hold.release' }],
    [reservedPaths.cancel, { POST: 'booking.cancel' }],
    [reservedPaths.reschedule, { POST: 'booking.reschedule' }],
    [reservedPaths.quote, { POST: 'quote.create' }],
    [reservedPaths.waitlist, { POST: 'waitlist.create' }],
    [reservedPaths.events, { POST: 'events.create' }],
    [reservedPaths.metrics, { GET: 'metrics.read' }],
    [paths.booking, { GET: 'booking.read' }],
  ] satisfies [string, Methods][]
).map(([path, methods]) => [new RegExp(`^${path.replace(':id', '([^/]+)')}/?$`), methods]);

export interface Route {
  /** Undefined when the path is served, but not with this method. */
  readonly action: BookingAction | undefined;
  /** The segment in place of `:id`, decoded; otherwise empty. */
  readonly id: string;
  /** For `Allow`. */
  readonly allow: string;
}

/** Where a path under the base path leads, or null. `HEAD` is served as `GET` is. */
export function findRoute(method: string, path: string): Route | null {
  for (const [pattern, methods] of ROUTES) {
    const match = pattern.exec(path);
    if (!match) continue;
    const id = decodeSegment(match[1] ?? '');
    if (id === null) return null;
    const action = Object.entries(methods).find(([name]) => name === (method === 'HEAD' ? 'GET' : method))?.[1];
    const allow = [...Object.keys(methods), ...(methods.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    return { action, id, allow };
  }
  return null;
}

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
