import { readHostNames } from '../migrate/host-relations.js';
import { withConnection, type MigrationClient } from '../migrate/one-connection.js';
import { verifyCoaches } from './coaches.js';
import { verifyExposure } from './exposure.js';
import { Findings, type VerifyReport } from './report.js';
import { verifySchema } from './schema.js';
import { verifySessions } from './sessions.js';

export interface VerifyOptions {
  /** Findings kept of each check. Default 100. */
  readonly limit?: number | undefined;
  /** Coaches read at a time. Default 500. */
  readonly batchSize?: number | undefined;
  /** Milliseconds since the epoch: what is over by then cannot be mended. Default: the machine's clock. */
  readonly now?: (() => number) | undefined;
}

/** The database has never been migrated. */
export class NotMigratedError extends Error {
  override readonly name = 'NotMigratedError';

  constructor() {
    super('this database has no coach_booking schema: migrate it first');
  }
}

/**
 * Looks whether a migrated database is fit for bookings, and changes nothing.
 * @throws NotMigratedError
 */
export function verify(client: MigrationClient, options: VerifyOptions = {}): Promise<VerifyReport> {
  const { limit = 100, batchSize = 500, now = Date.now } = options;
  return withConnection(client, async (connection) => {
    const names = await readHostNames(connection);
    if (!names) throw new NotMigratedError();
    const findings = new Findings(limit);
    await verifySchema(connection, names, findings.add);
    const coaches = await verifyCoaches(connection, findings.add, batchSize);
    const sessions = await verifySessions(connection, findings.add, new Date(now()).toISOString());
    await verifyExposure(connection, names, findings.add);
    return findings.report({ coaches, sessions });
  });
}
