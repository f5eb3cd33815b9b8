-- Lends the oldest events that are due: for `leaseMs` nobody else gets them.
create or replace function coach_booking.take_events(args jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
  now_at constant timestamptz := args ->> 'now';
  entries jsonb;
begin
  with due as (
    select o.id from coach_booking.outbox o
    where o.delivered_at is null and o.next_attempt_at <= now_at
    order by o.created_at, o.id limit (args ->> 'limit')::integer
    for update skip locked
  ), taken as (
    update coach_booking.outbox o
    set attempts = o.attempts + 1,
      next_attempt_at = now_at + make_interval(secs => (args ->> 'leaseMs')::double precision / 1000)
    from due where o.id = due.id
    returning o.*
  )
  select jsonb_agg(jsonb_build_object('attempts', t.attempts, 'event', jsonb_build_object(
    'id', t.id, 'type', t.type, 'createdAt', coach_booking.iso(t.created_at), 'coachId', t.coach_id,
    'booking', t.payload)) order by t.created_at, t.id)
  into entries from taken t;
  return coalesce(entries, '[]');
end $$;

-- What is delivered is deleted at once: it holds personal data, and the booking itself tells that it was made.
create or replace function coach_booking.settle_event(args jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
  event_id constant uuid := args ->> 'eventId';
begin
  if (args ->> 'delivered')::boolean then
    delete from coach_booking.outbox o where o.id = event_id;
  else
    update coach_booking.outbox o
    set next_attempt_at = (args ->> 'retryAt')::timestamptz, error = args ->> 'error'
    where o.id = event_id;
  end if;
  return 'null';
end $$;
