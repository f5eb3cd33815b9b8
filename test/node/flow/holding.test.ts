import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BookingError } from '../../../src/domain/booking-error.js';
import type { FlowEvent } from '../../../src/flow/event.js';
import { requestOf } from '../../../src/flow/request.js';
import type { Holding } from '../../../src/flow/state.js';
import { isGone } from '../../../src/flow/taken.js';
import {
  bookingOf,
  choosing,
  CONFIG,
  confirming,
  DRAFT,
  Drive,
  failWith,
  holdOf,
  LOST,
  slot,
  SLOTS,
} from './support.js';

const A = slot('2026-11-24T15:00:00Z');
const B = slot('2026-11-24T16:00:00Z');
const TAKEN = new BookingError('slot_unavailable', { alternatives: [B] });
const UNSURE = new BookingError('timeout', { outcome: 'unknown' });

/** A flow with an adapter that holds, some time after `A` was picked. */
function picked(): Drive {
  return wakeUp(choosing({ canHold: true, draft: DRAFT }).send({ type: 'select-slot', slot: A }));
}

/** With the details open and `A` held for five minutes. */
function held(seconds = 300): Drive {
  return answer(picked(), 'h1', seconds).send({ type: 'continue' });
}

/** What is asked for is answered at once. */
function answer(drive: Drive, holdId: string, seconds = 300): Drive {
  return drive.send({ type: 'held', hold: holdOf(holdId, seconds), askedAt: drive.elapsed });
}

/** Lets the time pass that the flow waits for. */
function wakeUp(drive: Drive): Drive {
  const { delayMs } = drive.effect('wake');
  assert.ok(delayMs !== null);
  drive.elapsed += delayMs;
  return drive.send({ type: 'wake' });
}

function types(drive: Drive): string[] {
  return drive.effects.map(({ type }) => type);
}

function holding({ state }: Drive): Holding {
  return state.hold ?? assert.fail('nothing was ever held');
}

