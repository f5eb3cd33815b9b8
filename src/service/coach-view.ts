import { BookingError } from '../domain/booking-error.js';
import type { Busy } from '../domain/slot.js';
import type { BookingStore, CoachSnapshot } from '../ports/booking-store.js';
import type { BusySource } from '../ports/busy-source.js';
import { reach } from './trouble.js';

/** Milliseconds, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A coach at one moment: what the store keeps, and what their other calendars say. */
export interface CoachView extends CoachSnapshot {
  /** The store's and the other calendars' together. */
  readonly busy: readonly Busy[];
  /** Of the other calendars alone. */
  readonly elsewhere: readonly Busy[];
}

export interface ViewOptions {
  readonly now: number;
  readonly holdId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type ViewCoach = (coachId: string, span: Span, options: ViewOptions) => Promise<CoachView>;

export interface CoachViewDependencies {
  readonly store: BookingStore;
  readonly busySources: readonly BusySource[];
  readonly busyTimeoutMs: number;
}

const MINUTE = 60_000;
/** The whole local date of every instant in the span, wherever its zone is: `maximumPerDay` counts dates. */
const MARGIN = 36 * 60 * MINUTE;

/** No rule reaches further; it keeps every instant within what can be written. */
const FURTHEST = 400 * 24 * 60 * MINUTE;

const instantRange = (span: Span, margin: number): { start: string; end: string } => ({
  start: new Date(span.start - margin).toISOString(),
  end: new Date(span.end + margin).toISOString(),
});

/** Reads all that decides about the times of a span, with the margin that buffers and daily limits need. */
export function createCoachView({ store, busySources, busyTimeoutMs }: CoachViewDependencies): ViewCoach {
  return async (coachId, span, { now, holdId, signal }) => {
    const options = {
      now: new Date(now).toISOString(),
      ...(holdId !== undefined && { exceptHoldId: holdId }),
    };
    const read = (margin: number): Promise<CoachSnapshot> =>
      reach('the store', () => store.read(coachId, instantRange(span, margin), options));

    let margin = MARGIN;
    let snapshot = await read(margin);
    const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } = snapshot.config;
    const longest = Math.min(Math.max(bufferBeforeMinutes, bufferAfterMinutes) * MINUTE, FURTHEST);
    if (longest > margin) {
      margin += longest;
      snapshot = await read(margin);
    }
    const query = { coachId, ...instantRange(span, margin), timeZone: snapshot.schedule.timezone };
    const answers = await Promise.all(busySources.map((source) => ask(source, query, busyTimeoutMs, signal)));
    const elsewhere = answers.flat();
    return { ...snapshot, busy: [...snapshot.busy, ...elsewhere], elsewhere };
  };
}

async function ask(
  source: BusySource,
  query: Parameters<BusySource['busy']>[0],
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<readonly Busy[]> {
  const giveUp = new AbortController();
  const stop = (): void => giveUp.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const tooLate = new Promise<never>((_, reject) => {
      giveUp.signal.addEventListener('abort', () => reject(new Error('gave up')), { once: true });
      timer = setTimeout(() => giveUp.abort(), timeoutMs);
    });
    const busy = await Promise.race([source.busy(query, { signal: giveUp.signal }), tooLate]);
    return busy.filter(checkBusy);
  } catch (cause) {
    if (signal?.aborted) throw new BookingError('aborted', { cause });
    if (source.optional) return [];
    throw new BookingError('unavailable', { message: `the calendar ${source.name} did not answer`, cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** Leaves out what has no length; throws at what is no interval. */
function checkBusy({ start, end }: Busy): boolean {
  const length = Date.parse(end) - Date.parse(start);
  if (!(length >= 0)) throw new RangeError(`not an interval: ${start} to ${end}`);
  return length > 0;
}
