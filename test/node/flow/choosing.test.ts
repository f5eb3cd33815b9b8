import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BookingError } from '../../../src/domain/booking-error.js';
import { durationChoices, nextFreeDay, rateOf, stepsOf } from '../../../src/flow/later-selectors.js';
import { bookableDates, dayCounts, nextFreeOf, pageStatus, slotsOf } from '../../../src/flow/selectors.js';
import {
  choosing,
  CONFIG,
  confirming,
  DAY,
  DRAFT,
  Drive,
  failWith,
  loaded,
  NOW,
  sending,
  slot,
  SLOTS,
} from './support.js';

const starts = (slots: readonly { startTime: string }[] | null) => slots?.map(({ startTime }) => startTime) ?? null;

describe('the first load', () => {
  it('asks once for the times of all lengths, and for nothing else', () => {
    const drive = new Drive().send({ type: 'start' });
    assert.deepEqual(
      drive.effects.map(({ type }) => type),
      ['load-page'],
    );
    const { span, customDuration } = drive.effect('load-page');
    assert.equal(customDuration, null);
    // Six weeks from the Monday before, in any zone of the world.
    assert.equal(new Date(span.start).toISOString(), '2026-11-15T10:00:00.000Z');
    assert.equal(new Date(span.end).toISOString(), '2026-12-28T12:00:00.000Z');
  });

  it('asks for no coach where the adapter has none', () => {
    const drive = new Drive({ hasCoach: false }).send({ type: 'start' });
    assert.deepEqual(
      drive.effects.map(({ type }) => type),
      ['load-page'],
    );
    assert.equal(drive.state.coach.status, 'absent');
  });

  it('needs no second request when the answer carries the config', () => {
    const drive = loaded();
    assert.equal(drive.state.config.status, 'ready');
    assert.equal(drive.state.durationMinutes, 60);
  });

  it('asks for the config when the answer carries none', () => {
    const { sessionConfig: _, ...bare } = { slots: SLOTS, timeZone: 'Europe/Berlin', sessionConfig: CONFIG };
    const drive = new Drive().send({ type: 'start' });
    const span = drive.effect('load-page').span;
    drive.send({ type: 'times-loaded', span, availability: bare });
    drive.effect('load-config');
    drive.send({ type: 'config-loaded', config: CONFIG });
    assert.equal(drive.state.config.status, 'ready');
  });

  it('an unknown coach is told from a bad connection, and can be asked for again', () => {
    const drive = new Drive().send({ type: 'start' });
    const { span } = drive.effect('load-page');
    drive.send({ type: 'times-failed', span, error: new BookingError('not_found') });
    assert.equal(drive.state.config.status === 'failed' && drive.state.config.error.code, 'not_found');
    drive.send({ type: 'retry' });
    assert.equal(drive.state.config.status, 'loading');
    assert.equal(drive.load().state.config.status, 'ready');
  });

  it('a config that failed alone is asked for again', () => {
    const drive = new Drive().send({ type: 'start' });
    drive.send({
      type: 'times-loaded',
      span: drive.effect('load-page').span,
      availability: { slots: SLOTS, timeZone: 'Europe/Berlin' },
    });
    drive.send({ type: 'config-failed', error: new BookingError('unavailable') }).send({ type: 'retry' });
    drive.send({
      type: 'times-loaded',
      span: drive.effect('load-page').span,
      availability: { slots: SLOTS, timeZone: 'Europe/Berlin' },
    });
    drive.effect('load-config');
  });

  it('starts with the times where a length was given', () => {
    const drive = new Drive({ durationMinutes: 30 }).send({ type: 'start' });
    assert.equal(drive.step, 'datetime');
    assert.equal(drive.load().state.step, 'datetime');
  });

  it('goes to the lengths where the given one is not offered, and tells the developer', () => {
    const drive = new Drive({ durationMinutes: 45 }).send({ type: 'start' }).load();
    assert.equal(drive.step, 'duration');
    assert.equal(drive.state.durationMinutes, 60);
    assert.match(drive.effect('report').message, /45 min is not among the lengths: 30,60,90/);
  });

  it('an unknown zone of the visitor counts as UTC', () => {
    assert.equal(new Drive({ timeZone: 'Atlantis/Poseidonis' }).state.timeZone, 'UTC');
  });
});

