/**
 * Makes `--booking-rem` a length: each element sets it to `1em` of its own font, which is the size that the visitor has
 * chosen, and all inside inherit that length. A real `rem` is whatever the page made of it. A browser that does not know
 * how (or a second copy on the page) leaves it as it is.
 */
export function registerTextSize(): void {
  try {
    CSS.registerProperty({ name: '--booking-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Registered already.
  }
}
