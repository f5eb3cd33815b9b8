import { BookingError } from '../domain/booking-error.js';
import type { BookingEvent } from '../ports/outbox.js';
import { readBookingEvent } from '../protocol/event.js';
import { createWebhookKey } from './webhook-signature.js';

export interface VerifyWebhookOptions {
  /** As the sink's. While it is changed, both. */
  readonly secret: string | readonly string[];
  /** How old, or how far in the future, a request may be. Default 300. */
  readonly toleranceSeconds?: number;
  /** Milliseconds since the epoch. Default: the machine's clock. */
  readonly now?: () => number;
}

/**
 * The event of a webhook request, once its signature and its time are right. `body` is the text as it came, before any
 * parsing. Throws `unauthorized` for what is not ours or too old, and `validation_failed` for a body that is no event.
 * The same event may come more than once: go by its `id`.
 */
export async function verifyWebhook(
  headers: Headers,
  body: string,
  { secret, toleranceSeconds = 300, now = Date.now }: VerifyWebhookOptions,
): Promise<BookingEvent> {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const signature = headers.get('webhook-signature') ?? '';
  const isTimely = /^\d{1,12}$/.test(timestamp) && Math.abs(now() / 1000 - Number(timestamp)) <= toleranceSeconds;
  const content = { id, timestamp, body };
  const keys = [secret].flat().map(createWebhookKey);
  const matches = await Promise.all(keys.map((key) => key.verify(content, signature)));
  if (!id || !isTimely || !matches.includes(true)) {
    throw new BookingError('unauthorized', { message: 'The webhook is not signed, or too old' });
  }
  const event = readBookingEvent(parse(body));
  // The id outside is signed too; a body that says another one is not of this library.
  if (event.id !== id) throw new BookingError('validation_failed', { fields: { id: 'mismatch' } });
  return event;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new BookingError('validation_failed', { status: 400, message: 'The body is not JSON', cause });
  }
}
