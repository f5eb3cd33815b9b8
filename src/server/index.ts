export * from './booking-handler.js';
export * from './console-sink.js';
export type { CorsOptions } from './cors.js';
export * from './icalendar/index.js';
export * from './rate-limiter.js';
export type { BookingAction } from './routes.js';
export * from './verify-webhook.js';
export * from './webhook-sink.js';
