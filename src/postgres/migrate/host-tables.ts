/** What a column of the host's must be, so that our functions read and write it. `word`: text or an enum. */
export type ColumnKind =
  'integer' | 'bigint' | 'number' | 'text' | 'word' | 'boolean' | 'instant' | 'milliseconds' | 'jsonb' | 'uuid';

export interface TableShape {
  /** Columns that a table must have where it stands already; what else is missing is added. */
  readonly required: readonly string[];
  /** Columns that are read where they are, and never added. */
  readonly optional?: readonly string[];
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

/** Tables that a host may have, by the names of its Prisma models; their database names can be mapped. */
export const HOST_TABLES = {
  User: { required: ['id'], optional: ['name'], columns: { id: 'integer', name: 'text' } },
  RealtorCoachProfile: {
    required: ['id', 'userDbId'],
    columns: {
      id: 'integer',
      userDbId: 'integer',
      publicId: 'text',
      displayName: 'text',
      title: 'text',
      bio: 'text',
      avatarUrl: 'text',
      sessionLength: 'text',
      hourlyRate: 'number',
      availability: 'text',
      calendlyUrl: 'text',
      eventTypeUrl: 'text',
      defaultDuration: 'integer',
      allowCustomDuration: 'boolean',
      minimumDuration: 'integer',
      maximumDuration: 'integer',
    },
  },
  CoachingAvailabilitySchedule: {
    required: ['id', 'userDbId'],
    columns: {
      id: 'integer',
      userDbId: 'integer',
      timezone: 'text',
      rules: 'jsonb',
      isDefault: 'boolean',
      active: 'boolean',
    },
  },
  Session: {
    required: ['id', 'coachId', 'startTime', 'endTime'],
    columns: {
      id: 'integer',
      coachId: 'integer',
      startTime: 'milliseconds',
      endTime: 'milliseconds',
      durationMinutes: 'integer',
      status: 'text',
      calendlyEventId: 'text',
      calendlySchedulingUrl: 'text',
      rateAtBooking: 'number',
      rateAtBookingMinor: 'bigint',
      currencyCode: 'word',
    },
  },
} as const satisfies Readonly<Record<string, TableShape>>;

/** Tables that are ours, among the host's. The host may have the first two already, by just these names. */
export const OUR_TABLES = {
  CoachSessionConfig: {
    required: ['id', 'userDbId'],
    columns: {
      id: 'integer',
      userDbId: 'integer',
      durations: 'jsonb',
      rates: 'jsonb',
      currency: 'word',
      isActive: 'boolean',
      rules: 'jsonb',
      createdAt: 'instant',
      updatedAt: 'instant',
    },
  },
  SessionAttendee: {
    required: ['id', 'sessionId'],
    columns: {
      id: 'uuid',
      sessionId: 'integer',
      name: 'text',
      email: 'text',
      timezone: 'text',
      answers: 'jsonb',
      metadata: 'jsonb',
      rate: 'number',
      rateMinor: 'bigint',
      currencyCode: 'word',
      status: 'text',
      extra: 'jsonb',
      tokenVersion: 'integer',
      createdAt: 'instant',
      updatedAt: 'instant',
    },
  },
  BookingClaim: { required: [], columns: {} },
} as const satisfies Readonly<Record<string, TableShape>>;

export const TABLES: Readonly<Record<string, TableShape>> = { ...HOST_TABLES, ...OUR_TABLES };
