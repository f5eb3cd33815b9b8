/** `coach-booking/flow`: the booking flow as a state machine, without any element. */
export * from '../flow/index.js';
