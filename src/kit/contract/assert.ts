import { isBookingError, type BookingError, type KnownErrorCode } from '../../domain/booking-error.js';

/** A case that went red. */
export class ContractFailure extends Error {
  override readonly name = 'ContractFailure';
}

const show = (value: unknown): string => JSON.stringify([value]).slice(1, -1).slice(0, 600);

/** Throws when the condition does not hold. */
export function ensure(condition: boolean, message: string): asserts condition {
  if (!condition) throw new ContractFailure(message);
}

function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && equal(value, right.get(key)));
}

/** Compares by value; a field that is `undefined` counts as missing. */
export function ensureEqual(actual: unknown, expected: unknown, what: string): void {
  ensure(equal(actual, expected), `${what}: expected ${show(expected)}, got ${show(actual)}`);
}

/** The `BookingError` that the work ends with. Anything else, also success, is red. */
export async function ensureError(
  work: Promise<unknown>,
  codes: KnownErrorCode | readonly KnownErrorCode[],
  what: string,
): Promise<BookingError> {
  const wanted = [codes].flat().join(' or ');
  let error: unknown;
  try {
    const answer = await work;
    throw new ContractFailure(`${what}: expected ${wanted}, got the answer ${show(answer)}`);
  } catch (caught) {
    if (caught instanceof ContractFailure) throw caught;
    error = caught;
  }
  ensure(isBookingError(error), `${what}: expected a BookingError ${wanted}, got ${String(error)}`);
  ensure(
    [codes].flat().some((code) => code === error.code),
    `${what}: expected ${wanted}, got ${error.code}`,
  );
  return error;
}

/** A refusal that names the field. */
export async function ensureField(work: Promise<unknown>, field: string, what: string): Promise<void> {
  const { fields = {} } = await ensureError(work, 'validation_failed', what);
  ensure(Object.hasOwn(fields, field), `${what}: expected the field ${field}, got ${show(fields)}`);
}
