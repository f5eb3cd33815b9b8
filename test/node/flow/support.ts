import type { Availability, Booking, Hold } from '../../../src/domain/booking.js';
import { BookingError } from '../../../src/domain/booking-error.js';
import type { Coach } from '../../../src/domain/coach.js';
import type { SessionConfig } from '../../../src/domain/session-config.js';
import type { Slot } from '../../../src/domain/slot.js';
import type { FlowEffect } from '../../../src/flow/effect.js';
import type { FlowEvent } from '../../../src/flow/event.js';
import { initialState, type InitialStateOptions } from '../../../src/flow/initial-state.js';
import type { FlowState } from '../../../src/flow/state.js';
import { transition } from '../../../src/flow/transition.js';

/** A Sunday noon. */
export const NOW = Date.parse('2026-11-22T12:00:00.000Z');
export const DAY = 86_400_000;

export const CONFIG: SessionConfig = {
  durations: [30, 60, 90],
  rates: { 30: 50, 60: 90, 90: 120 },
  currency: 'USD',
  defaultDuration: 60,
  allowCustomDuration: false,
  minimumDuration: 30,
  maximumDuration: 120,
  isActive: true,
  descriptions: { 60: 'Work through a decision.' },
  fields: [{ name: 'goal', label: 'Your goal', type: 'text' }],
};

export const COACH: Coach = { id: 'ada', name: 'Ada Moreau', timezone: 'Europe/Berlin', sessionLengths: [] };

export const DRAFT = { name: 'Jordan', email: 'jordan@example.com', notes: 'Hello', answers: { goal: 'Lead' } };

export function slot(startTime: string, durationMinutes = 60, amountMinor = 9000): Slot {
  const start = Date.parse(startTime);
  return {
    startTime: new Date(start).toISOString(),
    endTime: new Date(start + durationMinutes * 60_000).toISOString(),
    durationMinutes,
    rate: { amountMinor, currency: 'USD' },
  };
}

/** Two days with times of 30 and 60 minutes, none of 90. */
export const SLOTS: readonly Slot[] = [
  slot('2026-11-24T15:00:00Z', 30, 5000),
  slot('2026-11-24T15:00:00Z'),
  slot('2026-11-24T16:00:00Z'),
  slot('2026-11-26T23:30:00Z'),
];

export function availability(change: Partial<Availability> = {}): Availability {
  return { slots: SLOTS, timeZone: 'Europe/Berlin', sessionConfig: CONFIG, ...change };
}

export function bookingOf({ step, slot: chosen }: FlowState, change: Partial<Booking> = {}): Booking {
  const { startTime, endTime, durationMinutes, rate } = chosen ?? slot('2026-11-24T15:00:00Z');
  const ids = { id: `b-${step}`, sessionId: 's', coachId: 'ada' };
  return { ...ids, status: 'confirmed', startTime, endTime, durationMinutes, rate, ...change };
}

/** A hold of that many seconds. */
export function holdOf(holdId: string, seconds = 300, servedAt = NOW): Hold {
  return {
    holdId,
    serverNow: new Date(servedAt).toISOString(),
    expiresAt: new Date(servedAt + seconds * 1000).toISOString(),
  };
}

export const LOST = new BookingError('network', { outcome: 'unknown' });

/** A flow that is driven by hand: events in, effects out. */
export class Drive {
  state: FlowState;
  /** Of the last event. */
  effects: readonly FlowEffect[] = [];
  now = NOW;
  /** The clock that only runs forward. */
  elapsed = 1000;
  /** Fetching in advance has tests of its own; elsewhere only what was asked for is fetched. */
  saveData = true;
  private keys = 0;

  constructor(options: Partial<InitialStateOptions> = {}) {
    this.state = initialState({ coachId: 'ada', timeZone: 'America/New_York', now: NOW, ...options });
  }

  send(event: FlowEvent): this {
    const before = this.state;
    const { state, effects } = transition(this.state, event, {
      now: this.now,
      elapsed: this.elapsed,
      saveData: this.saveData,
      newKey: () => `key-${++this.keys}`,
    });
    if (state === before && effects.length) throw new Error(`${event.type} has effects but changes nothing`);
    this.state = state;
    this.effects = effects;
    return this;
  }

  /** The effect of a type that the last event had. */
  effect<T extends FlowEffect['type']>(type: T): FlowEffect & { type: T } {
    const found = this.effects.find((effect): effect is FlowEffect & { type: T } => effect.type === type);
    if (!found) throw new Error(`no ${type} among ${JSON.stringify(this.effects)}`);
    return found;
  }

  /** The page's answer. */
  load(change: Partial<Availability> = {}): this {
    const span = this.state.times.loading;
    if (!span) throw new Error('nothing is being loaded');
    return this.send({ type: 'times-loaded', span, availability: availability(change) });
  }

  /** Answers searches with nothing until they stop. Gives back how many there were. */
  exhaustSearch(): number {
    for (let count = 0; ; count++) {
      const { search } = this.state;
      if (search.status !== 'searching') return count;
      if (count > 30) throw new Error('the search does not end');
      const empty = { slots: [], timeZone: 'Europe/Berlin' };
      this.send({ type: 'times-loaded', span: search.span, availability: empty });
    }
  }

  /** The idempotency key of the request that is on its way. */
  get key(): string {
    const { state } = this;
    return state.step === 'confirmation' && 'attempt' in state.submission
      ? state.submission.attempt.idempotencyKey
      : '';
  }

  get step(): FlowState['step'] {
    return this.state.step;
  }

  get submission(): string {
    return this.state.step === 'confirmation' ? this.state.submission.status : `(${this.state.step})`;
  }
}

export function loaded(options: Partial<InitialStateOptions> = {}): Drive {
  const drive = new Drive(options).send({ type: 'start' }).load();
  drive.exhaustSearch();
  return drive.send({ type: 'coach-loaded', coach: COACH });
}

/** In the second step, on the day of the first free time. */
export function choosing(options: Partial<InitialStateOptions> = {}): Drive {
  return loaded(options).send({ type: 'continue' });
}

/** In the third step, with the first time of 60 minutes chosen. */
export function confirming(options: Partial<InitialStateOptions> = {}): Drive {
  return choosing({ draft: DRAFT, ...options })
    .send({ type: 'select-slot', slot: slot('2026-11-24T15:00:00Z') })
    .send({ type: 'continue' });
}

export function sending(): Drive {
  return confirming().send({ type: 'submit' });
}

export function failWith(drive: Drive, error: BookingError): Drive {
  return drive.send({ type: 'book-failed', idempotencyKey: drive.key, error });
}

export function checking(): Drive {
  return failWith(sending(), LOST);
}

export function unconfirmed(): Drive {
  const drive = checking();
  for (let tries = 0; tries < 20 && drive.submission === 'checking'; tries++) failWith(drive, LOST);
  return drive;
}

export function bookedFlow(): Drive {
  const drive = sending();
  return drive.send({ type: 'booked', idempotencyKey: drive.key, booking: bookingOf(drive.state) });
}
