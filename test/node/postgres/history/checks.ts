import * as answers from './check-answers.js';
import * as order from './check-order.js';
import * as rows from './check-rows.js';
import { halfDone } from './half-done.js';
import type { History } from './history.js';
import type { Rows } from './rows.js';

type Check = (history: History, rows: Rows) => rows.Finding[];

/** Everything that must hold after a run, by name. Each answers what it found wrong, in words. */
export const CHECKS = {
  'no two live claims of a coach overlap, buffers included': (_, all) => rows.overlappingClaims(all),
  'no two live sessions of a coach overlap': (_, all) => rows.overlappingSessions(all),
  'claims are in step with sessions': (_, all) => rows.claimsOutOfStep(all),
  'a key has at most one booking': (_, all) => rows.severalBookingsOfAKey(all),
  'every price is what the config said when it was decided': (_, all) => rows.wrongPrices(all),
  'no day has more sessions than it may': (_, all) => rows.fullDays(all),
  'nothing is half-done': (_, all) => halfDone(all),
  'every booking that was answered is there, and the same': answers.lostBookings,
  'every replay has the same bytes': answers.unequalReplays,
  'every lost answer was found again': answers.unresolvedKeys,
  'every confirmed change of a coach is kept': answers.lostDocuments,
  'nothing fails that was not made to': answers.unexpectedFailures,
  'nothing is offered that is certainly gone': order.staleOffers,
  'a hold keeps its time': order.brokenHolds,
} satisfies Readonly<Record<string, Check>>;

export type CheckName = keyof typeof CHECKS;

/** The names of the checks that found something, with the first of their findings. */
export function findingsOf(history: History, all: Rows): Partial<Record<CheckName, rows.Finding[]>> {
  const checks: readonly [string, Check][] = Object.entries(CHECKS);
  return Object.fromEntries(
    checks.flatMap(([name, check]) => {
      const findings = check(history, all);
      return findings.length ? [[name, findings.slice(0, 5)]] : [];
    }),
  );
}
