-- What is ours alone, and the functions that keep claims and versions in step. They name the host's tables only by the
-- canonical views of the next step: bodies in PL/pgSQL are bound when they first run. Their path names `pg_temp`, and
-- last: left out it comes first for types, so that whoever writes a session could slip in a `text` of their own.

create extension if not exists btree_gist with schema coach_booking;

-- `host`: the names that the first migration was told. `created`: the tables among the host's that are ours.
create table coach_booking.setting (
  name text primary key,
  value jsonb not null
);

-- What a request was answered, for a day. `booked` and `taken` only: a refused key may be tried again.
create table coach_booking.idempotency_key (
  coach_id integer not null,
  key text not null,
  fingerprint text not null,
  result jsonb not null,
  created_at timestamptz not null,
  primary key (coach_id, key)
);
create index on coach_booking.idempotency_key (created_at);

-- Word of each booking, written in its transaction. `next_attempt_at` is moved ahead by whoever takes an entry.
create table coach_booking.outbox (
  id uuid primary key default gen_random_uuid(),
  type text not null,
  coach_id text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  error text
);
create index on coach_booking.outbox (next_attempt_at, created_at) where delivered_at is null;

-- What a coach offered, and from when. Appended by triggers; no document: there was none from then on.
create table coach_booking.document_version (
  id bigint generated always as identity primary key,
  coach_id integer not null,
  kind text not null check (kind in ('config', 'schedule')),
  document jsonb,
  version text not null,
  valid_from timestamptz not null
);
create index on coach_booking.document_version (coach_id, kind, id desc);

-- Fields of a profile that the host's table has no column for.
create table coach_booking.profile_extra (
  coach_id integer primary key,
  document jsonb not null
);

-- Old sessions that overlap an earlier one, so that they have no claim. They are busy all the same.
create table coach_booking.unclaimed_session (
  session_id integer primary key,
  coach_id integer not null,
  start_time timestamptz not null,
  end_time timestamptz not null,
  found_at timestamptz not null default now()
);
create index on coach_booking.unclaimed_session (coach_id);

-- `timestamp` columns of the host hold UTC; `timestamptz` ones are taken as they are.
create function coach_booking.utc(timestamp) returns timestamptz
  language sql immutable parallel safe return $1 at time zone 'UTC';
create function coach_booking.utc(timestamptz) returns timestamptz
  language sql immutable parallel safe return $1;

