import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { addDays } from '../src/domain/plain-date.js';
import type { Money } from '../src/domain/money.js';
import { dark, narrow, rtl } from './setting.js';

interface Args {
  days: Readonly<Record<string, number>>;
  prices: Readonly<Record<string, Money>>;
  value: string;
  page: string;
  max: string;
  weeks: number;
  readonly: boolean;
  locale?: string;
}

const TODAY = '2026-11-22';

/** Counts from today on, repeated week by week from Sunday on. */
function days(week: readonly number[], count = 70): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [addDays(TODAY, index), week[index % week.length] ?? 0]),
  );
}

/** The later in the week, the dearer. */
function prices(currency: string, lowest: number, step: number): Record<string, Money> {
  return Object.fromEntries(
    Object.keys(days([0])).map((date, index) => [date, { amountMinor: lowest + step * (index % 7), currency }]),
  );
}

const meta: Meta<Args> = {
  title: 'booking-calendar',
  component: 'booking-calendar',
  args: {
    days: days([0, 0, 10, 6, 1, 0, 0]),
    prices: {},
    value: '2026-11-24',
    page: '',
    max: '2027-01-21',
    weeks: 6,
    readonly: false,
  },
  render: ({ days, prices, value, page, max, weeks, readonly, locale }) =>
    html`<booking-calendar
      .days=${days}
      .prices=${prices}
      value=${value}
      page=${page}
      today=${TODAY}
      max=${max}
      weeks=${weeks}
      locale=${ifDefined(locale)}
      ?readonly=${readonly}
    ></booking-calendar>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {};
export const NothingChosen: Story = { args: { value: '' } };
export const Loading: Story = { args: { days: {}, value: '' } };
export const HalfLoaded: Story = { args: { days: days([0, 0, 10, 6, 1, 0, 0], 12) } };
export const Empty: Story = { args: { days: days([0]), value: '' } };
export const Full: Story = { args: { days: days([12, 10, 9, 11, 14, 8, 12]) } };
export const ThreeWeeks: Story = { args: { weeks: 3 } };
export const ReadOnly: Story = { args: { weeks: 3, readonly: true, value: '' } };
export const LastPage: Story = { args: { page: '2027-01-04', value: '' } };
export const SundayFirst: Story = { args: { locale: 'en-US' } };
export const Prices: Story = { args: { prices: prices('USD', 5000, 1000), days: days([3, 2, 10, 6, 1, 0, 0]) } };
export const PricesNarrow: Story = { ...Prices, decorators: [narrow] };
export const PricesDark: Story = { ...Prices, decorators: [dark] };
export const LongPricesNarrow: Story = {
  args: { prices: prices('JPY', 12_000, 1500), days: days([3, 2, 10, 6, 1, 0, 0]) },
  decorators: [narrow],
};
export const Narrow: Story = { decorators: [narrow] };
export const Dark: Story = { decorators: [dark] };
export const RightToLeft: Story = { args: { locale: 'ar' }, decorators: [rtl] };
