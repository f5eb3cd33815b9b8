import { fixture, html } from '@open-wc/testing';
import { createRestAdapter } from '../../src/adapters/rest/index.js';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import { define } from '../../src/entries/define-elements.js';
import { createMockBackend, type MockBackendOptions } from '../../src/kit/mock-backend.js';
import { BookingFlowPage, until } from '../../src/kit/page-objects/index.js';
import type { BookingAdapter } from '../../src/ports/booking-adapter.js';

define();

/** Monday 23 November 2026, 8:00 in London, 3:00 in New York. */
export const NOW = Date.parse('2026-11-23T08:00:00.000Z');

export interface FlowOptions {
  readonly scenario?: MockBackendOptions['scenario'];
  readonly adapter?: BookingAdapter;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly duration?: number;
  readonly width?: number;
}

/** Speaks the real protocol to the real handler, without a network. */
export function mockAdapter(
  scenario: MockBackendOptions['scenario'] = 'default',
  now: () => number = () => NOW,
): BookingAdapter {
  const backend = createMockBackend({ baseUrl: 'https://coach.example/api', scenario, now });
  return createRestAdapter({
    baseUrl: backend.baseUrl,
    fetch: async (input, init) => {
      const answer = await backend.answer(new Request(input, init));
      if (answer.type === 'error') throw new TypeError('Failed to fetch');
      return answer;
    },
    retries: 0,
    timeoutMs: 60_000,
  });
}

/** A flow in New York with a coach in Berlin. */
export async function openFlow(
  options: FlowOptions = {},
): Promise<BookingFlowPage & { readonly element: BookingFlow }> {
  const { timeZone = 'America/New_York', locale = 'en-GB', duration = 0 } = options;
  const element = await fixture<BookingFlow>(html`
    <booking-flow
      .adapter=${options.adapter ?? mockAdapter(options.scenario)}
      .now=${() => NOW}
      .duration=${duration}
      coach-id="ada"
      time-zone=${timeZone}
      locale=${locale}
      ><a href="mailto:ada@example.com">Write to Ada</a></booking-flow
    >
  `);
  return Object.assign(new BookingFlowPage(element), { element });
}

/** Waits for what comes after the first times: who the coach is, and how times are read. */
export async function complete(page: BookingFlowPage): Promise<void> {
  await page.part('clock');
  await until(async () => (await page.receipt()).includes('Ada'), 'the coach');
}

/** The next event of a type, with its own type. */
export function nextEvent<Type extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: Type,
): Promise<HTMLElementEventMap[Type]> {
  return new Promise((resolve) => {
    target.addEventListener(type, resolve, { once: true });
  });
}

export const DETAILS = { name: 'Jordan Reyes', email: 'jordan@northwind.co', notes: 'A reset with my two leads.' };

/** To the details, with the first free time of the first free day. */
export async function toDetails(page: BookingFlowPage): Promise<void> {
  await page.chooseLength('60 min');
  await page.press('See times');
  await page.chooseTime();
  await page.press('Continue');
  await page.shows('Your details');
}

/** Runs with every timer shortened to at most `ms`, so that waits of half a minute can be seen in a test. */
export async function hurried<T>(ms: number, run: () => Promise<T>): Promise<T> {
  const real = globalThis.setTimeout;
  const quick = (handler: () => void, wait = 0, ...rest: unknown[]) => real(handler, Math.min(wait, ms), ...rest);
  Object.assign(globalThis, { setTimeout: quick });
  try {
    return await run();
  } finally {
    Object.assign(globalThis, { setTimeout: real });
  }
}
