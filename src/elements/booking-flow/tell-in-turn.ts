import type { FlowListener } from '../../flow/store.js';
import { telemetryFor } from '../resolve-adapter.js';

/** Tells the telemetry of an element, if it has one, after what was told `before`: imports may end in another order. */
export function tellInTurn(
  before: Promise<unknown>,
  element: HTMLElement,
  ...change: Parameters<FlowListener>
): Promise<unknown> {
  const telemetry = telemetryFor(element);
  if (!telemetry) return before;
  return (
    before
      .then(() => import('./tell.js'))
      .then(({ tell }) => tell(telemetry, ...change))
      // Without it the booking goes on just the same.
      .catch(() => undefined)
  );
}
