import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isTimeZone, offsetAt } from '../../../src/domain/time-zone.js';
import { loadFacts, readFacts } from '../../../src/elements/booking-time-zone-select/zones/facts.js';
import { findZones } from '../../../src/elements/booking-time-zone-select/zones/find-zones.js';
import { fold, spellings } from '../../../src/elements/booking-time-zone-select/zones/fold.js';
import { isNear } from '../../../src/elements/booking-time-zone-select/zones/near.js';
import { regionsIn } from '../../../src/elements/booking-time-zone-select/zones/regions.js';
import wellKnown from '../../../src/i18n/cities/well-known.js';
import { describeZone } from '../../../src/elements/booking-time-zone-select/zones/zone.js';
import { zoneIds } from '../../../src/elements/booking-time-zone-select/zones/zone-ids.js';
import { zoneName } from '../../../src/elements/booking-time-zone-select/zones/zone-name.js';
import { allZones, NOW, QUERIES, searchIn } from '../../browser/zone-queries.js';

describe('a visitor finds a zone', () => {
  for (const [locale, queries] of Object.entries(QUERIES)) {
    test(`in ${locale}`, async () => {
      const find = searchIn(await allZones(locale));
      const wrong = Object.entries(queries).flatMap(([query, id]) => {
        const found = find(query);
        return found[0] === id ? [] : [`${query}: ${found.slice(0, 3).join(', ') || 'nothing'} instead of ${id}`];
      });
      assert.deepEqual(wrong, []);
    });
  }

  test('by an offset, and those of no other', async () => {
    const zones = await allZones('en-US');
    const find = searchIn(zones);
    const at = (minutes: number) => zones.filter(({ offset }) => offset === minutes).map(({ id }) => id);
    assert.deepEqual(find('+5:30').sort(), at(330).sort());
    // Newfoundland, half an hour further, comes after those that were asked for.
    assert.deepEqual(find('-3').sort(), [...at(-180), ...at(-210)].sort());
    assert.deepEqual(find('-3').slice(-1), at(-210));
    for (const query of ['gmt+5:45', 'UTC +5:45', '+05:45', '+545']) assert.deepEqual(find(query), ['Asia/Kathmandu']);
    assert.deepEqual(find('+99'), []);
  });

  test('of a country all that it has, the largest first', async () => {
    const find = searchIn(await allZones('en'));
    assert.deepEqual(find('germany'), ['Europe/Berlin', 'Europe/Busingen']);
    assert.deepEqual(find('Brazil').length, 16);
    assert.deepEqual(find('new zealand').slice(0, 2), ['Pacific/Auckland', 'Pacific/Chatham']);
  });

  test('and everything while nothing, or only the sign of an offset, is typed', async () => {
    const zones = await allZones('en');
    for (const query of ['', '  ', '+', '-', ' − ']) assert.equal(findZones(zones, query).length, zones.length, query);
    for (const query of ['xqzw', '(((', '?!', '...', '/', '+-+']) assert.deepEqual(searchIn(zones)(query), [], query);
  });

  test('by what its country is called at home, whatever the language of the list', async () => {
    const find = searchIn(await allZones('en-US'));
    const first = (queries: Readonly<Record<string, string>>) => {
      for (const [query, id] of Object.entries(queries)) assert.equal(find(query)[0], id, query);
    };
    first({
      Deutschland: 'Europe/Berlin',
      deutschl: 'Europe/Berlin',
      Österreich: 'Europe/Vienna',
      oesterreich: 'Europe/Vienna',
      España: 'Europe/Madrid',
      espana: 'Europe/Madrid',
      日本: 'Asia/Tokyo',
      Россия: 'Europe/Moscow',
      Україна: 'Europe/Kyiv',
      대한민국: 'Asia/Seoul',
      भारत: 'Asia/Kolkata',
      مصر: 'Africa/Cairo',
      Island: 'Atlantic/Reykjavik',
    });
    // Where people speak more than one language.
    first({ Schweiz: 'Europe/Zurich', Suisse: 'Europe/Zurich', Svizzera: 'Europe/Zurich' });
    first({ België: 'Europe/Brussels', Belgique: 'Europe/Brussels', Suomi: 'Europe/Helsinki', Éire: 'Europe/Dublin' });
    // And their largest cities.
    first({ Wien: 'Europe/Vienna', Köln: 'Europe/Berlin', Roma: 'Europe/Rome', Warszawa: 'Europe/Warsaw' });
    first({ Praha: 'Europe/Prague', København: 'Europe/Copenhagen', 東京: 'Asia/Tokyo', Москва: 'Europe/Moscow' });
  });

  test('by city and country in the languages of the visitor’s browser', async () => {
    const find = searchIn(await allZones('en-US', 'UTC', NOW, ['pl-PL', 'fr']));
    assert.equal(find('Niemcy')[0], 'Europe/Berlin');
    assert.equal(find('Stany Zjednoczone')[0], 'America/New_York');
    assert.equal(find('Wiedeń')[0], 'Europe/Vienna');
    assert.equal(find('Allemagne')[0], 'Europe/Berlin');
    assert.equal(find('Londres')[0], 'Europe/London');
    assert.deepEqual(searchIn(await allZones('en-US'))('Stany Zjednoczone'), []);
  });
});

