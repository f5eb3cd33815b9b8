/**
 * The backfill of 100,000 coaches on a real PostgreSQL, in a process of its own: how long it takes, and how much memory it
 * has at the beginning and at most. Exit code 1 when memory grows with the number of coaches. `COACHES=…` for fewer.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../src/postgres/migrate/migrate.js';
import { postgresMissing, startPostgres } from '../test/tools/postgres.js';

const COACHES = Number(process.env.COACHES ?? 100_000);
/** Between a tenth of the coaches done and all of them; garbage that is not collected yet is part of it. */
const MAY_GROW_MB = 40;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Resident memory in MB; Linux only. */
function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1] ?? NaN) / 1024;
}

async function generate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    create table "User" (id serial primary key, name text);
    create table "RealtorCoachProfile" (id serial primary key, "userDbId" integer unique references "User" (id),
      "sessionLength" text, "hourlyRate" decimal(65, 30), availability text, "calendlyUrl" text, "eventTypeUrl" text)`);
  await client.query(`insert into "User" (name) select 'Coach ' || i from generate_series(1, $1::int) i`, [COACHES]);
  await client.query(`
    insert into "RealtorCoachProfile" ("userDbId", "hourlyRate", "sessionLength", availability)
    select id, 20 + id % 300 + 0.01 * (id % 100),
      (array['60 minutes', '1 hour', '30/60', '45, 60', 'it depends'])[1 + id % 5],
      (array['Mon-Fri 9am-5pm', 'weekdays 9:00-17:00', 'Sat 10-14, Sun 10-12', 'ask me'])[1 + id % 4]
    from "User"`);
  await migrate({ client });
  await client.query('analyze');
  await client.end();
}

async function backfill(url: string, args: readonly string[]) {
  const script = fileURLToPath(new URL('../src/cli/coach-booking.ts', import.meta.url));
  const all = ['--import', 'tsx', script, 'backfill', '--time-zone', 'Europe/Berlin', ...args];
  const begun = Date.now();
  const child = spawn(process.execPath, all, {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let summary = '';
  child.stdout.on('data', (chunk: Buffer) => (summary = (summary + chunk.toString()).slice(-600)));
  let share = 0;
  child.stderr.on('data', (chunk: Buffer) => (share = Number(/\((\d+) %\)/.exec(chunk.toString())?.[1] ?? share)));
  const samples: { readonly share: number; readonly mb: number }[] = [];
  const timer = setInterval(() => {
    if (child.pid !== undefined && child.exitCode === null) samples.push({ share, mb: residentMb(child.pid) });
  }, 100);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  if (code !== 0) throw new Error(`it ended with ${String(code)}: ${summary}`);
  const most = (from: number, until: number): number =>
    Math.max(...samples.filter((sample) => sample.share >= from && sample.share <= until).map(({ mb }) => mb));
  return { seconds: (Date.now() - begun) / 1000, first: most(0, 10), rest: most(10, 100), summary };
}

if (postgresMissing() !== false) {
  print(String(postgresMissing()));
} else {
  const server = await startPostgres({ own: true });
  try {
    const url = await server.createDatabase();
    await generate(url);
    let failed = false;
    for (const args of [['--dry-run'], []]) {
      const { seconds, first, rest, summary } = await backfill(url, args);
      print(`backfill ${args.join(' ')}: ${COACHES.toLocaleString('en')} coaches in ${seconds.toFixed(1)} s`);
      print(`  memory: at most ${first.toFixed(0)} MB in the first tenth, ${rest.toFixed(0)} MB after it`);
      print(
        summary
          .slice(summary.lastIndexOf(`${COACHES} coaches`))
          .trimEnd()
          .replace(/^/gm, '  '),
      );
      if (rest - first > MAY_GROW_MB) failed = true;
    }
    process.exitCode = failed ? 1 : 0;
  } finally {
    await server.stop();
  }
}
