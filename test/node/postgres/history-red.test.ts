// The checks of history.test.ts are worth what they can find: here something is broken on purpose, and they must see it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresMissing, type PostgresServer } from '../../tools/postgres.js';
import { findingsOf, type CheckName } from './history/checks.js';
import { type Laboratory, openLaboratory, startLaboratoryServer } from './history/laboratory.js';
import { seedOf } from './history/random.js';
import type { RunOptions } from './history/run.js';

const seed = seedOf();
/** Everybody wants the same day, so that they meet. */
const SIZE = { clients: 32, operations: 400, days: 1 };
const RUNS = 5;

describe(`a broken database, SEED=${String(seed)}`, { skip: postgresMissing({ own: true }) }, () => {
  let server: PostgresServer;

  before(async () => {
    server = await startLaboratoryServer();
  });
  after(() => server.stop());

  const away = (): Promise<void> => sleep(Math.random() * 25);

  /** The database is further away than in truth, so that what is decided and what is done are apart. */
  async function inLaboratory<T>(work: (laboratory: Laboratory) => Promise<T>): Promise<T> {
    const laboratory = await openLaboratory(server, {
      around: async (_, call) => {
        await away();
        const answer = await call();
        await away();
        return answer;
      },
    });
    try {
      return await work(laboratory);
    } finally {
      await laboratory.close();
    }
  }

  async function redChecks(
    laboratory: Laboratory,
    options: Partial<RunOptions> & Pick<RunOptions, 'seed'>,
  ): Promise<readonly string[]> {
    const history = await laboratory.run({ ...SIZE, ...options });
    return Object.keys(findingsOf(history, await laboratory.rows()));
  }

  /**
   * Chance decides who meets whom in one run, so there are some: each in a new laboratory, with a seed of its own. In a
   * database that is broken on purpose a run may also come to nothing; what it said is told.
   */
  async function assertSees(
    names: readonly CheckName[],
    work: (laboratory: Laboratory, seed: number) => Promise<readonly string[]>,
  ): Promise<void> {
    const red = new Set<string>();
    const errors: unknown[] = [];
    for (let run = 0; run < RUNS && !names.every((name) => red.has(name)); run++) {
      try {
        for (const name of await inLaboratory((laboratory) => work(laboratory, seed + run))) red.add(name);
      } catch (error) {
        console.warn(`SEED=${String(seed + run)} was not finished:`, error);
        errors.push(error);
      }
    }
    const seen = [...red, ...errors.map(String)].join('; ');
    for (const name of names) assert.ok(red.has(name), `not seen: ${name}; seen: ${seen}`);
  }

  it('without its constraint books one time twice, and that is seen', () =>
    assertSees(
      ['no two live claims of a coach overlap, buffers included', 'no two live sessions of a coach overlap'],
      async (laboratory, seed) => {
        await laboratory.admin.query('alter table "BookingClaim" drop constraint "BookingClaim_no_overlap"');
        return redChecks(laboratory, { seed });
      },
    ));

  it('that forgets its keys between two tries forgets bookings, and that is seen', () =>
    assertSees(
      ['every booking that was answered is there, and the same', 'every replay has the same bytes'],
      async (laboratory, seed) => {
        const stop = new AbortController();
        const forget = async (): Promise<void> => {
          while (!stop.signal.aborted) {
            await laboratory.admin.query('delete from coach_booking.idempotency_key');
            await sleep(20);
          }
        };
        const run = laboratory.run({ seed, ...SIZE, weights: { 'book again': 30 } }).finally(() => stop.abort());
        const [history] = await Promise.all([run, forget()]);
        return Object.keys(findingsOf(history, await laboratory.rows()));
      },
    ));

  it('that does not look at the version sells at old prices, and that is seen', () =>
    assertSees(['every price is what the config said when it was decided'], async (laboratory, seed) => {
      await laboratory.admin.query(`
        alter function coach_booking.commit_booking(jsonb) rename to commit_booking_of_a_version;
        create function coach_booking.commit_booking(args jsonb) returns jsonb language plpgsql as $$
        begin
          return coach_booking.commit_booking_of_a_version(args || jsonb_build_object(
            'version', coach_booking.decision_version(coach_booking.coach_of(args ->> 'coachId'))));
        end $$`);
      return redChecks(laboratory, { seed, weights: { config: 30 } });
    }));

  it('that loses what it had confirmed is seen', () =>
    assertSees(
      ['every booking that was answered is there, and the same', 'nothing is half-done'],
      async (laboratory, seed) => {
        const history = await laboratory.run({ seed, clients: 32, operations: 200 });
        assert.deepEqual(findingsOf(history, await laboratory.rows()), {});
        await laboratory.admin.query(
          'delete from "SessionAttendee" where id = (select id from "SessionAttendee" order by random() limit 1)',
        );
        return Object.keys(findingsOf(history, await laboratory.rows()));
      },
    ));
});
