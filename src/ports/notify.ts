import type { BookingEvent } from './outbox.js';

/**
 * Tells somebody of an event: a webhook, a mail, a queue. It is done when it returns; what it throws is tried again, with
 * the same event. The same event may come twice and events may come in any order, so receivers go by `event.id`. The
 * signal ends an attempt that takes too long: it has to be heeded, or the next attempt may run beside this one.
 */
export type Notify = (event: BookingEvent, options: { readonly signal: AbortSignal }) => void | Promise<void>;