describe('a picked time', () => {
  it('is held, once the visitor has settled on it', () => {
    const drive = choosing({ canHold: true }).send({ type: 'select-slot', slot: A });
    assert.equal(drive.effect('wake').delayMs, 400);
    assert.deepEqual(types(drive), ['wake']);
    drive.elapsed += 200;
    drive.send({ type: 'select-slot', slot: B });
    drive.elapsed += 200;
    assert.deepEqual(drive.send({ type: 'wake' }).effects, []);
    drive.elapsed += 200;
    drive.send({ type: 'wake' });
    assert.deepEqual(drive.effect('hold'), { type: 'hold', slot: B, holdId: null });
  });

  it('is held at once when the visitor goes on', () => {
    const drive = choosing({ canHold: true }).send({ type: 'select-slot', slot: A }).send({ type: 'continue' });
    assert.equal(drive.effect('hold').slot.startTime, A.startTime);
  });

  it('without a connection is held as soon as there is one, and nothing is asked for in vain', () => {
    const drive = choosing({ canHold: true, draft: DRAFT }).send({ type: 'offline' });
    drive.send({ type: 'select-slot', slot: A });
    assert.ok(!types(drive).includes('wake'));
    drive.elapsed += 1000;
    drive.send({ type: 'continue' });
    assert.ok(!types(drive).includes('hold'));
    drive.send({ type: 'online' });
    assert.deepEqual(drive.effect('hold'), { type: 'hold', slot: A, holdId: null });
  });

  it('moves the hold that there is, by its id', () => {
    const drive = answer(picked(), 'h1').send({ type: 'select-slot', slot: B });
    wakeUp(drive);
    assert.deepEqual(drive.effect('hold'), { type: 'hold', slot: B, holdId: 'h1' });
    answer(drive, 'h1');
    assert.equal(holding(drive).held?.slot.startTime, B.startTime);
    assert.ok(!types(drive).includes('release'));
  });

  it('waits for the answer that is on its way, so that no two holds of one visitor collide', () => {
    const drive = picked().send({ type: 'select-slot', slot: B });
    drive.elapsed += 1000;
    drive.send({ type: 'wake' }).send({ type: 'continue' });
    assert.ok(!types(drive).includes('hold'));
    answer(drive, 'h1');
    assert.deepEqual(drive.effect('hold'), { type: 'hold', slot: B, holdId: 'h1' });
  });

  it('moved to another hold by the backend, the first one is released', () => {
    const drive = answer(picked(), 'h1').send({ type: 'select-slot', slot: B });
    answer(wakeUp(drive), 'h2');
    assert.deepEqual(drive.effect('release').holdIds, ['h1']);
  });

  it('is released when the visitor gives it up: another length, other steps, back', () => {
    const acts: readonly FlowEvent[] = [{ type: 'select-duration', durationMinutes: 90 }, { type: 'back' }];
    for (const act of acts) {
      const drive = answer(picked(), 'h1').send(act);
      assert.deepEqual(drive.effect('release').holdIds, ['h1'], act.type);
    }
    const drive = held().send({ type: 'back' });
    assert.deepEqual(drive.effect('release').holdIds, ['h1']);
    assert.equal(drive.state.slot?.startTime, A.startTime, 'it stays chosen');
  });

  it('of the same start and another length, it moves', () => {
    const drive = answer(picked(), 'h1').send({ type: 'select-duration', durationMinutes: 30 });
    assert.deepEqual(wakeUp(drive).effect('hold').slot.durationMinutes, 30);
  });

  it('in another zone, it is the same time', () => {
    const drive = held().send({ type: 'change-time-zone', timeZone: 'Asia/Kathmandu' });
    assert.deepEqual(drive.effects, []);
  });

  it('given up before the answer, it is released when that comes', () => {
    const drive = picked().send({ type: 'back' });
    assert.ok(!types(drive).includes('release'));
    answer(drive, 'h1');
    assert.deepEqual(drive.effect('release').holdIds, ['h1']);
    assert.equal(holding(drive).held, null);
  });

  it('back and on again, it is asked for only when the release has arrived: the one could undo the other', () => {
    const drive = held().send({ type: 'back' }).send({ type: 'continue' });
    assert.ok(!types(drive).includes('hold'));
    drive.send({ type: 'released' });
    assert.deepEqual(drive.effect('hold'), { type: 'hold', slot: A, holdId: null });
  });

  it('is never asked for where the adapter can’t, or the coach won’t', () => {
    const without = choosing().send({ type: 'select-slot', slot: A }).send({ type: 'continue' });
    assert.equal(without.state.hold, null);
    const off = new Drive({ canHold: true }).send({ type: 'start' });
    off.load({ sessionConfig: { ...CONFIG, features: { hold: false } } }).exhaustSearch();
    off.send({ type: 'continue' }).send({ type: 'select-slot', slot: A });
    assert.ok(!types(off).includes('wake'));
    const answered = new Drive({ canHold: true }).send({ type: 'start' }).load({ features: { hold: false } });
    assert.equal(answered.state.canHold, false);
  });
});

describe('availability beside a hold', () => {
  it('an answer made before the hold was known does not take the own time away', () => {
    for (const drive of [picked(), answer(picked(), 'h1')]) {
      drive.send({ type: 'refresh' }).load({ slots: [B] });
      assert.equal(drive.state.slot?.startTime, A.startTime);
    }
    assert.equal(
      isGone(
        held()
          .send({ type: 'refresh' })
          .load({ slots: [B] }).state,
      ),
      false,
    );
  });

  it('a time that is gone and not held is told before it is sent; the way to others keeps what was typed', () => {
    const drive = confirming()
      .send({ type: 'refresh' })
      .load({ slots: [B] });
    assert.equal(drive.step, 'confirmation', 'nobody is carried away while typing');
    assert.equal(isGone(drive.state), true);
    drive.send({ type: 'show-alternatives' });
    assert.deepEqual(drive.state.step === 'datetime' && drive.state.taken?.alternatives, [B]);
    assert.deepEqual(drive.state.draft, DRAFT);
  });

  it('free again, it is no longer told', () => {
    const drive = confirming()
      .send({ type: 'refresh' })
      .load({ slots: [B] });
    drive.send({ type: 'refresh' }).load();
    assert.equal(isGone(drive.state), false);
  });

  it('a fresh price is asked about before it is sent, and forgotten when it is the old one again', () => {
    const drive = confirming().send({ type: 'refresh' });
    drive.load({ slots: [slot('2026-11-24T15:00:00Z', 60, 9900)] });
    assert.equal(drive.submission, 'price_changed');
    assert.equal(drive.send({ type: 'refresh' }).load().submission, 'editing');
  });

  it('refreshes the days of the chosen time, whatever page is shown', () => {
    const drive = choosing({ draft: DRAFT }).send({ type: 'select-slot', slot: A });
    drive.send({ type: 'show-page', pageStart: '2027-01-04' });
    drive.send({ type: 'continue' }).send({ type: 'refresh' });
    const { span } = drive.effect('load-page');
    assert.ok(span.start <= Date.parse(A.startTime) && Date.parse(A.startTime) < span.end);
  });
});

