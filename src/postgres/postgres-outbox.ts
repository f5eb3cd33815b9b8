import type { Outbox } from '../ports/outbox.js';
import { readAnswer, readOutboxEntries } from './read-answers.js';
import { isUuid } from './ids.js';
import type { ReliableCall } from './reliable-call.js';

/** The events of all servers on one database: what one of them has taken, no other takes. */
export function createPostgresOutbox(call: ReliableCall): Outbox {
  return {
    async take({ now, limit, leaseMs }) {
      return readAnswer(readOutboxEntries, await call('write', 'take_events', { now, limit, leaseMs }));
    },
    async settle(eventId, delivery, now) {
      if (!isUuid(eventId)) return;
      await call('write', 'settle_event', { eventId, now, ...delivery });
    },
  };
}
