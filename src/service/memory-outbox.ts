import type { BookingEvent, Outbox } from '../ports/outbox.js';

interface Waiting {
  readonly event: BookingEvent;
  readonly attempts: number;
  /** In milliseconds. */
  readonly dueAt: number;
}

/** An outbox in this process's memory: what is not delivered when the process ends is lost with the booking itself. */
export function createMemoryOutbox(settled: <T>(decide: () => T) => Promise<T>): {
  readonly outbox: Outbox;
  readonly add: (event: BookingEvent) => void;
} {
  /** In the order of their insertion. */
  const waiting = new Map<string, Waiting>();

  return {
    add: (event) => void waiting.set(event.id, { event, attempts: 0, dueAt: Date.parse(event.createdAt) }),
    outbox: {
      take: ({ now, limit, leaseMs }) =>
        settled(() => {
          const at = Date.parse(now);
          const due = [...waiting.values()].filter((each) => each.dueAt <= at).slice(0, limit);
          return due.map(({ event, attempts }) => {
            const taken = { event, attempts: attempts + 1 };
            waiting.set(event.id, { ...taken, dueAt: at + leaseMs });
            return taken;
          });
        }),
      settle: (eventId, delivery) =>
        settled(() => {
          const entry = waiting.get(eventId);
          if (delivery.delivered) waiting.delete(eventId);
          else if (entry) waiting.set(eventId, { ...entry, dueAt: Date.parse(delivery.retryAt) });
        }),
    },
  };
}