describe('somebody else was faster', () => {
  it('says so before anything is typed, with other times', () => {
    for (const drive of [picked(), picked().send({ type: 'continue' })]) {
      drive.send({ type: 'hold-refused', error: TAKEN });
      const { state } = drive;
      assert.ok(state.step === 'datetime' && state.taken);
      assert.deepEqual(state.taken.alternatives, [B]);
      assert.equal(state.taken.isUnsure, undefined);
      drive.effect('load-page');
    }
  });

  it('with the time that was picked before, nothing happens: another one is chosen by now', () => {
    const drive = picked().send({ type: 'select-slot', slot: B }).send({ type: 'hold-refused', error: TAKEN });
    assert.equal(drive.state.step === 'datetime' && drive.state.taken, null);
    assert.equal(drive.state.slot?.startTime, B.startTime);
    assert.equal(wakeUp(drive).effect('hold').slot.startTime, B.startTime);
  });

  it('after a move was refused, the hold of the first time is released', () => {
    const drive = wakeUp(answer(picked(), 'h1').send({ type: 'select-slot', slot: B }));
    drive.send({ type: 'hold-refused', error: TAKEN });
    assert.ok(drive.state.step === 'datetime' && drive.state.taken);
    assert.deepEqual(drive.effect('release').holdIds, ['h1']);
  });

  it('while the booking is on its way, the booking’s own answer tells', () => {
    const drive = held();
    drive.elapsed += 100_000;
    drive.send({ type: 'active' }).effect('hold');
    drive.send({ type: 'submit' }).send({ type: 'hold-refused', error: TAKEN });
    assert.equal(drive.submission, 'sending');
  });

  it('it may be the visitor’s own request without an answer: then nobody else is named', () => {
    const drive = picked().send({ type: 'hold-failed', cause: UNSURE }).send({ type: 'continue' });
    drive.send({ type: 'hold-refused', error: TAKEN });
    assert.equal(drive.state.step === 'datetime' && drive.state.taken?.isUnsure, true);
  });
});

describe('a hold that fails', () => {
  const causes = ['network', 'timeout', 'rate_limited', 'unavailable', 'unknown', 'invalid_response', 'out_of_policy'];
  for (const code of causes) {
    it(`is no obstacle to the booking: ${code}`, () => {
      const drive = picked()
        .send({ type: 'hold-failed', cause: new BookingError(code) })
        .send({ type: 'continue' });
      drive.send({ type: 'hold-failed', cause: new BookingError(code) }).send({ type: 'submit' });
      assert.equal(drive.effect('book').attempt.request.holdId, undefined);
    });
  }

  it('for good, is not tried again', () => {
    const drive = picked().send({ type: 'hold-failed', cause: new BookingError('unsupported') });
    drive.send({ type: 'select-slot', slot: B });
    assert.ok(!types(drive).includes('wake'));
    assert.deepEqual(types(drive.send({ type: 'continue' })), []);
  });

  it('with an id that is over, is tried once without', () => {
    for (const code of ['hold_expired', 'validation_failed', 'not_found']) {
      const drive = wakeUp(answer(picked(), 'h1').send({ type: 'select-slot', slot: B }));
      drive.send({ type: 'hold-failed', cause: new BookingError(code) });
      assert.deepEqual(drive.effect('hold'), { type: 'hold', slot: B, holdId: null });
    }
  });

  it('as a renewal, takes nothing away', () => {
    const drive = held();
    drive.elapsed += 70_000;
    drive.send({ type: 'active' }).send({ type: 'hold-failed', cause: new BookingError('rate_limited') });
    assert.equal(holding(drive).held?.holdId, 'h1');
    assert.deepEqual(drive.send({ type: 'active' }).effects, [], 'and is not asked for at once again');
  });
});

