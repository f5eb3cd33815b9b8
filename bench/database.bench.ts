/**
 * The backend over a real PostgreSQL that holds a year of a large host: 10,000 coaches, 1 million sessions. Prints load
 * times, requests a second with p50 and p99, and the plans of what an availability request reads. Exit code 1 when a budget
 * is missed or a plan reads rows of other coaches. `COACHES=… SESSIONS=… DURATION=…` for a smaller one.
 */
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { instantOf } from '../src/domain/time-zone.js';
import { startBackend, type Backend } from '../test/node/postgres/backend.js';
import { postgresMissing, startPostgres } from '../test/tools/postgres.js';
import { generate, ZONES, type Size } from './database/generate.js';
import { inProcess, overHttp, type Send } from './database/load.js';
import { describeScan, foreignReads, plansOf } from './database/plans.js';

const number = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

const SIZE: Size = { coaches: number('COACHES', 10_000), sessions: number('SESSIONS', 1_000_000) };
const SECONDS = number('DURATION', 10);
const CONNECTIONS = 20;
const DAY = 24 * 60 * 60_000;

/** Far below what two cores do when nothing else runs: they are for changes that make it many times slower. */
const BUDGETS: Readonly<Record<string, { readonly perSecond: number; readonly p99: number }>> = {
  'availability of 30 days, in process': { perSecond: 100, p99: 500 },
  'availability of 30 days, over HTTP': { perSecond: 80, p99: 500 },
  'bookings, in process': { perSecond: 60, p99: 800 },
  'bookings, over HTTP': { perSecond: 50, p99: 800 },
};

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Sends as fast as the answers come, over some connections at once. Any answer but the wanted one ends it. */
async function measure(send: Send, next: () => Request, wanted: number, seconds: number): Promise<Measured> {
  const times: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const request = next();
      const at = performance.now();
      const { status, text } = await send(request);
      times.push(performance.now() - at);
      if (status !== wanted) throw new Error(`${request.url}: ${String(status)} ${text}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const took = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: times.length / took, p50: quantile(0.5), p99: quantile(0.99), requests: times.length };
}

const anyCoach = (): string => String(1 + Math.floor(Math.random() * SIZE.coaches));

function availability(): Request {
  const start = new Date(Date.now() + Math.floor(Math.random() * 300) * DAY);
  const end = new Date(start.getTime() + 30 * DAY);
  const range = `start=${start.toISOString()}&end=${end.toISOString()}&duration=60`;
  return new Request(`http://localhost/api/coaching/sessions/available?coachId=${anyCoach()}&${range}`);
}

let booked = 0;

/** Three in the afternoon on a coach's clock: free, as the host's own sessions are before noon, and each only once. */
function booking(): Request {
  const turn = booked++;
  const coach = 1 + (turn % SIZE.coaches);
  const day = 2 + Math.floor(turn / SIZE.coaches);
  const date = new Date(Date.now() + day * DAY).toISOString().slice(0, 10);
  const start = new Date(instantOf(ZONES[coach % ZONES.length] ?? 'UTC', date, 15 * 60));
  const body = {
    coachId: String(coach),
    startTime: start.toISOString(),
    endTime: new Date(start.getTime() + 60 * 60_000).toISOString(),
    durationMinutes: 60,
    rate: 75.5,
    currency: 'USD',
    attendee: { name: 'Jordan Reyes', email: 'jordan@example.com', timezone: 'America/New_York' },
  };
  return new Request('http://localhost/api/coaching/sessions/book', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify(body),
  });
}

async function measureAll(backend: Backend): Promise<boolean> {
  const http = overHttp(backend.origin, CONNECTIONS);
  const ways: readonly [string, Send][] = [
    ['in process', inProcess(backend.handler)],
    ['over HTTP', http.send],
  ];
  let missed = false;
  for (const [what, next, wanted] of [
    ['availability of 30 days', availability, 200],
    ['bookings', booking, 201],
  ] as const) {
    for (const [how, send] of ways) {
      await measure(send, next, wanted, SECONDS / 5);
      const { perSecond, p50, p99, requests } = await measure(send, next, wanted, SECONDS);
      const name = `${what}, ${how}`;
      const budget = BUDGETS[name];
      const ok = !budget || (perSecond >= budget.perSecond && p99 <= budget.p99);
      missed ||= !ok;
      const limits = budget ? ` (at least ${String(budget.perSecond)}/s, p99 ${String(budget.p99)} ms)` : '';
      const figures = `${perSecond.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`;
      print(`${name.padEnd(38)} ${figures}   of ${String(requests)}${ok ? '' : `   MISSED${limits}`}`);
    }
  }
  http.close();
  return missed;
}

/** What one availability request of 30 days reads, cold and once its plans are cached. */
async function showPlans(client: pg.Client): Promise<boolean> {
  const now = new Date();
  const coachId = anyCoach();
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int from "BookingClaim" where "coachId" = $1',
    [coachId],
  );
  const own = rows[0]?.count ?? 0;
  const end = new Date(now.getTime() + 30 * DAY).toISOString();
  const args = JSON.stringify({ coachId, start: now.toISOString(), end, now: now.toISOString() });
  let foreign: string[] = [];
  for (let run = 1; run <= 8; run++) {
    const plans = await plansOf(client, 'select coach_booking.read_coach($1::jsonb)', [args]);
    foreign = [...foreign, ...foreignReads(plans, own)];
    if (run === 8) {
      print(`\nwhat an availability request of 30 days reads (coach ${coachId} has ${String(own)} claims):`);
      for (const scan of plans.flatMap(({ scans }) => scans)) print(`  ${describeScan(scan)}`);
    }
  }
  for (const line of foreign) print(`  READS MORE: ${line}`);
  return foreign.length > 0;
}

const missing = postgresMissing();
if (missing) {
  print(missing);
} else {
  const server = await startPostgres({
    own: true,
    settings: { fsync: 'on', shared_buffers: '512MB', max_wal_size: '4GB', maintenance_work_mem: '256MB' },
  });
  const url = await server.createDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  print(
    `PostgreSQL ${rows[0]?.server_version ?? ''}, Node ${process.version}, ${String(availableParallelism())} cores, fsync on\n`,
  );
  await generate(client, SIZE, async (name, work) => {
    const begun = performance.now();
    await work();
    print(`${name.padEnd(38)} ${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s`);
  });
  print('');
  const backend = await startBackend(url, { poolSize: CONNECTIONS });
  const missed = await measureAll(backend);
  await sleep(100);
  const foreign = await showPlans(client);
  await backend.close();
  await client.end();
  await server.stop();
  if (missed || foreign) process.exitCode = 1;
}
