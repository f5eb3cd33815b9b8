/** Times that pass while the visitor looks at them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BookingError } from '../../../src/domain/booking-error.js';
import { nextFreeOf, slotsOf } from '../../../src/flow/selectors.js';
import { isGone } from '../../../src/flow/taken.js';
import { CONFIG, Drive, failWith, holdOf, choosing, confirming, DRAFT, loaded, sending, slot } from './support.js';

const FIRST = '2026-11-24T15:00:00Z';
const MINUTE = 60_000;
const at = (instant: string, later = 0) => Date.parse(instant) + later;

function tick(drive: Drive, now: number): Drive {
  drive.now = now;
  return drive.send({ type: 'tick' });
}

const starts = ({ state }: Drive) => slotsOf(state)?.map(({ startTime }) => startTime.slice(11, 16));

describe('a time that passes while it is shown', () => {
  it('is there until its minute, and not after it; the others stay', () => {
    const drive = choosing();
    const before = drive.state;
    assert.deepEqual(starts(drive), ['15:00', '16:00']);
    tick(drive, at(FIRST));
    assert.equal(drive.state, before);
    tick(drive, at(FIRST, 1));
    assert.deepEqual(starts(drive), ['16:00']);
    assert.equal(drive.state.day, before.day);
    assert.equal(drive.state.passed, undefined);
    tick(drive, at('2026-11-24T16:00:00Z', 1));
    assert.deepEqual(starts(drive), []);
    assert.equal(drive.state.day, before.day, 'the day that is looked at stays');
  });

  it('passes as early as the coach wants to know', () => {
    const drive = new Drive().send({ type: 'start' }).load({ sessionConfig: { ...CONFIG, minimumNoticeMinutes: 120 } });
    drive.send({ type: 'continue' });
    tick(drive, at(FIRST, -120 * MINUTE));
    assert.deepEqual(starts(drive), ['15:00', '16:00']);
    tick(drive, at(FIRST, -120 * MINUTE + 1));
    assert.deepEqual(starts(drive), ['16:00']);
  });

  it('is no first free time of a length any more', () => {
    const drive = loaded();
    tick(drive, at(FIRST, 1));
    const next = nextFreeOf(drive.state, 60);
    assert.equal(next.status === 'found' && next.slot.startTime, '2026-11-24T16:00:00.000Z');
  });

  it('and was chosen: nothing is chosen, and it is told which one it was', () => {
    const drive = choosing().send({ type: 'select-slot', slot: slot(FIRST) });
    tick(drive, at(FIRST, 1));
    assert.equal(drive.step, 'datetime');
    assert.equal(drive.state.slot, null);
    assert.equal(drive.state.passed?.startTime, '2026-11-24T15:00:00.000Z');
    // Once told, the next choice is as good as any.
    drive.send({ type: 'select-slot', slot: slot('2026-11-24T16:00:00Z') }).send({ type: 'continue' });
    assert.equal(isGone(drive.state), false);
  });

  it('at the details: what was typed and the step stay, the hold is given back, other times are one press away', () => {
    const drive = confirming({ canHold: true, draft: DRAFT });
    drive.send({ type: 'held', hold: holdOf('h', 3600), askedAt: drive.elapsed });
    assert.equal(isGone(drive.state), false);
    tick(drive, at(FIRST, 1));
    assert.deepEqual(drive.effect('release').holdIds, ['h']);
    assert.equal(drive.step, 'confirmation');
    assert.deepEqual(drive.state.draft, DRAFT);
    assert.equal(isGone(drive.state), true);
    const told = drive.state;
    tick(drive, at(FIRST, MINUTE));
    assert.equal(drive.state, told, 'told once');
    drive.send({ type: 'show-alternatives' });
    const { state } = drive;
    assert.ok(state.step === 'datetime' && state.taken?.isUnsure, 'nobody else is blamed');
    assert.equal(state.taken.alternatives[0]?.startTime, '2026-11-24T16:00:00.000Z');
    assert.deepEqual(state.draft, DRAFT);
    tick(drive, at('2026-11-24T16:00:00Z', 1));
    assert.ok(drive.state.step === 'datetime');
    assert.ok(drive.state.taken?.alternatives.every(({ startTime }) => !startTime.includes('T16:00')));
  });

  it('leaves a booking alone that is on its way, or done', () => {
    const drive = sending();
    tick(drive, at(FIRST, 1));
    assert.equal(drive.submission, 'sending');
    assert.equal(drive.state.passed, undefined);
    failWith(drive, new BookingError('out_of_policy'));
    tick(drive, at(FIRST, MINUTE));
    assert.equal(isGone(drive.state), true);
  });
});
