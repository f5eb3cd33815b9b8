import { expect } from '@open-wc/testing';
import { until } from '../../src/kit/page-objects/index.js';
import { nextEvent, openFlow, toDetails } from './flow-fixture.js';

const RATES = { USD: 1, EUR: 0.92, JPY: 151.2 };

async function open(currency: string, rates: unknown = RATES) {
  const page = await openFlow({ locale: 'en-US' });
  page.element.setAttribute('display-currency', currency);
  page.element.setAttribute('exchange-rates', JSON.stringify(rates));
  return page;
}
const approximate = (page: Awaited<ReturnType<typeof open>>) =>
  page.parts('approximate').map((part) => part.textContent.replace(/\s+/g, ' ').trim());

/** What the console was warned of meanwhile. */
async function warnings(run: () => Promise<void>): Promise<string[]> {
  const real = console.warn;
  const said: string[] = [];
  console.warn = (...words: unknown[]) => said.push(words.join(' '));
  try {
    await run();
  } finally {
    console.warn = real;
  }
  return said.filter((words) => words.includes('approximate'));
}

describe('<booking-flow display-currency>', () => {
  it('shows beside each price what it is about, and says so to those who listen', async () => {
    const page = await open('EUR');
    await until(() => approximate(page).length >= 3, 'approximate prices');
    const lengths = await page.lengths();
    expect(lengths[1]).to.match(/60 min \$90 about €83$/);
    expect(approximate(page)).to.include('≈ €46about €46');
    expect(await page.receipt()).to.match(/\$90 about €83/);
  });

  it('says before booking what is charged, and sends the real price only', async () => {
    const page = await open('JPY');
    await toDetails(page);
    expect((await page.part('charged')).textContent.replace(/\s+/g, ' ')).to.contain('You are charged in USD.');
    expect((await page.part('main-button')).textContent).to.contain('$90');
    await page.fill({ name: 'Jordan Reyes', email: 'jordan@northwind.co' });
    const submitted = nextEvent(page.element, 'booking-submit');
    await page.goOn();
    const { request } = (await submitted).detail;
    expect(request.rate).to.deep.equal({ amountMinor: 9000, currency: 'USD' });
    expect(JSON.stringify(request)).not.to.contain('JPY');
  });

  it('shows nothing in the currency that is charged', async () => {
    const page = await open('USD');
    await page.lengths();
    await page.receipt();
    expect(approximate(page)).to.deep.equal([]);
  });

  it('ignores a bad currency and bad rates, and warns once of each', async () => {
    const said = await warnings(async () => {
      for (const [currency, rates] of [
        ['EURO', RATES],
        ['EURO', RATES],
        ['GBP', RATES],
        ['CHF', { USD: 1, CHF: '0.9' }],
      ] as const) {
        const page = await open(currency, rates);
        await page.lengths();
        await page.receipt();
        expect(approximate(page)).to.deep.equal([]);
      }
      const page = await open('EUR');
      page.element.setAttribute('exchange-rates', '{"USD":');
      await page.receipt();
      await until(() => approximate(page).length === 0, 'no approximate prices');
    });
    expect(said.filter((words) => words.includes('"EURO"'))).to.have.length(1);
    expect(said.filter((words) => words.includes('GBP'))).to.have.length(1);
    expect(said.filter((words) => words.includes('CHF'))).to.have.length(1);
    expect(said.filter((words) => words.includes('no exchange rates'))).to.have.length(1);
  });
});
