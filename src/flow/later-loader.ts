import { loadOnce } from '../domain/load-once.js';
import type * as later from './later.js';

/** The later half of the flow. */
export type Later = typeof later;

let half: Later | null = null;

/** The later half, once it is loaded. */
export function laterHalf(): Later | null {
  return half;
}

/** Loads the later half once. Rejects when that fails; the next call tries again. */
export const loadLater: () => Promise<Later> = loadOnce(async (_attempt) => (half = await import('./later.js')));
