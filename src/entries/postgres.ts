/** `coach-booking/postgres`: the store over a database, its drivers, and the migrations. Runs wherever its client does; only `migrate` reads files. */
export { createPostgresStore, type PostgresStore, type PostgresStoreOptions } from '../postgres/postgres-store.js';
export { createQueryDriver, type QueryClient } from '../postgres/query-driver.js';
export { createSupabaseDriver, type RpcAnswer, type SupabaseClientLike } from '../postgres/supabase-driver.js';
export { DatabaseCallError, type DatabaseCall } from '../postgres/database-call.js';
export {
  migrate,
  MigrationError,
  type MigrateOptions,
  type MigrateResult,
  type MigrateSettings,
} from '../postgres/migrate.js';
export { backfill, type BackfillOptions, type BackfillSummary } from '../postgres/backfill.js';
export type { BackfillNote, CoachPlan } from '../postgres/backfill-plan.js';
export { NotMigratedError, verify, type VerifyOptions } from '../postgres/verify.js';
export type { Finding, VerifyReport } from '../postgres/verify-report.js';
export {
  cleanup,
  type CleanupOptions,
  type CleanupPlan,
  type CleanupResult,
  type SupersededColumn,
} from '../postgres/cleanup.js';
export type { MigrationClient } from '../postgres/one-connection.js';
export type { HostNames, TableNames } from '../postgres/host-names.js';
export { BookingError, isBookingError } from '../domain/booking-error.js';
export type * from '../ports/index.js';
