-- A coach to begin with, for demos and tests: user, profile, documents and what blocks their time. Answers false when
-- there is one of that id. A host whose users must have more than an id adds its coaches itself.
create or replace function coach_booking.add_coach(args jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' set lock_timeout = '5s' as $$
declare
  coach_id constant text := args #>> '{coach,id}';
  profile constant jsonb := args -> 'coach';
  coach integer;
  saved jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended(coach_id, 20261124));
  if coach_booking.coach_of(coach_id) is not null then return 'false'; end if;
  insert into coach_booking.host_user default values returning id into coach;
  insert into coach_booking.coach_profile
    (user_id, public_id, name, title, bio, avatar_url, calendly_url, event_type_url)
  values
    (coach, coach_id, profile ->> 'name', profile ->> 'title', profile ->> 'bio', profile ->> 'avatarUrl',
      profile ->> 'calendlyUrl', profile ->> 'eventTypeUrl');
  insert into coach_booking.profile_extra (coach_id, document)
  select coach, rest from (
    select profile - array['id', 'name', 'title', 'bio', 'avatarUrl', 'timezone', 'calendlyUrl', 'eventTypeUrl'] as rest
  ) extra
  where rest <> '{}';
  saved := coach_booking.save_config(jsonb_build_object('coachId', coach_id, 'config', args -> 'config'));
  if saved ->> 'outcome' <> 'saved' then
    raise exception using errcode = 'invalid_parameter_value', message = 'the config is ' || (saved ->> 'outcome');
  end if;
  perform coach_booking.save_schedule(jsonb_build_object('coachId', coach_id, 'schedule', args -> 'schedule'));
  perform coach_booking.add_busy(coach, b.value) from jsonb_array_elements(args -> 'busy') with ordinality b
  order by b.ordinality;
  return 'true';
end $$;

-- A busy time of a seed. Of one that overlaps others, what is left of it is blocked.
create or replace function coach_booking.add_busy(coach integer, busy jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  start_at constant timestamptz := busy ->> 'start';
  end_at constant timestamptz := busy ->> 'end';
  before constant interval := make_interval(mins => coalesce((busy ->> 'bufferBeforeMinutes')::integer, 0));
  after constant interval := make_interval(mins => coalesce((busy ->> 'bufferAfterMinutes')::integer, 0));
  session_id integer;
begin
  if not start_at < end_at then return; end if;
  if (busy ->> 'isSession')::boolean then
    session_id := coach_booking.next_session_id();
    if coach_booking.claim_time(coach, 'session', session_id::text, start_at, end_at, busy, null) then
      insert into coach_booking.session (id, coach_id, start_time, end_time, duration_minutes, status)
      overriding system value
      values (session_id, coach, start_at, end_at, extract(epoch from end_at - start_at) / 60, 'confirmed');
      return;
    end if;
  elsif coach_booking.claim_time(coach, 'block', gen_random_uuid()::text, start_at, end_at, busy, null) then
    return;
  end if;
  insert into coach_booking.booking_claim (coach_id, kind, reference, start_time, end_time)
  select coach, 'block', gen_random_uuid()::text, lower(rest.piece), upper(rest.piece)
  from (
    select unnest(tstzmultirange(tstzrange(start_at - before, end_at + after)) - range_agg(c.blocked)) as piece
    from coach_booking.booking_claim c
    where c.coach_id = coach and c.blocked && tstzrange(start_at - before, end_at + after)
  ) rest;
end $$;
