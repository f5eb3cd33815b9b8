import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createConsoleSink } from '../../src/telemetry/console-sink.js';
import { FUNNEL, record, type FunnelStep } from '../../src/telemetry/funnel.js';

describe('the funnel', () => {
  it('has one name for each step', () => {
    assert.deepEqual(Object.values(FUNNEL), [
      'profile_viewed',
      'event_type_selected',
      'slots_loaded',
      'slot_selected',
      'booking_submitted',
      'booking_confirmed',
      'booking_failed',
    ]);
  });

  it('is off where nobody listens', () => {
    for (const step of Object.keys(FUNNEL) as FunnelStep[]) record(undefined, step);
  });

  it('tells the sink', () => {
    const logged: unknown[] = [];
    const sink = createConsoleSink((...parts) => logged.push(parts));
    record(sink, 'booking-complete', { coachId: 'ada', durationMinutes: 60 });
    assert.deepEqual(logged, [['[coach-booking] booking_confirmed', { coachId: 'ada', durationMinutes: 60 }]]);
  });

  it('a sink that throws harms nothing', (t) => {
    const error = t.mock.method(console, 'error', () => undefined);
    record({ record: () => assert.fail('no network') }, 'booking-complete');
    assert.equal(error.mock.callCount(), 1);
  });
});
