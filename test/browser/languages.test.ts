import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { BookingCalendar } from '../../src/elements/booking-calendar/booking-calendar.js';
import type { BookingDurationSelector } from '../../src/elements/booking-duration-selector/booking-duration-selector.js';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import type { BookingProvider } from '../../src/elements/booking-provider/booking-provider.js';
import { languages } from '../../src/entries/languages.js';
import { provideLanguages, type Words } from '../../src/i18n/dictionary.js';
import { en } from '../../src/i18n/en.js';
import { pluralCategories } from '../../src/i18n/plural.js';
import { allByRole, deepElements, textOf, until } from '../../src/kit/page-objects/find.js';
import { BookingFlowPage } from '../../src/kit/page-objects/index.js';
import { DETAILS, hurried, mockAdapter, NOW, openFlow } from './flow-fixture.js';

/** Languages that arrive when a test says so. */
function slow(language: string) {
  let arrive: (words: Words) => void = () => undefined;
  const load = () => new Promise<{ default: Words }>((resolve) => (arrive = (words) => resolve({ default: words })));
  provideLanguages({ ...languages, [language]: load });
  return { arrive: (words: Words) => arrive(words) };
}

const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
/** Not those of the page, in the default slot, or of the styles. */
const hasWords = (element: Element) =>
  element.getRootNode() instanceof ShadowRoot &&
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
const flowIn = (root: Element, at = 0): BookingFlow => {
  const flow = root.querySelectorAll('booking-flow')[at];
  if (!flow) throw new Error('no flow');
  return flow;
};

/** Two levels of shadow roots deep: what a visitor reads. */
const shown = (page: BookingFlowPage) => textOf(page.element.shadowRoot?.querySelector('section') ?? page.element);

