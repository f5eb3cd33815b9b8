import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BookingError } from '../../../src/domain/booking-error.js';
import { requestOf } from '../../../src/flow/request.js';
import { rateOf } from '../../../src/flow/later-selectors.js';
import { canGoBack } from '../../../src/flow/selectors.js';
import {
  bookedFlow,
  bookingOf,
  checking,
  CONFIG,
  confirming,
  DRAFT,
  Drive,
  failWith,
  LOST,
  sending,
  slot,
  unconfirmed,
} from './support.js';

describe('sending the details', () => {
  it('sends what was chosen and typed, trimmed, under one key', () => {
    const drive = confirming({ draft: { ...DRAFT, name: '  Jordan ' } }).send({ type: 'submit' });
    const { attempt, check, delayMs } = drive.effect('book');
    assert.deepEqual(attempt, {
      idempotencyKey: 'key-1',
      request: {
        coachId: 'ada',
        startTime: '2026-11-24T15:00:00.000Z',
        endTime: '2026-11-24T16:00:00.000Z',
        durationMinutes: 60,
        rate: { amountMinor: 9000, currency: 'USD' },
        attendee: { name: 'Jordan', email: 'jordan@example.com', timeZone: 'America/New_York' },
        answers: { goal: 'Lead', notes: 'Hello' },
      },
    });
    assert.equal(check, false);
    assert.equal(delayMs, 0);
    assert.deepEqual(requestOf(drive.state), attempt.request);
    assert.equal(requestOf(new Drive().state), null);
  });

  it('sends nothing while something is missing, and names it', () => {
    const drive = confirming({ draft: { ...DRAFT, name: ' ', email: 'jordan@' } }).send({ type: 'submit' });
    assert.deepEqual(drive.effects, []);
    assert.deepEqual(errorsOf(drive), { 'attendee.name': 'required', 'attendee.email': 'invalid' });
  });

  it('an error goes as soon as its field changes', () => {
    const drive = confirming({ draft: { ...DRAFT, name: '', email: '' } }).send({ type: 'submit' });
    drive.send({ type: 'edit-draft', draft: { name: 'J' } });
    assert.deepEqual(errorsOf(drive), { 'attendee.email': 'required' });
  });

  it('a booking ends the flow', () => {
    const { state } = bookedFlow();
    assert.equal(state.step, 'booked');
    assert.equal(state.booking.status, 'confirmed');
  });

  it('shows the time that the backend booked', () => {
    const drive = sending();
    const other = slot('2026-11-24T15:30:00Z');
    const booking = bookingOf(drive.state, { startTime: other.startTime, endTime: other.endTime });
    drive.send({ type: 'booked', idempotencyKey: drive.key, booking });
    assert.equal(drive.state.slot?.startTime, other.startTime);
  });

  it('offline, nothing leaves: that is said, and the details stay', () => {
    const drive = confirming().send({ type: 'offline' }).send({ type: 'submit' });
    assert.deepEqual(drive.effects, []);
    assert.equal(drive.submission, 'refused');
    assert.deepEqual(drive.state.draft, DRAFT);
    drive.send({ type: 'online' });
    assert.equal(drive.submission, 'editing', 'what was said is over with the connection');
    drive.send({ type: 'submit' }).effect('book');
  });

  it('books another session from the start, with the draft kept', () => {
    const drive = bookedFlow().send({ type: 'restart' });
    assert.equal(drive.state.step, 'duration');
    assert.deepEqual(drive.state.draft, DRAFT);
    assert.equal(drive.state.slot, null);
    drive.effect('load-page');
  });
});

