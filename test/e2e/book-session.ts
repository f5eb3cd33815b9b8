import type { Page } from 'puppeteer-core';

/** Where the parts of the flow are, through its shadow roots. */
const part = (name: string) => `booking-flow >>> [part~="${name}"]`;

/** The texts that a test types, to find them again. */
export interface Typed {
  readonly name: string;
  readonly email: string;
  readonly notes?: string;
}

async function fill(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).click();
  await page.keyboard.type(text);
}

/** Goes to the times and chooses the last one that is offered on the chosen day. */
export async function chooseTime(page: Page): Promise<void> {
  await page.locator(part('option')).click();
  await page.locator(`${part('main-button')}[aria-disabled="false"]`).click();
  await page.locator(part('slot')).click();
}

/** Books through the widget as a visitor does, by pointer. Ends when the confirmation shows; answers its text. */
export async function bookSession(page: Page, typed: Typed): Promise<string> {
  await chooseTime(page);
  await page.locator(`${part('main-button')}[aria-disabled="false"]`).click();
  await fill(page, 'booking-flow >>> booking-form >>> input[autocomplete="name"]', typed.name);
  await fill(page, 'booking-flow >>> booking-form >>> input[autocomplete="email"]', typed.email);
  if (typed.notes) await fill(page, 'booking-flow >>> booking-form >>> textarea', typed.notes);
  await page.locator(`${part('main-button')}[aria-disabled="false"]`).click();
  const ticket = await page.waitForSelector('booking-flow >>> booking-confirmation >>> [part~="base"]');
  return (await ticket?.evaluate((element) => element.textContent)) ?? '';
}

/** Counts bookings that the page announced. Call before the page loads. */
export async function countBookings(page: Page): Promise<() => Promise<number>> {
  await page.evaluateOnNewDocument(() => {
    Reflect.set(window, 'bookings', 0);
    addEventListener('booking-complete', () =>
      Reflect.set(window, 'bookings', Number(Reflect.get(window, 'bookings')) + 1),
    );
  });
  return () => page.evaluate(() => Number(Reflect.get(window, 'bookings')));
}
