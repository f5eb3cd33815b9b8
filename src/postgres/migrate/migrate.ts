import { readNumber, readRecord, readString } from '../../domain/read.js';
import { inspectHost, type HostReport } from './host-check.js';
import { resolveNames, type HostNames, type ResolvedNames } from './host-names.js';
import { qualifiedName, renderTemplate } from './host-template.js';
import { isStep, readMigrationFiles, type MigrationFile, type MigrationFiles } from './migration-files.js';
import { withConnection, withConnectionTo, type MigrationClient, type OneConnection } from './one-connection.js';

export interface MigrateSettings {
  /** The host's schema; `public` unless told. Tables that are missing are made here. */
  readonly schema?: string;
  /** Database names of the host's tables and columns, where they are others than Prisma's. */
  readonly columns?: HostNames;
  /** The time that is written down with each step. Default: `Date.now`. */
  readonly now?: () => number;
  /** A line for each thing done. */
  readonly log?: (line: string) => void;
}

/** Either a client, or the address of a database to connect to by `pg`. */
export type MigrateOptions = MigrateSettings &
  (
    | {
        /** A `pg` Client or Pool, or a PGlite with the extension `btree_gist`. Straight to the server, no pooler between. */
        readonly client: MigrationClient;
      }
    | { readonly connectionString: string }
  );

export interface MigrateResult {
  /** What was applied now, in order; nothing when the database was up to date. */
  readonly applied: readonly string[];
}

/** The database can't be migrated as it is. Nothing of the step in question was done. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  /** What is wrong, one by one. */
  readonly problems: readonly string[];

  constructor(message: string, problems: readonly string[] = [], cause?: unknown) {
    super([message, ...problems].join('\n  '), cause === undefined ? undefined : { cause });
    this.problems = problems;
  }
}

const TEMPLATE = '0002-host';
/** Of the advisory locks' keys of 64 bits; locks of coaches have two of 32. */
export const MIGRATION_LOCK = '7426112220261122';
const WAIT_MS = 200;
/** Who waits for a table keeps everybody behind them waiting: so not for long, but again and again for two minutes. */
const LOCK_TIMEOUT_MS = 2000;
const LOCK_TRIES = 30;
const LOCK_PAUSE_MS = 2000;
const LOCK_NOT_AVAILABLE = '55P03';

/** As settings of one transaction, so that a client of the caller's own keeps its settings. */
const SETTINGS = `
  set local timezone = 'UTC';
  set local search_path = '';
  set local client_min_messages = warning;
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0;
  set local lock_timeout = ${String(LOCK_TIMEOUT_MS)};
  set local check_function_bodies = on;`;

const BOOTSTRAP = `
  do $$ begin
    if to_regnamespace('coach_booking') is null then
      create schema coach_booking;
    end if;
    if to_regclass('coach_booking.migration') is null then
      create table coach_booking.migration (
        id text primary key,
        checksum text not null,
        applied_at timestamptz not null
      );
    end if;
  end $$`;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function backendOf(connection: OneConnection): Promise<number> {
  const [row] = await connection.rows('select pg_catalog.pg_backend_pid() as pid');
  return readNumber(row?.pid, 'pid');
}

/** Waits as long as another migration runs. Polls: a statement that waits would itself hold up others on the server. */
async function locked<T>(
  connection: OneConnection,
  log: (line: string) => void,
  work: (session: number) => Promise<T>,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    const [row] = await connection.rows('select pg_catalog.pg_try_advisory_lock($1) as locked', [MIGRATION_LOCK]);
    if (row?.locked === true) break;
    if (tries === 0) log('another migration is running; waiting for it');
    await sleep(WAIT_MS);
  }
  try {
    return await work(await backendOf(connection));
  } finally {
    // Fails only with the connection, and the lock goes with it.
    await connection.rows('select pg_catalog.pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
  }
}

