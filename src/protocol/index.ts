export * from './idempotency-key.js';
export * from './problem.js';
export * from './read-answers.js';
export * from './read-requests.js';
export * from './routes.js';
export * from './slot.js';
export * from './write-answers.js';
export * from './write-requests.js';
