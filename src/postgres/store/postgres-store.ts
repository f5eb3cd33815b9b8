import { BookingError } from '../../domain/booking-error.js';
import { readString } from '../../domain/read.js';
import type { BookingStore, CoachSeed } from '../../ports/booking-store.js';
import type { Outbox } from '../../ports/outbox.js';
import type { DatabaseCall } from './database-call.js';
import { isStorable, isUuid } from './ids.js';
import { createPostgresOutbox } from './postgres-outbox.js';
import {
  notFound,
  outcomeOf,
  readAnswer,
  readBooking,
  readCommitResult,
  readHoldResult,
  readKeyRecord,
  readSnapshot,
} from './read-answers.js';
import { createReliableCall } from './reliable-call.js';
import { storableOrNone, toCommitArgs, toHoldArgs, toRangeArgs } from './call-args.js';

export interface PostgresStoreOptions {
  /** Made by `createQueryDriver` or `createSupabaseDriver`. The database has to be migrated. */
  readonly call: DatabaseCall;
}

/** Bookings in Postgres. The database makes a double booking impossible, whoever writes to it. */
export interface PostgresStore extends BookingStore {
  readonly hold: NonNullable<BookingStore['hold']>;
  readonly release: NonNullable<BookingStore['release']>;
  readonly outbox: Outbox;
  /**
   * Adds a coach with their documents and what blocks their time, for demos and tests; `coach.id` becomes the profile's
   * `publicId`, so it is no number. Answers false when there is one of that id, who stays as they are.
   */
  addCoach(seed: CoachSeed): Promise<boolean>;
  /**
   * Deletes keys and holds that are over, at most `limit` (default 1 000) of each, and answers how many it were. Each
   * commit deletes a few, so nothing has to call this.
   */
  sweep(query: { readonly now: string; readonly limit?: number }): Promise<number>;
}

/** A store over the SQL functions of the schema `coach_booking`. */
export function createPostgresStore(options: PostgresStoreOptions): PostgresStore {
  const call = createReliableCall(options.call);

  /** For one coach. */
  function callFor(kind: 'read' | 'write', functionName: string, coachId: string, args: object): Promise<unknown> {
    if (!isStorable(coachId)) throw notFound(coachId);
    return call(kind, functionName, { coachId, ...args });
  }

  async function save(functionName: string, coachId: string, args: object): Promise<string> {
    const answer = await callFor('write', functionName, coachId, args);
    switch (outcomeOf(answer, coachId, 'unknown')) {
      case 'saved':
        return readAnswer(readSaved, answer, 'unknown');
      case 'version_conflict':
        throw new BookingError('version_conflict');
      case 'unknown_currency':
        // The host keeps its currencies in an enum, and this is none of them.
        throw new BookingError('validation_failed', { fields: { currency: 'unknown' } });
      default:
        throw new BookingError('unknown', { message: `${functionName} answered nothing known`, outcome: 'unknown' });
    }
  }

  return {
    async read(coachId, range, { now, exceptHoldId }) {
      const args = { ...toRangeArgs(range), now, exceptHoldId: storableOrNone(exceptHoldId) };
      const answer = await callFor('read', 'read_coach', coachId, args);
      outcomeOf(answer, coachId);
      return readAnswer(readSnapshot, answer);
    },
    async findByKey(coachId, idempotencyKey, now) {
      if (!isStorable(coachId) || !isStorable(idempotencyKey)) return null;
      const answer = await call('read', 'find_key', { coachId, idempotencyKey, now });
      return answer === null ? null : readAnswer(readKeyRecord, answer);
    },
    async commit(command) {
      const { coachId } = command.request;
      const answer = await callFor('write', 'commit_booking', coachId, toCommitArgs(command));
      outcomeOf(answer, coachId, 'unknown');
      return readAnswer(readCommitResult, answer, 'unknown');
    },
    async getBooking(bookingId) {
      if (!isUuid(bookingId)) return null;
      const answer = await call('read', 'get_booking', { bookingId });
      return answer === null ? null : readAnswer(readBooking, answer);
    },
    saveConfig: (coachId, config, ifVersion) => save('save_config', coachId, { config, ifVersion }),
    saveSchedule: (coachId, schedule, ifVersion) => save('save_schedule', coachId, { schedule, ifVersion }),
    async hold(command) {
      const { coachId } = command.request;
      const answer = await callFor('write', 'place_hold', coachId, toHoldArgs(command));
      outcomeOf(answer, coachId, 'unknown');
      return readAnswer(readHoldResult, answer, 'unknown');
    },
    async release(holdId) {
      if (!isStorable(holdId)) return;
      await call('write', 'release_hold', { holdId });
    },
    outbox: createPostgresOutbox(call),
    async addCoach({ coach, config, schedule, busy = [] }) {
      const answer = await call('write', 'add_coach', { coach, config, schedule, busy });
      return answer === true;
    },
    async sweep({ now, limit = 1000 }) {
      return Number(await call('write', 'sweep', { now, limit }));
    },
  };
}

const readSaved = (answer: unknown): string =>
  readString(typeof answer === 'object' && answer !== null && 'version' in answer ? answer.version : undefined);
