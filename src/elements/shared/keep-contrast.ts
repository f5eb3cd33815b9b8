import { contrast, contrastColors } from './contrast.styles.js';
import { registerProperty } from './register-property.js';
import { tokens } from './tokens.styles.js';

let isKept = false;

/** From now on all elements, also those to come, keep text readable: they share the one sheet of the theme. */
export function keepContrast(): void {
  const sheet = tokens.styleSheet;
  if (isKept || !sheet) return;
  isKept = true;
  for (const name of contrastColors) registerProperty(`--booking-c-${name}`, '<color>', '#000');
  sheet.insertRule(contrast.cssText, sheet.cssRules.length);
}
