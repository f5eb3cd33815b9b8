import { expect } from '@open-wc/testing';
import { temporal } from '../../src/domain/temporal.js';
import { isTimeZone, offsetAt, offsetFormat, probeOffset } from '../../src/domain/time-zone.js';
import { formatsFor } from '../../src/i18n/format.js';
import { timeRange } from '../../src/i18n/time-range.js';

const DAY_MS = 86_400_000;
const NEW_YORK = 'America/New_York';

/** Engines differ in commas and in narrow spaces; the words and their order count. */
const words = (text: string) => text.replace(/,/g, '').replace(/\s/g, ' ').replace(/ ?– ?/, ' – ');

/** Some days of every month, with the ends of years and a leap day. */
const DATES = Array.from({ length: 200 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 1) + index * 11 * DAY_MS).toISOString().slice(0, 10),
).concat('2028-02-29', '2026-12-31', '2027-01-01');

describe('English that needs no Intl', () => {
  for (const locale of ['en', 'en-US', 'en-GB']) {
    const formats = formatsFor(locale);
    const intl = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC') =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone });

    it(`is what this engine writes itself: days and months (${locale})`, () => {
      const short = { weekday: 'short', day: 'numeric', month: 'short' } as const;
      const styles = {
        short: intl(short),
        medium: intl({ ...short, year: 'numeric' }),
        long: intl({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
        weekday: intl({ weekday: 'long' }),
      };
      const [month, shortMonth] = [intl({ month: 'long', year: 'numeric' }), intl({ month: 'short' })];
      const range = intl({ month: 'short', year: 'numeric' });
      for (const date of DATES) {
        const ms = Date.parse(date);
        for (const style of ['short', 'medium', 'long', 'weekday'] as const) {
          expect(words(formats.day(date, style)), `${date} ${style}`).to.equal(words(styles[style].format(ms)));
        }
        expect(formats.month(date)).to.equal(month.format(ms));
        expect(formats.month(date, 'short')).to.equal(shortMonth.format(ms));
        const later = ms + 41 * DAY_MS;
        expect(words(formats.monthRange(date, new Date(later).toISOString().slice(0, 10))), date).to.equal(
          words(range.formatRange(ms, later)),
        );
      }
    });

    it(`is what this engine writes itself: weekdays, and where the week begins (${locale})`, () => {
      const [short, long] = [intl({ weekday: 'short' }), intl({ weekday: 'long' })];
      const monday = Date.UTC(2026, 10, 23);
      const days = Array.from({ length: 7 }, (_, index) => monday + index * DAY_MS);
      expect(formats.weekdays(0)).to.deep.equal(days.map((ms) => ({ short: short.format(ms), long: long.format(ms) })));
      expect(formats.firstDayOfWeek).to.equal(locale === 'en-GB' ? 0 : 6);
    });

    it(`is what this engine writes itself: times, by either clock (${locale})`, () => {
      for (const hour12 of [undefined, true, false]) {
        const own = formatsFor(locale, hour12);
        const to12 = hour12 ?? locale !== 'en-GB';
        const clock = intl(
          { hour: to12 ? 'numeric' : '2-digit', minute: '2-digit', hourCycle: to12 ? 'h12' : 'h23' },
          NEW_YORK,
        );
        // Over both changes of the clocks.
        for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 7 * 3_600_000 + 420_000) {
          expect(words(own.time(ms, NEW_YORK)), `${ms}`).to.equal(words(clock.format(ms)));
        }
        const noon = Date.UTC(2026, 10, 24, 16, 30);
        expect(words(timeRange(own, noon, noon + 1_800_000, NEW_YORK))).to.equal(
          words(clock.formatRange(noon, noon + 1_800_000)),
        );
        expect(words(timeRange(own, noon, noon + 3_600_000, NEW_YORK))).to.equal(
          words(clock.formatRange(noon, noon + 3_600_000)),
        );
        const hours = {
          hour: to12 ? 'numeric' : '2-digit',
          minute: '2-digit',
          hourCycle: to12 ? 'h12' : 'h23',
        } as const;
        const dated = intl({ weekday: 'short', day: 'numeric', month: 'short', ...hours }, NEW_YORK);
        for (const length of [13, 24, 48]) {
          const end = noon + length * 3_600_000;
          expect(words(timeRange(own, noon, end, NEW_YORK))).to.equal(
            words(`${clock.format(noon)} – ${dated.format(end)}`),
          );
        }
      }
    });

    it(`is what this engine writes itself: numbers, prices and offsets (${locale})`, () => {
      const numbers = new Intl.NumberFormat(locale);
      for (const value of [0, 7, 60, 999, 1000, 1234567, 1.5, 0.25, -3]) {
        expect(formats.number(value)).to.equal(numbers.format(value));
      }
      for (const currency of ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'NZD', 'INR', 'JPY', 'KWD', 'CHF']) {
        for (const amountMinor of [0, 5000, 8950, 9005, 123_456_789, 1_000_000]) {
          const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
          const { maximumFractionDigits: digits = 2 } = format.resolvedOptions();
          const text = format.format(amountMinor / 10 ** digits);
          const whole = amountMinor % 10 ** digits === 0 && digits > 0;
          expect(formats.money({ amountMinor, currency })).to.equal(whole ? text.slice(0, -digits - 1) : text);
        }
      }
      for (const zone of ['UTC', NEW_YORK, 'Asia/Kolkata', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham']) {
        const part = intl({ timeZoneName: 'shortOffset' }, zone)
          .formatToParts(Date.UTC(2026, 10, 24))
          .find(({ type }) => type === 'timeZoneName');
        expect(formats.offset(Date.UTC(2026, 10, 24), zone)).to.equal(part?.value.replace(/\+0$/, ''));
      }
    });
  }

  it('other regions are written by Intl', () => {
    expect(formatsFor('en-CA').hour12).to.equal(undefined);
    expect(formatsFor('en-ZA').day('2026-11-24', 'long')).to.contain('24');
  });
});

describe('zones without Intl', () => {
  it('Temporal and Intl of this engine tell the same offsets', function () {
    this.timeout(60_000);
    const zones = Intl.supportedValuesOf('timeZone');
    for (const zone of zones) {
      const format = offsetFormat(zone);
      for (let ms = Date.UTC(2019, 0, 1, 2); ms < Date.UTC(2037, 0, 1); ms += 61 * DAY_MS) {
        expect(offsetAt(zone, ms) * 60_000, `${zone} ${ms}`).to.equal(probeOffset(format, ms));
      }
    }
  });

  it('an instant may lie between two milliseconds, as clocks that count from a page’s start tell it', () => {
    expect(offsetAt(NEW_YORK, Date.UTC(2026, 10, 1, 6) - 0.5)).to.equal(-240);
    expect(offsetAt(NEW_YORK, Date.UTC(2026, 10, 1, 6) + 0.5)).to.equal(-300);
  });

  it('and take the same names', () => {
    const names = ['UTC', 'utc', 'GMT', 'EST', 'EST5EDT', 'US/Pacific', 'Asia/Calcutta', 'europe/berlin', 'Etc/GMT+5'];
    const none = ['', 'Mars/Olympus', '+02:00', 'GMT+2', 'Europe', 'Europe/', 'local', 'constructor', 'UTC+1', 'Z'];
    const byIntl = (zone: string) => {
      try {
        return /^[a-z]/i.test(zone) && Boolean(offsetFormat(zone));
      } catch {
        return false;
      }
    };
    for (const name of [...names, ...none]) expect(isTimeZone(name), name).to.equal(byIntl(name));
  });

  it('a polyfill of Temporal is not taken for the engine’s', () => {
    if (temporal) expect(Reflect.get(globalThis, 'Temporal')).to.equal(temporal);
  });
});
