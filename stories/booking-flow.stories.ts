import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { createRestAdapter } from '../src/adapters/rest/index.js';
import type { Prefill } from '../src/flow/prefill.js';
import { createBookingHandlers, type ScenarioName } from '../src/kit/msw.js';
import type { BookingFlowPage } from '../src/kit/page-objects/index.js';
import { backend, dark, flowIn, medium, narrow, now, rtl, VISITOR_ZONE } from './setting.js';

interface Args {
  dir?: 'rtl';
  duration?: number;
  locale?: string;
  lockTimeZone?: boolean;
  prefill?: Prefill;
  timeZone: string;
  view?: 'week' | 'list';
}

const meta: Meta<Args> = {
  title: 'booking-flow',
  component: 'booking-flow',
  args: { timeZone: VISITOR_ZONE },
  parameters: backend(),
  // A story that ends without an answer is no reload of itself.
  beforeEach: () => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('coach-booking ')) sessionStorage.removeItem(key);
  },
  render: ({ dir, duration, locale, lockTimeZone = false, prefill, timeZone, view }) =>
    html`<booking-flow
      coach-id="ada"
      api-url="/api"
      time-zone=${timeZone}
      ?lock-time-zone=${lockTimeZone}
      duration=${ifDefined(duration)}
      locale=${ifDefined(locale)}
      view=${ifDefined(view)}
      dir=${ifDefined(dir)}
      .prefill=${prefill ?? null}
      .now=${now}
      ><a href="mailto:ada@example.com">Write to Ada</a></booking-flow
    >`,
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const DETAILS = {
  name: 'Jordan Reyes',
  email: 'jordan@example.com',
  notes: 'I took over a team of nine in September.',
};

const play =
  (act: (page: BookingFlowPage) => Promise<void>): Play =>
  async ({ canvasElement }) =>
    act(flowIn(canvasElement));

async function toDetails(page: BookingFlowPage): Promise<void> {
  await page.chooseTime();
  await page.goOn();
  await page.field(/^Name/);
}

async function send(page: BookingFlowPage): Promise<void> {
  await toDetails(page);
  await page.fill(DETAILS);
  await page.goOn();
}

// The steps

export const Length: Story = {};
export const DayAndTime: Story = { args: { duration: 60 } };
export const TimeChosen: Story = { args: { duration: 60 }, play: play((page) => page.chooseTime()) };
export const Details: Story = { args: { duration: 60 }, play: play(toDetails) };
/** The page knows who books: what cannot be changed is plain, what is not asked is left out. */
export const DetailsKnown: Story = {
  args: {
    duration: 60,
    prefill: { name: 'Jordan Reyes', email: 'jordan@northwind.co', readonly: ['email'], hidden: ['name'] },
  },
  play: play(async (page) => {
    await page.chooseTime();
    await page.goOn();
    await page.field(/^Email/);
  }),
};
export const DetailsRefused: Story = {
  args: { duration: 60 },
  play: play(async (page) => {
    await toDetails(page);
    await page.fill({ name: 'Jordan Reyes', email: 'jordan@northwind' });
    await page.goOn();
    await page.part('error');
  }),
};
export const Booked: Story = {
  args: { duration: 60 },
  play: play(async (page) => {
    await send(page);
    await page.shows(/See you/);
  }),
};

// What a coach may offer

export const CoachAsksQuestions: Story = {
  args: { duration: 60 },
  parameters: backend('fields'),
  play: play(toDetails),
};
export const OneFreeLength: Story = { parameters: backend('one-length') };
export const LockedTimeZone: Story = { args: { duration: 60, lockTimeZone: true } };
export const Yen: Story = { parameters: backend('yen'), args: { duration: 60 } };
export const ManyTimes: Story = { parameters: backend('many-times'), args: { duration: 30 } };
export const LongText: Story = { parameters: backend('long-text') };
export const LongTextNarrow: Story = { parameters: backend('long-text'), decorators: [narrow] };
export const HostileText: Story = { parameters: backend('hostile') };

// Waiting, and nothing there

export const Loading: Story = { parameters: backend('loading') };
export const LoadingTimes: Story = { parameters: backend('loading-times'), args: { duration: 60 } };
export const NoTimesInTheseWeeks: Story = { parameters: backend('next-month'), args: { duration: 60 } };
export const NoTimesAtAll: Story = { parameters: backend('empty'), args: { duration: 60 } };
export const Inactive: Story = { parameters: backend('inactive') };

// What can go wrong

