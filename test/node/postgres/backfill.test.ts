import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { backfill, type BackfillOptions } from '../../../src/postgres/backfill/backfill.js';
import type { BackfillNote, CoachPlan } from '../../../src/postgres/backfill/plan.js';
import { migrate } from '../../../src/postgres/migrate/migrate.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';

const fixture = readFileSync(new URL('host-fixture.sql', import.meta.url), 'utf8');

void describe('a backfill of a host', { skip: postgresMissing() }, () => {
  let server: PostgresServer;
  let template: string;
  before(async () => {
    server = await startPostgres();
    template = await server.createDatabase();
    await withClient(template, async (client) => {
      await client.query(fixture);
      await migrate({ client });
    });
  });
  after(() => server.stop());

  async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
  const onHost = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
    withClient(await server.createDatabase(template), work);

  /** What it did, and what it said of each coach. */
  async function run(client: pg.Client, options: BackfillOptions = {}) {
    const plans: CoachPlan[] = [];
    const summary = await backfill(client, { ...options, onCoach: (plan) => plans.push(plan) });
    return { summary, plans, notes: plans.flatMap(({ notes }): readonly BackfillNote[] => notes) };
  }
  const configs = async (client: pg.Client) =>
    (
      await client.query<{ id: number; document: Record<string, unknown> }>(
        `select "userDbId" as id, coach_booking.config_document("userDbId") as document from "CoachSessionConfig" order by 1`,
      )
    ).rows;
  /** Everything that a backfill could have changed. */
  const contents = async (client: pg.Client): Promise<unknown[]> => {
    const tables = ['RealtorCoachProfile', 'CoachingAvailabilitySchedule', 'CoachSessionConfig', 'Session', 'User'];
    const contents: unknown[] = [];
    for (const table of tables) contents.push((await client.query(`select * from "${table}" order by id`)).rows);
    return contents;
  };

  void it('prices 30, 60 and 90 minutes by the hourly rate, and the lengths that a coach wrote besides', () =>
    onHost(async (client) => {
      const { summary } = await run(client);
      assert.deepEqual([summary.coaches, summary.configs, summary.stopped], [6, 5, false]);
      const byId = new Map((await configs(client)).map(({ id, document }) => [id, document]));
      assert.deepEqual([...byId.keys()], [1, 2, 3, 4, 5], 'a coach without a rate gets none');
      assert.deepEqual(byId.get(1)?.rates, { 30: 75, 60: 150, 90: 225 });
      assert.deepEqual(byId.get(2)?.rates, { 30: 50, 60: 99.99, 90: 149.99 });
      assert.deepEqual([byId.get(2)?.durations, byId.get(2)?.defaultDuration], [[30, 60, 90], 30]);
      assert.deepEqual(byId.get(3)?.rates, { 30: 16.67, 45: 25, 60: 33.33, 90: 50 });
      assert.equal(byId.get(3)?.defaultDuration, 45);
      assert.equal(byId.get(1)?.currency, 'USD');
    }));

  void it('reads the coach’s own currency where it is told where that is', () =>
    onHost(async (client) => {
      await run(client, { currencyColumn: 'preferredCurrency' });
      const rates = (await configs(client)).map(({ document }) => [document.currency, document.rates]);
      assert.deepEqual(rates.slice(1), [
        ['EUR', { 30: 50, 60: 99.99, 90: 149.99 }],
        ['GBP', { 30: 16.67, 45: 25, 60: 33.33, 90: 50 }],
        ['JPY', { 30: 6000, 60: 12000, 90: 18000 }],
        ['KWD', { 30: 10.063, 60: 20.125, 90: 30.188 }],
      ]);
    }));

  void it('reports what it does not understand, with the coach and the text', () =>
    onHost(async (client) => {
      const { notes, summary } = await run(client);
      assert.deepEqual(
        notes.map(({ coachId, field, text, reason }) => [coachId, field, text, reason]),
        [
          [4, 'sessionLength', 'about an hour, depends', 'not_understood'],
          [4, 'availability', 'ask me', 'not_understood'],
          [8, 'hourlyRate', null, 'missing'],
          [8, 'availability', 'Tue & Thu 10:00-12:00, Sat 9-1', 'not_understood'],
        ],
      );
      assert.deepEqual(summary.notes, {
        'sessionLength: not_understood': 1,
        'availability: not_understood': 2,
        'hourlyRate: missing': 1,
      });
    }));

  void it('gives a schedule to those who have none, when the clock is known', () =>
    onHost(async (client) => {
      await client.query(
        `update "RealtorCoachProfile" set availability = 'Mon-Tue 9am-5pm' where "userDbId" in (1, 4, 5)`,
      );
      const before = await client.query('select count(*)::int as n from "CoachingAvailabilitySchedule"');
      const { summary } = await run(client, { timeZone: 'Asia/Tokyo' });
      assert.equal(summary.schedules, 2, 'coach 1 has schedules');
      const { rows } = await client.query<{ id: number; document: unknown }>(
        `select "userDbId" as id, coach_booking.schedule_document("userDbId") as document
         from "CoachingAvailabilitySchedule" where "userDbId" in (4, 5) order by 1`,
      );
      const intervals = [{ from: '09:00', to: '17:00' }];
      const rules = ['monday', 'tuesday'].map((wday) => ({ type: 'wday', wday, intervals }));
      const document = { timezone: 'Asia/Tokyo', rules, isDefault: true, active: true };
      assert.deepEqual(rows, [
        { id: 4, document },
        { id: 5, document },
      ]);
      const now = await client.query('select count(*)::int as n from "CoachingAvailabilitySchedule"');
      assert.equal((now.rows[0] as { n: number }).n, (before.rows[0] as { n: number }).n + 2);
    }));

  void it('takes the clock from a column of the host’s', () =>
    onHost(async (client) => {
      await client.query(`alter table "User" add column "timeZone" text`);
      await client.query(`update "User" set "timeZone" = 'Asia/Kuwait' where id = 5`);
      await client.query(`update "RealtorCoachProfile" set availability = 'Mon 9am-5pm' where "userDbId" in (4, 5)`);
      const { notes, plans } = await run(client, { timeZoneColumn: undefined });
      assert.equal(plans.find(({ coachId }) => coachId === 5)?.schedule?.timezone, 'Asia/Kuwait');
      assert.ok(notes.some(({ coachId, reason }) => coachId === 4 && reason === 'no_time_zone'));
      await assert.rejects(run(client, { timeZoneColumn: 'clock' }), /no table of a coach has a column "clock"/);
    }));

  void it('changes nothing when it runs again, whatever was changed meanwhile', () =>
    onHost(async (client) => {
      await run(client);
      await client.query(`update "RealtorCoachProfile" set "hourlyRate" = 999, availability = 'Mon 9am-5pm UTC'`);
      await client.query(`update "CoachSessionConfig" set rates = '{"30":1,"60":2,"90":3}' where "userDbId" = 1`);
      await client.query(`update "RealtorCoachProfile" set "hourlyRate" = null where "userDbId" = 8`);
      const before = await contents(client);
      const { summary } = await run(client);
      assert.deepEqual([summary.coaches, summary.configs], [1, 0]);
      assert.equal(summary.schedules, 1, 'coach 8 has neither: their hours can be read now');
      const [profiles, , ...rest] = await contents(client);
      assert.deepEqual([profiles, ...rest], [before[0], ...before.slice(2)]);
    }));

  void it('gives those with a config a schedule only when it is asked to', () =>
    onHost(async (client) => {
      await run(client);
      await client.query(`update "RealtorCoachProfile" set availability = 'Mon 9am-5pm UTC' where "userDbId" = 5`);
      assert.equal((await run(client)).summary.schedules, 0);
      const before = await configs(client);
      assert.equal((await run(client, { schedules: true })).summary.schedules, 1);
      assert.deepEqual(await configs(client), before);
    }));

  void it('writes nothing in a dry run, and says the same', () =>
    onHost(async (client) => {
      const before = await contents(client);
      const dry = await run(client, { dryRun: true });
      assert.deepEqual(await contents(client), before);
      const real = await run(client);
      assert.deepEqual([dry.summary, dry.plans], [real.summary, real.plans]);
    }));

  void it('goes in batches, stops between two of them, and goes on from there', () =>
    onHost(async (client) => {
      const controller = new AbortController();
      const steps: [number, number][] = [];
      const onProgress = (done: number, total: number): void => {
        steps.push([done, total]);
        if (done === 4) controller.abort();
      };
      const first = await run(client, { batchSize: 2, signal: controller.signal, onProgress });
      assert.deepEqual([first.summary.stopped, first.summary.configs], [true, 4]);
      assert.deepEqual(steps, [
        [0, 6],
        [2, 6],
        [4, 6],
      ]);
      const second = await run(client, { batchSize: 2 });
      assert.deepEqual([second.summary.stopped, second.summary.configs], [false, 1]);
    }));

  void it('leaves a batch out as a whole when the database refuses it', () =>
    onHost(async (client) => {
      await client.query(`alter table "CoachSessionConfig" add check ("userDbId" <> 4)`);
      await assert.rejects(run(client, { batchSize: 3 }), { code: '23514' });
      assert.deepEqual(
        (await configs(client)).map(({ id }) => id),
        [1, 2, 3],
        'the batches before stay',
      );
      const { rows } = await client.query('select 1 as one');
      assert.deepEqual(rows, [{ one: 1 }], 'and the connection is usable');
    }));

  void it('waits for a coach who saves at this moment, and leaves what they saved', () =>
    onHost(async (client) => {
      const { rows } = await client.query<{ url: string }>('select current_database() as url');
      const url = new URL(server.url);
      url.pathname = `/${rows[0]?.url}`;
      await withClient(url.href, async (coach) => {
        await coach.query('begin');
        await coach.query('select coach_booking.lock_coach(2)');
        const running = run(client);
        await coach.query(
          `insert into "CoachSessionConfig" ("userDbId", durations, rates) values (2, '[15]', '{"15":7}')`,
        );
        await coach.query('commit');
        assert.equal((await running).summary.configs, 4);
      });
      assert.deepEqual((await configs(client)).find(({ id }) => id === 2)?.document.rates, { 15: 7 });
    }));

  void it('refuses a currency or zone that nobody knows, and one that the enum lacks', () =>
    onHost(async (client) => {
      await assert.rejects(run(client, { currency: 'DOLLAR' }), /"DOLLAR" is no currency/);
      await assert.rejects(run(client, { currency: 'CHF' }), /CHF is none of .*USD, EUR, GBP, KWD, JPY/);
      await assert.rejects(run(client, { timeZone: 'Mars' }), /"Mars" is no time zone/);
    }));
});
