-- The path under which triggers of the host's own find what they name without a schema, as they do when the host writes.
-- Set around a write to the host's tables, and around nothing else: what is looked up under it is looked up in schemas
-- where others may create things.
create or replace function coach_booking.host_path() returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select 'pg_catalog, ' || string_agg(quote_ident(p.schema), ', ' order by p.place, p.schema) || ', pg_temp'
    from (
      select h.schema, min(h.place) as place
      from (
        select s.value ->> 'schema' as schema, 1 as place from coach_booking.setting s where s.name = 'host'
        union all
        select t.value ->> 'schema', 2 from coach_booking.setting s, jsonb_each(s.value -> 'tables') t where s.name = 'host'
        union all
        select n.nspname::text, 3 from pg_extension e join pg_namespace n on n.oid = e.extnamespace
      ) h
      where h.schema not in ('pg_catalog', 'coach_booking')
      group by h.schema
    ) p);
end $$;
