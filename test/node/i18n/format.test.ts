import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { firstDayOfWeek, formatsFor } from '../../../src/i18n/format.js';
import { timeRange, usesHour12 } from '../../../src/i18n/time-range.js';

const AT = Date.parse('2026-11-24T15:00:00Z');
const HOUR = 3_600_000;
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ').replace(/[\u200e\u200f]/g, '');

describe('times', () => {
  const en = formatsFor('en-US');

  it('follow the locale’s clock, unless the host or the visitor says otherwise', () => {
    assert.equal(plain(en.time(AT, 'America/New_York')), '10:00 AM');
    assert.equal(plain(formatsFor('de-DE').time(AT, 'America/New_York')), '10:00');
    assert.equal(plain(formatsFor('en-US', false).time(AT, 'Europe/Berlin')), '16:00');
    assert.equal(plain(formatsFor('de-DE', true).time(AT, 'Europe/Berlin')), '4:00 PM');
    assert.deepEqual([en, formatsFor('de-DE'), formatsFor('en-US', false)].map(usesHour12), [true, false, false]);
  });

  it('write midnight as 0, not 24', () => {
    assert.equal(
      plain(formatsFor('en-US', false).time(Date.parse('2026-11-24T05:00:00Z'), 'America/New_York')),
      '00:00',
    );
  });

  it('name both ends of a range', () => {
    assert.equal(plain(timeRange(en, AT, AT + HOUR, 'America/New_York')), '10:00 – 11:00 AM');
    assert.equal(plain(timeRange(formatsFor('de-DE'), AT, AT + HOUR, 'Europe/Berlin')), '16:00–17:00 Uhr');
  });

  it('name the day on which a range ends when it is another one than it starts on', () => {
    const late = Date.parse('2026-11-25T04:30:00Z');
    assert.equal(plain(timeRange(en, late, late + HOUR, 'America/New_York')), '11:30 PM – Wed, Nov 25, 12:30 AM');
    // A day's length: two times that are the same.
    const midnight = Date.parse('2026-11-25T00:00:00Z');
    const day = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
    for (const locale of [
      'en-US',
      'en-GB',
      'en-CA',
      'de',
      'fr',
      'es',
      'it',
      'nl',
      'pl',
      'pt-BR',
      'ja',
      'zh-CN',
      'ar-EG',
      'he',
    ]) {
      const formats = formatsFor(locale);
      const range = plain(timeRange(formats, midnight, midnight + 24 * HOUR, 'UTC'));
      const time = plain(formats.time(midnight, 'UTC'));
      const date = plain(new Intl.DateTimeFormat(locale, day).format(midnight + 24 * HOUR));
      assert.ok(range.startsWith(time) && range.endsWith(time), range);
      assert.match(range.slice(time.length), / – |～|~/, locale);
      assert.ok(range.includes(date), `${range} without ${date}`);
    }
    assert.equal(
      plain(timeRange(formatsFor('de'), midnight, midnight + 24 * HOUR, 'UTC')),
      '0:00 – Do., 26. Nov., 0:00',
    );
    assert.equal(
      plain(timeRange(formatsFor('en-GB'), midnight, midnight + 24 * HOUR, 'UTC')),
      '00:00 – Thu 26 Nov, 00:00',
    );
    const either = [
      timeRange(formatsFor('de', true), midnight, midnight + 24 * HOUR, 'UTC'),
      timeRange(formatsFor('en', false), midnight, midnight + 24 * HOUR, 'UTC'),
    ];
    assert.deepEqual(either.map(plain), ['12:00 AM – Do., 26. Nov., 12:00 AM', '00:00 – Thu, Nov 26, 00:00']);
    // By the clock of the zone that is read.
    assert.equal(plain(timeRange(en, midnight, midnight + HOUR, 'Asia/Tokyo')), '9:00 – 10:00 AM');
    assert.match(timeRange(en, midnight, midnight + 24 * HOUR, 'Asia/Tokyo'), /Thu, Nov 26/);
  });

  it('tell the offset and the city of a zone', () => {
    assert.equal(en.offset(AT, 'Asia/Kolkata'), 'GMT+5:30');
    assert.equal(en.offset(AT, 'America/New_York'), 'GMT-5');
    assert.equal(en.city('America/Argentina/Buenos_Aires'), 'Buenos Aires');
    assert.equal(en.city('UTC'), 'UTC');
    assert.equal(en.city('constructor'), 'constructor');
  });

  it('give a city its name of today, though browsers report its zone by the old one', () => {
    const zones = ['Asia/Calcutta', 'Asia/Katmandu', 'Europe/Kiev', 'Asia/Saigon', 'Asia/Ho_Chi_Minh', 'Asia/Kolkata'];
    assert.deepEqual(
      zones.map((zone) => en.city(zone)),
      ['Kolkata', 'Kathmandu', 'Kyiv', 'Ho Chi Minh City', 'Ho Chi Minh City', 'Kolkata'],
    );
  });
});

