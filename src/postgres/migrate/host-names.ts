import { HOST_TABLES, TABLES } from './host-tables.js';

export interface TableNames<Column extends string = string> {
  /** The table's name in the database, as `@@map` gives it. */
  readonly table?: string;
  /** Its schema, where it is not that of the others. */
  readonly schema?: string;
  /** Columns' names in the database, as `@map` gives them. */
  readonly columns?: Readonly<Partial<Record<Column, string>>>;
}

type Columns<T extends keyof typeof HOST_TABLES> = Extract<keyof (typeof HOST_TABLES)[T]['columns'], string>;

/**
 * The database's names where they are not those of docs/backend.md:
 * `{ Session: { table: 'sessions', columns: { coachId: 'coach_id' } } }`. The first migration keeps them, so that later
 * ones need not be told.
 */
export type HostNames = { readonly [T in keyof typeof HOST_TABLES]?: TableNames<Columns<T>> } & {
  /** The enum of currencies, where the host has one. `Currency` unless told. */
  readonly Currency?: string;
};

export interface ResolvedTable {
  readonly schema: string;
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** Every name written out. */
export interface ResolvedNames {
  readonly schema: string;
  readonly currency: string;
  readonly tables: Readonly<Record<string, ResolvedTable>>;
}

function resolveTable(name: string, known: readonly string[], schema: string, given: TableNames): ResolvedTable {
  for (const column of Object.keys(given.columns ?? {})) {
    if (!known.includes(column)) {
      throw new TypeError(`columns.${name}.columns.${column}: no such column; there are ${known.join(', ')}`);
    }
  }
  const columns = Object.fromEntries(known.map((column) => [column, given.columns?.[column] ?? column]));
  return { schema: given.schema ?? schema, table: given.table ?? name, columns };
}

/** @throws TypeError for a table or column that we do not know: a misspelt one would be taken for missing, and added. */
export function resolveNames(columns: HostNames = {}, schema = 'public'): ResolvedNames {
  const { Currency: currency = 'Currency', ...rest } = columns;
  const given: Readonly<Record<string, TableNames>> = rest;
  for (const table of Object.keys(given)) {
    if (!(table in HOST_TABLES)) {
      throw new TypeError(`columns.${table}: no such table; there are ${Object.keys(HOST_TABLES).join(', ')}`);
    }
  }
  const tables = Object.entries(TABLES).map(([name, shape]) => {
    return [name, resolveTable(name, Object.keys(shape.columns), schema, given[name] ?? {})] as const;
  });
  return { schema, currency, tables: Object.fromEntries(tables) };
}
