import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { BookingError } from '../../src/domain/booking-error.js';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import { languages } from '../../src/entries/languages.js';
import { provideLanguages } from '../../src/i18n/dictionary.js';
import { BookingFlowPage } from '../../src/kit/page-objects/index.js';
import { DETAILS, mockAdapter, nextEvent, NOW, toDetails } from './flow-fixture.js';

provideLanguages(languages);

/** One that works, in English; one in German, in yen; one that never answers; one that fails. All on one page. */
async function page() {
  const [works, yen, silent, fails] = [mockAdapter(), mockAdapter('yen'), mockAdapter(), mockAdapter()];
  const never = () => new Promise<never>(() => undefined);
  const no = () => Promise.reject(new BookingError('unavailable'));
  const parent = await fixture(
    html`<div>
      <booking-flow id="works" coach-id="ada" locale="en-GB" .adapter=${works} .now=${() => NOW}></booking-flow>
      <booking-flow id="yen" coach-id="ada" locale="de" time-zone="Asia/Tokyo" .adapter=${yen} .now=${() => NOW}>
      </booking-flow>
      <booking-flow
        id="silent"
        coach-id="ada"
        locale="en-GB"
        .adapter=${{ ...silent, getConfig: never, getAvailability: never }}
        .now=${() => NOW}
      ></booking-flow>
      <booking-flow
        id="fails"
        coach-id="ada"
        locale="en-GB"
        .adapter=${{ ...fails, getConfig: no, getAvailability: no }}
        .now=${() => NOW}
      ></booking-flow>
    </div>`,
  );
  const flow = (id: string): BookingFlow => {
    const found = parent.querySelector<BookingFlow>(`#${id}`);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  return { parent, flow };
}

describe('several flows on one page', () => {
  it('each has its own coach, language, zone, money and look, and a state of its own', async () => {
    const { flow } = await page();
    const [works, yen] = [flow('works'), flow('yen')];
    yen.style.setProperty('--booking-accent', 'rgb(120, 10, 10)');
    yen.style.colorScheme = 'dark';
    const [english, german] = [new BookingFlowPage(works), new BookingFlowPage(yen)];
    await english.shows('How long do you need?');
    await german.shows('Wie viel Zeit brauchen Sie?');
    expect((await english.lengths()).join()).to.contain('$');
    expect((await german.lengths()).join()).to.contain('¥');
    const accent = (element: HTMLElement) =>
      getComputedStyle(element.shadowRoot?.querySelector('[part~="main-button"]') ?? element).backgroundColor;
    expect(accent(yen)).to.not.equal(accent(works));
    await english.chooseLength('30 min');
    await german.goOn();
    await german.shows('Tag und Uhrzeit wählen');
    await english.shows('How long do you need?');
  });

  it('one that is slow and one that fails leave the others alone: one books, and only that one says so', async () => {
    const { parent, flow } = await page();
    const heard: string[] = [];
    parent.addEventListener('booking-complete', ({ target }) => heard.push(target instanceof Element ? target.id : ''));
    const works = new BookingFlowPage(flow('works'));
    await toDetails(works);
    await works.fill(DETAILS);
    const done = nextEvent(flow('works'), 'booking-complete');
    await works.goOn();
    await done;
    expect(heard).to.deep.equal(['works']);
    await waitUntil(() => flow('fails').shadowRoot?.querySelector('[part="problem"]'), 'no message');
    expect(flow('silent').shadowRoot?.querySelector('[part="problem"]')).to.equal(null);
    expect(flow('works').shadowRoot?.querySelector('[part="problem"]')).to.equal(null);
  });

  it('moved to another place, also in another tree, each keeps what was chosen and typed', async () => {
    const { parent, flow } = await page();
    const element = flow('works');
    const works = new BookingFlowPage(element);
    await toDetails(works);
    await works.fill(DETAILS);
    const host = document.createElement('div');
    parent.append(host);
    for (const place of [parent, host.attachShadow({ mode: 'open' }), host]) {
      place.append(element);
      if (place === host) host.shadowRoot?.append(document.createElement('slot'));
      const field = await works.field(/^Name/);
      expect(field instanceof HTMLInputElement && field.value).to.equal(DETAILS.name);
    }
    const done = nextEvent(element, 'booking-complete');
    await works.goOn();
    expect((await done).detail.booking.attendee?.name).to.equal(DETAILS.name);
  });
});
