import type { Outbox, OutboxEntry } from '../../ports/outbox.js';
import { listOf } from '../../domain/read.js';
import { readAnswer, readEventId, readOutboxEntry } from './read-answers.js';
import { isUuid } from './ids.js';
import type { ReliableCall } from './reliable-call.js';

/** When an event is due that cannot be read: it stays, for somebody's care. */
const NEVER = '9999-12-31T00:00:00.000Z';

const readList = listOf((entry): unknown => entry);

/** The events of all servers on one database: what one of them has taken, no other takes. */
export function createPostgresOutbox(call: ReliableCall): Outbox {
  return {
    /**
     * An event that makes no sense is put aside and fails one call, so that it is noticed; the others are due again after
     * their lease, and it is in nobody's way.
     */
    async take({ now, limit, leaseMs }) {
      const taken = readAnswer(readList, await call('write', 'take_events', { now, limit, leaseMs }));
      const entries: OutboxEntry[] = [];
      let unreadable: Error | undefined;
      for (const entry of taken) {
        try {
          entries.push(readAnswer(readOutboxEntry, entry));
        } catch (error) {
          unreadable = error instanceof Error ? error : new Error(String(error));
          const failed = { delivered: false, retryAt: NEVER, error: 'what is stored is not valid' };
          await call('write', 'settle_event', { eventId: readAnswer(readEventId, entry), now, ...failed });
        }
      }
      if (unreadable) throw unreadable;
      return entries;
    },
    async settle(eventId, delivery, now) {
      if (!isUuid(eventId)) return;
      await call('write', 'settle_event', { eventId, now, ...delivery });
    },
  };
}
