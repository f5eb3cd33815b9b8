/**
 * Remembers, over a reload of the page, a booking whose outcome is not known: what was sent and its key, in this tab only, and
 * only until the outcome is known (docs/decisions/0010-holds.md).
 */
import type { BookingRequest } from '../../../domain/booking.js';
import { isMoney } from '../../../domain/money.js';
import { readInstant, readRecord, readString, text } from '../../../domain/read.js';
import type { Attempt, FlowState } from '../../../flow/state.js';

/** Older ones are forgotten: nobody expects to be booked by a tab that is opened again the next day. */
const LONGEST_MS = 10 * 60_000;

/** Keys that this very page has sent: their flows are here and ask for themselves. */
const own = new Set<string>();

/** Keeps what is on its way, and forgets it when the outcome is known. */
export function remember(state: FlowState, previous: FlowState): void {
  const [attempt, before] = [unsettled(state), unsettled(previous)];
  if (attempt === before) return;
  const name = nameOf(state.coachId);
  if (attempt) {
    own.add(attempt.idempotencyKey);
    withStorage((storage) => storage.setItem(name, JSON.stringify({ at: Date.now(), ...attempt })));
  } else withStorage((storage) => storage.removeItem(name));
}

/** What an earlier visit of this page in this tab has sent without learning what became of it. */
export function recall(coachId: string | undefined): Attempt | null {
  if (coachId === undefined) return null;
  const name = nameOf(coachId);
  return withStorage((storage) => {
    const kept = storage.getItem(name);
    if (kept === null) return null;
    const attempt = read(kept, coachId);
    if (attempt && own.has(attempt.idempotencyKey)) return null;
    if (!attempt) storage.removeItem(name);
    return attempt;
  });
}

function unsettled(state: FlowState): Attempt | null {
  if (state.step !== 'confirmation' || !('attempt' in state.submission)) return null;
  // Not sent yet.
  if ('tries' in state.submission && state.submission.tries === 0) return null;
  return state.submission.attempt;
}

/** By the page's address, so that a coach of the same name on another page is another one. */
export function nameOf(coachId: string): string {
  return `coach-booking ${location.pathname}${location.search} ${coachId}`;
}

/** Null for anything that is old, of another coach, or not whole. What is kept is sent again word for word. */
function read(kept: string, coachId: string): Attempt | null {
  try {
    const { at, idempotencyKey, request } = readRecord(JSON.parse(kept), 'pending');
    const age = Date.now() - Number(at);
    if (!(age >= 0 && age < LONGEST_MS) || !isRequest(request) || request.coachId !== coachId) return null;
    return { idempotencyKey: text(1)(idempotencyKey, 'idempotencyKey'), request };
  } catch {
    return null;
  }
}

function isRequest(value: unknown): value is BookingRequest {
  const request = readRecord(value, 'request');
  const attendee = readRecord(request.attendee, 'attendee');
  for (const each of [request.coachId, attendee.name, attendee.email, attendee.timeZone]) readString(each, 'request');
  readInstant(request.startTime, 'startTime');
  readInstant(request.endTime, 'endTime');
  if (request.answers !== undefined) readRecord(request.answers, 'answers');
  return typeof request.durationMinutes === 'number' && isMoney(request.rate);
}

/** Null where the browser keeps nothing: storage may be off, full or forbidden. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
