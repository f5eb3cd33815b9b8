import { lateParts, loadOnce } from '../shared/late-parts.js';
import type * as later from './later/index.js';

/** The flow's later templates. */
export type Later = typeof later;

let loaded: Later | null = null;

/** The build adds `attempt` to the address: browsers remember a module that failed to load. */
const request = loadOnce(async (attempt): Promise<Later> => {
  try {
    return await import('./later/index.js');
  } catch (cause) {
    throw new Error(`The later steps could not be loaded (attempt ${attempt}).`, { cause });
  }
});

/** The later templates, once they and the parts that they show are there. */
export function laterTemplates(): Later | null {
  return loaded;
}

/** Loads the later templates and parts. Rejects when one fails; the next call tries again. */
export async function loadLater(): Promise<void> {
  const [templates] = await Promise.all([request(), lateParts()]);
  loaded = templates;
}
