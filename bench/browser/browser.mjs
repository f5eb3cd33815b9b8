// Chromium without a network but this machine, and a page in a context that knows nothing yet.
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { ZONE } from './slots.mjs';

const executablePath =
  process.env.CHROMIUM ??
  (process.env.PATH ?? '')
    .split(':')
    .flatMap((folder) => ['chromium', 'google-chrome', 'chromium-browser'].map((name) => `${folder}/${name}`))
    .find((file) => existsSync(file));

/** 1.6 Mbit/s down, 150 ms there and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

export async function launch() {
  if (!executablePath) throw new Error('Chromium is not installed; CHROMIUM names its binary.');
  return puppeteer.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--hide-scrollbars',
      '--lang=en-US',
      // Fonts and reports of the peers fail at once instead of being waited for.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    // Set from outside: an emulated zone would start the very parts of ICU whose cost is measured.
    env: { ...process.env, TZ: ZONE, LANGUAGE: 'en_US', LANG: 'en_US.UTF-8' },
  });
}

/** Opens a page, hands it to `use`, and throws everything away. */
export async function withPage(browser, { throttle, network }, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1000, height: 800 });
    const session = await page.createCDPSession();
    // The processor's time, not the clock's: what other programs of the machine take is not in it.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (network === 'slow4g') {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW_4G);
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    return await use(page, session);
  } finally {
    await context.close();
  }
}
