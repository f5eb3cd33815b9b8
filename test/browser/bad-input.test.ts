import { expect, fixture, html } from '@open-wc/testing';
import { createRestAdapter } from '../../src/adapters/rest/index.js';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import { createMockBackend } from '../../src/kit/mock-backend.js';
import { BookingFlowPage, until } from '../../src/kit/page-objects/index.js';
import type { ScenarioName } from '../../src/kit/scenarios.js';
import { complete, mockAdapter, NOW, openFlow } from './flow-fixture.js';

/** Collects what is said to developers instead of showing it. */
async function listening<T>(run: (said: string[]) => Promise<T>): Promise<T> {
  const { error, warn } = console;
  const said: string[] = [];
  const listen = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  Object.assign(console, { error: listen, warn: listen });
  try {
    return await run(said);
  } finally {
    Object.assign(console, { error, warn });
  }
}

/** Counts what is asked for. */
function counting(scenario: ScenarioName, options: { readonly maximumDays?: number } = {}) {
  const backend = createMockBackend({ baseUrl: 'https://coach.example/api', scenario, now: () => NOW });
  const asked: URL[] = [];
  const adapter = createRestAdapter({
    baseUrl: backend.baseUrl,
    retries: 0,
    timeoutMs: 60_000,
    ...options,
    fetch: (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      if (url.pathname.endsWith('/available')) asked.push(url);
      return backend.answer(request);
    },
  });
  return { adapter, asked };
}

const days = (page: BookingFlowPage, part: string) =>
  page.parts(part).filter((element) => element.part.contains('day'));