export const UnknownCoach: Story = { parameters: backend('unknown-coach') };
export const ServerDown: Story = { parameters: backend('error') };
export const TimesFail: Story = { tags: ['developer-error'], parameters: backend('times-error') };
export const NotSetUp: Story = {
  tags: ['developer-error'],
  render: () => html`<booking-flow coach-id="ada"><a href="mailto:ada@example.com">Write to Ada</a></booking-flow>`,
};
export const ConfigWithoutLengths: Story = { tags: ['developer-error'], parameters: backend('no-lengths') };
export const AnswerOfAnotherShape: Story = { tags: ['developer-error'], parameters: backend('malformed') };
export const Taken: Story = {
  args: { duration: 60 },
  parameters: backend('taken'),
  play: play(async (page) => {
    await send(page);
    await page.alternatives();
  }),
};
export const PriceChanged: Story = {
  args: { duration: 60 },
  parameters: backend('price-changed'),
  play: play(async (page) => {
    await send(page);
    await page.notice();
  }),
};
export const Sending: Story = { args: { duration: 60 }, parameters: backend('sending'), play: play(send) };
export const Checking: Story = { args: { duration: 60 }, parameters: backend('lost-answers'), play: play(send) };
export const Held: Story = {
  args: { duration: 60 },
  play: play(async (page) => {
    await toDetails(page);
    await page.part('held');
  }),
};
const showsHold = play(async (page) => {
  await toDetails(page);
  await page.fill(DETAILS);
  await page.part('hold');
});
export const HoldEndsSoon: Story = {
  args: { duration: 60 },
  parameters: backend('hold-expires-soon'),
  play: showsHold,
};
export const HoldEndsSoonNarrow: Story = { ...HoldEndsSoon, decorators: [narrow] };
export const HoldEndsSoonDark: Story = { ...HoldEndsSoon, decorators: [dark] };
export const HoldIsOver: Story = {
  args: { duration: 60 },
  parameters: backend('hold-is-over'),
  play: play(async (page) => {
    await toDetails(page);
    await page.fill(DETAILS);
    await page.button('Hold it again');
  }),
};
export const HoldTaken: Story = {
  args: { duration: 60 },
  parameters: backend('hold-taken'),
  play: play(async (page) => {
    await page.chooseTime();
    await page.alternatives();
  }),
};
export const GoneWhileTyping: Story = {
  args: { duration: 60 },
  parameters: backend('gone-while-typing'),
  play: play(async (page) => {
    await toDetails(page);
    await page.fill(DETAILS);
    // Once the other visitor has booked, the next look at the times tells.
    await new Promise((resolve) => setTimeout(resolve, 500));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await page.button('See other times');
  }),
};
export const AskedToWait: Story = {
  args: { duration: 60 },
  parameters: backend('rate-limited-booking'),
  play: play(async (page) => {
    await send(page);
    await page.notice();
  }),
};
export const OfflineWhileSending: Story = {
  args: { duration: 60 },
  parameters: backend('lost-answers'),
  play: play(async (page) => {
    await toDetails(page);
    await page.fill(DETAILS);
    await page.goOn();
    dispatchEvent(new Event('offline'));
    await page.notice();
  }),
};
export const BookingRefused: Story = {
  args: { duration: 60 },
  parameters: backend('book-refused'),
  play: play(async (page) => {
    await send(page);
    await page.notice();
  }),
};
export const Offline: Story = {
  args: { duration: 60 },
  play: play(async (page) => {
    await page.times();
    // What watches the network comes with the later parts.
    await page.part('clock');
    dispatchEvent(new Event('offline'));
    await page.notice();
  }),
};

// Other surroundings

export const Narrow: Story = { decorators: [narrow] };
export const NarrowDayAndTime: Story = { args: { duration: 60 }, decorators: [narrow] };
export const Medium: Story = { args: { duration: 60 }, decorators: [medium] };
export const Dark: Story = { args: { duration: 60 }, decorators: [dark] };
export const RightToLeft: Story = { args: { duration: 60, dir: 'rtl' }, decorators: [rtl] };
export const OtherSideOfTheDay: Story = { args: { duration: 60, timeZone: 'Pacific/Auckland' } };

// Prices in the visitor's own currency beside the real ones

const inEuro: NonNullable<Story['render']> = ({ duration, timeZone }) =>
  html`<booking-flow
    coach-id="ada"
    api-url="/api"
    locale="en-US"
    time-zone=${timeZone}
    duration=${ifDefined(duration)}
    display-currency="EUR"
    .exchangeRates=${{ USD: 1, EUR: 0.92 }}
    .now=${now}
  ></booking-flow>`;
export const DisplayCurrency: Story = { render: inEuro };
export const DisplayCurrencyNarrow: Story = { render: inEuro, decorators: [narrow] };
export const DisplayCurrencyDetails: Story = { render: inEuro, args: { duration: 60 }, play: play(toDetails) };

// A week side by side, and a list of the next times

