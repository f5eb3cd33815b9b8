import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { DurationOption } from '../src/elements/booking-duration-selector/booking-duration-selector.js';
import { dark, narrow, rtl, VISITOR_ZONE } from './setting.js';

interface Args {
  options: readonly DurationOption[];
  value: string;
  loading: boolean;
  disabled: boolean;
  locale?: string;
}

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const OPTIONS: readonly DurationOption[] = [
  {
    durationMinutes: 30,
    rate: usd(5000),
    description: 'One question, one clear next step.',
    nextFree: '2026-11-24T15:00:00.000Z',
  },
  {
    durationMinutes: 60,
    rate: usd(9000),
    description: 'Work through a decision or a hard conversation.',
    nextFree: '2026-11-24T15:00:00.000Z',
  },
  {
    durationMinutes: 90,
    rate: usd(12_000),
    description: 'A deep dive, with a written plan to take away.',
    nextFree: null,
  },
];
const LONG = 'A sentence that goes on because somebody had a lot to say about what happens in this session. ';

const meta: Meta<Args> = {
  title: 'booking-duration-selector',
  component: 'booking-duration-selector',
  args: { options: OPTIONS, value: '60', loading: false, disabled: false },
  render: ({ options, value, loading, disabled, locale }) =>
    html`<booking-duration-selector
      .options=${options}
      value=${value}
      time-zone=${VISITOR_ZONE}
      locale=${ifDefined(locale)}
      ?loading=${loading}
      ?disabled=${disabled}
    ></booking-duration-selector>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {};
export const NothingChosen: Story = { args: { value: '' } };
export const Loading: Story = { args: { options: [], loading: true } };
export const NextFreeLoading: Story = {
  args: { options: OPTIONS.map(({ durationMinutes, rate }) => ({ durationMinutes, rate })), loading: true },
};
export const Disabled: Story = { args: { disabled: true } };
export const Free: Story = { args: { options: [{ durationMinutes: 30, rate: usd(0) }], value: '30' } };
export const Dinars: Story = {
  args: { options: OPTIONS.map((option) => ({ ...option, rate: { amountMinor: 27_500, currency: 'KWD' } })) },
};
export const LongText: Story = {
  args: { options: OPTIONS.map((option) => ({ ...option, description: LONG.repeat(3) })) },
};
export const Narrow: Story = { decorators: [narrow] };
export const Dark: Story = { decorators: [dark] };
export const RightToLeft: Story = { args: { locale: 'ar' }, decorators: [rtl] };
