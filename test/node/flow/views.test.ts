/** A week at a time, and a list that goes on: other portions of the same times. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayTimes } from '../../../src/flow/day-times.js';
import { bookableDates } from '../../../src/flow/selectors.js';
import { choosing, DAY, Drive, loaded, NOW, slot } from './support.js';

/** In the second step, when nothing but the first page has been answered. */
const atFirst = () => new Drive().send({ type: 'start' }).load().send({ type: 'continue' });

/** The day before Thanksgiving in New York has times, and so has a day in the second week of December. */
const LATER = slot('2026-12-09T15:00:00Z');
const twoWeeks = () => {
  const drive = loaded({ pageDays: 7 });
  drive.send({ type: 'refresh' }).load({ slots: [slot('2026-11-24T15:00:00Z'), LATER] });
  return drive.send({ type: 'continue' });
};

describe('a view of one week', () => {
  it('loads six weeks at once, so that the next weeks are there', () => {
    const drive = new Drive({ pageDays: 7 }).send({ type: 'start' }).load();
    assert.deepEqual(Object.keys(dayTimes(drive.state)).length, 42);
    drive.send({ type: 'show-page', pageStart: '2026-11-23' });
    assert.equal(drive.state.pageStart, '2026-11-23');
    const { span } = drive.effect('load-page');
    assert.equal((span.end - span.start) / DAY, 7, 'only the week that is new');
  });

  it('opens with the first week that has a free time', () => {
    const inStep = choosing({ pageDays: 7 });
    assert.deepEqual([inStep.state.pageStart, inStep.state.day], ['2026-11-23', '2026-11-24']);
    const atOnce = new Drive({ pageDays: 7, durationMinutes: 60 }).send({ type: 'start' }).load();
    assert.deepEqual([atOnce.state.pageStart, atOnce.state.day], ['2026-11-23', '2026-11-24']);
    atOnce.send({ type: 'show-page', pageStart: '2026-11-16' });
    assert.deepEqual([atOnce.state.pageStart, atOnce.state.day], ['2026-11-16', null], 'and may be turned back');
    atOnce.send({ type: 'refresh' }).load();
    assert.equal(atOnce.state.pageStart, '2026-11-16');
  });

  it('chooses no day of another week than the one that is shown', () => {
    const drive = twoWeeks();
    assert.equal(drive.state.day, '2026-11-24');
    drive.send({ type: 'show-page', pageStart: '2026-11-30' });
    assert.equal(drive.state.day, null);
  });

  it('jumps to the very week of the next free day', () => {
    const drive = twoWeeks().send({ type: 'show-page', pageStart: '2026-11-30' });
    drive.send({ type: 'go-to-next-free' });
    assert.equal(drive.state.pageStart, '2026-12-07');
    assert.equal(drive.state.day, '2026-12-09');
  });

  it('brings back the week of the chosen time when the zone moves its day', () => {
    const drive = loaded({ pageDays: 7 });
    drive.send({ type: 'refresh' }).load({ slots: [slot('2026-11-29T23:30:00Z')] });
    drive.send({ type: 'continue' }).send({ type: 'show-page', pageStart: '2026-11-23' });
    drive.send({ type: 'select-slot', slot: slot('2026-11-29T23:30:00Z') });
    assert.equal(drive.state.pageStart, '2026-11-23');
    drive.send({ type: 'change-time-zone', timeZone: 'Asia/Tokyo' });
    assert.equal(drive.state.day, '2026-11-30');
    assert.equal(drive.state.pageStart, '2026-11-30');
  });

  it('is the week of the chosen day where the view changes, and six weeks again where it changes back', () => {
    const drive = choosing();
    assert.equal(drive.state.pageStart, '2026-11-16');
    drive.send({ type: 'change-view', pageDays: 7 });
    assert.deepEqual([drive.state.pageStart, drive.state.pageDays], ['2026-11-23', 7]);
    assert.equal(drive.state.day, '2026-11-24');
    drive.send({ type: 'change-view', pageDays: 42 });
    assert.deepEqual([drive.state.pageStart, drive.state.pageDays], ['2026-11-23', 42]);
    assert.equal(drive.state.day, '2026-11-24');
  });
});

describe('a list that goes on', () => {
  it('adds weeks at its end, and asks only for those', () => {
    const drive = atFirst();
    const { pageStart } = drive.state;
    drive.send({ type: 'show-page', pageStart, days: 84 });
    const { span } = drive.effect('load-page');
    assert.equal((span.end - span.start) / DAY, 42);
    assert.equal(Object.keys(dayTimes(drive.state)).length, 42, 'what is not there yet is not known to be empty');
    drive.load({ slots: [slot('2027-01-12T15:00:00Z')] });
    assert.equal(dayTimes(drive.state)['2027-01-12']?.length, 1);
    assert.equal(drive.state.day, '2026-11-24', 'the day stays chosen');
  });

  it('asks for nothing beyond the last day that can be booked', () => {
    const drive = atFirst();
    const { pageStart } = drive.state;
    drive.send({ type: 'show-page', pageStart, days: 42 * 12 });
    assert.equal(drive.effect('load-page').span.end, drive.state.times.until);
    assert.ok(bookableDates(drive.state, NOW).max < '2027-11-26');
  });
});

describe('times by day', () => {
  it('are those of the chosen length, in the visitor’s zone', () => {
    const days = dayTimes(choosing().state);
    assert.deepEqual(
      days['2026-11-24']?.map(({ startTime }) => startTime),
      ['2026-11-24T15:00:00.000Z', '2026-11-24T16:00:00.000Z'],
    );
    assert.deepEqual(days['2026-11-25'], []);
  });

  it('are the same object as long as nothing of it changes', () => {
    const drive = choosing();
    const days = dayTimes(drive.state);
    drive.send({ type: 'select-day', day: '2026-11-26' });
    assert.equal(dayTimes(drive.state), days);
    drive.send({ type: 'change-time-zone', timeZone: 'Asia/Kathmandu' });
    assert.notEqual(dayTimes(drive.state), days);
  });
});