describe('a custom length', () => {
  const config = { ...CONFIG, allowCustomDuration: true };

  it('has times of its own, which are asked for', () => {
    const drive = new Drive({ durationMinutes: 45 }).send({ type: 'start' }).load({ sessionConfig: config });
    assert.equal(drive.effect('load-page').customDuration, 45);
    assert.deepEqual(drive.state.times.loaded, []);
    drive.load({ sessionConfig: config, slots: [slot('2026-11-24T15:00:00Z', 45, 7000)] });
    assert.equal(drive.step, 'datetime');
    assert.equal(slotsOf(drive.state)?.length, 1);
    assert.equal(rateOf(drive.state)?.amountMinor, 7000);
    assert.deepEqual(
      durationChoices(drive.state).map((choice) => choice.durationMinutes),
      [30, 45, 60, 90],
    );
    drive.send({ type: 'select-duration', durationMinutes: 60 });
    assert.equal(drive.effect('load-page').customDuration, null);
  });
});

describe('choosing a length', () => {
  it('shows each with its price, its meaning and its next free time', () => {
    assert.deepEqual(durationChoices(loaded().state), [
      { durationMinutes: 30, rate: { amountMinor: 5000, currency: 'USD' }, nextFree: '2026-11-24T15:00:00.000Z' },
      {
        durationMinutes: 60,
        rate: { amountMinor: 9000, currency: 'USD' },
        description: 'Work through a decision.',
        nextFree: '2026-11-24T15:00:00.000Z',
      },
      { durationMinutes: 90, rate: { amountMinor: 12_000, currency: 'USD' }, nextFree: null },
    ]);
  });

  it('keeps a time that the new length has too', () => {
    const drive = choosing().send({ type: 'select-slot', slot: slot('2026-11-24T15:00:00Z') });
    drive.send({ type: 'select-duration', durationMinutes: 30 });
    assert.equal(drive.state.slot?.durationMinutes, 30);
    assert.equal(drive.state.slot.startTime, '2026-11-24T15:00:00.000Z');
  });

  it('drops a time that the new length has not, and shows its first free day', () => {
    const drive = choosing().send({ type: 'select-slot', slot: slot('2026-11-26T23:30:00Z') });
    drive.send({ type: 'select-duration', durationMinutes: 30 });
    assert.equal(drive.state.slot, null);
    assert.equal(drive.state.day, '2026-11-24');
  });

  it('refuses a length that is not offered', () => {
    const drive = loaded();
    const before = drive.state;
    assert.equal(drive.send({ type: 'select-duration', durationMinutes: 45 }).state, before);
  });

  it('a coach who takes no bookings offers nothing to go on with', () => {
    const drive = new Drive().send({ type: 'start' }).load({ sessionConfig: { ...CONFIG, isActive: false } });
    assert.equal(drive.send({ type: 'continue' }).state.step, 'duration');
  });
});

