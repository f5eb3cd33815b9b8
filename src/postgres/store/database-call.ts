/**
 * The one way to the database: calls a function of the schema `coach_booking` with one JSON object and answers its JSON.
 * One call is one statement and one transaction. What it throws carries the SQLSTATE as `code`, where there is one.
 */
export type DatabaseCall = (functionName: string, args: object) => Promise<unknown>;

/** Where all our functions live. */
export const SCHEMA = 'coach_booking';

/** A call that failed in the database, or on the way. */
export class DatabaseCallError extends Error {
  override readonly name = 'DatabaseCallError';
  /** SQLSTATE, or a code of the driver's own; none when the database was not reached. */
  readonly code: string | undefined;

  constructor(message: string, code?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
