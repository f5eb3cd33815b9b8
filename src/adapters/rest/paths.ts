import type { AvailabilityQuery } from '../../domain/booking.js';
import { readPaths } from '../../protocol/read-routes.js';
import { writeAvailabilityQuery, type WireQuery } from '../../protocol/write-query.js';

/** What free times are asked by, under the base path. */
export function availabilityPath(query: AvailabilityQuery): string {
  return readPaths.available + writeQuery(writeAvailabilityQuery(query));
}

export function writeQuery(query: WireQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return `?${search}`;
}