describe('an answer that gets lost', () => {
  const losses = [
    new BookingError('network'),
    new BookingError('timeout'),
    new BookingError('aborted'),
    new BookingError('invalid_response'),
    new BookingError('unknown', { status: 500 }),
    new BookingError('something_new', { status: 502 }),
    new BookingError('unavailable', { outcome: 'unknown', status: 503 }),
    new BookingError('idempotency_in_progress', { retryAfterMs: 9000 }),
  ];
  for (const error of losses) {
    it(`is never called a failure, and asked for under the same key: ${error.code} ${error.status ?? ''}`, () => {
      const drive = failWith(sending(), error);
      assert.equal(drive.submission, 'checking');
      const { attempt, check, delayMs } = drive.effect('book');
      assert.equal(attempt.idempotencyKey, 'key-1');
      assert.equal(check, true);
      assert.equal(delayMs, error.retryAfterMs ?? 1000);
    });
  }

  it('is asked for a few times, ever more patiently; then the visitor is told that it is not certain', () => {
    const drive = checking();
    const delays = [drive.effect('book').delayMs];
    while (failWith(drive, LOST).submission === 'checking') delays.push(drive.effect('book').delayMs);
    assert.deepEqual(delays, [1000, 2000, 4000, 8000, 15_000]);
    assert.equal(drive.submission, 'unconfirmed');
    assert.deepEqual(drive.effects, []);
  });

  it('nothing else can be booked meanwhile, as it could be the second booking', () => {
    for (const drive of [sending(), checking()]) {
      assert.equal(canGoBack(drive.state), false);
      const before = drive.state;
      assert.equal(drive.send({ type: 'back' }).send({ type: 'submit' }).state, before);
    }
  });

  it('is no dead end: after the last check another time can be chosen, with all that was typed', () => {
    const drive = unconfirmed();
    assert.equal(canGoBack(drive.state), true);
    drive.send({ type: 'back' });
    assert.equal(drive.step, 'datetime');
    assert.deepEqual(drive.state.draft, DRAFT);
    drive.send({ type: 'select-slot', slot: slot('2026-11-24T16:00:00Z') }).send({ type: 'continue' });
    assert.equal(drive.submission, 'editing');
    assert.equal(drive.send({ type: 'submit' }).effect('book').attempt.idempotencyKey, 'key-2');
  });

  it('is never booked twice: the same time again has the same key, and is asked for first', () => {
    const drive = unconfirmed().send({ type: 'back' }).send({ type: 'continue' }).send({ type: 'submit' });
    const { attempt, check } = drive.effect('book');
    assert.deepEqual([attempt.idempotencyKey, check], ['key-1', true]);
  });

  it('can be asked for again by hand, and is when the connection is back', () => {
    const drive = unconfirmed().send({ type: 'check-again' });
    assert.equal(drive.effect('book').attempt.idempotencyKey, 'key-1');
    const other = unconfirmed().send({ type: 'offline' }).send({ type: 'online' });
    assert.equal(other.submission, 'checking');
    other.effect('book');
  });

  it('is found at last', () => {
    for (const drive of [checking(), unconfirmed()]) {
      drive.send({ type: 'booked', idempotencyKey: 'key-1', booking: bookingOf(drive.state) });
      assert.equal(drive.state.step, 'booked');
    }
  });

  it('refusals that come before the key is looked up say nothing about it', () => {
    for (const code of [
      'rate_limited',
      'unauthorized',
      'forbidden',
      'not_found',
      'unavailable',
      'idempotency_mismatch',
    ]) {
      assert.equal(failWith(checking(), new BookingError(code)).submission, 'checking', code);
    }
  });

  it('a refusal of the business settles it', () => {
    assert.equal(failWith(checking(), new BookingError('slot_unavailable')).state.step, 'datetime');
    assert.equal(failWith(checking(), new BookingError('out_of_policy')).submission, 'refused');
  });
});