describe('renewing', () => {
  it('comes with activity, and not with every key', () => {
    const drive = held();
    drive.elapsed += 59_000;
    assert.deepEqual(drive.send({ type: 'active' }).effects, []);
    drive.elapsed += 1000;
    assert.deepEqual(drive.send({ type: 'edit-draft', draft: { notes: 'x' } }).effect('hold').holdId, 'h1');
    assert.deepEqual(drive.send({ type: 'active' }).effects, []);
    answer(drive, 'h1');
    assert.deepEqual(drive.send({ type: 'active' }).effects, []);
  });

  it('counts from the question, by the server’s clock and never by the visitor’s', () => {
    const drive = picked();
    const askedAt = drive.elapsed;
    drive.elapsed += 5000;
    // The server’s clock is a day behind, the visitor’s jumps.
    drive.now += 9e9;
    drive.send({ type: 'held', hold: holdOf('h1', 300, 0), askedAt });
    assert.equal(holding(drive).held?.endsAt, askedAt + 300_000);
  });

  it('at the cap, says so: the same end again', () => {
    const drive = held();
    drive.elapsed += 100_000;
    drive.send({ type: 'active' });
    answer(drive, 'h1', 300);
    assert.equal(holding(drive).held?.isFinal, true);
    drive.elapsed += 100_000;
    assert.deepEqual(drive.send({ type: 'keep-time' }).effects, []);
  });

  it('is asked for when the tab comes back or the connection does', () => {
    const back = held();
    back.elapsed += 5000;
    assert.equal(back.send({ type: 'return' }).effect('hold').holdId, 'h1');
    const online = held().send({ type: 'offline' }).send({ type: 'online' });
    assert.equal(online.effect('hold').holdId, 'h1');
  });
});

describe('the end of a hold', () => {
  it('is announced a minute before, and when it comes; nothing typed is lost and booking goes on', () => {
    const drive = held();
    assert.equal(holding(drive).held?.isEnding, false);
    const { elapsed } = drive;
    drive.elapsed = (holding(drive).held?.endsAt ?? 0) - 60_000;
    assert.ok(drive.elapsed > elapsed);
    drive.send({ type: 'wake' });
    assert.equal(holding(drive).held?.isEnding, true);
    assert.equal(drive.effect('wake').delayMs, 60_000);
    drive.elapsed += 60_000;
    drive.send({ type: 'wake' });
    assert.deepEqual(holding(drive).ended, { isFinal: false });
    assert.deepEqual(drive.effect('release').holdIds, ['h1'], 'the server may keep it a moment longer');
    assert.equal(drive.step, 'confirmation');
    assert.deepEqual(drive.state.draft, DRAFT);
    drive.send({ type: 'released' });
    assert.equal(drive.send({ type: 'submit' }).effect('book').attempt.request.holdId, undefined);
  });

  it('can be put off in the last minute, again and again', () => {
    const drive = held(45);
    for (let times = 0; times < 12; times++) {
      drive.elapsed += 30_000;
      assert.equal(drive.send({ type: 'keep-time' }).effect('hold').holdId, 'h1');
      const hold = { ...holdOf('h1', 45), expiresAt: `2026-11-22T13:${10 + times}:00.000Z` };
      drive.send({ type: 'held', hold, askedAt: drive.elapsed });
      assert.equal(holding(drive).ended, null);
    }
  });

  it('after it, the time can be held again', () => {
    const drive = held(45);
    drive.elapsed += 45_000;
    drive.send({ type: 'wake' }).send({ type: 'released' }).send({ type: 'keep-time' });
    assert.deepEqual(drive.effect('hold'), { type: 'hold', slot: A, holdId: null });
    assert.equal(holding(answer(drive, 'h2')).ended, null);
  });

  it('waits for a renewal that is on its way', () => {
    const drive = held(45);
    drive.elapsed += 44_000;
    drive.send({ type: 'keep-time' });
    drive.elapsed += 2000;
    drive.send({ type: 'wake' });
    assert.equal(holding(drive).ended, null);
    drive.send({ type: 'hold-failed', cause: LOST });
    assert.notDeepEqual(drive.effects, [], 'then it ends');
    assert.ok(holding(wakeUp(drive)).ended);
  });
});

