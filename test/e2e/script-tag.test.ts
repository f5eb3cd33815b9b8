import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { createBookingHandler } from '../../src/server/index.js';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { run } from '../tools/run.mjs';
import { bookSession, countBookings } from './book-session.js';
import { launch, openPage, serveSite, type Site } from './harness.js';

const built = await run('node', ['test/tools/build.mjs', '--missing'], { quiet: true });
assert.equal(built.code, 0, built.output);

const MODULE = '<script type="module" src="/cdn/coach-booking.js"></script>';
const DEMO = '<script type="module" src="/cdn/coach-booking.demo.js"></script>';
const CLASSIC = '<script src="/cdn/coach-booking.iife.js"></script>';
const REST = '<booking-flow coach-id="ada" api-url="/api"></booking-flow>';

const html = (...body: string[]) =>
  `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${body.join('')}`;

const pages = {
  '/demo': html(DEMO, '<booking-flow demo></booking-flow>'),
  '/module': html(MODULE, REST),
  '/classic': html(CLASSIC, REST),
  '/module-german': html(MODULE, '<booking-flow coach-id="ada" api-url="/api" locale="de"></booking-flow>'),
  '/classic-arabic': html(CLASSIC, '<booking-flow coach-id="ada" api-url="/api" locale="ar"></booking-flow>'),
  ...Object.fromEntries(
    ['week', 'list'].map((view) => [
      `/${view}`,
      html(
        MODULE,
        `<booking-flow coach-id="ada" api-url="/api" locale="en-US" view="${view}" display-currency="EUR"
          exchange-rates='{"USD":1,"EUR":0.5}'></booking-flow>`,
      ),
    ]),
  ),
  '/same-twice': html(MODULE, MODULE, DEMO, REST),
  '/versioned': html('<script type="module" src="/cdn/coach-booking.js?v=1"></script>', REST),
  '/two-addresses': html(
    '<script type="module" src="/cdn/coach-booking.js?v=1"></script>',
    '<script type="module" src="/cdn/coach-booking.js?v=2"></script>',
    REST,
  ),
  '/demo-and-address': html(
    '<script type="module" src="/cdn/coach-booking.js?v=1"></script>',
    DEMO,
    '<booking-flow demo></booking-flow>',
  ),
  '/classic-twice': html(CLASSIC, CLASSIC, REST),
  '/module-and-classic': html(CLASSIC, MODULE, REST),
  '/blocked': html(
    '<script type="module" src="/cdn/not-there.js"></script>',
    '<booking-flow coach-id="ada" api-url="/api"><a href="/contact">Write to Ada</a></booking-flow>',
  ),
};

