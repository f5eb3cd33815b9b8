import { BookingError, type KnownErrorCode } from '../domain/booking-error.js';
import type { FieldCode, FieldErrors } from '../domain/booking-field.js';
import { toMajor, toMinor, type Money } from '../domain/money.js';
import { objectOf, optional, readNumber, readString, recordOf, text, type Read } from '../domain/read.js';
import type { Slot } from '../domain/slot.js';
import { readSlots } from './read-availability.js';
import { writeSlot } from './slot.js';

/** What an answer says besides its body. */
export interface ProblemContext {
  readonly status: number;
  /** Of a request that may have changed something. */
  readonly isWrite: boolean;
  readonly retryAfterMs?: number | undefined;
  readonly requestId?: string | undefined;
}

interface ProblemFields {
  readonly code: string;
  readonly detail?: string | undefined;
  readonly fields?: FieldErrors | undefined;
  readonly alternatives?: readonly Slot[] | undefined;
  readonly current?: Money | undefined;
  readonly requestId?: string | undefined;
}

interface PriceFields {
  readonly rate: number;
  readonly currency: string;
}

const FIELD_CODES = 'required invalid too_short too_long too_small too_large duplicate unknown mismatch'.split(' ');

/** A word of a later version counts as `invalid`, for which every dictionary has a sentence. */
const readFieldCode: Read<FieldCode> = (value, path) => {
  const word = readString(value, path);
  return isFieldCode(word) ? word : 'invalid';
};

const readPriceFields = objectOf<PriceFields>({ rate: readNumber, currency: readString });

const readProblemFields = objectOf<ProblemFields>({
  code: text(1),
  detail: helpful(readString),
  fields: helpful(recordOf(readFieldCode)),
  alternatives: helpful(readSlots),
  current: helpful((value, path) => {
    const { rate, currency } = readPriceFields(value, path);
    return toMinor(rate, currency);
  }),
  requestId: helpful(readString),
});

/**
 * The error that a problem document tells of. Only `code` is needed, and kept also when it is not known: what else is
 * malformed is left out. Null when there is no code, as in a proxy's own page.
 */
export function readProblem(value: unknown, context: ProblemContext): BookingError | null {
  const { status, isWrite, retryAfterMs } = context;
  let problem: ProblemFields;
  try {
    problem = readProblemFields(value);
  } catch {
    return null;
  }
  const { code, detail, fields, alternatives, current } = problem;
  const requestId = problem.requestId ?? context.requestId;
  // 501 says that nothing was tried.
  const isUncertain = isWrite && (code === 'unavailable' || (status > 499 && status !== 501));
  return new BookingError(code, {
    status,
    message: detail ?? code,
    outcome: isUncertain ? 'unknown' : 'not_applied',
    ...((status === 429 || status === 503) && { retryable: true }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(fields && { fields: renameZones(fields, /\btimezone$/, 'timeZone') }),
    ...(alternatives && { alternatives }),
    ...(current && { current }),
    ...(requestId !== undefined && { requestId }),
  });
}

type WireErrorCode = Exclude<KnownErrorCode, 'network' | 'timeout' | 'aborted' | 'invalid_response'>;

/** The statuses of each code of the wire, the usual one first. */
const STATUSES: Readonly<Record<WireErrorCode, readonly [number, ...number[]]>> = {
  validation_failed: [422, 400, 413],
  out_of_policy: [422],
  idempotency_mismatch: [422],
  slot_unavailable: [409],
  price_changed: [409],
  hold_expired: [409],
  idempotency_in_progress: [409],
  version_conflict: [412],
  not_found: [404, 405],
  unauthorized: [401],
  forbidden: [403],
  rate_limited: [429],
  unsupported: [501],
  unavailable: [503],
  unknown: [500],
};

/** What a server's own calls to others may end with: its callers see that it could not do its work. */
const UPSTREAM: ReadonlySet<string> = new Set(['network', 'timeout', 'aborted', 'invalid_response']);

/** RFC 9457, with the fields of the protocol. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly [extension: string]: unknown;
}

/**
 * The problem document of an error. Of what went wrong inside (status 500, 503) it says no more than the code: messages
 * of databases and other servers are for the log.
 */
export function writeProblem(error: BookingError, requestId: string): Problem {
  const code = UPSTREAM.has(error.code) ? 'unavailable' : error.code;
  const status = statusOf(code, error.status);
  const title = code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ');
  const problem = { type: 'about:blank', title, status, code, requestId } as const;
  if (status >= 500 && status !== 501) return problem;
  const { message, fields, alternatives, current } = error;
  return {
    ...problem,
    ...(message !== code && { detail: message }),
    ...(fields && { fields: renameZones(fields, /\btimeZone$/, 'timezone') }),
    ...(alternatives && { alternatives: alternatives.map(writeSlot) }),
    ...(current && { current: { rate: toMajor(current), currency: current.currency } }),
  };
}

/** A code of an integrator's own is answered with the status that it brings. */
function statusOf(code: string, status = 0): number {
  const usual = Object.entries(STATUSES).find(([known]) => known === code)?.[1];
  if (usual) return usual.includes(status) ? status : usual[0];
  return status >= 400 && status <= 599 ? status : 500;
}

function isFieldCode(word: string): word is FieldCode {
  return FIELD_CODES.includes(word);
}

/** Reads a field that helps, and whose lack harms less than losing the rest. */
function helpful<T>(read: Read<T>): ReturnType<typeof optional<T | undefined>> {
  return optional((value, path) => {
    try {
      return read(value, path);
    } catch {
      return undefined;
    }
  });
}

/** The one field whose name differs between code and wire. */
function renameZones(fields: FieldErrors, from: RegExp, to: string): FieldErrors {
  return Object.fromEntries(Object.entries(fields).map(([path, code]) => [path.replace(from, to), code]));
}
