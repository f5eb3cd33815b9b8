import { objectOf, readString, recordOf } from '../../domain/read.js';
import type { ResolvedNames, ResolvedTable } from './host-names.js';
import { qualifiedName } from './host-template.js';
import type { OneConnection } from './one-connection.js';

const readTable = objectOf<ResolvedTable>({ schema: readString, table: readString, columns: recordOf(readString) });
const readNames = objectOf<ResolvedNames>({ schema: readString, currency: readString, tables: recordOf(readTable) });

/** The host's names as the first migration kept them; null where it has not been. */
export async function readHostNames(connection: OneConnection): Promise<ResolvedNames | null> {
  const [known] = await connection.rows(`select to_regclass('coach_booking.setting') is not null as known`);
  if (known?.known !== true) return null;
  const [row] = await connection.rows(`select value from coach_booking.setting where name = 'host'`);
  return row ? readNames(row.value) : null;
}

/** The quoted name of a table, `"public"."Session"`. */
export function relationOf(names: ResolvedNames, table: string): string {
  const { schema, table: name } = tableOf(names, table);
  return qualifiedName(schema, name);
}

/** A column's name in the database, unquoted. */
export function columnOf(names: ResolvedNames, table: string, column: string): string {
  return tableOf(names, table).columns[column] ?? column;
}

function tableOf(names: ResolvedNames, table: string): ResolvedTable {
  return names.tables[table] ?? { schema: names.schema, table, columns: {} };
}

/** All columns that a table has, the host's own included. */
export async function columnsOf(connection: OneConnection, relation: string): Promise<readonly string[]> {
  const rows = await connection.rows(
    `select attname::text as name from pg_catalog.pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [relation],
  );
  return rows.map(({ name }) => readString(name));
}