describe('a booking with a hold', () => {
  it('names it', () => {
    const drive = held().send({ type: 'submit' });
    assert.equal(drive.effect('book').attempt.request.holdId, 'h1');
    assert.equal(requestOf(drive.state)?.holdId, 'h1');
  });

  it('waits for the answer that is on its way: it could be turned away by the visitor’s own hold', () => {
    const drive = picked().send({ type: 'continue' }).send({ type: 'submit' });
    assert.equal(drive.submission, 'sending');
    assert.ok(!types(drive).includes('book'));
    answer(drive, 'h1');
    assert.equal(drive.effect('book').attempt.request.holdId, 'h1');
  });

  it('goes without it when there is none after all, and not at all when the time is taken', () => {
    const drive = picked().send({ type: 'continue' }).send({ type: 'submit' });
    drive.send({ type: 'hold-failed', cause: LOST });
    assert.equal(drive.effect('book').attempt.request.holdId, undefined);
    const other = picked().send({ type: 'continue' }).send({ type: 'submit' });
    other.send({ type: 'hold-refused', error: TAKEN });
    assert.equal(other.step, 'datetime');
    assert.ok(!types(other).includes('book'));
  });

  it('waits for a release that is on its way, for the same reason', () => {
    const drive = held(45);
    drive.elapsed += 45_000;
    drive.send({ type: 'wake' }).send({ type: 'submit' });
    assert.equal(drive.submission, 'sending');
    assert.ok(!types(drive).includes('book'));
    assert.equal(drive.send({ type: 'released' }).effect('book').attempt.request.holdId, undefined);
  });

  it('keeps it past its end, until the answer', () => {
    const drive = held(45).send({ type: 'submit' });
    drive.elapsed += 60_000;
    assert.deepEqual(drive.send({ type: 'wake' }).effects, []);
    failWith(drive, new BookingError('forbidden'));
    assert.ok(holding(wakeUp(drive)).ended);
  });

  it('uses it up: nothing is released, nothing is waited for', () => {
    const drive = held().send({ type: 'submit' });
    drive.send({ type: 'booked', idempotencyKey: drive.key, booking: bookingOf(drive.state) });
    assert.deepEqual(drive.effects, []);
    assert.equal(holding(drive).held, null);
  });

  it('that the backend calls over is sent again without, under another key', () => {
    const drive = failWith(held().send({ type: 'submit' }), new BookingError('hold_expired'));
    const { attempt } = drive.effect('book');
    assert.equal(attempt.request.holdId, undefined);
    assert.equal(attempt.idempotencyKey, 'key-2');
    assert.equal(drive.submission, 'sending');
  });

  it('whose outcome is not known is sent again word for word, with the hold of then', () => {
    const drive = held().send({ type: 'submit' });
    const { attempt } = drive.effect('book');
    while (failWith(drive, LOST).submission === 'checking');
    drive.send({ type: 'back' }).send({ type: 'released' }).send({ type: 'continue' });
    assert.ok(!types(drive).includes('hold'), 'what may be booked can’t be held');
    drive.send({ type: 'submit' });
    assert.equal(drive.effect('book').attempt, attempt);
  });

  it('whose time is taken all the same gives the hold back', () => {
    const drive = failWith(held().send({ type: 'submit' }), TAKEN);
    assert.deepEqual(drive.effect('release').holdIds, ['h1']);
  });
});

describe('leaving the page', () => {
  it('releases, and holds again on the way back', () => {
    const drive = held().send({ type: 'leave' });
    assert.deepEqual(drive.effect('release').holdIds, ['h1']);
    drive.send({ type: 'released' }).send({ type: 'return' });
    assert.deepEqual(drive.effect('hold'), { type: 'hold', slot: A, holdId: null });
  });

  it('with a booking on its way keeps it', () => {
    const drive = held().send({ type: 'submit' }).send({ type: 'leave' });
    assert.deepEqual(drive.effects, []);
  });
});

