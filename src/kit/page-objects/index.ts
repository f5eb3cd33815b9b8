export { BookingFlowPage, type Details } from './booking-flow-page.js';
export { allByRole, nameOf, textOf, until, type Name } from './find.js';
