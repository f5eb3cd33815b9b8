import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Coach } from '../src/domain/coach.js';
import type { Slot } from '../src/domain/slot.js';
import { dark, narrow, now, rtl, VISITOR_ZONE } from './setting.js';

interface Args {
  coach: Coach | null;
  time: Slot | null;
  duration: number;
  taken: boolean;
  bio: boolean;
  loading: boolean;
  locale?: string;
}

const COACH: Coach = {
  id: 'ada',
  name: 'Ada Moreau',
  title: 'Leadership coach',
  bio: 'Helps new managers and founders lead with less noise: clear calls, hard talks, teams that decide without you.',
  timezone: 'Europe/Berlin',
  sessionLengths: [],
};
const TIME: Slot = {
  startTime: '2026-11-24T15:00:00.000Z',
  endTime: '2026-11-24T16:00:00.000Z',
  durationMinutes: 60,
  rate: { amountMinor: 9000, currency: 'USD' },
};

const meta: Meta<Args> = {
  title: 'booking-summary',
  component: 'booking-summary',
  args: { coach: COACH, time: TIME, duration: 60, taken: false, bio: false, loading: false },
  render: ({ coach, time, duration, taken, bio, loading, locale }) =>
    html`<booking-summary
      .coach=${coach}
      .time=${time}
      .rate=${duration ? TIME.rate : null}
      .location=${{ kind: 'video', label: 'The link comes by email' }}
      .clock=${now}
      duration=${duration}
      time-zone=${VISITOR_ZONE}
      coach-time-zone="Europe/Berlin"
      locale=${ifDefined(locale)}
      ?taken=${taken}
      ?bio=${bio}
      ?loading=${loading}
    ></booking-summary>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Filled: Story = {};
export const NothingChosen: Story = { args: { time: null, duration: 0, bio: true } };
export const Loading: Story = { args: { coach: null, time: null, duration: 0, loading: true } };
export const Taken: Story = { args: { taken: true } };
export const LongText: Story = {
  args: {
    coach: {
      ...COACH,
      name: 'Donaudampfschifffahrtsgesellschaftskapitänin '.repeat(6),
      bio: `${COACH.bio ?? ''} `.repeat(8),
    },
    bio: true,
  },
};
export const Narrow: Story = { decorators: [narrow] };
export const Dark: Story = { decorators: [dark] };
export const RightToLeft: Story = { args: { locale: 'ar' }, decorators: [rtl] };
