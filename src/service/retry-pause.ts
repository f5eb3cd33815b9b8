const FIRST_MS = 5_000;
const LONGEST_MS = 6 * 60 * 60_000;

/** When an event is due that nobody tries any more: it stays in the outbox. */
export const PARKED_UNTIL = '9999-12-31T00:00:00.000Z';

/**
 * Milliseconds to wait after so many failed attempts: doubled each time up to six hours, and spread by up to a fifth so
 * that what failed together does not come back together. `random` is from 0 to 1.
 */
export function pauseAfter(attempts: number, random: number): number {
  const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(pause * (1 - random / 5));
}
