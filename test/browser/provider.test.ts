import { expect, fixture, html } from '@open-wc/testing';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import type { BookingProvider } from '../../src/elements/booking-provider/booking-provider.js';
import { configure } from '../../src/elements/configure.js';
import { BookingFlowPage, until } from '../../src/kit/page-objects/index.js';
import type { BookingAdapter } from '../../src/ports/booking-adapter.js';
import type { TelemetryEvent } from '../../src/ports/telemetry.js';
import { DETAILS, mockAdapter, NOW, openFlow, toDetails } from './flow-fixture.js';

/** An adapter whose coach has that name, so that a test sees which one was asked. */
function named(name: string): BookingAdapter {
  const adapter = mockAdapter();
  return {
    ...adapter,
    getCoach: async (query) => {
      const coach = await adapter.getCoach?.(query);
      if (!coach) throw new Error('no coach');
      return { ...coach, name };
    },
  };
}

async function shows(element: BookingFlow, name: string): Promise<void> {
  element.now = () => NOW;
  const page = new BookingFlowPage(element);
  await until(() => page.parts('name').some((part) => part.textContent === name), name);
}

function flowIn(root: Element): BookingFlow {
  const flow = root.querySelector('booking-flow');
  if (!flow) throw new Error('no flow');
  return flow;
}

describe('which adapter an element uses', () => {
  afterEach(() => configure({ adapter: undefined }));

  it('its own before all others', async () => {
    configure({ adapter: named('Page') });
    const root = await fixture(html`
      <booking-provider .adapter=${named('Provider')}>
        <booking-flow coach-id="ada" api-url="/nowhere" .adapter=${named('Own')}></booking-flow>
      </booking-provider>
    `);
    await shows(flowIn(root), 'Own');
  });

  it('the nearest provider’s before its api-url and the page’s', async () => {
    configure({ adapter: named('Page') });
    const root = await fixture(html`
      <booking-provider .adapter=${named('Outer')}>
        <booking-provider .adapter=${named('Inner')}>
          <booking-flow coach-id="ada" api-url="/nowhere"></booking-flow>
        </booking-provider>
      </booking-provider>
    `);
    await shows(flowIn(root), 'Inner');
  });

  it('a provider that has none leaves it to the one around it', async () => {
    const root = await fixture(html`
      <booking-provider .adapter=${named('Outer')}>
        <booking-provider locale="de"><booking-flow coach-id="ada"></booking-flow></booking-provider>
      </booking-provider>
    `);
    await shows(flowIn(root), 'Outer');
  });

  it('api-url before the page’s', async () => {
    configure({ adapter: named('Page') });
    const { fetch } = globalThis;
    const asked: string[] = [];
    globalThis.fetch = (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return Promise.resolve(Response.json({ code: 'not_found', title: 'x', status: 404 }, { status: 404 }));
    };
    try {
      const flow = await fixture<BookingFlow>(html`<booking-flow coach-id="ada" api-url="/my-api"></booking-flow>`);
      await until(() => asked.length > 0, 'a request');
      expect(asked.every((url) => url.includes('/my-api/'))).to.equal(true);
      await new BookingFlowPage(flow).shows(/.+/);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('the page’s, also when it is configured later', async () => {
    const { error } = console;
    console.error = () => undefined;
    const flow = await fixture<BookingFlow>(html`<booking-flow coach-id="ada"></booking-flow>`);
    console.error = error;
    await new BookingFlowPage(flow).shows('Booking is not set up here yet');
    configure({ adapter: named('Page') });
    await shows(flow, 'Page');
  });
});

describe('<booking-provider>', () => {
  it('elements inside follow when it changes, through shadow roots too', async () => {
    const provider = await fixture<BookingProvider>(html`
      <booking-provider .adapter=${named('First')}><div></div></booking-provider>
    `);
    const root = provider.querySelector('div')?.attachShadow({ mode: 'open' });
    const flow = document.createElement('booking-flow');
    flow.coachId = 'ada';
    root?.append(flow);
    await shows(flow, 'First');
    provider.adapter = named('Second');
    await shows(flow, 'Second');
  });

  it('tells its sink the way to a booking, and nothing that was typed', async () => {
    const told: TelemetryEvent[] = [];
    const provider = await fixture<BookingProvider>(html`
      <booking-provider .adapter=${mockAdapter()} .telemetry=${{ record: (event: TelemetryEvent) => told.push(event) }}
        ><booking-flow coach-id="ada" locale="en-GB" time-zone="America/New_York" .now=${() => NOW}></booking-flow
      ></booking-provider>
    `);
    const page = new BookingFlowPage(flowIn(provider));
    await toDetails(page);
    await page.fill(DETAILS);
    await page.press('Book for');
    await page.shows(/See you on/);
    await until(() => told.length === 6, 'the last of it');
    expect(told.map(({ name }) => name)).to.eql([
      'profile_viewed',
      'slots_loaded',
      'event_type_selected',
      'slot_selected',
      'booking_submitted',
      'booking_confirmed',
    ]);
    const [, slots, , , , confirmed] = told;
    expect(slots?.slots).to.be.greaterThan(0);
    expect(confirmed).to.include({ coachId: 'ada', durationMinutes: 60, amountMinor: 9000, currency: 'USD' });
    for (const typed of Object.values(DETAILS)) expect(JSON.stringify(told)).not.to.contain(typed);
  });

  it('a sink is told of a booking that failed, and one that throws harms nothing', async () => {
    const names: string[] = [];
    const telemetry = {
      record({ name, code }: TelemetryEvent) {
        names.push(`${name} ${code ?? ''}`);
        throw new Error('the sink');
      },
    };
    configure({ telemetry });
    const page = await openFlow({ scenario: 'taken' });
    await toDetails(page);
    await page.fill(DETAILS);
    await page.press('Book for');
    await until(() => names.includes('booking_failed slot_unavailable'), 'the failure');
    configure({ telemetry: undefined });
  });

  it('hands its locale to the elements inside', async () => {
    const root = await fixture(html`
      <booking-provider locale="ar" .adapter=${named('Ada')}
        ><booking-flow coach-id="ada"></booking-flow
      ></booking-provider>
    `);
    const flow = flowIn(root);
    await shows(flow, 'Ada');
    const base = await new BookingFlowPage(flow).part('base');
    expect(base.lang).to.equal('en-EG');
  });

  it('takes no place in the layout', async () => {
    const provider = await fixture(html`<booking-provider><p>Text</p></booking-provider>`);
    expect(getComputedStyle(provider).display).to.equal('contents');
  });

  it('two flows share nothing but the page', async () => {
    const root = await fixture(html`
      <div>
        <booking-flow coach-id="ada" .adapter=${named('One')}></booking-flow>
        <booking-flow coach-id="ada" .adapter=${named('Two')}></booking-flow>
      </div>
    `);
    const [one, two] = root.querySelectorAll('booking-flow');
    if (!one || !two) throw new Error('two flows');
    await shows(one, 'One');
    await shows(two, 'Two');
    const page = new BookingFlowPage(one);
    await page.chooseLength('30 min');
    await page.press('See times');
    await page.shows('Pick a day and time');
    expect(await new BookingFlowPage(two).heading()).to.equal('How long do you need?');
  });
});
