export * from './adapter-contract.js';
export * from './fixtures.js';
export * from './mock-backend.js';
export * from './page-objects/index.js';
export * from './store-contract.js';
