import { createHash } from 'node:crypto';
import type { Browser } from 'puppeteer-core';
import { FONT } from './camera.js';

/** What draws the pictures. Baselines are only good where all of it is the same. */
export interface Environment {
  /** Name and version, such as `Chrome/156.0.8078.79`. */
  readonly browser: string;
  /** The font that the pictures ask for, by token. */
  readonly font: string;
  /** The fonts that really draw a specimen, in its order, and the hash of its picture. */
  readonly fonts: readonly string[];
  readonly specimen: string;
}

const LINES: readonly [family: string, text: string][] = [
  [`'${FONT}', sans-serif`, 'Wed 25 Nov 2026, 9:30 — $120.50 · ¥12,000 Größe'],
  [`'${FONT}', sans-serif`, 'الأربعاء ٢٥ نوفمبر'],
  [`'${FONT}', sans-serif`, 'יום רביעי'],
  [`'${FONT}', sans-serif`, '11月25日 水曜日'],
  ['serif', 'Warm paper 9:30'],
  ['monospace', 'Terminal 9:30'],
  ['system-ui', 'System 9:30'],
];

const lines = LINES.map(
  ([family, text]) =>
    `<p style="font: 15px ${family}">${text} <b>${text}</b> <span style="font-weight: 550">${text}</span></p>`,
).join('');
const PAGE = `<!doctype html><meta charset="utf-8"><style>body { margin: 8px } p { margin: 0 0 4px; white-space: nowrap }</style>${lines}`;

/** Looks at the machine: the browser's version, and what a specimen of every kind of text looks like. */
export async function environment(browser: Browser): Promise<Environment> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1400, height: 260 });
  await page.setContent(PAGE);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const session = await page.createCDPSession();
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'p' });
  const fonts: string[] = [];
  for (const nodeId of nodeIds) {
    const used = (await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts;
    fonts.push([...new Set(used.map(({ familyName }) => familyName))].sort().join(' + '));
  }
  const picture = await page.screenshot({ type: 'png' });
  await page.close();
  const specimen = createHash('sha256').update(picture).digest('hex');
  return { browser: await browser.version(), font: FONT, fonts, specimen };
}

/** What of the machine is not as it was when the baselines were taken; nothing means that they may be compared with. */
export function differences(then: Environment | undefined, now: Environment): string[] {
  if (then === undefined) return ['there are no baselines'];
  const different: string[] = [];
  if (then.browser !== now.browser) different.push(`${now.browser} is not ${then.browser}`);
  const fonts = [now.font, ...now.fonts].join(', ');
  if (fonts !== [then.font, ...then.fonts].join(', ')) different.push(`the fonts are ${fonts}`);
  else if (then.specimen !== now.specimen) different.push('the fonts are drawn in another way');
  return different;
}