describe('languages', () => {
  beforeEach(() => provideLanguages(languages));

  const samples = {
    de: {
      title: 'Wie viel Zeit brauchen Sie?',
      length: /60 Min\..*90\s\$/,
      go: 'Zeiten ansehen',
      details: 'Ihre Angaben',
    },
    // An engine with older data writes Arabic with Arabic digits.
    ar: { title: 'ما المدة المطلوبة؟', length: /(60|٦٠) د.*(90|٩٠)/, go: 'عرض المواعيد', details: 'بياناتك' },
    ja: { title: 'ご希望の長さは？', length: /60分.*90/, go: '時間を見る', details: 'お客様の情報' },
  };
  for (const [locale, { title, length, go, details }] of Object.entries(samples)) {
    it(`${locale}: from the length to the details, in its own words, direction and formats`, async () => {
      const page = await openFlow({ locale });
      await page.shows(title);
      const base = await page.part('base');
      const dir = locale === 'ar' ? 'rtl' : 'ltr';
      expect([base.lang, base.dir, getComputedStyle(base).direction]).to.eql([locale, dir, dir]);
      const lengths = await page.lengths();
      expect(
        lengths.some((name) => length.test(name)),
        lengths.join(),
      ).to.equal(true);
      await page.chooseLength(length);
      await page.press(go);
      const calendar = page.element.shadowRoot?.querySelector('booking-calendar');
      const [weekday] = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
        .formatToParts(NOW)
        .map(({ value }) => value);
      expect(textOf(calendar ?? base)).not.to.match(/Fewer|More|Nov/);
      expect((await page.freeDays()).some((day) => day.includes(weekday ?? '?'))).to.equal(true);
      await page.chooseTime();
      await page.goOn();
      await page.shows(details);
      await expect(page.element).to.be.accessible();
      expect(shown(page)).not.to.match(/\b(the|your|Choose|Enter|What)\b/);
    });
  }

  it('no language is ready-made: every plural category of this browser has its words', () => {
    for (const [language, categories] of Object.entries(pluralCategories)) {
      const own = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      expect([...categories], language).to.include.members(own.filter((category) => category !== 'many'));
    }
  });

  it('is each element’s own: two flows in two languages, a third in the page’s', async () => {
    const root = await fixture(html`
      <div lang="nl">
        <booking-flow coach-id="ada" locale="fr" .adapter=${mockAdapter()} .now=${() => NOW}></booking-flow>
        <booking-provider locale="es"
          ><booking-flow coach-id="ada" .adapter=${mockAdapter()} .now=${() => NOW}></booking-flow
        ></booking-provider>
        <booking-flow coach-id="ada" .adapter=${mockAdapter()} .now=${() => NOW}></booking-flow>
      </div>
    `);
    const titles = [
      'De combien de temps avez-vous besoin\u202f?',
      '¿Cuánto tiempo necesitas?',
      'Hoeveel tijd heb je nodig?',
    ];
    for (const [at, title] of titles.entries()) await new BookingFlowPage(flowIn(root, at)).shows(title);
  });

  it('English does not flash up: a flow shows that it loads, a part by itself keeps its place unseen', async () => {
    const { arrive } = slow('sv');
    const page = await openFlow({ locale: 'sv-SE' });
    const part = await fixture<BookingDurationSelector>(html`
      <booking-duration-selector
        locale="sv"
        .options=${[{ durationMinutes: 30, rate: { amountMinor: 5000, currency: 'SEK' }, nextFree: null }]}
      ></booking-duration-selector>
    `);
    await aTimeout(100);
    expect(page.parts('heading')).to.eql([]);
    expect([...deepElements(page.element)].filter((element) => isSeen(element) && hasWords(element))).to.eql([]);
    expect((await page.part('base')).lang).to.equal('sv-SE');
    expect(isSeen(part)).to.equal(false);
    const { height } = part.getBoundingClientRect();
    arrive({ ...en, lengthTitle: 'Hur lång tid behöver du?', noTimesSoon: 'Inga lediga tider just nu' });
    await page.shows('Hur lång tid behöver du?');
    await part.updateComplete;
    expect(isSeen(part)).to.equal(true);
    expect(part.getAttribute('style') ?? '').to.equal('');
    expect(part.getBoundingClientRect().height).to.equal(height);
    expect(textOf(part.shadowRoot?.querySelector('[part="next-free"]') ?? part)).to.contain('Inga lediga tider');
  });

  it('one that takes long gives way to English, and is taken once it is there', async () => {
    const { arrive } = slow('da');
    await hurried(50, async () => {
      const page = await openFlow({ locale: 'da-DK' });
      await page.shows('How long do you need?');
      expect((await page.part('base')).lang).to.equal('en-DK');
      arrive({ ...en, lengthTitle: 'Hvor lang tid har du brug for?' });
      await page.shows('Hvor lang tid har du brug for?');
    });
  });

  it('one that does not load is English, with the conventions of the region', async () => {
    let asked = 0;
    const load = () => {
      asked++;
      return Promise.reject(new Error('offline'));
    };
    provideLanguages({ nb: load });
    const page = await openFlow({ locale: 'nb-NO' });
    await page.shows('How long do you need?');
    await aTimeout(50);
    expect(asked).to.equal(1);
    expect((await page.part('base')).lang).to.equal('en-NO');
  });

  it('a page that changes its language keeps the words that it has until the others are there', async () => {
    const { arrive } = slow('fi');
    const page = await openFlow({ locale: 'it' });
    await page.shows('Quanto tempo ti serve?');
    page.element.setAttribute('locale', 'fi');
    await aTimeout(50);
    expect(await page.heading()).to.equal('Quanto tempo ti serve?');
    arrive({ ...en, lengthTitle: 'Kuinka kauan?' });
    await page.shows('Kuinka kauan?');
  });

  it('a locale that Intl does not know never throws: what is around counts', async () => {
    for (const locale of ['C', 'x', 'de_DE', 'en-US-u-nu-arab', '', '🙂', 'und', 'constructor', '__proto__']) {
      const root = await fixture(html`
        <div lang="pl">
          <booking-flow coach-id="ada" .adapter=${mockAdapter()} .now=${() => NOW} locale=${locale}></booking-flow>
        </div>
      `);
      const page = new BookingFlowPage(flowIn(root));
      await page.lengths();
      const expected = new Map(Object.entries({ de_DE: /^Wie viel/, 'en-US-u-nu-arab': /^How/, und: /^How/ }));
      expect(await page.heading(), locale).to.match(expected.get(locale) ?? /^Ile czasu/);
    }
  });

  describe('the page’s own words', () => {
    it('replace those of the dictionary, in any language, in groups too; the nearest count', async () => {
      const root = await fixture<BookingProvider>(html`
        <booking-provider
          locale="de"
          .adapter=${mockAdapter('unknown-coach')}
          .strings=${{ loading: 'Moment', errors: { notFoundTitle: 'Hier gibt es nichts', notFound: 'Von außen' } }}
        >
          <booking-flow
            coach-id="ada"
            .now=${() => NOW}
            .strings=${{ errors: { notFound: 'Von innen' } }}
          ></booking-flow>
        </booking-provider>
      `);
      const page = new BookingFlowPage(flowIn(root));
      await page.shows('Hier gibt es nichts');
      expect(shown(page)).to.contain('Von innen').and.not.to.contain('Von außen');
    });

    it('reach the parts inside, take messages with parameters, and follow a change', async () => {
      const page = await openFlow({ locale: 'de', duration: 60 });
      await page.shows('Tag und Uhrzeit wählen');
      page.element.strings = { timeTitle: 'Wann?', fewer: 'Wenig', minutes: (count) => `${count} Minuten` };
      await page.shows('Wann?');
      const legend = (): string => {
        const calendar = page.element.shadowRoot?.querySelector('booking-calendar');
        return calendar?.shadowRoot?.querySelector('[part="legend"]')?.textContent ?? '';
      };
      await until(() => legend().includes('Wenig'), 'the legend');
      expect((await page.times())[0]).to.contain('60 Minuten');
      page.element.strings = null;
      await page.shows('Tag und Uhrzeit wählen');
      await until(() => legend().includes('Weniger'), 'the legend of the dictionary');
    });
  });

  describe('from right to left', () => {
    const calendar = (locale: string, dir?: 'ltr') =>
      fixture<BookingCalendar>(
        html`<div dir=${dir ?? 'auto'}>
          <booking-calendar
            locale=${locale}
            page="2026-11-23"
            today="2026-11-23"
            value="2026-11-25"
            .days=${{ '2026-11-24': 1, '2026-11-25': 6, '2026-11-26': 2 }}
          ></booking-calendar>
        </div>`,
      ).then((root) => root.querySelector('booking-calendar') ?? root);

    it('a part by itself runs as its language does, where nothing else says so, and turns back with it', async () => {
      const element = await fixture<BookingCalendar>(
        html`<booking-calendar locale="he" page="2026-11-23" today="2026-11-23"></booking-calendar>`,
      );
      await until(() => isSeen(element), 'Hebrew');
      expect(getComputedStyle(element).direction).to.equal('rtl');
      element.locale = 'de';
      await until(() => getComputedStyle(element).direction === 'ltr', 'German');
    });

    it('where the page says another direction it stays', async () => {
      const element = await calendar('he', 'ltr');
      await until(() => isSeen(element), 'Hebrew');
      expect(getComputedStyle(element).direction).to.equal('ltr');
    });

    it('arrow keys go where they point, and the arrows of the buttons are turned', async () => {
      const page = await openFlow({ locale: 'ar', duration: 60 });
      await page.chooseTime();
      const element = page.element.shadowRoot?.querySelector('booking-calendar');
      const day = element?.shadowRoot?.querySelector<HTMLElement>('.day[tabindex="0"]');
      const x = () => element?.shadowRoot?.querySelector('.day[tabindex="0"]')?.getBoundingClientRect().x ?? 0;
      const before = x();
      day?.focus();
      day?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
      await nextFrame();
      await element?.updateComplete;
      expect(x()).to.be.below(before);
      const arrow = element?.shadowRoot?.querySelector('[part="next"] .icon');
      expect(arrow && getComputedStyle(arrow).transform).to.match(/^matrix\(-1/);
    });

    it('the receipt and the form stand on their sides, and an address is written from left to right', async () => {
      const page = await openFlow({ locale: 'ar', duration: 60 });
      await page.chooseTime();
      await page.goOn();
      await page.shows('بياناتك');
      const base = await page.part('base');
      const receipt = (await page.part('receipt')).getBoundingClientRect();
      expect(receipt.right).to.be.closeTo(base.getBoundingClientRect().right, 2);
      const email = await until(
        () => allByRole(page.element, 'textbox').find((field) => field.getAttribute('type') === 'email'),
        'the address',
      );
      expect(email).to.be.instanceOf(HTMLInputElement);
      await page.fill({ name: DETAILS.name, email: 'jordan@northwind.co' }).catch(() => undefined);
    });
  });
});
