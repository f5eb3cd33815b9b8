// One client: does one thing after another, as the seed has it, and asks again until it knows.
import { setTimeout as sleep } from 'node:timers/promises';
import type { BookingRequest } from '../../../../src/domain/booking.js';
import { priceOf } from '../../../../src/domain/price.js';
import { readAvailability } from '../../../../src/protocol/read-availability.js';
import { readBooking, readHold } from '../../../../src/protocol/read-booking.js';
import { paths, withId } from '../../../../src/protocol/routes.js';
import { writeBookingRequest } from '../../../../src/protocol/write-requests.js';
import type { BookAttempt, Exchange, Fault, HoldAttempt, Reply } from './history.js';
import type { Host } from './host.js';
import type { Random } from './random.js';
import type { Wire } from './wire.js';
import { type Asked, COACH_IDS, type World, anotherConfig, anotherSchedule } from './world.js';

/** How often each thing is done. */
export const WEIGHTS = {
  book: 34,
  'book again': 10,
  'other body': 5,
  hold: 10,
  renew: 4,
  move: 4,
  release: 3,
  read: 12,
  config: 4,
  schedule: 2,
  'host inserts': 4,
  'host cancels': 8,
} as const;

const FAULTS: readonly Fault[] = ['request lost', 'answer lost', 'connection cut'];
const FAULTY = 0.2;
const MAXIMUM_ATTEMPTS = 40;
const MINUTE = 60_000;

interface OwnHold {
  readonly coachId: string;
  readonly holdId: string;
  readonly startTime: string;
  readonly durationMinutes: number;
}

interface Time {
  readonly startTime: string;
  readonly durationMinutes: number;
}

/** A refusal is an answer; these are not. */
const mustAskAgain = (reply: Reply | null): boolean =>
  reply === null || reply.status === 503 || reply.status === 429 || reply.code === 'idempotency_in_progress';

export interface Visitor {
  /** Does one thing, and ends when its outcome is known. */
  act(): Promise<void>;
}

export type Weights = Readonly<Record<keyof typeof WEIGHTS, number>>;

