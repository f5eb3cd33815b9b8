import type { BookingRequest } from '../../domain/booking.js';
import type { BookingField } from '../../domain/booking-field.js';
import { isBookingError } from '../../domain/booking-error.js';
import { coachSeed } from '../fixtures.js';
import { ensure, ensureEqual, ensureError, ensureField } from './assert.js';
import { persist, type CaseDefinition } from './case.js';

const FIELDS: readonly BookingField[] = [
  { name: 'goal', label: 'What for?', type: 'text', required: true, maxLength: 40 },
  { name: 'size', label: 'Team size', type: 'number' },
  { name: 'tier', label: 'Tier', type: 'select', options: ['one', 'two'] },
];

/** One visitor, one booking. */
export const bookingCases: readonly CaseDefinition[] = [
  {
    name: 'a booking is answered whole, and its time is no longer free',
    needs: ['getAvailability', 'book'],
    async run({ slots, slotAt, request, book, at }) {
      const slot = await slotAt(3, '10:00');
      const booking = await book(request(slot));
      ensure(booking.id !== '' && booking.sessionId !== '' && booking.status !== '', 'id, sessionId and status');
      const { coachId, startTime, endTime, durationMinutes, rate } = booking;
      ensureEqual({ coachId, startTime, endTime, durationMinutes, rate }, { coachId: 'grace', ...slot }, 'the booking');
      const free = await slots(3, { durationMinutes: 30 });
      ensureEqual(
        free.map((each) => each.startTime),
        ['09:00', '09:30', '11:00', '11:30'].map((time) => at(3, time)),
        'half hours that stay free: those that only touch',
      );
    },
  },
  {
    name: 'the holder of the manage token can read the booking, and nobody else',
    needs: ['getAvailability', 'book', 'getBooking'],
    async run({ adapter, slotAt, request, book }) {
      const booking = await book(request(await slotAt(3, '10:00')));
      const { id: bookingId, manageToken = '' } = booking;
      ensure(manageToken !== '', 'manageToken');
      const read = await adapter.getBooking?.({ bookingId, manageToken });
      ensureEqual(
        [read?.id, read?.startTime, read?.rate],
        [booking.id, booking.startTime, booking.rate],
        'the booking',
      );
      const forged = adapter.getBooking?.({ bookingId, manageToken: `${manageToken.slice(0, -2)}xx` });
      await ensureError(Promise.resolve(forged), ['unauthorized', 'forbidden', 'not_found'], 'a forged token');
    },
  },
  {
    name: 'answers, notes and what the attendee adds are taken; hostile texts are texts',
    needs: ['getAvailability', 'book'],
    coaches: [coachSeed({ config: { fields: FIELDS } })],
    async run({ slotAt, request, book }) {
      const name = `Robert'); DROP TABLE "Session";-- <script>alert(1)</script>`;
      const attendee = { name, email: 'bobby+tag@sub.example.com', timeZone: 'Asia/Kathmandu', phone: '+977 1 234' };
      const answers = { goal: '<b>Lead</b> \u{1F600}', size: 9, tier: 'two', notes: 'line one\nline two' };
      const metadata = { campaign: 'spring', nested: { deep: [1, 2, 3] } };
      const booking = await book(request(await slotAt(3, '10:00'), { attendee, answers, metadata }));
      if (booking.attendee) ensureEqual(booking.attendee.name, name, 'the name');
      if (booking.answers) ensureEqual(booking.answers, answers, 'the answers');
    },
  },
  {
    name: 'bad details are refused with every field named, and the time stays free',
    needs: ['getAvailability', 'book'],
    coaches: [coachSeed({ config: { fields: FIELDS } })],
    async run({ slotAt, request, book }) {
      const slot = await slotAt(3, '10:00');
      const attendee = { name: ' ', email: 'jordan at example', timeZone: 'America/New_York' };
      const work = book(request(slot, { attendee, answers: { tier: 'three' } }));
      const { fields = {} } = await ensureError(work, 'validation_failed', 'no name, no address');
      ensure(Object.hasOwn(fields, 'attendee.name'), 'attendee.name should be named');
      ensure(Object.hasOwn(fields, 'attendee.email'), 'attendee.email should be named');
      const ready = { ...attendee, name: 'Jordan', email: 'jordan@example.com' };
      await ensureField(book(request(slot, { attendee: ready })), 'answers.goal', 'a required answer missing');
      const long = { goal: 'x'.repeat(41) };
      await ensureField(book(request(slot, { attendee: ready, answers: long })), 'answers.goal', 'a long answer');
      const choice = { goal: 'Lead', tier: 'three' };
      await ensureField(book(request(slot, { attendee: ready, answers: choice })), 'answers.tier', 'no such choice');
      const nowhere = { ...ready, timeZone: 'Mars/Olympus' };
      await ensureError(book(request(slot, { attendee: nowhere })), 'validation_failed', 'an unknown zone');
      await slotAt(3, '10:00');
    },
  },
  {
    name: 'an end that does not fit the length is refused',
    needs: ['getAvailability', 'book'],
    async run({ slotAt, request, book, at }) {
      const slot = await slotAt(3, '10:00');
      await ensureField(book(request(slot, { endTime: at(3, '10:30') })), 'endTime', '60 minutes in 30');
      await ensureField(book(request(slot, { endTime: at(3, '09:00') })), 'endTime', 'an end before the start');
      await ensureField(book(request(slot, { startTime: 'soon' })), 'startTime', 'a start that is no instant');
      await slotAt(3, '10:00');
    },
  },
  {
    name: 'a lowered price is refused, and the right one told',
    needs: ['getAvailability', 'book'],
    async run({ slotAt, request, book }) {
      const slot = await slotAt(3, '10:00');
      const rate = { amountMinor: 1, currency: 'USD' };
      const error = await ensureError(book(request(slot, { rate })), 'price_changed', 'a cent');
      ensureEqual(error.current, { amountMinor: 9050, currency: 'USD' }, 'current');
      await slotAt(3, '10:00');
    },
  },
  {
    name: 'another currency is refused, and the right one told',
    needs: ['getAvailability', 'book'],
    async run({ slotAt, request, book }) {
      const slot = await slotAt(3, '10:00');
      const rate = { amountMinor: 9050, currency: 'MXN' };
      const error = await ensureError(book(request(slot, { rate })), 'price_changed', 'pesos for dollars');
      ensureEqual(error.current, { amountMinor: 9050, currency: 'USD' }, 'current');
      await slotAt(3, '10:00');
    },
  },
  {
    name: 'the same key twice makes one booking and the same answer, also after the time is full',
    needs: ['getAvailability', 'book'],
    async run({ slotAt, request, book, key }) {
      const [slot, idempotencyKey] = [await slotAt(3, '10:00'), key()];
      const first = await book(request(slot), idempotencyKey);
      ensureEqual(await book(request(slot), idempotencyKey), first, 'the second answer');
      await book(request(await slotAt(3, '11:00')));
      ensureEqual(await book(request(slot), idempotencyKey), first, 'the third answer');
    },
  },
  {
    name: 'the same key with another request is refused, and books nothing',
    needs: ['getAvailability', 'book'],
    async run({ slotAt, request, book, key }) {
      const [slot, other, idempotencyKey] = [await slotAt(3, '09:00'), await slotAt(3, '11:00'), key()];
      await book(request(slot), idempotencyKey);
      await ensureError(book(request(other), idempotencyKey), 'idempotency_mismatch', 'another time');
      const attendee = { ...request(slot).attendee, email: 'somebody.else@example.com' };
      await ensureError(book(request(slot, { attendee }), idempotencyKey), 'idempotency_mismatch', 'another person');
      await slotAt(3, '11:00');
    },
  },
  {
    name: 'a refusal does not use up its key',
    needs: ['getAvailability', 'book'],
    async run({ slotAt, request, book, key }) {
      const [slot, idempotencyKey] = [await slotAt(3, '10:00'), key()];
      const cheap: BookingRequest = request(slot, { rate: { amountMinor: 1, currency: 'USD' } });
      await ensureError(book(cheap, idempotencyKey), 'price_changed', 'a cent');
      const booking = await book(request(slot), idempotencyKey);
      ensureEqual(booking.startTime, slot.startTime, 'the booking under the same key');
    },
  },
  {
    name: 'a time that is taken is slot_unavailable, with the nearest free times of that length',
    needs: ['getAvailability', 'book'],
    async run({ slots, slotAt, request, book, at }) {
      const slot = await slotAt(3, '10:00');
      await book(request(slot));
      const error = await ensureError(book(request(slot)), 'slot_unavailable', 'booking it again');
      const { alternatives = [] } = error;
      const free = await slots(0, { start: at(1, '00:00'), end: at(6, '00:00'), durationMinutes: 60 });
      const distance = (startTime: string): number => Math.abs(Date.parse(startTime) - Date.parse(slot.startTime));
      const third = free.map((each) => distance(each.startTime)).sort((a, b) => a - b)[2] ?? 0;
      ensureEqual(alternatives.length, 3, 'number of alternatives');
      for (const alternative of alternatives) {
        const found = free.find((each) => each.startTime === alternative.startTime);
        ensureEqual(alternative, found, 'an alternative among the free times');
        ensure(distance(alternative.startTime) <= third, `${alternative.startTime} is not among the three nearest`);
      }
    },
  },
  {
    name: 'a time outside the hours of the coach cannot be booked',
    needs: ['getAvailability', 'book'],
    async run({ slotAt, request, book, at }) {
      const slot = await slotAt(3, '10:00');
      const move = (from: string, to: string) => book(request(slot, { startTime: at(3, from), endTime: at(3, to) }));
      const codes = ['slot_unavailable', 'out_of_policy'] as const;
      await ensureError(move('11:30', '12:30'), codes, 'over the end of the day');
      await ensureError(move('03:00', '04:00'), codes, 'in the night');
      await ensureError(move('10:10', '11:10'), codes, 'between the starts that are offered');
    },
  },
  {
    name: 'a booking that is aborted before it is sent books nothing',
    needs: ['getAvailability', 'book'],
    async run({ adapter, slotAt, request, key }) {
      const slot = await slotAt(3, '10:00');
      const options = { idempotencyKey: key(), signal: AbortSignal.abort() };
      await ensureError(adapter.book(request(slot), options), 'aborted', 'book');
      await slotAt(3, '10:00');
    },
  },
  {
    name: 'a booking that is aborted on the way can be sent again under its key, and is one booking',
    needs: ['getAvailability', 'book'],
    async run({ adapter, slots, slotAt, request, book, key, at }) {
      const [slot, idempotencyKey, controller] = [await slotAt(3, '10:00'), key(), new AbortController()];
      const first = adapter.book(request(slot), { idempotencyKey, signal: controller.signal });
      await new Promise((resolve) => setTimeout(resolve, 0));
      controller.abort();
      const failed: unknown = await first.then(
        () => undefined,
        (error: unknown) => error,
      );
      ensure(failed === undefined || isBookingError(failed), `expected a BookingError, got ${String(failed)}`);
      const booking = await persist(() => book(request(slot), idempotencyKey));
      ensureEqual(booking.startTime, slot.startTime, 'the booking');
      const free = await slots(3, { durationMinutes: 60 });
      ensureEqual(
        free.map((each) => each.startTime),
        [at(3, '09:00'), at(3, '11:00')],
        'free hours after it',
      );
    },
  },
  {
    name: 'a booking can be found by the key that it was sent under',
    needs: ['getAvailability', 'book', 'findBooking'],
    async run({ adapter, slotAt, request, book, key }) {
      const slot = await slotAt(3, '10:00');
      const query = { idempotencyKey: key(), request: request(slot) };
      ensureEqual(await adapter.findBooking?.(query), null, 'before it is booked');
      const booking = await book(query.request, query.idempotencyKey);
      ensureEqual((await adapter.findBooking?.(query))?.id, booking.id, 'once it is booked');
    },
  },
];
