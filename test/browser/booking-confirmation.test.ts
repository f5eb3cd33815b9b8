import { expect, fixture, html } from '@open-wc/testing';
import type { Booking } from '../../src/domain/booking.js';
import type { Coach } from '../../src/domain/coach.js';
import { BookingConfirmation } from '../../src/elements/booking-confirmation/booking-confirmation.js';

if (!customElements.get(BookingConfirmation.tag)) customElements.define(BookingConfirmation.tag, BookingConfirmation);

const ATTENDEE = { name: 'Jordan Reyes', email: 'jordan@northwind.co', timeZone: 'America/New_York' };
const BOOKING: Booking = {
  id: 'bk_7F3K',
  sessionId: 's1',
  coachId: 'ada',
  status: 'confirmed',
  startTime: '2026-11-24T15:00:00.000Z',
  endTime: '2026-11-24T16:00:00.000Z',
  durationMinutes: 60,
  rate: { amountMinor: 9000, currency: 'USD' },
  attendee: ATTENDEE,
  answers: { notes: 'I took over a team of nine.' },
};
const COACH: Coach = { id: 'ada', name: 'Ada Moreau', timezone: 'Europe/Berlin', sessionLengths: [] };

async function make(booking: Partial<Booking> = {}, properties: Partial<BookingConfirmation> = {}, width = 700) {
  const box = await fixture<HTMLElement>(
    html`<div><booking-confirmation locale="en-US" time-zone="America/New_York"></booking-confirmation></div>`,
  );
  box.style.width = `${width}px`;
  const element = box.querySelector('booking-confirmation');
  if (!element) throw new Error('no confirmation');
  Object.assign(element, {
    booking: { ...BOOKING, ...booking },
    coach: COACH,
    location: { kind: 'video', label: 'The link comes by email' },
    now: Date.parse('2026-11-22T15:42:00Z'),
    ...properties,
  });
  await element.updateComplete;
  return element;
}

const plain = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const part = (element: BookingConfirmation, name: string): Element | null =>
  element.renderRoot.querySelector(`[part~="${name}"]`);
const title = (element: BookingConfirmation): string => plain(part(element, 'title'));