/** What a backend knows, in any order of events. */
it('whatever happens in whatever order: one request at a time, each with the id that is held, and no hold is left behind', () => {
  const act = fc.constantFrom<FlowEvent['type'] | 'time' | 'pick' | 'length' | 'refused' | 'unsure'>(
    'pick',
    'pick',
    'length',
    'continue',
    'continue',
    'back',
    'active',
    'keep-time',
    'edit-draft',
    'held',
    'held',
    'held',
    'refused',
    'unsure',
    'released',
    'released',
    'leave',
    'return',
    'refresh',
    'submit',
    'booked',
    'book-failed',
    'dismiss-taken',
    'restart',
    'online',
    'offline',
    'time',
    'time',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(act, fc.nat(7)), { maxLength: 60 }), (acts) => {
      const drive = choosing({ canHold: true, draft: DRAFT });
      /** Ids that the backend keeps. */
      const alive = new Set<string>();
      /** Requests without an answer. */
      const asked: { holdId: string | null }[] = [];
      let releases = 0;
      let made = 0;
      const send = (event: FlowEvent): void => {
        const before = drive.state.hold?.held;
        drive.send(event);
        for (const effect of drive.effects) {
          if (effect.type === 'hold') {
            assert.equal(asked.length, 0, 'one at a time');
            assert.equal(releases, 0, 'not beside a release');
            assert.equal(effect.holdId, drive.state.hold?.held?.holdId ?? null);
            asked.push(effect);
          }
          if (effect.type === 'release') {
            releases++;
            effect.holdIds.forEach((id) => alive.delete(id));
          }
        }
        const after = drive.state.hold?.held;
        // Over, used up by a booking, or refused by the backend itself.
        const isOver = before && before.holdId !== after?.holdId;
        if (isOver && ['wake', 'booked', 'hold-refused', 'hold-failed', 'book-failed'].includes(event.type)) {
          alive.delete(before.holdId);
        }
      };
      const answered = (event: FlowEvent): void => {
        if (asked.pop()) send(event);
      };
      const play = (type: (typeof acts)[number][0], number: number): void => {
        const { state } = drive;
        switch (type) {
          case 'pick': {
            send({ type: 'select-slot', slot: SLOTS[number % SLOTS.length] ?? A });
            return;
          }
          case 'length': {
            send({ type: 'select-duration', durationMinutes: number % 2 ? 30 : 60 });
            return;
          }
          case 'held': {
            // A backend may renew under the same id, or answer with a new one.
            const [request] = asked;
            if (!request) return;
            const holdId = request.holdId && number % 4 ? request.holdId : `h${++made}`;
            alive.add(holdId);
            answered({ type: 'held', hold: holdOf(holdId, 30 + number * 60), askedAt: drive.elapsed });
            return;
          }
          case 'refused': {
            answered({ type: 'hold-refused', error: TAKEN });
            return;
          }
          case 'unsure': {
            answered({ type: 'hold-failed', cause: new BookingError(number % 2 ? 'network' : 'hold_expired') });
            return;
          }
          case 'released':
            if (!releases) return;
            releases--;
            {
              send({ type: 'released' });
              return;
            }
          case 'edit-draft': {
            send({ type: 'edit-draft', draft: { notes: `${number}` } });
            return;
          }
          case 'booked': {
            send({
              type: 'booked',
              idempotencyKey: state.attempt?.idempotencyKey ?? '',
              booking: bookingOf(state),
            });
            return;
          }
          case 'book-failed': {
            send({
              type: 'book-failed',
              idempotencyKey: state.attempt?.idempotencyKey ?? '',
              error: new BookingError(['slot_unavailable', 'hold_expired', 'forbidden', 'network'][number % 4] ?? 'x'),
            });
            return;
          }
          case 'time':
            drive.elapsed += [1, 400, 20_000, 60_000][number % 4] ?? 0;
            {
              send({ type: 'wake' });
              return;
            }
          default: {
            send({ type } as FlowEvent);
            return;
          }
        }
      };
      for (const [type, number] of acts) {
        play(type, number);
        const own = drive.state.hold?.held?.holdId;
        assert.deepEqual(
          [...alive].filter((id) => id !== own),
          [],
          'nothing but the own hold is alive',
        );
        assert.equal(drive.state.hold?.asking != null, asked.length > 0);
      }
    }),
    { numRuns: 2000 },
  );
});
