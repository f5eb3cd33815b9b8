import { readFileSync } from 'node:fs';
import { isBookingError } from '../../domain/booking-error.js';
import { objectOf, optional, readString, recordOf } from '../../domain/read.js';
import type { HostNames, TableNames } from '../../postgres/migrate/host-names.js';
import { migrate, MigrationError } from '../../postgres/migrate/migrate.js';
import { defineCommand, EXIT } from '../command.js';
import { withConnection } from '../connect.js';
import { DATABASE_URL_OPTION, explainDatabaseError, publicUrl, readDatabaseUrl } from '../database-url.js';
import { Failure, UsageError } from '../failure.js';
import { given } from '../terminal.js';

const ABOUT = `Creates what is missing and adds what is ours (expand). Your rows, columns, grants and policies stay as they are, and
your code goes on as before. Each step is one transaction; run it again at any time. Connect as the owner of the tables,
straight to the server or through a session pooler.`;

export const migrateCommand = defineCommand({
  summary: 'Brings a database to this version: an empty one, or one with your Prisma tables.',
  about: ABOUT,
  options: {
    ...DATABASE_URL_OPTION,
    columns: {
      type: 'string',
      value: '<file>',
      help: 'JSON of your names, where they differ (docs/migration.md); kept for later runs',
    },
    schema: { type: 'string', value: '<name>', help: 'of your tables; default: public' },
  },
  async run(values, { env, say }) {
    const url = readDatabaseUrl(values['database-url'], env);
    const schema = given(values.schema);
    const settings = {
      ...(values.columns !== undefined && { columns: readColumns(values.columns) }),
      ...(schema !== undefined && { schema }),
    };
    return withConnection(url, async (client) => {
      try {
        const { applied } = await migrate({ client, ...settings, log: say });
        say(applied.length > 0 ? `${publicUrl(url)} is migrated.` : `${publicUrl(url)} is up to date.`);
        return EXIT.ok;
      } catch (error) {
        // Names of tables that nobody knows.
        if (error instanceof TypeError && values.columns !== undefined) throw new UsageError(error.message);
        if (!(error instanceof MigrationError)) throw error;
        const cause = error.cause === undefined ? null : explainDatabaseError(error.cause, url);
        throw new Failure(cause instanceof Failure ? cause.message : error.message, { cause: error });
      }
    });
  },
});

const readTable = objectOf<TableNames>({
  table: optional(readString),
  schema: optional(readString),
  columns: optional(recordOf(readString)),
});
/** Tables that are not known are kept, for `migrate` to refuse. */
const readNames = objectOf<HostNames>({
  User: optional(readTable),
  RealtorCoachProfile: optional(readTable),
  CoachingAvailabilitySchedule: optional(readTable),
  Session: optional(readTable),
  Currency: optional(readString),
});

function readColumns(file: string): HostNames {
  try {
    return readNames(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const isOurs = error instanceof SyntaxError || isBookingError(error) || (error instanceof Error && 'code' in error);
    if (!isOurs) throw error;
    throw new UsageError(`${file} cannot be read: ${error.message}`);
  }
}