describe('dates', () => {
  it('are written as the locale does, whatever zone the machine is in', () => {
    const gb = formatsFor('en-GB');
    assert.equal(gb.day('2026-11-24', 'short'), 'Tue 24 Nov');
    assert.equal(gb.day('2026-11-24', 'medium'), 'Tue, 24 Nov 2026');
    assert.equal(gb.day('2026-11-24', 'long'), 'Tuesday, 24 November 2026');
    assert.equal(gb.day('2026-11-24', 'weekday'), 'Tuesday');
    assert.equal(gb.month('2026-11-24'), 'November 2026');
    assert.equal(gb.month('2026-12-01', 'short'), 'Dec');
    assert.equal(plain(gb.monthRange('2026-11-16', '2026-12-27')), 'Nov – Dec 2026');
    assert.equal(gb.monthRange('2026-11-01', '2026-11-30'), 'November 2026');
    assert.equal(gb.dayOfMonth('2026-11-04'), '4');
  });

  it('begin the week where the locale does', () => {
    const shorts = (locale: string) =>
      formatsFor(locale)
        .weekdays()
        .map(({ short }) => short);
    assert.equal(shorts('en-US')[0], 'Sun');
    assert.equal(shorts('en-GB')[0], 'Mon');
    assert.equal(formatsFor('ar-EG').firstDayOfWeek, 5);
    assert.deepEqual(formatsFor('en-GB').weekdays(6)[0], { short: 'Sun', long: 'Sunday' });
  });

  it('know the first day in engines without week data', () => {
    const first = (tag: string) => firstDayOfWeek(new Intl.Locale(tag), undefined);
    for (const tag of ['en-US', 'en-GB', 'de', 'he', 'ja', 'pt-BR', 'ar-EG', 'fa', 'en']) {
      assert.equal(first(tag), formatsFor(tag).firstDayOfWeek, tag);
    }
  });
});

describe('amounts', () => {
  it('have the decimals of their currency, and none when whole', () => {
    const money = (amountMinor: number, currency: string) =>
      plain(formatsFor('en-US').money({ amountMinor, currency }));
    assert.deepEqual(
      [money(9000, 'USD'), money(9050, 'USD'), money(9000, 'JPY'), money(9500, 'KWD')],
      ['$90', '$90.50', '¥9,000', 'KWD 9.500'],
    );
  });

  it('and numbers are in the locale’s digits', () => {
    assert.deepEqual(
      ['en', 'de', 'ar-EG'].map((locale) => formatsFor(locale).number(12.5)),
      ['12.5', '12,5', '١٢٫٥'],
    );
  });
});

describe('nothing throws', () => {
  it('whatever the locale, the zone, the currency or the date', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('C', 'en_US.UTF-8', 'x-y', '', 'zh-Hant-TW', 'ar', 'Mars/Olympus', '??'),
    );
    fc.assert(
      fc.property(text, text, fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.boolean(), (locale, zone, ms, hour12) => {
        const formats = formatsFor(locale, hour12);
        const written = [
          formats.time(ms, zone),
          timeRange(formats, ms, ms - 1, zone),
          formats.offset(ms, zone),
          formats.city(zone),
          formats.money({ amountMinor: 1, currency: zone }),
          formats.day(zone, 'long'),
          formats.monthRange(zone, locale),
          formats.number(ms),
          formats.month(zone),
        ];
        assert.ok(written.every((one) => typeof one === 'string'));
        assert.equal(formats.weekdays().length, 7);
      }),
      { numRuns: 200 },
    );
  });

  it('and each locale’s formats are made once', () => {
    assert.equal(formatsFor('fr'), formatsFor('fr'));
    assert.notEqual(formatsFor('fr'), formatsFor('fr', true));
  });
});