describe('booking-confirmation', () => {
  it('says when they meet, on both clocks', async () => {
    const element = await make();
    expect(title(element)).to.equal('See you on Tuesday, Jordan');
    expect(plain(part(element, 'message'))).to.equal('Your session with Ada is booked.');
    expect(plain(part(element, 'reference'))).to.match(/^Reference \S{1,12}$/);
    expect(plain(part(element, 'leaf'))).to.match(/^Tuesday\s*24/);
    const times = [...element.renderRoot.querySelectorAll('dl > div')].map(plain);
    expect(times[0]).to.match(/your time, New York.*10:00 – 11:00 AM/);
    expect(times[1]).to.match(/Ada’s time, Berlin.*16:00 – 17:00/);
    expect(plain(part(element, 'times'))).to.contain('Video call The link comes by email');
    expect(plain(part(element, 'note'))).to.contain('I took over a team of nine.');
  });

  it('names the date where the weekday is not enough, and the coach’s day where it is another', async () => {
    const element = await make({ startTime: '2026-12-25T02:00:00Z', endTime: '2026-12-25T03:00:00Z' });
    expect(title(element)).to.equal('See you on Thu, Dec 24, Jordan');
    expect(plain(element.renderRoot.querySelectorAll('dd')[1])).to.match(/^Fri, Dec 25, 0?3:00 – 0?4:00$/);
  });

  it('names the day on which a session of a day’s length ends', async () => {
    const element = await make({ startTime: '2026-11-24T05:00:00Z', endTime: '2026-11-25T05:00:00Z' });
    const [own, theirs] = [...element.renderRoot.querySelectorAll('dd')].map(plain);
    expect(own).to.equal('12:00 AM – Wed, Nov 25, 12:00 AM');
    expect(theirs).to.match(/^0?6:00 – Wed, Nov 25, 0?6:00$/);
  });

  it('has times and place side by side where there is room, and below each other where not; nothing is cut off', async () => {
    for (const endTime of [BOOKING.endTime, '2026-11-25T15:00:00.000Z']) {
      for (const width of [288, 360, 540, 706]) {
        const element = await make({ endTime }, {}, width);
        const [own, theirs] = [...element.renderRoot.querySelectorAll('dl > div')].map((box) =>
          box.getBoundingClientRect(),
        );
        const place = element.renderRoot.querySelector('.place')?.getBoundingClientRect();
        const times = part(element, 'times');
        if (!own || !theirs || !place || !times) throw new Error('something is missing');
        const isWide = width === 706;
        expect(theirs.left > own.right && place.left > theirs.right, `${width} wide`).to.equal(isWide);
        expect(theirs.top >= own.bottom && place.top >= theirs.bottom, `${width} narrow`).to.equal(!isWide);
        expect(times.scrollWidth, `${width}`).to.be.at.most(times.clientWidth);
      }
    }
  });

  it('shows one clock where both agree, or the coach’s zone is unknown', async () => {
    for (const timezone of ['America/Toronto', 'Mars/Olympus', '']) {
      const element = await make({}, { coach: { ...COACH, timezone } });
      expect(element.renderRoot.querySelectorAll('dl > div').length, timezone).to.equal(1);
    }
  });

  it('promises nothing that is not so', async () => {
    const pending = await make({ status: 'pending' });
    expect(title(pending)).to.equal('Tuesday is requested, Jordan');
    expect(plain(part(pending, 'message'))).to.contain('Ada, who still has to confirm it');
    const off = await make({ status: 'cancelled' });
    expect(title(off)).to.equal('This session is cancelled');
    expect(part(off, 'calendars')).to.equal(null);
    const unknown = await make({ status: 'waiting_for_moon' });
    expect(title(unknown)).to.equal('Your session on Tuesday');
    expect(part(unknown, 'message')).to.equal(null);
    for (const element of [await make(), pending]) expect(plain(element)).not.to.match(/sent|email is on its way/i);
  });

  it('is calm without a coach, a name, a place, a note, or anything at all', async () => {
    const { attendee: _, answers: __, ...bare } = BOOKING;
    const element = await make({}, { booking: bare, coach: null, location: null, timeZone: 'No/Zone' });
    expect(title(element)).to.equal('Your session on Tuesday');
    expect(plain(part(element, 'message'))).to.equal('Your session with your coach is booked.');
    expect(plain(element.renderRoot.querySelector('dd'))).to.contain('3:00 – 4:00 PM');
    element.booking = null;
    await element.updateComplete;
    expect(element.renderRoot.querySelector('h2')).to.equal(null);
    element.booking = { ...BOOKING, startTime: 'soon' };
    await element.updateComplete;
    expect(element.renderRoot.querySelector('h2')).to.equal(null);
  });

  describe('into a calendar', () => {
    const links = (element: BookingConfirmation) => [
      ...element.renderRoot.querySelectorAll<HTMLAnchorElement>('a[part~="calendar"]'),
    ];

    it('by links that tell the other site nothing before they are followed, and no more than the event then', async () => {
      const [google, outlook] = links(await make());
      expect(google?.origin).to.equal('https://calendar.google.com');
      expect(outlook?.origin).to.equal('https://outlook.live.com');
      for (const link of [google, outlook]) {
        expect(link?.rel).to.equal('noopener noreferrer');
        expect(link?.target).to.equal('_blank');
        expect(link?.textContent).to.contain('opens in a new tab');
        expect(decodeURIComponent(link?.href ?? '')).not.to.contain('jordan@northwind.co');
      }
      expect(new URL(google?.href ?? '').searchParams.get('text')).to.equal('Session with Ada Moreau');
    });

    it('by a file with the visitor’s time zone and the same UID each time', async () => {
      const element = await make();
      const files: { file: Promise<string>; name: string; type: string }[] = [];
      let blob: Blob | undefined;
      const createObjectURL = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (object) => {
        if (object instanceof Blob) blob = object;
        return createObjectURL(object);
      };
      HTMLAnchorElement.prototype.click = function () {
        if (blob) files.push({ file: blob.text(), name: this.download, type: blob.type });
      };
      try {
        const button = element.renderRoot.querySelector<HTMLButtonElement>('button[part~="calendar"]');
        expect(plain(button)).to.equal('Download a calendar file .ics');
        button?.click();
        button?.click();
      } finally {
        URL.createObjectURL = createObjectURL;
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      }
      const [first, second] = await Promise.all(files.map(({ file }) => file));
      expect(files[0]?.name).to.equal('session-2026-11-24.ics');
      expect(files[0]?.type).to.contain('text/calendar');
      expect(first).to.contain('DTSTART;TZID=America/New_York:20261124T100000\r\n');
      expect(first).to.contain('BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n');
      expect(first).to.contain('UID:bk_7F3K@ada.coach-booking\r\n');
      expect(first).to.contain('DTSTAMP:20261122T154200Z\r\n');
      expect(second).to.equal(first);
    });
  });

  it('shows hostile text as text, and opens no strange address', async () => {
    const evil = '<img src=x onerror=alert(1)>\r\nATTENDEE:x"&x=';
    const element = await make(
      { id: evil, coachId: evil, attendee: { ...ATTENDEE, name: evil }, answers: { notes: evil } },
      { coach: { ...COACH, name: evil }, location: { kind: 'javascript:alert(1)', label: evil } },
    );
    expect(element.renderRoot.querySelector('img, script')).to.equal(null);
    for (const link of element.renderRoot.querySelectorAll('a')) expect(link.protocol).to.equal('https:');
    expect(plain(part(element, 'note'))).to.contain('<img');
  });

  it('keeps a very long name and note inside its edges', async () => {
    const long = 'W'.repeat(300);
    const element = await make(
      { attendee: { ...ATTENDEE, name: long }, answers: { notes: long } },
      { coach: { ...COACH, name: long }, location: { kind: 'in_person', label: long } },
      320,
    );
    expect(element.scrollWidth).to.be.at.most(320);
    for (const node of element.renderRoot.querySelectorAll('.base, .ticket, .facts, .note')) {
      expect(node.scrollWidth, node.className).to.be.at.most(node.clientWidth + 1);
    }
  });

  it('gives its heading the focus when asked', async () => {
    const element = await make();
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
  });

  it('is accessible however the booking stands', async () => {
    for (const status of ['confirmed', 'pending', 'cancelled']) await expect(await make({ status })).to.be.accessible();
  });
});
