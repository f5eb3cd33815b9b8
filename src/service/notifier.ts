import { formatInstant } from '../domain/instant.js';
import type { Notify } from '../ports/notify.js';
import type { BookingEvent, Delivery, Outbox, OutboxEntry } from '../ports/outbox.js';
import { PARKED_UNTIL, pauseAfter } from './retry-pause.js';

/** One line for each attempt, without personal data. */
export interface DeliveryLogEntry {
  readonly eventId: string;
  readonly type: BookingEvent['type'];
  readonly coachId: string;
  readonly bookingId: string;
  /** This one included. */
  readonly attempts: number;
  readonly delivered: boolean;
  readonly durationMs: number;
  /** When it is tried again; absent once it was delivered or given up. */
  readonly retryAt?: string;
  /** After the last attempt: the event stays in the outbox, and needs somebody's care. */
  readonly gaveUp?: true;
  readonly error?: unknown;
}

export interface NotifierOptions {
  /** `store.outbox`. */
  readonly outbox: Outbox;
  readonly notify: Notify;
  /** Milliseconds since the epoch; the service's clock. Default: the machine's. */
  readonly now?: () => number;
  /** How long one attempt may take. Default 10 000. */
  readonly timeoutMs?: number;
  /** Events that are delivered side by side. Default 10. */
  readonly batchSize?: number;
  /** After so many attempts, over about two days, an event is only kept and reported. Default 20. */
  readonly maximumAttempts?: number;
  /** Looks by itself this often, for a server that runs on. Default: only when it is woken. */
  readonly pollMs?: number;
  readonly log?: (entry: DeliveryLogEntry) => void;
  /** The outbox itself failed: nothing is lost, the next look tries again. */
  readonly onError?: (error: unknown) => void;
  /** From 0 to 1, to spread retries. Default `Math.random`. */
  readonly random?: () => number;
}

export interface DrainResult {
  readonly delivered: number;
  readonly failed: number;
}

/** Brings events from the outbox to where they have to be told. */
export interface Notifier {
  /** Looks soon. It never rejects, and ends when all that is due was tried: for `waitUntil`. */
  readonly wake: () => Promise<void>;
  /** Tries all that is due now, for a cron job. Rejects when the outbox cannot be reached. */
  readonly drain: () => Promise<DrainResult>;
  /** Takes nothing new, and ends when what is on its way has ended. */
  readonly stop: () => Promise<void>;
}

/** The lease outlives the attempt by this, so that its end can still be written down. */
const SETTLE_MS = 30_000;

/**
 * Delivers at least once: an event leaves the outbox only after `notify` returned. A process that is killed in between
 * leaves it there, and after the lease any other notifier on the same outbox takes it, with the same id.
 */
export function createNotifier(options: NotifierOptions): Notifier {
  const { outbox, notify, now = Date.now, random = Math.random, log, onError } = options;
  const { timeoutMs = 10_000, batchSize = 10, maximumAttempts = 20, pollMs } = options;
  let running: Promise<DrainResult> | undefined;
  let asked = 0;
  let isStopped = false;

  async function attempt({ event, attempts }: OutboxEntry): Promise<boolean> {
    const begun = now();
    const failure = await deliver(notify, event, timeoutMs);
    const at = now();
    const gaveUp = attempts >= maximumAttempts;
    const retryAt = gaveUp ? PARKED_UNTIL : formatInstant(at + pauseAfter(attempts, random()));
    const outcome: Delivery = failure
      ? { delivered: false, retryAt, error: describe(failure.error) }
      : { delivered: true };
    await outbox.settle(event.id, outcome, formatInstant(at));
    tell({
      eventId: event.id,
      type: event.type,
      coachId: event.coachId,
      bookingId: event.booking.id,
      attempts,
      delivered: !failure,
      durationMs: at - begun,
      ...(failure && { error: failure.error, ...(gaveUp ? { gaveUp } : { retryAt }) }),
    });
    return !failure;
  }

  async function run(): Promise<DrainResult> {
    let delivered = 0;
    let failed = 0;
    try {
      while (!isStopped) {
        const askedBefore = asked;
        const query = { now: formatInstant(now()), limit: batchSize, leaseMs: timeoutMs + SETTLE_MS };
        const entries = await outbox.take(query);
        if (entries.length === 0 && asked === askedBefore) break;
        const ends = await Promise.allSettled(entries.map(attempt));
        for (const end of ends) {
          if (end.status === 'fulfilled' && end.value) delivered += 1;
          else failed += 1;
        }
        const unsettled = ends.find((end) => end.status === 'rejected');
        if (unsettled) throw unsettled.reason;
      }
      return { delivered, failed };
    } finally {
      // Without a gap after the last look: who asks from now on gets a look of its own.
      running = undefined;
    }
  }

  /** One at a time; who asks meanwhile shares the look, which goes on until nothing is due. */
  function drain(): Promise<DrainResult> {
    asked += 1;
    running ??= Promise.resolve().then(run);
    return running;
  }

  async function wake(): Promise<void> {
    try {
      if (!isStopped) await drain();
    } catch (error) {
      report(error);
    }
  }

  function tell(entry: DeliveryLogEntry): void {
    try {
      log?.(entry);
    } catch {
      // A log that fails must not cost a delivery.
    }
  }

  function report(error: unknown): void {
    try {
      onError?.(error);
    } catch {
      // As above.
    }
  }

  const timer = pollMs === undefined ? undefined : setInterval(() => void wake(), pollMs);
  if (isNodeTimer(timer)) timer.unref();
  if (timer !== undefined) void wake();

  return {
    wake,
    drain,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}

/** Null when it was delivered. */
async function deliver(
  notify: Notify,
  event: BookingEvent,
  timeoutMs: number,
): Promise<{ readonly error: unknown } | null> {
  const giveUp = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`no end within ${String(timeoutMs)} ms`);
      giveUp.abort(error);
      reject(error);
    }, timeoutMs);
  });
  try {
    await Promise.race([notify(event, { signal: giveUp.signal }), tooLate]);
    return null;
  } catch (error) {
    return { error };
  } finally {
    clearTimeout(timer);
  }
}

/** What is kept beside the event, for whoever looks into the outbox. */
function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\0|\p{Cs}/gu, '\ufffd').slice(0, 500);
}

/** Node's timers would keep the process from ending; others are numbers. */
function isNodeTimer(timer: unknown): timer is { readonly unref: () => void } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer;
}
