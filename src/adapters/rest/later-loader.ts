import { loadOnce } from '../../domain/load-once.js';
import type * as later from './later.js';

/** What reading times does not need as long as all goes well. */
export type Later = typeof later;

/** Loads the later half once. Rejects when that fails; the next call tries again. */
export const loadLater: () => Promise<Later> = loadOnce((_attempt) => import('./later.js'));
