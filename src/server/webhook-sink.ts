import type { Notify } from '../ports/notify.js';
import { writeBookingEvent } from '../protocol/event.js';
import { createWebhookKey } from './webhook-signature.js';

export interface WebhookSinkOptions {
  /** Where to send events: `https:`, but for one's own machine. */
  readonly url: string;
  /** Shared with the receiver: `whsec_` and base64, or any text of 16 bytes and more. While it is changed, both: every request is signed with each. */
  readonly secret: string | readonly string[];
  readonly fetch?: typeof fetch;
  /** How long the receiver may take. Default 10 000; the notifier's own limit holds too. */
  readonly timeoutMs?: number;
  /** Milliseconds since the epoch. Default: the machine's clock. */
  readonly now?: () => number;
}

/**
 * Posts each event, signed as Standard Webhooks says (https://www.standardwebhooks.com). Whatever is no 2xx, a redirect
 * too, is a failed attempt. Receivers check with `verifyWebhook`, or with any library for the standard.
 */
export function createWebhookSink(options: WebhookSinkOptions): Notify {
  const { timeoutMs = 10_000, now = Date.now } = options;
  const url = new URL(options.url).href;
  const keys = [options.secret].flat().map(createWebhookKey);
  if (keys.length === 0) throw new TypeError('A webhook needs a secret');

  return async (event, { signal }) => {
    const body = JSON.stringify(writeBookingEvent(event));
    const timestamp = String(Math.floor(now() / 1000));
    const content = { id: event.id, timestamp, body };
    const signatures = await Promise.all(keys.map((key) => key.sign(content)));
    const send = options.fetch ?? fetch;
    const response = await send(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': event.id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signatures.join(' '),
      },
      body,
      // A redirect could lead the attendee's data anywhere.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the webhook answered ${String(response.status)}`);
  };
}
