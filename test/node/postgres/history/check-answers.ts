// What was answered, held against the rows and against the other answers.
import { parseSessionConfig } from '../../../../src/domain/parse-config.js';
import { parseSchedule } from '../../../../src/domain/parse-schedule.js';
import { readBooking } from '../../../../src/protocol/read-booking.js';
import type { Finding } from './check-rows.js';
import { type BookAttempt, type History, type Reply, isBook, isHost, keyName } from './history.js';
import type { Rows } from './rows.js';

type Answered<T> = T & { readonly reply: Reply };

const answered = <T extends { readonly reply: Reply | null }>(entry: T): entry is Answered<T> => entry.reply !== null;

const isBooked = ({ reply }: BookAttempt): boolean => reply?.status === 201;

function attemptsByKey(history: History): Map<string, BookAttempt[]> {
  const groups = new Map<string, BookAttempt[]>();
  for (const entry of history.entries) {
    if (!isBook(entry)) continue;
    const name = keyName(entry.coachId, entry.key);
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return groups;
}

/** Every booking that somebody was told of is there, and is what they were told. */
export function lostBookings(history: History, { bookings, sessions, keys }: Rows): Finding[] {
  const rowOf = new Map(bookings.map((booking) => [booking.id, booking]));
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  const bookingOfKey = new Map(keys.map(({ coachId, key, bookingId }) => [keyName(coachId, key), bookingId]));
  const told = history.entries.filter(isBook).filter(isBooked).filter(answered);
  return told.flatMap(({ key, coachId, reply }) => {
    const booking = readBooking(JSON.parse(reply.body));
    const row = rowOf.get(booking.id);
    const session = sessionOf.get(booking.sessionId);
    if (!row || !session) return [`booking ${booking.id} was answered, and is not there`];
    const stored = {
      sessionId: row.sessionId,
      coachId: session.coachId,
      start: session.start,
      end: session.end,
      durationMinutes: session.durationMinutes,
      rate: { amountMinor: session.rateMinor, currency: session.currency },
      attendee: { name: row.name, email: row.email, timeZone: row.timeZone },
    };
    const said = {
      sessionId: booking.sessionId,
      coachId: booking.coachId,
      start: Date.parse(booking.startTime),
      end: Date.parse(booking.endTime),
      durationMinutes: booking.durationMinutes,
      rate: { amountMinor: booking.rate.amountMinor, currency: booking.rate.currency },
      attendee: {
        name: booking.attendee?.name,
        email: booking.attendee?.email,
        timeZone: booking.attendee?.timeZone,
      },
    };
    const [is, was] = [JSON.stringify(stored), JSON.stringify(said)];
    return [
      ...(is === was ? [] : [`booking ${booking.id} was answered as ${was}, and is ${is}`]),
      ...(bookingOfKey.get(keyName(coachId, key)) === booking.id ? [] : [`key ${key} forgot booking ${booking.id}`]),
    ];
  });
}

/** Under one key there is one booking, told in the same bytes each time, and to nobody who asked for something else. */
export function unequalReplays(history: History): Finding[] {
  return [...attemptsByKey(history)].flatMap(([name, attempts]) => {
    const booked = attempts.filter(isBooked).filter(answered);
    const [first] = booked;
    if (!first) return [];
    const since = Math.min(...booked.map(({ endedAt }) => endedAt));
    const request = JSON.stringify(first.request);
    const findings: Finding[] = [];
    for (const attempt of attempts.filter(answered)) {
      const { status, body, code } = attempt.reply;
      const same = JSON.stringify(attempt.request) === request;
      if (status === 201 && body !== first.reply.body) findings.push(`key ${name}: ${first.reply.body} and ${body}`);
      if (status === 201 && !same) findings.push(`key ${name}: another body got the booking`);
      const mayFail = status === 503 || code === 'idempotency_in_progress';
      if (attempt.startedAt <= since || mayFail) continue;
      if (same && status !== 201) findings.push(`key ${name}: booked, and later ${code ?? String(status)}`);
      if (!same && code !== 'idempotency_mismatch') findings.push(`key ${name}: another body got ${String(status)}`);
    }
    return findings;
  });
}

/** Whoever lost an answer and asked again until there was one knows how it ended. */
export function unresolvedKeys(history: History, { keys }: Rows): Finding[] {
  const bookingOfKey = new Map(keys.map(({ coachId, key, bookingId }) => [keyName(coachId, key), bookingId]));
  return [...attemptsByKey(history)].flatMap(([name, attempts]) => {
    const bookingId = bookingOfKey.get(name);
    if (bookingId === undefined || attempts.some(isBooked)) return [];
    const seen = attempts.map(({ reply, fault }) => reply?.code ?? reply?.status ?? fault ?? 'nothing');
    return [`key ${name} made booking ${bookingId}, and its clients saw only ${seen.join(', ')}`];
  });
}

/** A server answers; it breaks only where a connection of its database was broken, and answers are lost only on purpose. */
export function unexpectedFailures(history: History): Finding[] {
  const exchanges = history.entries.flatMap((entry) => (isHost(entry) ? [] : [entry]));
  const failed = exchanges.filter(({ reply }) => (reply?.status ?? 0) >= 500);
  const odd = failed.filter(({ reply }) => reply?.code !== 'unavailable');
  const lost = exchanges.filter(({ reply, fault }) => reply === null && fault === undefined);
  return [
    ...odd.map(({ kind, reply }) => `${kind}: ${String(reply?.status)} ${reply?.body ?? ''}`),
    ...lost.map(({ kind }) => `${kind}: an answer was lost by itself`),
    ...(failed.length > history.terminated
      ? [`${String(failed.length)} times unavailable, and only ${String(history.terminated)} connections ended`]
      : []),
  ];
}

/** Changes of a coach's documents that were confirmed are in the append-only versions. */
export function lostDocuments(history: History, { documents }: Rows): Finding[] {
  const nameOf = (coachId: string, kind: string, document: unknown): string =>
    `${coachId} ${kind} ${canonical(kind === 'config' ? parseSessionConfig(document) : parseSchedule(document))}`;
  const kept = new Set(documents.map(({ coachId, kind, document }) => nameOf(coachId, kind, document)));
  return history.entries.flatMap((entry) => {
    if ((entry.kind !== 'config' && entry.kind !== 'schedule') || entry.reply?.status !== 200) return [];
    return kept.has(nameOf(entry.coachId, entry.kind, entry.document))
      ? []
      : [`a ${entry.kind} of coach ${entry.coachId} was confirmed, and is not kept`];
  });
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
