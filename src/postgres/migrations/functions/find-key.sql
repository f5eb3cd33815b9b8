-- What was answered under a key, for a day; null when nothing.
create or replace function coach_booking.find_key(args jsonb) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object('fingerprint', k.fingerprint, 'result', k.result)
    from coach_booking.idempotency_key k
    where k.coach_id = coach_booking.coach_of(args ->> 'coachId') and k.key = args ->> 'idempotencyKey'
      and k.created_at > (args ->> 'now')::timestamptz - interval '24 hours');
end $$;