describe('choosing a day', () => {
  it('shows the first free day at once', () => {
    assert.equal(choosing().state.day, '2026-11-24');
  });

  it('tells days without times from days that are not known yet', () => {
    const { state } = choosing();
    const counts = dayCounts(state);
    assert.equal(counts['2026-11-24'], 2);
    assert.equal(counts['2026-11-25'], 0);
    assert.equal(Object.keys(counts).length, 42);
    assert.deepEqual(dayCounts(new Drive().send({ type: 'start' }).state), {});
    assert.equal(dayCounts(state, null)['2026-11-24'], 2, 'of any length, each start once');
  });

  it('reads days in the visitor’s zone', () => {
    const days = (timeZone: string) => {
      const counts = dayCounts(choosing({ timeZone }).state);
      return Object.keys(counts).filter((day) => counts[day]);
    };
    assert.deepEqual(days('America/New_York'), ['2026-11-24', '2026-11-26']);
    assert.deepEqual(days('Pacific/Kiritimati'), ['2026-11-25', '2026-11-27']);
  });

  it('another page loads what is not known of it, and only that', () => {
    const drive = choosing();
    const start = drive.state.times.loaded[0]?.start;
    assert.equal(drive.state.times.loaded.length, 1);
    assert.deepEqual(dayCounts(drive.send({ type: 'show-page', pageStart: '2026-11-30' }).state)['2026-12-01'], 0);
    assert.equal(drive.state.times.loaded[0]?.start, start);
    assert.deepEqual(drive.effects, [], 'the search for 90 minutes has loaded all of it');
  });

  it('asks for the missing part of a page, and again for nothing', () => {
    const drive = new Drive()
      .send({ type: 'start' })
      .load({ slots: [30, 60, 90].map((minutes) => slot('2026-11-24T15:00:00Z', minutes)) });
    drive.send({ type: 'continue' }).send({ type: 'show-page', pageStart: '2026-12-14' });
    const { span } = drive.effect('load-page');
    assert.equal(new Date(span.start).toISOString(), '2026-12-28T12:00:00.000Z');
    assert.equal(new Date(span.end).toISOString(), '2027-01-25T12:00:00.000Z');
    assert.equal(pageStatus(drive.state), 'loading');
    drive.load({ slots: [] });
    assert.equal(pageStatus(drive.state), 'empty');
    assert.equal(drive.send({ type: 'show-page', pageStart: '2026-11-23' }).effects.length, 0);
    assert.equal(drive.send({ type: 'show-page', pageStart: '2026-12-14' }).effects.length, 0);
    assert.equal(drive.state.times.loaded.length, 1);
  });

  it('a late answer of a page that was left does nothing', () => {
    const drive = new Drive()
      .send({ type: 'start' })
      .load({ slots: [30, 60, 90].map((minutes) => slot('2026-11-24T15:00:00Z', minutes)) });
    drive.send({ type: 'continue' }).send({ type: 'show-page', pageStart: '2026-12-28' });
    const late = drive.effect('load-page').span;
    drive.send({ type: 'show-page', pageStart: '2027-03-01' });
    const before = drive.state;
    assert.equal(drive.send({ type: 'times-failed', span: late, error: new BookingError('network') }).state, before);
  });

  it('pages that are past or beyond what can be booked are not shown', () => {
    const drive = choosing();
    const before = drive.state;
    for (const pageStart of ['2026-09-01', '2028-01-03', '2026-02-30', 'soon'])
      drive.send({ type: 'show-page', pageStart });
    assert.equal(drive.state, before);
  });

  it('the chosen time stays chosen while other weeks are looked at', () => {
    const drive = choosing().send({ type: 'select-slot', slot: slot('2026-11-24T15:00:00Z') });
    drive.send({ type: 'show-page', pageStart: '2026-12-28' });
    assert.equal(drive.state.day, null);
    assert.equal(drive.state.slot?.startTime, '2026-11-24T15:00:00.000Z');
    assert.equal(drive.send({ type: 'show-page', pageStart: '2026-11-23' }).state.day, '2026-11-24');
  });
});

