export type { Later } from './call.js';
export type { FlowEffect, FlowEnvironment, Transition } from './effect.js';
export type * from './event.js';
export { initialState, type InitialStateOptions } from './initial-state.js';
export * from './selectors.js';
export { PAGE_DAYS } from './spans.js';
export type * from './state.js';
export { createFlowStore, type FlowListener, type FlowStore, type FlowStoreOptions } from './store.js';
export { transition } from './transition.js';
