import type { SessionLocation } from '../../../domain/session-config.js';
import type { FlowState } from '../../../flow/state.js';

export function locationOf({ config }: FlowState): SessionLocation | null {
  return config.status === 'ready' ? (config.value.location ?? null) : null;
}
