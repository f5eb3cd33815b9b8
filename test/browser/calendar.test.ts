import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { addDays } from '../../src/domain/plain-date.js';
import { BookingCalendar } from '../../src/elements/booking-calendar/booking-calendar.js';
import type { BookingDaySelectEvent, BookingPageChangeEvent } from '../../src/elements/events.js';
import { finishStyles } from '../../src/elements/finish-styles.js';
import { emulate, itNeeds, press, type } from './engine.js';

finishStyles();
if (!customElements.get(BookingCalendar.tag)) customElements.define(BookingCalendar.tag, BookingCalendar);

const TODAY = '2026-11-22';

/** Nothing is free for a hundred days, except what is named. */
function daysWith(free: Record<string, number>): Record<string, number> {
  const days: Record<string, number> = {};
  for (let index = 0; index < 100; index++) days[addDays('2026-11-16', index)] = 0;
  return { ...days, ...free };
}
const DAYS = daysWith({ '2026-11-24': 10, '2026-11-25': 6, '2026-11-26': 1, '2026-12-01': 9, '2027-01-05': 4 });

interface Options {
  readonly days?: Record<string, number>;
  readonly value?: string;
  readonly page?: string;
  readonly max?: string;
  readonly weeks?: number;
  readonly locale?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly readonly?: boolean;
}

async function calendar(options: Options = {}): Promise<BookingCalendar> {
  const { days = DAYS, value = '', page = '', max = '', weeks = 6, locale = 'en-GB', dir = 'ltr' } = options;
  const frame = await fixture<HTMLDivElement>(
    html`<div dir=${dir}>
      <booking-calendar
        .days=${days}
        value=${value}
        page=${page}
        today=${TODAY}
        max=${max}
        weeks=${weeks}
        locale=${locale}
        ?readonly=${options.readonly ?? false}
      ></booking-calendar>
    </div>`,
  );
  const element = frame.querySelector('booking-calendar');
  if (!element) throw new Error('no calendar');
  await element.updateComplete;
  return element;
}

