// What the database holds in the end, in plain values. Instants are milliseconds since the epoch.

export interface ClaimRow {
  readonly id: string;
  readonly coachId: string;
  readonly kind: string;
  readonly reference: string;
  readonly start: number;
  readonly end: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Of a hold. */
  readonly expiresAt?: number | undefined;
}

export interface SessionRow {
  readonly id: string;
  readonly coachId: string;
  readonly start: number;
  readonly end: number;
  readonly durationMinutes: number;
  readonly status: string;
  readonly rateMinor?: number | undefined;
  readonly currency?: string | undefined;
  /** One that the migration found overlapping: it has no claim. */
  readonly unclaimed: boolean;
  /** When the transaction committed that wrote the row last: of a dead one, when it died. */
  readonly order: number;
}

export interface BookingRow {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  /** When its transaction committed, in order. */
  readonly order: number;
}

export interface KeyRow {
  readonly coachId: string;
  readonly key: string;
  readonly outcome: string;
  readonly bookingId?: string | undefined;
}

export interface DocumentRow {
  readonly coachId: string;
  readonly kind: string;
  readonly document: unknown;
  readonly order: number;
}

export interface EventRow {
  readonly id: string;
  readonly bookingId: string;
}

export interface Rows {
  /** The database's clock. */
  readonly now: number;
  readonly claims: readonly ClaimRow[];
  readonly sessions: readonly SessionRow[];
  readonly bookings: readonly BookingRow[];
  readonly keys: readonly KeyRow[];
  readonly documents: readonly DocumentRow[];
  readonly events: readonly EventRow[];
}

const DEAD = new Set(['cancelled', 'canceled', 'declined', 'rejected', 'expired']);

/** DESIGN's list, written down a second time on purpose. */
export const isLive = ({ status }: { readonly status: string }): boolean => !DEAD.has(status.toLowerCase());
