import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { configure } from '../../src/elements/configure.js';
import { openBooking } from '../../src/entries/index.js';
import { BookingFlowPage } from '../../src/kit/page-objects/index.js';
import { press } from './engine.js';
import { mockAdapter, NOW, DETAILS } from './flow-fixture.js';

const adapter = mockAdapter();
const flows = () => [...document.querySelectorAll('booking-flow')];
const opened = () => flows().find((flow) => flow.opened);

async function openedFlow() {
  await waitUntil(opened, 'nothing opened');
  const flow = opened();
  if (!flow) throw new Error('nothing opened');
  return flow;
}

/** A link of the page, and where it leads when it is followed. */
async function link(attributes: Readonly<Record<string, string>>, tag = 'a'): Promise<HTMLElement> {
  const page = await fixture(html`<div></div>`);
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries({ href: '#followed', ...attributes })) element.setAttribute(name, value);
  element.textContent = 'Book with Ada';
  page.append(element);
  return element;
}

describe('the page’s own links and buttons', () => {
  before(() => configure({ adapter }));
  after(() => configure({ adapter: undefined }));
  beforeEach(() => history.replaceState(null, '', location.pathname + location.search));
  afterEach(async () => {
    for (const flow of flows()) {
      if (!flow.opened) continue;
      const closed = oneEvent(flow, 'booking-close');
      flow.close();
      await closed;
    }
  });

  it('open a flow in a popup instead of being followed, and get the focus back', async () => {
    const element = await link({ 'data-booking-coach': 'ada' });
    element.focus();
    await press('Enter');
    const flow = await openedFlow();
    expect(location.hash).to.equal('');
    flow.close();
    expect(document.activeElement).to.equal(element);
    expect(element.getAttribute('aria-haspopup')).to.equal('dialog');
  });

  it('say length, day, zone, language, name and email', async () => {
    const element = await link(
      {
        'data-booking-coach': 'ada',
        'data-booking-duration': '60',
        'data-booking-time-zone': 'Asia/Kolkata',
        'data-booking-locale': 'en-US',
        'data-booking-name': 'Jordan Reyes',
        'data-booking-email': 'jordan@example.com',
      },
      'button',
    );
    element.click();
    const flow = await openedFlow();
    const page = new BookingFlowPage(flow);
    await page.shows('Pick a day and time');
    expect([flow.timeZone, flow.locale, flow.visitorName]).to.deep.equal(['Asia/Kolkata', 'en-US', 'Jordan Reyes']);
    await page.chooseTime();
    await page.goOn();
    const field = await page.field(/^Email/);
    const isFilled = () => field instanceof HTMLInputElement && field.value === 'jordan@example.com';
    await waitUntil(isFilled, 'no email address');
  });

  it('are left to the browser with a key held, and when they are disabled', async () => {
    const element = await link({ 'data-booking-coach': 'ada' });
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) {
      let prevented = true;
      const stop = (event: Event) => {
        prevented = event.defaultPrevented;
        event.preventDefault();
      };
      addEventListener('click', stop, { once: true });
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, [key]: true }));
      expect(prevented, key).to.equal(false);
    }
    element.setAttribute('aria-disabled', 'true');
    element.click();
    await aTimeout(100);
    expect(opened()).to.equal(undefined);
  });

  it('work in shadow roots, around what is pressed, and when they come later', async () => {
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    await aTimeout(50);
    const button = document.createElement('button');
    button.dataset.bookingCoach = 'ada';
    const icon = document.createElement('span');
    button.append(icon);
    root.append(button);
    icon.click();
    const flow = await openedFlow();
    flow.close();
    expect(root.activeElement).to.equal(button);
  });

  it('those that come later are said to open a dialog, too', async () => {
    const element = await link({ 'data-booking-coach': 'ada' });
    await waitUntil(() => element.ariaHasPopup === 'dialog', 'it does not say so');
  });

  it('ask for nothing before somebody is about to press them', async () => {
    let asked = 0;
    configure({
      adapter: {
        ...adapter,
        getAvailability: (query, options) => {
          if (query.coachId === 'grace') asked++;
          return adapter.getAvailability(query, options);
        },
      },
    });
    const element = await link({ 'data-booking-coach': 'grace' });
    await aTimeout(100);
    expect(asked).to.equal(0);
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    await waitUntil(() => asked > 0, 'nothing was asked');
    expect(opened()).to.equal(undefined);
    configure({ adapter });
  });

  it('open a flow of the page by name: in a popup, or in its place', async () => {
    const page = await fixture(
      html`<div>
        <button data-booking-open="#theirs" data-booking-duration="60">Book</button>
        <booking-flow id="theirs" mode="popup" coach-id="ada" locale="en-GB" .now=${() => NOW}></booking-flow>
      </div>`,
    );
    page.querySelector('button')?.click();
    const flow = await openedFlow();
    expect(flow.id).to.equal('theirs');
    await new BookingFlowPage(flow).shows('Pick a day and time');
  });

  it('that scroll to a flow in its place are not said to open a dialog', async () => {
    const page = await fixture(
      html`<div>
        <a href="#here" data-booking-open="#here">Book</a>
        <booking-flow id="here" coach-id="ada" locale="en-GB" .now=${() => NOW}></booking-flow>
      </div>`,
    );
    const element = page.querySelector('a');
    const flow = page.querySelector('booking-flow');
    if (flow) await new BookingFlowPage(flow).shows('How long do you need?');
    element?.focus();
    element?.click();
    await waitUntil(() => flow?.shadowRoot?.activeElement?.localName === 'h2', 'the visitor is not there');
    expect(element?.ariaHasPopup).to.equal(null);
  });

  it('that name nothing say so in the console, and the link is followed', async () => {
    const errors: unknown[] = [];
    const { error } = console;
    console.error = (...said: unknown[]) => errors.push(...said);
    (await link({ 'data-booking-open': '#nobody' })).click();
    await waitUntil(() => location.hash === '#followed', 'the link was not followed');
    console.error = error;
    expect(String(errors)).to.contain('#nobody');
  });

  it('a popup looks like the place that it was opened from, in its language, with its provider’s adapter', async () => {
    const page = await fixture(
      html`<div lang="en-US">
        <booking-provider .adapter=${mockAdapter('one-length')}>
          <button data-booking-coach="ada">Book</button>
        </booking-provider>
      </div>`,
    );
    const place = page as HTMLElement;
    place.style.setProperty('--booking-accent', 'rgb(120, 10, 10)');
    place.style.colorScheme = 'dark';
    page.querySelector('button')?.click();
    const flow = await openedFlow();
    expect(flow.locale).to.equal('en-US');
    expect(getComputedStyle(flow).colorScheme).to.equal('dark');
    expect(getComputedStyle(flow).getPropertyValue('--booking-accent')).to.equal('rgb(120, 10, 10)');
    const lengths = await new BookingFlowPage(flow).lengths().catch(() => []);
    expect(lengths.length).to.be.at.most(1);
  });

  it('openBooking() answers what was booked, or null; the same coach is the same popup', async () => {
    const first = openBooking({ coachId: 'ada', duration: 60, locale: 'en-GB', ...DETAILS, prefill: DETAILS });
    const flow = await openedFlow();
    flow.now = () => NOW;
    const page = new BookingFlowPage(flow);
    await page.chooseTime();
    await page.goOn();
    await page.shows('Your details');
    flow.close();
    expect(await first).to.equal(null);
    const second = openBooking({ coachId: 'ada', locale: 'en-GB', prefill: DETAILS });
    expect(await openedFlow()).to.equal(flow);
    await page.shows('Your details');
    await page.goOn();
    await page.shows(/See you/);
    flow.close();
    expect((await second)?.attendee?.name).to.equal(DETAILS.name);
  });
});
