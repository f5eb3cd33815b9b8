export * from './booking-handler.js';
export type { CorsOptions } from './cors.js';
export * from './rate-limiter.js';
export type { BookingAction } from './routes.js';
