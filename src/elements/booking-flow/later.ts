/** What the flow shows after the choice of a time, and notices: loaded by itself, so that the choice is there sooner. */
export { datetimeNotice } from './notices.js';
export { spokenSubmission } from './spoken-submission.js';
export { bookedStep } from './steps/booked.js';
export { confirmationStep } from './steps/confirmation.js';
export { takenStep } from './steps/taken.js';
export { laterStyles } from './later.styles.js';
