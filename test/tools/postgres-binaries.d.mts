/** The folder with `initdb` and `postgres`, or undefined. */
export function postgresBinaries(): string | undefined;
/** PostgreSQL refuses to run as root: whom to run it as then, undefined when we may run it ourselves. */
export function postgresUser(): { uid: number; gid: number } | undefined;
/**
 * Why no PostgreSQL server can be had for tests here, or false. A reason to skip, in the manner of `node:test`. `own`: one
 * that the tests may crash and set up, not that of `TEST_DATABASE_URL`.
 */
export function postgresMissing(need?: { readonly own?: boolean }): string | false;
