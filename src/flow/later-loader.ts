import type * as later from './later.js';

/** The later half of the flow. */
export type Later = typeof later;

let half: Later | null = null;
let pending: Promise<Later> | null = null;
let attempts = 0;

/** The later half, once it is loaded. */
export function laterHalf(): Later | null {
  return half;
}

/** Loads the later half once. Rejects when that fails; the next call tries again. */
export function loadLater(): Promise<Later> {
  return (pending ??= request(attempts++).then(
    (loaded) => (half = loaded),
    (error: unknown) => {
      pending = null;
      throw error;
    },
  ));
}

/** The build adds `attempt` to the address: browsers remember a module that failed to load. */
async function request(attempt: number): Promise<Later> {
  try {
    return await import('./later.js');
  } catch (cause) {
    throw new Error(`A part of the flow could not be loaded (attempt ${attempt}).`, { cause });
  }
}
