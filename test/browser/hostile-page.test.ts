import { expect, fixtureCleanup } from '@open-wc/testing';
import { resizeTo } from './engine.js';
import { DETAILS, openFlow } from './flow-fixture.js';
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
});
