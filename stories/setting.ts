import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { createBookingHandlers, type ScenarioName } from '../src/kit/msw.js';
import { BookingFlowPage } from '../src/kit/page-objects/index.js';

/** Every story plays at one moment: Sunday 22 November 2026, 10:42 in New York, 16:42 in Berlin. */
export const NOW = Date.parse('2026-11-22T15:42:00Z');
export const now = () => NOW;

/** The visitor's zone, which is not the coach's. */
export const VISITOR_ZONE = 'America/New_York';

/** Parameters of a story whose backend behaves as a scenario says. */
export const backend = (scenario: ScenarioName = 'default') => ({
  msw: createBookingHandlers({ baseUrl: '/api', scenario, now }),
});

/** Puts a story into a frame of that style. */
const inside =
  (style: Readonly<Record<string, string>>, dir: 'ltr' | 'rtl' = 'ltr'): Decorator =>
  (story) =>
    html`<div dir=${dir} style=${styleMap(style)}>${story()}</div>`;

export const narrow = inside({ 'max-inline-size': '320px' });
export const medium = inside({ 'max-inline-size': '560px' });
export const dark = inside({ 'color-scheme': 'dark', background: '#0b0c0f', color: '#f4f4f5', padding: '16px' });
export const rtl = inside({}, 'rtl');

/** A page object of the flow in a story. */
export function flowIn(canvas: HTMLElement): BookingFlowPage {
  const flow = canvas.querySelector<HTMLElement>('booking-flow');
  if (!flow) throw new Error('no booking-flow in this story');
  return new BookingFlowPage(flow);
}
