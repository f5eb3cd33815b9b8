import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { addDays } from '../src/domain/plain-date.js';
import { dark, narrow, rtl } from './setting.js';

interface Args {
  days: Readonly<Record<string, number>>;
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

const meta: Meta<Args> = {
  title: 'booking-calendar',
  component: 'booking-calendar',
  args: {
    days: days([0, 0, 10, 6, 1, 0, 0]),
    value: '2026-11-24',
    page: '',
    max: '2027-01-21',
    weeks: 6,
    readonly: false,
  },
  render: ({ days, value, page, max, weeks, readonly, locale }) =>
    html`<booking-calendar
      .days=${days}
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
export const Narrow: Story = { decorators: [narrow] };
export const Dark: Story = { decorators: [dark] };
export const RightToLeft: Story = { args: { locale: 'ar' }, decorators: [rtl] };
