-- Deletes keys and holds that are over, at most so many of each, and answers how many. Others at the same work are not
-- waited for. Each commit deletes a few more than it adds, so that the tables stay as small as a day's traffic.
create or replace function coach_booking.delete_expired(now_at timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  keys integer;
  holds integer;
begin
  delete from coach_booking.idempotency_key k
  using (
    select e.coach_id, e.key from coach_booking.idempotency_key e
    where e.created_at <= now_at - interval '24 hours'
    order by e.created_at limit most for update skip locked
  ) old
  where (k.coach_id, k.key) = (old.coach_id, old.key);
  get diagnostics keys = row_count;
  delete from coach_booking.booking_claim c
  using (
    select h.id from coach_booking.booking_claim h
    where h.kind = 'hold' and h.expires_at <= now_at
    order by h.expires_at limit most for update skip locked
  ) old
  where c.id = old.id;
  get diagnostics holds = row_count;
  return keys + holds;
end $$;

create or replace function coach_booking.sweep(args jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
begin
  return to_jsonb(coach_booking.delete_expired((args ->> 'now')::timestamptz, (args ->> 'limit')::integer));
end $$;
