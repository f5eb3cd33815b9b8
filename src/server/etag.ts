import { BookingError } from '../domain/booking-error.js';

/** A version as a strong `ETag`. */
export function etagOf(version: string): string {
  return `"${encodeURIComponent(version)}"`;
}

/** Whether the caller has this version already (`If-None-Match`): compared weakly, as proxies that compress add `W/`. */
export function isFresh(request: Request, version: string): boolean {
  const tags = readTags(request.headers.get('If-None-Match')).map((tag) => tag.replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etagOf(version));
}

/**
 * The version that a write is bound to (`If-Match`), or undefined when any will do. Throws `version_conflict` when none of
 * several named versions is the current one. Compared strongly (RFC 9110, 13.1.1): a weak tag never matches.
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

function readTags(header: string | null): string[] {
  return (header ?? '').split(',').map((tag) => tag.trim());
}
