import type { FieldCode } from '../domain/booking-field.js';
import { refuseAll } from '../domain/read.js';
import type { SessionConfig } from '../domain/session-config.js';

/** Ten years. */
const MOST_DAYS = 3660;
/** A year. */
const MOST_MINUTES = 525_600;
/** As many of the shortest sessions as a day has room for. */
const MOST_A_DAY = 288;

const LIMITS = [
  ['bookingWindowDays', MOST_DAYS],
  ['bufferBeforeMinutes', MOST_MINUTES],
  ['bufferAfterMinutes', MOST_MINUTES],
  ['minimumNoticeMinutes', MOST_MINUTES],
  ['maximumPerDay', MOST_A_DAY],
] as const;

/** Refuses rules that no coach means: they are checked on write only, so that what is stored can always be read. */
export function checkLimits(config: SessionConfig): void {
  const refused: Record<string, FieldCode> = {};
  for (const [key, most] of LIMITS) if ((config[key] ?? 0) > most) refused[key] = 'too_large';
  refuseAll(refused);
}

/** The rules with an end to the future: where the coach sets none, ten years. */
export function withHorizon(config: SessionConfig): SessionConfig & { readonly bookingWindowDays: number } {
  return { ...config, bookingWindowDays: config.bookingWindowDays ?? MOST_DAYS };
}