export const Week: Story = { args: { duration: 60, view: 'week' } };
export const WeekTimeChosen: Story = { ...Week, play: play((page) => page.chooseTime()) };
export const WeekMedium: Story = { ...Week, decorators: [medium] };
export const WeekNarrow: Story = { ...Week, decorators: [narrow] };
export const WeekDark: Story = { ...Week, decorators: [dark] };
export const WeekRightToLeft: Story = {
  args: { duration: 60, view: 'week', dir: 'rtl', locale: 'ar' },
  decorators: [rtl],
};
export const WeekOtherSideOfTheDay: Story = { args: { duration: 60, view: 'week', timeZone: 'Pacific/Auckland' } };
export const WeekManyTimes: Story = { parameters: backend('many-times'), args: { duration: 30, view: 'week' } };
export const WeekLoadingTimes: Story = { ...Week, parameters: backend('loading-times') };
export const WeekWithoutTimes: Story = { ...Week, parameters: backend('empty') };
export const WeekOffline: Story = {
  ...Week,
  play: play(async (page) => {
    await page.times();
    // What watches the network comes with the later parts.
    await page.part('clock');
    dispatchEvent(new Event('offline'));
    await page.notice();
  }),
};
export const List: Story = { args: { duration: 60, view: 'list' } };
export const ListMedium: Story = { ...List, decorators: [medium] };
export const ListNarrow: Story = { ...List, decorators: [narrow] };
export const ListDark: Story = { ...List, decorators: [dark] };
export const ListGermanNarrow: Story = { args: { duration: 60, view: 'list', locale: 'de' }, decorators: [narrow] };
export const ListNoTimesAtAll: Story = { ...List, parameters: backend('empty') };
export const ListTimesFail: Story = { ...List, tags: ['developer-error'], parameters: backend('times-error') };

// Times as they come

/** An API that answers some days at a time. */
const inParts = (scenario: ScenarioName): Story => ({
  args: { duration: 60 },
  parameters: backend(scenario),
  render: ({ duration, timeZone }) =>
    html`<booking-flow
      coach-id="ada"
      .adapter=${createRestAdapter({ baseUrl: '/api', maximumDays: 14, retries: 0 })}
      time-zone=${timeZone}
      duration=${ifDefined(duration)}
      .now=${now}
    ></booking-flow>`,
});

export const FirstDays: Story = inParts('first-days');
export const FirstDaysNarrow: Story = { ...FirstDays, decorators: [narrow] };
export const RestFailed: Story = {
  tags: ['developer-error'],
  ...inParts('rest-fails'),
  play: play(async (page) => {
    await page.part('notice');
  }),
};
export const UntidyTimes: Story = { args: { duration: 60 }, parameters: backend('untidy-times') };
export const WrongMonth: Story = { args: { duration: 60 }, parameters: backend('wrong-month') };
export const ClockAhead: Story = { args: { duration: 60 }, parameters: backend('clock-ahead') };

/** Monday 19 October 2026: the clocks of Europe go back on Sunday, those of New York a week later. */
const october = () => Date.parse('2026-10-19T08:00:00Z');
const inOctober = (timeZone: string): Story => ({
  args: { duration: 60, timeZone },
  parameters: { msw: createBookingHandlers({ baseUrl: '/api', now: october }) },
  render: (args) =>
    html`<booking-flow
      coach-id="ada"
      api-url="/api"
      time-zone=${args.timeZone}
      duration=${ifDefined(args.duration)}
      .now=${october}
    ></booking-flow>`,
});

export const ClocksOfBothChange: Story = inOctober('America/New_York');
export const OwnClocksChange: Story = inOctober('Europe/Paris');
export const OwnClocksChangeDark: Story = { ...OwnClocksChange, decorators: [dark] };
export const ClocksChangeBeforeTheSession: Story = {
  ...inOctober('Europe/Paris'),
  play: play(async (page) => {
    await page.chooseDay(/26 October|October 26/);
    await toDetails(page);
  }),
};

// Languages

export const Arabic: Story = { args: { duration: 60, locale: 'ar' } };
export const Chinese: Story = { args: { duration: 60, locale: 'zh' } };
export const Dutch: Story = { args: { duration: 60, locale: 'nl' } };
export const French: Story = { args: { duration: 60, locale: 'fr' } };
export const German: Story = { args: { duration: 60, locale: 'de' } };
export const Hebrew: Story = { args: { duration: 60, locale: 'he' } };
export const Italian: Story = { args: { duration: 60, locale: 'it' } };
export const Japanese: Story = { args: { duration: 60, locale: 'ja' } };
export const Polish: Story = { args: { duration: 60, locale: 'pl' } };
export const Portuguese: Story = { args: { duration: 60, locale: 'pt-BR' } };
export const Spanish: Story = { args: { duration: 60, locale: 'es' } };
export const GermanNarrow: Story = { ...German, decorators: [narrow] };
export const ArabicNarrow: Story = { ...Arabic, decorators: [narrow] };
export const UnknownLocale: Story = { args: { duration: 60, locale: 'C' } };
