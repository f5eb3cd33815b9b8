import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cityOf } from '../../../src/i18n/city-names.js';
import { formatsFor } from '../../../src/i18n/format.js';
import { loadCities } from '../../../src/i18n/load-cities.js';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pl', 'pt', 'zh'];
/** Zones under the name that engines list them by, and under the one that pages give. */
const BOTH = [
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
] as const;

describe('cities', () => {
  test('are written as in English until their names are there, and by those from then on', async () => {
    assert.equal(cityOf('Europe/Vienna', 'de-AT'), 'Vienna');
    assert.equal(cityOf('America/Sao_Paulo', 'en'), 'Sao Paulo');
    await Promise.all(LANGUAGES.map(loadCities));
    const expected = {
      'ar-EG': 'فيينا',
      'de-AT': 'Wien',
      en: 'Vienna',
      es: 'Viena',
      fr: 'Vienne',
      he: 'וינה',
      it: 'Vienna',
      ja: 'ウィーン',
      nl: 'Wenen',
      pl: 'Wiedeń',
      'pt-BR': 'Viena',
      'zh-CN': '维也纳',
    };
    for (const [locale, city] of Object.entries(expected)) assert.equal(cityOf('Europe/Vienna', locale), city, locale);
    // What formats were made before follows.
    assert.equal(formatsFor('de-AT').city('Europe/Vienna'), 'Wien');
    assert.equal(cityOf('Europe/Kyiv', 'de'), 'Kiew');
  });

  test('have their own letters in every language', () => {
    for (const locale of ['en', 'de', 'nl', 'sv'])
      assert.equal(cityOf('America/Sao_Paulo', locale), 'São Paulo', locale);
    assert.equal(cityOf('America/St_Johns', 'en'), 'St. John’s');
  });

  test('are the same under each name of a zone', () => {
    for (const language of LANGUAGES) {
      for (const [one, other] of BOTH)
        assert.equal(cityOf(one, language), cityOf(other, language), `${language} ${one}`);
    }
  });

  test('all have a name in a language with letters of its own', () => {
    const plain = (zone: string) => /^[ -~]+$/.test(zone);
    for (const language of ['ar', 'he', 'ja', 'zh']) {
      const latin = Intl.supportedValuesOf('timeZone').filter((zone) => plain(cityOf(zone, language)));
      assert.deepEqual(
        latin.filter((zone) => zone !== 'UTC'),
        [],
        language,
      );
    }
  });

  test('that nobody knows keep what their zone says', () => {
    assert.equal(cityOf('Mars/Olympus_Mons', 'de'), 'Olympus Mons');
    assert.equal(cityOf('constructor', 'de'), 'constructor');
    assert.equal(cityOf('', 'de'), '');
  });

  test('of a language without names are English', async () => {
    await loadCities('sv');
    assert.equal(cityOf('Asia/Calcutta', 'sv'), 'Kolkata');
  });
});
