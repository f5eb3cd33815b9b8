// What must hold of the rows alone, whatever was asked. Nothing here trusts a constraint, a trigger or a stored range.
import { priceOf } from '../../../../src/domain/price.js';
import { parseSessionConfig } from '../../../../src/domain/parse-config.js';
import type { SessionConfig } from '../../../../src/domain/session-config.js';
import { type ClaimRow, type DocumentRow, type Rows, isLive } from './rows.js';

const MINUTE = 60_000;

/** Something that must not be, in words. */
export type Finding = string;

interface Span {
  readonly coachId: string;
  readonly from: number;
  readonly until: number;
  readonly name: string;
}

const at = (ms: number): string => new Date(ms).toISOString();
const show = ({ name, from, until }: Span): string => `${name} [${at(from)}, ${at(until)})`;

/** Each span that begins before an earlier one of the same coach has ended. */
function overlaps(spans: readonly Span[]): Finding[] {
  const last = new Map<string, Span>();
  const findings: Finding[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const before = last.get(span.coachId);
    if (before && span.from < before.until) {
      findings.push(`coach ${span.coachId}: ${show(before)} and ${show(span)}`);
    }
    if (!before || span.until > before.until) last.set(span.coachId, span);
  }
  return findings;
}

const isLiveClaim = ({ expiresAt }: ClaimRow, now: number): boolean => expiresAt === undefined || expiresAt > now;

/** Claims with their buffers, computed from the columns that a person reads. */
export function overlappingClaims({ claims, now }: Rows): Finding[] {
  const live = claims.filter((claim) => isLiveClaim(claim, now));
  return overlaps(
    live.map((claim) => ({
      coachId: claim.coachId,
      from: claim.start - claim.bufferBeforeMinutes * MINUTE,
      until: claim.end + claim.bufferAfterMinutes * MINUTE,
      name: `${claim.kind} ${claim.reference}`,
    })),
  );
}

/** The sessions themselves, so that a claim that was never made hides nothing. */
export function overlappingSessions({ sessions }: Rows): Finding[] {
  const live = sessions.filter((session) => isLive(session) && !session.unclaimed);
  return overlaps(
    live.map(({ coachId, id, start, end }) => ({ coachId, from: start, until: end, name: `session ${id}` })),
  );
}

/** A live session blocks its time once, at its time; a dead one does not block. */
export function claimsOutOfStep({ claims, sessions }: Pick<Rows, 'claims' | 'sessions'>): Finding[] {
  const ofSessions = claims.filter(({ kind }) => kind === 'session');
  const byReference = new Map(ofSessions.map((claim) => [claim.reference, claim]));
  const findings = ofSessions
    .filter((claim) => byReference.get(claim.reference) !== claim)
    .map(({ reference }) => `two claims of session ${reference}`);
  for (const session of sessions) {
    const claim = byReference.get(session.id);
    byReference.delete(session.id);
    const wanted = isLive(session) && !session.unclaimed;
    if (wanted !== Boolean(claim)) {
      findings.push(`session ${session.id} (${session.status}) has ${claim ? 'a' : 'no'} claim`);
    } else if (
      claim &&
      (claim.start !== session.start || claim.end !== session.end || claim.coachId !== session.coachId)
    ) {
      findings.push(`the claim of session ${session.id} is for another time`);
    }
  }
  return [...findings, ...[...byReference.keys()].map((reference) => `a claim of session ${reference}, which is gone`)];
}

export function severalBookingsOfAKey({ keys }: Rows): Finding[] {
  const seen = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { coachId, key, bookingId } of keys) {
    if (bookingId === undefined) continue;
    const name = `${coachId} ${key}`;
    if (seen.has(name)) findings.push(`key ${name} has bookings ${String(seen.get(name))} and ${bookingId}`);
    seen.set(name, bookingId);
  }
  const ids = keys.flatMap(({ bookingId }) => bookingId ?? []);
  if (new Set(ids).size < ids.length) findings.push('one booking has two keys');
  return findings;
}

/** The config that counted when a transaction committed. */
function configAt(documents: readonly DocumentRow[], coachId: string, order: number): SessionConfig | undefined {
  const earlier = documents.filter((each) => each.coachId === coachId && each.kind === 'config' && each.order < order);
  const latest = earlier.reduce<DocumentRow | undefined>(
    (best, each) => (best && best.order > each.order ? best : each),
    undefined,
  );
  return latest && parseSessionConfig(latest.document);
}

/**
 * Every booking costs what the coach's config said, and keeps the distance that it wanted, at the moment of its commit:
 * config and bookings of a coach are written under one lock, so the order of their commits is the order of the decisions.
 */
export function wrongPrices({ sessions, bookings, claims, documents }: Rows): Finding[] {
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  const claimOf = new Map(claims.flatMap((claim) => (claim.kind === 'session' ? [[claim.reference, claim]] : [])));
  return bookings.flatMap(({ id, sessionId, order }) => {
    const session = sessionOf.get(sessionId);
    if (!session) return [`booking ${id} has no session`];
    const config = configAt(documents, session.coachId, order);
    if (!config) return [`booking ${id} was made before any config`];
    const { amountMinor, currency } = priceOf(config, session.durationMinutes);
    const findings: Finding[] = [];
    if (session.rateMinor !== amountMinor || session.currency !== currency) {
      const paid = `${String(session.rateMinor)} ${String(session.currency)}`;
      findings.push(`booking ${id} costs ${paid} where the config said ${String(amountMinor)} ${currency}`);
    }
    const claim = claimOf.get(sessionId);
    const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } = config;
    if (
      claim &&
      (claim.bufferBeforeMinutes !== bufferBeforeMinutes || claim.bufferAfterMinutes !== bufferAfterMinutes)
    ) {
      findings.push(`booking ${id} keeps another distance than the config said`);
    }
    return findings;
  });
}

const dateOf = (ms: number): string => at(ms).slice(0, 10);

/**
 * No booking was made on a day that had as many sessions as the config allowed at that moment. Only sessions count that
 * were there for certain: booked before and not cancelled since. The coaches' zone is UTC.
 */
export function fullDays({ sessions, bookings, documents }: Rows): Finding[] {
  const bookedAt = new Map(bookings.map(({ sessionId, order }) => [sessionId, order]));
  const booked = sessions.flatMap((session) => {
    const order = bookedAt.get(session.id);
    return order === undefined ? [] : [{ ...session, from: order, until: isLive(session) ? Infinity : session.order }];
  });
  return booked.flatMap((session) => {
    const maximum = configAt(documents, session.coachId, session.from)?.maximumPerDay ?? Infinity;
    const others = booked.filter(
      (other) =>
        other.coachId === session.coachId &&
        dateOf(other.start) === dateOf(session.start) &&
        other.from < session.from &&
        other.until > session.from,
    );
    return others.length < maximum
      ? []
      : [`session ${session.id} is number ${String(others.length + 1)} on a day for ${String(maximum)}`];
  });
}
