/** Runs something once the frame that shows what is there now is painted; not while the tab is hidden. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}
