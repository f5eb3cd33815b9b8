-- Whom the wire's coach id means: null when nobody.
create or replace function coach_booking.coach_of(wanted text) returns integer
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select p.user_id from coach_booking.coach_profile p where p.public_id = wanted and p.user_id is not null);
end $$;

-- The coach's lock, for who will write rows that refer to the coach's user. Their check takes that user's row, so it is
-- taken first: a host that locks the user and then writes a session would wait for us in a circle.
create or replace function coach_booking.enter_coach(coach integer) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from coach_booking.host_user u where u.id = coach for key share;
  perform coach_booking.lock_coach(coach);
end $$;
