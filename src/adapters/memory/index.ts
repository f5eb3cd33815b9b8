export { createMemoryAdapter, type MemoryAdapterOptions } from './memory-adapter.js';
export { DEMO_COACH_ID } from '../../domain/demo-coach.js';
export { demoCoaches } from './demo-coach.js';
export type { CoachSeed } from '../../service/memory-store.js';
export type { BookingService, CoachDocuments } from '../../service/booking-service.js';
