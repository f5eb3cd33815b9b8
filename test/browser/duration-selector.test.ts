import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import {
  BookingDurationSelector,
  type DurationOption,
} from '../../src/elements/booking-duration-selector/booking-duration-selector.js';
import type { BookingDurationSelectEvent } from '../../src/elements/events.js';
import { itNeeds, press } from './engine.js';

if (!customElements.get(BookingDurationSelector.tag)) {
  customElements.define(BookingDurationSelector.tag, BookingDurationSelector);
}

const OPTIONS: readonly DurationOption[] = [
  {
    durationMinutes: 30,
    rate: { amountMinor: 5000, currency: 'USD' },
    description: 'One question, one clear next step.',
    nextFree: '2026-11-24T15:00:00.000Z',
  },
  { durationMinutes: 60, rate: { amountMinor: 9050, currency: 'USD' }, nextFree: null },
  { durationMinutes: 90, rate: { amountMinor: 12000, currency: 'JPY' } },
];

/** A form with the selector in it, and a fieldset around that. */
async function form(value = '', options = OPTIONS): Promise<HTMLFormElement> {
  const element = await fixture<HTMLFormElement>(
    html`<form>
      <fieldset>
        <booking-duration-selector
          name="length"
          value=${value}
          time-zone="America/New_York"
          locale="en-US"
          .options=${options}
        ></booking-duration-selector>
      </fieldset>
    </form>`,
  );
  await selectorIn(element).updateComplete;
  return element;
}

function selectorIn(root: ParentNode): BookingDurationSelector {
  const element = root.querySelector('booking-duration-selector');
  if (!element) throw new Error('no selector');
  return element;
}

const inputs = (element: BookingDurationSelector) => [...element.renderRoot.querySelectorAll('input')];
const parts = (element: BookingDurationSelector, name: string) =>
  [...element.renderRoot.querySelectorAll(`[part~="${name}"]`)].map((node) =>
    // Some locales put narrow spaces into times.
    node.textContent.replace(/\s+/g, ' ').trim(),
  );
const input = (element: BookingDurationSelector, index: number) => {
  const found = inputs(element)[index];
  if (!found) throw new Error(`no option ${index}`);
  return found;
};
const submitted = (element: HTMLFormElement) => new FormData(element).get('length');

