import type { Notify } from '../ports/notify.js';
import type { Outbox } from '../ports/outbox.js';
import { createNotifier, type Notifier, type NotifierOptions } from '../service/notifier.js';

export interface TellOptions {
  readonly notify: Notify | Notifier | undefined;
  readonly outbox: Outbox | undefined;
  readonly waitUntil: ((work: Promise<unknown>) => void) | undefined;
  readonly now: () => number;
  readonly log: NotifierOptions['log'];
}

/** Called after each request: `isBooked` after one that left an event in the outbox. It does not wait and does not throw. */
export type Tell = (isBooked: boolean) => void;

/** How often a request that booked nothing looks for what another process left behind. */
const LOOK_EVERY_MS = 30_000;

/** Wakes the notifier behind the answers. One that was given is left to look around by itself. */
export function createTell({ notify, outbox, waitUntil, now, log }: TellOptions): Tell {
  if (!notify) return () => undefined;
  const isOwn = typeof notify === 'function';
  const notifier = isOwn ? ownNotifier(notify, outbox, now, log) : notify;
  let lookedAt = -Infinity;

  return (isBooked) => {
    const at = now();
    if (!isBooked && !(isOwn && at - lookedAt >= LOOK_EVERY_MS)) return;
    lookedAt = at;
    try {
      const work = notifier.wake();
      waitUntil?.(work);
    } catch {
      // The event stays in the outbox; the answer must not suffer.
    }
  };
}

function ownNotifier(
  notify: Notify,
  outbox: Outbox | undefined,
  now: () => number,
  log: NotifierOptions['log'],
): Notifier {
  if (!outbox) throw new TypeError('notify: the store has no outbox, so word of a booking could get lost');
  return createNotifier({ outbox, notify, now, ...(log && { log }) });
}
