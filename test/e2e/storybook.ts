/** The built Storybook, and its stories on a page of Chromium. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { root, run } from '../tools/run.mjs';

export interface StoryEntry {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly name: string;
  readonly tags?: readonly string[];
}

declare global {
  interface Window {
    /** Storybook's own, of which only this is read: how far it is with a story. */
    __STORYBOOK_PREVIEW__?: { readonly currentRender?: { readonly phase?: string } };
  }
}

/** Builds `storybook-static/` when a story or a source is newer than it. Throws with what the build said. */
export async function buildStorybook(): Promise<void> {
  const { code, output } = await run('node', ['test/tools/storybook.mjs', '--missing'], { quiet: true });
  assert.equal(code, 0, output);
}

/** The stories of a built Storybook, by default that of this tree. */
export function builtStories(folder = `${root}storybook-static`): StoryEntry[] {
  const index = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as {
    readonly entries: Readonly<Record<string, StoryEntry>>;
  };
  return Object.values(index.entries).filter(({ type }) => type === 'story');
}

/** Waits until Lit has rendered what is on the page, and its fonts are there. */
export const rendered = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const pending = [...document.querySelectorAll('*')].map(
      (element) => Reflect.get(element, 'updateComplete') as unknown,
    );
    await Promise.all(pending);
    await document.fonts.ready;
  });

/**
 * Waits until Storybook (without the a11y addon's own run of axe) says that the story, and its play function, are done; throws what went wrong.
 * Answers whether its network came to rest: what some stories ask for is never answered.
 */
export async function showStory(page: Page, siteUrl: string, id: string): Promise<boolean> {
  await page.goto(`${siteUrl}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`, { waitUntil: 'load' });
  await page.waitForFunction(
    () =>
      /sb-show-(errordisplay|nopreview)/.test(document.body.className) ||
      /^(completed|afterEach|finished|errored)$/.test(window.__STORYBOOK_PREVIEW__?.currentRender?.phase ?? ''),
    { timeout: 20_000 },
  );
  const trouble = await page.evaluate(() =>
    document.body.classList.contains('sb-show-main') ? '' : document.body.innerText.slice(0, 500),
  );
  assert.equal(trouble, '');
  // What the story's network answers, and what Lit renders after it.
  const idle = await page.waitForNetworkIdle({ idleTime: 150, timeout: 2_000 }).then(
    () => true,
    () => false,
  );
  await rendered(page);
  return idle;
}
