-- A host as it stands before coach-booking: Prisma's tables of docs/migration.md with the oddities of years.
-- Prisma keeps instants in timestamp(3) as UTC.

create type "Currency" as enum ('USD', 'EUR', 'GBP', 'KWD', 'JPY');

create table "User" (
  id serial primary key,
  email text not null unique,
  name text,
  "preferredCurrency" "Currency" not null default 'USD',
  "createdAt" timestamp(3) not null default current_timestamp
);

create table "RealtorCoachProfile" (
  id serial primary key,
  "userDbId" integer not null unique references "User" (id) on update cascade on delete restrict,
  "sessionLength" text,
  "hourlyRate" decimal(65, 30),
  availability text,
  "calendlyUrl" text,
  "eventTypeUrl" text,
  specialties text[] not null default '{}'
);

create table "CoachingAvailabilitySchedule" (
  id serial primary key,
  "userDbId" integer not null references "User" (id) on update cascade on delete restrict,
  timezone text not null default 'UTC',
  rules jsonb not null default '[]',
  "isDefault" boolean not null default false,
  active boolean not null default true
);

create table "Session" (
  id serial primary key,
  "coachId" integer not null references "User" (id) on update cascade on delete restrict,
  "startTime" timestamp(3),
  "endTime" timestamp(3),
  "durationMinutes" integer,
  status text default 'scheduled',
  "calendlyEventId" text,
  "calendlySchedulingUrl" text,
  notes text
);
create index "Session_coachId_startTime_idx" on "Session" ("coachId", "startTime");

insert into "User" (id, email, name, "preferredCurrency") values
  (1, 'ada@example.com', 'Ada Lindqvist', 'USD'),
  (2, 'ben@example.com', 'Ben Okafor', 'EUR'),
  (3, 'chiara@example.com', 'Chiara Ricci', 'GBP'),
  (4, 'dai@example.com', null, 'JPY'),
  (5, 'eman@example.com', 'Eman Al-Sabah', 'KWD'),
  (6, 'farid@example.com', 'Farid has schedules and sessions, but no profile', 'USD'),
  (7, 'gina@example.com', 'Gina books; she coaches nobody', 'USD'),
  (8, 'hugo@example.com', '', 'USD');

insert into "RealtorCoachProfile"
  (id, "userDbId", "sessionLength", "hourlyRate", availability, "calendlyUrl", "eventTypeUrl", specialties)
values
  (11, 1, '60 minutes', 150, 'Mon-Fri 09:00-17:00', 'https://calendly.com/ada', 'https://api.calendly.com/event_types/AAA', '{luxury,"first home"}'),
  (12, 2, '30, 60, 90', 99.99, 'Weekdays 9am - 5pm', null, null, '{}'),
  -- Half of it is no whole cent.
  (13, 3, '45', 33.33, '[{"type":"wday","wday":"monday","intervals":[{"from":"10:00","to":"14:00"}]}]', null, null, '{}'),
  (14, 4, 'about an hour, depends', 12000, 'ask me', null, null, '{}'),
  (15, 5, '1 hour', 20.125, null, null, null, '{}'),
  (18, 8, null, null, 'Tue & Thu 10:00-12:00, Sat 9-1', null, null, '{}');

insert into "CoachingAvailabilitySchedule" (id, "userDbId", timezone, rules, "isDefault", active) values
  (21, 1, 'America/New_York', '[{"type":"wday","wday":"monday","intervals":[{"from":"09:00","to":"17:00"}]},{"type":"wday","wday":"tuesday","intervals":[{"from":"09:00","to":"12:00"},{"from":"13:00","to":"17:00"}]},{"type":"date","date":"2026-12-25","intervals":[]}]', true, true),
  (22, 1, 'America/New_York', '[{"type":"wday","wday":"saturday","intervals":[{"from":"10:00","to":"12:00"}]}]', false, true),
  (23, 1, 'Europe/Paris', '[]', false, false),
  -- No default among several: the first active one counts.
  (24, 2, 'Europe/Berlin', '[]', false, false),
  (25, 2, 'Europe/Berlin', '[{"type":"wday","wday":"friday","intervals":[{"from":"09:00","to":"24:00"}]}]', false, true),
  -- Two rules for one day, and a type of another version.
  (26, 3, 'Europe/London', '[{"type":"wday","wday":"monday","intervals":[]},{"type":"wday","wday":"monday","intervals":[{"from":"10:00","to":"14:00"}]},{"type":"rrule","rule":"FREQ=MONTHLY"}]', true, true),
  (27, 6, 'UTC', '[{"type":"wday","wday":"wednesday","intervals":[{"from":"09:00","to":"17:00"}]}]', true, true);

