-- All that a decision about one coach's time needs, of one moment. Reads only rows of that coach.
create or replace function coach_booking.read_coach(args jsonb) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  coach constant integer := coach_booking.coach_of(args ->> 'coachId');
  wanted constant tstzrange := tstzrange((args ->> 'start')::timestamptz, (args ->> 'end')::timestamptz);
  now_at constant timestamptz := args ->> 'now';
  own constant text := args ->> 'exceptHoldId';
  config jsonb;
  schedule jsonb;
begin
  config := coach_booking.config_document(coach);
  -- Also a coach of the host's who has no prices yet: there is nothing to offer.
  if coach is null or config is null then return '{"outcome": "not_found"}'; end if;
  schedule := coach_booking.schedule_or_default(coach);
  return jsonb_build_object(
    'outcome', 'read',
    'coach', (
      select coalesce(e.document, '{}') || jsonb_build_object(
        'id', p.public_id, 'name', coalesce(nullif(p.name, ''), nullif(u.name, ''), 'Coach ' || p.public_id),
        'title', p.title, 'bio', p.bio, 'avatarUrl', p.avatar_url, 'timezone', schedule -> 'timezone',
        'calendlyUrl', p.calendly_url, 'eventTypeUrl', p.event_type_url)
      from coach_booking.coach_profile p
      left join coach_booking.host_user u on u.id = p.user_id
      left join coach_booking.profile_extra e on e.coach_id = p.user_id
      where p.user_id = coach),
    'config', config,
    'schedule', schedule,
    'configVersion', coach_booking.version_of(config),
    'scheduleVersion', coach_booking.version_of(schedule),
    'version', coach_booking.version_of(config) || '.' || coach_booking.version_of(schedule),
    -- Rows of start, end, the buffers in minutes and whether it is a session: a year of them is read often.
    'busy', (
      select coalesce(jsonb_agg(jsonb_build_array(
        coach_booking.iso(greatest(b.start_time, '0001-01-01 00:00:00+00')),
        -- Of a host's microseconds the millisecond is taken too. Some hosts have a year that the wire can't write.
        coach_booking.iso(least(b.end_time + interval '999 microseconds', '9999-12-31 23:59:59.999+00')),
        b.before, b.after, b.is_session)), '[]')
      from (
        select c.start_time, c.end_time, c.buffer_before_minutes as before, c.buffer_after_minutes as after,
          c.kind <> 'block' as is_session
        from coach_booking.booking_claim c
        where c.coach_id = coach and c.blocked && wanted
          and (c.kind <> 'hold' or (c.expires_at > now_at and c.reference is distinct from own))
        union all
        select u.start_time, u.end_time, 0, 0, true
        from coach_booking.unclaimed_session u
        where u.coach_id = coach and tstzrange(u.start_time, u.end_time) && wanted
      ) b));
end $$;
