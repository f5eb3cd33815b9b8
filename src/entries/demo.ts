/** The module script with the demo coach in the page's memory: `<booking-flow demo>` works with no backend. */
import { createMemoryAdapter } from '../adapters/memory/index.js';
import { configure } from '../elements/configure.js';

configure({ demoAdapter: createMemoryAdapter() });

export * from './cdn.js';
