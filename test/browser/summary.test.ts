import { expect, fixture, html } from '@open-wc/testing';
import type { BookingSummary } from '../../src/elements/booking-summary/booking-summary.js';
import { textOf, until } from '../../src/kit/page-objects/index.js';
import { NOW } from './flow-fixture.js';

const COACH = {
  id: 'ada',
  name: 'Ada Moreau',
  title: 'Leadership coach',
  timezone: 'Europe/Berlin',
  sessionLengths: [],
};
const TIME = {
  startTime: '2026-11-24T15:00:00.000Z',
  endTime: '2026-11-24T16:00:00.000Z',
  durationMinutes: 60,
  rate: { amountMinor: 9000, currency: 'USD' },
};

async function summary(change: Partial<BookingSummary> = {}): Promise<BookingSummary> {
  const element = await fixture<BookingSummary>(html`
    <booking-summary
      .clock=${() => NOW}
      .coach=${COACH}
      .hour12=${false}
      time-zone="America/New_York"
      coach-time-zone="Europe/Berlin"
      locale="en-GB"
    ></booking-summary>
  `);
  Object.assign(element, change);
  await element.updateComplete;
  return element;
}

describe('<booking-summary>', () => {
  it('open lines are prompts', async () => {
    const element = await summary();
    expect(textOf(element)).to.contain('Choose a length').and.to.contain('Choose a day and time');
    await expect(element).to.be.accessible();
  });

  it('filled lines are facts: length, price, day, both clocks, place', async () => {
    const element = await summary({
      durationMinutes: 60,
      rate: TIME.rate,
      time: TIME,
      location: { kind: 'video', label: 'The link comes by email' },
    });
    const text = textOf(element).replace(/\u2009|\u202f/g, ' ');
    expect(text).to.match(/60 min US\$90 Tue,? 24 Nov 2026 10:00\s?–\s?11:00 New York 16:00\s?–\s?17:00 Berlin/);
    expect(text).to.contain('Video call The link comes by email');
    await expect(element).to.be.accessible();
  });

  it('names the coach’s day where it is another one', async () => {
    const late = { ...TIME, startTime: '2026-11-24T23:30:00.000Z', endTime: '2026-11-25T00:30:00.000Z' };
    const element = await summary({ durationMinutes: 60, time: late });
    expect(textOf(element)).to.match(/18:30.*New York Wed,? 25 Nov 00:30.*Berlin/);
  });

  it('names the day on which a session ends where it is not the one that it starts on, on either clock', async () => {
    const night = { ...TIME, startTime: '2026-11-24T22:30:00.000Z', endTime: '2026-11-24T23:30:00.000Z' };
    const text = textOf(await summary({ durationMinutes: 60, time: night })).replace(/\u2009|\u202f/g, ' ');
    expect(text).to.contain('17:30 – 18:30 New York').and.to.contain('23:30 – Wed 25 Nov, 00:30 Berlin');
    const day = { ...TIME, startTime: '2026-11-24T05:00:00.000Z', endTime: '2026-11-25T05:00:00.000Z' };
    const long = textOf(await summary({ durationMinutes: 1440, time: day })).replace(/\u2009|\u202f/g, ' ');
    expect(long).to.contain('00:00 – Wed 25 Nov, 00:00 New York').and.to.contain('06:00 – Wed 25 Nov, 06:00 Berlin');
  });

  it('shows one clock where both read the same', async () => {
    const element = await summary({ timeZone: 'Europe/Paris', time: TIME });
    expect(textOf(element)).to.contain('Paris').and.not.to.contain('Berlin');
  });

  it('two clocks with their difference, half hours too', async () => {
    expect(textOf(await summary())).to.match(/03:00 New York Your clock 09:00 Berlin 6 h ahead/);
    expect(textOf(await summary({ timeZone: 'Asia/Kolkata' }))).to.contain('4.5 h behind');
  });

  it('a taken time is struck through, a booking gets its reference', async () => {
    const taken = await summary({ time: TIME, taken: true });
    const [fact] = taken.renderRoot.querySelectorAll('.gone dt');
    if (!fact) throw new Error('nothing is struck through');
    expect(getComputedStyle(fact).textDecorationLine).to.equal('line-through');
    const booked = await summary({
      booking: { ...TIME, id: 'BK-7F3K', sessionId: 's', coachId: 'ada', status: 'pending' },
    });
    expect(textOf(booked)).to.contain('To be confirmed Reference BK-7F3K');
  });

  it('an unknown zone counts as UTC, a missing coach leaves no gap to read', async () => {
    const element = await summary({ timeZone: 'Mars/Olympus', coachTimeZone: 'x', coach: null, coachName: '' });
    expect(textOf(element)).to.match(/08:00 UTC Your clock$/);
  });

  it('is a stop for the keyboard where it scrolls, and only there', async () => {
    const element = await summary({ time: TIME });
    const receipt = element.renderRoot.querySelector('.receipt');
    element.style.blockSize = '120px';
    await until(() => receipt?.getAttribute('tabindex') === '0', 'a stop');
    element.style.blockSize = '900px';
    await until(() => !receipt?.hasAttribute('tabindex'), 'no stop');
  });

  it('markup in a name is text; only web addresses are pictures', async () => {
    const name = '<b>Ada</b> '.repeat(30);
    const hostile = await summary({ coach: { ...COACH, name, avatarUrl: 'javascript:alert(1)' } });
    expect(textOf(hostile)).to.contain('<b>Ada</b>');
    expect(hostile.renderRoot.querySelector('img')).to.equal(null);
    const pictured = await summary({ coach: { ...COACH, avatarUrl: 'https://example.com/ada.jpg' } });
    expect(pictured.renderRoot.querySelector('img')?.getAttribute('src')).to.equal('https://example.com/ada.jpg');
  });
});
