/** The inputs of the theme, docs/theming.md. */
const TOKENS =
  'accent accent-text surface surface-raised text muted border success warning danger shadow radius radius-avatar border-width space control height font font-heading font-numeric font-size heading-weight heading-tracking motion';

/** A popup stands at the end of the page, and looks like the place that it was opened from. */
export function inheritLook(from: HTMLElement, to: HTMLElement): void {
  const { style } = to;
  const [there, page] = [getComputedStyle(from), getComputedStyle(from.ownerDocument.body)];
  const names = ['color-scheme', ...TOKENS.split(' ').map((name) => `--booking-${name}`)];
  for (const name of names) {
    const value = there.getPropertyValue(name);
    if (value && value !== page.getPropertyValue(name)) style.setProperty(name, value);
    else style.removeProperty(name);
  }
}