/** The same names whatever the order of their keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );

class Migration {
  private readonly applied: string[] = [];
  private readonly log: (line: string) => void;
  private names: ResolvedNames | undefined;
  private host: HostReport | undefined;

  constructor(
    private readonly connection: OneConnection,
    private readonly files: MigrationFiles,
    private readonly settings: MigrateSettings,
  ) {
    this.log = settings.log ?? (() => undefined);
  }

  run(): Promise<MigrateResult> {
    return locked(this.connection, this.log, async (session) => {
      const { steps, functions } = this.files;
      const checksums = await this.checksums();
      const changed = steps.filter(({ id, checksum }) => (checksums.get(id) ?? checksum) !== checksum);
      if (changed.length > 0) {
        const names = changed.map(({ id }) => `${id}.sql`).join(', ');
        throw new MigrationError(`${names} was changed after it was applied: another version of coach-booking?`);
      }
      const known = new Set(steps.map(({ id }) => id));
      const later = [...checksums.keys()].filter((id) => isStep(id) && !known.has(id));
      if (later.length > 0) {
        // Older functions over newer tables would be worse than newer ones under an older program, which keep its calls.
        this.log(`the database is of a later version, which has ${later.join(', ')}: left as it is`);
        return { applied: [] };
      }
      if (checksums.has(TEMPLATE)) await this.checkNames();
      else await this.inspect();
      for (const step of steps) if (!checksums.has(step.id)) await this.apply([step], session);
      const newer = functions.filter(({ id, checksum }) => checksums.get(id) !== checksum);
      if (newer.length > 0) await this.apply(newer, session);
      return { applied: this.applied };
    });
  }

  private async checksums(): Promise<ReadonlyMap<string, string>> {
    const [table] = await this.connection.rows(
      `select pg_catalog.to_regclass('coach_booking.migration') is not null as known`,
    );
    if (table?.known !== true) return new Map();
    const rows = await this.connection.rows('select id, checksum from coach_booking.migration');
    return new Map(rows.map(({ id, checksum }) => [readString(id, 'id'), readString(checksum, 'checksum')] as const));
  }

  /** Later runs may leave the names out, or give the same. */
  private async checkNames(): Promise<void> {
    const [row] = await this.connection.rows(`select value from coach_booking.setting where name = 'host'`);
    const stored = readRecord(row?.value, 'host');
    const { columns, schema = readString(stored.schema, 'schema') } = this.settings;
    const same =
      columns === undefined ? schema === stored.schema : canonical(resolveNames(columns, schema)) === canonical(stored);
    if (!same)
      throw new MigrationError('this database was first migrated with other names of schema, tables or columns');
  }

  private async inspect(): Promise<void> {
    this.names = resolveNames(this.settings.columns, this.settings.schema);
    this.host = await inspectHost(this.connection, this.names);
    if (this.host.problems.length > 0) {
      throw new MigrationError('the database can not be migrated as it is; nothing was touched', this.host.problems);
    }
  }

  /** Some files as one transaction. */
  private async apply(files: readonly MigrationFile[], session: number): Promise<void> {
    const ids = files.map(({ id }) => id);
    const title = files.length === 1 ? String(ids[0]) : `${String(files.length)} files of functions`;
    const started = performance.now();
    this.log(`applying ${title}`);
    await this.whenFree(title, () => this.attempt(files, session)).catch((cause: unknown) => {
      const message = `${ids.join(', ')} failed: ${cause instanceof Error ? cause.message : String(cause)}`;
      throw new MigrationError(message, [], cause);
    });
    this.applied.push(...ids);
    this.log(`applied ${title} in ${String(Math.round(performance.now() - started))} ms`);
  }

  private attempt(files: readonly MigrationFile[], session: number): Promise<void> {
    return this.connection.transaction(async () => {
      await this.connection.script(SETTINGS);
      if ((await backendOf(this.connection)) !== session) {
        throw new Error('the connection changes between transactions: connect to the server, not to a pooler');
      }
      await this.connection.script(BOOTSTRAP);
      for (const { id, sql } of files) {
        await this.connection.script(id === TEMPLATE ? await this.renderHost(sql) : sql);
      }
      await this.connection.script(this.files.roles);
      await this.record(files);
    });
  }

  /** Steps back from tables that others use, so that nobody queues up behind a migration that waits. */
  private async whenFree(title: string, work: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await work();
        return;
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code !== LOCK_NOT_AVAILABLE || tries >= LOCK_TRIES) throw error;
        if (tries === 1) this.log(`${title}: a table is in use; trying again for some minutes`);
        await sleep(LOCK_PAUSE_MS);
      }
    }
  }

  /** Keeps the names, and what of the host's tables is made by us. */
  private async renderHost(sql: string): Promise<string> {
    const { names, host } = this;
    if (!names || !host) throw new Error('the host was not inspected');
    const created = host.missing.map((name) => {
      const { schema, table } = names.tables[name] ?? { schema: names.schema, table: name };
      return qualifiedName(schema, table);
    });
    await this.connection.rows(`insert into coach_booking.setting (name, value) values ('host', $1), ('created', $2)`, [
      JSON.stringify(names),
      JSON.stringify(created),
    ]);
    return renderTemplate(sql, names, host);
  }

  private async record(files: readonly MigrationFile[]): Promise<void> {
    const now = new Date((this.settings.now ?? Date.now)()).toISOString();
    for (const { id, checksum } of files) {
      await this.connection.rows(
        `insert into coach_booking.migration (id, checksum, applied_at) values ($1, $2, $3)
         on conflict (id) do update set checksum = excluded.checksum, applied_at = excluded.applied_at`,
        [id, checksum, now],
      );
    }
  }
}

/** `migrate` with other files: for tests. */
export function applyMigrations(
  connection: OneConnection,
  files: MigrationFiles,
  settings: MigrateSettings = {},
): Promise<MigrateResult> {
  return new Migration(connection, files, settings).run();
}

/**
 * Brings a database to this version: an empty one, or one with a host's tables, whose rows, grants and policies stay as
 * they are. Each step is one transaction. May run again at any time, and from several places at once. A database of a later
 * version is left as it is.
 * @throws MigrationError when the database can't be migrated as it is, TypeError for names that we do not know.
 */
export async function migrate(options: MigrateOptions): Promise<MigrateResult> {
  const files = await readMigrationFiles();
  const work = (connection: OneConnection) => applyMigrations(connection, files, options);
  return 'client' in options ? withConnection(options.client, work) : withConnectionTo(options.connectionString, work);
}
