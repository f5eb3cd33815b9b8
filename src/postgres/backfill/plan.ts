import { isBookingError } from '../../domain/booking-error.js';
import { isCurrency } from '../../domain/money.js';
import { parseSessionConfig } from '../../domain/parse-config.js';
import type { Schedule } from '../../domain/schedule.js';
import type { SessionConfig } from '../../domain/session-config.js';
import { isTimeZone } from '../../domain/time-zone.js';
import { readWeeklyHours } from './availability.js';
import { readSessionLengths } from './lengths.js';
import { ratesFrom } from './prices.js';

/** What a host's tables say of a coach, as texts. */
export interface LegacyCoach {
  /** The coach's `"User"` id. */
  readonly id: number;
  /** Decimal, per hour. */
  readonly hourlyRate: string | null;
  readonly sessionLength: string | null;
  readonly availability: string | null;
  /** The profile's columns, which are part of a config. */
  readonly defaultDuration: number;
  readonly allowCustomDuration: boolean;
  readonly minimumDuration: number;
  readonly maximumDuration: number;
  readonly hasConfig: boolean;
  /** Also one that is switched off: it is the coach's own. */
  readonly hasSchedule: boolean;
  /** What a column of the host's names as the coach's zone and currency. */
  readonly timeZone: string | null;
  readonly currency: string | null;
}

/** What could not be used, for a person to look at. */
export interface BackfillNote {
  readonly coachId: number;
  readonly field: 'hourlyRate' | 'sessionLength' | 'availability' | 'timezone' | 'currency' | 'config';
  /** As it is stored; null for what is missing. Of a whole config: what is wrong with it. */
  readonly text: string | null;
  readonly reason:
    | 'missing'
    /** A rate that is no amount of the currency. */
    | 'invalid'
    | 'not_understood'
    /** Hours that were understood, but nobody knows on which clock. */
    | 'no_time_zone'
    /** A rate of nothing: sessions are free. */
    | 'free';
}

/** What a backfill does for one coach. */
export interface CoachPlan {
  readonly coachId: number;
  readonly config?: SessionConfig;
  readonly schedule?: Schedule;
  readonly notes: readonly BackfillNote[];
}

export interface PlanOptions {
  /** ISO 4217, of every rate that no column gives another. */
  readonly currency: string;
  /** What the host's enum allows; without one, whatever `Intl` knows. */
  readonly currencies?: readonly string[] | undefined;
  /** For coaches of whom nothing else names a zone. */
  readonly timeZone?: string | undefined;
  /** Also gives a schedule to coaches who have a config already. */
  readonly schedules?: boolean | undefined;
}

/** Half an hour, an hour, and one and a half. */
const LENGTHS = [30, 60, 90];
/** The column's default: nobody chose it. */
const DEFAULT_LENGTH = 60;

/**
 * What a coach gets from what the host knew: 30, 60 and 90 minutes at half, one and one and a half times the hourly rate.
 * Lengths that the coach wrote are offered besides, pro rata, and the first of them is the one that is picked at first.
 * Nothing is guessed: what is not understood becomes a note.
 */
export function planCoach(coach: LegacyCoach, options: PlanOptions): CoachPlan {
  const notes: BackfillNote[] = [];
  const note = (field: BackfillNote['field'], text: string | null, reason: BackfillNote['reason']): void => {
    notes.push({ coachId: coach.id, field, text, reason });
  };
  const config = coach.hasConfig ? undefined : planConfig(coach, options, note);
  const mayHaveHours = !coach.hasSchedule && (!coach.hasConfig || options.schedules === true);
  const schedule = mayHaveHours ? planSchedule(coach, options, note) : undefined;
  return { coachId: coach.id, notes, ...(config && { config }), ...(schedule && { schedule }) };
}

type TakeNote = (field: BackfillNote['field'], text: string | null, reason: BackfillNote['reason']) => void;

function planConfig(coach: LegacyCoach, options: PlanOptions, note: TakeNote): SessionConfig | undefined {
  const { hourlyRate, sessionLength } = coach;
  const currency = isBlank(coach.currency) ? options.currency : coach.currency.trim();
  const typed = isBlank(sessionLength) ? [] : readSessionLengths(sessionLength);
  if (!typed) note('sessionLength', sessionLength, 'not_understood');
  if (hourlyRate === null) {
    note('hourlyRate', null, 'missing');
    return undefined;
  }
  if (!isCurrency(currency) || options.currencies?.includes(currency) === false) {
    note('currency', currency, 'not_understood');
    return undefined;
  }
  const durations = [...new Set([...LENGTHS, ...(typed ?? [])])].sort((a, b) => a - b);
  const rates = ratesFrom(hourlyRate, durations, currency);
  if (!rates) {
    note('hourlyRate', hourlyRate, 'invalid');
    return undefined;
  }
  if (Object.values(rates).every((rate) => rate === 0)) note('hourlyRate', hourlyRate, 'free');
  const { defaultDuration: chosen, allowCustomDuration, minimumDuration, maximumDuration } = coach;
  const isChosen = chosen !== DEFAULT_LENGTH && durations.includes(chosen);
  const defaultDuration = isChosen ? chosen : (typed?.[0] ?? DEFAULT_LENGTH);
  const limits = { allowCustomDuration, minimumDuration, maximumDuration };
  try {
    return parseSessionConfig({ durations, rates, currency, defaultDuration, isActive: true, ...limits });
  } catch (error) {
    if (!isBookingError(error)) throw error;
    // The profile's own limits contradict each other.
    note('config', error.message, 'invalid');
    return undefined;
  }
}

function planSchedule(coach: LegacyCoach, options: PlanOptions, note: TakeNote): Schedule | undefined {
  const { availability } = coach;
  if (isBlank(availability)) return undefined;
  const hours = readWeeklyHours(availability);
  if (!hours) {
    note('availability', availability, 'not_understood');
    return undefined;
  }
  // One that is there but is none of a clock: the general one would be a guess.
  if (hours.timeZone === undefined && !isBlank(coach.timeZone) && !isTimeZone(coach.timeZone)) {
    note('timezone', coach.timeZone, 'not_understood');
    return undefined;
  }
  const timezone = hours.timeZone ?? (isBlank(coach.timeZone) ? options.timeZone : coach.timeZone);
  if (timezone === undefined) {
    note('timezone', availability, 'no_time_zone');
    return undefined;
  }
  return { timezone, rules: hours.rules, isDefault: true, active: true };
}

const isBlank = (text: string | null): text is null => text === null || text.trim() === '';
