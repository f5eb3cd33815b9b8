import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { BookingFlow } from '../src/elements/booking-flow/booking-flow.js';
import { backend, dark, now, rtl, VISITOR_ZONE } from './setting.js';

interface Args {
  mode: 'popup' | 'button';
  label?: string;
  locale?: string;
  dir?: 'rtl';
}

/** `<booking-flow>` in a dialog: opened by the page, or by a button that floats above it. */
const meta: Meta<Args> = {
  title: 'booking-flow in a popup',
  component: 'booking-flow',
  args: { mode: 'popup' },
  parameters: backend(),
  render: ({ mode, label, locale, dir }) =>
    html`<p>
        What a page says about a coach. <button type="button" data-booking-open="booking-flow">Book a session</button>
      </p>
      <booking-flow
        mode=${mode}
        label=${ifDefined(label)}
        coach-id="ada"
        api-url="/api"
        time-zone=${VISITOR_ZONE}
        locale=${ifDefined(locale)}
        dir=${ifDefined(dir)}
        .now=${now}
      ></booking-flow>`,
};
export default meta;

type Story = StoryObj<Args>;

const flowIn = (canvas: HTMLElement): BookingFlow => {
  const flow = canvas.querySelector('booking-flow');
  if (!flow) throw new Error('no booking-flow in this story');
  return flow;
};
const opened: Story['play'] = ({ canvasElement }) => flowIn(canvasElement).open();

export const Closed: Story = {};
export const Open: Story = { play: opened };
export const OpenAtTimes: Story = { play: ({ canvasElement }) => flowIn(canvasElement).open({ duration: 60 }) };
export const OpenDark: Story = { play: opened, decorators: [dark] };
export const OpenRightToLeft: Story = { args: { locale: 'ar', dir: 'rtl' }, play: opened, decorators: [rtl] };
export const FloatingButton: Story = { args: { mode: 'button' } };
export const FloatingButtonOwnWords: Story = { args: { mode: 'button', label: 'Talk to Ada about your team' } };
export const FloatingButtonDark: Story = { args: { mode: 'button' }, decorators: [dark] };
export const FloatingButtonRightToLeft: Story = {
  args: { mode: 'button', locale: 'he', dir: 'rtl' },
  decorators: [rtl],
};
export const ServerDown: Story = { parameters: backend('error'), play: opened };
