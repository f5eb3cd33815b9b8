import { temporal } from '../../domain/temporal.js';
import { isTimeZone } from '../../domain/time-zone.js';

/** What the visitor chose last, in any flow: it counts for the page's life and is stored nowhere. */
export const visitor = { zone: '' };

/** The zone where it is one, else what the visitor chose before, else the browser's own: a bad attribute means "no value". */
export function zoneOr(zone: string): string {
  return isTimeZone(zone) ? zone : visitor.zone || ownZone() || 'UTC';
}

/** The browser's, from where it costs nothing if possible. */
function ownZone(): string {
  const zone = temporal?.Now.timeZoneId() ?? '';
  // It may be a bare offset.
  return isTimeZone(zone) ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone;
}
