import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { run } from '../tools/run.mjs';
import { launch, openPage, root } from './harness.js';

/** The README's first command, used by people: the machine, the coach (Berlin) and the visitor are in three zones. */

const built = await run('node', ['test/tools/build.mjs', '--missing'], { quiet: true });
assert.equal(built.code, 0, built.output);

/** The innermost element that has the focus, as a screen reader would name it. */
const focusName = (page: Page) =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return `${focused?.getAttribute('aria-label') ?? ''} ${focused?.textContent ?? ''} ${focused?.id ?? ''} ${focused?.getAttribute('autocomplete') ?? ''} ${focused?.localName ?? ''} ${focused?.getAttribute('role') ?? ''}`;
  });

/** Tabs on until the focus is where it should be. */
async function tabTo(page: Page, wanted: RegExp): Promise<string> {
  const met: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    const name = await focusName(page);
    met.push(name);
    if (wanted.test(name)) return name;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(wanted)}, only to:\n${met.join('\n')}`);
}

const inFlow = (page: Page, step: string) => page.waitForSelector(`booking-flow >>> [data-step="${step}"]`);

/** Free times that the backend offers now. */
async function offered(url: string): Promise<string[]> {
  const start = new Date().toISOString();
  const end = new Date(Date.now() + 40 * 86_400_000).toISOString();
  const answer = await fetch(
    `${url}/api/coaching/sessions/available?coachId=ada&start=${start}&end=${end}&duration=60`,
  );
  const { availableSlots } = (await answer.json()) as { availableSlots: { startTime: string }[] };
  return availableSlots.map(({ startTime }) => startTime);
}

/** Remembers what was booked, also over the page's own code. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.evaluateOnNewDocument(() => {
    addEventListener('booking-complete', (event) => {
      Reflect.set(
        window,
        'booked',
        (event as CustomEvent<{ booking: { startTime: string } }>).detail.booking.startTime,
      );
    });
  });
  return async () => {
    await page.waitForFunction(() => Reflect.get(window, 'booked') !== undefined);
    return page.evaluate(() => String(Reflect.get(window, 'booked')));
  };
}

/** Names of the times that the page shows for the chosen day. */
const shownTimes = (page: Page) =>
  page.$$eval('booking-flow >>> booking-slot-list >>> input', (inputs) =>
    inputs.map((input) => (input instanceof HTMLInputElement ? input.value : '')),
  );

/** `npm start` without the building, on a free port, on a machine that stands in another zone. */
async function start(timeZone: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn('node', ['dist/cli/coach-booking.js', 'serve', '--memory'], {
    cwd: root,
    env: { ...process.env, PORT: '0', RATE_LIMIT: 'off', TZ: timeZone },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const address = /http:\/\/[\w.:[\]]+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the server ended, and said only: ${said}`)));
  });
  return { url, process: child };
}

describe('the demo site', { concurrency: false }, () => {
  let server: Awaited<ReturnType<typeof start>>;
  let browser: Browser;
  before(async () => {
    server = await start('Pacific/Apia');
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    server.process.kill();
    await once(server.process, 'exit');
  });

  test('by keyboard only: a visitor in Kolkata books, and the time is gone after a reload', async () => {
    const { page, errors } = await openPage(browser, 'Asia/Kolkata');
    const booked = await listen(page);
    await page.goto(server.url);
    await inFlow(page, 'duration');

    await page.focus('a[href="#book"]');
    await page.keyboard.press('Enter');
    await tabTo(page, /input/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, /See times +button/);
    await page.keyboard.press('Enter');
    await inFlow(page, 'datetime');
    await page.waitForSelector('booking-flow >>> booking-slot-list >>> input');
    await tabTo(page, /gridcell/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, /input/);
    await page.keyboard.press('Space');
    await tabTo(page, /Continue +button/);
    await page.keyboard.press('Enter');
    await inFlow(page, 'confirmation');
    await tabTo(page, / name input/);
    await page.keyboard.type('Asha Rao');
    await tabTo(page, / email input/);
    await page.keyboard.type('asha@example.com');
    await page.keyboard.press('Enter');
    await inFlow(page, 'booked');
    const startTime = await booked();

    assert.ok(!(await offered(server.url)).includes(startTime), 'the API still offers it');
    await page.reload();
    await inFlow(page, 'duration');
    await page.locator('booking-flow >>> [part~="main-button"]').click();
    await page.waitForSelector('booking-flow >>> booking-slot-list >>> input');
    assert.ok(!(await shownTimes(page)).includes(startTime));
    assert.deepEqual(errors, []);
    await page.close();
  });

  test('by touch at 360 px: a visitor in New York opens the profile’s dialog, books, and the time is gone', async () => {
    const { page, errors } = await openPage(browser, 'America/New_York');
    await page.setViewport({ width: 360, height: 740, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
    const booked = await listen(page);
    await page.goto(server.url);
    const tap = async (selector: string) => {
      const target = await page.waitForSelector(selector, { visible: true });
      await target?.scrollIntoView();
      await target?.tap();
    };
    const dialog = 'coach-profile >>> booking-flow >>>';
    await tap('coach-profile >>> button.session:nth-of-type(1)');
    await tap(`${dialog} booking-slot-list >>> [part~="slot"]`);
    await tap(`${dialog} [part~="main-button"][aria-disabled="false"]`);
    await tap(`${dialog} booking-form >>> input[autocomplete="name"]`);
    await page.keyboard.type('Jordan Reyes');
    await tap(`${dialog} booking-form >>> input[autocomplete="email"]`);
    await page.keyboard.type('jordan@example.com');
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, 'scrolls sideways');
    await tap(`${dialog} [part~="main-button"][aria-disabled="false"]`);
    await page.waitForSelector(`${dialog} booking-confirmation >>> [part~="base"]`);
    const startTime = await booked();

    assert.ok(!(await offered(server.url)).includes(startTime), 'the API still offers it');
    assert.deepEqual(errors, []);
    await page.close();
  });
});
