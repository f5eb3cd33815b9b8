/** Who the coach is: shown beside the picker, which does not wait for it. */
import type { Coach } from '../domain/coach.js';
import { readRecord, readTimeZone, refuse, text } from '../domain/read.js';
import type { BookingAdapter, CallOptions } from '../ports/booking-adapter.js';
import { readAnswer } from './read-answers.js';

/** Throws `invalid_response` for what is no coach. */
export async function loadCoach(adapter: BookingAdapter, coachId: string, options: CallOptions): Promise<Coach> {
  const coach = await adapter.getCoach?.({ coachId }, options);
  return readAnswer(() => {
    if (!coach) refuse('coach', 'required');
    text(1)(readRecord(coach, 'coach').name, 'coach.name');
    readTimeZone(coach.timezone, 'coach.timezone');
    return coach;
  });
}
