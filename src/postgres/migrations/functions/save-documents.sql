-- Replaces a coach's config. The coach's lock keeps bookings from being committed on what is just being replaced.
create or replace function coach_booking.save_config(args jsonb) returns jsonb
  language plpgsql security definer set search_path = '' set lock_timeout = '5s' as $$
declare
  coach constant integer := coach_booking.coach_of(args ->> 'coachId');
  config constant jsonb := args -> 'config';
  c coach_booking.session_config%rowtype;
begin
  if coach is null then return '{"outcome": "not_found"}'; end if;
  perform coach_booking.lock_coach(coach);
  if args ->> 'ifVersion' <> coach_booking.version_of(coach_booking.config_document(coach)) then
    return '{"outcome": "version_conflict"}';
  end if;
  begin
    c.currency := config ->> 'currency';
  exception when invalid_text_representation then
    return '{"outcome": "unknown_currency"}';
  end;
  -- One statement, so that it makes one version.
  with profile as (
    update coach_booking.coach_profile p
    set default_duration = (config ->> 'defaultDuration')::integer,
      allow_custom_duration = (config ->> 'allowCustomDuration')::boolean,
      minimum_duration = (config ->> 'minimumDuration')::integer,
      maximum_duration = (config ->> 'maximumDuration')::integer
    where p.user_id = coach
  )
  insert into coach_booking.session_config as stored (user_id, durations, rates, currency, is_active, rules, updated_at)
  values (coach, config -> 'durations', config -> 'rates', c.currency, (config ->> 'isActive')::boolean,
    config - array['durations', 'rates', 'currency', 'isActive', 'defaultDuration', 'allowCustomDuration',
      'minimumDuration', 'maximumDuration'], clock_timestamp())
  on conflict (user_id) do update
  set durations = excluded.durations, rates = excluded.rates, currency = excluded.currency,
    is_active = excluded.is_active, rules = excluded.rules, updated_at = excluded.updated_at;
  return jsonb_build_object('outcome', 'saved',
    'version', coach_booking.version_of(coach_booking.config_document(coach)));
end $$;

-- Replaces a coach's schedule, of several the one that counts. Fields that are not known have no place in the host's table.
create or replace function coach_booking.save_schedule(args jsonb) returns jsonb
  language plpgsql security definer set search_path = '' set lock_timeout = '5s' as $$
declare
  coach constant integer := coach_booking.coach_of(args ->> 'coachId');
  s record;
begin
  if coach is null then return '{"outcome": "not_found"}'; end if;
  perform coach_booking.lock_coach(coach);
  if args ->> 'ifVersion' <> coach_booking.version_of(coach_booking.schedule_or_default(coach)) then
    return '{"outcome": "version_conflict"}';
  end if;
  select d.timezone, d.rules, coalesce(d."isDefault", true) as is_default, coalesce(d.active, true) as active into s
  from jsonb_to_record(args -> 'schedule') d (timezone text, rules jsonb, "isDefault" boolean, active boolean);
  update coach_booking.availability_schedule a
  set timezone = s.timezone, rules = s.rules, is_default = s.is_default, active = s.active
  where a.id = coach_booking.schedule_of(coach);
  if not found then
    insert into coach_booking.availability_schedule (user_id, timezone, rules, is_default, active)
    values (coach, s.timezone, s.rules, s.is_default, s.active);
  end if;
  return jsonb_build_object('outcome', 'saved',
    'version', coach_booking.version_of(coach_booking.schedule_or_default(coach)));
end $$;
