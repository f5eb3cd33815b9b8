import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { backend, now, VISITOR_ZONE } from './setting.js';

const meta: Meta = {
  title: 'booking-provider',
  component: 'booking-provider',
  parameters: backend(),
};
export default meta;

type Story = StoryObj;

/** One provider, several elements: they share its address and its language. */
export const ServesWhatIsInside: Story = {
  render: () =>
    html`<booking-provider api-url="/api" locale="en-GB">
      <coach-profile coach-id="ada" time-zone=${VISITOR_ZONE} .now=${now}></coach-profile>
      <br />
      <booking-flow coach-id="ada" time-zone=${VISITOR_ZONE} duration="30" .now=${now}></booking-flow>
    </booking-provider>`,
};

export const WithoutAnAdapter: Story = {
  tags: ['developer-error'],
  render: () => html`<booking-provider><booking-flow coach-id="ada"></booking-flow></booking-provider>`,
};
