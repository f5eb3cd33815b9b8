-- The rows of a booking whose time is claimed. Row variables give a host's own types (an enum of currencies, say) to
-- what is text here.
create or replace function coach_booking.insert_booking(
  coach integer, new_session integer, booking jsonb, rate_major numeric, now_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  s coach_booking.session%rowtype;
  a coach_booking.session_attendee%rowtype;
  start_at constant timestamptz := booking ->> 'startTime';
  end_at constant timestamptz := booking ->> 'endTime';
begin
  s.status := booking ->> 'status';
  s.currency_code := booking #>> '{rate,currency}';
  s.duration_minutes := booking ->> 'durationMinutes';
  s.rate_at_booking_minor := booking #>> '{rate,amountMinor}';
  -- Too narrow for some currencies and amounts: the minor units are the truth.
  s.rate_at_booking := case when rate_major < 99999999 then round(rate_major, 2) end;
  perform pg_catalog.set_config('search_path', coach_booking.host_path(), true);
  insert into coach_booking.session
    (id, coach_id, start_time, end_time, duration_minutes, status, rate_at_booking, rate_at_booking_minor, currency_code)
  overriding system value
  values
    (new_session, coach, start_at, end_at, s.duration_minutes, s.status, s.rate_at_booking, s.rate_at_booking_minor,
      s.currency_code);
  perform pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);

  a.id := booking ->> 'id';
  a.status := booking ->> 'status';
  a.currency_code := s.currency_code;
  insert into coach_booking.session_attendee
    (id, session_id, name, email, timezone, answers, metadata, rate, rate_minor, currency_code, status, extra,
      created_at, updated_at)
  values
    (a.id, new_session, booking #>> '{attendee,name}', booking #>> '{attendee,email}', booking #>> '{attendee,timeZone}',
      booking -> 'answers', booking -> 'metadata', rate_major, s.rate_at_booking_minor, a.currency_code, a.status,
      (booking -> 'attendee') - array['name', 'email', 'timeZone'], now_at, now_at);
end $$;
