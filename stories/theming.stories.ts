import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import paper from './brands/paper.css?inline';
import school from './brands/school.css?inline';
import terminal from './brands/terminal.css?inline';
import { backend, flowIn, now, VISITOR_ZONE } from './setting.js';

interface Args {
  duration?: number;
  density?: 'compact' | 'comfortable' | 'spacious';
}

const meta: Meta<Args> = { title: 'theming', parameters: { ...backend(), layout: 'fullscreen' } };
export default meta;

type Story = StoryObj<Args>;
type View = 'month' | 'week';

const flow = ({ duration, density }: Args, view: View = 'month', inside?: TemplateResult) =>
  html`<booking-flow
    coach-id="ada"
    api-url="/api"
    time-zone=${VISITOR_ZONE}
    view=${view}
    duration=${ifDefined(duration)}
    density=${ifDefined(density)}
    .now=${now}
    >${inside}</booking-flow
  >`;

const DETAILS = { name: 'Jordan Reyes', email: 'jordan@example.com' };

/** Each brand is a page of its own: the widget takes its place in it by tokens, parts, slots, density and view. */
const asPaper: Story = {
  render: (args) =>
    html`<style>
        ${paper}
      </style>
      <section class="paper">
        <p class="mark">Maison Orle</p>
        <h1>An hour for what you have to say</h1>
        <p>Speech and letters, one to one, in the old printing house by the canal.</p>
        ${flow(
          { ...args, density: 'spacious' },
          'month',
          html`<p slot="footer" class="fine">Tea is on the table ten minutes before.</p>`,
        )}
      </section>`,
};
const asTerminal: Story = {
  render: (args) =>
    html`<style>
        ${terminal}
      </style>
      <section class="terminal">
        <header>
          <h1>ledger/0</h1>
          <p>treasury desk :: office hours</p>
        </header>
        ${flow(
          { ...args, density: 'compact' },
          'week',
          html`<p slot="footer" class="status">all systems nominal — settlement window open</p>`,
        )}
      </section>`,
};
const asSchool: Story = {
  render: (args) =>
    html`<style>
        ${school}
      </style>
      <section class="school">
        <h1>Boing! <span>Make some noise</span></h1>
        ${flow(args, 'month', html`<p slot="success" class="thanks">Bring your loudest shoes.</p>`)}
      </section>`,
};

const booked: Story['play'] = async ({ canvasElement }) => {
  const page = flowIn(canvasElement);
  await page.chooseTime();
  await page.goOn();
  await page.fill(DETAILS);
  await page.goOn();
  await page.part('ticket');
};

export const Paper: Story = { ...asPaper, args: { duration: 60 } };
export const PaperLengths: Story = asPaper;
export const PaperBooked: Story = { ...Paper, play: booked };
export const Terminal: Story = { ...asTerminal, args: { duration: 60 } };
export const TerminalLengths: Story = asTerminal;
export const TerminalBooked: Story = { ...Terminal, play: booked };
export const School: Story = { ...asSchool, args: { duration: 60 } };
export const SchoolLengths: Story = asSchool;
export const SchoolBooked: Story = { ...School, play: booked };

export const Compact: Story = { args: { duration: 60, density: 'compact' }, render: (args) => flow(args) };
export const Spacious: Story = { args: { duration: 60, density: 'spacious' }, render: (args) => flow(args) };

/** What a page may put into the flow, where there is a place for it now. */
export const Slots: Story = {
  args: { duration: 60 },
  render: (args) =>
    flow(
      args,
      'month',
      html`<p slot="header">Header</p>
        <p slot="summary">Summary</p>
        <p slot="footer">Footer</p>`,
    ),
};
