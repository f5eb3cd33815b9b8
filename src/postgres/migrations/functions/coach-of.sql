-- Whom the wire's coach id means: null when nobody.
create or replace function coach_booking.coach_of(wanted text) returns integer
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select p.user_id from coach_booking.coach_profile p where p.public_id = wanted and p.user_id is not null);
end $$;
