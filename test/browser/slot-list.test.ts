import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { Slot } from '../../src/domain/slot.js';
import { BookingSlotList } from '../../src/elements/booking-slot-list/booking-slot-list.js';
import type { BookingSlotSelectEvent } from '../../src/elements/events.js';
import { itNeeds, press } from './engine.js';

if (!customElements.get(BookingSlotList.tag)) customElements.define(BookingSlotList.tag, BookingSlotList);

const slot = (startTime: string): Slot => ({
  startTime: new Date(startTime).toISOString(),
  endTime: new Date(Date.parse(startTime) + 3_600_000).toISOString(),
  durationMinutes: 60,
  rate: { amountMinor: 9000, currency: 'USD' },
});
const on = (date: string, ...times: string[]) => times.map((time) => slot(`${date}T${time}:00Z`));
/** 10:00, 12:00, 17:30 and 18:00 in New York. */
const SLOTS = on('2026-11-24', '15:00', '17:00', '22:30', '23:00');

interface Options {
  readonly slots?: readonly Slot[];
  readonly value?: string;
  readonly date?: string;
  readonly zone?: string;
  readonly coachZone?: string;
  readonly locale?: string;
  readonly dir?: 'ltr' | 'rtl';
}

async function list(options: Options = {}): Promise<BookingSlotList> {
  const { slots = SLOTS, value = '', date = '2026-11-24', zone = 'America/New_York' } = options;
  const frame = await fixture<HTMLFormElement>(
    html`<form dir=${options.dir ?? 'ltr'}>
      <booking-slot-list
        name="slot"
        .slots=${slots}
        value=${value}
        date=${date}
        time-zone=${zone}
        coach-time-zone=${options.coachZone ?? 'Europe/Berlin'}
        coach-name="Ada"
        locale=${options.locale ?? 'en-US'}
      ></booking-slot-list>
    </form>`,
  );
  const element = frame.querySelector('booking-slot-list');
  if (!element) throw new Error('no slot list');
  await element.updateComplete;
  return element;
}

const inputs = (element: BookingSlotList) => [...element.renderRoot.querySelectorAll('input')];
const input = (element: BookingSlotList, index: number) => {
  const found = inputs(element)[index];
  if (!found) throw new Error(`no time ${index}`);
  return found;
};
const tidy = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim() ?? '';
const parts = (element: BookingSlotList, name: string) =>
  [...element.renderRoot.querySelectorAll<HTMLElement>(`[part~="${name}"]`)]
    .filter((node) => node.getClientRects().length)
    .map((node) => tidy(node.textContent));
const form = (element: BookingSlotList) => {
  if (!element.form) throw new Error('no form');
  return element.form;
};

