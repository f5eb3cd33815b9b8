import type { BookingField } from '../domain/booking-field.js';
import type { WallInterval } from '../domain/schedule.js';
import { readBookingRequest, readHoldRequest } from '../protocol/read-requests.js';
import { paths } from '../protocol/routes.js';
import { writeAvailability } from '../protocol/write-answers.js';
import type { BookingService, BookingServiceOptions } from '../service/booking-service.js';
import type { CoachSeed } from '../service/memory-store.js';
import { openEveryDay } from './fixtures.js';

/** What a scenario may do to a request before, or instead of, the real handler. */
export interface Interception {
  readonly request: Request;
  readonly service: BookingService;
  /** How often this path was asked for before. */
  readonly earlier: number;
  /** The real handler's answer. */
  readonly proceed: () => Promise<Response>;
}

export interface Scenario {
  /** One line for a list of stories. */
  readonly summary: string;
  readonly coaches?: (coaches: readonly CoachSeed[]) => readonly CoachSeed[];
  /** How long times are held. */
  readonly holds?: Pick<BookingServiceOptions, 'holdMinutes' | 'longestHoldMinutes'>;
  /** What the server's clock shows when the page's shows `now`, in milliseconds. */
  readonly serverClock?: (now: number) => number;
  readonly intercept?: (call: Interception) => Promise<Response>;
}

type SeedChange = Partial<CoachSeed['config']> & Readonly<Record<string, unknown>>;

const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60_000;
const MARKUP = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;
const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänin';

const FIELDS: readonly BookingField[] = [
  { name: 'goal', label: 'What should change?', type: 'textarea', required: true, maxLength: 300 },
  { name: 'phone', label: 'Phone', type: 'tel', hint: 'Only if the video call fails.' },
  { name: 'team', label: 'Size of your team', type: 'number' },
  { name: 'before', label: 'Have we met before?', type: 'select', options: ['No', 'Once', 'Often'] },
  { name: 'terms', label: 'I agree to the terms', type: 'checkbox', required: true },
];

const withConfig =
  (change: SeedChange): NonNullable<Scenario['coaches']> =>
  (coaches) =>
    coaches.map((seed) => ({ ...seed, config: { ...seed.config, ...change } }));

const withHours =
  (intervals: readonly WallInterval[], change: SeedChange = {}): NonNullable<Scenario['coaches']> =>
  (coaches) =>
    withConfig(change)(coaches).map((seed) => ({
      ...seed,
      busy: [],
      schedule: { ...seed.schedule, ...openEveryDay(seed.schedule.timezone, intervals) },
    }));

const never = (): Promise<Response> => new Promise(() => undefined);

const asks = ({ request }: Interception, path: string): boolean => new URL(request.url).pathname.endsWith(path);

const isHold = (call: Interception): boolean => asks(call, paths.hold);

const isBooking = (call: Interception): boolean => call.request.method === 'POST' && asks(call, paths.book);

const problem = (status: number, code: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(
    new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, requestId: 'mock' }), {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    }),
  );

type WireSlots = readonly Readonly<Record<string, unknown>>[];

/** The times that are answered, made into others. */
const withTimes =
  (change: (slots: WireSlots) => WireSlots): NonNullable<Scenario['intercept']> =>
  async (call) => {
    const answer = await call.proceed();
    if (!asks(call, paths.available) || !answer.ok) return answer;
    const body = (await answer.json()) as { readonly availableSlots: WireSlots };
    return Response.json({ ...body, availableSlots: change(body.availableSlots) });
  };

/** Every time twice, the last first, without some offsets, and with one of last year. */
function untidy(slots: WireSlots): WireSlots {
  const late = slots.map((slot, index) => {
    const bare = (instant: unknown) => String(instant).replace('.000Z', '');
    return index % 7 === 3 ? { ...slot, startTime: bare(slot.startTime), endTime: bare(slot.endTime) } : slot;
  });
  const past = slots.slice(0, 1).map((slot) => {
    const lastYear = (instant: unknown) => new Date(Date.parse(String(instant)) - 365 * DAY_MS).toISOString();
    return { ...slot, startTime: lastYear(slot.startTime), endTime: lastYear(slot.endTime) };
  });
  return [...late, ...past, ...slots].reverse();
}

