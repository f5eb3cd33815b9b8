export type * from './booking-adapter.js';
export type * from './booking-store.js';
export type * from './busy-source.js';
export type * from './coach-adapter.js';
export type * from './notify.js';
export type * from './outbox.js';
export type * from './telemetry.js';
