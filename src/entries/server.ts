/** `coach-booking/server`: the handler, and the service that it serves. Web APIs only. */
export * from '../server/index.js';
export {
  createBookingService,
  type BookingService,
  type BookingServiceOptions,
  type CoachDocuments,
} from '../service/booking-service.js';
export { createManageTokens, type ManageTokens } from '../service/manage-token.js';
export { createMemoryStore, type CoachSeed, type MemoryStoreOptions } from '../service/memory-store.js';
export {
  createNotifier,
  type DeliveryLogEntry,
  type DrainResult,
  type Notifier,
  type NotifierOptions,
} from '../service/notifier.js';
export { BookingError, isBookingError } from '../domain/booking-error.js';
export type * from '../ports/index.js';
