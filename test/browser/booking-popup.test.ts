import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import { languages } from '../../src/entries/languages.js';
import { provideLanguages } from '../../src/i18n/dictionary.js';
import { BookingFlowPage } from '../../src/kit/page-objects/index.js';
import type { BookingAdapter, CallOptions } from '../../src/ports/booking-adapter.js';
import { press, resizeTo } from './engine.js';
import { DETAILS, mockAdapter, nextEvent, NOW, toDetails } from './flow-fixture.js';

provideLanguages(languages);

interface Options {
  readonly mode?: string;
  readonly adapter?: BookingAdapter;
  readonly locale?: string;
  readonly label?: string;
  readonly dir?: 'ltr' | 'rtl';
}

/** A flow in a popup, closed, and a button of the page before it. */
async function popup(options: Options = {}): Promise<BookingFlow> {
  const page = await fixture(
    html`<div>
      <button id="opener">Book with Ada</button>
      <booking-flow
        .adapter=${options.adapter ?? mockAdapter()}
        .now=${() => NOW}
        coach-id="ada"
        time-zone="America/New_York"
        locale=${options.locale ?? 'en-GB'}
        mode=${options.mode ?? 'popup'}
        label=${options.label ?? ''}
        dir=${options.dir ?? 'ltr'}
        ><a href="#mail">Write to Ada</a></booking-flow
      >
    </div>`,
  );
  const flow = page.querySelector('booking-flow');
  if (!flow) throw new Error('no flow');
  if (options.mode !== 'inline') await waitUntil(() => inside(flow, 'dialog'), 'its popup is not there');
  return flow;
}