describe('booking-duration-selector', () => {
  describe('for the eye', () => {
    it('shows each length with its price, its meaning and when it is next free', async () => {
      const element = selectorIn(await form());
      expect(parts(element, 'duration')).to.eql(['30 min', '60 min', '90 min']);
      expect(parts(element, 'price')).to.eql(['$50', '$90.50', '¥12,000']);
      expect(parts(element, 'description')).to.eql(['One question, one clear next step.']);
      expect(parts(element, 'next-free')).to.eql(['Next free Tue, Nov 24, 10:00 AM', 'No free times at the moment']);
    });

    it('reads the next free time in the visitor’s zone and clock', async () => {
      const element = selectorIn(await form());
      element.timeZone = 'Asia/Tokyo';
      element.hour12 = false;
      await element.updateComplete;
      expect(parts(element, 'next-free')[0]).to.equal('Next free Wed, Nov 25, 00:00');
      element.timeZone = 'Nowhere/Land';
      await element.updateComplete;
      expect(parts(element, 'next-free')[0]).to.contain('Next free');
    });

    it('holds the places of lengths and next free times while they load', async () => {
      const element = await fixture<BookingDurationSelector>(
        html`<booking-duration-selector loading></booking-duration-selector>`,
      );
      expect(element.renderRoot.querySelectorAll('.card')).to.have.length(3);
      expect(inputs(element)).to.eql([]);
      element.options = OPTIONS;
      await element.updateComplete;
      expect(inputs(element)).to.have.length(3);
      expect(element.renderRoot.querySelectorAll('.placeholder')).to.have.length(1);
    });

    it('keeps long words and long prices inside the card, from 272 px on', async () => {
      const long = 'Führungskräfteentwicklungsmaßnahmenkatalogbesprechung '.repeat(3);
      const element = selectorIn(
        await form('', [
          { durationMinutes: 1440, rate: { amountMinor: 123_456_789_000, currency: 'KWD' }, description: long },
        ]),
      );
      element.style.inlineSize = '272px';
      const edge = element.getBoundingClientRect().right;
      for (const node of element.renderRoot.querySelectorAll('span')) {
        expect(node.getBoundingClientRect().right).to.be.at.most(edge);
      }
    });

    it('shows markup in a description as text', async () => {
      const description = '<img src=x onerror=alert(1)>';
      const element = selectorIn(await form('', [{ ...OPTIONS[2], description } as DurationOption]));
      expect(parts(element, 'description')).to.eql([description]);
      expect(element.renderRoot.querySelector('img')).to.equal(null);
    });
  });

  describe('for assistive technology', () => {
    it('is a radio group whose options say length and price', async () => {
      const element = selectorIn(await form('60'));
      await expect(element).to.be.accessible();
      expect(element.renderRoot.querySelector('[role="radiogroup"]')?.ariaLabel).to.equal('Session length');
      const first = input(element, 0);
      const named = (attribute: string) =>
        first
          .getAttribute(attribute)
          ?.split(' ')
          .map((id) => element.shadowRoot?.getElementById(id)?.textContent.trim())
          .join(' ');
      expect(named('aria-labelledby')).to.equal('30 min $50');
      expect(named('aria-describedby')).to.contain('One question');
    });

    it('passes axe from right to left, disabled, and while loading', async () => {
      const element = selectorIn(await form());
      element.dir = 'rtl';
      element.disabled = true;
      await element.updateComplete;
      await expect(element).to.be.accessible();
      const loading = await fixture(html`<booking-duration-selector loading></booking-duration-selector>`);
      await expect(loading).to.be.accessible();
    });
  });

  describe('by pointer and keyboard', () => {
    it('chooses a length, and tells its price', async () => {
      const element = selectorIn(await form());
      setTimeout(() => input(element, 1).click());
      const { detail } = await oneEvent<BookingDurationSelectEvent>(element, 'booking-duration-select');
      expect(detail).to.eql({ durationMinutes: 60, rate: { amountMinor: 9050, currency: 'USD' } });
      expect(element.value).to.equal('60');
      await element.updateComplete;
      expect(element.renderRoot.querySelectorAll('[part~="selected"]')).to.have.length(1);
    });

    itNeeds('focus ring', 'rings the card that has the focus', async () => {
      const element = selectorIn(await form('30'));
      const before = document.createElement('button');
      element.before(before);
      before.focus();
      await press('Tab');
      const card = input(element, 0).closest('label');
      expect(card && getComputedStyle(card).outlineWidth).to.equal('2px');
    });

    it('moves and chooses with the arrows', async () => {
      const element = selectorIn(await form('30'));
      element.focus();
      await press('ArrowDown');
      expect(element.value).to.equal('60');
      await press('ArrowDown');
      expect(element.value).to.equal('90');
      await press('ArrowUp');
      expect(element.value).to.equal('60');
    });

    it('sends no event when it is set from outside', async () => {
      const element = selectorIn(await form());
      let heard = 0;
      element.addEventListener('booking-duration-select', () => heard++);
      element.value = '90';
      await element.updateComplete;
      expect(input(element, 2).checked).to.equal(true);
      expect(heard).to.equal(0);
    });

    it('gives each card a target of at least 40 px', async () => {
      const element = selectorIn(await form());
      for (const control of inputs(element)) expect(control.getBoundingClientRect().height).to.be.at.least(40);
    });
  });

  describe('in a form', () => {
    it('submits its value, and nothing that is not on offer', async () => {
      const element = await form('60');
      expect(submitted(element)).to.equal('60');
      selectorIn(element).value = '45';
      await selectorIn(element).updateComplete;
      expect(submitted(element)).to.equal(null);
    });

    it('resets to its attribute', async () => {
      const element = await form('60');
      input(selectorIn(element), 0).click();
      await selectorIn(element).updateComplete;
      expect(submitted(element)).to.equal('30');
      element.reset();
      await selectorIn(element).updateComplete;
      expect(submitted(element)).to.equal('60');
      expect(input(selectorIn(element), 1).checked).to.equal(true);
    });

    it('asks for a choice where one is required', async () => {
      const element = await form();
      const selector = selectorIn(element);
      selector.required = true;
      await selector.updateComplete;
      expect(element.checkValidity()).to.equal(false);
      expect(selector.validity.valueMissing).to.equal(true);
      expect(selector.validationMessage).to.equal('Choose a length first.');
      input(selector, 0).click();
      await selector.updateComplete;
      expect(element.checkValidity()).to.equal(true);
    });

    it('is disabled with the fieldset around it', async () => {
      const element = await form('60');
      const fieldset = element.querySelector('fieldset');
      if (fieldset) fieldset.disabled = true;
      await aTimeout(0);
      await selectorIn(element).updateComplete;
      expect(inputs(selectorIn(element)).every((control) => control.disabled)).to.equal(true);
      expect(submitted(element)).to.equal(null);
    });

    it('restores what the browser kept', async () => {
      const element = selectorIn(await form());
      element.formStateRestoreCallback('90');
      await element.updateComplete;
      expect(input(element, 2).checked).to.equal(true);
      expect(element.form).to.equal(element.closest('form'));
    });

    it('gives its focus to the chosen option', async () => {
      const element = selectorIn(await form('60'));
      const before = document.createElement('button');
      element.closest('form')?.prepend(before);
      before.focus();
      await press('Tab');
      expect(element.shadowRoot?.activeElement).to.equal(input(element, 1));
      before.focus();
      element.focus();
      expect(element.shadowRoot?.activeElement).to.equal(input(element, 1));
    });
  });
});