insert into "Session"
  (id, "coachId", "startTime", "endTime", "durationMinutes", status, "calendlyEventId", "calendlySchedulingUrl", notes)
values
  -- 102 overlaps 101, 103 overlaps only 102: 101 and 103 get claims, 102 none.
  (101, 1, '2026-12-07 15:00:00.000', '2026-12-07 16:00:00.000', 60, 'scheduled', 'EV101', 'https://calendly.com/e/101', 'first'),
  (102, 1, '2026-12-07 15:30:00.000', '2026-12-07 16:30:00.000', 60, 'CONFIRMED', null, null, 'booked twice by the old code'),
  (103, 1, '2026-12-07 16:00:00.000', '2026-12-07 17:00:00.000', 60, 'confirmed', null, null, null),
  -- Of two that start together, the lower id comes first.
  (100, 1, '2026-12-08 15:00:00.000', '2026-12-08 16:00:00.000', 60, 'Completed ', null, null, null),
  (104, 1, '2026-12-08 15:00:00.000', '2026-12-08 15:30:00.000', 30, 'no-show', null, null, null),
  -- These block nothing.
  (105, 1, '2026-12-07 15:00:00.000', '2026-12-07 16:00:00.000', 60, 'cancelled', null, null, null),
  (106, 1, '2026-12-07 15:00:00.000', '2026-12-07 16:00:00.000', 60, 'CANCELED', null, null, null),
  (107, 1, '2026-12-07 15:00:00.000', '2026-12-07 16:00:00.000', 60, 'Declined', null, null, null),
  (108, 1, '2026-12-07 15:00:00.000', '2026-12-07 16:00:00.000', 60, 'rejected', null, null, null),
  (109, 1, '2026-12-07 15:00:00.000', '2026-12-07 16:00:00.000', 60, 'eXpIrEd', null, null, null),
  -- A status nobody knows, and none at all: both block.
  (110, 2, '2026-12-09 09:00:00.000', '2026-12-09 09:45:00.000', 45, 'в ожидании', null, null, null),
  (111, 2, '2026-12-09 10:00:00.000', '2026-12-09 11:00:00.000', null, null, null, null, null),
  (112, 2, '2026-12-09 11:00:00.000', '2026-12-09 11:30:00.000', 30, '', null, null, null),
  -- Times that say nothing: no claim can be made of them.
  (113, 2, null, '2026-12-10 11:30:00.000', 30, 'scheduled', null, null, null),
  (114, 2, '2026-12-10 11:00:00.000', null, 30, 'scheduled', null, null, null),
  (115, 2, null, null, null, 'scheduled', null, null, null),
  (116, 2, '2026-12-10 12:00:00.000', '2026-12-10 12:00:00.000', 0, 'scheduled', null, null, null),
  (117, 2, '2026-12-10 14:00:00.000', '2026-12-10 13:00:00.000', -60, 'scheduled', null, null, null),
  (118, 2, '2026-12-10 15:00:00.000', 'infinity', 60, 'scheduled', null, null, null),
  -- In the hours that clocks skip and repeat in Los Angeles and Berlin: to UTC they are hours like others.
  (119, 3, '2026-03-08 02:30:00.000', '2026-03-08 03:30:00.000', 60, 'completed', null, null, null),
  (120, 3, '2026-11-01 01:30:00.000', '2026-11-01 02:00:00.000', 30, 'completed', null, null, null),
  (121, 3, '2026-03-29 02:30:00.123', '2026-03-29 03:00:00.123', 30, 'completed', null, null, null),
  -- Of a coach without a profile.
  (122, 6, '2026-12-09 09:00:00.000', '2026-12-09 10:00:00.000', 60, 'scheduled', null, null, null),
  -- The length says 60, the times 90: the times count.
  (123, 5, '2026-12-09 09:00:00.000', '2026-12-09 10:30:00.000', 60, 'scheduled', null, null, null),
  (124, 5, '1999-12-31 23:30:00.000', '2000-01-01 00:30:00.000', 60, 'completed', null, null, null);

select setval('"User_id_seq"', 100), setval('"RealtorCoachProfile_id_seq"', 100),
  setval('"CoachingAvailabilitySchedule_id_seq"', 100), setval('"Session_id_seq"', 1000);
