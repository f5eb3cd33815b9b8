/** The stories of the built Storybook in Chromium, to be looked at in many surroundings. */
import { after, before } from 'node:test';
import type { Browser, CDPSession, Page, Viewport } from 'puppeteer-core';
import { launch, openPage, serveSite, type Site } from '../harness.js';
import { buildStorybook, showStory } from '../storybook.js';
import { withProbe } from './probe.js';

export interface Surroundings extends Partial<Viewport> {
  /** Preferences of the visitor, such as `{ 'forced-colors': 'active' }`. */
  readonly media?: Readonly<Record<string, string>>;
  /** Looks at the story itself, before it is shown. */
  readonly prepare?: (page: Page) => Promise<void>;
}

interface Stage {
  /** Opens a story on a page of its own, gives it to `look`, and closes the page. */
  readonly show: <T>(story: string, surroundings: Surroundings, look: (page: Page) => Promise<T>) => Promise<T>;
}

/** One connection for each page: what another one has set would come back. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Emulates these preferences and no others; puppeteer's own function knows fewer. */
export async function emulateMedia(page: Page, media: Readonly<Record<string, string>>): Promise<void> {
  const opened = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, opened);
  const session = await opened;
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(media).map(([name, value]) => ({ name, value })),
  });
}

/** Call inside of `describe`: starts a browser before its tests and ends it after them. */
export function stage(): Stage {
  let site: Site;
  let browser: Browser;
  before(async () => {
    await buildStorybook();
    site = await serveSite({ folder: 'storybook-static' });
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });
  return {
    async show(story, { media, prepare, width = 1280, height = 800, ...viewport }, look) {
      // The mocked backend is a service worker, which pages of one context share, and which goes with one of them.
      const context = await browser.createBrowserContext();
      const { page } = await openPage(context);
      try {
        await page.setViewport({ width, height, ...viewport });
        if (media) await emulateMedia(page, media);
        await withProbe(page);
        await prepare?.(page);
        await showStory(page, site.url, story);
        return await look(page);
      } finally {
        await context.close();
      }
    },
  };
}
