import type { Browser, Page } from 'puppeteer-core';
import { NOW, VISITOR_ZONE } from '../../stories/setting.js';
import { blankPage } from '../e2e/harness.js';
import { rendered, showStory } from '../e2e/storybook.js';
import type { Scene, Setting } from './shots.js';

/** The font of every picture, so that no system's own decides: by token, as a host page would set it. */
export const FONT = 'Inter';

const SURROUNDINGS = `
  :root { --booking-font: '${FONT}', sans-serif; color-scheme: light; background: #f4f5f8; }
  :root[data-shot~='dark'] { color-scheme: dark; background: #0b0c0f; }
  body { background: none !important; }
  body.sb-main-padded { padding: 16px !important; }
  :root[data-shot~='narrow'] body.sb-main-padded { padding: 0 !important; }
`;

/** Ends a page and what belongs to it alone. */
export const closeStudio = (page: Page): Promise<void> => page.browserContext().close();

/** Makes a page on which nothing depends on the moment or on chance: the date stands still, ids begin alike. */
export async function openStudio(browser: Browser): Promise<Page> {
  // In a context of its own: the mocked backend is a service worker, which pages of one context share, and which goes with one of them.
  const page = await blankPage(await browser.createBrowserContext());
  await page.emulateTimezone(VISITOR_ZONE);
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.evaluateOnNewDocument((now: number) => {
    sessionStorage.clear();
    const RealDate = Date;
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, args: unknown[], self) => Reflect.construct(target, args.length ? args : [now], self) as Date,
      get: (target, key) => (key === 'now' ? () => now : (Reflect.get(target, key) as unknown)),
    });
    // Ids begin alike each time, as far as anybody reads them, and no two are the same.
    const getRandomValues = crypto.getRandomValues.bind(crypto);
    crypto.getRandomValues = (array) => {
      getRandomValues(array);
      if (array.byteLength >= 8) new Uint8Array(array.buffer, array.byteOffset).set([0x5e, 0x55, 0x10, 0x27]);
      return array;
    };
  }, NOW);
  return page;
}

/** Ends what moves and comes to its end, holds at its start what never would, and keeps the caret from blinking. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const roots: (Document | ShadowRoot)[] = [document];
    const pending: ParentNode[] = [document];
    for (let root = pending.pop(); root; root = pending.pop())
      for (const { shadowRoot } of root.querySelectorAll('*'))
        if (shadowRoot) {
          roots.push(shadowRoot);
          pending.push(shadowRoot);
        }
    // A flow shows its frame alone until its times come, or are late.
    for (let frame = 0; frame < 30; frame++) {
      if (!roots.some((root) => root.querySelector('.frame:not(.stuck):not(:has(.main))'))) break;
      await new Promise(requestAnimationFrame);
    }
    const still = new CSSStyleSheet();
    still.replaceSync('* { caret-color: transparent !important }');
    for (const { adoptedStyleSheets } of roots) adoptedStyleSheets.push(still);
    for (const animation of roots.flatMap((root) => root.getAnimations()))
      if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
      else animation.finish();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });

/** The page as it looks once two pictures in a row are the same. */
export async function stillPicture(page: Page): Promise<Buffer> {
  let last = Buffer.alloc(0);
  for (let attempt = 0; attempt < 20; attempt++) {
    await settle(page);
    const picture = Buffer.from(await page.screenshot({ type: 'png', captureBeyondViewport: false }));
    if (picture.equals(last)) return picture;
    last = picture;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error('the picture never stands still');
}

/** From here on no second passes. What is counted down on the page stands at `seconds`, however long the story took. */
async function stopCounting(page: Page, seconds: number | undefined): Promise<void> {
  const timer = seconds === undefined ? null : await page.waitForSelector('booking-flow >>> [role="timer"]');
  const shown = (await timer?.evaluate((element) => element.textContent)) ?? '';
  const [, minutes = '0', rest = '0'] = /(\d+):(\d\d)/.exec(shown) ?? [];
  const passed = seconds === undefined ? 0 : seconds - Number(minutes) * 60 - Number(rest);
  await page.evaluate((back) => {
    const now = performance.now() - back;
    performance.now = () => now;
  }, passed * 1000);
  if (timer && passed !== 0)
    await page.waitForFunction((element, was) => element.textContent !== was, { timeout: 3000 }, timer, shown);
}

/** Shows a scene's story; `photograph` then takes its pictures. */
export async function openScene(page: Page, siteUrl: string, scene: Scene): Promise<void> {
  // Wide, and high: the story's own play sees all that it presses.
  await page.setViewport({ width: 1280, height: 1400 });
  await showStory(page, siteUrl, scene.story);
  if (scene.until !== undefined) await page.waitForSelector(scene.until, { timeout: 20_000 });
  await stopCounting(page, scene.countdown);
  await page.addStyleTag({ content: SURROUNDINGS });
}

/** A PNG of the open scene in a setting, one pixel for each CSS pixel. */
export async function photograph(page: Page, scene: Scene, setting: Setting): Promise<Buffer> {
  const [size, mode = ''] = setting.split('-');
  const width = Number(size);
  await page.evaluate(
    (words, direction) => {
      document.documentElement.dataset.shot = words;
      document.documentElement.dir = direction;
    },
    `${width < 600 ? 'narrow' : 'wide'} ${mode}`,
    mode === 'rtl' ? 'rtl' : 'ltr',
  );
  await page.setViewport({ width, height: scene.height ?? 600 });
  if (scene.height === undefined) {
    await settle(page);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewport({ width, height });
  }
  await rendered(page);
  return stillPicture(page);
}