describe('refusals', () => {
  it('fields that the form has get their error', () => {
    const fields = { 'attendee.email': 'invalid', 'answers.goal': 'too_long', startTime: 'invalid' } as const;
    const drive = failWith(sending(), new BookingError('validation_failed', { fields }));
    assert.deepEqual(errorsOf(drive), { 'attendee.email': 'invalid', 'answers.goal': 'too_long' });
    drive.send({ type: 'edit-draft', draft: { email: 'j@example.org' } });
    assert.deepEqual(errorsOf(drive), { 'answers.goal': 'too_long' });
  });

  it('what was refused for no field of the form is said above it', () => {
    for (const fields of [undefined, {}, { startTime: 'invalid' } as const]) {
      const drive = failWith(sending(), new BookingError('validation_failed', fields && { fields }));
      assert.equal(drive.submission, 'refused');
    }
  });

  it('a changed price is asked about; then it is booked at that price under another key', () => {
    const current = { amountMinor: 9500, currency: 'USD' };
    const drive = failWith(sending(), new BookingError('price_changed', { current }));
    const { submission } = drive.state.step === 'confirmation' ? drive.state : assert.fail();
    assert.deepEqual(submission, {
      status: 'price_changed',
      previous: { amountMinor: 9000, currency: 'USD' },
      current,
    });
    drive.effect('load-page');
    drive.send({ type: 'accept-price' });
    const { attempt } = drive.effect('book');
    assert.deepEqual(attempt.request.rate, current);
    assert.equal(attempt.idempotencyKey, 'key-2');
    assert.deepEqual(rateOf(drive.state), current);
  });

  it('a changed price can be declined, with the fresh price on the times', () => {
    const current = { amountMinor: 9500, currency: 'USD' };
    const drive = failWith(sending(), new BookingError('price_changed', { current }));
    drive.load({ slots: [slot('2026-11-24T15:00:00Z', 60, 9500)] }).send({ type: 'back' });
    assert.equal(drive.state.step, 'datetime');
    assert.deepEqual(drive.state.draft, DRAFT);
  });

  it('turned away unread, it is sent again after the wait that was asked for', () => {
    const drive = sending();
    const delays = [];
    while (failWith(drive, new BookingError('rate_limited', { retryAfterMs: 3000 })).submission === 'sending') {
      delays.push(drive.effect('book').delayMs);
      assert.equal(drive.effect('book').attempt.idempotencyKey, 'key-1');
    }
    assert.deepEqual(delays, [3000, 3000]);
    assert.equal(drive.submission, 'refused');
  });

  it('a long wait is left to the visitor', () => {
    const drive = failWith(sending(), new BookingError('unavailable', { retryAfterMs: 60_000 }));
    assert.equal(drive.submission, 'refused');
  });

  it('the same details once more are the same request, with the same key', () => {
    const drive = failWith(sending(), new BookingError('forbidden')).send({ type: 'submit' });
    assert.equal(drive.effect('book').attempt.idempotencyKey, 'key-1');
  });

  it('other details are another request, with another key', () => {
    const drive = failWith(sending(), new BookingError('forbidden'));
    drive.send({ type: 'edit-draft', draft: { notes: 'Something else' } }).send({ type: 'submit' });
    assert.equal(drive.effect('book').attempt.idempotencyKey, 'key-2');
  });

  it('a key that belongs to another request is given up', () => {
    const drive = failWith(sending(), new BookingError('idempotency_mismatch')).send({ type: 'submit' });
    assert.equal(drive.effect('book').attempt.idempotencyKey, 'key-2');
  });

  it('codes of later versions are refusals like any other', () => {
    assert.equal(failWith(sending(), new BookingError('moon_phase', { status: 409 })).submission, 'refused');
  });

  it('a time that can no longer be booked is said so, and the times are fetched again', () => {
    const drive = failWith(sending(), new BookingError('out_of_policy'));
    assert.equal(drive.submission, 'refused');
    drive.effect('load-page');
  });

  it('what is typed while the details are on their way is kept', () => {
    const drive = sending().send({ type: 'edit-draft', draft: { notes: 'One more thing' } });
    assert.equal(drive.state.draft.notes, 'One more thing');
    assert.equal(drive.submission, 'sending');
  });
});

it('a coach without questions of their own is asked none', () => {
  const { fields: _, ...config } = CONFIG;
  const drive = new Drive({ draft: { ...DRAFT, answers: {} } }).send({ type: 'start' }).load({ sessionConfig: config });
  drive.exhaustSearch();
  drive.send({ type: 'continue' }).send({ type: 'select-slot', slot: slot('2026-11-24T15:00:00Z') });
  drive.send({ type: 'continue' }).send({ type: 'submit' }).effect('book');
});

function errorsOf({ state }: Drive): unknown {
  return state.step === 'confirmation' && state.submission.status === 'editing' ? state.submission.errors : state;
}
