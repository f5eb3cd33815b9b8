/** The backend of these examples: a made-up coach in the page's memory. Yours: docs/custom-adapter.md. */
import { createMemoryAdapter } from 'coach-booking/adapters/memory';

export const adapter = createMemoryAdapter();
