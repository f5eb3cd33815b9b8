// A host that has been in business for a while, made by SQL: coaches, and their sessions of the coming year.
import type pg from 'pg';
import { migrate } from '../../src/postgres/migrate/migrate.js';

export interface Size {
  readonly coaches: number;
  /** Over the coming 365 days, the same number for each coach. */
  readonly sessions: number;
}

/** Prisma's tables as they stand before us, without an index that Prisma would not make. */
const HOST = `
  create table "User" (id serial primary key, name text);
  create table "RealtorCoachProfile" (
    id serial primary key, "userDbId" integer not null unique references "User" (id), "sessionLength" text,
    "hourlyRate" decimal(65, 30), availability text, "calendlyUrl" text, "eventTypeUrl" text);
  create table "CoachingAvailabilitySchedule" (
    id serial primary key, "userDbId" integer not null references "User" (id), timezone text not null,
    rules jsonb not null, "isDefault" boolean not null, active boolean not null);
  create table "Session" (
    id serial primary key, "coachId" integer not null references "User" (id), "startTime" timestamp(3) not null,
    "endTime" timestamp(3) not null, "durationMinutes" integer, status text, "calendlyEventId" text,
    "calendlySchedulingUrl" text);`;

/** Where coach number n works: the nth, around and around. */
export const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'UTC'] as const;

/** Open from 9 to 17 on each day. */
const RULES = JSON.stringify(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((wday) => ({
    type: 'wday',
    wday,
    intervals: [{ from: '09:00', to: '17:00' }],
  })),
);

/** Takes the functions that are shown the name of each step. */
export async function generate(
  client: pg.Client,
  { coaches, sessions }: Size,
  step: (name: string, work: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const perCoach = Math.max(1, Math.round(sessions / coaches));
  await step(`${coaches.toLocaleString('en')} coaches of a host`, async () => {
    await client.query(HOST);
    await client.query(`insert into "User" (name) select 'Coach ' || n from generate_series(1, $1::int) n`, [coaches]);
    await client.query(
      `insert into "RealtorCoachProfile" ("userDbId", "hourlyRate") select id, 80 + id % 50 from "User"`,
    );
    await client.query(
      `insert into "CoachingAvailabilitySchedule" ("userDbId", timezone, rules, "isDefault", active)
       select id, ($1::text[])[1 + id % $2::int], $3::jsonb, true, true from "User"`,
      [ZONES, ZONES.length, RULES],
    );
  });
  await step(`${(coaches * perCoach).toLocaleString('en')} sessions of a host`, () =>
    // The sessions of a coach are spread over the year: one a day as long as there are days, from 10 on their clock.
    client.query(
      `insert into "Session" ("coachId", "startTime", "endTime", "durationMinutes", status)
       select coach, at, at + interval '60 minutes', 60, 'confirmed'
       from (
         select coach, (
           current_date + 1 + (n * 365 / $2::int + coach) % 365 + (10 + n % $3::int) * interval '1 hour'
         ) at time zone ($4::text[])[1 + coach % $5::int] at time zone 'UTC' as at
         from generate_series(0, $2::int - 1) n, generate_series(1, $1::int) coach
       ) generated`,
      [coaches, perCoach, Math.max(1, Math.ceil(perCoach / 365)), ZONES, ZONES.length],
    ),
  );
  await step('migrate: tables, claims of all sessions', () => migrate({ client }));
  await step('prices', () =>
    client.query(
      `insert into "CoachSessionConfig" ("userDbId", durations, rates, rules)
       select id, '[30, 60, 90]', jsonb_build_object('30', 40, '60', 75.5, '90', 110),
         '{"bufferBeforeMinutes": 0, "bufferAfterMinutes": 10}'
       from "User"`,
    ),
  );
  await step('vacuum analyze', () => client.query('vacuum analyze'));
}
