/** `coach-booking/msw`: mocks a backend with the real handler. Needs `msw` 2.7 or newer. */
export * from '../kit/msw.js';
