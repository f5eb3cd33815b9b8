import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { FIXED_NOW } from '../../../src/kit/fixtures.js';
import { backend } from './backend.js';
import { coaches, describeBadInput } from './bad-input.js';

const service = createMemoryAdapter({ coaches: coaches(), now: () => FIXED_NOW });
const { ask } = backend({}, () => service);

/** What a coach's own pages and visitors see of what is kept. */
async function stored(): Promise<string> {
  const range = { start: '2026-11-23', end: '2026-12-24' };
  const views = [
    service.documents({ coachId: 'grace' }),
    service.getAvailability({ coachId: 'grace', ...range }),
    service.outbox?.take({ now: '9999-12-31T00:00:00.000Z', limit: 1000, leaseMs: 0 }),
  ];
  const [documents, availability, events] = await Promise.all(views);
  return JSON.stringify([documents, availability, Array.isArray(events) ? events.length : 0]);
}

describeBadInput('in memory', () => ({ ask, stored }), { runs: 800 });
