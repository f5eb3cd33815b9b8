import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { createBookingHandler } from '../../src/server/index.js';
import { run } from '../tools/run.mjs';
import { bookSession, countBookings } from './book-session.js';
import { launch, openPage, serveSite, type Site } from './harness.js';

const built = await run('node', ['test/tools/build.mjs', '--missing'], { quiet: true });
assert.equal(built.code, 0, built.output);

/** As strict as a host may be: no inline code or style, no other origin, Trusted Types with Lit's policy only. */
const POLICY =
  "default-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

const HOSTILE = '<img src=x onerror=alert(1)>"\'${}';

const MODULE = '<script type="module" src="/cdn/coach-booking.js"></script>';
const CLASSIC = '<script src="/cdn/coach-booking.iife.js"></script>';

const page = (script: string, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><title>A page</title>${script}<booking-flow coach-id="ada" api-url="/api"></booking-flow>`;

describe('under a strict content security policy', { concurrency: false }, () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await serveSite({
      folder: 'dist',
      headers: { 'content-security-policy': POLICY },
      pages: {
        '/module': page(MODULE),
        '/classic': page(CLASSIC),
        '/module-hebrew': page(MODULE, 'he'),
        '/classic-japanese': page(CLASSIC, 'ja'),
      },
      api: createBookingHandler({ service: createMemoryAdapter() }),
    });
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const path of ['/module', '/classic', '/module-hebrew', '/classic-japanese']) {
    test(`${path.slice(1)}: a visitor books, hostile text is only text, and nothing is reported`, async () => {
      const { page, errors, warnings } = await openPage(browser, 'Asia/Kathmandu');
      const bookings = await countBookings(page);
      await page.evaluateOnNewDocument(() => {
        Reflect.set(window, 'violations', []);
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
          const list = Reflect.get(window, 'violations') as string[];
          list.push(`${violatedDirective} ${blockedURI} ${sample}`);
        });
      });
      await page.goto(site.url + path);
      const text = await bookSession(page, { name: HOSTILE, email: 'ada@example.com', notes: HOSTILE });
      assert.ok(text.includes(HOSTILE), text);
      assert.equal(await bookings(), 1);
      assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'violations') as string[]), []);
      assert.deepEqual(
        errors.filter((error) => !error.includes('favicon')),
        [],
      );
      assert.deepEqual(warnings, []);
      await page.close();
    });
  }
});
