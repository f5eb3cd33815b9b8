/** What a check found. `error`: bookings can go wrong or fail. `warning`: somebody should know. */
export interface Finding {
  /** Names the check: `coach_without_config`. */
  readonly check: string;
  readonly severity: 'error' | 'warning';
  /** One line for people. */
  readonly message: string;
  /** The coach's `"User"` id. */
  readonly coachId?: number;
  readonly sessionId?: number;
  /** Quoted, with its schema. */
  readonly relation?: string;
  /** More for machines, by check. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface VerifyReport {
  /** No error; there may be warnings. */
  readonly ok: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly coaches: number;
  readonly sessions: number;
  /** How often each check found something. */
  readonly counts: Readonly<Record<string, number>>;
  /** The first of each check, up to the limit; `counts` has them all. */
  readonly findings: readonly Finding[];
}

/** Counts all findings, and keeps the first of each check, so that a hundred thousand of them fit. */
export class Findings {
  private readonly found: Finding[] = [];
  private readonly counts = new Map<string, number>();
  private errors = 0;
  private warnings = 0;

  constructor(private readonly limit: number) {}

  readonly add = (finding: Finding): void => {
    const count = (this.counts.get(finding.check) ?? 0) + 1;
    this.counts.set(finding.check, count);
    if (count <= this.limit) this.found.push(finding);
    if (finding.severity === 'error') this.errors += 1;
    else this.warnings += 1;
  };

  report(totals: Pick<VerifyReport, 'coaches' | 'sessions'>): VerifyReport {
    const { errors, warnings } = this;
    // What is wrong comes first.
    const findings = [...this.found].sort(
      (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
    );
    return { ok: errors === 0, errors, warnings, ...totals, counts: Object.fromEntries(this.counts), findings };
  }
}