export function createVisitor(
  client: number,
  world: World,
  wire: Wire,
  host: Host,
  random: Random,
  weights: Weights = WEIGHTS,
): Visitor {
  const holds: OwnHold[] = [];
  let count = 0;

  const coach = (): string => random.pick(COACH_IDS) ?? COACH_IDS[0];
  const coachQuery = (coachId: string): string => `?coachId=${coachId}`;
  const endOf = ({ startTime, durationMinutes }: Time): string =>
    new Date(Date.parse(startTime) + durationMinutes * MINUTE).toISOString();

  /** Early times are wanted more. */
  function anyTime(): Time {
    const { start, end } = world.days;
    const halfHours = (end - start) / (30 * MINUTE);
    const at = start + Math.floor(random.next() ** 1.5 * halfHours) * 30 * MINUTE;
    return { startTime: new Date(at).toISOString(), durationMinutes: random.pick([30, 60, 60, 90]) ?? 60 };
  }

  async function read(coachId: string, holdId?: string): Promise<Time | undefined> {
    const { start, end } = world.days;
    const range = `&start=${new Date(start).toISOString()}&end=${new Date(end).toISOString()}`;
    const query = `${coachQuery(coachId)}${range}${holdId === undefined ? '' : `&holdId=${holdId}`}`;
    const exchange = await wire.exchange({ method: 'GET', path: paths.available + query });
    const ok = exchange.reply?.status === 200 ? exchange.reply : undefined;
    const answer = ok && readAvailability(JSON.parse(ok.body));
    const slots = answer?.slots ?? [];
    if (answer?.sessionConfig) world.configs.set(coachId, answer.sessionConfig);
    const own = holdId === undefined ? {} : { exceptHoldId: holdId };
    world.record({ kind: 'read', client, coachId, slots, ...own, ...exchange });
    return slots[Math.floor(random.next() ** 2 * slots.length)];
  }

  /** Some look first, some know what they want. */
  async function wanted(coachId: string): Promise<Time> {
    return (random.chance(0.6) ? await read(coachId) : undefined) ?? anyTime();
  }

  function requestFor(coachId: string, time: Time, holdId?: string): BookingRequest {
    const config = world.configs.get(coachId);
    const person = `${String(client)}-${String(count++)}`;
    if (!config) throw new Error(`nobody knows coach ${coachId}`);
    return {
      coachId,
      startTime: time.startTime,
      endTime: endOf(time),
      durationMinutes: time.durationMinutes,
      rate: priceOf(config, time.durationMinutes),
      attendee: { name: `Visitor ${person}`, email: `${person}@example.com`, timeZone: 'Asia/Kathmandu' },
      answers: { notes: 'ünïcode, "quotes" and 🎈' },
      ...(holdId !== undefined && { holdId }),
    };
  }

  /** Sends until there is an answer, each time with the same key and the same bytes. */
  async function book(asked: Asked, kind: BookAttempt['kind']): Promise<void> {
    const { coachId, key, request } = asked;
    for (let attempt = 0; attempt < MAXIMUM_ATTEMPTS; attempt++) {
      const fault = attempt < 4 && random.chance(FAULTY) ? random.pick(FAULTS) : undefined;
      const exchange = await wire.exchange(
        { method: 'POST', path: paths.book, headers: { 'Idempotency-Key': key }, body: writeBookingRequest(request) },
        fault,
      );
      world.record({ kind, client, coachId, key, request, ...exchange });
      learn(asked, exchange);
      if (!mustAskAgain(exchange.reply)) return;
      await sleep(3 + random.below(25));
    }
  }

  function learn(asked: Asked, { reply }: Exchange): void {
    if (reply?.status !== 201 || asked.isBooked) return;
    asked.isBooked = true;
    const { coachId, sessionId, startTime, endTime } = readBooking(JSON.parse(reply.body));
    world.learn({ coachId, sessionId, startTime, endTime });
  }

  async function bookNew(): Promise<void> {
    const hold = random.chance(0.5) ? holds.pop() : undefined;
    const coachId = hold?.coachId ?? coach();
    const time = hold ?? (await wanted(coachId));
    const request = requestFor(coachId, time, hold?.holdId);
    const asked: Asked = { coachId, key: `k-${String(client)}-${String(count)}`, request, isBooked: false };
    world.asked.push(asked);
    // A double click, or the same page in two tabs; rarely the second one says something else.
    const twice = random.chance(0.15);
    const other = { ...asked, request: random.chance(0.2) ? otherBody(request) : request };
    await Promise.all([book(asked, 'book'), ...(twice ? [book(other, 'book again')] : [])]);
  }

  const otherBody = (request: BookingRequest): BookingRequest => ({
    ...request,
    attendee: { ...request.attendee, name: `Somebody else ${String(count++)}` },
  });

  /** Holds are not asked for again: a lost one ends by itself. */
  async function hold(kind: HoldAttempt['kind']): Promise<void> {
    const own = kind === 'hold' ? undefined : holds.pop();
    const coachId = own?.coachId ?? coach();
    const time = kind === 'renew' && own ? own : await wanted(coachId);
    const { startTime, durationMinutes } = time;
    const fault = random.chance(FAULTY / 2) ? random.pick(FAULTS) : undefined;
    const reference = own ? { holdId: own.holdId } : {};
    const body = { coachId, startTime, durationMinutes, ...reference };
    const exchange = await wire.exchange({ method: 'POST', path: paths.hold, body }, fault);
    const asWhat = own ? kind : 'hold';
    world.record({ kind: asWhat, client, coachId, startTime, endTime: endOf(time), ...reference, ...exchange });
    if (exchange.reply?.status !== 200) return;
    const { holdId } = readHold(JSON.parse(exchange.reply.body));
    holds.push({ coachId, holdId, startTime, durationMinutes });
    if (random.chance(0.3)) await read(coachId, holdId);
  }

  async function release(): Promise<void> {
    const own = holds.pop();
    if (!own) return hold('hold');
    const { coachId, holdId } = own;
    const exchange = await wire.exchange({ method: 'POST', path: withId(paths.release, holdId), body: {} });
    world.record({ kind: 'release', client, coachId, holdId, ...exchange });
  }

  async function save(kind: 'config' | 'schedule'): Promise<void> {
    const coachId = coach();
    const document = kind === 'config' ? anotherConfig(random) : anotherSchedule(random);
    const path = `${paths[kind]}${coachQuery(coachId)}`;
    const seen = random.chance(0.5) ? await wire.exchange({ method: 'GET', path }) : undefined;
    const etag = seen?.reply?.etag;
    const exchange = await wire.exchange(
      {
        method: kind === 'config' ? 'POST' : 'PUT',
        path,
        headers: { Authorization: 'Bearer coach', ...(etag !== undefined && { 'If-Match': etag }) },
        body: document,
      },
      random.chance(FAULTY / 2) ? random.pick(FAULTS) : undefined,
    );
    world.record({ kind, client, coachId, document, ...exchange });
  }

  const actions: Readonly<Record<keyof typeof WEIGHTS, () => Promise<void>>> = {
    book: bookNew,
    async 'book again'() {
      const asked = random.pick(world.asked);
      await (asked ? book(asked, 'book again') : bookNew());
    },
    async 'other body'() {
      const asked = random.pick(world.asked.filter(({ isBooked }) => isBooked));
      await (asked ? book({ ...asked, request: otherBody(asked.request) }, 'other body') : bookNew());
    },
    hold: () => hold('hold'),
    renew: () => hold('renew'),
    move: () => hold('move'),
    release,
    async read() {
      await read(coach());
    },
    config: () => save('config'),
    schedule: () => save('schedule'),
    async 'host inserts'() {
      world.record(await host.insert(client, coach(), anyTime()));
    },
    async 'host cancels'() {
      const [session] = world.sessions.splice(random.below(world.sessions.length), 1);
      if (session) world.record(await host.cancel(client, session));
    },
  };

  return { act: () => actions[random.weighted(weights)]() };
}
