// The plans of the queries inside a function, as they ran: `auto_explain` writes them down.
import type pg from 'pg';
import { readRecord } from '../../src/domain/read.js';

/** A scan of a table or an index in a plan that ran. */
export interface Scan {
  readonly node: string;
  readonly relation: string;
  readonly index?: string;
  /** Conditions that the index answers. */
  readonly condition?: string;
  /** Conditions that rows were looked at for. */
  readonly filter?: string;
  /** Rows that were looked at, over all loops. */
  readonly read: number;
  readonly buffers: number;
}

export interface Plan {
  readonly query: string;
  readonly text: string;
  readonly scans: readonly Scan[];
}

const SETTINGS = {
  log_min_duration: '0',
  log_nested_statements: 'on',
  log_analyze: 'on',
  log_buffers: 'on',
  log_timing: 'off',
  log_level: 'notice',
};

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function scansOf(value: unknown): Scan[] {
  const node = readRecord(value);
  const inner = Array.isArray(node.Plans) ? node.Plans.flatMap(scansOf) : [];
  const relation = textOf(node['Relation Name']) ?? textOf(node['Index Name']);
  const name = textOf(node['Node Type']) ?? '';
  if (relation === undefined || !name.includes('Scan')) return inner;
  const removed = numberOf(node['Rows Removed by Filter']) + numberOf(node['Rows Removed by Index Recheck']);
  const index = textOf(node['Index Name']);
  const condition = textOf(node['Index Cond']);
  const filter = textOf(node.Filter);
  const scan: Scan = {
    node: name,
    relation,
    ...(index !== undefined && { index }),
    ...(condition !== undefined && { condition }),
    ...(filter !== undefined && { filter }),
    read: (numberOf(node['Actual Rows']) + removed) * numberOf(node['Actual Loops']),
    buffers: numberOf(node['Shared Hit Blocks']) + numberOf(node['Shared Read Blocks']),
  };
  return [scan, ...inner];
}

/** A scan on one line. */
export function describeScan({ node, relation, index, condition, filter, read, buffers }: Scan): string {
  const by = index === undefined ? '' : ` by ${index}`;
  const where = [condition && `cond ${condition}`, filter && `filter ${filter}`].filter(Boolean).join(', ');
  return `${node} on ${relation}${by}: ${where} → ${String(read)} rows read, ${String(buffers)} pages`;
}

/** Runs a statement and answers the plans of all queries that it came to, with what they read. */
export async function plansOf(client: pg.Client, sql: string, params: readonly unknown[]): Promise<Plan[]> {
  const plans: Plan[] = [];
  const hear = ({ message = '' }: { message?: string | undefined }): void => {
    const json = /plan:\s*(\{[\s\S]*\})/.exec(message)?.[1];
    if (json === undefined) return;
    const plan = readRecord(JSON.parse(json));
    plans.push({ query: textOf(plan['Query Text']) ?? '', text: json, scans: scansOf(plan.Plan) });
  };
  await client.query("load 'auto_explain'");
  for (const [name, value] of Object.entries({ ...SETTINGS, log_format: 'json' })) {
    await client.query(`set auto_explain.${name} = '${value}'`);
  }
  client.on('notice', hear);
  try {
    await client.query(sql, [...params]);
  } finally {
    client.off('notice', hear);
    await client.query(`set auto_explain.log_min_duration = -1`);
  }
  return plans;
}

/** A condition on the one coach that is asked for, whose rows are found by it. */
const OF_ONE_COACH = /"?(?:coachId|coach_id|userDbId|publicId|id)"? = /;

/**
 * Scans that may come to rows of other coaches, in words: those without an index condition on the coach, unless there is
 * nothing in the table, and those that read more rows than the coach has.
 * @param own how many rows of any table are the coach's
 */
export function foreignReads(plans: readonly Plan[], own: number): string[] {
  const scans = plans.flatMap((plan) => plan.scans);
  const found = (scan: Scan): boolean =>
    // A bitmap's own condition is that of the index scan inside it, which is looked at by itself.
    scan.node === 'Bitmap Heap Scan' || OF_ONE_COACH.test(scan.condition ?? '');
  return scans
    .filter((scan) => (found(scan) ? scan.read > Math.max(1, own) : scan.read > 0 || scan.buffers > 0))
    .map(describeScan);
}
