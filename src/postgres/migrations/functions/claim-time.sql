-- Claims a time of a coach, or answers false when it is no longer free. The caller holds the coach's lock and has deleted
-- the holds that are over. `own_hold` gives way to the claim; it stays when there is none.
create or replace function coach_booking.claim_time(
  coach integer, claim_kind text, claim_reference text, claim_start timestamptz, claim_end timestamptz, rules jsonb,
  own_hold text, claim_expires timestamptz default null, claim_since timestamptz default null,
  claim_client text default null) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before_minutes constant integer := coalesce(rules ->> 'bufferBeforeMinutes', '0');
  after_minutes constant integer := coalesce(rules ->> 'bufferAfterMinutes', '0');
  wanted constant tstzrange := tstzrange(
    claim_start - make_interval(mins => before_minutes), claim_end + make_interval(mins => after_minutes));
  claimed integer;
begin
  -- The constraint knows nothing of sessions that stand without a claim.
  if exists (
    select from coach_booking.unclaimed_session u
    where u.coach_id = coach and tstzrange(u.start_time, u.end_time) && wanted
  ) then
    return false;
  end if;
  if coach_booking.day_is_full(coach, rules -> 'dayLimit', own_hold) then return false; end if;

  begin
    delete from coach_booking.booking_claim c where c.kind = 'hold' and c.reference = own_hold;
    -- No constraint is named: without the one that counts this is a plain insert, and tests can see what it is worth.
    insert into coach_booking.booking_claim
      (coach_id, kind, reference, start_time, end_time, buffer_before_minutes, buffer_after_minutes, expires_at,
        held_since, client)
    values
      (coach, claim_kind, claim_reference, claim_start, claim_end, before_minutes, after_minutes, claim_expires,
        claim_since, claim_client)
    on conflict do nothing;
    get diagnostics claimed = row_count;
    if claimed = 0 then raise exclusion_violation; end if;
  exception when exclusion_violation then
    return false;
  end;
  return true;
end $$;

-- Whether as many sessions and holds start within the limit's range as may; one's own hold is none more.
create or replace function coach_booking.day_is_full(coach integer, day_limit jsonb, own_hold text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  day constant tstzrange := tstzrange((day_limit ->> 'start')::timestamptz, (day_limit ->> 'end')::timestamptz);
begin
  if day_limit is null then return false; end if;
  return (day_limit ->> 'maximum')::numeric <= (
    select count(*) from coach_booking.booking_claim c
    where c.coach_id = coach and c.blocked && day and c.start_time <@ day and c.kind <> 'block'
      and (c.kind <> 'hold' or c.reference is distinct from own_hold)
  ) + (
    select count(*) from coach_booking.unclaimed_session u where u.coach_id = coach and u.start_time <@ day
  );
end $$;