/** Fridays cost half as much again, Mondays half. */
function pricedByDay(slots: WireSlots): WireSlots {
  const factors: Readonly<Record<number, number>> = { 1: 0.5, 5: 1.5 };
  return slots.map((slot) => {
    const factor = factors[new Date(String(slot.startTime)).getUTCDay()] ?? 1;
    return { ...slot, rate: Number(slot.rate) * factor };
  });
}

/** The same question two months later. */
function ofAnotherMonth({ request, service }: Interception): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const later = (name: string) => new Date(Date.parse(query.get(name) ?? '') + 60 * DAY_MS).toISOString();
  const coachId = query.get('coachId') ?? '';
  return service
    .getAvailability({ coachId, start: later('start'), end: later('end') })
    .then((answer) => Response.json(writeAvailability(answer)));
}

/** Another visitor books the very time, just before. */
async function bookBefore({ request, service }: Interception): Promise<void> {
  const wanted = readBookingRequest(await request.clone().json());
  const attendee = { name: 'Robin Faster', email: 'robin@example.com', timeZone: 'UTC' };
  await service.book({ ...wanted, attendee }, { idempotencyKey: crypto.randomUUID() });
}

/** Another visitor books the very time that this one asks to be held. */
async function bookHeldBefore({ request, service }: Interception): Promise<void> {
  const { coachId, startTime, durationMinutes } = readHoldRequest(await request.clone().json());
  const end = new Date(Date.parse(startTime) + 60_000).toISOString();
  const { slots } = await service.getAvailability({ coachId, start: startTime, end, durationMinutes });
  const attendee = { name: 'Robin Faster', email: 'robin@example.com', timeZone: 'UTC' };
  for (const slot of slots.slice(0, 1)) {
    await service.book({ ...slot, coachId, attendee }, { idempotencyKey: crypto.randomUUID() });
  }
}

/** The coach raises every price by a tenth. */
async function raisePrices({ request, service }: Interception): Promise<void> {
  const { coachId } = readBookingRequest(await request.clone().json());
  const config = await service.getConfig({ coachId });
  const raised = Object.entries(config.rates).map(([length, rate]): [string, number] => [
    length,
    Math.ceil(rate * 1.1),
  ]);
  await service.saveConfig({ coachId, config: { ...config, rates: Object.fromEntries(raised) } });
}

