import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { BookingError } from '../../src/domain/booking-error.js';
import type { Coach } from '../../src/domain/coach.js';
import { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import type { CoachProfile } from '../../src/elements/coach-profile/coach-profile.js';
import { define } from '../../src/entries/define-elements.js';
import type { BookingAdapter } from '../../src/ports/booking-adapter.js';
import { emulate, itNeeds, press, resizeTo } from './engine.js';

define();

/** A Sunday; the coach works on weekdays. */
const NOW = Date.parse('2026-11-22T12:00:00Z');
const now = () => NOW;

interface Options {
  readonly adapter?: BookingAdapter;
  readonly coachId?: string;
  readonly locale?: string;
  readonly width?: number;
}

async function profile(options: Options = {}): Promise<CoachProfile> {
  const adapter = options.adapter ?? createMemoryAdapter({ now });
  const element = await fixture<CoachProfile>(
    html`<coach-profile
      coach-id=${options.coachId ?? 'ada'}
      locale=${options.locale ?? 'en-GB'}
      time-zone="America/New_York"
      .adapter=${adapter}
      .now=${now}
      ><a href="#mail">Write to Ada</a></coach-profile
    >`,
  );
  return element;
}

function find<T extends HTMLElement>(element: CoachProfile, selector: string, kind: new () => T): T;
function find(element: CoachProfile, selector: string): HTMLElement;
function find(element: CoachProfile, selector: string, kind = HTMLElement): HTMLElement {
  const found = element.renderRoot.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`nothing matches ${selector}`);
}
const sessions = (element: CoachProfile) => [...element.renderRoot.querySelectorAll<HTMLElement>('button.session')];
const textOf = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();

async function ready(options: Options = {}): Promise<CoachProfile> {
  const element = await profile(options);
  await waitUntil(
    () => sessions(element).length > 0 && !element.renderRoot.querySelector('.placeholder'),
    'no sessions',
  );
  return element;
}

/** The flow in the dialog, once that is open. */
async function openedFlow(element: CoachProfile): Promise<BookingFlow> {
  const flow = () => element.renderRoot.querySelector('booking-flow');
  await waitUntil(() => flow()?.opened, 'the dialog did not open');
  return find(element, 'booking-flow', BookingFlow);
}

function close(flow: BookingFlow): void {
  flow.renderRoot.querySelector<HTMLElement>('[part="close"]')?.click();
}

/** The memory adapter with some of its answers replaced. */
function adapterWith(change: Partial<BookingAdapter>): BookingAdapter {
  return { ...createMemoryAdapter({ now }), ...change };
}

