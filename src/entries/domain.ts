/** `coach-booking/domain`: the pure rules. */
export * from '../domain/index.js';
