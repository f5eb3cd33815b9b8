import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { BookingError } from '../../src/domain/booking-error.js';
import { addDays } from '../../src/domain/plain-date.js';
import type { Slot } from '../../src/domain/slot.js';
import type { BookingAgenda } from '../../src/elements/booking-agenda/booking-agenda.js';
import type { BookingPageChangeEvent, BookingSlotSelectEvent } from '../../src/elements/events.js';
import { until } from '../../src/kit/page-objects/index.js';
import { press } from './engine.js';
import { mockAdapter, openFlow } from './flow-fixture.js';

const slot = (startTime: string): Slot => ({
  startTime: new Date(startTime).toISOString(),
  endTime: new Date(Date.parse(startTime) + 3_600_000).toISOString(),
  durationMinutes: 60,
  rate: { amountMinor: 9000, currency: 'USD' },
});
const on = (date: string, ...times: string[]): [string, readonly Slot[]] => [
  date,
  times.map((time) => slot(`${date}T${time}:00Z`)),
];

/** The week of Monday 23 November in New York: today is Tuesday, Friday has no times, the weekend is not told yet. */
const DAYS = Object.fromEntries([
  on('2026-11-23', '15:00'),
  on('2026-11-24', '15:00', '17:00', '22:30'),
  on('2026-11-25', '16:00'),
  on('2026-11-26', '15:00', '17:30'),
  on('2026-11-27'),
]);
/** Three times a day for six weeks. */
const SIX_WEEKS = Object.fromEntries(
  Array.from({ length: 42 }, (_, index) => on(addDays('2026-11-23', index), '15:00', '17:00', '22:30')),
);

interface Options {
  readonly days?: Readonly<Record<string, readonly Slot[]>>;
  readonly view?: 'week' | 'list';
  readonly width?: number;
  readonly value?: string;
  readonly locale?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly zone?: string;
  readonly max?: string;
}

async function agenda(options: Options = {}): Promise<BookingAgenda> {
  const { days = DAYS, view = 'week', width = 700, value = '', locale = 'en-US', dir = 'ltr' } = options;
  const form = await fixture<HTMLFormElement>(
    html`<form dir=${dir}>
      <booking-agenda
        name="time"
        .days=${days}
        view=${view}
        value=${value}
        page="2026-11-23"
        today="2026-11-24"
        max=${options.max ?? '2027-02-28'}
        time-zone=${options.zone ?? 'America/New_York'}
        coach-time-zone="Europe/Berlin"
        coach-name="Ada"
        locale=${locale}
      ></booking-agenda>
    </form>`,
  );
  form.style.inlineSize = `${width}px`;
  const element = form.querySelector('booking-agenda');
  if (!element) throw new Error('no agenda');
  await until(() => element.isWeek === (view === 'week' && width >= 640), 'its layout');
  await element.updateComplete;
  return element;
}

