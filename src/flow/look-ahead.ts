/** What is worked out after each event: whether the choice still stands, and where the next free time is. */
import { DAY_MS } from '../domain/plain-date.js';
import type { Slot } from '../domain/slot.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import type { FlowEvent } from './event.js';
import { fetchPage } from './loading.js';
import { afterDay } from './later-selectors.js';
import { firstKnown, nextFreeFrom, startOfDay } from './next-free.js';
import { isChoosing, showDay } from './picking.js';
import { dayOfSlot, findSlot } from './slots.js';
import { sameTime } from './same-time.js';
import { knownUntil, PAGE_DAYS } from './spans.js';
import type {
  ConfirmationStep,
  DatetimeStep,
  DurationStep,
  FlowState,
  InstantSpan,
  Submission,
  Times,
} from './state.js';

/** The longest span that one search asks for. */
const LONGEST_SEARCH_MS = 4 * PAGE_DAYS * DAY_MS;

/** `before` is the state that the event met, `state` what became of it. */
export function lookAtTimes(
  before: FlowState,
  state: FlowState,
  { now }: FlowEnvironment,
  event: FlowEvent,
): Transition {
  const told = event.type === 'times-loaded' && before.times.loading === event.span ? event.span : null;
  if (state.step === 'confirmation') return stay(told ? withFreshPrice(told, state) : state);
  if (!isChoosing(state) || state.config.status !== 'ready' || !state.config.value.isActive) return stay(state);
  const custom = alignTimes(state);
  if (custom) return custom;
  const { search } = before;
  const answered = search.status === 'searching' && state.search.status === 'idle' ? search : null;
  return searchOn(
    withoutGoTo(before, told ? withFreshSlots(told, state) : state),
    answered?.span ?? null,
    answered?.goTo ?? false,
    now,
  );
}

export function goToNextFree(state: FlowState, { now }: FlowEnvironment): Transition {
  if (state.step !== 'datetime' || state.config.status !== 'ready') return stay(state);
  const { search } = state;
  const next = nextFreeFrom(state, state.durationMinutes, afterDay(state));
  if (next.status === 'found') return showDay(state, dayOfSlot(next.slot, state.timeZone), now);
  if (next.status === 'none') return stay(state);
  if (search.status !== 'searching') return searchFrom(state, afterDay(state), true, null);
  return search.goTo ? stay(state) : stay({ ...state, search: { ...search, goTo: true } });
}

/** A custom length has times of its own: those of the configured lengths don't tell them. */
function alignTimes(state: FlowState): Transition | null {
  const { config, durationMinutes, times } = state;
  if (config.status !== 'ready' || durationMinutes === null) return null;
  const customDuration = config.value.durations.includes(durationMinutes) ? null : durationMinutes;
  if (customDuration === times.customDuration) return null;
  const empty: Times = { ...times, customDuration, slots: [], loaded: [], ahead: null };
  return fetchPage({ ...state, times: empty, search: { status: 'idle' } });
}

/** A chosen time that the answer has not any more is not chosen any more; one with another price has that price. */
function withFreshSlots(span: InstantSpan, state: DurationStep | DatetimeStep): DurationStep | DatetimeStep {
  const { times } = state;
  const fresh = (slot: Slot): Slot | null =>
    isTold(slot, span) ? findSlot(times.slots, slot.startTime, slot.durationMinutes) : slot;
  const slot = state.slot && (fresh(state.slot) ?? (isOwn(state, state.slot) ? state.slot : null));
  if (state.step === 'duration' || !state.taken) return { ...state, slot };
  const alternatives = state.taken.alternatives.flatMap((alternative) => fresh(alternative) ?? []);
  return { ...state, slot, taken: { ...state.taken, alternatives } };
}

/** An answer that was made before the hold was known may leave out the very time that is held for the visitor. */
function isOwn({ hold }: FlowState, slot: Slot): boolean {
  return sameTime(hold?.held?.slot, slot) || sameTime(hold?.asking?.slot, slot);
}

function isTold({ startTime }: Slot, span: InstantSpan): boolean {
  const start = Date.parse(startTime);
  return span.start <= start && start < span.end;
}

/** Another price is asked about as soon as it is known, not only by the server's refusal. */
function withFreshPrice(span: InstantSpan, state: ConfirmationStep): ConfirmationStep {
  const { times, slot, submission } = state;
  if (!isTold(slot, span)) return state;
  const fresh = findSlot(times.slots, slot.startTime, slot.durationMinutes);
  if (!fresh || (submission.status !== 'price_changed' && !isUntouched(submission))) return state;
  const [previous, current] = [slot.rate, fresh.rate];
  if (current.amountMinor !== previous.amountMinor || current.currency !== previous.currency) {
    return { ...state, submission: { status: 'price_changed', previous, current } };
  }
  return submission.status === 'price_changed' ? { ...state, submission: { status: 'editing', errors: {} } } : state;
}

function isUntouched(submission: Submission): boolean {
  return submission.status === 'editing' && Object.keys(submission.errors).length === 0;
}

/** Who goes somewhere else while a search is on is not carried away by what it finds. */
function withoutGoTo(before: FlowState, state: FlowState): FlowState {
  const { search } = state;
  if (search.status !== 'searching' || !search.goTo || search !== before.search) return state;
  const stayed =
    before.day === state.day &&
    before.pageStart === state.pageStart &&
    before.durationMinutes === state.durationMinutes &&
    before.step === state.step;
  return stayed ? state : { ...state, search: { ...search, goTo: false } };
}

/** Looks further for lengths that have no time so far, and goes to the day that was asked for. */
function searchOn(state: FlowState, previous: InstantSpan | null, goTo: boolean, now: number): Transition {
  const { config, times, search, durationMinutes, step } = state;
  const from = step === 'duration' ? firstKnown(state) : goTo ? afterDay(state) : startOfDay(state, state.pageStart);
  const isCustom = times.customDuration !== null;
  const lengths =
    step === 'duration' && config.status === 'ready' && !isCustom ? config.value.durations : [durationMinutes];
  const found = lengths.map((minutes) => nextFreeFrom(state, minutes ?? 0, from));
  const first = found[0];
  if (goTo && first?.status === 'found') return showDay(state, dayOfSlot(first.slot, state.timeZone), now);
  const isReady = search.status === 'idle' && times.loaded.length > 0 && !times.error && (goTo || !times.loading);
  return isReady && found.some(({ status }) => status === 'idle')
    ? searchFrom(state, from, goTo, previous)
    : stay(state);
}

/** Each search looks twice as far as the one before it, as far as the adapter answers at once. */
function searchFrom(state: FlowState, from: number, goTo: boolean, previous: InstantSpan | null): Transition {
  const { longestSpanMs } = state;
  const { until, customDuration } = state.times;
  const length = previous ? Math.min(2 * (previous.end - previous.start), LONGEST_SEARCH_MS) : PAGE_DAYS * DAY_MS;
  const start = knownUntil(state.times, from);
  const span = { start, end: Math.min(start + Math.min(length, longestSpanMs), until) };
  return {
    state: { ...state, search: { status: 'searching', span, goTo } },
    effects: [{ type: 'search', span, customDuration }],
  };
}
