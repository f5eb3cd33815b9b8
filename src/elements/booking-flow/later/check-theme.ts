/** Two colours of the page, one on the other, by the names of their tokens. */
const PAIRS = [
  ['accent-text', 'accent'],
  ['text', 'surface'],
  ['muted', 'surface'],
] as const;

/** Two pages of a visit need no second word. */
const said = new Set<string>();

/**
 * Tells the developer once about colours of the page that do not contrast. Visitors see readable ones in their place, so nobody
 * else would notice.
 */
export function checkTheme(host: HTMLElement): void {
  const root = host.shadowRoot;
  if (!root) return;
  const style = getComputedStyle(host);
  const probe = host.ownerDocument.createElement('span');
  probe.hidden = true;
  root.append(probe);
  const luminance = (token: string): number => {
    probe.style.color = '';
    probe.style.color = `color(from var(--booking-${token}) xyz-d65 x y z)`;
    return Number(/xyz-d65 \S+ (\S+)/.exec(getComputedStyle(probe).color)?.[1] ?? Number.NaN);
  };
  for (const [token, ground] of PAIRS) {
    const [color, on] = [token, ground].map((name) => style.getPropertyValue(`--booking-${name}`).trim());
    if (!color || !on || said.has(`${color} ${on}`)) continue;
    const [dark = 0, light = 0] = [luminance(token), luminance(ground)].sort((a, b) => a - b);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (!(contrast < 4.5)) continue;
    said.add(`${color} ${on}`);
    console.warn(
      `<${host.localName}>: --booking-${token} (${color}) on --booking-${ground} (${on}) has a contrast of ${contrast.toFixed(1)}:1. ` +
        'Visitors see a readable colour instead; give one of 4.5:1 or more.',
    );
  }
  probe.remove();
}
