-- Keeps a time for a visitor for a while; with `holdId` it renews or moves that hold.
create or replace function coach_booking.place_hold(args jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
  coach constant integer := coach_booking.coach_of(args ->> 'coachId');
  now_at constant timestamptz := args ->> 'now';
  start_at constant timestamptz := args ->> 'start';
  end_at constant timestamptz := args ->> 'end';
  who text := args ->> 'client';
  hold_id text := args ->> 'holdId';
  own record;
  since timestamptz := now_at;
  until_at timestamptz := args ->> 'expiresAt';
  live record;
begin
  if coach is null then return '{"outcome": "not_found"}'; end if;
  -- Always before the coach's, so that nobody waits in a circle.
  if who is not null then perform pg_advisory_xact_lock(hashtextextended(who, 20261123)); end if;
  perform coach_booking.lock_coach(coach);
  if coach_booking.decision_version(coach) is distinct from args ->> 'version' then return '{"outcome": "stale"}'; end if;
  delete from coach_booking.booking_claim c
  where c.coach_id = coach and c.kind = 'hold' and c.expires_at <= now_at;

  select * into own from coach_booking.own_hold(hold_id, now_at);
  if found then
    if own.coach_id <> coach then return '{"outcome": "hold_expired"}'; end if;
    who := own.client;
    if own.start_time = start_at and own.end_time = end_at then since := own.held_since; end if;
  else
    hold_id := null;
    select count(*) as holds, min(c.expires_at) as first_end into live from coach_booking.booking_claim c
    where c.kind = 'hold' and c.client = who and c.expires_at > now_at;
    if live.holds >= (args ->> 'maximumPerClient')::numeric and who is not null then
      return jsonb_build_object(
        'outcome', 'too_many', 'retryAfterMs', coalesce(extract(epoch from live.first_end - now_at) * 1000, 1000));
    end if;
  end if;

  until_at := least(until_at, since + make_interval(secs => (args ->> 'longestMs')::double precision / 1000));
  if not coach_booking.claim_time(coach, 'hold', coalesce(hold_id, args ->> 'newHoldId'), start_at, end_at, args,
    hold_id, until_at, since, who)
  then
    return '{"outcome": "taken"}';
  end if;
  return jsonb_build_object('outcome', 'held', 'hold', jsonb_build_object(
    'holdId', coalesce(hold_id, args ->> 'newHoldId'), 'expiresAt', coach_booking.iso(until_at),
    'serverNow', coach_booking.iso(now_at)));
end $$;

-- Frees a held time at once. A hold that has become a session, or that is not known, is none.
create or replace function coach_booking.release_hold(args jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
begin
  delete from coach_booking.booking_claim c where c.kind = 'hold' and c.reference = args ->> 'holdId';
  return 'null';
end $$;
