import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { backfill } from '../../../src/postgres/backfill/backfill.js';
import { cleanup, type CleanupPlan } from '../../../src/postgres/cleanup.js';
import { migrate } from '../../../src/postgres/migrate/migrate.js';
import { NotMigratedError, verify } from '../../../src/postgres/verify/verify.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';
import { hostTemplate, withClient } from './host-of-test.js';

/** After the overlapping sessions of the fixture are over. */
const LATER = Date.parse('2027-01-01T00:00:00Z');
const NOW = Date.parse('2026-11-22T12:00:00Z');

void describe('verify and cleanup of a host', { skip: postgresMissing() }, () => {
  let server: PostgresServer;
  let template: string;
  before(async () => {
    server = await startPostgres();
    template = await hostTemplate(server);
    await withClient(template, async (client) => {
      await backfill(client);
      // Coach 8 has no rate; somebody has put that right.
      await client.query(`update "RealtorCoachProfile" set "hourlyRate" = 10 where "userDbId" = 8`);
      await backfill(client);
    });
  });
  after(() => server.stop());
  const onHost = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
    withClient(await server.createDatabase(template), work);

  const found = async (client: pg.Client, now = LATER) => {
    const { findings, ...report } = await verify(client, { now: () => now });
    const wrong = findings.filter(({ severity }) => severity === 'error');
    return { ...report, findings, wrong: wrong.map(({ check, message }) => `${check}: ${message}`) };
  };
  /** What verify says is wrong after a change, and that it was the change. */
  const wrongAfter = (sql: string) =>
    onHost(async (client) => {
      assert.deepEqual((await found(client)).wrong, []);
      await client.query(sql);
      return (await found(client)).wrong;
    });

  void it('finds nothing wrong with a host that went through the steps', () =>
    onHost(async (client) => {
      const { ok, wrong, coaches, sessions, findings } = await found(client);
      assert.deepEqual([ok, wrong, coaches], [true, [], 6]);
      assert.equal(sessions, 25);
      assert.deepEqual(
        findings.map(({ check }) => check),
        [
          'coach_without_schedule',
          'coach_without_schedule',
          'coach_without_schedule',
          ...Array<string>(2).fill('overlapping_past_sessions'),
        ],
      );
    }));

  void it('lists sessions to come that overlap as wrong, with what they overlap', () =>
    onHost(async (client) => {
      const { ok, wrong, findings } = await found(client, NOW);
      assert.equal(ok, false);
      assert.deepEqual(wrong, [
        'overlapping_sessions: session 102 of coach 1, 2026-12-07T15:30:00.000Z to 2026-12-07T16:30:00.000Z, overlaps session 101, session 103',
        'overlapping_sessions: session 104 of coach 1, 2026-12-08T15:00:00.000Z to 2026-12-08T15:30:00.000Z, overlaps session 100',
      ]);
      assert.deepEqual(findings[0]?.details?.others, ['session 101', 'session 103']);
      await client.query(`update "Session" set status = 'cancelled' where id in (102, 104)`);
      assert.deepEqual((await found(client, NOW)).wrong, [], 'once they are called off');
    }));

  void it('finds coaches without a config, unless they are switched off', async () => {
    const wrong = await wrongAfter(`delete from "CoachSessionConfig" where "userDbId" in (1, 2)`);
    assert.deepEqual(wrong, [
      'coach_without_config: coach 1 has no config',
      'coach_without_config: coach 2 has no config',
    ]);
    const off = `update "CoachingAvailabilitySchedule" set active = false where "userDbId" = 1;
      delete from "CoachSessionConfig" where "userDbId" = 1`;
    assert.deepEqual(await wrongAfter(off), []);
  });

  void it('finds a config or a schedule that the domain refuses, and names the field', async () => {
    assert.deepEqual(
      await wrongAfter(`update "CoachSessionConfig" set rates = '{"30":1,"60":2}' where "userDbId" = 1`),
      ['config_invalid: the config of coach 1 is refused: rates.90: required'],
    );
    assert.deepEqual(
      await wrongAfter(`update "CoachingAvailabilitySchedule" set timezone = 'Nowhere' where "userDbId" = 1`),
      ['schedule_invalid: the schedule of coach 1 is refused: timezone: invalid'],
    );
  });

  void it('finds sessions without a currency', async () => {
    assert.deepEqual(await wrongAfter(`update "Session" set "currencyCode" = null where id in (110, 111)`), [
      'session_without_currency: no currency: 2 sessions, 110 for one',
    ]);
  });

  void it('finds sessions that nothing protects, and time that is blocked for nothing', async () => {
    assert.deepEqual(await wrongAfter(`delete from "BookingClaim" where reference = '110'`), [
      'session_without_claim: session 110 of coach 2 is not protected from double bookings: it has no claim',
    ]);
    const behind = `set session_replication_role = replica; delete from "Session" where id = 110;
      set session_replication_role = default`;
    assert.deepEqual(await wrongAfter(behind), [
      'claim_without_session: time of coach 2 is blocked for session 110, which is none that is live',
    ]);
  });

  void it('finds what protects bookings missing', async () => {
    assert.deepEqual(await wrongAfter(`alter table "BookingClaim" drop constraint "BookingClaim_no_overlap"`), [
      'constraint_missing: the constraint BookingClaim_no_overlap on "public"."BookingClaim" is missing: nothing stops double bookings',
    ]);
    assert.deepEqual(await wrongAfter(`alter table "Session" disable trigger coach_booking_claims_update`), [
      'trigger_missing: the trigger coach_booking_claims_update on "public"."Session" is missing or disabled',
    ]);
    assert.deepEqual(
      await wrongAfter(`update coach_booking.migration set checksum = 'old' where id like 'functions/find%'`),
      ['migration_pending: functions/find-key.sql of this version is not applied: run coach-booking migrate'],
    );
  });

  void it('finds columns of the host’s that a booking cannot fill', async () => {
    const wrong = await wrongAfter(
      `alter table "Session" add room text not null default ''; alter table "Session" alter room drop default`,
    );
    assert.equal(wrong.length, 1);
    assert.match(wrong[0] ?? '', /^required_column: "public"\."Session" requires "room".* default/);
  });

  void it('finds what of ours is open to anybody', async () => {
    assert.deepEqual(await wrongAfter(`grant select (email) on "SessionAttendee" to public`), [
      'own_table_open: "SessionAttendee" of ours is open: public may select',
    ]);
    assert.deepEqual(await wrongAfter(`alter table "SessionAttendee" disable row level security`), [
      'row_security_off: row-level security is off on "SessionAttendee"',
    ]);
    assert.deepEqual(await wrongAfter(`grant execute on function coach_booking.read_coach(jsonb) to public`), [
      'own_function_open: public may use coach_booking.read_coach(jsonb) of ours',
    ]);
    assert.deepEqual(await wrongAfter(`grant usage on schema coach_booking to public`), [
      'own_function_open: public may use schema coach_booking of ours',
    ]);
  });

  void it('warns of what anonymous roles can do in the host’s own tables, and changes nothing there', () =>
    onHost(async (client) => {
      for (const role of ['anon', 'authenticated']) {
        await client.query(`do $$ begin create role ${role}; exception when duplicate_object then null; end $$`);
      }
      await client.query(`
        grant select, insert on "User" to anon, authenticated;
        grant select on "Session" to authenticated;
        alter table "Session" enable row level security;
        create policy own on "Session" for select to authenticated using (status <> 'secret');
        grant select on "RealtorCoachProfile" to anon;
        alter table "RealtorCoachProfile" enable row level security;
        create view prices as select "userDbId", "hourlyRate" from "RealtorCoachProfile";
        grant select on prices to public`);
      const { ok, wrong, findings } = await found(client);
      assert.deepEqual([ok, wrong], [true, []]);
      const open = findings.filter(({ check }) => check === 'host_table_open').map(({ message }) => message);
      assert.deepEqual(open, [
        'authenticated may select "Session", as its policies allow: "own"',
        'anon, authenticated may select, insert "User", every row: row-level security is off',
        'anon, authenticated, everybody (PUBLIC) may select prices, a view: row-level security of its tables counts only with security_invoker',
      ]);
    }));

  void it('counts all, and keeps the first of each', () =>
    onHost(async (client) => {
      await client.query(`delete from "CoachSessionConfig"`);
      const { counts, findings, errors } = await verify(client, { limit: 2, now: () => LATER });
      assert.deepEqual([counts.coach_without_config, errors], [6, 6]);
      assert.equal(findings.filter(({ check }) => check === 'coach_without_config').length, 2);
    }));

  void it('says so when a database was never migrated', async () => {
    await withClient(await server.createDatabase(), async (client) => {
      await assert.rejects(verify(client), NotMigratedError);
      await assert.rejects(cleanup(client, { confirm: () => true }), NotMigratedError);
    });
  });

  void it('drops the superseded columns once it is told to, and all goes on', () =>
    onHost(async (client) => {
      let asked: CleanupPlan | undefined;
      const first = await cleanup(client, { now: () => LATER, confirm: (plan) => ((asked = plan), false) });
      assert.equal(first.outcome, 'declined');
      assert.equal(asked?.relation, '"public"."RealtorCoachProfile"');
      assert.deepEqual(asked.columns, [
        { column: 'hourlyRate', values: 6, unused: 0 },
        { column: 'sessionLength', values: 5, unused: 0 },
        { column: 'availability', values: 5, unused: 2 },
      ]);
      const columns = async (): Promise<string[]> =>
        (await client.query('select * from "RealtorCoachProfile"')).fields.map(({ name }) => name);
      const read = async (): Promise<unknown> =>
        (
          await client.query<{ coach: unknown }>(`select coach_booking.read_coach(
            '{"coachId":"1","start":"2026-12-01T00:00:00Z","end":"2026-12-31T00:00:00Z","now":"2026-11-22T00:00:00Z"}') as coach`)
        ).rows[0]?.coach;
      const [before, coach] = [await columns(), await read()];

      const { outcome } = await cleanup(client, { now: () => LATER, confirm: () => true });
      assert.equal(outcome, 'dropped');
      const gone = ['hourlyRate', 'sessionLength', 'availability'];
      assert.deepEqual(
        await columns(),
        before.filter((name) => !gone.includes(name)),
      );
      assert.deepEqual(await read(), coach);

      // Every step may be run again.
      assert.equal((await cleanup(client, { now: () => LATER, confirm: () => true })).outcome, 'nothing');
      assert.deepEqual((await migrate({ client })).applied, []);
      assert.equal((await backfill(client)).coaches, 0);
      assert.deepEqual((await found(client)).wrong, []);
      await client.query(`insert into "RealtorCoachProfile" ("userDbId") values (6)`);
      assert.equal((await backfill(client)).notes['hourlyRate: missing'], 1);
      await client.query(`update coach_booking.coach_profile set bio = 'Hello' where user_id = 1`);
    }));

  void it('drops nothing while something is wrong, or while something else needs a column', () =>
    onHost(async (client) => {
      const asked = () => assert.fail('it must not ask');
      const early = await cleanup(client, { now: () => NOW, confirm: asked });
      assert.deepEqual([early.outcome, early.report.errors], ['refused', 2]);
      await client.query('create view prices as select "hourlyRate" from "RealtorCoachProfile"');
      await assert.rejects(cleanup(client, { now: () => LATER, confirm: () => true }), { code: '2BP01' });
      const { rows } = await client.query('select hourly_rate from coach_booking.coach_profile where user_id = 1');
      assert.equal(Number((rows[0] as { hourly_rate: string }).hourly_rate), 150);
    }));
});
