import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { backend, dark, medium, narrow, now, rtl, VISITOR_ZONE } from './setting.js';

interface Args {
  dir?: 'rtl';
  locale?: string;
  timeZone: string;
}

const meta: Meta<Args> = {
  title: 'coach-profile',
  component: 'coach-profile',
  args: { timeZone: VISITOR_ZONE },
  parameters: backend(),
  render: ({ dir, locale, timeZone }) =>
    html`<coach-profile
      coach-id="ada"
      api-url="/api"
      time-zone=${timeZone}
      locale=${ifDefined(locale)}
      dir=${ifDefined(dir)}
      .now=${now}
      ><a href="mailto:ada@example.com">Write to Ada</a></coach-profile
    >`,
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {};
export const DialogOpen: Story = {
  play: ({ canvasElement }) => canvasElement.querySelector('coach-profile')?.openFlow(60),
};
export const Loading: Story = { parameters: backend('loading') };
export const LoadingTimes: Story = { parameters: backend('loading-times') };
export const NoTimesAtAll: Story = { parameters: backend('empty') };
export const NextFreeLater: Story = { parameters: backend('next-month') };
export const UnknownCoach: Story = { parameters: backend('unknown-coach') };
export const ServerDown: Story = { parameters: backend('error') };
export const LongText: Story = { parameters: backend('long-text') };
export const HostileText: Story = { parameters: backend('hostile') };
export const Narrow: Story = { decorators: [narrow] };
export const Medium: Story = { decorators: [medium] };
export const Dark: Story = { decorators: [dark] };
export const RightToLeft: Story = { args: { dir: 'rtl' }, decorators: [rtl] };
