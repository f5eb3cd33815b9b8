import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysBetween } from '../../../src/domain/plain-date.js';
import { localDate, localDateTime } from '../../../src/domain/time-zone.js';
import { dayCounts, slotsOf } from '../../../src/flow/selectors.js';
import { Drive, slot } from './support.js';

/** A flow in New York in which that time is chosen. */
function chosen(startTime: string, now = Date.parse(startTime) - 86_400_000): Drive {
  const drive = new Drive({ timeZone: 'America/New_York', durationMinutes: 60, now });
  drive.now = now;
  const free = slot(startTime);
  return drive
    .send({ type: 'start' })
    .load({ slots: [free] })
    .send({ type: 'select-slot', slot: free });
}

/** What is shown after a change: the chosen instant, its day among those shown, and the time in that day's list. */
function showsChoice(drive: Drive, timeZone: string, startTime: string): void {
  drive.send({ type: 'change-time-zone', timeZone });
  // Weeks that were not shown before are asked for.
  if (drive.state.times.loading) drive.load({ slots: [slot(startTime)] });
  const { state } = drive;
  const instant = new Date(startTime).toISOString();
  const day = localDate(timeZone, Date.parse(startTime));
  assert.equal(state.slot?.startTime, instant, `${timeZone}: the instant`);
  assert.equal(state.day, day, `${timeZone}: the day`);
  assert.ok(Object.keys(dayCounts(state)).includes(day), `${timeZone}: the day is on the page`);
  assert.deepEqual(
    slotsOf(state)?.map((free) => free.startTime),
    [instant],
    `${timeZone}: the day's times`,
  );
}

describe('another time zone keeps the chosen instant and moves the day', () => {
  it('over the date line: yesterday, today and tomorrow are one instant', () => {
    const at = '2026-11-26T10:30:00Z';
    const drive = chosen(at);
    const days = ['Pacific/Pago_Pago', 'America/New_York', 'Pacific/Kiritimati'].map((zone) => {
      showsChoice(drive, zone, at);
      return drive.state.day;
    });
    assert.deepEqual(days, ['2026-11-25', '2026-11-26', '2026-11-27']);
  });

  it('by half and quarter hours', () => {
    // Just before midnight in Kolkata, just after it in Kathmandu.
    const at = '2026-11-26T18:20:00Z';
    const drive = chosen(at);
    for (const zone of [
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
      'America/St_Johns',
    ]) {
      showsChoice(drive, zone, at);
    }
    assert.equal(localDate('Asia/Kolkata', Date.parse(at)), '2026-11-26');
    assert.equal(localDate('Asia/Kathmandu', Date.parse(at)), '2026-11-27');
  });

  it('in the hour that clocks show twice, and back again', () => {
    // 1:30 before and after New York's clocks go back on 1 November.
    for (const at of ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z']) {
      assert.equal(localDateTime('America/New_York', Date.parse(at)).minutes, 90);
      const drive = chosen(at, Date.parse('2026-10-30T12:00:00Z'));
      for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']) showsChoice(drive, zone, at);
    }
  });

  it('where clocks are an hour further on the day than today', () => {
    const at = '2027-03-28T22:30:00Z';
    const drive = chosen(at, Date.parse('2027-03-26T12:00:00Z'));
    showsChoice(drive, 'Europe/Berlin', at);
    // 0:30 of the next day: with the winter's offset it would be 23:30 of this one.
    assert.equal(drive.state.day, '2027-03-29');
  });

  it('also when the day lies beyond the weeks shown: they move with it', () => {
    const drive = new Drive({ timeZone: 'America/New_York', durationMinutes: 60 }).send({ type: 'start' });
    const { pageStart, pageDays } = drive.state;
    const last = new Date(Date.parse(pageStart) + (pageDays - 1) * 86_400_000).toISOString().slice(0, 10);
    const at = `${last}T23:30:00Z`;
    const free = slot(at);
    drive.load({ slots: [free] }).send({ type: 'select-slot', slot: free });
    showsChoice(drive, 'Pacific/Kiritimati', at);
    assert.ok(daysBetween(pageStart, drive.state.day ?? '') >= pageDays, 'a day of the next page');
    assert.notEqual(drive.state.pageStart, pageStart);
    showsChoice(drive, 'America/New_York', at);
  });

  it('in the step of the details too, with all that was typed', () => {
    const at = '2026-11-26T10:30:00Z';
    const drive = chosen(at).send({ type: 'continue' });
    drive.send({ type: 'edit-draft', draft: { name: 'Jordan' } });
    drive.send({ type: 'change-time-zone', timeZone: 'Pacific/Kiritimati' });
    assert.equal(drive.step, 'confirmation');
    assert.equal(drive.state.slot?.startTime, new Date(at).toISOString());
    assert.equal(drive.state.draft.name, 'Jordan');
    assert.equal(drive.state.day, '2026-11-27');
  });
});
