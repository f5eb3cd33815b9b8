import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Booking } from '../src/domain/booking.js';
import type { Coach } from '../src/domain/coach.js';
import { dark, medium, narrow, NOW, rtl, VISITOR_ZONE } from './setting.js';

interface Args {
  booking: Booking;
  coach: Coach;
  timeZone: string;
  locale?: string;
}

const BOOKING: Booking = {
  id: 'bk-7f3k-2291',
  sessionId: 'se-1',
  coachId: 'ada',
  status: 'confirmed',
  startTime: '2026-11-24T15:00:00.000Z',
  endTime: '2026-11-24T16:00:00.000Z',
  durationMinutes: 60,
  rate: { amountMinor: 9000, currency: 'USD' },
  attendee: { name: 'Jordan Reyes', email: 'jordan@northwind.co', timeZone: VISITOR_ZONE },
};
const COACH: Coach = {
  id: 'ada',
  name: 'Ada Moreau',
  title: 'Leadership coach',
  timezone: 'Europe/Berlin',
  sessionLengths: [],
};

const meta: Meta<Args> = {
  title: 'booking-confirmation',
  component: 'booking-confirmation',
  args: { booking: BOOKING, coach: COACH, timeZone: VISITOR_ZONE },
  render: ({ booking, coach, timeZone, locale }) =>
    html`<booking-confirmation
      .booking=${booking}
      .coach=${coach}
      .now=${NOW}
      .location=${{ kind: 'video', label: 'The link comes by email' }}
      time-zone=${timeZone}
      locale=${ifDefined(locale)}
    ></booking-confirmation>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Confirmed: Story = {};
export const Pending: Story = { args: { booking: { ...BOOKING, status: 'pending' } } };
export const UnknownStatus: Story = { args: { booking: { ...BOOKING, status: 'awaiting_moonrise' } } };
export const OverMidnight: Story = { args: { timeZone: 'Pacific/Auckland' } };
export const LongText: Story = {
  args: {
    booking: {
      ...BOOKING,
      attendee: {
        name: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6),
        email: `${'long'.repeat(20)}@example.com`,
        timeZone: VISITOR_ZONE,
      },
    },
    coach: { ...COACH, name: 'Donaudampfschifffahrtsgesellschaftskapitänin '.repeat(4) },
  },
};
export const Medium: Story = { decorators: [medium] };
export const Narrow: Story = { decorators: [narrow] };
export const Dark: Story = { decorators: [dark] };
export const RightToLeft: Story = { args: { locale: 'ar' }, decorators: [rtl] };

// Languages

export const Arabic: Story = { args: { locale: 'ar' } };
export const Chinese: Story = { args: { locale: 'zh' } };
export const Dutch: Story = { args: { locale: 'nl' } };
export const French: Story = { args: { locale: 'fr' } };
export const German: Story = { args: { locale: 'de' } };
export const Hebrew: Story = { args: { locale: 'he' } };
export const Italian: Story = { args: { locale: 'it' } };
export const Japanese: Story = { args: { locale: 'ja' } };
export const Polish: Story = { args: { locale: 'pl' } };
export const Portuguese: Story = { args: { locale: 'pt-BR' } };
export const Spanish: Story = { args: { locale: 'es' } };
