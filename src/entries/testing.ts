/** `coach-booking/testing`: the adapter contract, fixtures, page objects. */
export * from '../kit/index.js';
