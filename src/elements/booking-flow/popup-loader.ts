import { loadOnce } from '../../domain/load-once.js';

/** Loads what a flow in a popup needs besides. Rejects when that fails; the next call tries again. */
export const loadPopup = loadOnce((_attempt) => import('./popup/index.js'));
