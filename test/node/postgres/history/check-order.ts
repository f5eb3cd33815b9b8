// What must hold in time: who was told yes first keeps it, and nobody is offered what is certainly gone.
import { readBooking, readHold } from '../../../../src/protocol/read-booking.js';
import type { Finding } from './check-rows.js';
import { type History, type HistoryEntry, isBook, isHold, isHost, keyName } from './history.js';

/** A time that is somebody's for certain from one moment to another. */
interface Kept {
  readonly name: string;
  readonly coachId: string;
  readonly start: number;
  readonly end: number;
  readonly certainFrom: number;
  readonly certainUntil: number;
  readonly holdId?: string;
}

/** The clocks of server and clients are one; a hold that ends within this is not argued about. */
const MARGIN_MS = 20;

/** Until the owner may have given up the hold: by moving, releasing or booking it. */
function holdsOf(entries: readonly HistoryEntry[]): Kept[] {
  const uses = entries.flatMap((entry) => {
    const holdId = isBook(entry) ? entry.request.holdId : 'holdId' in entry ? entry.holdId : undefined;
    return holdId === undefined ? [] : [{ holdId, startedAt: entry.startedAt }];
  });
  return entries.filter(isHold).flatMap(({ reply, endedAt, coachId, startTime, endTime }) => {
    if (reply?.status !== 200) return [];
    const { holdId, expiresAt } = readHold(JSON.parse(reply.body));
    const next = uses.filter((use) => use.holdId === holdId && use.startedAt >= endedAt);
    return {
      name: `hold ${holdId}`,
      holdId,
      coachId,
      start: Date.parse(startTime),
      end: Date.parse(endTime),
      certainFrom: endedAt,
      certainUntil: Math.min(Date.parse(expiresAt) - MARGIN_MS, ...next.map(({ startedAt }) => startedAt)),
    };
  });
}

/** Until the host may have cancelled them. */
function sessionsOf(entries: readonly HistoryEntry[]): Kept[] {
  const cancelledAt = new Map<string, number>();
  for (const { kind, ...entry } of entries) {
    if (kind !== 'host cancels' || !('sessionId' in entry)) continue;
    cancelledAt.set(entry.sessionId, Math.min(cancelledAt.get(entry.sessionId) ?? Infinity, entry.startedAt));
  }
  const kept = (sessionId: string, coachId: string, start: string, end: string, endedAt: number): Kept => ({
    name: `session ${sessionId}`,
    coachId,
    start: Date.parse(start),
    end: Date.parse(end),
    certainFrom: endedAt,
    certainUntil: cancelledAt.get(sessionId) ?? Infinity,
  });
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    if (isHost(entry)) {
      const inserted = entry.kind === 'host inserts' && entry.code === undefined;
      return inserted ? kept(entry.sessionId, entry.coachId, entry.startTime, entry.endTime, entry.endedAt) : [];
    }
    if (!isBook(entry) || entry.reply?.status !== 201) return [];
    const { sessionId, coachId, startTime, endTime } = readBooking(JSON.parse(entry.reply.body));
    // A replay says again what was true before, so only the first answer counts.
    if (seen.has(sessionId)) return [];
    seen.add(sessionId);
    return kept(sessionId, coachId, startTime, endTime, entry.endedAt);
  });
}

const overlap = (a: Pick<Kept, 'start' | 'end'>, b: Pick<Kept, 'start' | 'end'>): boolean =>
  a.start < b.end && b.start < a.end;

/** A read that began after somebody's yes does not offer that time to others. */
export function staleOffers({ entries }: History): Finding[] {
  const kept = [...sessionsOf(entries), ...holdsOf(entries)];
  return entries.flatMap((entry) => {
    if (entry.kind !== 'read') return [];
    const gone = kept.filter(
      (each) =>
        each.coachId === entry.coachId &&
        (each.holdId === undefined || each.holdId !== entry.exceptHoldId) &&
        each.certainFrom < entry.startedAt &&
        each.certainUntil > entry.endedAt,
    );
    return entry.slots.flatMap(({ startTime, endTime }) => {
      const slot = { start: Date.parse(startTime), end: Date.parse(endTime) };
      const taken = gone.find((each) => overlap(each, slot));
      return taken ? [`${startTime} of coach ${entry.coachId} was offered while ${taken.name} had it`] : [];
    });
  });
}

/** What was granted altogether within the certain time of a hold, and overlaps it. */
export function brokenHolds({ entries }: History): Finding[] {
  const holds = holdsOf(entries);
  const begun = new Map<string, number>();
  const granted = new Set<string>();
  for (const entry of entries.filter(isBook)) {
    const name = keyName(entry.coachId, entry.key);
    begun.set(name, Math.min(begun.get(name) ?? Infinity, entry.startedAt));
  }
  const grants = entries.flatMap((entry) => {
    if (isHost(entry)) {
      const inserted = entry.kind === 'host inserts' && entry.code === undefined;
      return inserted ? [{ ...entry, name: `the host's session ${entry.sessionId}`, holdId: undefined }] : [];
    }
    const { endedAt, coachId } = entry;
    if (isBook(entry) && entry.reply?.status === 201) {
      const { startTime, endTime, holdId } = entry.request;
      // A replay grants nothing; and the first answer may be of an attempt whose own answer was lost.
      const name = keyName(coachId, entry.key);
      if (granted.has(name)) return [];
      granted.add(name);
      const startedAt = begun.get(name) ?? entry.startedAt;
      return [{ startedAt, endedAt, coachId, startTime, endTime, holdId, name: `key ${entry.key}` }];
    }
    if (isHold(entry) && entry.reply?.status === 200) {
      const { holdId } = readHold(JSON.parse(entry.reply.body));
      const { startedAt, startTime, endTime } = entry;
      return [{ startedAt, endedAt, coachId, startTime, endTime, holdId, name: `hold ${holdId}` }];
    }
    return [];
  });
  return holds.flatMap((hold) =>
    grants
      .filter(
        (grant) =>
          grant.coachId === hold.coachId &&
          grant.holdId !== hold.holdId &&
          grant.startedAt > hold.certainFrom &&
          grant.endedAt < hold.certainUntil &&
          overlap(hold, { start: Date.parse(grant.startTime), end: Date.parse(grant.endTime) }),
      )
      .map((grant) => `${grant.name} was granted while ${hold.name} had that time`),
  );
}
