import { expect, fixture, html } from '@open-wc/testing';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import type { BookingTimeZoneSelect } from '../../src/elements/booking-time-zone-select/booking-time-zone-select.js';
import { visitor } from '../../src/elements/shared/visitor-zone.js';
import { until } from '../../src/kit/page-objects/find.js';
import type { CoachProfile } from '../../src/elements/coach-profile/coach-profile.js';
import { mockAdapter, NOW, openFlow } from './flow-fixture.js';

const OWN = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Without a zone from the page, as a visitor finds most of them. */
async function openPlain(): Promise<BookingFlow> {
  const { element } = await openFlow({ timeZone: '', duration: 60 });
  return element;
}

async function select(flow: BookingFlow): Promise<BookingTimeZoneSelect> {
  return until(() => flow.shadowRoot?.querySelector('booking-time-zone-select'), 'the zone');
}

/** As a visitor does who finds it in the list. */
async function choose(flow: BookingFlow, zone: string): Promise<void> {
  const element = await select(flow);
  await element.show();
  const input = element.renderRoot.querySelector('input');
  if (!input) throw new Error('no list');
  input.value = zone;
  input.dispatchEvent(new InputEvent('input'));
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>('[role=option]')?.click();
  await shows(flow, zone);
}

async function shows(flow: BookingFlow, zone: string): Promise<void> {
  const element = await select(flow);
  await until(() => element.value === zone, zone);
}

describe('the zone that a visitor chose', () => {
  beforeEach(() => {
    visitor.zone = '';
  });

  it('counts in all flows of the page, those that are there and those that come', async () => {
    const [first, second] = [await openPlain(), await openPlain()];
    await shows(second, OWN);
    await choose(first, 'Asia/Kathmandu');
    await shows(second, 'Asia/Kathmandu');
    await shows(await openPlain(), 'Asia/Kathmandu');
  });

  it('does not touch a flow whose zone the page gave, or in which the visitor chose another', async () => {
    const [first, second] = [await openPlain(), await openPlain()];
    const given = (await openFlow({ timeZone: 'Europe/Rome', duration: 60 })).element;
    await choose(first, 'Asia/Kathmandu');
    await choose(second, 'America/Lima');
    await shows(first, 'Asia/Kathmandu');
    await shows(given, 'Europe/Rome');
    given.timeZone = '';
    await shows(given, 'America/Lima');
    first.timeZone = 'Asia/Tokyo';
    await shows(first, 'Asia/Tokyo');
  });

  it('keeps the chosen time in a flow that follows', async () => {
    const other = await openPlain();
    const page = await openFlow({ timeZone: '', duration: 60 });
    await page.chooseTime();
    await page.press('Continue');
    await page.shows('Your details');
    await choose(other, 'Pacific/Auckland');
    const receipt = await page.part('receipt');
    await until(() => receipt.shadowRoot?.textContent.includes('Auckland'), 'the other clock');
    expect(await page.heading()).to.equal('Your details');
  });

  it('is kept with what was chosen when the flow is moved, or serves another coach', async () => {
    const flow = await openPlain();
    await choose(flow, 'Asia/Kathmandu');
    const other = await openPlain();
    await choose(other, 'America/Lima');
    flow.coachId = 'ben';
    await flow.updateComplete;
    flow.coachId = 'ada';
    other.parentElement?.append(flow);
    await shows(flow, 'Asia/Kathmandu');
  });

  it('in a profile’s flow is the profile’s own too, and the page may lock it', async () => {
    const profile = await fixture<CoachProfile>(
      html`<coach-profile coach-id="ada" .adapter=${mockAdapter()} .now=${() => NOW}></coach-profile>`,
    );
    const next = () => profile.renderRoot.querySelector('[part~=next-free] b')?.textContent ?? '';
    await until(() => /\d/.test(next()), 'the next free time');
    const before = next();
    profile.openFlow(60);
    const flow = await until(() => profile.renderRoot.querySelector('booking-flow'), 'the flow');
    await choose(flow, 'Asia/Kathmandu');
    await until(() => next() !== before, 'the profile follows');
    await choose(await openPlain(), 'America/Lima');
    await shows(flow, 'Asia/Kathmandu');
    profile.setAttribute('lock-time-zone', '');
    const element = await select(flow);
    await until(() => element.locked, 'locked');
  });

  it('is no one’s business but the page’s: nothing is stored', async () => {
    const stored = () => JSON.stringify([localStorage, sessionStorage, document.cookie]);
    const before = stored();
    await choose(await openPlain(), 'Asia/Kathmandu');
    expect(stored()).to.equal(before);
  });

  it('cannot be another where the page locks it', async () => {
    const page = await openFlow({ timeZone: 'Europe/Berlin', duration: 60 });
    page.element.setAttribute('lock-time-zone', '');
    const element = await select(page.element);
    await until(() => element.locked, 'locked');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('button')).to.equal(null);
    expect(element.renderRoot.textContent).to.match(/Berlin[^]*Central European Time/);
  });
});
