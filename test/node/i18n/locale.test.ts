import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detailsFor } from '../../../src/i18n/details.js';
import published from '../../../src/entries/locales/en.js';
import { dictionaryFor, overridden } from '../../../src/i18n/dictionary.js';
import { formatsFor } from '../../../src/i18n/format.js';
import { en } from '../../../src/i18n/en.js';
import { directionOf, englishOf, languageOf, resolveLocale } from '../../../src/i18n/locale.js';
import { usesHour12 } from '../../../src/i18n/time-range.js';

describe('the locale', () => {
  it('is the first usable one: attribute, page, browser, English', () => {
    assert.equal(resolveLocale(['de-AT', 'fr'], ['en-US']), 'de-AT');
    assert.equal(resolveLocale([null, undefined, '', 'fr'], ['en-US']), 'fr');
    assert.equal(resolveLocale([], ['nl-BE', 'en']), 'nl-BE');
    assert.equal(resolveLocale([], []), 'en');
  });

  it('passes over what Intl does not take', () => {
    for (const tag of ['C', 'POSIX!', 'en_US.UTF-8', '1', '"de"', '-', 'x'.repeat(99)]) {
      assert.equal(resolveLocale([tag, 'pl'], []), 'pl', tag);
    }
    assert.equal(resolveLocale(['pt_BR', 'pl'], []), 'pt-BR');
    assert.equal(resolveLocale([' de '], []), 'de');
  });

  it('takes the visitor’s own country where the page names only a language', () => {
    assert.equal(resolveLocale(['en'], ['en-GB', 'en-US']), 'en-GB');
    assert.equal(resolveLocale(['en'], ['de-DE', 'en-NZ']), 'en-NZ');
    assert.equal(resolveLocale(['de'], ['en-GB']), 'de');
    assert.equal(resolveLocale(['en-US'], ['en-GB']), 'en-US');
    assert.equal(resolveLocale(['zh'], ['zh-TW']), 'zh', 'its script hangs on the country');
  });

  it('needs no browser', () => {
    assert.equal(typeof resolveLocale([]), 'string');
  });

  it('does not mix languages: without a dictionary, English with the conventions of the wanted region', () => {
    const wanted = ['sv-SE', 'sv', 'fr-CH', 'zh-Hant', 'eo', 'enm', 'tlh'];
    assert.deepEqual(wanted.map(englishOf), ['en-SE', 'en-SE', 'en-CH', 'en-TW', 'en-001', 'en-GB', 'en']);
    const formats = formatsFor(englishOf('sv'));
    assert.equal(usesHour12(formats), false);
    assert.equal(formats.firstDayOfWeek, 0);
    assert.equal(formats.day('2026-11-24', 'weekday'), 'Tuesday');
  });

  it('keeps dictionaries by language, and Traditional Chinese apart', () => {
    const locales = ['de-AT', 'pt-BR', 'en-US-u-nu-arab', 'zh', 'zh-CN', 'zh-Hans-HK', 'zh-TW', 'zh-HK', 'zh-Hant-MO'];
    assert.deepEqual(locales.map(languageOf), ['de', 'pt', 'en', 'zh', 'zh', 'zh', 'zh-Hant', 'zh-Hant', 'zh-Hant']);
  });

  it('says which way it is written', () => {
    assert.deepEqual(['ar', 'he-IL', 'fa-IR', 'ur', 'en', 'de', 'az'].map(directionOf), [
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
      'ltr',
    ]);
  });
});

describe('the dictionary', () => {
  const texts = flatten(detailsFor(en));

  it('answers for every locale', () => {
    assert.equal(dictionaryFor('xx'), en);
  });

  it('is published whole, for who writes another language', () => {
    assert.deepEqual(Object.keys(published).sort(), Object.keys(detailsFor(en)).sort());
  });

  it('has a sentence for every key, with every parameter in it', () => {
    for (const [key, text] of texts) {
      assert.ok(text.trim(), key);
      assert.doesNotMatch(text, /undefined|NaN|\[object/, key);
    }
  });

  it('speaks of the coach by name, and claims nothing that is not known', () => {
    for (const [key, text] of texts) {
      // The one word of charging says in which currency, beside an amount in another one.
      if (key === 'chargedIn') continue;
      assert.doesNotMatch(text, /\bhost\b|organi[sz]er|event type|charged|success|oops|sorry|!|\.\.\./i, key);
    }
  });

  it('takes the page’s own words, and leaves out what is none', () => {
    const given = { continue: 'Go on', seeTimes: undefined, stepOf: 'Step', close: null, optional: 'If you like' };
    const dictionary = overridden(en, given as never);
    assert.equal(dictionary.continue, 'Go on');
    assert.equal(dictionary.seeTimes, en.seeTimes);
    assert.equal(dictionary.stepOf(1, 3), en.stepOf(1, 3));
    const details = detailsFor(dictionary);
    assert.deepEqual([details.continue, details.close, details.optional], ['Go on', 'Close', 'If you like']);
  });

  it('counts one and many', () => {
    assert.equal(en.dayWithTimes('Monday', 0), 'Monday, no free times');
    assert.equal(en.dayWithTimes('Monday', 1), 'Monday, 1 time available');
    assert.equal(en.dayWithTimes('Monday', 6), 'Monday, 6 times available');
  });
});

function flatten(node: object, path = ''): [key: string, text: string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const name = path + key;
    if (typeof value === 'function') {
      const parameters = Array.from({ length: value.length }, (_, index) => `p${index}`);
      return [[name, String(Reflect.apply(value, undefined, parameters))]];
    }
    return typeof value === 'object' && value ? flatten(value, `${name}.`) : [[name, String(value)]];
  });
}
