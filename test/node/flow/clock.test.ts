/** A visitor whose clock is wrong: the server's time wins. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bookableDates, slotsOf } from '../../../src/flow/selectors.js';
import { readAvailability } from '../../../src/flow/read-answers.js';
import { initialState } from '../../../src/flow/initial-state.js';
import type { Slot } from '../../../src/domain/slot.js';
import { availability, DAY, Drive, NOW, slot } from './support.js';

/** The true time is `NOW`, a Sunday noon. */
const serverNow = new Date(NOW).toISOString();
const HOUR = 3_600_000;

/** A flow on a computer whose clock is off, in front of times that are checked as the store does it. */
class WrongClock extends Drive {
  constructor(private readonly offBy: number) {
    super({ durationMinutes: 60, now: NOW + offBy });
    this.now = NOW + offBy;
  }

  /** What the server answers to the request that is on its way. */
  answer(slots: readonly Slot[], change: Partial<ReturnType<typeof availability>> = { serverNow }): this {
    const { loading } = this.state.times;
    if (!loading) throw new Error('nothing is being loaded');
    const read = readAvailability(availability({ slots, ...change }), this.now);
    this.send({ type: 'times-loaded', span: loading, availability: read });
    // As the store does: from now on the time is the server's.
    this.now = NOW + this.offBy + this.state.clockSkew;
    return this;
  }
}

const started = (offBy: number) => new WrongClock(offBy).send({ type: 'start' });
const SLOTS = ['2026-11-22T11:00:00Z', '2026-11-22T18:00:00Z', '2026-11-23T18:00:00Z'].map((at) => slot(at));

describe('a clock that is wrong', () => {
  for (const [says, offBy] of Object.entries({
    'two hours ahead': 2 * HOUR,
    'a day ahead': DAY,
    'a day behind': -DAY,
    'a year ahead': 365 * DAY,
    'half a century behind': 57 * -365 * DAY,
  })) {
    it(`${says}: today is today, nothing past is offered, nothing that is still to come is missing`, () => {
      const drive = started(offBy).answer(SLOTS);
      if (drive.state.times.loading) drive.answer(SLOTS);
      const { state } = drive;
      assert.equal(bookableDates(state, drive.now).min, '2026-11-22');
      assert.equal(state.day, '2026-11-22');
      assert.deepEqual(
        slotsOf(state)?.map(({ startTime }) => startTime),
        ['2026-11-22T18:00:00.000Z'],
      );
      assert.equal(state.pageStart, '2026-11-16');
      assert.equal(state.clockSkew, -offBy);
      // Of 366 days from the true date on.
      assert.equal(new Date(state.times.until).toISOString(), '2027-11-23T23:00:00.000Z');
    });
  }

  it('by less than a minute is right: an answer takes its time', () => {
    for (const offBy of [-59_000, 59_000]) assert.equal(started(offBy).answer(SLOTS).state.clockSkew, 0);
  });

  it('is believed where the server does not tell', () => {
    const drive = started(DAY).answer(SLOTS, {});
    assert.equal(drive.state.clockSkew, 0);
    assert.equal(bookableDates(drive.state, drive.now).min, '2026-11-23');
  });

  it('is believed where what the server tells is no time; its slots are shown', () => {
    for (const nonsense of ['soon', '2026-11-22T12:00:00', '', null, 7, {}]) {
      const drive = started(0).answer(SLOTS, { serverNow: nonsense as string });
      assert.equal(drive.state.clockSkew, 0);
      assert.equal(slotsOf(drive.state)?.length, 1);
    }
  });

  it('that is put right while the page is open is followed', () => {
    const drive = started(DAY).answer(SLOTS);
    assert.equal(drive.state.clockSkew, -DAY);
    // Its owner sets it back by a day: what the flow takes for the time is a day behind now.
    drive.now -= DAY;
    drive.send({ type: 'refresh' });
    const { loading } = drive.state.times;
    const read = readAvailability(availability({ slots: SLOTS, serverNow }), drive.now);
    drive.send({ type: 'times-loaded', span: loading ?? assert.fail(), availability: read });
    assert.equal(drive.state.clockSkew, 0);
  });

  it('moves nobody away from a day or a time that was chosen', () => {
    const drive = started(7 * DAY);
    drive.send({ type: 'select-day', day: '2026-12-02' }).answer(SLOTS);
    assert.equal(drive.state.day, '2026-12-02');
    assert.equal(drive.state.pageStart, '2026-11-23');
  });

  it('moves nobody away from weeks that were turned to', () => {
    const drive = started(7 * DAY);
    drive.send({ type: 'show-page', pageStart: '2026-12-28' }).answer(SLOTS);
    assert.equal(drive.state.pageStart, '2026-12-28');
  });

  it('is put right also where the code for it comes after the first times', () => {
    const drive = new Drive({ durationMinutes: 60, now: NOW + 7 * DAY });
    const { pageStart } = initialState({ coachId: 'ada', timeZone: 'America/New_York', now: NOW + 7 * DAY });
    drive.state = {
      ...drive.state,
      clockSkew: -7 * DAY,
      times: { ...drive.state.times, loaded: [{ start: 0, end: 1 }] },
    };
    assert.equal(drive.state.pageStart, pageStart);
    drive.send({ type: 'look-ahead' });
    assert.equal(drive.state.pageStart, '2026-11-16');
    drive.effect('load-page');
  });
});
