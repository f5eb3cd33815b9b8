import { registerProperty } from './register-property.js';

/**
 * Makes `--booking-rem` a length: each element sets it to `1em` of its own font, which is the size that the visitor has
 * chosen, and all inside inherit that length. A real `rem` is whatever the page made of it.
 */
export const registerTextSize = (): void => registerProperty('--booking-rem', '<length>', '16px');
