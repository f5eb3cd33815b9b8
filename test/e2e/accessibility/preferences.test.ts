import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { stage } from './surroundings.js';

/** What a visitor has asked of their system holds: own colours, no motion. */

const FORCED = { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' };
const CALM = { 'prefers-reduced-motion': 'reduce' };

/** What of an element can be seen by who has only the system's colours. */
const seen = (page: Page, selector: string) =>
  page.$$eval(selector, (elements) =>
    elements.map((element) => {
      const { backgroundColor, color, borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(element);
      const border = borderTopStyle === 'none' || borderTopWidth === '0px' ? 'none' : borderTopColor;
      return { backgroundColor, color, border };
    }),
  );

/** A system colour as it is computed here. */
const systemColor = (page: Page, name: string) =>
  page.evaluate((color) => {
    const probe = document.createElement('p');
    probe.style.setProperty('forced-color-adjust', 'none');
    probe.style.color = color;
    document.body.append(probe);
    const computed = getComputedStyle(probe).color;
    probe.remove();
    return computed;
  }, name);

const slots = 'booking-flow >>> booking-slot-list >>> [part~="slot"]';
const FREE = 'booking-calendar >>> [role="gridcell"]:not([aria-disabled="true"], [aria-selected="true"])';
const days = 'booking-flow >>> booking-calendar >>> [role="gridcell"]';

describe('forced colours', { concurrency: false }, () => {
  const { show } = stage();

  test('what is chosen is told apart by the system’s own colour of selection', async () => {
    await show('booking-flow--time-chosen', { media: FORCED }, async (page) => {
      const highlight = await systemColor(page, 'Highlight');
      const [chosen, ...others] = await seen(page, slots);
      assert.equal(chosen?.backgroundColor, highlight);
      assert.ok(others.every(({ backgroundColor }) => backgroundColor !== highlight));
      const selected = await seen(page, `${days}[aria-selected="true"]`);
      assert.deepEqual(
        selected.map(({ backgroundColor }) => backgroundColor),
        [highlight],
      );
    });
    await show('booking-flow--length', { media: FORCED }, async (page) => {
      const highlight = await systemColor(page, 'Highlight');
      const cards = await seen(page, 'booking-flow >>> booking-duration-selector >>> label');
      assert.equal(cards.filter(({ backgroundColor }) => backgroundColor === highlight).length, 1);
    });
  });

  test('what can be pressed has an edge, though backgrounds are gone', async () => {
    await show('booking-flow--day-and-time', { media: FORCED }, async (page) => {
      for (const { border } of await seen(page, slots)) assert.notEqual(border, 'none');
      const [main] = await seen(page, 'booking-flow >>> [part~="main-button"]');
      assert.notEqual(main?.border, 'none');
    });
    await show('booking-flow--details', { media: FORCED }, async (page) => {
      for (const { border } of await seen(page, 'booking-flow >>> booking-form >>> [part~="control"]'))
        assert.notEqual(border, 'none');
    });
  });

  test('days that are free are told apart from those that are not, without colour of ours', async () => {
    await show('booking-flow--day-and-time', { media: FORCED }, async (page) => {
      const free = await seen(page, `${days}:not([aria-disabled="true"], [aria-selected="true"])`);
      const none = await seen(page, `${days}[aria-disabled="true"]`);
      assert.ok(free.length > 0 && none.length > 0);
      const gray = await systemColor(page, 'GrayText');
      assert.ok(none.every(({ color }) => color === gray));
      assert.ok(free.every(({ color }) => color !== gray));
    });
  });

  test('a button that is not ready is grey as the system has it', async () => {
    await show('booking-flow--day-and-time', { media: FORCED }, async (page) => {
      const [main] = await seen(page, 'booking-flow >>> [part~="main-button"]');
      assert.equal(main?.color, await systemColor(page, 'GrayText'));
    });
  });

  test('the focus has a ring wherever Tab stops', async () => {
    await show('booking-flow--time-chosen', { media: FORCED }, async (page) => {
      for (let presses = 0; presses < 12; presses++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => window.probe.stop());
        if (stop) assert.ok(stop.ring >= 2, `${stop.name}: no ring`);
      }
    });
  });

  test('bars that count the free times stay', async () => {
    await show('booking-calendar--default', { media: FORCED }, async (page) => {
      const ground = await systemColor(page, 'Canvas');
      const bars = await page.$$eval(FREE, (cells) =>
        cells.map((cell) => getComputedStyle(cell, '::after').backgroundColor),
      );
      assert.ok(bars.length > 0);
      assert.ok(
        bars.every((color) => color !== ground && color !== 'rgba(0, 0, 0, 0)'),
        bars.join(' '),
      );
    });
  });
});

describe('reduced motion', { concurrency: false }, () => {
  const { show } = stage();

  /** Watches every frame of what happens, and answers what moved. */
  const watched = async (page: Page, act: () => Promise<void>): Promise<string[]> => {
    await page.evaluate(() => {
      const moved = new Set<string>();
      Reflect.set(window, 'moved', moved);
      const look = () => {
        for (const name of window.probe.moving()) moved.add(name);
        requestAnimationFrame(look);
      };
      look();
    });
    await act();
    return page.evaluate(() => [...(Reflect.get(window, 'moved') as Set<string>)]);
  };

  const walkThrough = async (page: Page) => {
    await page.locator('booking-flow >>> [part~="main-button"]').click();
    await page.locator(`${days}:not([aria-disabled="true"])`).click();
    await page.locator(slots).hover();
    await page.locator(slots).click();
    await page.locator('booking-flow >>> [part~="main-button"]').click();
    await page.waitForSelector('booking-flow >>> booking-form >>> input');
    await new Promise((resolve) => setTimeout(resolve, 300));
  };
  // A placeholder waits for its moment before it shows; it does not move.
  const motion = (names: readonly string[]) => names.filter((name) => !name.startsWith('appear'));

  test('nothing moves, fades or slides on the way through the steps', async () => {
    await show('booking-flow--length', { media: CALM }, async (page) => {
      assert.deepEqual(motion(await watched(page, () => walkThrough(page))), []);
    });
  });

  test('it is motion that is looked for: without the preference there is some', async () => {
    await show('booking-flow--length', {}, async (page) => {
      assert.notDeepEqual(motion(await watched(page, () => walkThrough(page))), []);
    });
  });

  test('placeholders stand still', async () => {
    await show('booking-flow--loading', { media: CALM }, async (page) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.deepEqual(await page.evaluate(() => window.probe.moving()), []);
    });
  });
});
