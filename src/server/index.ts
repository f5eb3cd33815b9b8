export * from './booking-handler.js';
export * from './rate-limiter.js';