const tidy = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim() ?? '';
const all = (element: BookingAgenda, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const one = (element: BookingAgenda, selector: string) => {
  const [found] = all(element, selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
/** What a screen reader reads as headings. */
const headings = (element: BookingAgenda) => all(element, 'h4 .hidden').map((node) => tidy(node.textContent));
const looks = (element: BookingAgenda) => all(element, 'h4 .look').map((node) => tidy(node.textContent));
const times = (element: BookingAgenda) => all(element, '[part=time]').map((node) => tidy(node.textContent));
const radios = (element: BookingAgenda) => [...element.renderRoot.querySelectorAll<HTMLInputElement>('[type=radio]')];
const box = (node: Element) => node.getBoundingClientRect();

describe('booking-agenda', () => {
  describe('a week, where there is room', () => {
    it('shows seven days side by side, each under its full name', async () => {
      const element = await agenda();
      expect(tidy(one(element, '#title').textContent)).to.match(/^November 23 . 29, 2026$/);
      expect(headings(element)).to.deep.equal([
        'Monday, November 23, 2026, no free times',
        'Today, Tuesday, November 24, 2026, 3 times available',
        'Wednesday, November 25, 2026, 1 time available',
        'Thursday, November 26, 2026, 2 times available',
        'Friday, November 27, 2026, no free times',
        'Saturday, November 28, 2026, loading',
        'Sunday, November 29, 2026, loading',
      ]);
      const days = all(element, '.day');
      expect(new Set(days.map((day) => Math.round(box(day).top))).size).to.equal(1);
      expect(days.map((day) => box(day).left)).to.deep.equal(
        [...days.map((day) => box(day).left)].sort((a, b) => a - b),
      );
    });

    it('puts the same part of the day at the same height in all days', async () => {
      const element = await agenda();
      expect(all(element, '.part').map((node) => tidy(node.textContent))).to.deep.equal([
        'Morning',
        'Afternoon',
        'Evening',
      ]);
      const mornings = all(element, '.slots.morning');
      expect(mornings).to.have.length(3);
      expect(new Set(mornings.map((node) => Math.round(box(node).top))).size).to.equal(1);
      expect(box(one(element, '.slots.evening')).top).to.be.greaterThan(box(one(element, '.slots.afternoon')).bottom);
    });

    it('what loads looks neither full nor free, what is full says so', async () => {
      const element = await agenda();
      const [friday, saturday] = all(element, '.day').slice(4);
      expect(friday?.querySelector('.none')?.textContent).to.equal('–');
      expect(friday?.querySelector('.placeholder')).to.equal(null);
      expect(saturday?.querySelector('.none')).to.equal(null);
      expect(saturday?.querySelectorAll('.placeholder').length).to.be.greaterThan(0);
      expect(one(element, '[role=radiogroup]').getAttribute('aria-busy')).to.equal('true');
      element.days = { ...DAYS, '2026-11-28': [], '2026-11-29': [] };
      await element.updateComplete;
      expect(all(element, '.placeholder')).to.have.length(0);
      expect(one(element, '[role=radiogroup]').getAttribute('aria-busy')).to.equal('false');
    });

    it('turns by a week, not before today and not beyond what can be booked', async () => {
      const element = await agenda({ max: '2026-12-02' });
      const [previous, next] = all(element, '.icon-button');
      expect(previous?.getAttribute('aria-disabled')).to.equal('true');
      previous?.click();
      expect(element.page).to.equal('2026-11-23');
      const turned = oneEvent<BookingPageChangeEvent>(element, 'booking-page-change');
      next?.click();
      expect((await turned).detail).to.deep.equal({ page: '2026-11-30', days: 7 });
      await element.updateComplete;
      expect(all(element, '.icon-button')[1]?.getAttribute('aria-disabled')).to.equal('true');
    });

    it('an empty week says so below its days', async () => {
      const empty = Object.fromEntries(Array.from({ length: 7 }, (_, index) => on(addDays('2026-11-23', index))));
      const element = await agenda({ days: empty });
      expect(all(element, '.day')).to.have.length(7);
      expect(box(one(element, '.empty')).height).to.be.greaterThan(0);
      expect(tidy(one(element, 'slot[name=empty]').textContent)).to.equal('No free times in these weeks');
    });

    it('stays in its place where names, clocks and numbers are long', async () => {
      for (const [locale, dir] of [
        ['de', 'ltr'],
        ['ar', 'rtl'],
        ['ja', 'ltr'],
      ] as const) {
        const element = await agenda({ locale, dir, width: 640 });
        for (const slotBox of all(element, '.slot')) {
          expect(slotBox.scrollWidth, locale).to.be.at.most(slotBox.clientWidth + 1);
        }
        expect(box(one(element, '.list')).width).to.be.at.most(box(element).width + 13);
      }
    });
  });

  describe('a list', () => {
    it('is what a narrow place shows: the next times, without days that have none', async () => {
      const element = await agenda({ width: 328 });
      expect(looks(element)).to.deep.equal(['Today November 24', 'Wednesday November 25', 'Thursday November 26']);
      expect(times(element)).to.deep.equal(['10:00 AM', '12:00 PM', '5:30 PM', '11:00 AM', '10:00 AM', '12:30 PM']);
      const wide = await agenda({ view: 'list', width: 800 });
      expect(wide.isWeek).to.equal(false);
      expect(looks(wide)).to.deep.equal(looks(element));
    });

    it('goes on by more times, and takes the focus to the first of them', async () => {
      const element = await agenda({ view: 'list', days: SIX_WEEKS });
      expect(times(element)).to.have.length(12);
      let heard = 0;
      element.addEventListener('booking-page-change', () => heard++);
      one(element, '.more').focus();
      one(element, '.more').click();
      await element.updateComplete;
      expect(times(element)).to.have.length(24);
      expect(heard, 'what is known is not asked for').to.equal(0);
      expect(element.shadowRoot?.activeElement?.id).to.equal('day-2026-11-28');
    });

    it('asks for further days at the end of what is known, and shows that they load', async () => {
      const element = await agenda({ view: 'list' });
      const asked = oneEvent<BookingPageChangeEvent>(element, 'booking-page-change');
      one(element, '.more').focus();
      one(element, '.more').click();
      expect((await asked).detail).to.deep.equal({ page: '2026-11-23', days: 47 });
      element.loading = true;
      await element.updateComplete;
      expect(one(element, '.more').getAttribute('aria-disabled')).to.equal('true');
      expect(all(element, '.day.loading')).to.have.length(1);
      element.days = SIX_WEEKS;
      element.loading = false;
      await element.updateComplete;
      expect(all(element, '.day.loading')).to.have.length(0);
      expect(element.shadowRoot?.activeElement?.id).to.equal('day-2026-11-27');
    });

    it('ends where nothing can be booked any more', async () => {
      const element = await agenda({ view: 'list', max: '2026-11-27' });
      expect(all(element, '.more')).to.have.length(0);
    });

    it('knows nothing at first, and does not look empty', async () => {
      const element = await agenda({ view: 'list', days: {} });
      expect(all(element, '.day.loading')).to.have.length(1);
      expect(box(one(element, '.empty')).height).to.equal(0);
    });

    it('goes as far as the chosen time', async () => {
      const element = await agenda({ view: 'list', days: SIX_WEEKS, value: '2026-12-04T15:00:00.000Z' });
      expect(radios(element).find((radio) => radio.checked)?.value).to.equal('2026-12-04T15:00:00.000Z');
    });
  });

  describe('choosing', () => {
    it('is one radio group over all days, told by an event that the page may prevent', async () => {
      const element = await agenda();
      const chosen = oneEvent<BookingSlotSelectEvent>(element, 'booking-slot-select');
      radios(element)[3]?.click();
      expect((await chosen).detail.slot.startTime).to.equal('2026-11-25T16:00:00.000Z');
      expect(element.value).to.equal('2026-11-25T16:00:00.000Z');
      element.addEventListener('booking-slot-select', (event) => event.preventDefault());
      radios(element)[0]?.click();
      await element.updateComplete;
      expect(element.value).to.equal('2026-11-25T16:00:00.000Z');
      expect(radios(element).filter((radio) => radio.checked)).to.have.length(1);
    });

    it('by arrows: up and down in the day, left and right to the same time of other days', async () => {
      const element = await agenda({ value: '2026-11-24T17:00:00.000Z' });
      element.focus();
      await press('ArrowRight');
      expect(element.value).to.equal('2026-11-25T16:00:00.000Z');
      await press('ArrowRight');
      expect(element.value).to.equal('2026-11-26T15:00:00.000Z');
      await press('ArrowDown');
      expect(element.value).to.equal('2026-11-26T17:30:00.000Z');
      await press('ArrowLeft');
      expect(element.value).to.equal('2026-11-25T16:00:00.000Z');
    });

    it('left and right go the other way from right to left', async () => {
      const element = await agenda({ dir: 'rtl', locale: 'ar', value: '2026-11-24T15:00:00.000Z' });
      element.focus();
      await press('ArrowLeft');
      expect(element.value).to.equal('2026-11-25T16:00:00.000Z');
    });

    it('takes part in a form, and asks for a time where one is needed', async () => {
      const element = await agenda();
      element.required = true;
      await element.updateComplete;
      expect(element.checkValidity()).to.equal(false);
      radios(element)[0]?.click();
      await element.updateComplete;
      expect(element.form && new FormData(element.form).get('time')).to.equal('2026-11-24T15:00:00.000Z');
      element.value = '2026-01-01T00:00:00.000Z';
      await element.updateComplete;
      expect(element.checkValidity(), 'a time that is none of them').to.equal(false);
    });
  });

  describe('for everyone', () => {
    it('names each time in full', async () => {
      const element = await agenda();
      expect(tidy(radios(element)[0]?.ariaLabel)).to.equal(
        '10:00 AM in New York, Tuesday, November 24, 2026, 60 min, $90, 16:00 for Ada',
      );
    });

    it('follows the clock and the zone that are asked for', async () => {
      const element = await agenda();
      element.hour12 = false;
      await element.updateComplete;
      expect(times(element).slice(0, 3)).to.deep.equal(['10:00', '12:00', '17:30']);
    });

    it('passes axe as a week, as a list, loading and empty, from right to left', async () => {
      await expect(await agenda({ value: '2026-11-24T15:00:00.000Z' })).to.be.accessible();
      await expect(await agenda({ view: 'list' })).to.be.accessible();
      await expect(await agenda({ days: {} })).to.be.accessible();
      await expect(await agenda({ view: 'list', days: {}, width: 320 })).to.be.accessible();
      await expect(await agenda({ dir: 'rtl', locale: 'ar' })).to.be.accessible();
    });

    it('a thousand times in a week are drawn once: a choice touches two days only', async () => {
      const everyTenMinutes = Array.from({ length: 144 }, (_, index) => {
        const minutes = String(index * 10);
        return [`${Math.floor(Number(minutes) / 60)}`, `${Number(minutes) % 60}`].map((part) => part.padStart(2, '0'));
      }).map((parts) => parts.join(':'));
      const days = Object.fromEntries(
        Array.from({ length: 7 }, (_, index) => on(addDays('2026-11-23', index), ...everyTenMinutes)),
      );
      const element = await agenda({ days, zone: 'UTC' });
      expect(radios(element).length).to.equal(6 * 144);
      const changed = new Set<string>();
      const observer = new MutationObserver((records) => {
        for (const { target } of records)
          if (target instanceof Element)
            changed.add(target.closest('.day')?.ariaLabel ?? target.closest('.day')?.querySelector('h4')?.id ?? '');
      });
      observer.observe(element.renderRoot, { subtree: true, childList: true, attributes: true, characterData: true });
      radios(element)[10]?.click();
      await element.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
      observer.disconnect();
      expect([...changed]).to.deep.equal(['day-2026-11-24']);
    });
  });
});

describe('<booking-flow> with another view', () => {
  const agendaIn = (flow: HTMLElement) =>
    until(() => flow.shadowRoot?.querySelector<BookingAgenda>('booking-agenda'), 'the agenda');

  async function open(view: 'week' | 'list', width: number, options: Parameters<typeof openFlow>[0] = {}) {
    const page = await openFlow({ duration: 60, ...options });
    page.element.view = view;
    page.element.style.inlineSize = `${width}px`;
    const element = await agendaIn(page.element);
    await until(() => element.isWeek === (view === 'week' && width > 900), 'its layout');
    return { page, element };
  }

  it('books from a week of columns', async () => {
    const { page, element } = await open('week', 1040);
    expect(all(element, '.day')).to.have.length(7);
    await page.chooseTime();
    await page.press('Continue');
    await page.shows('Your details');
    await page.back();
    const again = await agendaIn(page.element);
    await until(() => radios(again).some((radio) => radio.checked), 'the chosen time');
  });

  it('looks at the next weeks without losing the choice', async () => {
    const { page, element } = await open('week', 1040);
    await page.chooseTime();
    const { value } = element;
    await page.press('Later days');
    await page.press('Earlier days');
    await until(() => radios(element).some((radio) => radio.checked && radio.value === value), 'the chosen time');
  });

  it('an empty week names the next free time and goes there', async () => {
    const { page, element } = await open('week', 1040, { scenario: 'next-month' });
    await until(() => radios(element).length > 0, 'the first week that has times');
    const first = element.page;
    await page.press('Earlier days');
    await until(() => element.page < first, 'the week before');
    expect(radios(element)).to.have.length(0);
    await page.press(/Go to/);
    await until(() => radios(element).length > 0, 'times');
    expect(element.page).to.equal(first);
  });

  it('chooses far down a narrow list without turning it', async () => {
    const { page, element } = await open('week', 360);
    await page.press('More times');
    await until(() => all(element, '.day').length > 4, 'more days');
    const far = radios(element).at(-1);
    const before = headings(element)[0];
    far?.click();
    await until(() => far?.checked, 'the choice');
    await element.updateComplete;
    expect(headings(element)[0]).to.equal(before);
    expect(page.element.shadowRoot?.querySelector('.chosen')?.textContent).to.match(/\d/);
  });

  it('keeps the chosen instant when the zone changes, on the week that has it', async () => {
    const { page, element } = await open('week', 1040);
    await page.chooseTime();
    const { value } = element;
    page.element.timeZone = 'Pacific/Auckland';
    await until(() => element.timeZone === 'Pacific/Auckland', 'the zone');
    await until(() => radios(element).some((radio) => radio.checked && radio.value === value), 'the chosen time');
    page.element.hour12 = true;
    await until(() => times(element).some((time) => /[ap]m$/i.test(time)), 'the other clock');
  });

  it('goes to the calendar and back without losing the day', async () => {
    const { page } = await open('week', 1040);
    await page.chooseTime();
    page.element.view = 'month';
    await until(() => page.element.shadowRoot?.querySelector('booking-calendar'), 'the calendar');
    page.element.setAttribute('view', 'list');
    const list = await agendaIn(page.element);
    await until(() => radios(list).some((radio) => radio.checked), 'the chosen time');
    page.element.setAttribute('view', 'decade');
    await until(() => page.element.shadowRoot?.querySelector('booking-calendar'), 'what is no view is the calendar');
  });

  it('says that nothing could be loaded, and tries again', async () => {
    let fails = true;
    const real = mockAdapter();
    const page = await openFlow({
      adapter: {
        ...real,
        name: 'flaky',
        getConfig: (...call) => real.getConfig(...call),
        book: (...call) => real.book(...call),
        getAvailability: async (...call) => {
          if (fails) throw new BookingError('network');
          return real.getAvailability(...call);
        },
      },
      duration: 60,
    });
    page.element.view = 'list';
    const again = await page.button('Try again');
    fails = false;
    again.click();
    await until(() => page.parts('slot').length > 0, 'times');
  });
});