describe('the next free day', () => {
  it('is the next one after the chosen day', () => {
    const drive = choosing();
    assert.equal(nextFreeDay(drive.state), '2026-11-26');
    assert.equal(drive.send({ type: 'go-to-next-free' }).state.day, '2026-11-26');
    assert.equal(nextFreeDay(drive.state), null, 'the search found no more in a year');
  });

  it('is looked for ahead, each time twice as far, for at most a year', () => {
    const drive = new Drive({ durationMinutes: 60 }).send({ type: 'start' }).load({ slots: [] });
    const first = drive.effect('search').span;
    assert.equal(first.end - first.start, 42 * DAY);
    assert.equal(nextFreeOf(drive.state).status, 'searching');
    drive.send({ type: 'times-loaded', span: first, availability: { slots: [], timeZone: 'Europe/Berlin' } });
    const second = drive.effect('search').span;
    assert.equal(second.start, first.end);
    assert.equal(second.end - second.start, 84 * DAY);
    assert.equal(drive.exhaustSearch(), 3);
    assert.equal(nextFreeOf(drive.state).status, 'none');
    assert.equal(new Date(drive.state.times.until).toISOString(), '2027-11-23T23:00:00.000Z');
    assert.equal(drive.state.times.loaded[0]?.end, drive.state.times.until);
  });

  it('is looked for no further than the booking window', () => {
    const drive = new Drive({ durationMinutes: 60 }).send({ type: 'start' });
    drive.load({ slots: [], sessionConfig: { ...CONFIG, bookingWindowDays: 60 } });
    // The end of 21 January in Berlin.
    assert.equal(new Date(drive.effect('search').span.end).toISOString(), '2027-01-21T23:00:00.000Z');
    assert.equal(drive.exhaustSearch(), 1);
    assert.deepEqual(bookableDates(drive.state, NOW), { min: '2026-11-22', max: '2027-01-21' });
  });

  it('is gone to once it is found, with the page that shows it', () => {
    const drive = new Drive({ durationMinutes: 90 }).send({ type: 'start' }).load();
    drive.send({ type: 'go-to-next-free' });
    const { span } = drive.state.search.status === 'searching' ? drive.state.search : assert.fail();
    const found = slot('2027-01-20T15:00:00Z', 90, 12_000);
    drive.send({ type: 'times-loaded', span, availability: { slots: [found], timeZone: 'Europe/Berlin' } });
    assert.equal(drive.state.day, '2027-01-20');
    assert.equal(drive.state.pageStart, '2026-12-28');
    assert.deepEqual(starts(slotsOf(drive.state)), [found.startTime]);
  });

  it('who does something else meanwhile is not carried away', () => {
    const drive = new Drive({ durationMinutes: 90 }).send({ type: 'start' }).load();
    drive.send({ type: 'go-to-next-free' }).send({ type: 'select-day', day: '2026-11-25' });
    const { span } = drive.state.search.status === 'searching' ? drive.state.search : assert.fail();
    const slots = [slot('2027-01-20T15:00:00Z', 90)];
    drive.send({ type: 'times-loaded', span, availability: { slots, timeZone: 'Europe/Berlin' } });
    assert.equal(drive.state.day, '2026-11-25');
    assert.equal(drive.state.pageStart, '2026-11-16');
  });

  it('a search that fails says so, and is tried again when asked', () => {
    const drive = new Drive({ durationMinutes: 90 }).send({ type: 'start' }).load();
    const { span } = drive.effect('search');
    drive.send({ type: 'times-failed', span, error: new BookingError('network') });
    assert.equal(nextFreeOf(drive.state).status, 'failed');
    assert.equal(drive.send({ type: 'retry' }).state.search.status, 'searching');
  });
});

describe('another time zone', () => {
  it('keeps the chosen instant and moves the day', () => {
    const drive = choosing().send({ type: 'select-slot', slot: slot('2026-11-26T23:30:00Z') });
    assert.equal(drive.state.day, '2026-11-26');
    drive.send({ type: 'change-time-zone', timeZone: 'Asia/Kathmandu' });
    assert.equal(drive.state.day, '2026-11-27');
    assert.equal(drive.state.slot?.startTime, '2026-11-26T23:30:00.000Z');
    assert.equal(drive.step, 'datetime');
  });

  it('needs no further request, whichever zone it is', () => {
    const drive = choosing();
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata']) {
      drive.send({ type: 'change-time-zone', timeZone });
      assert.deepEqual(drive.effects, []);
      assert.equal(Object.keys(dayCounts(drive.state)).length, 42);
    }
  });

  it('one that the engine does not know changes nothing', () => {
    const drive = choosing();
    const before = drive.state;
    assert.equal(drive.send({ type: 'change-time-zone', timeZone: 'Mars/Olympus' }).state, before);
  });
});

describe('back and forward', () => {
  it('keeps length, time and draft', () => {
    const drive = confirming();
    const { slot: chosen, day, draft, durationMinutes } = drive.state;
    drive.send({ type: 'back' }).send({ type: 'back' });
    assert.equal(drive.step, 'duration');
    drive.send({ type: 'continue' }).send({ type: 'continue' });
    assert.equal(drive.step, 'confirmation');
    assert.deepEqual(
      {
        slot: drive.state.slot,
        day: drive.state.day,
        draft: drive.state.draft,
        durationMinutes: drive.state.durationMinutes,
      },
      { slot: chosen, day, draft, durationMinutes },
    );
  });

  it('goes to any earlier step at once, never to a later one', () => {
    const drive = confirming();
    const before = drive.state;
    assert.equal(drive.send({ type: 'back', to: 'booked' }).state, before);
    assert.equal(drive.send({ type: 'back', to: 'duration' }).state.step, 'duration');
  });

  it('says where the visitor is', () => {
    assert.deepEqual(
      stepsOf(choosing().state).map(({ status }) => status),
      ['done', 'current', 'open'],
    );
  });
});

