/** Times that are there before they are asked for, and times that come span after span. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BookingError } from '../../../src/domain/booking-error.js';
import { dayCounts, nextFreeOf, pageStatus, slotsOf } from '../../../src/flow/selectors.js';
import type { FlowEvent } from '../../../src/flow/event.js';
import type { InitialStateOptions } from '../../../src/flow/initial-state.js';
import type { InstantSpan } from '../../../src/flow/state.js';
import { availability, choosing, confirming, CONFIG, DAY, Drive, slot } from './support.js';

const ALL = [30, 60, 90].map((minutes) => slot('2026-11-23T15:00:00Z', minutes));
const NEXT = [slot('2026-12-29T15:00:00Z')];
const LOST = new BookingError('network');

/** A flow with all times of the first page, which has one for each length, so that nothing is searched. */
function opened(options: Partial<InitialStateOptions> = {}, saveData = false): Drive {
  const drive = new Drive({ durationMinutes: 60, ...options });
  drive.saveData = saveData;
  return drive.send({ type: 'start' }).load({ slots: ALL });
}

function aheadOf({ state }: Drive): InstantSpan {
  const { ahead } = state.times;
  return ahead && ahead !== 'failed' ? ahead : assert.fail('nothing is fetched in advance');
}

const iso = ({ start, end }: InstantSpan) => [start, end].map((ms) => new Date(ms).toISOString().slice(0, 13));

describe('the next page', () => {
  it('is fetched once the shown one is there: what is not known of the weeks that a calendar turns to', () => {
    const { span, customDuration } = opened().effect('prefetch');
    assert.equal(customDuration, null);
    // Six weeks from the Monday before 1 December, without those of the shown page.
    assert.deepEqual(iso(span), ['2026-12-28T12', '2027-01-11T12']);
  });

  it('needs no network when it is turned to, and then the one after it is fetched', () => {
    const drive = opened();
    drive.send({ type: 'times-loaded', span: aheadOf(drive), availability: availability({ slots: NEXT }) });
    assert.deepEqual(drive.effects, []);
    drive.send({ type: 'show-page', pageStart: '2026-11-30' });
    assert.deepEqual(
      drive.effects.map(({ type }) => type),
      ['prefetch'],
    );
    assert.equal(Object.keys(dayCounts(drive.state)).length, 42);
    assert.deepEqual(iso(aheadOf(drive)), ['2027-01-11T12', '2027-02-08T12']);
  });

  it('is not asked for twice where it is turned to while it is on its way; its days are not known until then', () => {
    const drive = opened();
    const span = aheadOf(drive);
    drive.send({ type: 'show-page', pageStart: '2026-11-30' });
    assert.deepEqual(drive.effects, []);
    assert.equal(drive.state.times.loading, span);
    assert.equal('2027-01-05' in dayCounts(drive.state), false, 'neither full nor empty');
    const slots = [slot('2027-01-05T15:00:00Z')];
    drive.send({ type: 'times-loaded', span, availability: availability({ slots }) });
    assert.equal(dayCounts(drive.state)['2027-01-05'], 1);
    assert.equal(drive.state.times.loading, null);
  });

  it('that fails on its way is a failure like any other, once somebody waits for it', () => {
    const drive = opened();
    const span = aheadOf(drive);
    drive.send({ type: 'show-page', pageStart: '2026-11-30' }).send({ type: 'times-failed', span, error: LOST });
    assert.equal(drive.state.times.error, LOST);
    drive.send({ type: 'retry' });
    assert.deepEqual(drive.effect('load-page').span, span, 'only what is missing');
  });

  it('that fails while nobody waits for it says nothing, and is not tried again and again', () => {
    const drive = opened();
    drive.send({ type: 'times-failed', span: aheadOf(drive), error: LOST });
    assert.equal(drive.state.times.error, null);
    for (const day of ['2026-11-25', '2026-11-26']) {
      assert.deepEqual(drive.send({ type: 'select-day', day }).effects, []);
    }
    drive.send({ type: 'show-page', pageStart: '2026-11-30' }).effect('load-page');
    drive.load({ slots: NEXT }).effect('prefetch');
  });

  const quiet: Record<string, () => Drive> = {
    'where data are to be saved': () => opened({}, true),
    'while a length is chosen': () => {
      const drive = new Drive();
      drive.saveData = false;
      return drive.send({ type: 'start' }).load({ slots: ALL });
    },
    'while the shown page is on its way': () => {
      const drive = new Drive({ durationMinutes: 60 });
      drive.saveData = false;
      return drive.send({ type: 'start' }).send({ type: 'select-day', day: '2026-11-25' });
    },
    'while the next free time is searched': () => {
      const drive = new Drive({ durationMinutes: 60 });
      drive.saveData = false;
      drive.send({ type: 'start' }).load({ slots: [] }).effect('search');
      return drive;
    },
    'without a connection': () => {
      const drive = opened({}, true).send({ type: 'offline' });
      drive.saveData = false;
      return drive.send({ type: 'select-day', day: '2026-11-25' });
    },
    'while the details are typed': () => {
      const drive = confirming();
      drive.saveData = false;
      return drive.send({ type: 'edit-draft', draft: { name: 'Jo' } });
    },
    'of a coach who takes no bookings': () => {
      const drive = new Drive({ durationMinutes: 60 });
      drive.saveData = false;
      return drive.send({ type: 'start' }).load({ slots: ALL, sessionConfig: { ...CONFIG, isActive: false } });
    },
    'where nothing more can be booked': () => {
      const drive = new Drive({ durationMinutes: 60 });
      drive.saveData = false;
      return drive.send({ type: 'start' }).load({ slots: ALL, sessionConfig: { ...CONFIG, bookingWindowDays: 20 } });
    },
  };
  for (const [when, drive] of Object.entries(quiet)) {
    it(`is not fetched ${when}`, () => {
      const { effects, state } = drive();
      assert.ok(!effects.some(({ type }) => type === 'prefetch'));
      assert.equal(state.times.ahead, null);
    });
  }

  it('of a view of one week is the week after, of a list that goes on what it goes on with', () => {
    // The week of the first free time, which is the next one, is fetched before.
    const week = opened({ pageDays: 7 });
    assert.deepEqual(iso(week.effect('load-page').span), ['2026-12-28T12', '2027-01-04T12']);
    assert.deepEqual(iso(week.load({ slots: [] }).effect('prefetch').span), ['2027-01-04T12', '2027-01-11T12']);
    assert.deepEqual(iso(opened({ pageDays: 84 }).effect('prefetch').span), ['2027-02-08T12', '2027-03-22T12']);
  });

  it('of the configured lengths says nothing of a custom one', () => {
    const drive = opened({}, true).send({ type: 'refresh' });
    drive.load({ slots: ALL, sessionConfig: { ...CONFIG, allowCustomDuration: true } });
    drive.saveData = false;
    const span = aheadOf(drive.send({ type: 'select-day', day: '2026-11-25' }));
    drive.send({ type: 'select-duration', durationMinutes: 45 });
    const before = drive.state;
    assert.equal(drive.send({ type: 'times-loaded', span, availability: availability() }).state, before);
  });
});

