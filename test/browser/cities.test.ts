import { expect, fixture, html } from '@open-wc/testing';
import { languages } from '../../src/entries/languages.js';
import { provideLanguages } from '../../src/i18n/dictionary.js';
import { nameOf, until } from '../../src/kit/page-objects/find.js';
import type { BookingFlowPage } from '../../src/kit/page-objects/index.js';
import type { CoachProfile } from '../../src/elements/coach-profile/coach-profile.js';
import { mockAdapter, NOW, openFlow } from './flow-fixture.js';

/** The accessible names of the times. */
function names(page: BookingFlowPage): string {
  const radios = page.parts('slot').flatMap((slot) => [...slot.querySelectorAll('input')]);
  return radios.map(nameOf).join();
}

describe('cities in the visitor’s language', () => {
  before(() => provideLanguages(languages));

  it('come without being waited for: on the button, in the receipt, in the names of the times', async () => {
    const page = await openFlow({ timeZone: 'Asia/Kolkata', locale: 'de-AT', duration: 60 });
    await page.times();
    const select = await until(() => page.element.shadowRoot?.querySelector('booking-time-zone-select'), 'the zone');
    await until(() => select.shadowRoot?.textContent.includes('Kalkutta'), 'the city on the button');
    const receipt = await page.part('receipt');
    await until(() => receipt.shadowRoot?.textContent.includes('Kalkutta'), 'the city in the receipt');
    await until(() => names(page).includes('Kalkutta'), 'the city in the names of the times');
  });

  it('have their letters in English too, wherever they are shown', async () => {
    const page = await openFlow({ timeZone: 'America/Sao_Paulo', locale: 'en-GB', duration: 60 });
    await page.times();
    await until(() => names(page).includes('São Paulo'), 'the names of the times');
    expect(names(page)).not.to.contain('Sao Paulo');
  });

  it('are in a profile', async () => {
    const profile = await fixture<CoachProfile>(
      html`<coach-profile coach-id="ada" locale="ja" .adapter=${mockAdapter()} .now=${() => NOW}></coach-profile>`,
    );
    await until(() => profile.renderRoot.textContent.includes('ベルリン'), 'where the coach is');
  });
});
