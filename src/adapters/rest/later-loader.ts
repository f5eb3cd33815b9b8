import type * as later from './later.js';

/** What reading times does not need as long as all goes well. */
export type Later = typeof later;

let pending: Promise<Later> | null = null;
let attempts = 0;

/** Loads the later half once. Rejects when that fails; the next call tries again. */
export function loadLater(): Promise<Later> {
  return (pending ??= request(attempts++));
}

/** The build adds `attempt` to the address: browsers remember a module that failed to load. */
async function request(attempt: number): Promise<Later> {
  try {
    return await import('./later.js');
  } catch (cause) {
    pending = null;
    throw new Error(`A part of the adapter could not be loaded (attempt ${attempt}).`, { cause });
  }
}
