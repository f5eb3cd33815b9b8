import type { AvailabilityQuery } from '../domain/booking.js';
import { advance } from './advance.js';
import { initialState, type InitialStateOptions } from './initial-state.js';
import { start } from './loading.js';
import { queryOf } from './perform.js';

export interface FirstQueryOptions extends InitialStateOptions {
  /** `YYYY-MM-DD` to show first. */
  readonly day?: string | undefined;
}

/** What a flow asks its adapter first, worked out by the flow's own rules. Null: nothing. */
export function firstQuery({ day, ...options }: FirstQueryOptions): AvailabilityQuery | null {
  const env = { now: options.now, elapsed: 0, newKey: String };
  const fresh = initialState(options);
  const shown = day ? advance(fresh, { type: 'select-day', day }, env, null) : null;
  const [effect] = start(shown?.state ?? fresh).effects;
  return effect?.type === 'load-page' ? queryOf(effect, options.coachId) : null;
}
