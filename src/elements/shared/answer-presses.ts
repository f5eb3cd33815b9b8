import { pressed } from './pressed.styles.js';
import { tokens } from './tokens.styles.js';

let isListening = false;

/** From the first press on, whatever is pressed in any element shows it. Until then no style is worked out for it. */
export function answerPresses(): void {
  if (isListening || typeof document === 'undefined') return;
  isListening = true;
  const answer = (): void => void tokens.styleSheet?.insertRule(pressed.cssText, tokens.styleSheet.cssRules.length);
  document.addEventListener('pointerdown', answer, { capture: true, once: true });
}
