-- The one template: names in double braces are the host's (`migrate({ columns, schema })`). Creates what is missing of
-- the host's tables, adds our columns and tables, and the views by which everything else speaks of them.

create table if not exists {{User}} (
  {{User.id}} serial primary key
);

create table if not exists {{RealtorCoachProfile}} (
  {{RealtorCoachProfile.id}} serial primary key,
  {{RealtorCoachProfile.userDbId}} integer unique references {{User}} ({{User.id}}) on delete cascade
);
alter table {{RealtorCoachProfile}}
  add column if not exists {{RealtorCoachProfile.sessionLength}} text,
  add column if not exists {{RealtorCoachProfile.hourlyRate}} numeric,
  add column if not exists {{RealtorCoachProfile.availability}} text,
  add column if not exists {{RealtorCoachProfile.calendlyUrl}} text,
  add column if not exists {{RealtorCoachProfile.eventTypeUrl}} text,
  add column if not exists {{RealtorCoachProfile.displayName}} text,
  add column if not exists {{RealtorCoachProfile.title}} text,
  add column if not exists {{RealtorCoachProfile.bio}} text,
  add column if not exists {{RealtorCoachProfile.avatarUrl}} text,
  add column if not exists {{RealtorCoachProfile.defaultDuration}} integer not null default 60,
  add column if not exists {{RealtorCoachProfile.allowCustomDuration}} boolean not null default false,
  add column if not exists {{RealtorCoachProfile.minimumDuration}} integer not null default 30,
  add column if not exists {{RealtorCoachProfile.maximumDuration}} integer not null default 120;

create table if not exists {{CoachingAvailabilitySchedule}} (
  {{CoachingAvailabilitySchedule.id}} serial primary key,
  {{CoachingAvailabilitySchedule.userDbId}} integer not null references {{User}} ({{User.id}}) on delete cascade
);
alter table {{CoachingAvailabilitySchedule}}
  add column if not exists {{CoachingAvailabilitySchedule.timezone}} text not null default 'UTC',
  add column if not exists {{CoachingAvailabilitySchedule.rules}} jsonb not null default '[]',
  add column if not exists {{CoachingAvailabilitySchedule.isDefault}} boolean not null default false,
  add column if not exists {{CoachingAvailabilitySchedule.active}} boolean not null default true;

-- By the name that Prisma would give it. Without it every availability would read the schedules of all coaches.
create index if not exists "CoachingAvailabilitySchedule_userDbId_idx"
  on {{CoachingAvailabilitySchedule}} ({{CoachingAvailabilitySchedule.userDbId}});

create table if not exists {{Session}} (
  {{Session.id}} serial primary key,
  {{Session.coachId}} integer not null references {{User}} ({{User.id}}),
  {{Session.startTime}} timestamp(3) not null,
  {{Session.endTime}} timestamp(3) not null
);
alter table {{Session}}
  add column if not exists {{Session.durationMinutes}} integer,
  add column if not exists {{Session.status}} text,
  add column if not exists {{Session.calendlyEventId}} text,
  add column if not exists {{Session.calendlySchedulingUrl}} text,
  add column if not exists {{Session.rateAtBooking}} decimal(10, 2),
  add column if not exists {{Session.rateAtBookingMinor}} bigint,
  add column if not exists {{Session.currencyCode}} {{currency}} default {{defaultCurrency}};

-- The wire's coach id. Rows that stand get theirs by a rewrite of the table, which fires none of the host's triggers.
-- Digits alone mean a user's id, so that one coach's chosen name never stands in the way of another's default.
do $$
begin
  if {{has RealtorCoachProfile.publicId}} then
    update {{RealtorCoachProfile}} set {{RealtorCoachProfile.publicId}} = {{RealtorCoachProfile.userDbId}}::text
    where {{RealtorCoachProfile.publicId}} is null;
  else
    alter table {{RealtorCoachProfile}} add column {{RealtorCoachProfile.publicId}} text;
    alter table {{RealtorCoachProfile}}
      alter column {{RealtorCoachProfile.publicId}} type text using {{RealtorCoachProfile.userDbId}}::text;
    alter table {{RealtorCoachProfile}}
      add constraint "RealtorCoachProfile_publicId_key" unique ({{RealtorCoachProfile.publicId}}),
      add constraint "RealtorCoachProfile_publicId_check" check (
        {{RealtorCoachProfile.publicId}} !~ '^[0-9]+$'
        or {{RealtorCoachProfile.publicId}} = {{RealtorCoachProfile.userDbId}}::text);
  end if;
end $$;
create function coach_booking.profile_written() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.{{RealtorCoachProfile.publicId}} := new.{{RealtorCoachProfile.userDbId}}::text;
  return new;
end $$;
create trigger coach_booking_public_id before insert or update on {{RealtorCoachProfile}}
  for each row when (new.{{RealtorCoachProfile.publicId}} is null) execute function coach_booking.profile_written();

