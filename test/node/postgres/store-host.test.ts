import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Booking } from '../../../src/domain/booking.js';
import { isBookingError } from '../../../src/domain/booking-error.js';
import { bookingRequest, coachSeed, FIXED_NOW, sessionConfig } from '../../../src/kit/fixtures.js';
import { createBookingService, type BookingService } from '../../../src/service/booking-service.js';
import { postgresMissing } from '../../tools/postgres.js';
import { addCoaches, empty, startStoreDatabases, type StoreDatabase, type StoreDatabases } from './store-databases.js';

const DAY = '2026-11-26';
const coachId = 'grace';

const refused = (code: string) => (error: unknown) => isBookingError(error) && error.code === code;

describe('the host’s own code beside ours', { skip: postgresMissing() }, () => {
  let databases: StoreDatabases;
  let database: StoreDatabase;
  let service: BookingService;
  before(async () => {
    databases = await startStoreDatabases(`create type "Currency" as enum ('EUR', 'USD')`);
    database = await databases.create();
  });
  after(async () => {
    await database.close();
    await databases.stop();
  });
  beforeEach(async () => {
    await empty(database.pool);
    await addCoaches(database.store, [coachSeed(), coachSeed({ id: 'ida' })]);
    service = createBookingService({ store: database.store, now: () => FIXED_NOW, secret: 'test' });
  });

  const sql = async (text: string, params: unknown[] = []): Promise<void> => {
    await database.pool.query(text, params);
  };
  const userOf = `(select "userDbId" from "RealtorCoachProfile" where "publicId" = 'grace')`;
  const free = async (): Promise<string[]> => {
    const query = { coachId, start: DAY, end: DAY, durationMinutes: 60 };
    return (await service.getAvailability(query)).slots.map(({ startTime }) => startTime.slice(11, 16));
  };
  async function book(time: string, idempotencyKey = time): Promise<Booking> {
    const query = { coachId, start: DAY, end: DAY, durationMinutes: 60 };
    const slot = (await service.getAvailability(query)).slots.find(({ startTime }) => startTime.includes(`T${time}`));
    assert.ok(slot, `${time} is free`);
    return service.book(bookingRequest(slot), { idempotencyKey });
  }
  const current = ({ id: bookingId, manageToken = '' }: Booking) => service.getBooking({ bookingId, manageToken });

  it('a session that it cancels frees the time; the key is answered its first answer all the same', async () => {
    const booking = await book('08:00');
    await sql(`update "Session" set status = 'Canceled'`);
    const query = { idempotencyKey: '08:00', request: bookingRequest(booking) };
    assert.deepEqual(await service.book(query.request, query), booking);
    assert.equal((await service.findBooking(query))?.id, booking.id);
    assert.equal((await current(booking)).status, 'cancelled');
    assert.notEqual((await book('08:00', 'another')).id, booking.id);
  });

  it('a session that it moves takes its booking along', async () => {
    const booking = await book('08:00');
    await sql(
      `update "Session" set "startTime" = "startTime" + interval '90 min', "endTime" = "endTime" + interval '90 min'`,
    );
    assert.deepEqual(await free(), ['08:00', '08:30']);
    const { startTime, endTime, status } = await current(booking);
    assert.deepEqual([startTime, endTime, status], [`${DAY}T09:30:00.000Z`, `${DAY}T10:30:00.000Z`, 'confirmed']);
  });

  it('a session that it completes or declines is one that its booking tells of', async () => {
    const booking = await book('08:00');
    for (const status of ['completed', 'declined']) {
      await sql(`update "Session" set status = $1`, [status]);
      assert.equal((await current(booking)).status, status);
    }
    await sql(`update "Session" set status = 'confirmed'`);
    await sql(`update "SessionAttendee" set status = 'no_show'`);
    assert.equal((await current(booking)).status, 'no_show');
  });

  it('its sessions block, and its write over a booking or a hold fails', async () => {
    const insert = `insert into "Session" ("coachId", "startTime", "endTime", status)
      values (${userOf}, $1::timestamp, $1::timestamp + interval '30 min', $2)`;
    await sql(insert, [`${DAY} 08:00`, 'booked by phone']);
    await sql(insert, [`${DAY} 08:30`, 'CANCELLED']);
    assert.deepEqual(await free(), ['08:30', '09:00', '09:30', '10:00']);
    await book('08:30');
    const clash = { code: '23P01', constraint: 'BookingClaim_no_overlap' };
    await assert.rejects(sql(insert, [`${DAY} 09:00`, 'booked by phone']), clash);
    // By the server's clock a hold of the fixtures' future is live.
    const hold = await createBookingService({
      store: database.store,
      now: () => FIXED_NOW,
      holdMinutes: 6e6,
      longestHoldMinutes: 6e6,
    }).hold?.({
      coachId,
      startTime: `${DAY}T09:30:00.000Z`,
      durationMinutes: 30,
    });
    assert.ok(hold);
    await assert.rejects(sql(insert, [`${DAY} 09:30`, 'booked by phone']), clash);
    await service.release?.({ holdId: hold.holdId });
    await sql(insert, [`${DAY} 09:30`, 'booked by phone']);
  });

  it('old sessions that overlap are busy both, count for the day, and cannot be booked over', async () => {
    await sql(`do $$ begin
      set local session_replication_role = replica;
      insert into "Session" (id, "coachId", "startTime", "endTime") values (900, ${userOf}, '${DAY} 09:00', '${DAY} 10:00');
      insert into coach_booking.unclaimed_session (session_id, coach_id, start_time, end_time)
      values (900, ${userOf}, '${DAY} 09:00Z', '${DAY} 10:00Z');
    end $$`);
    assert.deepEqual(await free(), ['08:00', '10:00']);
    const { version } = await database.store.read(coachId, { start: DAY, end: DAY }, { now: `${DAY}T00:00:00Z` });
    const claim = { version, now: `${DAY}T00:00:00Z`, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
    const limits = { newHoldId: 'a', expiresAt: `${DAY}T01:00:00Z`, longestMs: 6e6, maximumPerClient: 1 };
    const at = (time: string) => ({ coachId, startTime: `${DAY}T${time}:00Z`, durationMinutes: 60 });
    const blind = await database.store.hold({ ...claim, ...limits, request: at('09:30') });
    assert.equal(blind.outcome, 'taken', 'whoever decided without knowing of it');
    const dayLimit = { start: `${DAY}T00:00:00Z`, end: `${DAY}T23:00:00Z`, maximum: 1 };
    const second = await database.store.hold({ ...claim, ...limits, dayLimit, request: at('08:00') });
    assert.equal(second.outcome, 'taken', 'one a day');
    assert.equal((await database.store.hold({ ...claim, ...limits, request: at('08:00') })).outcome, 'held');
  });

  it('a session with no end in sight, or from before our era, is busy as far as the wire can write', async () => {
    await sql(`insert into "Session" ("coachId", "startTime", "endTime") values
      (${userOf}, '0044-03-15 BC', '${DAY} 09:00'), (${userOf}, '${DAY} 10:00', '20000-01-01')`);
    assert.deepEqual(await free(), ['09:00']);
    const { busy } = await database.store.read(
      coachId,
      { start: '0001-01-01T00:00:00.000Z', end: '9999-12-31T00:00:00.000Z' },
      { now: `${DAY}T00:00:00.000Z` },
    );
    assert.deepEqual(busy.map(({ start, end }) => [start, end]).sort(), [
      ['0001-01-01T00:00:00.000Z', `${DAY}T09:00:00.000Z`],
      [`${DAY}T10:00:00.000Z`, '9999-12-31T23:59:59.999Z'],
    ]);
  });

  it('its triggers find their tables without a schema, also when we write', async () => {
    await sql(`create table audit_log (what text);
      create function audit() returns trigger language plpgsql as $$ begin
        insert into audit_log values (tg_table_name); return null; end $$;
      create trigger audit after insert on "Session" for each row execute function audit();
      create trigger audit after update on "RealtorCoachProfile" for each row execute function audit();
      create trigger audit after insert or update on "CoachingAvailabilitySchedule" for each row execute function audit();`);
    try {
      await service.saveConfig({ coachId, config: await service.getConfig({ coachId }) });
      await service.saveSchedule({ coachId, schedule: await service.getSchedule({ coachId }) });
      await book('08:00');
      const { rows } = await database.pool.query<{ what: string }>('select what from audit_log');
      assert.deepEqual(
        rows.map(({ what }) => what),
        ['RealtorCoachProfile', 'CoachingAvailabilitySchedule', 'Session'],
      );
    } finally {
      await sql('drop function audit() cascade; drop table audit_log');
    }
  });

  it('its sessions may have ids of its own that are ahead of the sequence', async () => {
    const { rows } = await database.pool.query<{ next: string }>(`select last_value + 1 as next from "Session_id_seq"`);
    await sql(
      `insert into "Session" (id, "coachId", "startTime", "endTime", status)
       select $1 + i, ${userOf}, timestamp '2027-02-01' + i * interval '1 hour', timestamp '2027-02-01 01:00' + i * interval '1 hour',
         case i % 2 when 0 then 'confirmed' else 'cancelled' end
       from generate_series(0, 3) i`,
      [Number(rows[0]?.next)],
    );
    assert.equal((await book('08:00')).status, 'confirmed');
  });

  it('its sessions get their ids always from the database, and ours too', async () => {
    await sql(`alter table "Session" alter id drop default, alter id add generated always as identity`);
    try {
      assert.equal((await book('08:00')).status, 'confirmed');
    } finally {
      await sql(`alter table "Session" alter id drop identity, alter id set default nextval('"Session_id_seq"')`);
    }
  });

  it('its code that locks the coach before it writes a session is not caught in a circle with a booking', async () => {
    const host = await database.pool.connect();
    try {
      // Were there a circle, the host would find it first, and be the one who fails.
      await host.query(`begin; set local deadlock_timeout = '10ms'`);
      await host.query(`select from "User" where id = ${userOf} for update`);
      const booking = book('08:00');
      for (;;) {
        const { rows } = await database.pool.query(`select from pg_stat_activity where wait_event_type = 'Lock'`);
        if (rows.length > 0) break;
        await sleep(10);
      }
      await host.query(`insert into "Session" ("coachId", "startTime", "endTime")
        values (${userOf}, '${DAY} 09:00', '${DAY} 10:00')`);
      await host.query('commit');
      assert.equal((await booking).status, 'confirmed');
    } finally {
      await host.query('rollback');
      host.release();
    }
  });

  it('its change of prices or hours counts as one of ours: the version is another, and decisions are made again', async () => {
    const before = await service.documents({ coachId });
    await sql(`update "CoachSessionConfig" set rates = '{"30": 60, "60": 100}' where "userDbId" = ${userOf}`);
    const config = await service.documents({ coachId });
    assert.notEqual(config.configVersion, before.configVersion);
    assert.equal(config.scheduleVersion, before.scheduleVersion);
    const ifVersion = before.configVersion;
    const late = service.saveConfig({ coachId, config: before.config }, { ifVersion });
    await assert.rejects(late, refused('version_conflict'));
    await sql(`update "CoachingAvailabilitySchedule" set timezone = 'UTC' where "userDbId" = ${userOf}`);
    assert.notEqual((await service.documents({ coachId })).scheduleVersion, before.scheduleVersion);
    assert.deepEqual(await free(), ['09:00', '09:30', '10:00', '10:30', '11:00']);
  });

  it('a currency that its enum does not have is refused by name; one that it has is booked', async () => {
    const yen = service.saveConfig({ coachId, config: sessionConfig({ currency: 'JPY', rates: { 30: 1, 60: 2 } }) });
    await assert.rejects(
      yen,
      (error) => isBookingError(error) && error.code === 'validation_failed' && error.fields?.currency === 'unknown',
    );
    await service.saveConfig({ coachId, config: sessionConfig({ currency: 'EUR' }) });
    const booking = await book('08:00');
    assert.deepEqual(booking.rate, { amountMinor: 9050, currency: 'EUR' });
    const { rows } = await database.pool.query(
      `select "rateAtBooking" as rate, "rateAtBookingMinor"::text as minor, "currencyCode"::text as currency from "Session"`,
    );
    assert.deepEqual(rows, [{ rate: '90.50', minor: '9050', currency: 'EUR' }]);
  });

  it('a coach of its own without prices is not found until they are saved; without hours they are never open', async () => {
    await sql(`insert into "User" default values`);
    await sql(`insert into "RealtorCoachProfile" ("userDbId") select max(id) from "User"`);
    const { rows } = await database.pool.query<{ id: string }>(`select max(id)::text as id from "User"`);
    const id = rows[0]?.id ?? '';
    await assert.rejects(service.getCoach({ coachId: id }), refused('not_found'));
    await service.saveConfig({ coachId: id, config: sessionConfig() });
    const coach = await service.getCoach({ coachId: id });
    assert.deepEqual([coach.id, coach.name], [id, `Coach ${id}`]);
    const { slots } = await service.getAvailability({ coachId: id, start: DAY, end: DAY });
    assert.deepEqual(slots, []);
    const { schedule, scheduleVersion } = await service.documents({ coachId: id });
    const hours = coachSeed().schedule;
    await service.saveSchedule(
      { coachId: id, schedule: { ...schedule, rules: hours.rules } },
      { ifVersion: scheduleVersion },
    );
    assert.ok((await service.getAvailability({ coachId: id, start: DAY, end: DAY })).slots.length > 0);
  });

  it('of several schedules the default one counts, for reading and for writing', async () => {
    await sql(`insert into "CoachingAvailabilitySchedule" ("userDbId", timezone, rules, "isDefault")
      values (${userOf}, 'Asia/Tokyo', '[]', false)`);
    assert.equal((await service.getSchedule({ coachId })).timezone, 'Europe/Berlin');
    await sql(`update "CoachingAvailabilitySchedule" set "isDefault" = (timezone = 'Asia/Tokyo')`);
    assert.equal((await service.getSchedule({ coachId })).timezone, 'Asia/Tokyo');
    await service.saveSchedule({ coachId, schedule: { ...coachSeed().schedule, timezone: 'Asia/Kolkata' } });
    const { rows } = await database.pool.query(
      `select timezone from "CoachingAvailabilitySchedule" where "userDbId" = ${userOf} order by 1`,
    );
    assert.deepEqual(rows, [{ timezone: 'Asia/Kolkata' }, { timezone: 'Europe/Berlin' }]);
  });

  it('what it has made of a config by hand is refused as our fault, not shown wrong', async () => {
    await sql(`update "CoachSessionConfig" set rates = '{"30": -1}' where "userDbId" = ${userOf}`);
    await assert.rejects(service.getConfig({ coachId }), refused('unknown'));
    assert.equal((await service.getConfig({ coachId: 'ida' })).currency, 'USD');
  });
});