describe('the zones', () => {
  test('have the offset that the domain gives them, also over the end of a month and of a year', async () => {
    for (const now of [NOW, Date.parse('2026-11-30T23:30:00Z'), Date.parse('2027-01-01T00:30:00Z')]) {
      for (const { id, offset } of await allZones('ar', 'UTC', now)) assert.equal(offset, offsetAt(id, now), id);
    }
  });

  test('say city and country in the visitor’s language, and a country only where the city is not its name', async () => {
    const zones = await allZones('de');
    const zone = (id: string) => zones.find((one) => one.id === id);
    assert.deepEqual([zone('Asia/Kolkata')?.city, zone('Asia/Kolkata')?.country], ['Kalkutta', 'Indien']);
    assert.deepEqual([zone('Asia/Singapore')?.city, zone('Asia/Singapore')?.country], ['Singapur', '']);
    assert.equal(zone('UTC')?.country, '');
    const lost = zones.filter(({ id, code }) => !code && id !== 'UTC').map(({ id }) => id);
    assert.deepEqual(lost, [], 'zones without a country');
  });

  test('are all of the engine, each once and by its name of today', async () => {
    const facts = await loadFacts();
    const ids = zoneIds('America/New_York', facts);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.length, Intl.supportedValuesOf('timeZone').length + 1);
    for (const id of ['Asia/Kolkata', 'Europe/Kyiv', 'America/Nuuk', 'UTC']) assert.ok(ids.includes(id), id);
    for (const id of ['Asia/Calcutta', 'Europe/Kiev', 'America/Godthab']) assert.ok(!ids.includes(id), id);
  });

  test('hold the page’s own, under the name that it gave', async () => {
    const facts = await loadFacts();
    for (const own of ['Asia/Calcutta', 'US/Eastern', 'Etc/GMT+7', 'America/Montreal', 'Zulu']) {
      assert.ok(zoneIds(own, facts).includes(own), own);
    }
    assert.ok(!zoneIds('US/Eastern', facts).includes('America/New_York'), 'the same zone twice');
    const zones = await allZones('en', 'US/Eastern');
    assert.equal(zones.find(({ id }) => id === 'US/Eastern')?.city, 'New York');
    assert.equal(searchIn(zones)('new york')[0], 'US/Eastern');
  });

  test('that the browser does not know are left out', () => {
    const facts = readFacts('XX Mars/Olympus_Mons -\nDE Europe/Berlin CET/CEST', '');
    const context = { languages: ['en'] as [string], now: NOW, facts, regionOf: regionsIn(['en']) };
    assert.equal(describeZone('Mars/Olympus_Mons', context), null);
    assert.equal(describeZone('Europe/Berlin', context)?.country, 'Germany');
    const real = Intl.supportedValuesOf.bind(Intl);
    // An engine that cannot list its zones: those that are known and that it takes.
    Reflect.deleteProperty(Intl, 'supportedValuesOf');
    try {
      assert.deepEqual(zoneIds('Europe/Berlin', facts), ['Europe/Berlin', 'UTC']);
    } finally {
      Object.assign(Intl, { supportedValuesOf: real });
    }
    assert.equal(zoneName('Mars/Olympus_Mons', 'en', NOW), '');
    assert.equal(zoneName('Europe/Berlin', 'de', NOW), 'Mitteleuropäische Zeit');
  });

  test('are found by what the browser knows where nothing else is there', () => {
    const context = { languages: ['en'] as [string], now: NOW, facts: new Map(), regionOf: regionsIn(['en']) };
    const zones = zoneIds('UTC', new Map()).flatMap((id) => describeZone(id, context) ?? []);
    assert.equal(searchIn(zones)('new york')[0], 'America/New_York');
    assert.equal(searchIn(zones)('CEST').includes('Europe/Berlin'), true);
    assert.equal(searchIn(zones)('kolkata').length, 1);
  });

  test('that are well known are zones', async () => {
    const facts = await loadFacts();
    for (const [id = ''] of wellKnown
      .trim()
      .split('\n')
      .map((line) => line.split(' '))) {
      assert.ok(isTimeZone(id) && facts.get(id)?.id === id, id);
    }
  });
});

test('words are compared without what a keyboard may lack', () => {
  assert.equal(fold('  Chișinău '), 'chisinau');
  assert.equal(fold('St. John’s'), 'st johns');
  assert.equal(fold('Łódź'), 'lodz');
  assert.equal(fold('Færøerne'), 'faeroerne');
  assert.equal(fold('أبو ظبي'), fold('ابو ظبي'));
  assert.equal(fold('القاهرة'), fold('قاهره'));
  assert.equal(fold('とうきょう'), fold('トウキョウ'));
  assert.equal(fold('١٢'), '12');
  assert.deepEqual(spellings('Zürich'), ['zurich', 'zuerich']);
  assert.deepEqual(spellings('Paris'), ['paris']);
});

test('a word is near another when one letter is wrong', () => {
  for (const typed of ['berlin', 'berl', 'berlni', 'brlin', 'berrlin', 'bertin'])
    assert.ok(isNear('berlin', typed), typed);
  for (const typed of ['ber', 'merlin', 'bxrlxn', 'bernau', '']) assert.ok(!isNear('berlin', typed), typed);
});