create table if not exists {{CoachSessionConfig}} (
  id serial primary key,
  "userDbId" integer not null unique references {{User}} ({{User.id}}) on update cascade on delete cascade
);
alter table {{CoachSessionConfig}}
  add column if not exists durations jsonb not null default '[]',
  add column if not exists rates jsonb not null default '{}',
  add column if not exists currency {{currency}} not null default {{defaultCurrency}},
  add column if not exists "isActive" boolean not null default true,
  add column if not exists rules jsonb not null default '{}',
  add column if not exists "createdAt" timestamptz(3) not null default now(),
  add column if not exists "updatedAt" timestamptz(3) not null default now();

create table if not exists {{SessionAttendee}} (
  id uuid primary key default gen_random_uuid(),
  "sessionId" integer not null references {{Session}} ({{Session.id}}) on update cascade on delete cascade
);
alter table {{SessionAttendee}}
  add column if not exists name text,
  add column if not exists email text,
  add column if not exists timezone text,
  add column if not exists answers jsonb,
  add column if not exists metadata jsonb,
  add column if not exists rate numeric,
  add column if not exists "rateMinor" bigint,
  add column if not exists "currencyCode" {{currency}},
  add column if not exists status text not null default 'confirmed',
  add column if not exists extra jsonb not null default '{}',
  add column if not exists "tokenVersion" integer not null default 1,
  add column if not exists "createdAt" timestamptz(3) not null default now(),
  add column if not exists "updatedAt" timestamptz(3) not null default now();
create index if not exists "SessionAttendee_sessionId_idx" on {{SessionAttendee}} ("sessionId");

-- What is taken of a coach's time. The constraint is the one truth against double bookings.
create table {{BookingClaim}} (
  id uuid primary key default gen_random_uuid(),
  "coachId" integer not null,
  kind text not null check (kind in ('hold', 'session', 'block')),
  -- Of the hold, the session or the block.
  reference text not null,
  -- To the microsecond, as a host's columns may be: a rounded time would be another one.
  "startTime" timestamptz not null,
  "endTime" timestamptz not null,
  "bufferBeforeMinutes" integer not null default 0 check ("bufferBeforeMinutes" >= 0),
  "bufferAfterMinutes" integer not null default 0 check ("bufferAfterMinutes" >= 0),
  blocked tstzrange not null,
  "expiresAt" timestamptz(3),
  "heldSince" timestamptz(3),
  -- Who holds, to limit how much one client may.
  client text,
  check ("startTime" < "endTime"),
  check ((kind = 'hold') = ("expiresAt" is not null)),
  unique (kind, reference),
  constraint "BookingClaim_no_overlap" exclude using gist ("coachId" with =, blocked with &&)
);
create index "BookingClaim_expiresAt_idx" on {{BookingClaim}} ("expiresAt") where kind = 'hold';
create index "BookingClaim_client_idx" on {{BookingClaim}} (client) where kind = 'hold';
create trigger coach_booking_blocked before insert or update on {{BookingClaim}}
  for each row execute function coach_booking.claim_written();

create view coach_booking.host_user as
  select {{User.id}} as id, {{maybe User.name}} as name from {{User}};

create view coach_booking.coach_profile as
  select
    {{RealtorCoachProfile.id}} as id,
    {{RealtorCoachProfile.userDbId}} as user_id,
    {{RealtorCoachProfile.publicId}} as public_id,
    {{RealtorCoachProfile.displayName}} as name,
    {{RealtorCoachProfile.title}} as title,
    {{RealtorCoachProfile.bio}} as bio,
    {{RealtorCoachProfile.avatarUrl}} as avatar_url,
    {{RealtorCoachProfile.sessionLength}} as session_length,
    {{RealtorCoachProfile.hourlyRate}} as hourly_rate,
    {{RealtorCoachProfile.availability}} as availability,
    {{RealtorCoachProfile.calendlyUrl}} as calendly_url,
    {{RealtorCoachProfile.eventTypeUrl}} as event_type_url,
    {{RealtorCoachProfile.defaultDuration}} as default_duration,
    {{RealtorCoachProfile.allowCustomDuration}} as allow_custom_duration,
    {{RealtorCoachProfile.minimumDuration}} as minimum_duration,
    {{RealtorCoachProfile.maximumDuration}} as maximum_duration
  from {{RealtorCoachProfile}};

create view coach_booking.availability_schedule as
  select
    {{CoachingAvailabilitySchedule.id}} as id,
    {{CoachingAvailabilitySchedule.userDbId}} as user_id,
    {{CoachingAvailabilitySchedule.timezone}} as timezone,
    {{CoachingAvailabilitySchedule.rules}} as rules,
    {{CoachingAvailabilitySchedule.isDefault}} as is_default,
    {{CoachingAvailabilitySchedule.active}} as active
  from {{CoachingAvailabilitySchedule}};

