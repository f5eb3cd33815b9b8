import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isBookingError } from '../../../src/domain/booking-error.js';
import { convertMoney, divideHalfUp } from '../../../src/domain/exchange.js';
import { exponentOf, formatMoney, isCurrency, toMajor, toMinor } from '../../../src/domain/money.js';
import { isAllowedDuration, priceOf } from '../../../src/domain/price.js';
import type { SessionConfig } from '../../../src/domain/session-config.js';

const refusedFields = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return isBookingError(error) && error.fields;
  }
  return 'was not refused';
};

describe('money', () => {
  it('is counted in the minor unit of its own currency', () => {
    assert.deepEqual(['USD', 'JPY', 'KWD'].map(exponentOf), [2, 0, 3]);
    assert.deepEqual(toMinor(89.5, 'USD'), { amountMinor: 8950, currency: 'USD' });
    assert.deepEqual(toMinor(90, 'JPY'), { amountMinor: 90, currency: 'JPY' });
    assert.deepEqual(toMinor(1.005, 'KWD'), { amountMinor: 1005, currency: 'KWD' });
    assert.equal(toMinor(0, 'USD').amountMinor, 0);
  });

  it('comes back from major units exactly, for every amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 46 }),
        fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'),
        (amountMinor, currency) => {
          assert.deepEqual(toMinor(toMajor({ amountMinor, currency }), currency), { amountMinor, currency });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('with more decimals than the currency has, negative or endless is refused', () => {
    for (const [amount, currency] of [
      [0.001, 'USD'],
      [1.5, 'JPY'],
      [0.0001, 'KWD'],
      [-1, 'USD'],
      [NaN, 'USD'],
      [Infinity, 'USD'],
      [1e15, 'USD'],
    ] as const)
      assert.deepEqual(
        refusedFields(() => toMinor(amount, currency, 'rates.30')),
        { 'rates.30': 'invalid' },
        `${amount} ${currency}`,
      );
    assert.deepEqual(
      refusedFields(() => toMinor(1, 'XYZ')),
      { currency: 'invalid' },
    );
  });

  it('is in a currency that Intl knows', () => {
    for (const currency of ['USD', 'EUR', 'JPY', 'KWD', 'INR']) assert.ok(isCurrency(currency), currency);
    for (const currency of ['', 'usd', 'US', 'USDX', 'XYZ', '$']) assert.ok(!isCurrency(currency), currency);
  });

  it('reads as the locale writes it, without decimals when it is whole', () => {
    const plain = (text: string): string => text.replace(/\s/g, ' ');
    assert.equal(formatMoney({ amountMinor: 9000, currency: 'USD' }, 'en-US'), '$90');
    assert.equal(formatMoney({ amountMinor: 8950, currency: 'USD' }, 'en-US'), '$89.50');
    assert.equal(plain(formatMoney({ amountMinor: 123450, currency: 'EUR' }, 'de')), '1.234,50 €');
    assert.equal(formatMoney({ amountMinor: 9000, currency: 'JPY' }, 'en-US'), '¥9,000');
    assert.equal(plain(formatMoney({ amountMinor: 1500, currency: 'KWD' }, 'en-US', { display: 'code' })), 'KWD 1.500');
    assert.equal(formatMoney({ amountMinor: 100, currency: 'USD' }, 'en-US', { display: 'name' }), '1 US dollar');
  });
});

describe('conversion by given rates', () => {
  const rates = { base: 'USD', rates: { EUR: 0.92, JPY: 151.2, KWD: 0.307, INR: 8.3e1 } };

  it('rounds half up to the minor unit of the other currency', () => {
    assert.deepEqual(
      convertMoney({ amountMinor: 1005, currency: 'USD' }, 'EUR', { base: 'USD', rates: { EUR: 1.1 } }),
      { amountMinor: 1106, currency: 'EUR' },
    );
    assert.deepEqual(convertMoney({ amountMinor: 9000, currency: 'USD' }, 'JPY', rates), {
      amountMinor: 13608,
      currency: 'JPY',
    });
    assert.deepEqual(convertMoney({ amountMinor: 9000, currency: 'USD' }, 'KWD', rates), {
      amountMinor: 27630,
      currency: 'KWD',
    });
    assert.deepEqual(convertMoney({ amountMinor: 13608, currency: 'JPY' }, 'USD', rates), {
      amountMinor: 9000,
      currency: 'USD',
    });
    assert.deepEqual(convertMoney({ amountMinor: 9200, currency: 'EUR' }, 'JPY', rates), {
      amountMinor: 15120,
      currency: 'JPY',
    });
    assert.deepEqual(
      convertMoney({ amountMinor: 5e9, currency: 'USD' }, 'EUR', { base: 'USD', rates: { EUR: 1e-10 } }).amountMinor,
      1,
    );
    const same = { amountMinor: 5, currency: 'EUR' };
    assert.equal(convertMoney(same, 'EUR', { base: 'USD', rates: {} }), same);
  });

  it('takes rates as the decimals that they are: no half is lost in binary', () => {
    // 1.15 × 1.1 × 100 is 126.49999999999999 in doubles, and 126.5 in decimals.
    assert.equal(
      convertMoney({ amountMinor: 115, currency: 'USD' }, 'EUR', { base: 'USD', rates: { EUR: 1.1 } }).amountMinor,
      127,
    );
    assert.deepEqual(
      [7n, -7n, 8n, -8n, -5n].map((value) => divideHalfUp(value, 2n)),
      [4n, -3n, 4n, -4n, -2n],
    );
  });

  it('to more than can be counted is refused', () => {
    const convert = (): unknown =>
      convertMoney({ amountMinor: 1, currency: 'USD' }, 'EUR', { base: 'USD', rates: { EUR: 1e21 } });
    assert.deepEqual(refusedFields(convert), { amountMinor: 'too_large' });
  });

  it('without a usable rate is refused', () => {
    const from = { amountMinor: 100, currency: 'USD' };
    assert.deepEqual(
      refusedFields(() => convertMoney(from, 'GBP', rates)),
      { 'rates.GBP': 'required' },
    );
    for (const rate of [0, -1, NaN, Infinity])
      assert.deepEqual(
        refusedFields(() => convertMoney(from, 'EUR', { base: 'USD', rates: { EUR: rate } })),
        { 'rates.EUR': 'invalid' },
      );
  });
});

describe('the price of a length', () => {
  const config: SessionConfig = {
    durations: [60, 30, 90],
    rates: { 30: 50, 60: 90, 90: 120.01 },
    currency: 'USD',
    defaultDuration: 60,
    allowCustomDuration: true,
    minimumDuration: 20,
    maximumDuration: 180,
    isActive: true,
  };
  const cents = (minutes: number, more: Partial<SessionConfig> = {}): number =>
    priceOf({ ...config, ...more }, minutes).amountMinor;

  it('is the configured one', () => {
    assert.deepEqual(priceOf(config, 60), { amountMinor: 9000, currency: 'USD' });
    assert.equal(cents(90), 12001);
  });

  it('lies on the line between its neighbours, half a cent up', () => {
    assert.equal(cents(45), 7000);
    assert.equal(cents(75), 10501);
    assert.equal(cents(31), 5133);
    assert.equal(cents(32), 5267);
    assert.equal(cents(45, { rates: { 30: 90, 60: 50, 90: 0 } }), 7000);
  });

  it('is in proportion to the nearest beyond both ends', () => {
    assert.equal(cents(20), 3333);
    assert.equal(cents(180), 24002);
    assert.equal(cents(100), 13334);
    assert.equal(cents(45, { durations: [60], rates: { 60: 90 } }), 6750);
    assert.equal(cents(25, { durations: [30], rates: { 30: 0.03 } }), 3);
  });

  it('of the same length is the same, configured or not, and never jumps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 179 }), (minutes) => {
        assert.ok(cents(minutes) <= cents(minutes + 1));
        assert.ok(cents(minutes + 1) - cents(minutes) <= 168);
      }),
    );
  });

  it('is refused for a length that is not offered, and where a rate is missing', () => {
    for (const minutes of [19, 181, 45.5, NaN, -30, 0]) {
      assert.ok(!isAllowedDuration(config, minutes));
      assert.deepEqual(
        refusedFields(() => priceOf(config, minutes)),
        { durationMinutes: 'invalid' },
      );
    }
    assert.ok(!isAllowedDuration({ ...config, allowCustomDuration: false }, 45));
    assert.deepEqual(
      refusedFields(() => priceOf({ ...config, rates: {} }, 60)),
      { 'rates.60': 'required' },
    );
    assert.deepEqual(
      refusedFields(() => priceOf({ ...config, durations: [], rates: {} }, 60)),
      { durations: 'required' },
    );
  });
});