const opener = () => document.querySelector<HTMLElement>('#opener') ?? document.body;
const inside = (flow: BookingFlow, selector: string) => flow.renderRoot.querySelector<HTMLElement>(selector);
const at = (flow: BookingFlow, selector: string) => {
  const found = inside(flow, selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const overflow = () => getComputedStyle(document.documentElement).overflowY;

/** An adapter that counts what is asked of it. */
function counted(): { adapter: BookingAdapter; asked: () => number } {
  let asked = 0;
  const real = mockAdapter();
  const count =
    <Query, T>(method: (query: Query, options?: CallOptions) => T) =>
    (query: Query, options?: CallOptions) => {
      asked++;
      return method(query, options);
    };
  const adapter: BookingAdapter = {
    ...real,
    getConfig: count((query, options) => real.getConfig(query, options)),
    getAvailability: count((query, options) => real.getAvailability(query, options)),
  };
  return { adapter, asked: () => asked };
}

/** A press of the mouse at a point, as far as the dialog hears of it. */
function pressAt(target: HTMLElement, clientX: number, clientY: number, end: HTMLElement = target): void {
  const where = { bubbles: true, composed: true, clientX, clientY };
  target.dispatchEvent(new PointerEvent('pointerdown', where));
  end.dispatchEvent(new MouseEvent('click', where));
}

describe('booking-flow in a popup', () => {
  afterEach(async () => {
    // A step back that is on its way belongs to this test.
    await waitUntil(() => !JSON.stringify(history.state).includes('popup'), 'steps back', { timeout: 900 }).catch(() =>
      history.replaceState(null, ''),
    );
  });

  it('takes no room on the page, shows nothing of itself and asks for nothing until it is opened', async () => {
    const { adapter, asked } = counted();
    const flow = await popup({ adapter });
    await aTimeout(300);
    expect(asked()).to.equal(0);
    expect(flow.getClientRects().length).to.equal(0);
    expect(document.querySelector<HTMLElement>('booking-flow > a')?.checkVisibility()).to.equal(false);
    expect(flow.opened).to.equal(false);
  });

  it('asks as soon as somebody is about to press the floating button, once', async () => {
    const { adapter, asked } = counted();
    const flow = await popup({ adapter, mode: 'button' });
    at(flow, '[part="open-button"]').dispatchEvent(new PointerEvent('pointerenter'));
    await waitUntil(() => asked() > 0, 'nothing was asked');
    await new BookingFlowPage(flow).part('option').catch(() => undefined);
    const before = asked();
    at(flow, '[part="open-button"]').click();
    await waitUntil(() => flow.opened, 'not open');
    await new BookingFlowPage(flow).lengths();
    expect(asked()).to.equal(before);
  });

  it('opens with the focus on its title, says so, and keeps the page still', async () => {
    const flow = await popup();
    opener().focus();
    const opened = nextEvent(flow, 'booking-open');
    await flow.open();
    expect((await opened).detail.opener).to.equal(opener());
    expect(flow.opened).to.equal(true);
    expect(flow.shadowRoot?.activeElement).to.equal(at(flow, '[part="dialog-title"]'));
    expect(overflow()).to.equal('hidden');
    await new BookingFlowPage(flow).shows('How long do you need?');
    flow.close();
    expect(overflow()).to.not.equal('hidden');
  });

  it('books in it, and tells on closing what was booked', async () => {
    const flow = await popup();
    await flow.open();
    const page = new BookingFlowPage(flow);
    await toDetails(page);
    await page.fill(DETAILS);
    await page.goOn();
    await page.shows(/See you/);
    const closed = nextEvent(flow, 'booking-close');
    at(flow, '[part="close"]').click();
    expect((await closed).detail.booking?.attendee?.name).to.equal(DETAILS.name);
    await flow.open();
    await page.shows('How long do you need?');
    const again = nextEvent(flow, 'booking-close');
    flow.close();
    expect((await again).detail.booking).to.equal(null);
  });

  it('keeps what was chosen and typed, however it is closed', async () => {
    const flow = await popup();
    await flow.open();
    const page = new BookingFlowPage(flow);
    await toDetails(page);
    await page.fill({ name: 'Jordan Reyes' });
    const ways: readonly (() => void)[] = [
      () => void press('Escape'),
      () => at(flow, '[part="close"]').click(),
      () => pressAt(at(flow, 'dialog'), 2, 2),
      () => history.back(),
    ];
    for (const close of ways) {
      const closed = oneEvent(flow, 'booking-close');
      close();
      await closed;
      expect(flow.opened).to.equal(false);
      await flow.open();
      const field = await page.field(/^Name/);
      expect(field instanceof HTMLInputElement && field.value).to.equal('Jordan Reyes');
    }
    flow.close();
  });

  it('a press that ends beside it but began inside, or the other way round, closes nothing', async () => {
    const flow = await popup();
    await flow.open();
    const dialog = at(flow, 'dialog');
    const { left, top } = dialog.getBoundingClientRect();
    dialog.dispatchEvent(new PointerEvent('pointerdown', { clientX: left + 20, clientY: top + 20 }));
    dialog.dispatchEvent(new MouseEvent('click', { clientX: 1, clientY: 1 }));
    dialog.dispatchEvent(new PointerEvent('pointerdown', { clientX: 1, clientY: 1 }));
    dialog.dispatchEvent(new MouseEvent('click', { clientX: left + 20, clientY: top + 20 }));
    expect(flow.opened).to.equal(true);
    flow.close();
  });

  it('a double click opens it: the second press, which meets the dialog, does not close it again', async () => {
    const flow = await popup();
    await flow.open();
    const dialog = at(flow, 'dialog');
    dialog.dispatchEvent(new PointerEvent('pointerdown', { clientX: 2, clientY: 2 }));
    dialog.dispatchEvent(new MouseEvent('click', { clientX: 2, clientY: 2, detail: 2 }));
    expect(flow.opened).to.equal(true);
    flow.close();
  });

  it('closed before it was open it stays closed; one that is in no page does not open', async () => {
    const flow = await popup();
    const opening = flow.open();
    flow.close();
    await opening;
    expect(flow.opened).to.equal(false);
    expect(overflow()).to.not.equal('hidden');
    const nowhere = document.createElement('booking-flow');
    nowhere.mode = 'popup';
    await nowhere.open();
    expect(nowhere.opened).to.equal(false);
  });

  it('closed while what it needs is still loading it stays closed; the last word counts', async () => {
    const fresh = () => {
      const flow = document.createElement('booking-flow');
      Object.assign(flow, { adapter: mockAdapter(), coachId: 'ada', mode: 'popup', now: () => NOW });
      opener().after(flow);
      return flow;
    };
    const page = await popup();
    const flow = fresh();
    const told: string[] = [];
    for (const type of ['booking-open', 'booking-close']) flow.addEventListener(type, () => told.push(type));
    const opening = flow.open();
    flow.close();
    await opening;
    expect([flow.opened, ...told]).to.deep.equal([false]);
    const again = fresh();
    const first = again.open();
    again.close();
    await Promise.all([first, again.open()]);
    expect(again.opened).to.equal(true);
    const closed = oneEvent(again, 'booking-close');
    again.close();
    await closed;
    expect(page.opened).to.equal(false);
  });

  it('taken out of the page while it opens it is not open, and says nothing of it', async () => {
    const flow = await popup();
    const told: string[] = [];
    for (const type of ['booking-open', 'booking-close']) flow.addEventListener(type, () => told.push(type));
    const parent = flow.parentElement;
    const opening = flow.open();
    flow.remove();
    await opening;
    parent?.append(flow);
    await flow.updateComplete;
    expect([flow.opened, ...told]).to.deep.equal([false]);
    expect(overflow()).to.not.equal('hidden');
    // Before its code is there.
    const fresh = document.createElement('booking-flow');
    Object.assign(fresh, { adapter: mockAdapter(), coachId: 'ada', mode: 'popup', now: () => NOW });
    parent?.append(fresh);
    const early = fresh.open();
    fresh.remove();
    await early;
    parent?.append(fresh);
    await fresh.updateComplete;
    expect(fresh.opened).to.equal(false);
  });

  it('in its place, the focus goes to its heading as soon as there is one, unless it has gone elsewhere', async () => {
    const adapter = mockAdapter();
    for (const isElsewhere of [false, true]) {
      let answer: () => void = () => undefined;
      const waiting = new Promise<void>((resolve) => (answer = resolve));
      const late: BookingAdapter = {
        ...adapter,
        getAvailability: (query, options) => waiting.then(() => adapter.getAvailability(query, options)),
      };
      const flow = await popup({ mode: 'inline', adapter: late });
      const other = document.createElement('button');
      flow.before(other);
      opener().focus();
      await flow.open({ opener: opener() });
      expect(inside(flow, 'h2')).to.equal(null);
      expect(document.activeElement).to.equal(opener());
      if (isElsewhere) other.focus();
      answer();
      await waitUntil(() => inside(flow, 'h2'), 'no heading');
      await flow.updateComplete;
      expect(document.activeElement).to.equal(isElsewhere ? other : flow);
      if (!isElsewhere) expect(flow.shadowRoot?.activeElement?.localName).to.equal('h2');
      flow.parentElement?.remove();
    }
  });

  it('is closed when the place that it stands in is hidden: the page would stand still for ever', async () => {
    const flow = await popup();
    await flow.open();
    const closed = oneEvent(flow, 'booking-close');
    flow.parentElement?.setAttribute('style', 'display: none');
    await closed;
    expect(flow.opened).to.equal(false);
    expect(overflow()).to.not.equal('hidden');
  });

  it('a length that the coach does not offer leaves the choice to the visitor', async () => {
    const flow = await popup();
    const page = new BookingFlowPage(flow);
    await flow.open();
    await page.lengths();
    flow.close();
    await flow.open({ duration: 17 });
    await page.shows('How long do you need?');
    flow.close();
  });

  it('what was chosen in its place is still there when it becomes a popup, as on a phone that is turned', async () => {
    const flow = await popup({ mode: 'inline' });
    const page = new BookingFlowPage(flow);
    await toDetails(page);
    await page.fill({ name: 'Jordan Reyes' });
    flow.mode = 'popup';
    await flow.updateComplete;
    await flow.open();
    const field = await page.field(/^Name/);
    expect(field instanceof HTMLInputElement && field.value).to.equal('Jordan Reyes');
    flow.close();
  });

  it('gives the focus back to what opened it, also inside a shadow root', async () => {
    const flow = await popup();
    const host = document.createElement('div');
    document.body.append(host);
    const button = document.createElement('button');
    host.attachShadow({ mode: 'open' }).append(button);
    button.focus();
    await flow.open();
    await press('Escape');
    await waitUntil(() => host.shadowRoot?.activeElement === button, 'the focus is elsewhere');
    // Safari does not focus a button that is pressed: then the page says which it was.
    button.blur();
    await flow.open({ opener: button });
    flow.close();
    expect(host.shadowRoot?.activeElement).to.equal(button);
    host.remove();
  });

  it('the focus cannot leave it by Tab to the page behind', async () => {
    const flow = await popup();
    await flow.open();
    await new BookingFlowPage(flow).lengths();
    for (let presses = 0; presses < 14; presses++) {
      await press('Tab');
      expect([flow, document.body, null]).to.include(document.activeElement);
    }
    flow.close();
  });

  it('opens at the length and day that the page names; another one later changes the choice, not what was typed', async () => {
    const flow = await popup();
    await flow.open({ duration: 60 });
    const page = new BookingFlowPage(flow);
    await page.shows('Pick a day and time');
    await page.chooseTime();
    await page.goOn();
    await page.fill({ name: 'Jordan Reyes' });
    flow.close();
    await flow.open({ duration: 60 });
    await page.shows('Your details');
    flow.close();
    await flow.open({ duration: 30, day: '2026-12-01' });
    await page.shows('Pick a day and time');
    const calendar = at(flow, 'booking-calendar');
    await waitUntil(
      () =>
        calendar.shadowRoot
          ?.querySelector('[aria-selected="true"]')
          ?.getAttribute('aria-label')
          ?.includes('1 December'),
      'another day',
    );
    expect((await page.times())[0]).to.match(/30 min/);
    await page.chooseTime();
    await page.goOn();
    const field = await page.field(/^Name/);
    expect(field instanceof HTMLInputElement && field.value).to.equal('Jordan Reyes');
    flow.close();
  });

  it('taken out of the page while it is open, the page scrolls again; put back, all is as it was, and closed', async () => {
    const flow = await popup();
    const parent = flow.parentElement;
    await flow.open({ duration: 60 });
    const page = new BookingFlowPage(flow);
    await page.chooseTime();
    await page.goOn();
    await page.fill({ name: 'Jordan Reyes' });
    flow.remove();
    expect(overflow()).to.not.equal('hidden');
    parent?.append(flow);
    expect(flow.opened).to.equal(false);
    await flow.open();
    const field = await page.field(/^Name/);
    expect(field instanceof HTMLInputElement && field.value).to.equal('Jordan Reyes');
    // Another mode while it is open.
    flow.mode = 'inline';
    await flow.updateComplete;
    expect(overflow()).to.not.equal('hidden');
    expect(flow.opened).to.equal(false);
    await page.shows('Your details');
  });

  it('a mode that is none is inline', async () => {
    const element = await fixture<BookingFlow>(
      html`<booking-flow
        mode="drawer"
        coach-id="ada"
        locale="en-GB"
        .adapter=${mockAdapter()}
        .now=${() => NOW}
      ></booking-flow>`,
    );
    await new BookingFlowPage(element).shows('How long do you need?');
    expect(element.renderRoot.querySelector('dialog')).to.equal(null);
    // Opening one that is in its place brings the visitor there.
    await element.open();
    expect(element.shadowRoot?.activeElement?.localName).to.equal('h2');
  });

  describe('the floating button', () => {
    it('says what it does, in the page’s words or the visitor’s language', async () => {
      const german = await popup({ mode: 'button', locale: 'de' });
      await waitUntil(() => inside(german, '[part="open-button"]'), 'no button');
      expect(at(german, '[part="open-button"]').textContent.trim()).to.equal('Termin buchen');
      const own = await popup({ mode: 'button', label: 'Talk to us' });
      expect(at(own, '[part="open-button"]').textContent.trim()).to.equal('Talk to us');
      expect(at(own, '[part="open-button"]').getAttribute('aria-haspopup')).to.equal('dialog');
      await expect(own).to.be.accessible();
    });

    it('stays in the page’s end corner while the page scrolls, and is gone while the popup is open', async () => {
      await resizeTo(800, 600);
      for (const dir of ['ltr', 'rtl'] as const) {
        const flow = await popup({ mode: 'button', dir });
        flow.style.setProperty('--booking-button-inset', '32px');
        const button = at(flow, '[part="open-button"]');
        const { left, right, bottom } = button.getBoundingClientRect();
        const { clientWidth, clientHeight } = document.documentElement;
        expect(Math.round(dir === 'ltr' ? clientWidth - right : left)).to.equal(32);
        expect(Math.round(clientHeight - bottom)).to.equal(32);
        button.click();
        await waitUntil(() => flow.opened, 'not open');
        expect(button.checkVisibility()).to.equal(false);
        flow.close();
        expect(button.checkVisibility()).to.equal(true);
        expect(flow.shadowRoot?.activeElement).to.equal(button);
        flow.remove();
      }
    });
  });

  describe('and the back button', () => {
    it('closes it, leaving address and the page’s own state alone; forward does not open it again', async () => {
      history.replaceState({ page: 'about', key: 7 }, '');
      const { href } = location;
      const flow = await popup();
      await flow.open();
      expect(location.href).to.equal(href);
      expect(history.state).to.include({ page: 'about', key: 7 });
      const closed = oneEvent(flow, 'booking-close');
      history.back();
      await closed;
      expect(history.state).to.deep.equal({ page: 'about', key: 7 });
      history.forward();
      await oneEvent(window, 'popstate');
      expect(flow.opened).to.equal(false);
      history.back();
      await oneEvent(window, 'popstate');
    });

    it('closed by hand it leaves no step behind, however often it is opened', async () => {
      history.replaceState({ page: 'first' }, '');
      const flow = await popup();
      for (let times = 0; times < 3; times++) {
        await flow.open();
        const closed = oneEvent(flow, 'booking-close');
        flow.close();
        // Opened again before the step back has arrived.
        await flow.open();
        await closed;
        expect(flow.opened, `round ${times}`).to.equal(true);
        const again = oneEvent(flow, 'booking-close');
        flow.close();
        await again;
      }
      expect(history.state).to.deep.equal({ page: 'first' });
    });

    it('of two popups it closes the upper one', async () => {
      history.replaceState(null, '');
      const lower = await popup();
      const upper = document.createElement('booking-flow');
      Object.assign(upper, { adapter: mockAdapter(), coachId: 'ada', mode: 'popup', now: () => NOW });
      document.body.append(upper);
      await lower.open();
      await upper.open();
      const closed = oneEvent(upper, 'booking-close');
      history.back();
      await closed;
      expect([lower.opened, upper.opened]).to.deep.equal([true, false]);
      expect(overflow()).to.equal('hidden');
      const last = oneEvent(lower, 'booking-close');
      history.back();
      await last;
      expect(overflow()).to.not.equal('hidden');
      expect(history.state).to.equal(null);
      upper.remove();
    });

    it('an entry of before a reload is left: one press of back is not one for nothing', async () => {
      history.replaceState({ page: 'first' }, '');
      // As they are after a reload with an open popup.
      history.pushState({ page: 'first', 'coach-booking.popup': `old-1 ${location.href}` }, '');
      await popup();
      await popup();
      await waitUntil(() => !JSON.stringify(history.state).includes('popup'), 'still there');
      await aTimeout(100);
      expect(history.state).to.deep.equal({ page: 'first' });
      // One of another address is the page's own, which has taken over what it found.
      const { href } = location;
      history.pushState({ page: 'second', 'coach-booking.popup': `old-1 ${href}` }, '', '#second');
      const flow = await popup();
      await aTimeout(100);
      expect(history.state).to.include({ page: 'second' });
      await flow.open();
      const closed = oneEvent(flow, 'booking-close');
      flow.close();
      await closed;
      expect(location.hash).to.equal('#second');
      history.back();
      await oneEvent(window, 'popstate');
      expect(location.href).to.equal(href);
    });

    it('a page that goes to another route as the popup closes stays on that route', async () => {
      history.replaceState({ page: 'book' }, '');
      const flow = await popup();
      await flow.open();
      const closed = oneEvent(flow, 'booking-close');
      flow.close();
      history.pushState({ page: 'thanks' }, '');
      await closed;
      await aTimeout(100);
      expect(history.state).to.deep.equal({ page: 'thanks' });
      // And one that takes the popup away to go there.
      await flow.open();
      flow.remove();
      history.pushState({ page: 'home' }, '');
      await aTimeout(100);
      expect(history.state).to.include({ page: 'home' });
    });
  });
});
