import { NotMigratedError, verify } from '../../postgres/verify/verify.js';
import type { VerifyReport } from '../../postgres/verify/report.js';
import { defineCommand, EXIT } from '../command.js';
import { withConnection } from '../connect.js';
import { DATABASE_URL_OPTION, publicUrl, readDatabaseUrl } from '../database-url.js';
import { Failure } from '../failure.js';

const ABOUT = `Every active coach has a config and the domain accepts it; no sessions to come overlap; every live session is protected
and has a currency; triggers, constraint and row-level security stand; nothing of ours is open to anonymous roles. What
those may do in your own tables is listed as warnings. It changes nothing. Exit code 1 when there is an error.`;

export const verifyCommand = defineCommand({
  summary: 'Looks whether a migrated database is fit for bookings.',
  about: ABOUT,
  options: {
    ...DATABASE_URL_OPTION,
    json: { type: 'boolean', help: 'one JSON object: ok, errors, warnings, coaches, sessions, counts, findings' },
    all: { type: 'boolean', help: 'every finding, not only the first hundred of each kind' },
  },
  async run(values, { env, say }) {
    const url = readDatabaseUrl(values['database-url'], env);
    const report = await verifyAt(url, values.all === true);
    if (values.json) say(JSON.stringify(report, null, 2));
    else for (const line of [...describeReport(report), summaryOf(report, publicUrl(url))]) say(line);
    return report.ok ? EXIT.ok : EXIT.failed;
  },
});

const verifyAt = (url: string, all: boolean): Promise<VerifyReport> =>
  withConnection(url, (client) => verify(client, all ? { limit: Infinity } : {}).catch(explainMissing));

/** Says what to do about a database that was never migrated. */
export function explainMissing(error: unknown): never {
  if (!(error instanceof NotMigratedError)) throw error;
  throw new Failure('This database is not migrated yet. Run  coach-booking migrate  first.', { cause: error });
}

/** A line for each finding, and how many more there are. */
export function describeReport({ findings, counts }: VerifyReport): string[] {
  const shown = new Map<string, number>();
  for (const { check } of findings) shown.set(check, (shown.get(check) ?? 0) + 1);
  const more = Object.entries(counts).filter(([check, count]) => count > (shown.get(check) ?? 0));
  return [
    ...findings.map(({ severity, message }) => `${severity === 'error' ? 'wrong  ' : 'look at'}  ${message}`),
    ...more.map(
      ([check, count]) => `         and ${count - (shown.get(check) ?? 0)} more of ${check}: --all lists them`,
    ),
  ];
}

function summaryOf({ ok, errors, warnings, coaches, sessions }: VerifyReport, place: string): string {
  const size = `${coaches} ${coaches === 1 ? 'coach' : 'coaches'}, ${sessions} ${sessions === 1 ? 'session' : 'sessions'}`;
  const found = `${errors} wrong, ${warnings} to look at`;
  return `${place} is ${ok ? 'fit' : 'not fit'} for bookings: ${size}; ${found}.`;
}
