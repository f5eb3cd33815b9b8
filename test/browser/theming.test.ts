import { expect, fixture, html } from '@open-wc/testing';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import { deepElements } from '../../src/kit/page-objects/find.js';
import { BookingFlowPage } from '../../src/kit/page-objects/index.js';
import { itNeeds, pressing, resizeTo } from './engine.js';
import { DETAILS, mockAdapter, NOW, openFlow } from './flow-fixture.js';

const SLOTS = ['header', 'footer', 'summary', 'empty', 'error', 'success'];

/** A flow with something in each of its slots. */
async function withSlots(scenario: Parameters<typeof mockAdapter>[0] = 'default') {
  const element = await fixture<BookingFlow>(html`
    <booking-flow
      .adapter=${mockAdapter(scenario)}
      .now=${() => NOW}
      duration="60"
      coach-id="ada"
      time-zone="America/New_York"
      locale="en-GB"
    >
      ${SLOTS.map((name) => html`<p slot=${name}>In ${name}</p>`)}
    </booking-flow>
  `);
  const shown = () => SLOTS.filter((name) => element.querySelector<HTMLElement>(`[slot=${name}]`)?.checkVisibility());
  return { element, page: new BookingFlowPage(element), shown };
}

describe('slots', () => {
  it('header, footer and summary show while times are chosen; all six have a slot', async () => {
    const { element, page, shown } = await withSlots();
    await page.times();
    await page.receipt();
    expect(shown()).to.deep.equal(['header', 'footer', 'summary']);
    for (const name of SLOTS) expect(element.querySelector(`[slot=${name}]`)?.assignedSlot, name).to.not.equal(null);
  });

  it('success shows once the session is booked', async () => {
    const { page, shown } = await withSlots();
    await page.chooseTime();
    await page.press('Continue');
    await page.fill(DETAILS);
    await page.goOn();
    await page.part('ticket');
    expect(shown()).to.include('success');
  });

  it('empty shows where no time is free', async () => {
    const { page, shown } = await withSlots('empty');
    await page.part('empty');
    expect(shown()).to.include('empty').and.not.include('error');
  });

  it('error shows where times did not load', async () => {
    const { page, shown } = await withSlots('error');
    await page.shows(/./);
    await page.button('Try again');
    expect(shown()).to.include('error').and.not.include('empty');
  });
});

describe('a press', () => {
  itNeeds('mouse', 'shows on days, times and buttons; not on what cannot be pressed', async () => {
    await resizeTo(1280);
    const page = await openFlow({ duration: 60 });
    await page.times();
    await page.part('time-zone');
    const veil = (element: Element) => getComputedStyle(element).backgroundImage;
    // No time is chosen, and that day has none.
    for (const element of [await page.part('main-button'), await page.part('full')])
      expect(await pressing(element, () => veil(element))).to.equal('none');
    for (const name of ['slot', 'free', 'back']) {
      const element = await page.part(name);
      expect(veil(element), name).to.equal('none');
      expect(await pressing(element, () => veil(element)), name).to.contain('gradient');
    }
  });
});

describe('density', () => {
  it('sets the height of controls and of the frame; what the page sets on the element wins', async () => {
    await resizeTo(1280);
    const page = await openFlow({ duration: 60 });
    const { element } = page;
    await page.times();
    const heights = async () => {
      await element.updateComplete;
      const frame = element.shadowRoot?.querySelector('.frame')?.getBoundingClientRect().height;
      return { frame, control: (await page.part('main-button')).getBoundingClientRect().height };
    };
    expect(await heights()).to.deep.equal({ frame: 640, control: 44 });
    element.density = 'compact';
    expect(await heights()).to.deep.equal({ frame: 592, control: 40 });
    element.density = 'spacious';
    expect(await heights()).to.deep.equal({ frame: 720, control: 50 });
    element.style.setProperty('--booking-control', '60px');
    expect((await heights()).control).to.equal(60);
  });
});

describe('the page around', () => {
  it('keeps every style that it had', async () => {
    const around = await fixture<HTMLElement>(html`
      <div>
        <h2>Title</h2>
        <p class="small muted">
          Text <a class="link" href="#top">link</a> <button class="button primary">Press</button>
        </p>
        <input type="radio" /><label>Label</label><i>i</i>
        <dialog open>Dialog</dialog>
      </div>
    `);
    const styles = () =>
      [document.documentElement, document.body, around, ...around.querySelectorAll('*')].map((element) => {
        const style = getComputedStyle(element);
        // The page grows with what is put onto it.
        const names = [...style].filter(
          (name) => !/^(--|.*size$|height|width|perspective-origin|transform-origin)/.test(name),
        );
        return names.map((name) => `${element.localName} ${name}: ${style.getPropertyValue(name)}`).join('\n');
      });
    const before = styles();
    const page = await openFlow({ duration: 60 });
    await page.times();
    await page.part('time-zone');
    expect(styles()).to.deep.equal(before);
    expect(document.adoptedStyleSheets).to.have.length(0);
  });
});

describe('parts', () => {
  /** What is seen: it paints a ground, a line or a shadow, or holds words of its own. */
  function isSeen(element: Element): boolean {
    if (!(element instanceof HTMLElement) || !element.checkVisibility({ visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return false;
    return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  }

  /** The nearest part around a piece, within its own tree. */
  const partOf = (element: Element): Element | null => element.closest('[part]');

  for (const [step, go] of [
    ['lengths', () => Promise.resolve()],
    [
      'times',
      async (page: BookingFlowPage) => {
        await page.chooseLength('60 min');
        await page.press('See times');
        await page.chooseTime();
        await page.part('next-free');
      },
    ],
    [
      'details',
      async (page: BookingFlowPage) => {
        await page.chooseLength('60 min');
        await page.press('See times');
        await page.chooseTime();
        await page.press('Continue');
        await page.shows('Your details');
      },
    ],
  ] as const) {
    it(`${step}: every word that is seen stands in a part`, async () => {
      const page = await openFlow();
      await page.receipt();
      await go(page);
      const outside = [...deepElements(page.element.shadowRoot ?? page.element)]
        .filter((element) => isSeen(element) && !partOf(element))
        .map((element) => `${(element.getRootNode() as ShadowRoot).host.localName}: ${element.textContent.trim()}`);
      expect(outside).to.deep.equal([]);
    });

    it(`${step}: every part of the elements inside can be reached from the page`, async () => {
      const page = await openFlow();
      await page.receipt();
      await go(page);
      const flow = page.element.shadowRoot ?? page.element;
      const hidden = [...deepElements(flow)].flatMap((element) => {
        const root = element.getRootNode();
        if (!(root instanceof ShadowRoot) || root === flow || !element.part.length || !isSeen(element)) return [];
        const exported = (root.host.getAttribute('exportparts') ?? '')
          .split(',')
          .map((name) => name.split(':')[0]?.trim());
        return [...element.part].some((name) => exported.includes(name))
          ? []
          : [`${root.host.localName}: ${element.part.value}`];
      });
      expect([...new Set(hidden)]).to.deep.equal([]);
    });
  }
});
