/** `coach-booking/postgres`: the store over a database, its drivers, and the migrations. Runs wherever its client does; only `migrate` reads files. */
export {
  createPostgresStore,
  type PostgresStore,
  type PostgresStoreOptions,
} from '../postgres/store/postgres-store.js';
export { createQueryDriver, type QueryClient } from '../postgres/store/query-driver.js';
export { createSupabaseDriver, type RpcAnswer, type SupabaseClientLike } from '../postgres/store/supabase-driver.js';
export { DatabaseCallError, type DatabaseCall } from '../postgres/store/database-call.js';
export {
  migrate,
  MigrationError,
  type MigrateOptions,
  type MigrateResult,
  type MigrateSettings,
} from '../postgres/migrate/migrate.js';
export { backfill, type BackfillOptions, type BackfillSummary } from '../postgres/backfill/backfill.js';
export type { BackfillNote, CoachPlan } from '../postgres/backfill/plan.js';
export { NotMigratedError, verify, type VerifyOptions } from '../postgres/verify/verify.js';
export type { Finding, VerifyReport } from '../postgres/verify/report.js';
export {
  cleanup,
  type CleanupOptions,
  type CleanupPlan,
  type CleanupResult,
  type SupersededColumn,
} from '../postgres/cleanup.js';
export type { MigrationClient } from '../postgres/migrate/one-connection.js';
export type { HostNames, TableNames } from '../postgres/migrate/host-names.js';
export { BookingError, isBookingError } from '../domain/booking-error.js';
export type * from '../ports/index.js';
