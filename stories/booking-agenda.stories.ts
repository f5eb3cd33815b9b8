import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { addDays } from '../src/domain/plain-date.js';
import type { Slot } from '../src/domain/slot.js';
import { dark, medium, narrow, rtl, VISITOR_ZONE } from './setting.js';

interface Args {
  days: Readonly<Record<string, readonly Slot[]>>;
  view: 'week' | 'list';
  value: string;
  page: string;
  max: string;
  timeZone: string;
  coachTimeZone: string;
  loading: boolean;
  hour12?: boolean;
  locale?: string;
}

const MINUTE = 60_000;
const MONDAY = '2026-11-23';

/** One-hour slots at those hours of a day in UTC. */
function slots(date: string, hours: readonly number[]): Slot[] {
  return hours.map((hour) => {
    const start = Date.parse(date) + hour * 60 * MINUTE;
    return {
      startTime: new Date(start).toISOString(),
      endTime: new Date(start + 60 * MINUTE).toISOString(),
      durationMinutes: 60,
      rate: { amountMinor: 9000, currency: 'USD' },
    };
  });
}

/** Six weeks with fuller and emptier days; weekends are off, and so is the second Wednesday. */
const HOURS = [
  [15, 15.5, 17, 19.5, 22.5],
  [14, 15, 16.5, 18, 19, 20, 22.5, 23],
  [15.5, 18.5],
  [14, 14.5, 15, 18, 20.5, 22],
  [16],
  [],
  [],
];
const DAYS = Object.fromEntries(
  Array.from({ length: 42 }, (_, index) => {
    const date = addDays(MONDAY, index);
    return [date, index === 9 ? [] : slots(date, HOURS[index % 7] ?? [])];
  }),
);
const EMPTY = Object.fromEntries(Object.keys(DAYS).map((date) => [date, []]));
const FEW = Object.fromEntries(Object.entries(DAYS).slice(0, 3));
const MANY = Object.fromEntries(
  Object.keys(DAYS).map((date) => [
    date,
    slots(
      date,
      Array.from({ length: 90 }, (_, index) => 6 + index / 6),
    ),
  ]),
);

const meta: Meta<Args> = {
  title: 'booking-agenda',
  component: 'booking-agenda',
  args: {
    days: DAYS,
    view: 'week',
    value: '2026-11-24T15:00:00.000Z',
    page: MONDAY,
    max: '2027-03-01',
    timeZone: VISITOR_ZONE,
    coachTimeZone: 'Europe/Berlin',
    loading: false,
  },
  render: (args) =>
    html`<booking-agenda
      .days=${args.days}
      .hour12=${args.hour12}
      view=${args.view}
      value=${args.value}
      page=${args.page}
      today=${MONDAY}
      max=${args.max}
      time-zone=${args.timeZone}
      coach-time-zone=${args.coachTimeZone}
      coach-name="Ada"
      locale=${ifDefined(args.locale)}
      ?loading=${args.loading}
    ></booking-agenda>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Week: Story = {};
export const WeekNothingChosen: Story = { args: { value: '' } };
export const WeekTwentyFourHours: Story = { args: { hour12: false } };
export const WeekSameClock: Story = { args: { coachTimeZone: VISITOR_ZONE } };
export const WeekOtherSideOfTheDay: Story = { args: { timeZone: 'Pacific/Auckland', value: '' } };
export const WeekWithAMonthsBegin: Story = { args: { page: '2026-11-30', value: '' } };
/** Three days are told, the others are on their way. */
export const WeekStreaming: Story = { args: { days: FEW, loading: true, value: '' } };
export const WeekLoading: Story = { args: { days: {}, loading: true, value: '' } };
export const WeekEmpty: Story = { args: { days: EMPTY, value: '' } };
export const WeekFull: Story = { args: { days: MANY, value: '' } };
/** Clocks go back at 2 AM in New York: one o'clock comes twice. */
export const WeekOfAClockChange: Story = {
  args: {
    days: Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => {
        const date = addDays('2026-10-26', index);
        return [date, slots(date, index === 6 ? [5, 6, 7, 15] : [14])];
      }),
    ),
    page: '2026-10-26',
    value: '',
  },
};
export const List: Story = { args: { view: 'list' } };
export const ListStreaming: Story = { args: { view: 'list', days: FEW, loading: true, value: '' } };
export const ListLoading: Story = { args: { view: 'list', days: {}, loading: true, value: '' } };
export const ListEmpty: Story = { args: { view: 'list', days: EMPTY, value: '' } };
export const ListEnds: Story = { args: { view: 'list', max: '2026-11-25', value: '' } };
export const Narrow: Story = { decorators: [narrow] };
export const NarrowStreaming: Story = { args: { days: FEW, loading: true, value: '' }, decorators: [narrow] };
export const Medium: Story = { decorators: [medium] };
export const Dark: Story = { decorators: [dark] };
export const ListDark: Story = { args: { view: 'list' }, decorators: [dark] };
export const RightToLeft: Story = { args: { locale: 'ar' }, decorators: [rtl] };
export const ListRightToLeft: Story = { args: { locale: 'he', view: 'list' }, decorators: [rtl] };
export const German: Story = { args: { locale: 'de' } };
export const Japanese: Story = { args: { locale: 'ja' } };
