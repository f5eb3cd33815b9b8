import { DAY_MS, startOfWeek } from '../domain/plain-date.js';
import { isTimeZone, localDate } from '../domain/time-zone.js';
import { PAGE_DAYS } from './spans.js';
import type { Draft, FlowContext, FlowState } from './state.js';

export interface InitialStateOptions {
  readonly coachId: string;
  /** IANA; one that the engine does not know counts as UTC. */
  readonly timeZone: string;
  /** In milliseconds. */
  readonly now: number;
  /** 0 = Monday (default) … 6 = Sunday. */
  readonly firstDayOfWeek?: number | undefined;
  /** Starts with the times of this length. */
  readonly durationMinutes?: number | undefined;
  /** How many days are shown at once. Default 42. */
  readonly pageDays?: number | undefined;
  readonly draft?: Partial<Draft> | undefined;
  /** Whether the adapter can tell who the coach is. Default true. */
  readonly hasCoach?: boolean | undefined;
  /** Whether the adapter can hold times. Default false. */
  readonly canHold?: boolean | undefined;
  /** The adapter's own. What is no number of days counts as none. */
  readonly maximumDays?: number | undefined;
}

/** How many days ahead times are looked for at most. */
export const HORIZON_DAYS = 366;

export const EMPTY_DRAFT: Draft = { name: '', email: '', notes: '', answers: {} };

/** Nothing is loaded yet, and the weeks from this one on are shown. */
export function initialState(options: InitialStateOptions): FlowState {
  const { coachId, now, durationMinutes = null, firstDayOfWeek = 0, pageDays = PAGE_DAYS } = options;
  const { hasCoach = true, canHold = false, maximumDays = Infinity } = options;
  const timeZone = isTimeZone(options.timeZone) ? options.timeZone : 'UTC';
  const context: FlowContext = {
    coachId,
    timeZone,
    coach: { status: hasCoach ? 'loading' : 'absent' },
    config: { status: 'loading' },
    times: {
      slots: [],
      customDuration: null,
      loaded: [],
      loading: null,
      rest: null,
      ahead: null,
      error: null,
      coachTimeZone: null,
      until: now + HORIZON_DAYS * DAY_MS,
    },
    search: { status: 'idle' },
    durationMinutes,
    pageStart: startOfWeek(localDate(timeZone, now), firstDayOfWeek),
    pageDays,
    day: null,
    chosenDay: null,
    slot: null,
    draft: { ...EMPTY_DRAFT, ...options.draft },
    attempt: null,
    canHold,
    hold: null,
    online: true,
    clockSkew: 0,
    longestSpanMs: maximumDays > 0 ? maximumDays * DAY_MS : Infinity,
  };
  return durationMinutes === null
    ? { ...context, step: 'duration' }
    : { ...context, step: 'datetime', durationMinutes, taken: null };
}

type OwnOfSteps = { readonly taken?: unknown; readonly submission?: unknown; readonly booking?: unknown };

/** What every step knows of a state, without what only its own step knows. */
export function contextOf(state: FlowState): FlowContext {
  const {
    step: _step,
    taken: _taken,
    submission: _submission,
    booking: _booking,
    ...context
  }: FlowState & OwnOfSteps = state;
  return context;
}
