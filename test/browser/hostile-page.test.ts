import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { CoachProfile } from '../../src/elements/coach-profile/coach-profile.js';
import { until } from '../../src/kit/page-objects/index.js';
import { resizeTo } from './engine.js';
import { DETAILS, mockAdapter, NOW, openFlow } from './flow-fixture.js';
import { differences, onPage, PAGES, seenIn } from './host-page.js';

/** How the flow looks at a page: step by step, each settled. */
async function looks(): Promise<string[]> {
  const page = await openFlow();
  const { element } = page;
  element.style.setProperty('--booking-motion', '0s');
  const settled = async () => {
    await element.updateComplete;
    return seenIn(element);
  };
  await page.receipt();
  await page.part('next-free');
  const looks = [await settled()];
  await page.chooseLength('60 min');
  await page.press('See times');
  await page.chooseTime();
  await page.part('time-zone');
  looks.push(await settled());
  await page.press('Continue');
  await page.shows('Your details');
  await page.fill(DETAILS);
  await page.part('held');
  looks.push(await settled());
  return looks.flat();
}

/** The list of time zones above a flow, and the end of a booking. */
async function looksLater(): Promise<string[]> {
  const page = await openFlow({ duration: 60 });
  const { element } = page;
  element.style.setProperty('--booking-motion', '0s');
  await page.chooseTime();
  const zones = await page.part('time-zone');
  (await page.part('button')).click();
  await page.part('search');
  await until(() => page.parts('option').length > 5, 'the list of zones');
  const looks = seenIn(zones);
  await page.press('Continue');
  await page.shows('Your details');
  await page.fill(DETAILS);
  await page.goOn();
  const booked = await page.shows(/See you/).then(() => element.renderRoot.querySelector('booking-confirmation'));
  await element.updateComplete;
  return [...looks, ...(booked ? seenIn(booked) : [])];
}

/** The profile, and its dialog with the flow in it. */
async function looksOfProfile(): Promise<string[]> {
  const profile = await fixture<CoachProfile>(html`
    <coach-profile
      .adapter=${mockAdapter()}
      .now=${() => NOW}
      coach-id="ada"
      time-zone="America/New_York"
      locale="en-GB"
    ></coach-profile>
  `);
  profile.style.setProperty('--booking-motion', '0s');
  await until(() => profile.renderRoot.querySelector('.session b + b, .session .about b'), 'the next free times');
  await until(() => profile.renderRoot.querySelector('#name'), 'the coach');
  await profile.updateComplete;
  const looks = seenIn(profile);
  profile.openFlow(60);
  const dialog = await until(
    () => profile.shadowRoot?.querySelector('booking-flow')?.shadowRoot?.querySelector('dialog[open]'),
    'the dialog',
  );
  const bar = dialog.querySelector('.dialog-bar') ?? dialog;
  const { padding, margin, border, backgroundColor, font, color, letterSpacing, inlineSize } = getComputedStyle(dialog);
  const title = getComputedStyle(bar.querySelector('.heading') ?? bar);
  looks.push(
    JSON.stringify({
      padding,
      margin,
      border,
      backgroundColor,
      font,
      color,
      letterSpacing,
      inlineSize,
      title: [title.font, title.color, title.margin, title.textTransform],
    }),
  );
  profile.shadowRoot?.querySelector('booking-flow')?.close();
  return looks;
}

describe('on a page that styles everything', () => {
  let clean: string[];
  before(async () => {
    await resizeTo(1280);
    clean = await looks();
    fixtureCleanup();
  });

  it('the same flow looks the same twice on a clean page', async () => {
    expect(clean.length).to.be.greaterThan(400);
    expect(differences(clean, await looks())).to.deep.equal([]);
  });

  for (const [name, styles] of Object.entries(PAGES)) {
    it(`${name}: every box and every style inside is as on a clean page`, async () => {
      const css = await styles();
      expect(differences(clean, await onPage(css, looks))).to.deep.equal([]);
    });
  }

  for (const [what, look] of Object.entries({
    'the list of zones and what is booked': looksLater,
    'the profile and its dialog': looksOfProfile,
  })) {
    describe(what, () => {
      let cleanly: string[];
      before(async () => {
        cleanly = await look();
        fixtureCleanup();
      });

      it('looks the same twice on a clean page', async () => {
        expect(cleanly.length).to.be.greaterThan(60);
        expect(differences(cleanly, await look())).to.deep.equal([]);
      });

      for (const [name, styles] of Object.entries(PAGES)) {
        it(`${name}: every box and every style inside is as on a clean page`, async () => {
          const css = await styles();
          expect(differences(cleanly, await onPage(css, look))).to.deep.equal([]);
        });
      }
    });
  }
});
