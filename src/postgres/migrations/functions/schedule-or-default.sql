-- The schedule of a coach as the wire has it. Without one the coach is never open.
create or replace function coach_booking.schedule_or_default(coach integer) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(
    coach_booking.schedule_document(coach),
    jsonb_build_object('timezone', 'UTC', 'rules', '[]'::jsonb, 'isDefault', true, 'active', true));
end $$;

-- What a decision was made on: another version is stale. Null for a coach without a config.
create or replace function coach_booking.decision_version(coach integer) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  config constant jsonb := coach_booking.config_document(coach);
begin
  if config is null then return null; end if;
  return coach_booking.version_of(config) || '.' || coach_booking.version_of(coach_booking.schedule_or_default(coach));
end $$;
