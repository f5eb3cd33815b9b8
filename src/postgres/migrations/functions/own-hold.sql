-- The hold that a visitor brings, while it lasts; none when it is over or not known. The caller checks whose it is.
create or replace function coach_booking.own_hold(hold_id text, now_at timestamptz)
  returns table (coach_id integer, start_time timestamptz, end_time timestamptz, held_since timestamptz, client text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select c.coach_id, c.start_time, c.end_time, c.held_since, c.client from coach_booking.booking_claim c
    where c.kind = 'hold' and c.reference = hold_id and c.expires_at > now_at;
end $$;