const all = (element: BookingCalendar, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const part = (element: BookingCalendar, name: string) => {
  const found = all(element, `[part~="${name}"]`)[0];
  if (!found) throw new Error(`no part ${name}`);
  return found;
};
/** Engines differ in commas. */
const nameOf = (cell: Element | null | undefined) => (cell?.getAttribute('aria-label') ?? '').replace(/,/g, '');
const day = (element: BookingCalendar, name: string) => {
  const found = all(element, '[role="gridcell"]').find((cell) => nameOf(cell).startsWith(name));
  if (!found) throw new Error(`no day ${name}`);
  return found;
};
const focused = (element: BookingCalendar) => nameOf(element.shadowRoot?.activeElement);
const text = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();

/** What the element tells its page while something is done to it. */
async function eventsDuring(element: HTMLElement, act: () => void | Promise<void>): Promise<string[]> {
  const heard: string[] = [];
  const listen = ({ type }: Event) => heard.push(type);
  for (const type of ['booking-day-select', 'booking-page-change']) element.addEventListener(type, listen);
  await act();
  await aTimeout(0);
  for (const type of ['booking-day-select', 'booking-page-change']) element.removeEventListener(type, listen);
  return heard;
}

describe('booking-calendar', () => {
  describe('for the eye', () => {
    it('shows six weeks from the current one, in the order of the locale', async () => {
      const british = await calendar();
      expect(text(part(british, 'title'))).to.match(/^Nov\s?–\s?Dec 2026$/);
      expect(all(british, '[role="columnheader"]').map(text)).to.eql(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
      expect(all(british, '[role="gridcell"]')).to.have.length(42);
      const american = await calendar({ locale: 'en-US' });
      expect(all(american, '[role="columnheader"]').map(text)[0]).to.equal('Sun');
      expect(text(all(american, '[role="gridcell"]')[0] ?? american)).to.equal('22');
    });

    it('marks today, the first of a month, and how many times are free', async () => {
      const element = await calendar();
      expect(day(element, 'Today Sunday 22').dataset.caption).to.equal('Today');
      expect(day(element, 'Tuesday 1 December').dataset.caption).to.equal('Dec');
      const bar = (name: string) => getComputedStyle(day(element, name), '::after').inlineSize;
      expect(bar('Thursday 26')).to.equal('5px');
      expect(bar('Wednesday 25')).to.equal('12px');
      expect(bar('Tuesday 24')).to.equal('20px');
    });

    it('never makes a day that is still loading look free or full', async () => {
      const element = await calendar({ days: { '2026-11-23': 0, '2026-11-24': 3 } });
      const loading = day(element, 'Wednesday 25');
      await aTimeout(250);
      expect(loading.part.contains('loading')).to.equal(true);
      expect(nameOf(loading)).to.equal('Wednesday 25 November 2026 loading');
      const background = (name: string) => getComputedStyle(day(element, name)).backgroundColor;
      expect(background('Wednesday 25')).not.to.equal(background('Monday 23'));
      expect(background('Wednesday 25')).not.to.equal(background('Tuesday 24'));
      expect(day(element, 'Saturday 21').part.contains('outside')).to.equal(true);
      const nothing = await calendar({ days: {} });
      expect(part(nothing, 'grid').getAttribute('aria-busy')).to.equal('true');
    });

    it('fits 288 px and grows with the room that it gets', async () => {
      const element = await calendar();
      for (const width of [272, 288, 328, 390, 900]) {
        element.style.inlineSize = `${width}px`;
        const cells = all(element, '[role="gridcell"]').map((cell) => cell.getBoundingClientRect());
        const end = Math.max(...cells.map((cell) => cell.right));
        expect(end).to.be.at.most(element.getBoundingClientRect().right + 0.5);
        expect(Math.min(...cells.map((cell) => cell.height))).to.be.at.least(40);
        if (width >= 288) expect(Math.min(...cells.map((cell) => cell.width))).to.be.at.least(40);
      }
    });
  });

  describe('for assistive technology', () => {
    it('names every day in full, with its free times', async () => {
      const element = await calendar({ value: '2026-11-25' });
      const named = (name: string) => nameOf(day(element, name));
      expect(named('Wednesday 25')).to.equal('Wednesday 25 November 2026 6 times available');
      expect(named('Thursday 26')).to.equal('Thursday 26 November 2026 1 time available');
      expect(named('Friday 27')).to.equal('Friday 27 November 2026 no free times');
      expect(named('Today')).to.equal('Today Sunday 22 November 2026 no free times');
      expect(day(element, 'Wednesday 25').ariaSelected).to.equal('true');
      expect(day(element, 'Tuesday 24').ariaSelected).to.equal('false');
      expect(day(element, 'Friday 27').ariaDisabled).to.equal('true');
      expect(day(element, 'Today').ariaCurrent).to.equal('date');
      expect(part(element, 'weekday').ariaLabel).to.equal('Monday');
    });

    it('passes axe with times, while loading, and read-only', async () => {
      await expect(await calendar({ value: '2026-11-24' })).to.be.accessible();
      await expect(await calendar({ days: {} })).to.be.accessible();
      await expect(await calendar({ readonly: true, dir: 'rtl', locale: 'ar' })).to.be.accessible();
    });

    itNeeds('media emulation', 'passes axe in the dark', async () => {
      const element = await calendar({ value: '2026-11-24' });
      element.style.cssText = 'color-scheme: dark; background: #15171c';
      await emulate({ colorScheme: 'dark' });
      await expect(element).to.be.accessible();
      await emulate({ colorScheme: 'light' });
    });
  });

  describe('by pointer', () => {
    it('chooses a day with times', async () => {
      const element = await calendar();
      setTimeout(() => day(element, 'Wednesday 25').click());
      const { detail } = await oneEvent<BookingDaySelectEvent>(element, 'booking-day-select');
      expect(detail).to.eql({ date: '2026-11-25' });
      expect(element.value).to.equal('2026-11-25');
    });

    it('leaves days alone that are full, loading, past, or read-only', async () => {
      const element = await calendar({ days: { '2026-11-23': 0, '2026-11-24': 3 } });
      const heard = await eventsDuring(element, () => {
        for (const name of ['Saturday 21', 'Monday 23', 'Wednesday 25']) day(element, name).click();
      });
      const fixed = await calendar({ readonly: true });
      expect([...heard, ...(await eventsDuring(fixed, () => day(fixed, 'Tuesday 24').click()))]).to.eql([]);
      expect(element.value + fixed.value).to.equal('');
    });

    it('turns the page, and not beyond what can be booked', async () => {
      const element = await calendar({ max: '2027-01-20' });
      expect(part(element, 'previous').ariaDisabled).to.equal('true');
      expect(await eventsDuring(element, () => part(element, 'previous').click())).to.eql([]);
      setTimeout(() => part(element, 'next').click());
      const { detail } = await oneEvent<BookingPageChangeEvent>(element, 'booking-page-change');
      expect(detail).to.eql({ page: '2026-11-30' });
      await element.updateComplete;
      expect(text(part(element, 'title'))).to.equal('December 2026');
      part(element, 'next').click();
      await element.updateComplete;
      expect(text(part(element, 'title'))).to.equal('January 2027');
      expect(part(element, 'next').ariaDisabled).to.equal('true');
    });
  });

  describe('by keyboard', () => {
    it('has one tab stop: the chosen day, else the first free one', async () => {
      const element = await calendar();
      expect(all(element, '[role="gridcell"][tabindex="0"]')).to.eql([day(element, 'Tuesday 24')]);
      element.value = '2026-11-26';
      await element.updateComplete;
      expect(all(element, '[role="gridcell"][tabindex="0"]')).to.eql([day(element, 'Thursday 26')]);
    });

    it('moves by day, week and month, also over days without times', async () => {
      const element = await calendar();
      element.focus();
      const moves: [string, string][] = [
        ['ArrowRight', 'Wednesday 25 November'],
        ['ArrowDown', 'Wednesday 2 December'],
        ['ArrowLeft', 'Tuesday 1 December'],
        ['ArrowUp', 'Tuesday 24 November'],
        ['End', 'Sunday 29 November'],
        ['Home', 'Monday 23 November'],
        ['PageDown', 'Wednesday 23 December'],
        ['PageUp', 'Monday 23 November'],
        ['ArrowUp', 'Today Sunday 22 November'],
      ];
      for (const [key, name] of moves) {
        await press(key);
        await element.updateComplete;
        expect(focused(element), key).to.contain(name);
      }
    });

    it('turns the page when the focus leaves it, and keeps the focus', async () => {
      const element = await calendar({ value: '2026-11-24' });
      element.focus();
      const heard = await eventsDuring(element, async () => {
        await press('PageDown');
        await press('PageDown');
      });
      expect(heard).to.eql(['booking-page-change']);
      expect(text(part(element, 'title'))).to.equal('January 2027');
      expect(focused(element)).to.contain('Sunday 24 January 2027');
      await press('Shift+PageDown');
      await element.updateComplete;
      expect(focused(element)).to.contain('24 January 2028');
    });

    it('hears what is done to any part of a day, and nothing beside it', async () => {
      const element = await calendar();
      element.prices = { '2026-11-24': { amountMinor: 5000, currency: 'USD' } };
      await element.updateComplete;
      const price = day(element, 'Tuesday 24').querySelector('b');
      expect(await eventsDuring(element, () => price?.click())).to.eql(['booking-day-select']);
      expect(element.value).to.equal('2026-11-24');
      for (const beside of ['.weekday', '.row + .row', '.grid'])
        expect(await eventsDuring(element, () => all(element, beside)[0]?.click()), beside).to.eql([]);
      element.prices = {};
      await element.updateComplete;
      expect(text(day(element, 'Tuesday 24'))).to.equal('24');
    });

    it('chooses with Enter and Space, and only days with times', async () => {
      const element = await calendar();
      element.focus();
      expect(await eventsDuring(element, () => press('Enter'))).to.eql(['booking-day-select']);
      expect(element.value).to.equal('2026-11-24');
      await press('ArrowRight');
      expect(await eventsDuring(element, () => type(' '))).to.eql(['booking-day-select']);
      expect(element.value).to.equal('2026-11-25');
      await press('End');
      expect(await eventsDuring(element, () => press('Enter'))).to.eql([]);
      expect(element.value).to.equal('2026-11-25');
    });

    it('turns left and right round where text runs from right to left', async () => {
      const element = await calendar({ dir: 'rtl' });
      element.focus();
      await press('ArrowLeft');
      await element.updateComplete;
      expect(focused(element)).to.contain('Wednesday 25');
      const first = all(element, '[role="gridcell"]')[0]?.getBoundingClientRect().left ?? 0;
      const second = all(element, '[role="gridcell"]')[1]?.getBoundingClientRect().left ?? 0;
      expect(first).to.be.greaterThan(second);
    });

    itNeeds('focus ring', 'shows where the focus is', async () => {
      const element = await calendar();
      part(element, 'next').focus();
      await press('Tab');
      await press('ArrowRight');
      await element.updateComplete;
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(day(element, 'Wednesday 25'));
      expect([outlineStyle, outlineWidth, outlineOffset]).to.eql(['solid', '2px', '2px']);
    });
  });

  describe('in a page', () => {
    it('sends no event when it is set from outside', async () => {
      const element = await calendar();
      const heard = await eventsDuring(element, async () => {
        element.value = '2026-12-01';
        element.page = '2027-01-01';
        element.days = {};
        await element.updateComplete;
      });
      expect(heard).to.eql([]);
      expect(text(part(element, 'title'))).to.equal('January 2027');
    });

    it('follows a day that loses or gets times, in a record that is otherwise as before', async () => {
      const element = await calendar();
      element.days = { ...DAYS, '2026-11-24': 9, '2026-11-26': 0 };
      await element.updateComplete;
      expect(nameOf(day(element, 'Tuesday 24'))).to.contain('9 times available');
      expect(day(element, 'Thursday 26').matches('.full[aria-disabled="true"]')).to.equal(true);
      element.days = DAYS;
      await element.updateComplete;
      expect(day(element, 'Thursday 26').matches('.free[aria-disabled="false"]')).to.equal(true);
    });

    it('follows a day that is not known any more, or only now', async () => {
      const element = await calendar();
      const { '2026-11-24': count, ...others } = DAYS;
      element.days = others;
      await element.updateComplete;
      expect(day(element, 'Tuesday 24').matches('.loading')).to.equal(true);
      element.days = { ...others, '2026-11-24': count ?? 0 };
      await element.updateComplete;
      expect(day(element, 'Tuesday 24').matches('.free')).to.equal(true);
    });

    it('names its days the same after it was turned away and back', async () => {
      const element = await calendar();
      const names = () => all(element, '[role="gridcell"]').map((cell) => [nameOf(cell), cell.className, text(cell)]);
      const before = names();
      element.page = '2026-12-28';
      await element.updateComplete;
      expect(names()).not.to.eql(before);
      element.page = '2026-11-22';
      await element.updateComplete;
      expect(names()).to.eql(before);
    });

    it('takes bad attributes for no value', async () => {
      const element = await fixture<BookingCalendar>(
        html`<booking-calendar value="x" page="2026-02-30" today="now" min="-" max="9" weeks="-3" locale="C">
        </booking-calendar>`,
      );
      expect(all(element, '[role="gridcell"]')).to.have.length(42);
      expect(all(element, '[aria-selected="true"], [aria-current="date"]')).to.eql([]);
    });

    it('shows fewer weeks where it is told to', async () => {
      const element = await calendar({ weeks: 3 });
      expect(all(element, '[role="gridcell"]')).to.have.length(21);
      expect(text(part(element, 'title'))).to.match(/^November 2026$|^Nov\s?–\s?Dec 2026$/);
    });

    it('follows the language of the page', async () => {
      const before = document.documentElement.lang;
      const element = await fixture<BookingCalendar>(html`<booking-calendar page="2026-11-30"></booking-calendar>`);
      const firstDays: string[] = [];
      for (const lang of ['en-US', 'de-DE']) {
        document.documentElement.lang = lang;
        await aTimeout(0);
        await element.updateComplete;
        firstDays.push(text(part(element, 'weekday')));
      }
      expect(firstDays).to.eql(['Sun', 'Mon']);
      document.documentElement.lang = before;
    });
  });

  describe('prices of days', () => {
    const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
    const yen = (amountMinor: number) => ({ amountMinor, currency: 'JPY' });
    const day = (element: BookingCalendar, name: RegExp) => {
      const found = all(element, '.day').find((cell) => name.test(cell.ariaLabel ?? ''));
      if (!found) throw new Error(`no day ${String(name)}`);
      return found;
    };
    async function priced(prices: BookingCalendar['prices'], width: number): Promise<BookingCalendar> {
      const element = await calendar({ locale: 'en-US' });
      element.style.inlineSize = `${width}px`;
      element.prices = prices;
      await element.updateComplete;
      return element;
    }
    /** What does not fit is in a second line, below what is seen. */
    const isSeen = (cell: HTMLElement) => {
      const price = cell.querySelector('b');
      return !!price && price.clientHeight > 0 && price.scrollHeight <= price.clientHeight + 3;
    };

    it('stand in free days and in their names, beside the hint of how many times there are', async () => {
      const element = await priced({ '2026-11-24': usd(5000), '2026-11-25': usd(8950), '2026-11-27': usd(100) }, 430);
      const free = day(element, /November 24/);
      expect(free.ariaLabel).to.match(/10 times available, from \$50$/);
      expect(free.querySelector('b')?.dataset.price).to.equal('$50');
      expect(isSeen(free)).to.equal(true);
      expect(free.classList.contains('many')).to.equal(true);
      expect(day(element, /November 25/).ariaLabel).to.match(/from \$89\.50$/);
      expect(day(element, /November 26/).querySelector('b'), 'a day without a price').to.equal(null);
      expect(day(element, /November 27/).ariaLabel, 'a day without times').to.match(/no free times$/);
    });

    it('are left out where they do not fit, and never wider than their day', async () => {
      for (const width of [288, 328, 430]) {
        const prices = { '2026-11-24': yen(1_200_000_000), '2026-11-25': yen(900), '2026-12-01': yen(12_000) };
        const element = await priced(prices, width);
        const wide = day(element, /November 24/);
        expect(isSeen(wide), `¥1,200,000,000 at ${width}`).to.equal(false);
        expect(wide.ariaLabel).to.contain('¥1,200,000,000');
        expect(isSeen(day(element, /November 25/)), `¥900 at ${width}`).to.equal(true);
        for (const cell of all(element, '.day')) expect(cell.scrollWidth).to.be.at.most(cell.clientWidth + 1);
      }
    });

    it('pass axe', async () => {
      await expect(await priced({ '2026-11-24': usd(5000), '2026-12-01': usd(8950) }, 430)).to.be.accessible();
    });
  });
});
