/** What the flow shows besides the choice of a length and a time: loaded by itself, so that the choice is there sooner. */
import { laterControls } from '../../shared/later-controls.styles.js';
import { sceneStyles } from './later.styles.js';

export { finish, mainButton, takenTitle } from './frame.js';
export { durationChoices } from './approximate.js';
export { choice } from './choice.js';
export { nextFreeLink, noTimes } from './no-times.js';
export { datetimeNotice } from './notices.js';
export { applyPrefill } from './prefill.js';
export { problemOf, problemScreen, spokenProblem } from './problem.js';
export { receipt } from './receipt.js';
export { spareSlots } from './slots.js';
export { settings } from './settings.js';
export { showTimes } from './show-times.js';
export { spoken } from './spoken.js';
export { laterStep } from './step.js';
export { watchFlow } from './watch-flow.js';
export { dayPrices } from '../../../flow/day-prices.js';

/** To be added to the flow's own. */
export const laterStyles = [laterControls, sceneStyles];
