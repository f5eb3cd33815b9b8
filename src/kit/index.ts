export * from './adapter-contract.js';
export * from './fixtures.js';