describe('one script tag', { concurrency: false }, () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    const handler = createBookingHandler({ service: createMemoryAdapter() });
    site = await serveSite({ folder: 'dist', pages, api: handler });
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Opens a page, books on it, and answers what was said in the console. */
  async function book(path: string, name: string, says = /./) {
    const { page, errors, warnings } = await openPage(browser);
    const bookings = await countBookings(page);
    await page.goto(site.url + path);
    const text = await bookSession(page, { name, email: 'ada@example.com' });
    assert.match(text, new RegExp(name));
    assert.match(text, says);
    assert.equal(await bookings(), 1);
    assert.deepEqual(errors, []);
    await page.close();
    return warnings;
  }

  test('a bare page with the demo script and <booking-flow demo> books, without any backend', async () => {
    site.requests.length = 0;
    assert.deepEqual(await book('/demo', 'Demo'), []);
    assert.deepEqual(
      site.requests.filter((path) => path.startsWith('/api/')),
      [],
    );
  });

  test('the module script books over the API', async () => {
    assert.deepEqual(await book('/module', 'Module'), []);
    assert.ok(site.requests.includes('/api/coaching/sessions/book'));
  });

  test('the classic script books over the API and gives the global', async () => {
    assert.deepEqual(await book('/classic', 'Classic'), []);
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/classic`);
    const names = await page.evaluate(() => Object.keys(Reflect.get(window, 'CoachBooking') as object).sort());
    assert.deepEqual(names, ['BookingError', 'configure', 'createRestAdapter', 'define', 'openBooking', 'version']);
    await page.close();
  });

  for (const view of ['week', 'list']) {
    test(`a ${view} books to the end, in the coach’s currency, whichever it is read in`, async () => {
      const { page, errors } = await openPage(browser);
      await page.evaluateOnNewDocument(() => {
        document.addEventListener('booking-submit', (event) => {
          const { request } = Reflect.get(event, 'detail') as { request: { rate: unknown } };
          Reflect.set(window, 'sent', request.rate);
        });
      });
      await page.goto(`${site.url}/${view}`);
      const charged = page
        .waitForSelector('booking-flow >>> [part~="charged"]')
        .then((found) => found?.evaluate((element) => element.textContent));
      await page.waitForSelector('booking-flow >>> [part~="approximate"]');
      assert.match(await bookSession(page, { name: 'Jordan Reyes', email: 'jo@example.com' }), /Jordan/);
      assert.match((await charged) ?? '', /€25.*USD/s);
      assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'sent') as unknown), {
        amountMinor: 5000,
        currency: 'USD',
      });
      assert.deepEqual(errors, []);
      await page.close();
    });
  }

  test('a language is one file more, in its own words to the end; English is none', async () => {
    const loaded = async (path: string, says: RegExp) => {
      site.requests.length = 0;
      assert.deepEqual(await book(path, 'Noor', says), []);
      return site.requests.filter((request) => /\/(locales|cities)\//.test(request)).sort();
    };
    // And one with the names of its cities, which nobody waits for.
    const files = (language: string) => [`/cdn/cities/${language}.js`, `/cdn/locales/${language}.js`];
    assert.deepEqual(await loaded('/module', /booked/), []);
    assert.deepEqual(await loaded('/module-german', /ist gebucht/), files('de'));
    assert.deepEqual(await loaded('/classic-arabic', /تم حجز جلستك/), files('ar'));
  });

  test('the list of time zones finds by country with each script, and without the files beside it by what the browser knows', async () => {
    const found = async (path: string, query: string, blocked?: string) => {
      const { page, errors } = await openPage(browser);
      if (blocked) {
        await page.setRequestInterception(true);
        page.on('request', (request) =>
          request.url().includes(blocked) ? void request.abort() : void request.continue(),
        );
      }
      await page.goto(site.url + path);
      const button = await page.waitForSelector('booking-flow >>> booking-time-zone-select >>> button');
      await button?.click();
      const field = await page.waitForSelector('booking-flow >>> booking-time-zone-select >>> [role=combobox]');
      await field?.type(query);
      const city = await page.waitForSelector('booking-flow >>> booking-time-zone-select >>> [role=option].active b');
      const text = await city?.evaluate((element) => element.textContent);
      if (!blocked) assert.deepEqual(errors, []);
      await page.close();
      return text;
    };
    assert.equal(await found('/module', 'germany'), 'Berlin');
    assert.equal(await found('/classic', 'germany'), 'Berlin');
    assert.equal(await found('/module-german', 'Schweiz'), 'Zürich');
    assert.equal(await found('/module', 'new york', '/cities/'), 'New York');
  });

  test('the module script loads the form only when it is near', async () => {
    const { page } = await openPage(browser);
    site.requests.length = 0;
    await page.goto(`${site.url}/module`);
    await page.waitForSelector('booking-flow >>> [part~="option"]');
    const scripts = site.requests.filter((path) => path.startsWith('/cdn/'));
    assert.ok(!scripts.some((path) => path.includes('/chunks/late')) || scripts.length > 2, scripts.join(' '));
    await page.close();
  });

  test('scripts of one address are one copy; what comes after them does not ask for another', async () => {
    assert.deepEqual(await book('/same-twice', 'Twice'), []);
    site.requests.length = 0;
    assert.deepEqual(await book('/versioned', 'Versioned'), []);
    assert.equal(site.requests.filter((path) => path === '/cdn/coach-booking.js').length, 1);
  });

  test('what a page imports by another address is the copy that runs', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/versioned`);
    const same = await page.evaluate(`Promise.all(['?v=1', ''].map((query) => import('/cdn/coach-booking.js' + query)))
      .then(([first, second]) => first !== second && first.configure === second.configure)`);
    assert.equal(same, true);
    await page.close();
  });

  for (const path of ['/classic-twice', '/module-and-classic', '/two-addresses', '/demo-and-address']) {
    test(`another copy on the page warns, naming both versions, and the first one works (${path})`, async () => {
      const warnings = await book(path, 'First');
      assert.equal(warnings.filter((warning) => /coach-booking [\d.]+: .* by a copy [\d.]+/.test(warning)).length, 1);
    });
  }

  test('when the script fails, what stands inside the element shows', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/blocked`);
    assert.equal(await page.$eval('booking-flow a', (link) => link.checkVisibility()), true);
    await page.close();
  });
});
