-- Sessions that stood before us get claims in order of start; one that overlaps an earlier claim goes without. A million
-- take minutes, so nothing is locked: the host writes on, and the next step looks at what has changed meanwhile.
insert into coach_booking.booking_claim (coach_id, kind, reference, start_time, end_time)
select s.coach_id, 'session', s.id::text, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time)
from coach_booking.session s
where s.coach_id is not null
  and coach_booking.blocks(s.status::text, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time))
order by s.coach_id, s.start_time, s.id
on conflict do nothing;

-- What coaches offer, from now on.
select coach_booking.record_documents('config', array(select user_id from coach_booking.session_config)),
  coach_booking.record_documents('schedule', array(select distinct user_id from coach_booking.availability_schedule));
