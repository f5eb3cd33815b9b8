import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Slot } from '../src/domain/slot.js';
import { dark, narrow, rtl, VISITOR_ZONE } from './setting.js';

interface Args {
  slots: readonly Slot[];
  value: string;
  date: string;
  timeZone: string;
  coachTimeZone: string;
  coachName: string;
  loading: boolean;
  hour12?: boolean;
  locale?: string;
}

const HOUR = 3_600_000;

/** One-hour slots at those hours of a day in UTC. */
function slots(date: string, hours: readonly number[]): Slot[] {
  return hours.map((hour) => {
    const start = Date.parse(`${date}T00:00:00Z`) + hour * HOUR;
    return {
      startTime: new Date(start).toISOString(),
      endTime: new Date(start + HOUR).toISOString(),
      durationMinutes: 60,
      rate: { amountMinor: 9000, currency: 'USD' },
    };
  });
}

const DAY = slots('2026-11-24', [15, 15.5, 16, 16.5, 17, 17.5, 18.5, 19, 22.5, 23]);

const meta: Meta<Args> = {
  title: 'booking-slot-list',
  component: 'booking-slot-list',
  args: {
    slots: DAY,
    value: '2026-11-24T15:00:00.000Z',
    date: '2026-11-24',
    timeZone: VISITOR_ZONE,
    coachTimeZone: 'Europe/Berlin',
    coachName: 'Ada',
    loading: false,
  },
  render: (args) =>
    html`<booking-slot-list
      .slots=${args.slots}
      .hour12=${args.hour12}
      value=${args.value}
      date=${args.date}
      time-zone=${args.timeZone}
      coach-time-zone=${args.coachTimeZone}
      coach-name=${args.coachName}
      locale=${ifDefined(args.locale)}
      ?loading=${args.loading}
    ></booking-slot-list>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {};
export const NothingChosen: Story = { args: { value: '' } };
export const TwentyFourHours: Story = { args: { hour12: false } };
export const SameClock: Story = { args: { coachTimeZone: VISITOR_ZONE } };
export const Loading: Story = { args: { slots: [], loading: true, value: '' } };
export const Empty: Story = { args: { slots: [], value: '' } };
export const Full: Story = {
  args: {
    slots: slots(
      '2026-11-24',
      Array.from({ length: 60 }, (_, index) => 6 + index / 4),
    ),
    value: '',
  },
};
/** Clocks go back at 2 AM in New York: one o'clock comes twice. */
export const HourThatComesTwice: Story = {
  args: { slots: slots('2026-11-01', [4.5, 5, 5.5, 6, 6.5, 7, 7.5]), date: '2026-11-01', value: '' },
};
export const LongNames: Story = {
  args: { coachName: 'Donaudampfschifffahrtsgesellschaftskapitänin Wolfeschlegelsteinhausen' },
};
export const Narrow: Story = { decorators: [narrow] };
export const Dark: Story = { decorators: [dark] };
export const RightToLeft: Story = { args: { locale: 'ar' }, decorators: [rtl] };
