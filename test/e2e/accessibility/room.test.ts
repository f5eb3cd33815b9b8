import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { rendered } from '../storybook.js';
import { stage } from './surroundings.js';

/** Whoever enlarges, spaces out or touches loses nothing and hits what they aim at. */

const STORIES = [
  'booking-flow--length',
  'booking-flow--day-and-time',
  'booking-flow--time-chosen',
  'booking-flow--details-refused',
  'booking-flow--coach-asks-questions',
  'booking-flow--hold-ends-soon',
  'booking-flow--taken',
  'booking-flow--no-times-in-these-weeks',
  'booking-flow--booked',
  'booking-flow--server-down',
  'booking-flow--german',
  'booking-flow--arabic',
  'booking-flow--yen',
  'booking-flow--week',
  'booking-flow--list',
  'booking-flow--display-currency',
  'booking-flow-in-a-popup--open',
  'booking-flow-in-a-popup--floating-button',
  'theming--compact',
  'coach-profile--default',
  'coach-profile--dialog-open',
];

const frames = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewport({ width, height });
  await rendered(page);
  await frames(page);
}

/** What WCAG 1.4.12 lets a reader set, in every shadow tree, as their own style sheet would. */
const spaceOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`);
    for (const { shadowRoot } of window.probe.shown()) shadowRoot?.adoptedStyleSheets.push(sheet);
  });

/** A story as the only thing on its page, as wide as the window. */
const withoutPadding = (page: Page) => page.addStyleTag({ content: 'body { padding: 0 !important }' });

describe('room', { concurrency: 2 }, () => {
  const { show } = stage();

  test('what is lost or too small is found', async () => {
    await show('booking-flow--booked', {}, async (page) => {
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          'h2 { width: 40px; white-space: nowrap; overflow: hidden } button { min-width: 2000px; max-height: 20px }',
        );
        for (const { shadowRoot } of window.probe.shown()) shadowRoot?.adoptedStyleSheets.push(sheet);
      });
      const lost = await page.evaluate(() => window.probe.lost());
      assert.ok(
        lost.some((line) => /^h2.* has \d+ in a width of 40/.test(line)),
        lost.join('; '),
      );
      assert.ok(
        lost.some((line) => line.startsWith('button')),
        lost.join('; '),
      );
    });
  });

  for (const story of STORIES)
    test(`${story}: nothing is lost at 320px, at 400 % zoom, and with text spaced out`, async () => {
      await show(story, {}, async (page) => {
        await withoutPadding(page);
        const lost: Record<string, string[]> = {};
        const look = async (where: string) => {
          const found = await page.evaluate(() => window.probe.lost());
          if (found.length > 0) lost[where] = found;
        };
        await resize(page, 320, 800);
        await look('320 × 800');
        await resize(page, 320, 256);
        await look('320 × 256');
        await spaceOut(page);
        for (const width of [320, 768, 1280]) {
          await resize(page, width, 800);
          await look(`spaced out at ${width}`);
        }
        assert.deepEqual(lost, {});
      });
    });

  for (const story of STORIES)
    test(`${story}: everything that is pressed is large enough, larger by touch`, async () => {
      const targets = (page: Page) => page.evaluate(() => window.probe.targets());
      const small = async (page: Page, least: number, narrowDay: number) =>
        (await targets(page))
          .filter(({ inText }) => !inText)
          .filter(({ width, height, day }) => height < least - 0.5 || width < (day ? narrowDay : least) - 0.5)
          .map(({ name, width, height }) => `${name}: ${width.toFixed(1)} × ${height.toFixed(1)}`);
      await show(story, {}, async (page) => {
        await withoutPadding(page);
        for (const width of [320, 768, 1280]) {
          await resize(page, width, 800);
          assert.deepEqual(await small(page, 24, 24), [], `by pointer at ${width}`);
        }
      });
      await show(story, { width: 390, height: 800, hasTouch: true, isMobile: true }, async (page) => {
        assert.ok(await page.evaluate(() => matchMedia('(pointer: coarse)').matches));
        await withoutPadding(page);
        await frames(page);
        // Seven days share the width of a phone: 40px of it each where there is no more.
        assert.deepEqual(await small(page, 44, 40), [], 'by touch');
      });
    });
});
