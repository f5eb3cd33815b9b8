import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { dark, narrow, NOW, rtl } from './setting.js';

interface Args {
  value: string;
  disabled: boolean;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'booking-time-zone-select',
  component: 'booking-time-zone-select',
  args: { value: 'America/New_York', disabled: false },
  render: ({ value, disabled, locale }) =>
    html`<booking-time-zone-select
      value=${value}
      .now=${NOW}
      locale=${ifDefined(locale)}
      ?disabled=${disabled}
    ></booking-time-zone-select>`,
};
export default meta;

type Story = StoryObj<Args>;

const open: NonNullable<Story['play']> = ({ canvasElement }) =>
  canvasElement.querySelector('booking-time-zone-select')?.shadowRoot?.querySelector('button')?.click();

export const Default: Story = {};
export const Open: Story = { play: open };
export const LongName: Story = { args: { value: 'America/Argentina/ComodRivadavia' } };
export const UnknownZone: Story = { args: { value: 'Mars/Olympus' } };
export const Disabled: Story = { args: { disabled: true } };
export const Narrow: Story = { decorators: [narrow], play: open };
export const Dark: Story = { decorators: [dark], play: open };
export const RightToLeft: Story = { args: { locale: 'ar' }, decorators: [rtl], play: open };