describe('coach-profile', () => {
  it('says who the coach is, what sessions cost, and when each length is next free', async () => {
    const element = await ready();
    expect(textOf(find(element, '[part="name"]'))).to.equal('Ada Moreau');
    expect(textOf(find(element, '[part="role"]'))).to.equal('Leadership coach · Berlin');
    const rows = sessions(element).map(textOf);
    expect(rows).to.have.length(3);
    expect(rows[0]).to.match(/^30 min .*Next free Mon,? 23 Nov, \d?\d:\d\d US?\$50$/);
    expect(rows[2]).to.match(/^90 min .*Next free .*\$120$/);
  });

  it('gives the next free time on both clocks', async () => {
    const element = await ready();
    expect(textOf(find(element, '[part="next-free"]'))).to.match(
      /^Next free ?Mon,? 23 Nov, 0?6:\d\d ?1\d:\d\d for Ada in Berlin$/,
    );
  });

  it('shows the free days of three weeks and turns to later ones', async () => {
    const element = await ready();
    const calendar = find(element, 'booking-calendar');
    const days = () => [...(calendar.shadowRoot?.querySelectorAll('[part~="free"]') ?? [])];
    expect(days()).to.have.length(10);
    calendar.shadowRoot?.querySelector<HTMLElement>('[part="next"]')?.click();
    await waitUntil(() => days()[0]?.getAttribute('aria-label')?.includes('7 December'), 'the page did not turn');
    expect(element.renderRoot.querySelector('booking-flow')).to.equal(null);
  });

  it('opens the flow with the length that was pressed, and gives the focus back when closed', async () => {
    const element = await ready();
    const row = sessions(element)[1];
    row?.focus();
    row?.click();
    const flow = await openedFlow(element);
    await waitUntil(() => flow.shadowRoot?.querySelector('[data-step="datetime"]'), 'not at the times');
    await waitUntil(() => {
      const session = flow.shadowRoot?.querySelector('booking-summary')?.shadowRoot?.querySelector('.session');
      return session && textOf(session).includes('60 min');
    }, 'the receipt does not say 60 min');
    const closed = oneEvent(flow, 'booking-close');
    await press('Escape');
    await closed;
    expect(element.shadowRoot?.activeElement).to.equal(row);
  });

  it('opens the flow at the day that was chosen', async () => {
    const element = await ready();
    const calendar = find(element, 'booking-calendar');
    const day = [...(calendar.shadowRoot?.querySelectorAll<HTMLElement>('[part~="free"]') ?? [])][6];
    const name = day?.getAttribute('aria-label') ?? '';
    day?.click();
    const flow = await openedFlow(element);
    expect(name).to.contain('1 December');
    await waitUntil(() => flow.shadowRoot?.querySelector('[data-step="duration"]'), 'not at the lengths');
    flow.shadowRoot?.querySelector<HTMLElement>('[part="main-button"]')?.click();
    await waitUntil(
      () =>
        flow.shadowRoot
          ?.querySelector('booking-calendar')
          ?.shadowRoot?.querySelector('[aria-selected="true"]')
          ?.getAttribute('aria-label')
          ?.includes('1 December'),
      'the day is not chosen',
    );
  });

  it('keeps what was chosen when the dialog is closed and opened again', async () => {
    const element = await ready();
    element.openFlow(90);
    const flow = await openedFlow(element);
    await waitUntil(() => flow.shadowRoot?.querySelector('[data-step="datetime"]'), 'not at the times');
    close(flow);
    expect(flow.opened).to.equal(false);
    find(element, '[part="book-button"]').click();
    expect(await openedFlow(element)).to.equal(flow);
    expect(flow.shadowRoot?.querySelector('[data-step="datetime"]')).to.not.equal(null);
  });

  it('the page behind the dialog stays where it is, and scrolls again once the dialog or the element is gone', async () => {
    const overflow = () => getComputedStyle(document.documentElement).overflowY;
    const before = overflow();
    const element = await ready();
    element.openFlow();
    const flow = await openedFlow(element);
    expect(overflow()).to.equal('hidden');
    const title = flow.renderRoot.querySelector('[part="dialog-title"]') ?? flow;
    expect(getComputedStyle(title).outlineStyle).to.equal('none');
    close(flow);
    await waitUntil(() => overflow() === before, 'still held after closing');
    element.openFlow();
    await openedFlow(element);
    expect(overflow()).to.equal('hidden');
    element.remove();
    expect(overflow()).to.equal(before);
  });

  it('is accessible, with the dialog closed and open', async () => {
    const element = await ready();
    await expect(element).to.be.accessible();
    element.openFlow();
    const flow = await openedFlow(element);
    await waitUntil(() => flow.shadowRoot?.querySelector('[data-step]'), 'no step');
    // The step fades in: half-way its contrast is half, too.
    await aTimeout(400);
    await expect(element).to.be.accessible();
  });

  it('keyboard: every session, the calendar as one stop, and the button can be reached', async () => {
    const element = await ready();
    const stops: string[] = [];
    sessions(element)[0]?.focus();
    for (let presses = 0; presses < 8; presses++) {
      const active = element.shadowRoot?.activeElement;
      stops.push(active?.getAttribute('part') ?? active?.localName ?? '');
      if (active?.getAttribute('part') === 'book-button') break;
      await press('Tab');
    }
    expect(stops.filter((stop) => stop === 'session')).to.have.length(3);
    expect(stops.at(-1)).to.equal('book-button');
  });

  describe('when things are missing', () => {
    it('says that a coach is unknown, and shows the page’s own fallback', async () => {
      const element = await profile({ coachId: 'nobody' });
      await waitUntil(() => element.renderRoot.querySelector('[part="problem"]'), 'no message');
      expect(textOf(find(element, '[part="problem"]'))).to.contain('not available');
      expect(find(element, 'slot:not([name])').hidden).to.equal(false);
    });

    it('loads again after a failure', async () => {
      let fails = true;
      const working = createMemoryAdapter({ now });
      const element = await profile({
        adapter: adapterWith({
          getAvailability: (query, options) =>
            fails ? Promise.reject(new BookingError('network')) : working.getAvailability(query, options),
          getConfig: (query, options) =>
            fails ? Promise.reject(new BookingError('network')) : working.getConfig(query, options),
        }),
      });
      await waitUntil(() => element.renderRoot.querySelector('[part="retry"]'), 'no way to try again', {
        timeout: 10_000,
      });
      fails = false;
      find(element, '[part="retry"]').click();
      await waitUntil(() => sessions(element).length === 3, 'no sessions');
    });

    it('loading never looks like "no times"', async () => {
      const element = await profile({ adapter: adapterWith({ getAvailability: () => new Promise(() => undefined) }) });
      await waitUntil(() => element.renderRoot.querySelector('[part="name"]'), 'no coach');
      expect(textOf(find(element, '[part="next-free"]'))).to.equal('Next free');
      expect(element.renderRoot.querySelector('.placeholder')).to.not.equal(null);
    });

    it('shows hostile and very long text as text', async () => {
      const name = `<img src=x onerror="window.hacked=1"> ${'Wolfeschlegelsteinhausenbergerdorff '.repeat(8)}`;
      const coach: Coach = {
        id: 'ada',
        name,
        title: '<script>window.hacked=1</script>',
        bio: '"><svg onload=window.hacked=1>',
        avatarUrl: 'javascript:window.hacked=1',
        timezone: 'Europe/Berlin',
        sessionLengths: [],
      };
      const element = await ready({ adapter: adapterWith({ getCoach: () => Promise.resolve(coach) }) });
      expect(textOf(find(element, '[part="name"]'))).to.equal(name.trim());
      expect(element.renderRoot.querySelector('img')).to.equal(null);
      expect('hacked' in window).to.equal(false);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      const lines =
        find(element, '[part="name"]').clientHeight / parseFloat(getComputedStyle(find(element, 'h2')).lineHeight);
      expect(Math.round(lines)).to.equal(3);
    });
  });

  itNeeds('narrow viewport', 'fits 320 px without scrolling sideways', async () => {
    await resizeTo(320);
    const element = await ready();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(element.clientWidth).to.be.at.most(320);
    await resizeTo(1024);
  });

  itNeeds('media emulation', 'is accessible in the dark', async () => {
    document.documentElement.style.colorScheme = 'dark';
    await emulate({ colorScheme: 'dark' });
    const element = await ready();
    await expect(element).to.be.accessible();
    await emulate({ colorScheme: 'light' });
    document.documentElement.style.colorScheme = '';
  });
});
