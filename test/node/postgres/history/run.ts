// Runs many clients at once against a backend in which connections end, and records what they saw.
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { APPLICATION_NAME, type Backend } from '../backend.js';
import type { History } from './history.js';
import { createHost } from './host.js';
import { createRandom, type Random } from './random.js';
import { createVisitor, WEIGHTS, type Weights } from './visitor.js';
import { createWire } from './wire.js';
import { COACH_IDS, DAYS, FIRST_CONFIG, FIRST_SCHEDULE, createWorld } from './world.js';

export interface RunOptions {
  readonly seed: number;
  readonly clients: number;
  readonly operations: number;
  /** Of connections between the server and its database, by an administrator. */
  readonly terminate?: boolean;
  /** How many days are booked. */
  readonly days?: number;
  /** More of some things and less of others than usual. */
  readonly weights?: Partial<Weights>;
}

/** Ends one connection of the server after the other, working ones before idle ones; answers how many it were. */
async function disturb(admin: pg.Client, random: Random, stopped: AbortSignal): Promise<number> {
  let terminated = 0;
  while (!stopped.aborted) {
    await sleep(30 + random.below(60));
    const { rows } = await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = $1 order by state = 'idle' limit 4`,
      [APPLICATION_NAME],
    );
    const victim = random.pick(rows);
    if (!victim) continue;
    const { rows: ended } = await admin.query<{ done: boolean }>('select pg_terminate_backend($1) as done', [
      victim.pid,
    ]);
    if (ended[0]?.done) terminated++;
  }
  return terminated;
}

/** Ends when every client knows the outcome of everything that it asked for. */
export async function runHistory(
  backend: Backend,
  hostPool: pg.Pool,
  admin: pg.Client,
  { seed, clients, operations, terminate = false, days = DAYS, weights }: RunOptions,
): Promise<History> {
  for (const id of COACH_IDS) {
    const coach = { id, name: id, timezone: 'UTC' };
    await backend.store.addCoach({ coach, config: FIRST_CONFIG, schedule: FIRST_SCHEDULE });
  }
  const world = createWorld(Date.now(), days);
  const host = createHost(hostPool, world.learn);
  const stop = new AbortController();
  const disturbed = terminate ? disturb(admin, createRandom(seed ^ 0x5eed), stop.signal) : Promise.resolve(0);
  let left = operations;
  const runs = Array.from({ length: clients }, async (_, client) => {
    const random = createRandom(seed + client * 7919);
    const wire = createWire(backend.origin, random);
    const visitor = createVisitor(client, world, wire, host, random, { ...WEIGHTS, ...weights });
    while (left-- > 0) await visitor.act();
    wire.close();
  });
  try {
    await Promise.all(runs);
  } finally {
    stop.abort();
  }
  return { seed, entries: world.entries, terminated: await disturbed };
}
