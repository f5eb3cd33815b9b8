import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { dark, narrow, NOW, rtl } from './setting.js';

interface Args {
  value: string;
  disabled: boolean;
  locked: boolean;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'booking-time-zone-select',
  component: 'booking-time-zone-select',
  args: { value: 'America/New_York', disabled: false, locked: false },
  render: ({ value, disabled, locked, locale }) =>
    html`<booking-time-zone-select
      value=${value}
      .now=${NOW}
      locale=${ifDefined(locale)}
      ?disabled=${disabled}
      ?locked=${locked}
    ></booking-time-zone-select>`,
};
export default meta;

type Story = StoryObj<Args>;

const open: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const select = canvasElement.querySelector('booking-time-zone-select');
  await select?.updateComplete;
  select?.shadowRoot?.querySelector('button')?.click();
};

export const Default: Story = {};
export const Open: Story = { play: open };
/** Opens the list and types, as a visitor does. */
const search =
  (query: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const select = canvasElement.querySelector('booking-time-zone-select');
    await select?.updateComplete;
    await select?.show();
    const input = select?.shadowRoot?.querySelector('input');
    if (!input) return;
    input.value = query;
    input.dispatchEvent(new InputEvent('input'));
  };

export const FoundByCountry: Story = { play: search('germany') };
export const FoundByOffset: Story = { play: search('+5:30') };
export const NothingFound: Story = { play: search('xqzw') };
export const Japanese: Story = { args: { value: 'Asia/Tokyo', locale: 'ja' }, play: search('大阪') };
export const LongName: Story = { args: { value: 'America/Argentina/ComodRivadavia' } };
export const UnknownZone: Story = { args: { value: 'Mars/Olympus' } };
export const Disabled: Story = { args: { disabled: true } };
export const Narrow: Story = { decorators: [narrow], play: open };
export const Dark: Story = { decorators: [dark], play: open };
export const RightToLeft: Story = { args: { locale: 'ar' }, decorators: [rtl], play: open };
export const Locked: Story = { args: { locked: true } };
export const LockedInGerman: Story = { args: { locked: true, value: 'Asia/Kolkata', locale: 'de' } };
