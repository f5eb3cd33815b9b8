-- Makes a decision true, or says why not. The order counts: the key, the version, the time.
create or replace function coach_booking.commit_booking(args jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' set lock_timeout = '5s' as $$
declare
  coach constant integer := coach_booking.coach_of(args ->> 'coachId');
  key_text constant text := args ->> 'idempotencyKey';
  now_at constant timestamptz := args ->> 'now';
  booking jsonb := args -> 'booking';
  hold_id text := args ->> 'holdId';
  earlier record;
  own record;
  session_id integer;
  result jsonb := '{"outcome": "taken"}';
begin
  if coach is null then return '{"outcome": "not_found"}'; end if;
  if not pg_try_advisory_xact_lock(hashtextextended(coach || ' ' || key_text, 20261122)) then
    return '{"outcome": "in_progress", "retryAfterMs": 250}';
  end if;
  select k.fingerprint, k.result into earlier from coach_booking.idempotency_key k
  where k.coach_id = coach and k.key = key_text and k.created_at > now_at - interval '24 hours';
  if found then
    if earlier.fingerprint <> args ->> 'fingerprint' then return '{"outcome": "mismatch"}'; end if;
    return case earlier.result ->> 'outcome'
      when 'booked' then earlier.result || '{"outcome": "replayed"}' else earlier.result end;
  end if;

  -- From here on nobody else decides about this coach's time.
  perform coach_booking.enter_coach(coach);
  if coach_booking.decision_version(coach) is distinct from args ->> 'version' then return '{"outcome": "stale"}'; end if;
  delete from coach_booking.booking_claim c
  where c.coach_id = coach and c.kind = 'hold' and c.expires_at <= now_at;
  select * into own from coach_booking.own_hold(hold_id, now_at);
  if not found then hold_id := null; elsif own.coach_id <> coach then return '{"outcome": "hold_expired"}'; end if;

  -- Some hosts write ids of their own, and leave the sequence behind: an id that is taken is no time that is taken.
  for tries in 1..1000 loop
    session_id := coach_booking.next_session_id();
    exit when not exists (select from coach_booking.session s where s.id = session_id);
  end loop;
  if coach_booking.claim_time(coach, 'session', session_id::text, (booking ->> 'startTime')::timestamptz,
    (booking ->> 'endTime')::timestamptz, args, hold_id)
  then
    booking := booking || jsonb_build_object('sessionId', session_id::text);
    perform coach_booking.insert_booking(coach, session_id, booking, (args ->> 'rateMajor')::numeric, now_at);
    insert into coach_booking.outbox (type, coach_id, payload, created_at, next_attempt_at)
    values ('booking.created', args ->> 'coachId', booking, now_at, now_at);
    result := jsonb_build_object('outcome', 'booked', 'booking', booking);
  end if;

  -- An answer that was kept long enough gives way.
  insert into coach_booking.idempotency_key as k (coach_id, key, fingerprint, result, created_at)
  values (coach, key_text, args ->> 'fingerprint', result, now_at)
  on conflict (coach_id, key) do update
  set fingerprint = excluded.fingerprint, result = excluded.result, created_at = excluded.created_at;
  perform coach_booking.delete_expired(now_at, 5);
  return result;
end $$;
