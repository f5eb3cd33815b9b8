import type { Telemetry } from '../ports/telemetry.js';

/** Writes each event to the console: to see what would be sent, before a real sink is in place. */
// eslint-disable-next-line no-console -- what it is for
export function createConsoleSink(log: (...parts: unknown[]) => void = console.info): Telemetry {
  return {
    record({ name, ...detail }) {
      log(`[coach-booking] ${name}`, detail);
    },
  };
}
