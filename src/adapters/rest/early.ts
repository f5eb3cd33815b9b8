import type { AvailabilityQuery } from '../../domain/booking.js';
import { availabilityPath } from './paths.js';
import { resolveBaseUrl } from '../../protocol/read-routes.js';

/** An answer that nobody has taken for so long is too old to be shown. */
const KEPT_MS = 10_000;

const sent = new Map<string, Promise<Response>>();

/** Asks for free times before any adapter does; the one that asks the same next takes the answer over. */
export function askEarly(baseUrl: string, query: AvailabilityQuery): void {
  const address = resolveBaseUrl(baseUrl) + availabilityPath(query);
  if (sent.has(address)) return;
  const answer = fetch(address, READ);
  answer.catch(() => undefined);
  sent.set(address, answer);
  setTimeout(() => sent.delete(address), KEPT_MS);
}

/** A plain read: no header of its own, so that it needs no preflight, and no credentials. */
export const READ: RequestInit = { credentials: 'omit' };

/** The answer to what was asked early, once. One that failed is asked for again. */
export async function takeEarly(address: string): Promise<Response | undefined> {
  const answer = sent.get(address);
  sent.delete(address);
  return answer?.catch(() => undefined);
}
