import type { BookingAdapter } from '../ports/booking-adapter.js';
import type { Telemetry } from '../ports/telemetry.js';

/** What every element on the page falls back to. */
export interface Configuration {
  /** For elements without an `adapter`, a provider or an `api-url`. */
  readonly adapter?: BookingAdapter | undefined;
  /** Serves elements with the attribute `demo`; the demo script sets it. */
  readonly demoAdapter?: BookingAdapter | undefined;
  /** Told what visitors do in a booking flow, without personal data. */
  readonly telemetry?: Telemetry | undefined;
}

let current: Configuration = {};
const listeners = new Set<() => void>();

/** Sets page-wide defaults. Fields left out stay as they are; elements already on the page follow at once. */
export function configure(change: Configuration): void {
  current = { ...current, ...change };
  for (const listener of [...listeners]) listener();
}

/** What is configured now. */
export function configuration(): Configuration {
  return current;
}

/** Calls `listener` after each `configure`. Returns the way to stop. */
export function onConfigure(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
