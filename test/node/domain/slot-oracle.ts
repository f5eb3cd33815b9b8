/**
 * What DESIGN says of slots, done in the most naive way: minute by minute, with each minute's local time asked of `Intl`.
 * It shares no code with the engine and is the yardstick of its tests. All times must be on whole minutes.
 */

interface OracleInterval {
  readonly from: string;
  readonly to: string;
}
export interface OracleRule {
  readonly type: string;
  readonly wday?: string;
  readonly date?: string;
  readonly intervals?: readonly OracleInterval[];
}
export interface OracleBusy {
  readonly start: string;
  readonly end: string;
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  readonly isSession?: boolean;
}
export interface OracleConfig {
  readonly durations: readonly number[];
  readonly rates: Readonly<Record<string, number>>;
  readonly currency: string;
  readonly slotIntervalMinutes?: number;
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  readonly minimumNoticeMinutes?: number;
  readonly bookingWindowDays?: number;
  readonly maximumPerDay?: number;
}
export interface OracleInput {
  readonly schedule: { readonly timezone: string; readonly rules: readonly OracleRule[] };
  readonly config: OracleConfig;
  readonly busy: readonly OracleBusy[];
  readonly range: { readonly start: string; readonly end: string };
  readonly durationMinutes?: number;
  readonly now: string;
}

/** The clock of a zone for each minute of a stretch: a wall time is a number of minutes, as if it were in UTC. */
export interface Timeline {
  readonly start: number;
  readonly walls: readonly number[];
}

const MINUTE = 60_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export function wallFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
}

/** The wall time of an instant, in minutes as if it were in UTC. */
export function wallAt(format: Intl.DateTimeFormat, ms: number): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = (format.format(ms).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / MINUTE;
}

export function timelineOf(timeZone: string, start: number, end: number): Timeline {
  const format = wallFormat(timeZone);
  const walls: number[] = [];
  for (let ms = start; ms < end; ms += MINUTE) walls.push(wallAt(format, ms));
  return { start, walls };
}

/** The changes of a zone's clocks between two instants, found by looking every twelve hours. */
export function changesOf(timeZone: string, start: number, end: number): number[] {
  const format = wallFormat(timeZone);
  const offset = (ms: number): number => wallAt(format, ms) - ms / MINUTE;
  const changes: number[] = [];
  for (let ms = start; ms < end; ms += 720 * MINUTE) {
    if (offset(ms) === offset(ms + 720 * MINUTE)) continue;
    let at = ms;
    while (offset(at) === offset(ms)) at += MINUTE;
    changes.push(at);
  }
  return changes;
}

/** Free times as `start/minutes/amount`, sorted by start, then by length. The timeline must reach two days beyond the range. */
export function naiveSlots(input: OracleInput, { start, walls }: Timeline): string[] {
  const { config } = input;
  const minuteOf = (instant: string): number => (Date.parse(instant) - start) / MINUTE;
  const dateOf = (wall: number): number => Math.floor(wall / 1440);

  /** The minute at which the clocks show a wall time, as Temporal's `compatible`. */
  const find = (wall: number): number => {
    const shown = walls.indexOf(wall);
    if (shown >= 0) return shown;
    const jump = walls.findIndex((before, at) => before < wall && (walls[at + 1] ?? -Infinity) > wall);
    return jump < 0 ? NaN : jump + wall - (walls[jump] ?? NaN);
  };

  const open = new Set<number>();
  const candidates = new Set<number>();
  const step = config.slotIntervalMinutes ?? 30;
  // A date whose start or end is not in the timeline is of no concern.
  for (const date of new Set(walls.map(dateOf))) {
    const ofDate = new Set<number>();
    const iso = new Date(date * 1440 * MINUTE).toISOString().slice(0, 10);
    const weekday = WEEKDAYS[new Date(date * 1440 * MINUTE).getUTCDay()];
    const rule =
      input.schedule.rules.filter((item) => item.type === 'date' && item.date === iso).at(-1) ??
      input.schedule.rules.filter((item) => item.type === 'wday' && item.wday === weekday).at(-1);
    for (const interval of rule?.intervals ?? []) {
      const [from = NaN, to = NaN] = [interval.from, interval.to].map((time) => {
        const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
        return find(date * 1440 + hours * 60 + minutes);
      });
      for (let minute = from; minute < to; minute += 1) ofDate.add(minute);
    }
    for (const minute of ofDate) open.add(minute);
    for (const first of ofDate) {
      if (ofDate.has(first - 1)) continue;
      for (let minute = first; ofDate.has(minute); minute += 1) {
        if ((minute - first) % step === 0) candidates.add(minute);
      }
    }
  }

  const blocked = new Set<number>();
  const sessions: number[] = [];
  for (const busy of input.busy) {
    const from = minuteOf(busy.start) - (busy.bufferBeforeMinutes ?? 0);
    const to = minuteOf(busy.end) + (busy.bufferAfterMinutes ?? 0);
    for (let minute = from; minute < to; minute += 1) blocked.add(minute);
    if (busy.isSession) sessions.push(dateOf(walls[minuteOf(busy.start)] ?? NaN));
  }

  const lengths = input.durationMinutes === undefined ? config.durations : [input.durationMinutes];
  const earliest = Math.max(minuteOf(input.range.start), minuteOf(input.now) + (config.minimumNoticeMinutes ?? 0));
  const today = dateOf(walls[minuteOf(input.now)] ?? NaN);
  const found: { at: number; minutes: number }[] = [];
  for (const at of candidates) {
    const date = dateOf(walls[at] ?? NaN);
    if (at < earliest || at >= minuteOf(input.range.end)) continue;
    if (config.bookingWindowDays !== undefined && date > today + config.bookingWindowDays) continue;
    if (config.maximumPerDay !== undefined && sessions.filter((day) => day === date).length >= config.maximumPerDay)
      continue;
    for (const minutes of lengths) {
      let isFree = true;
      for (let minute = at; minute < at + minutes; minute += 1) if (!open.has(minute)) isFree = false;
      const until = at + minutes + (config.bufferAfterMinutes ?? 0);
      for (let minute = at - (config.bufferBeforeMinutes ?? 0); minute < until; minute += 1) {
        if (blocked.has(minute)) isFree = false;
      }
      if (isFree) found.push({ at, minutes });
    }
  }
  return found
    .sort((a, b) => a.at - b.at || a.minutes - b.minutes)
    .map(
      ({ at, minutes }) => `${new Date(start + at * MINUTE).toISOString()}/${minutes}/${naivePrice(config, minutes)}`,
    );
}

/** In cents, for a currency with two decimals. */
function naivePrice({ rates }: OracleConfig, minutes: number): number {
  const cents = (length: number): number => Math.round((rates[length] ?? NaN) * 100);
  const lengths = Object.keys(rates).map(Number);
  if (lengths.includes(minutes)) return cents(minutes);
  const below = Math.max(...lengths.filter((length) => length < minutes));
  const above = Math.min(...lengths.filter((length) => length > minutes));
  if (below === -Infinity) return Math.floor((2 * cents(above) * minutes + above) / (2 * above));
  if (above === Infinity) return Math.floor((2 * cents(below) * minutes + below) / (2 * below));
  const span = above - below;
  const exact = cents(below) * span + (cents(above) - cents(below)) * (minutes - below);
  return Math.floor((2 * exact + span) / (2 * span));
}
