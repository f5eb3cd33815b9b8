-- Claims and old sessions are brought in step while nobody writes: a matter of seconds. From here on triggers keep them so.
lock table coach_booking.session in share row exclusive mode;

create temporary table live_session on commit drop as
select s.id, s.coach_id, coach_booking.utc(s.start_time) as start_time, coach_booking.utc(s.end_time) as end_time
from coach_booking.session s
where s.coach_id is not null
  and coach_booking.blocks(s.status::text, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time));
analyze pg_temp.live_session;

delete from coach_booking.booking_claim c
where c.kind = 'session' and not exists (
  select from pg_temp.live_session s
  where s.id::text = c.reference
    and s.coach_id = c.coach_id and s.start_time = c.start_time and s.end_time = c.end_time);

insert into coach_booking.booking_claim (coach_id, kind, reference, start_time, end_time)
select s.coach_id, 'session', s.id::text, s.start_time, s.end_time
from pg_temp.live_session s
where not exists (select from coach_booking.booking_claim c where c.kind = 'session' and c.reference = s.id::text)
order by s.coach_id, s.start_time, s.id
on conflict do nothing;

insert into coach_booking.unclaimed_session (session_id, coach_id, start_time, end_time)
select s.id, s.coach_id, s.start_time, s.end_time
from pg_temp.live_session s
where not exists (select from coach_booking.booking_claim c where c.kind = 'session' and c.reference = s.id::text);