-- The times are as the host keeps them: read them through `coach_booking.utc`, write them in a function with
-- `set timezone = 'UTC'`.
create view coach_booking.session as
  select
    {{Session.id}} as id,
    {{Session.coachId}} as coach_id,
    {{Session.startTime}} as start_time,
    {{Session.endTime}} as end_time,
    {{Session.durationMinutes}} as duration_minutes,
    {{Session.status}} as status,
    {{Session.calendlyEventId}} as calendly_event_id,
    {{Session.calendlySchedulingUrl}} as calendly_scheduling_url,
    {{Session.rateAtBooking}} as rate_at_booking,
    {{Session.rateAtBookingMinor}} as rate_at_booking_minor,
    {{Session.currencyCode}} as currency_code
  from {{Session}};

create view coach_booking.session_config as
  select id, "userDbId" as user_id, durations, rates, currency, "isActive" as is_active, rules,
    "createdAt" as created_at, "updatedAt" as updated_at
  from {{CoachSessionConfig}};

create view coach_booking.session_attendee as
  select id, "sessionId" as session_id, name, email, timezone, answers, metadata, rate, "rateMinor" as rate_minor,
    "currencyCode" as currency_code, status, extra, "tokenVersion" as token_version,
    "createdAt" as created_at, "updatedAt" as updated_at
  from {{SessionAttendee}};

create view coach_booking.booking_claim as
  select id, "coachId" as coach_id, kind, reference, "startTime" as start_time, "endTime" as end_time,
    "bufferBeforeMinutes" as buffer_before_minutes, "bufferAfterMinutes" as buffer_after_minutes, blocked,
    "expiresAt" as expires_at, "heldSince" as held_since, client
  from {{BookingClaim}};

-- The id that the host's own default gives to the next session.
do $$
declare
  expression text := (
    select coalesce(pg_get_expr(d.adbin, d.adrelid), format('nextval(%L)', pg_get_serial_sequence({{text Session}}, a.attname)))
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = {{text Session}}::regclass and a.attname = {{text Session.id}});
begin
  execute format('create function coach_booking.next_session_id() returns integer language sql
    security definer set search_path = pg_catalog, pg_temp return (%s)::integer', expression);
end $$;

-- Every writer's sessions, the host's own code included. By statement: a swap of two sessions is no overlap.
create function coach_booking.session_written() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
-- A host's column may be named as one of ours is.
#variable_conflict use_column
declare
  before coach_booking.session_time[] := '{}';
  after coach_booking.session_time[] := '{}';
begin
  if tg_op = 'TRUNCATE' then
    delete from coach_booking.booking_claim where kind = 'session';
    delete from coach_booking.unclaimed_session;
    return null;
  end if;
  if tg_op <> 'INSERT' then
    before := array(
      select row(s.id, s.coach_id, s.start_time, s.end_time)::coach_booking.session_time
      from (
        select {{Session.id}} as id, {{Session.coachId}} as coach_id, {{Session.status}}::text as status,
          coach_booking.utc({{Session.startTime}}) as start_time, coach_booking.utc({{Session.endTime}}) as end_time
        from rows_before
      ) s
      where s.coach_id is not null and coach_booking.blocks(s.status, s.start_time, s.end_time)
      order by s.id);
  end if;
  if tg_op <> 'DELETE' then
    after := array(
      select row(s.id, s.coach_id, s.start_time, s.end_time)::coach_booking.session_time
      from (
        select {{Session.id}} as id, {{Session.coachId}} as coach_id, {{Session.status}}::text as status,
          coach_booking.utc({{Session.startTime}}) as start_time, coach_booking.utc({{Session.endTime}}) as end_time
        from rows_after
      ) s
      where s.coach_id is not null and coach_booking.blocks(s.status, s.start_time, s.end_time)
      order by s.id);
  end if;
  perform coach_booking.keep_claims(before, after);
  return null;
end $$;
create trigger coach_booking_claims_insert after insert on {{Session}}
  referencing new table as rows_after for each statement execute function coach_booking.session_written();
create trigger coach_booking_claims_update after update on {{Session}}
  referencing old table as rows_before new table as rows_after
  for each statement execute function coach_booking.session_written();
create trigger coach_booking_claims_delete after delete on {{Session}}
  referencing old table as rows_before for each statement execute function coach_booking.session_written();
create trigger coach_booking_claims_truncate after truncate on {{Session}}
  for each statement execute function coach_booking.session_written();

-- At once and not deferred: a host's migration that updates rows and then alters their table could not run.
create trigger coach_booking_version after insert or update or delete on {{CoachSessionConfig}}
  for each row execute function coach_booking.document_written('config', 'userDbId');
create trigger coach_booking_version after insert or update or delete on {{RealtorCoachProfile}}
  for each row execute function coach_booking.document_written('config', {{text RealtorCoachProfile.userDbId}});
create trigger coach_booking_version after insert or update or delete on {{CoachingAvailabilitySchedule}}
  for each row
  execute function coach_booking.document_written('schedule', {{text CoachingAvailabilitySchedule.userDbId}});
