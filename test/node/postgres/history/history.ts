// What was asked and answered, as the clients saw it.
import type { BookingRequest } from '../../../../src/domain/booking.js';
import type { Slot } from '../../../../src/domain/slot.js';

/** What is done to an exchange on purpose. */
export type Fault = 'request lost' | 'answer lost' | 'connection cut';

export interface Reply {
  readonly status: number;
  /** As it came, byte for byte. */
  readonly body: string;
  /** Of a problem document. */
  readonly code?: string;
  readonly etag?: string;
}

export interface Exchange {
  /** Milliseconds since the epoch, with fractions, on the clock that the server reads too. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly fault?: Fault;
  /** Null when none arrived. */
  readonly reply: Reply | null;
}

interface Attempted extends Exchange {
  readonly client: number;
  readonly coachId: string;
}

export interface BookAttempt extends Attempted {
  readonly kind: 'book' | 'book again' | 'other body';
  readonly key: string;
  readonly request: BookingRequest;
}

export interface HoldAttempt extends Attempted {
  readonly kind: 'hold' | 'renew' | 'move';
  /** Of a hold that is renewed or moved. */
  readonly holdId?: string;
  readonly startTime: string;
  readonly endTime: string;
}

export interface ReleaseAttempt extends Attempted {
  readonly kind: 'release';
  readonly holdId: string;
}

export interface ReadAttempt extends Attempted {
  readonly kind: 'read';
  readonly slots: readonly Slot[];
  /** The reader's own hold, which hides nothing from them. */
  readonly exceptHoldId?: string;
}

export interface SaveAttempt extends Attempted {
  readonly kind: 'config' | 'schedule';
  readonly document: unknown;
}

/** The host's own code, writing to its own table. */
export interface HostWrite {
  readonly kind: 'host inserts' | 'host cancels';
  readonly client: number;
  readonly coachId: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly sessionId: string;
  readonly startTime: string;
  readonly endTime: string;
  /** SQLSTATE, when it failed. */
  readonly code?: string;
}

export type HistoryEntry = BookAttempt | HoldAttempt | ReleaseAttempt | ReadAttempt | SaveAttempt | HostWrite;

export interface History {
  readonly seed: number;
  readonly entries: readonly HistoryEntry[];
  /** Connections that the server of the database was told to end. */
  readonly terminated: number;
}

export const isBook = (entry: HistoryEntry): entry is BookAttempt => 'key' in entry;
export const isHold = (entry: HistoryEntry): entry is HoldAttempt =>
  entry.kind === 'hold' || entry.kind === 'renew' || entry.kind === 'move';
export const isHost = (entry: HistoryEntry): entry is HostWrite => !('reply' in entry);

/** Keys are a coach's own. */
export const keyName = (coachId: string, key: string): string => `${coachId} ${key}`;
