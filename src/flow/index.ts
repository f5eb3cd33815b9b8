export type { Later } from './call.js';
export { dayPrices, type DayPrices } from './day-prices.js';
export { dayTimes, type DayTimes } from './day-times.js';
export type { FlowEffect, FlowEnvironment, Transition } from './effect.js';
export type * from './event.js';
export { initialState, type InitialStateOptions } from './initial-state.js';
export { durationChoices, fieldsOf, nextFreeDay, rateOf, stepsOf } from './later-selectors.js';
export { prefill, prefilled, type Prefill } from './prefill.js';
export { requestOf } from './request.js';
export {
  bookableDates,
  canGoBack,
  coachTimeZoneOf,
  dayCounts,
  nextFreeOf,
  obstacle,
  pageStatus,
  slotsOf,
  type DurationChoice,
} from './selectors.js';
export { PAGE_DAYS } from './spans.js';
export type * from './state.js';
export { createFlowStore, type FlowListener, type FlowStore, type FlowStoreOptions } from './store.js';
export { transition } from './transition.js';
