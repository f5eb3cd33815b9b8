import { demoCoaches } from '../adapters/memory/demo-coach.js';
import { DEMO_COACH_ID } from '../domain/demo-coach.js';
import type { BookingStore } from '../ports/booking-store.js';
import { migrate, MigrationError } from '../postgres/migrate/migrate.js';
import { createPostgresStore, type PostgresStore } from '../postgres/store/postgres-store.js';
import { createQueryDriver, type QueryClient } from '../postgres/store/query-driver.js';
import { createMemoryStore } from '../service/memory-store.js';
import { optionalImport } from './connect.js';
import { openDataFolder } from './data-folder.js';
import { explainDatabaseError, publicUrl } from './database-url.js';
import { Failure } from './failure.js';

export interface OpenedStore {
  readonly store: BookingStore;
  /** Where bookings are kept, to be read by people. */
  readonly place: string;
  /** Whether the demo coach is there: a database with coaches of its own is left as it is. */
  readonly hasDemoCoach: boolean;
  readonly close: () => Promise<void>;
}

export type StoreChoice =
  | { readonly kind: 'memory' }
  | { readonly kind: 'server'; readonly url: string }
  | { readonly kind: 'embedded'; readonly folder: string };

export interface OpenSettings {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly tell: (line: string) => void;
}

/** Opens where bookings are kept, brings it up to date, and sees to the demo coach. */
export async function openStore(choice: StoreChoice, settings: OpenSettings): Promise<OpenedStore> {
  if (choice.kind === 'server') return openServer(choice.url, settings);
  if (choice.kind === 'embedded') return openEmbedded(choice.folder, settings);
  return {
    store: createMemoryStore({ coaches: demoCoaches(settings.now) }),
    place: 'memory until the server stops',
    hasDemoCoach: true,
    close: () => Promise.resolve(),
  };
}

async function openServer(url: string, settings: OpenSettings): Promise<OpenedStore> {
  const { default: pg } = await optionalImport('pg', () => import('pg'));
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'coach-booking serve',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
  });
  // Of an idle connection that broke: the next query gets a new one.
  pool.on('error', () => undefined);
  try {
    await migrate({ connectionString: url, log: (line) => settings.tell(`  ${line}`) });
    const opened = await overDatabase(pool, settings);
    return { ...opened, place: publicUrl(url), close: () => pool.end() };
  } catch (error) {
    await pool.end();
    const reason = error instanceof MigrationError ? (error.cause ?? new Failure(error.message)) : error;
    throw explainDatabaseError(reason, url);
  }
}

async function openEmbedded(path: string, settings: OpenSettings): Promise<OpenedStore> {
  const load = () => Promise.all([import('@electric-sql/pglite'), import('@electric-sql/pglite/contrib/btree_gist')]);
  const [{ PGlite }, { btree_gist }] = await optionalImport('@electric-sql/pglite', load).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`${error.message}\nOr set DATABASE_URL, or keep bookings in memory:  --memory`, { cause: error });
  });
  const folder = openDataFolder(path);
  try {
    settings.tell(`Starting the embedded Postgres in ${folder.path}; the first start takes some seconds.`);
    const database = await PGlite.create({ dataDir: folder.databasePath, extensions: { btree_gist } });
    const close = async (): Promise<void> => {
      await database.close();
      folder.release();
    };
    try {
      await migrate({ client: database });
      return { ...(await overDatabase(database, settings)), place: `${folder.path} (embedded Postgres)`, close };
    } catch (error) {
      await database.close();
      if (!(error instanceof MigrationError)) throw error;
      // Of another version of ours, say. What is in it may be dear to somebody.
      const way = 'It is left as it is. Start the version that made it, or choose another folder:  DATA_DIR=.data-new';
      throw new Failure(`${folder.path}: ${error.message}\n${way}`, { cause: error });
    }
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function overDatabase(
  client: QueryClient,
  settings: OpenSettings,
): Promise<Pick<OpenedStore, 'store' | 'hasDemoCoach'>> {
  const store = createPostgresStore({ call: createQueryDriver(client) });
  return { store, hasDemoCoach: await keepDemoCoach(store, client, settings.now) };
}

const WHO = `select coach_booking.coach_of($1) is not null as known,
  exists (select from coach_booking.coach_profile) as others`;

/** What is taken already stays: of a time that overlaps others only the rest is blocked. */
const BLOCK = `select coach_booking.add_busy(coach_booking.coach_of($1), b.value)
  from jsonb_array_elements($2::jsonb) with ordinality b order by b.ordinality`;

/**
 * Adds the demo coach to a database without coaches. On later days the days that have come into her two months get their
 * busy times, so that they look like the others. Answers whether she is there.
 */
async function keepDemoCoach(store: PostgresStore, client: QueryClient, now: number): Promise<boolean> {
  const [seed] = demoCoaches(now);
  const { rows } = await client.query(WHO, [DEMO_COACH_ID]);
  const [{ known, others } = { known: false, others: true }] = rows as readonly { known: boolean; others: boolean }[];
  if (!seed || (!known && others)) return false;
  if (!(await store.addCoach(seed))) await client.query(BLOCK, [DEMO_COACH_ID, JSON.stringify(seed.busy ?? [])]);
  return true;
}