/** What can happen to a widget, by name. Everything that is not said here is the real handler over the memory store. */
export const scenarios = {
  default: { summary: 'All goes well' },
  loading: { summary: 'Nothing is ever answered', intercept: never },
  'loading-times': {
    summary: 'The config is there, free times are never answered',
    intercept: (call) => (asks(call, paths.available) ? never() : call.proceed()),
  },
  slow: {
    summary: 'Every answer takes two seconds',
    async intercept({ proceed }) {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return proceed();
    },
  },
  empty: { summary: 'No free times at all', coaches: withHours([]) },
  'next-month': {
    summary: 'The first free time is some forty days away',
    coaches: withConfig({ minimumNoticeMinutes: 40 * DAY_MINUTES, bookingWindowDays: 62 }),
  },
  'many-times': {
    summary: 'A free time every ten minutes, day and night: six thousand in six weeks',
    coaches: withHours([{ from: '00:00', to: '24:00' }], {
      durations: [30],
      rates: { 30: 50 },
      defaultDuration: 30,
      slotIntervalMinutes: 10,
    }),
  },
  'prices-by-day': { summary: 'Fridays cost more, Mondays less', intercept: withTimes(pricedByDay) },
  'untidy-times': {
    summary: 'Times twice, backwards, some without an offset, one of last year',
    intercept: withTimes(untidy),
  },
  'wrong-month': {
    summary: 'Whatever is asked for, the times of two months later are answered',
    intercept: (call) => (asks(call, paths.available) ? ofAnotherMonth(call) : call.proceed()),
  },
  'first-days': {
    summary: 'The first answer with times comes, none after it: for an adapter that answers some days at a time',
    intercept: (call) => (asks(call, paths.available) && call.earlier > 0 ? never() : call.proceed()),
  },
  'rest-fails': {
    summary: 'The first two answers with times come, the third fails, then all is well',
    intercept: (call) => (asks(call, paths.available) && call.earlier === 2 ? problem(500, 'unknown') : call.proceed()),
  },
  'clock-ahead': { summary: 'The visitor’s clock is a day ahead', serverClock: (now) => now - DAY_MS },
  'clock-behind': { summary: 'The visitor’s clock is a day behind', serverClock: (now) => now + DAY_MS },
  fields: { summary: 'The coach asks five questions', coaches: withConfig({ fields: FIELDS }) },
  'custom-length': {
    summary: 'Any length from 20 to 120 minutes',
    coaches: withConfig({ allowCustomDuration: true, minimumDuration: 20, maximumDuration: 120 }),
  },
  'one-length': {
    summary: 'A single length, free of charge',
    coaches: withConfig({ durations: [30], rates: { 30: 0 }, defaultDuration: 30 }),
  },
  yen: {
    summary: 'Prices without decimals',
    coaches: withConfig({ currency: 'JPY', rates: { 30: 5000, 60: 9000, 90: 12000 } }),
  },
  inactive: { summary: 'The coach takes no bookings now', coaches: withConfig({ isActive: false }) },
  taken: {
    summary: 'Somebody else books the first chosen time in the last second',
    async intercept(call) {
      if (isBooking(call) && call.earlier === 0) await bookBefore(call);
      return call.proceed();
    },
  },
  'price-changed': {
    summary: 'The coach raises prices while the visitor types',
    async intercept(call) {
      if (isBooking(call) && call.earlier === 0) await raisePrices(call);
      return call.proceed();
    },
  },
  'lost-answer': {
    summary: 'The booking is made, its first answer gets lost',
    async intercept(call) {
      const answer = await call.proceed();
      return isBooking(call) && call.earlier === 0 ? Response.error() : answer;
    },
  },
  'lost-answers': {
    summary: 'The booking is made, and no answer ever arrives',
    async intercept(call) {
      const answer = await call.proceed();
      return isBooking(call) ? Response.error() : answer;
    },
  },
  'hold-expires-soon': { summary: 'A time is held for 45 seconds, and for 45 more', holds: { holdMinutes: 0.75 } },
  'hold-at-its-cap': {
    summary: 'A time is held for 45 seconds, and no longer',
    holds: { holdMinutes: 0.75, longestHoldMinutes: 0.75 },
  },
  'hold-is-over': { summary: 'A time is held for a second', holds: { holdMinutes: 1 / 60 } },
  'hold-taken': {
    summary: 'Somebody else books the first chosen time before it is held',
    async intercept(call) {
      if (isHold(call) && call.earlier === 0) await bookHeldBefore(call);
      return call.proceed();
    },
  },
  'hold-fails': {
    summary: 'Holding a time fails, booking goes well',
    intercept: (call) => (isHold(call) ? problem(429, 'rate_limited', { 'Retry-After': '30' }) : call.proceed()),
  },
  'no-holds': {
    summary: 'A server that can’t hold times',
    intercept: (call) => (isHold(call) ? problem(501, 'unsupported') : call.proceed()),
  },
  'gone-while-typing': {
    summary: 'The time can’t be held, and somebody else books it while the visitor types',
    async intercept(call) {
      if (!isHold(call)) return call.proceed();
      if (call.earlier === 0) await bookHeldBefore(call);
      return problem(503, 'unavailable');
    },
  },
  'rate-limited-booking': {
    summary: 'Too many bookings at once: the first try may come again in half a minute',
    intercept: (call) =>
      isBooking(call) && call.earlier === 0 ? problem(429, 'rate_limited', { 'Retry-After': '30' }) : call.proceed(),
  },
  'busy-server': {
    summary: 'The server is busy with the first booking, and asks for two seconds',
    intercept: (call) =>
      isBooking(call) && call.earlier === 0 ? problem(503, 'unavailable', { 'Retry-After': '2' }) : call.proceed(),
  },
  'in-progress': {
    summary: 'The booking’s first answer says that it is still being made',
    async intercept(call) {
      const answer = await call.proceed();
      return isBooking(call) && call.earlier === 0
        ? problem(409, 'idempotency_in_progress', { 'Retry-After': '2' })
        : answer;
    },
  },
  'offline-while-sending': {
    summary: 'The connection drops with the booking, which never arrives until it is sent once more',
    intercept: (call) => (isBooking(call) && call.earlier < 2 ? Promise.resolve(Response.error()) : call.proceed()),
  },
  sending: {
    summary: 'The booking is sent and never answered',
    intercept: (call) => (isBooking(call) ? never() : call.proceed()),
  },
  'book-error': {
    summary: 'All goes well until the booking: the server is down',
    intercept: (call) => (isBooking(call) ? problem(503, 'unavailable') : call.proceed()),
  },
  'book-refused': {
    summary: 'All goes well until the booking: it breaks a rule of the coach',
    intercept: (call) => (isBooking(call) ? problem(422, 'out_of_policy') : call.proceed()),
  },
  'times-error': {
    summary: 'The config is there, free times fail',
    intercept: (call) => (asks(call, paths.available) ? problem(500, 'unknown') : call.proceed()),
  },
  error: { summary: 'The server is down', intercept: () => problem(503, 'unavailable') },
  'rate-limited': {
    summary: 'Too many requests, come back in half a minute',
    intercept: () => problem(429, 'rate_limited', { 'Retry-After': '30' }),
  },
  offline: { summary: 'No network', intercept: () => Promise.resolve(Response.error()) },
  malformed: {
    summary: 'A proxy answers with a page of its own',
    intercept: () =>
      Promise.resolve(new Response('<!doctype html><h1>Welcome</h1>', { headers: { 'Content-Type': 'text/html' } })),
  },
  'wrong-shape': {
    summary: 'JSON, but not of the protocol',
    intercept: () => Promise.resolve(Response.json({ durations: 'thirty', availableSlots: [{}, null, 7] })),
  },
  'unknown-coach': { summary: 'There is no such coach', coaches: () => [] },
  'no-lengths': {
    summary: 'A config without any length',
    coaches: withConfig({ durations: [], rates: {} }),
  },
  'missing-rate': { summary: 'A length without its rate', coaches: withConfig({ rates: { 30: 50 } }) },
  'unknown-currency': { summary: 'A currency that nobody knows', coaches: withConfig({ currency: 'QQQ' }) },
  'unknown-zone': {
    summary: 'The coach lives in a zone that nobody knows',
    coaches: (coaches) =>
      coaches.map(({ coach, schedule, ...seed }) => ({
        ...seed,
        coach: { ...coach, timezone: 'Mars/Olympus' },
        schedule: { ...schedule, timezone: 'Mars/Olympus' },
      })),
  },
  'long-text': {
    summary: 'A name of 300 characters, descriptions that never end',
    coaches: (coaches) =>
      withConfig({
        descriptions: { 30: `${LONG_WORD} `.repeat(6), 60: LONG_WORD.repeat(4), 90: 'Short.' },
        location: { kind: 'in_person', label: `${LONG_WORD}straße 123, hinteres Gebäude, dritter Stock links` },
        fields: FIELDS.map((field) => ({ ...field, label: `${field.label} ${LONG_WORD.repeat(2)}` })),
      })(coaches).map((seed) => ({
        ...seed,
        coach: {
          ...seed.coach,
          name: `Ada ${LONG_WORD} von und zu Moreau `.repeat(5).slice(0, 300),
          title: `${LONG_WORD} and ${LONG_WORD}`,
          bio: `${seed.coach.bio ?? ''} `.repeat(6),
        },
      })),
  },
  hostile: {
    summary: 'Markup in every text, a script in the picture’s address',
    coaches: (coaches) =>
      withConfig({
        descriptions: { 30: MARKUP, 60: MARKUP, 90: MARKUP },
        location: { kind: 'video', label: MARKUP },
        fields: [{ name: 'goal', label: MARKUP, type: 'text', hint: MARKUP }],
      })(coaches).map((seed) => ({
        ...seed,
        coach: {
          ...seed.coach,
          name: `Ada ${MARKUP}`,
          title: MARKUP,
          bio: MARKUP,
          avatarUrl: 'javascript:alert(1)',
          calendlyUrl: 'javascript:alert(2)',
        },
      })),
  },
} satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof scenarios;
