-- Replaces a coach's config. The coach's lock keeps bookings from being committed on what is just being replaced.
create or replace function coach_booking.save_config(args jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
  coach constant integer := coach_booking.coach_of(args ->> 'coachId');
  config constant jsonb := args -> 'config';
  c coach_booking.session_config%rowtype;
  p coach_booking.coach_profile%rowtype;
begin
  if coach is null then return '{"outcome": "not_found"}'; end if;
  perform coach_booking.enter_coach(coach);
  if args ->> 'ifVersion' <> coach_booking.version_of(coach_booking.config_document(coach)) then
    return '{"outcome": "version_conflict"}';
  end if;
  begin
    c.currency := config ->> 'currency';
  exception when invalid_text_representation then
    return '{"outcome": "unknown_currency"}';
  end;
  c.durations := config -> 'durations';
  c.rates := config -> 'rates';
  c.is_active := config ->> 'isActive';
  c.rules := config - array['durations', 'rates', 'currency', 'isActive', 'defaultDuration', 'allowCustomDuration',
    'minimumDuration', 'maximumDuration'];
  p.default_duration := config ->> 'defaultDuration';
  p.allow_custom_duration := config ->> 'allowCustomDuration';
  p.minimum_duration := config ->> 'minimumDuration';
  p.maximum_duration := config ->> 'maximumDuration';
  perform pg_catalog.set_config('search_path', coach_booking.host_path(), true);
  -- One statement, so that it makes one version.
  with profile as (
    update coach_booking.coach_profile as stored
    set default_duration = p.default_duration, allow_custom_duration = p.allow_custom_duration,
      minimum_duration = p.minimum_duration, maximum_duration = p.maximum_duration
    where stored.user_id = coach
  )
  insert into coach_booking.session_config as stored (user_id, durations, rates, currency, is_active, rules, updated_at)
  values (coach, c.durations, c.rates, c.currency, c.is_active, c.rules, clock_timestamp())
  on conflict (user_id) do update
  set durations = excluded.durations, rates = excluded.rates, currency = excluded.currency,
    is_active = excluded.is_active, rules = excluded.rules, updated_at = excluded.updated_at;
  perform pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
  return jsonb_build_object('outcome', 'saved',
    'version', coach_booking.version_of(coach_booking.config_document(coach)));
end $$;

-- Replaces a coach's schedule, of several the one that counts. Fields that are not known have no place in the host's table.
create or replace function coach_booking.save_schedule(args jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
  coach constant integer := coach_booking.coach_of(args ->> 'coachId');
  s record;
  stored integer;
begin
  if coach is null then return '{"outcome": "not_found"}'; end if;
  perform coach_booking.enter_coach(coach);
  if args ->> 'ifVersion' <> coach_booking.version_of(coach_booking.schedule_or_default(coach)) then
    return '{"outcome": "version_conflict"}';
  end if;
  select d.timezone, d.rules, coalesce(d."isDefault", true) as is_default, coalesce(d.active, true) as active into s
  from jsonb_to_record(args -> 'schedule') d (timezone text, rules jsonb, "isDefault" boolean, active boolean);
  stored := coach_booking.schedule_of(coach);
  perform pg_catalog.set_config('search_path', coach_booking.host_path(), true);
  update coach_booking.availability_schedule a
  set timezone = s.timezone, rules = s.rules, is_default = s.is_default, active = s.active
  where a.id = stored;
  if not found then
    insert into coach_booking.availability_schedule (user_id, timezone, rules, is_default, active)
    values (coach, s.timezone, s.rules, s.is_default, s.active);
  end if;
  perform pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
  return jsonb_build_object('outcome', 'saved',
    'version', coach_booking.version_of(coach_booking.schedule_or_default(coach)));
end $$;
