import { isTimeZone } from '../../domain/time-zone.js';

/** The zone where it is one, else the browser's own: a bad attribute means "no value". */
export function zoneOr(zone: string): string {
  return isTimeZone(zone) ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
