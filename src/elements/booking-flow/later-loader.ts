import { loadOnce } from '../../domain/load-once.js';
import { lateParts } from '../shared/late-parts.js';
import type * as later from './later/index.js';

/** The flow's later templates. */
export type Later = typeof later;

let loaded: Later | null = null;

const request = loadOnce((_attempt): Promise<Later> => import('./later/index.js'));

/** The later templates, once they and the parts that they show are there. */
export function laterTemplates(): Later | null {
  return loaded;
}

/** Loads the later templates and parts. Rejects when one fails; the next call tries again. */
export async function loadLater(): Promise<void> {
  const [templates] = await Promise.all([request(), lateParts()]);
  // What was just defined is drawn in a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
  loaded = templates;
}
