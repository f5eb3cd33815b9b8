-- A booking as it is now: the host may have moved, cancelled or completed its session. Null when there is none.
create or replace function coach_booking.get_booking(args jsonb) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_strip_nulls(jsonb_build_object(
      'id', a.id, 'sessionId', s.id::text, 'coachId', p.public_id,
      -- An attendee who cancelled has; else the booking is what its session is.
      'status', case
        when a.status <> 'confirmed' then a.status
        when lower(s.status::text) = 'canceled' then 'cancelled'
        else coalesce(s.status::text, a.status) end,
      'startTime', coach_booking.iso(coach_booking.utc(s.start_time)),
      'endTime', coach_booking.iso(coach_booking.utc(s.end_time)),
      'durationMinutes', coalesce(s.duration_minutes, round(extract(epoch from s.end_time - s.start_time) / 60)),
      'rate', jsonb_build_object('amountMinor', a.rate_minor, 'currency', a.currency_code::text),
      'attendee', '{}'::jsonb)) || jsonb_build_object(
      'attendee', a.extra || jsonb_build_object('name', a.name, 'email', a.email, 'timeZone', a.timezone))
      || case when a.answers is null then '{}' else jsonb_build_object('answers', a.answers) end
      || case when a.metadata is null then '{}' else jsonb_build_object('metadata', a.metadata) end
    from coach_booking.session_attendee a
    join coach_booking.session s on s.id = a.session_id
    join coach_booking.coach_profile p on p.user_id = s.coach_id
    where a.id = (args ->> 'bookingId')::uuid);
end $$;
