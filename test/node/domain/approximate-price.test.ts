import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { approximatePrice, rateProblem } from '../../../src/domain/approximate-price.js';

const RATES = { USD: 1, EUR: 0.92, JPY: 151.2, KWD: 0.307 };
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

describe('an approximate price', () => {
  it('is whole from ten units on, and has its decimals below', () => {
    assert.deepEqual(approximatePrice(usd(9000), 'EUR', RATES), { amountMinor: 8300, currency: 'EUR' });
    assert.deepEqual(approximatePrice(usd(5000), 'EUR', RATES), { amountMinor: 4600, currency: 'EUR' });
    assert.deepEqual(approximatePrice(usd(500), 'EUR', RATES), { amountMinor: 460, currency: 'EUR' });
  });

  it('knows currencies without decimals and with three', () => {
    assert.deepEqual(approximatePrice(usd(9000), 'JPY', RATES), { amountMinor: 13608, currency: 'JPY' });
    assert.deepEqual(approximatePrice(usd(9000), 'KWD', RATES), { amountMinor: 28000, currency: 'KWD' });
    assert.deepEqual(approximatePrice(usd(1000), 'KWD', RATES), { amountMinor: 3070, currency: 'KWD' });
  });

  it('needs no currency to be the base', () => {
    assert.deepEqual(approximatePrice({ amountMinor: 9200, currency: 'EUR' }, 'USD', RATES), usd(10000));
    assert.deepEqual(approximatePrice(usd(5000), 'EUR', { USD: 10, EUR: 9.2 }), { amountMinor: 4600, currency: 'EUR' });
  });

  it('says nothing where there is nothing to say', () => {
    assert.equal(approximatePrice(usd(9000), 'USD', RATES), null);
    assert.equal(approximatePrice(usd(0), 'EUR', RATES), null);
    assert.equal(approximatePrice(usd(9000), 'GBP', RATES), null);
    assert.equal(approximatePrice({ amountMinor: 1, currency: 'GBP' }, 'EUR', RATES), null);
  });

  it('never throws, whatever a page hands over', () => {
    for (const rate of [0, -1, NaN, Infinity, '0.9', null, {}]) {
      const rates = { USD: 1, EUR: rate };
      Reflect.apply(approximatePrice, null, [usd(9000), 'EUR', rates]);
      assert.equal(Reflect.apply(approximatePrice, null, [usd(9000), 'EUR', rates]), null, JSON.stringify(rate));
    }
    assert.equal(approximatePrice(usd(Number.MAX_SAFE_INTEGER), 'JPY', { USD: 1e-9, JPY: 1e9 }), null);
    assert.equal(approximatePrice(usd(9000), 'toString', RATES), null);
  });

  it('tells a developer what is wrong', () => {
    assert.equal(rateProblem('EUR', RATES), '');
    assert.match(rateProblem('EURO', RATES), /"EURO" is no currency/);
    assert.match(rateProblem('EUR', null), /no exchange rates/);
    assert.match(rateProblem('GBP', RATES), /no exchange rate for GBP/);
  });
});
