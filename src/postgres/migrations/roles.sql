-- Runs at the end of every step, so that what a platform grants by default never stands for a moment. Nothing of ours is
-- for PUBLIC, `anon` or `authenticated`; in our schema `service_role` may call the functions that the store calls, and no
-- more. What it is granted on our tables among the host's stays, for a host's own pages. The host's tables are left alone.
do $$
declare
  nobody text := 'public';
  -- Who gets nothing in our schema by default, but for what is granted below.
  outsiders text;
  target record;
  made oid[] := array(
    select c.oid from pg_class c where c.relnamespace = 'coach_booking'::regnamespace
    union
    select to_regclass(t.made)::oid from coach_booking.setting s, jsonb_array_elements_text(s.value) t (made)
    where s.name = 'created' and to_regclass(t.made) is not null);
begin
  select nobody || string_agg(', ' || quote_ident(rolname), '' order by rolname) into nobody
  from pg_roles where rolname in ('anon', 'authenticated') having count(*) > 0;
  nobody := coalesce(nobody, 'public');
  outsiders := nobody || case when to_regrole('service_role') is null then '' else ', service_role' end;

  execute format('revoke all on schema coach_booking from %s', nobody);

  -- Our schema's relations, the tables that we made among the host's, and their sequences.
  for target in
    select c.oid::regclass as name, c.relkind, c.relrowsecurity,
      case c.relnamespace when 'coach_booking'::regnamespace then outsiders else nobody end as losers
    from pg_class c
    where c.relkind in ('r', 'p', 'v', 'm', 'S')
      and (c.oid = any (made) or c.oid in (
        select d.objid from pg_depend d
        where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
          and d.refobjid = any (made) and d.deptype in ('a', 'i')))
    order by c.oid
  loop
    execute format('revoke all on %s %s from %s',
      case target.relkind when 'S' then 'sequence' else 'table' end, target.name, target.losers);
    if target.relkind in ('r', 'p') and not target.relrowsecurity then
      execute format('alter table %s enable row level security', target.name);
    end if;
  end loop;

  for target in
    select p.oid::regprocedure as name, p.proargtypes[0] = 'jsonb'::regtype and p.pronargs = 1
      and p.prorettype = 'jsonb'::regtype as callable
    from pg_proc p
    where p.pronamespace = 'coach_booking'::regnamespace and not exists (
      select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    order by p.oid
  loop
    execute format('revoke all on function %s from %s', target.name, outsiders);
    if target.callable and exists (select from pg_roles where rolname = 'service_role') then
      execute format('grant execute on function %s to service_role', target.name);
    end if;
  end loop;

  for target in
    select t.oid::regtype as name from pg_type t
    where t.typnamespace = 'coach_booking'::regnamespace and t.typtype = 'c'
      and exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c')
  loop
    execute format('revoke all on type %s from %s', target.name, nobody);
  end loop;

  if exists (select from pg_roles where rolname = 'service_role') then
    grant usage on schema coach_booking to service_role;
  end if;
end $$;
