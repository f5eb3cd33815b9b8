export * from './rest-adapter.js';