describe('<booking-flow> and bad input', () => {
  it('an unknown zone and an unknown language are told once to the developer; the visitor has their own', async () => {
    await listening(async (said) => {
      for (const _ of [1, 2]) {
        const page = await openFlow({ duration: 60, timeZone: 'Mars/Olympus', locale: 'no-such-language-at-all' });
        await page.times();
        expect(page.element.renderRoot.textContent).not.to.contain('Olympus');
        await until(() => said.length >= 2, 'the words');
      }
      expect(said.filter((words) => words.includes('time-zone="Mars/Olympus"'))).to.have.length(1);
      expect(said.filter((words) => words.includes('locale="no-such-language-at-all"'))).to.have.length(1);
    });
  });

  it('an unknown zone that comes later changes nothing but the console', async () => {
    await listening(async (said) => {
      const page = await openFlow({ duration: 60 });
      await complete(page);
      const before = await page.times();
      page.element.setAttribute('time-zone', 'Mars/Hellas');
      await until(() => said.some((words) => words.includes('Mars/Hellas')), 'the word');
      page.element.setAttribute('time-zone', 'America/New_York');
      await until(async () => String(await page.times()) === String(before), 'the same times as before');
    });
  });

  it('times twice, backwards, without an offset or of last year: each that can be trusted is shown once, in order', async () => {
    const shown = async (scenario: 'default' | 'untidy-times') => {
      const page = await openFlow({ duration: 60, scenario });
      await complete(page);
      return page.times();
    };
    expect(await shown('untidy-times')).to.deep.equal(await shown('default'));
  });

  it('the times of another month are not shown in this one', async () => {
    await listening(async (said) => {
      const page = await openFlow({ duration: 60, scenario: 'wrong-month' });
      await until(() => said.some((words) => words.includes('answered others too')), 'the word to the developer');
      expect(days(page, 'free')).to.have.length(0);
      await page.part('empty');
    });
  });

  for (const scenario of ['clock-ahead', 'clock-behind'] as const) {
    it(`a visitor’s clock that is wrong (${scenario}): today, and what is past, are what they are`, async () => {
      const page = await openFlow({ duration: 60, scenario });
      const free = await page.freeDays();
      const date = scenario === 'clock-ahead' ? 22 : 24;
      await until(() => page.parts('today')[0]?.getAttribute('aria-label')?.includes(`${date} November`), 'today');
      expect(free[0]).to.match(scenario === 'clock-ahead' ? /23 November/ : /24 November/);
      const receipt = await page.receipt();
      // Their own clock, as the server says: 3:00 in New York.
      expect(receipt).to.match(/0?3:00/);
    });
  }

  it('a month that comes some days at a time: shown as it comes; the rest is neither free nor full', async () => {
    const { adapter, asked } = counting('first-days', { maximumDays: 14 });
    const page = await openFlow({ duration: 60, adapter });
    expect(await page.times()).not.to.have.length(0);
    await until(() => asked.length === 2, 'the next span');
    expect(days(page, 'loading')).to.have.length.greaterThan(20);
    expect(days(page, 'free')).to.have.length.greaterThan(3);
    expect(days(page, 'full').length).to.be.lessThan(10);
    for (const url of asked) {
      const [start = 0, end = 0] = ['start', 'end'].map((name) => Date.parse(url.searchParams.get(name) ?? ''));
      expect(end - start).to.be.at.most(14 * 86_400_000);
    }
  });

  it('a month whose rest fails: what is there stays, and the rest comes when it is asked for again', async () => {
    await listening(async () => {
      const { adapter, asked } = counting('rest-fails', { maximumDays: 14 });
      const page = await openFlow({ duration: 60, adapter });
      expect(await page.notice()).to.contain('The times could not be loaded');
      expect(await page.times()).not.to.have.length(0);
      const loading = days(page, 'loading').length;
      expect(loading).to.be.greaterThan(5);
      const count = asked.length;
      await page.press('Try again');
      await until(() => !days(page, 'loading').length, 'all of the month');
      expect(asked[count]?.searchParams.get('start')).to.equal(asked[count - 1]?.searchParams.get('start'));
    });
  });

  it('the next month is there before it is turned to', async () => {
    const { adapter, asked } = counting('default');
    const page = await openFlow({ duration: 60, adapter });
    await page.times();
    await until(() => asked.length === 2, 'the request in advance');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const calendar = await until(() => page.element.renderRoot.querySelector('booking-calendar'), 'the calendar');
    calendar.renderRoot.querySelector<HTMLElement>('[part~=next]')?.click();
    await page.element.updateComplete;
    await calendar.updateComplete;
    expect(days(page, 'loading')).to.have.length(0);
    expect(days(page, 'free')).to.have.length.greaterThan(5);
  });

  it('the chosen day is there again after turning forth and back', async () => {
    const page = await openFlow({ duration: 60 });
    await page.chooseDay(/^Thursday,? 26 November/);
    const calendar = await until(() => page.element.renderRoot.querySelector('booking-calendar'), 'the calendar');
    const turn = async (part: string) => {
      const page = calendar.page;
      calendar.renderRoot.querySelector<HTMLElement>(`[part~=${part}]`)?.click();
      await until(() => calendar.page !== page, 'the other page');
      await calendar.updateComplete;
    };
    await until(() => calendar.value === '2026-11-26', 'the day');
    await turn('next');
    await turn('next');
    await turn('previous');
    await turn('previous');
    await until(() => calendar.value === '2026-11-26', 'the chosen day');
  });

  it('several flows: one of a bad zone does not disturb another', async () => {
    await listening(async () => {
      const both = await fixture<HTMLElement>(
        html`<div>
          <booking-flow
            .adapter=${mockAdapter()}
            .now=${() => NOW}
            coach-id="ada"
            time-zone="??"
            locale="en"
          ></booking-flow>
          <booking-flow
            .adapter=${mockAdapter()}
            .now=${() => NOW}
            coach-id="ada"
            time-zone="Asia/Tokyo"
            locale="en"
          ></booking-flow>
        </div>`,
      );
      const flows = [...both.querySelectorAll<BookingFlow>('booking-flow')].map((flow) => new BookingFlowPage(flow));
      for (const page of flows) expect(await page.lengths()).to.have.length(3);
    });
  });
});
