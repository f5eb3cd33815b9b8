import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import { BookingFlowPage } from '../../src/kit/page-objects/index.js';
import { complete, mockAdapter, NOW } from './flow-fixture.js';

const DAY_MS = 86_400_000;
/** So long before its minute the flow is opened. */
const AHEAD_MS = 2500;

interface Passing {
  readonly page: BookingFlowPage;
  readonly element: BookingFlow;
  /** From now on it is too late for the first time. */
  readonly pass: () => void;
}

/** A flow that is looked at when it becomes too late for the first time of its first day. */
async function passing(): Promise<Passing> {
  let now = NOW;
  const adapter = mockAdapter('default', () => now);
  const range = { start: new Date(NOW).toISOString(), end: new Date(NOW + 14 * DAY_MS).toISOString() };
  const { slots, sessionConfig } = await adapter.getAvailability({ coachId: 'ada', ...range, durationMinutes: 60 });
  const first = slots[0]?.startTime;
  if (first === undefined) throw new Error('no times');
  const last = Date.parse(first) - (sessionConfig?.minimumNoticeMinutes ?? 0) * 60_000;
  now = last - AHEAD_MS;
  const element = await fixture<BookingFlow>(html`
    <booking-flow
      .adapter=${adapter}
      .now=${() => now}
      duration="60"
      coach-id="ada"
      time-zone="UTC"
      locale="en-GB"
    ></booking-flow>
  `);
  const page = new BookingFlowPage(element);
  await complete(page);
  const pass = () => {
    now = last + 1000;
  };
  return { page, element, pass };
}

/** The timer was set for the next minute when the flow was opened. */
const patience = { timeout: 3 * AHEAD_MS };
const isTold = (page: BookingFlowPage) => () =>
  page.parts('notice').some((part) => part.textContent.includes('is no longer free'));

describe('a time that passes while it is shown', () => {
  it('is gone in its minute, without a press, and the focus stays among the times', async () => {
    const { page, element, pass } = await passing();
    const times = await page.times();
    const radio = () =>
      element.renderRoot.querySelector('booking-slot-list')?.shadowRoot?.querySelector<HTMLElement>('input');
    radio()?.focus();
    pass();
    await waitUntil(async () => (await page.times()).length === times.length - 1, 'still there', patience);
    expect(await page.times()).to.deep.equal(times.slice(1));
    const list = element.renderRoot.querySelector('booking-slot-list');
    expect(element.shadowRoot?.activeElement).to.equal(list);
  });

  it('and is chosen: it is told, and another one can be', async () => {
    const { page, element, pass } = await passing();
    await page.chooseTime();
    pass();
    await waitUntil(isTold(page), 'not told', patience);
    const status = element.shadowRoot?.querySelector('[role="status"]');
    expect(status?.textContent).to.match(/is no longer free/);
    await page.chooseTime();
    await page.goOn();
    await page.shows('Your details');
  });

  it('at the details: it is told, what was typed stays, and the focus where it is', async () => {
    const { page, element, pass } = await passing();
    await page.chooseTime();
    await page.goOn();
    await page.fill({ name: 'Jordan Reyes' });
    const field = await page.field(/^Name/);
    field.focus();
    pass();
    await waitUntil(isTold(page), 'not told', patience);
    expect(element.renderRoot.querySelector('booking-form')?.shadowRoot?.activeElement).to.equal(field);
    expect(field instanceof HTMLInputElement && field.value).to.equal('Jordan Reyes');
  });
});