describe('an adapter that answers ten days at a time', () => {
  const begin = (options: Partial<InitialStateOptions> = {}) =>
    new Drive({ durationMinutes: 60, maximumDays: 10, ...options }).send({ type: 'start' });

  it('is asked span after span, none longer, without a gap, until the page is there', () => {
    const drive = begin();
    const spans: InstantSpan[] = [];
    while (drive.state.times.loading) {
      const { span } = drive.effect('load-page');
      spans.push(span);
      drive.load({ slots: spans.length === 1 ? ALL : [] });
    }
    assert.equal(spans.length, 5);
    spans.forEach((span, index) => {
      assert.ok(span.end - span.start <= 10 * DAY);
      if (index) assert.equal(span.start, spans[index - 1]?.end);
    });
    assert.deepEqual(iso({ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }), [
      '2026-11-15T10',
      '2026-12-28T12',
    ]);
    assert.equal(Object.keys(dayCounts(drive.state)).length, 42);
  });

  it('shows what is there; days that are still to come are neither full nor free, nor is the page called empty', () => {
    const drive = begin().load({ slots: [] });
    assert.equal(dayCounts(drive.state)['2026-11-23'], 0);
    assert.equal('2026-11-27' in dayCounts(drive.state), false);
    assert.equal(slotsOf(drive.state, '2026-11-27'), null);
    assert.equal(pageStatus(drive.state), 'loading');
    assert.equal(drive.state.config.status, 'ready', 'the first answer is enough to go on');
    drive.load({ slots: [slot('2026-11-30T15:00:00Z')] });
    assert.equal(pageStatus(drive.state), 'ready');
    assert.equal(drive.state.day, '2026-11-30', 'the first free day, as soon as it is known');
    assert.ok(drive.state.times.loading);
  });

  it('that fails in the middle: what is there stays, and only the rest is asked for again', () => {
    const drive = begin().load({ slots: ALL });
    const { span } = drive.effect('load-page');
    drive.send({ type: 'times-failed', span, error: LOST });
    assert.deepEqual(drive.effects, []);
    assert.equal(drive.state.times.error, LOST);
    assert.equal(pageStatus(drive.state), 'ready');
    assert.equal(drive.state.times.slots.length, 3);
    drive.send({ type: 'retry' });
    assert.deepEqual(drive.effect('load-page').span, span);
    while (drive.state.times.loading) drive.load({ slots: [] });
    assert.equal(drive.state.times.slots.length, 3);
    assert.equal(pageStatus(drive.state), 'ready');
  });

  it('the page that is turned to while another streams in goes on with what it lacks itself', () => {
    const drive = begin().load({ slots: ALL });
    const late = drive.effect('load-page').span;
    drive.send({ type: 'show-page', pageStart: '2027-03-01' });
    assert.deepEqual(iso(drive.effect('load-page').span), ['2027-02-28T10', '2027-03-10T10']);
    const before = drive.state;
    assert.equal(drive.send({ type: 'times-loaded', span: late, availability: availability() }).state, before);
  });

  it('turning back to a page that still streams in asks nothing twice', () => {
    const drive = begin().load({ slots: ALL });
    drive.send({ type: 'show-page', pageStart: '2026-11-23' });
    drive.effect('load-page');
    while (drive.state.times.loading) drive.load({ slots: [] });
    assert.deepEqual(drive.send({ type: 'show-page', pageStart: '2026-11-16' }).effects, []);
  });

  it('searches for the next free time in such spans too, as far as can be booked', () => {
    const drive = begin();
    while (drive.state.times.loading) drive.load({ slots: [], sessionConfig: { ...CONFIG, bookingWindowDays: 90 } });
    let count = 0;
    for (; drive.state.search.status === 'searching'; count++) {
      const { span } = drive.state.search;
      assert.ok(span.end - span.start <= 10 * DAY);
      drive.send({ type: 'times-loaded', span, availability: { slots: [], timeZone: 'Europe/Berlin' } });
    }
    assert.equal(count, 6);
    assert.equal(nextFreeOf(drive.state).status, 'none');
  });

  it('a chosen time that one of the spans of a refresh has not any more is not chosen any more, however many follow', () => {
    const drive = begin();
    while (drive.state.times.loading) drive.load({ slots: ALL });
    drive.send({ type: 'select-slot', slot: slot('2026-11-23T15:00:00Z') }).send({ type: 'refresh' });
    assert.ok(drive.state.slot);
    drive.load({ slots: [] });
    assert.ok(drive.state.times.loading, 'more is on its way');
    assert.equal(drive.state.slot, null);
  });

  it('fetches in advance span after span as well; turned to in between, the rest follows', () => {
    const drive = begin();
    while (drive.state.times.loading) drive.load({ slots: ALL });
    drive.saveData = false;
    drive.send({ type: 'select-day', day: '2026-11-25' });
    const first = aheadOf(drive);
    assert.deepEqual(iso(first), ['2026-12-28T12', '2027-01-07T12']);
    drive.send({ type: 'show-page', pageStart: '2026-11-30' });
    assert.deepEqual(drive.effects, []);
    drive.send({ type: 'times-loaded', span: first, availability: availability({ slots: NEXT }) });
    assert.deepEqual(iso(drive.effect('load-page').span), ['2027-01-07T12', '2027-01-11T12']);
    drive.load({ slots: [] }).effect('prefetch');
    drive.send({ type: 'times-loaded', span: aheadOf(drive), availability: availability({ slots: [] }) });
    assert.equal(drive.effect('prefetch').span.start, drive.state.times.loaded[0]?.end);
  });

  for (const maximumDays of [0, -3, NaN, Infinity, undefined]) {
    it(`a limit of ${maximumDays} days is none`, () => {
      assert.equal(begin({ maximumDays }).load({ slots: ALL }).state.times.loading, null);
    });
  }
});

