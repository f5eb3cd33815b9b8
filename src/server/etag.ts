import { BookingError } from '../domain/booking-error.js';

/** A version as a strong `ETag`. */
export function etagOf(version: string): string {
  return `"${encodeURIComponent(version)}"`;
}

/** Whether the caller has this version already (`If-None-Match`). */
export function isFresh(request: Request, version: string): boolean {
  const tags = readTags(request.headers.get('If-None-Match'));
  return tags.includes('*') || tags.includes(etagOf(version));
}

/**
 * The version that a write is bound to (`If-Match`), or undefined when any will do. Throws `version_conflict` when none of
 * several named versions is the current one.
 */
export async function readIfMatch(request: Request, current: () => Promise<string>): Promise<string | undefined> {
  const header = request.headers.get('If-Match');
  if (header === null) return undefined;
  const tags = readTags(header);
  if (tags.includes('*')) return undefined;
  const version = await current();
  if (tags.includes(etagOf(version))) return version;
  throw new BookingError('version_conflict', { message: 'It was changed meanwhile' });
}

/** `W/` is ignored, though RFC 9110 has it fail in `If-Match`: proxies that compress add it to our strong tags. */
function readTags(header: string | null): string[] {
  return (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
