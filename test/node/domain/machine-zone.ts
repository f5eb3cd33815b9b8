/**
 * Run under some `TZ` by machine-zone.test.ts: the property of the slots once more, with fixed seeds, then everything else
 * in the domain that knows of dates. Prints a digest of all answers: it must be the same on every machine.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parseInstant } from '../../../src/domain/instant.js';
import { addDays, addMonths, isPlainDate, startOfWeek, weekdayOf } from '../../../src/domain/plain-date.js';
import { instantOf, localDateTime, offsetAt } from '../../../src/domain/time-zone.js';
import { bothAnswers, inputs, scenesOf, timelineAround, ZONES } from './slot-scenarios.js';

const hash = createHash('sha256');

for (const scene of scenesOf('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')) {
  const timeline = timelineAround(scene);
  for (const input of fc.sample(inputs(scene), { seed: 7, numRuns: 15 })) {
    const { engine, oracle } = bothAnswers(input, timeline);
    assert.deepEqual(engine, oracle);
    hash.update(engine.join());
  }
}

for (let date = '2011-12-01'; date < '2012-02-01'; date = addDays(date, 1)) {
  const dates = [addMonths(date, 1), startOfWeek(date, 6), weekdayOf(date), isPlainDate(date)];
  const instants = ZONES.map((zone) => [
    instantOf(zone, date, 90),
    offsetAt(zone, parseInstant(`${date}T01:30:00-03:00`)),
  ]);
  const walls = ZONES.map((zone) => localDateTime(zone, Date.parse(`${date}T10:00:00Z`)));
  hash.update(JSON.stringify([dates, instants, walls]));
}

process.stdout.write(hash.digest('hex'));