describe('the day that was chosen', () => {
  const turns: readonly [says: string, act: (drive: Drive) => Drive, day: string][] = [
    ['is there again after paging forth and back', (drive) => drive, '2026-11-26'],
    [
      'however far it was',
      (drive) =>
        drive.send({ type: 'show-page', pageStart: '2027-01-25' }).send({ type: 'show-page', pageStart: '2027-03-01' }),
      '2026-11-26',
    ],
    [
      'not when another was chosen there',
      (drive) => drive.send({ type: 'select-day', day: '2027-01-26' }),
      '2026-11-24',
    ],
  ];
  for (const [says, act, day] of turns) {
    it(says, () => {
      const drive = choosing().send({ type: 'select-day', day: '2026-11-26' });
      act(drive.send({ type: 'show-page', pageStart: '2027-01-25' }));
      assert.equal(drive.send({ type: 'show-page', pageStart: '2026-11-16' }).state.day, day);
      assert.equal(drive.state.slot, null);
    });
  }

  it('goes before the one that another page showed by itself, where both pages have it', () => {
    const slots = ['2026-11-24', '2026-12-01', '2026-12-02'].map((day) => slot(`${day}T15:00:00Z`));
    const drive = choosing().send({ type: 'refresh' }).load({ slots });
    drive.send({ type: 'select-day', day: '2026-11-25' }).send({ type: 'show-page', pageStart: '2026-11-30' });
    assert.equal(drive.state.day, '2026-12-01');
    assert.equal(drive.send({ type: 'show-page', pageStart: '2026-11-16' }).state.day, '2026-11-25');
  });

  const kept: readonly [event: FlowEvent, day: string | null][] = [
    [{ type: 'select-duration', durationMinutes: 30 }, null],
    [{ type: 'change-time-zone', timeZone: 'Asia/Kathmandu' }, '2026-11-26'],
    [{ type: 'select-day', day: '2026-11-24' }, '2026-11-24'],
  ];
  for (const [event, day] of kept) {
    it(`after ${event.type} is ${day ?? 'none'}`, () => {
      const drive = choosing().send({ type: 'select-day', day: '2026-11-26' });
      assert.equal(drive.send(event).state.chosenDay, day);
    });
  }
});
