-- Sessions that stood before us get claims in order of start; of two that overlap, the later goes without.
lock table coach_booking.session in share row exclusive mode;

insert into coach_booking.booking_claim (coach_id, kind, reference, start_time, end_time)
select s.coach_id, 'session', s.id::text, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time)
from coach_booking.session s
where s.coach_id is not null
  and coach_booking.blocks(s.status::text, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time))
order by s.coach_id, s.start_time, s.id
on conflict do nothing;

insert into coach_booking.unclaimed_session (session_id, coach_id, start_time, end_time)
select s.id, s.coach_id, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time)
from coach_booking.session s
where s.coach_id is not null
  and coach_booking.blocks(s.status::text, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time))
  and not exists (
    select from coach_booking.booking_claim c where c.kind = 'session' and c.reference = s.id::text);

select coach_booking.record_documents('config', array(select user_id from coach_booking.session_config)),
  coach_booking.record_documents('schedule', array(select distinct user_id from coach_booking.availability_schedule));