-- An instant as `Date.prototype.toISOString()` writes it.
create function coach_booking.iso(timestamptz) returns text
  language sql stable parallel safe return to_char($1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- One writer at a time for a coach, until the transaction ends.
create function coach_booking.lock_coach(integer) returns void
  language sql return pg_advisory_xact_lock(20261122, $1);

-- Whether a session takes its coach's time. `lower` by the C collation: Turkish has another small i.
create function coach_booking.blocks(status text, start_time timestamptz, end_time timestamptz) returns boolean
  language sql immutable parallel safe
  return coalesce(
    lower(status collate "C") not in ('cancelled', 'canceled', 'declined', 'rejected', 'expired'), true)
    and coalesce(isfinite(start_time) and isfinite(end_time) and start_time < end_time, false);

create function coach_booking.version_of(document jsonb) returns text
  language sql immutable parallel safe
  return case when document is null then 'none' else left(encode(sha256(convert_to(document::text, 'UTF8')), 'hex'), 32) end;

-- The blocked time is kept, not computed: an exclusion constraint over an expression of minutes is not immutable.
create function coach_booking.claim_written() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.blocked := tstzrange(
    new."startTime" - make_interval(mins => new."bufferBeforeMinutes"),
    new."endTime" + make_interval(mins => new."bufferAfterMinutes"), '[)');
  return new;
end $$;

create type coach_booking.session_time as (
  id integer,
  coach_id integer,
  start_time timestamptz,
  end_time timestamptz
);

-- Keeps claims in step with sessions, given the blocking ones that a statement found and left. Raises 23P01 when one
-- would overlap. Whoever books inserts the claim before the session: it is found here, and keeps its buffers.
create function coach_booking.keep_claims(before coach_booking.session_time[], after coach_booking.session_time[])
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone coach_booking.session_time[];
  changed integer[];
  come coach_booking.session_time[];
  coaches integer[];
  coach integer;
  buffers jsonb;
  clash coach_booking.session_time;
begin
  if before = after then return; end if;
  gone := array(
    select row(d.*)::coach_booking.session_time
    from (select * from unnest(before) except select * from unnest(after)) d);
  -- As they are now: a trigger of the host's own may have moved or cancelled them again since the statement wrote them.
  changed := array(select d.id from (select * from unnest(after) except select * from unnest(before)) d);
  come := array(
    select row(s.id, s.coach_id, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time))::coach_booking.session_time
    from coach_booking.session s
    where s.id = any (changed) and s.coach_id is not null
      and coach_booking.blocks(s.status::text, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time)));
  coaches := array(select distinct t.coach_id from unnest(gone || come) t order by 1);
  if coaches = '{}' then return; end if;

  -- In order, so that two statements over several coaches never wait for each other in a circle. A bulk write over
  -- thousands of coaches would fill the server's table of locks, so it goes without: the constraint is what counts.
  if cardinality(coaches) <= 1000 then
    foreach coach in array coaches loop
      perform coach_booking.lock_coach(coach);
    end loop;
  end if;

  delete from coach_booking.unclaimed_session u using unnest(gone) g where u.session_id = g.id;
  with freed as (
    delete from coach_booking.booking_claim c using unnest(gone) g
    where c.kind = 'session' and c.reference = g.id::text
    returning c.reference, c.buffer_before_minutes, c.buffer_after_minutes
  )
  select jsonb_object_agg(f.reference, array[f.buffer_before_minutes, f.buffer_after_minutes]) into buffers from freed f;
  delete from coach_booking.booking_claim c using unnest(come) n
  where c.kind = 'hold' and c.coach_id = n.coach_id and c.expires_at <= clock_timestamp();

  -- Twice, when a claim of that session turns up with another time: an old session's, made while we waited.
  for tries in 1..2 loop
    insert into coach_booking.booking_claim
      (coach_id, kind, reference, start_time, end_time, buffer_before_minutes, buffer_after_minutes)
    select n.coach_id, 'session', n.id::text, n.start_time, n.end_time,
      coalesce((buffers -> n.id::text ->> 0)::integer, 0), coalesce((buffers -> n.id::text ->> 1)::integer, 0)
    from unnest(come) n
    order by n.coach_id, n.start_time, n.id
    on conflict do nothing;
    delete from coach_booking.booking_claim c using unnest(come) n
    where c.kind = 'session' and c.reference = n.id::text
      and (c.coach_id, c.start_time, c.end_time) <> (n.coach_id, n.start_time, n.end_time);
    exit when not found;
  end loop;

  select n.* into clash from unnest(come) n
  where not exists (
      select from coach_booking.booking_claim c
      where c.kind = 'session' and c.reference = n.id::text
        and (c.coach_id, c.start_time, c.end_time) = (n.coach_id, n.start_time, n.end_time))
    or exists (
      select from coach_booking.unclaimed_session u
      where u.coach_id = n.coach_id and u.session_id <> n.id
        and tstzrange(u.start_time, u.end_time) && tstzrange(n.start_time, n.end_time))
  limit 1;
  if found then
    raise exception using errcode = 'exclusion_violation', constraint = 'BookingClaim_no_overlap', table = 'BookingClaim',
      message = format('session %s overlaps other time of coach %s', clash.id, clash.coach_id),
      detail = format('from %s to %s', coach_booking.iso(clash.start_time), coach_booking.iso(clash.end_time));
  end if;

  -- What had to go without a claim gets it when the obstacle is gone.
  if gone <> '{}' and exists (select from coach_booking.unclaimed_session u where u.coach_id = any (coaches)) then
    insert into coach_booking.booking_claim (coach_id, kind, reference, start_time, end_time)
    select u.coach_id, 'session', u.session_id::text, u.start_time, u.end_time
    from coach_booking.unclaimed_session u where u.coach_id = any (coaches)
    order by u.coach_id, u.start_time, u.session_id
    on conflict do nothing;
    delete from coach_booking.unclaimed_session u using coach_booking.booking_claim c
    where u.coach_id = any (coaches) and c.kind = 'session' and c.reference = u.session_id::text;
  end if;