describe('booking-slot-list', () => {
  describe('for the eye', () => {
    it('groups the day’s times by part of day, the coach’s clock beside them', async () => {
      const element = await list();
      expect(parts(element, 'title')).to.eql(['Tue, Nov 24']);
      expect(parts(element, 'clocks')).to.eql(['Your time, Ada’s in Berlin']);
      expect(parts(element, 'part-of-day')).to.eql(['Morning', 'Afternoon', 'Evening']);
      expect(parts(element, 'time')).to.eql(['10:00 AM', '12:00 PM', '5:30 PM', '6:00 PM']);
      expect(parts(element, 'coach-time')).to.eql(['16:00', '18:00', '23:30', '00:00+1']);
    });

    it('names the night, and the coach’s day before', async () => {
      const element = await list({ zone: 'Pacific/Auckland', date: '2026-11-25', slots: on('2026-11-24', '12:00') });
      expect(parts(element, 'part-of-day')).to.eql(['Night']);
      expect(parts(element, 'coach-time')).to.eql(['13:00−1']);
    });

    it('leaves the second clock out where both show the same', async () => {
      const element = await list({ zone: 'Europe/Madrid' });
      expect(parts(element, 'coach-time')).to.eql([]);
      expect(parts(element, 'clocks')).to.eql(['Your time, Madrid']);
      expect(parts(await list({ coachZone: 'No/Where' }), 'coach-time')).to.eql([]);
    });

    it('tells the repeated hour of a clock change apart', async () => {
      const element = await list({ date: '2026-11-01', slots: on('2026-11-01', '05:30', '06:30', '07:30') });
      const [first, second, third] = parts(element, 'time');
      expect(first).to.match(/^1:30 AM GMT[-−]4$/);
      expect(second).to.match(/^1:30 AM GMT[-−]5$/);
      expect(third).to.equal('2:30 AM');
    });

    it('takes times out of order, twice, of other days, or without a date, as they should have come', async () => {
      const bad: Slot = { ...slot('2026-11-24T16:00:00Z'), startTime: 'soon' };
      const other = slot('2026-11-26T15:00:00Z');
      const element = await list({ slots: [...SLOTS].reverse().concat(SLOTS, bad, other) });
      expect(parts(element, 'time')).to.eql(['10:00 AM', '12:00 PM', '5:30 PM', '6:00 PM']);
      expect(parts(await list({ date: 'x', slots: [...SLOTS, other] }), 'time')).to.have.length(5);
    });

    it('follows the clock that is asked for', async () => {
      const element = await list();
      element.setAttribute('hour12', 'false');
      await element.updateComplete;
      expect(parts(element, 'time')).to.eql(['10:00', '12:00', '17:30', '18:00']);
      expect(parts(await list({ locale: 'de-DE' }), 'time')).to.eql(['10:00', '12:00', '17:30', '18:00']);
    });

    it('drops a time that was taken, and shows another price of one that stays', async () => {
      const element = await list();
      const [first, ...others] = SLOTS;
      element.slots = others;
      await element.updateComplete;
      expect(parts(element, 'time')).to.eql(['12:00 PM', '5:30 PM', '6:00 PM']);
      element.slots = others.map((other) => ({ ...other, rate: { amountMinor: 12_000, currency: 'USD' } }));
      await element.updateComplete;
      expect(input(element, 0).getAttribute('aria-label')).to.contain('$120');
      element.slots = first ? [first, ...others] : [];
      await element.updateComplete;
      expect(parts(element, 'time')).to.have.length(4);
    });

    it('holds the places of times that load, and says when there are none', async () => {
      const element = await list({ slots: [] });
      expect(parts(element, 'empty')).to.eql(['No free times on this day']);
      expect(parts(element, 'clocks')).to.eql([]);
      element.loading = true;
      await element.updateComplete;
      expect(parts(element, 'empty')).to.eql([]);
      expect(element.renderRoot.querySelectorAll('.slots .placeholder')).to.have.length(10);
      element.slots = SLOTS;
      await element.updateComplete;
      expect(parts(element, 'time')).to.have.length(4);
      expect(parts(await list({ slots: [], date: '' }), 'empty')).to.eql(['Choose a day to see its times.']);
    });

    it('stands in two columns from 272 px on, and keeps targets of 40 px', async () => {
      const element = await list({ slots: on('2026-11-24', '15:00', '15:30', '16:00', '16:30') });
      element.style.inlineSize = '284px';
      const boxes = inputs(element).map((control) => control.getBoundingClientRect());
      expect(boxes[1]?.top).to.equal(boxes[0]?.top);
      expect(boxes[2]?.top).to.be.greaterThan(boxes[0]?.top ?? Infinity);
      element.style.inlineSize = '184px';
      for (const control of inputs(element)) {
        const box = control.getBoundingClientRect();
        expect(box.height).to.be.at.least(40);
        expect(box.right).to.be.at.most(element.getBoundingClientRect().right);
      }
    });

    it('scrolls inside itself where it is given a height', async () => {
      const element = await list();
      element.style.blockSize = '200px';
      const times = element.renderRoot.querySelector('.list');
      expect(times?.scrollHeight).to.be.greaterThan(times?.clientHeight ?? Infinity);
      expect(element.getBoundingClientRect().height).to.equal(200);
    });

    it('keeps a coach’s name of 300 characters, with markup, in its place', async () => {
      const element = await list();
      element.coachName = '<b>'.repeat(100);
      await element.updateComplete;
      expect(parts(element, 'clocks')[0]).to.contain('<b><b>');
      const clocks = element.renderRoot.querySelector('[part="clocks"]');
      expect(clocks?.scrollWidth).to.be.at.most(clocks?.clientWidth ?? 0);
    });
  });

  describe('for assistive technology', () => {
    it('names each time in full: time, zone, date, length, price, and the coach’s clock', async () => {
      const element = await list();
      expect(tidy(input(element, 0).ariaLabel)).to.equal(
        '10:00 AM in New York, Tuesday, November 24, 2026, 60 min, $90, 16:00 for Ada',
      );
      const group = element.renderRoot.querySelector('[role="radiogroup"]');
      const title = element.shadowRoot?.getElementById(group?.getAttribute('aria-labelledby') ?? '');
      expect(tidy(title?.textContent)).to.equal('Tue, Nov 24');
    });

    it('passes axe with times, without, while loading, and from right to left', async () => {
      await expect(await list({ value: SLOTS[0]?.startTime ?? '' })).to.be.accessible();
      await expect(await list({ slots: [] })).to.be.accessible();
      await expect(await list({ dir: 'rtl', locale: 'ar' })).to.be.accessible();
      const loading = await fixture(html`<booking-slot-list loading></booking-slot-list>`);
      await expect(loading).to.be.accessible();
    });
  });

  describe('by pointer and keyboard', () => {
    it('chooses a time', async () => {
      const element = await list();
      setTimeout(() => input(element, 1).click());
      const { detail } = await oneEvent<BookingSlotSelectEvent>(element, 'booking-slot-select');
      expect(detail.slot).to.equal(SLOTS[1]);
      expect(element.value).to.equal('2026-11-24T17:00:00.000Z');
    });

    it('leaves the choice as it was where the page prevents it', async () => {
      const element = await list({ value: SLOTS[0]?.startTime ?? '' });
      element.addEventListener('booking-slot-select', (event) => event.preventDefault());
      input(element, 2).click();
      await element.updateComplete;
      expect(element.value).to.equal(SLOTS[0]?.startTime);
      expect(inputs(element).map((control) => control.checked)).to.eql([true, false, false, false]);
    });

    it('moves with the arrows through all parts of the day', async () => {
      const element = await list({ value: SLOTS[0]?.startTime ?? '' });
      element.focus();
      await press('ArrowDown');
      await press('ArrowDown');
      expect(element.value).to.equal(SLOTS[2]?.startTime);
      await press('ArrowUp');
      expect(element.value).to.equal(SLOTS[1]?.startTime);
    });

    itNeeds('focus ring after arrows', 'rings the time that the arrows move to', async () => {
      const element = await list();
      element.focus();
      await press('ArrowDown');
      const label = input(element, 1).closest('label');
      expect(label && getComputedStyle(label).outlineOffset).to.equal('2px');
    });

    it('sends no event when it is set from outside', async () => {
      const element = await list();
      let heard = 0;
      element.addEventListener('booking-slot-select', () => heard++);
      element.value = SLOTS[3]?.startTime ?? '';
      await element.updateComplete;
      expect(input(element, 3).checked).to.equal(true);
      expect(heard).to.equal(0);
    });
  });

  describe('in a form', () => {
    it('submits the instant that the time starts at, and resets', async () => {
      const element = await list();
      input(element, 0).click();
      await element.updateComplete;
      expect(new FormData(form(element)).get('slot')).to.equal('2026-11-24T15:00:00.000Z');
      form(element).reset();
      await element.updateComplete;
      expect(new FormData(form(element)).get('slot')).to.equal(null);
      expect(inputs(element).some((control) => control.checked)).to.equal(false);
    });

    it('asks for a time where one is required', async () => {
      const element = await list();
      element.required = true;
      await element.updateComplete;
      expect(form(element).checkValidity()).to.equal(false);
      expect(element.validationMessage).to.equal('Choose a time first.');
      element.value = 'not a time';
      await element.updateComplete;
      expect(element.checkValidity()).to.equal(false);
      element.value = SLOTS[0]?.startTime ?? '';
      await element.updateComplete;
      expect(element.reportValidity()).to.equal(true);
    });
  });
});