describe('fresh times', () => {
  it('replace what was known of the page', () => {
    const drive = choosing()
      .send({ type: 'refresh' })
      .load({ slots: [slot('2026-11-25T15:00:00Z')] });
    assert.deepEqual(starts(drive.state.times.slots), ['2026-11-25T15:00:00.000Z']);
  });

  it('a chosen time that is gone is not chosen any more; one with a new price has the new price', () => {
    const drive = choosing().send({ type: 'select-slot', slot: slot('2026-11-24T15:00:00Z') });
    drive.send({ type: 'refresh' }).load({ slots: [slot('2026-11-24T15:00:00Z', 60, 9500)] });
    assert.equal(drive.state.slot?.rate.amountMinor, 9500);
    assert.equal(drive.send({ type: 'refresh' }).load({ slots: [] }).state.slot, null);
  });

  it('a refresh that fails keeps what was known', () => {
    const drive = choosing().send({ type: 'refresh' });
    const { span } = drive.effect('load-page');
    drive.send({ type: 'times-failed', span, error: new BookingError('network') });
    assert.equal(drive.state.times.slots.length, SLOTS.length);
    assert.equal(drive.state.times.error?.code, 'network');
    assert.equal(pageStatus(drive.state), 'ready');
    drive.effects = [];
    assert.equal(drive.send({ type: 'online' }).effects.length, 0);
    drive.send({ type: 'offline' }).send({ type: 'online' }).effect('load-page');
  });

  it('a length that is no longer offered brings the visitor back to the lengths', () => {
    const drive = choosing().send({ type: 'refresh' });
    drive.load({ sessionConfig: { ...CONFIG, durations: [30, 90], rates: { 30: 50, 90: 120 }, defaultDuration: 30 } });
    assert.equal(drive.step, 'duration');
    assert.equal(drive.state.durationMinutes, 30);
  });
});

describe('a time that somebody else took', () => {
  const alternatives = [slot('2026-11-25T15:00:00Z')];

  it('brings the visitor back to fresh times, with everything that they typed', () => {
    const drive = failWith(sending(), new BookingError('slot_unavailable', { alternatives }));
    const { state } = drive;
    assert.ok(state.step === 'datetime');
    assert.equal(state.taken?.slot.startTime, '2026-11-24T15:00:00.000Z');
    assert.deepEqual(state.taken.alternatives, alternatives);
    assert.equal(state.slot, null);
    assert.equal(state.day, '2026-11-24');
    assert.deepEqual(state.draft, DRAFT);
    assert.deepEqual(starts(slotsOf(state)), ['2026-11-24T16:00:00.000Z'], 'it is not offered again');
    drive.effect('load-page');
  });

  it('offers the nearest known times where the backend names none', () => {
    const { state } = failWith(sending(), new BookingError('slot_unavailable'));
    assert.ok(state.step === 'datetime');
    assert.deepEqual(starts(state.taken?.alternatives ?? []), ['2026-11-24T16:00:00.000Z', '2026-11-26T23:30:00.000Z']);
  });

  it('an alternative is one tap away, even beyond what is loaded', () => {
    const far = slot('2029-03-01T15:00:00Z');
    const drive = failWith(sending(), new BookingError('slot_unavailable', { alternatives: [far] }));
    drive.send({ type: 'select-slot', slot: far }).send({ type: 'continue' });
    assert.equal(drive.step, 'confirmation');
    assert.equal(drive.state.slot?.startTime, far.startTime);
    assert.equal(drive.send({ type: 'submit' }).key, 'key-2', 'another request, another key');
  });

  it('alternatives that are taken too disappear', () => {
    const drive = failWith(sending(), new BookingError('slot_unavailable', { alternatives })).load({ slots: [] });
    assert.deepEqual(drive.state.step === 'datetime' && drive.state.taken?.alternatives, []);
  });
});