end $$;

-- Of several schedules the default one counts, then an active one, then the oldest.
create function coach_booking.schedule_of(coach integer) returns integer
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select s.id from coach_booking.availability_schedule s where s.user_id = coach
    order by coalesce(s.is_default, false) desc, coalesce(s.active, true) desc, s.id limit 1);
end $$;

create function coach_booking.schedule_document(coach integer) returns jsonb
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object('timezone', s.timezone, 'rules', s.rules,
      'isDefault', coalesce(s.is_default, false), 'active', coalesce(s.active, true))
    from coach_booking.availability_schedule s where s.id = coach_booking.schedule_of(coach));
end $$;

-- A `SessionConfig` as the wire has it. A default length that is no longer offered gives way to the first one.
create function coach_booking.config_document(coach integer) returns jsonb
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select c.rules || jsonb_build_object(
      'durations', c.durations, 'rates', c.rates, 'currency', c.currency::text, 'isActive', c.is_active,
      'defaultDuration', case
        when c.durations @> to_jsonb(coalesce(p.default_duration, 60)) then to_jsonb(coalesce(p.default_duration, 60))
        else c.durations -> 0 end,
      'allowCustomDuration', coalesce(p.allow_custom_duration, false),
      'minimumDuration', coalesce(p.minimum_duration, 30),
      'maximumDuration', coalesce(p.maximum_duration, 120))
    from coach_booking.session_config c left join coach_booking.coach_profile p on p.user_id = c.user_id
    where c.user_id = coach);
end $$;

-- Appends the present documents of coaches where they differ from the last. `coach_booking.now` is for a service with a
-- clock of its own; it lasts as long as the transaction.
create function coach_booking.record_documents(wanted text, coaches integer[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into coach_booking.document_version (coach_id, kind, document, version, valid_from)
  select present.coach, wanted, present.document, coach_booking.version_of(present.document),
    coalesce(nullif(current_setting('coach_booking.now', true), '')::timestamptz, clock_timestamp())
  from (
    select t.coach, case wanted
      when 'config' then coach_booking.config_document(t.coach) else coach_booking.schedule_document(t.coach) end as document
    from (select distinct unnest(coaches) as coach) t
    where t.coach is not null
  ) present
  where coach_booking.version_of(present.document) <> coalesce((
    select v.version from coach_booking.document_version v
    where v.coach_id = present.coach and v.kind = wanted order by v.id desc limit 1), 'none');
end $$;

-- Arguments: the kind, and the column that names the coach. It runs when the statement is done, so whoever saves profile
-- and config in one statement makes one version of it.
create function coach_booking.document_written() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform coach_booking.record_documents(tg_argv[0], array[
    case when tg_op <> 'INSERT' then (to_jsonb(old) ->> tg_argv[1])::integer end,
    case when tg_op <> 'DELETE' then (to_jsonb(new) ->> tg_argv[1])::integer end]);
  return null;
end $$;

create function coach_booking.refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception using errcode = 'object_not_in_prerequisite_state',
    message = format('coach_booking.%I is append-only', tg_table_name);
end $$;
create trigger append_only before update or delete or truncate on coach_booking.document_version
  for each statement execute function coach_booking.refuse_change();
