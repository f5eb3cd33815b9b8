import type { BookingField } from './booking-field.js';

export interface SessionLocation {
  readonly kind: 'video' | 'phone' | 'in_person' | 'other' | (string & {});
  readonly label: string;
}

/** What a coach may offer beyond the required methods; a feature is on when the adapter has it too. */
export type Features = Readonly<Record<string, boolean>>;

/** What a coach offers: lengths, their prices, and the rules of booking. The same in code and on the wire. */
export interface SessionConfig {
  /** 1 to 20 unique whole minutes from 5 to 1440. */
  readonly durations: readonly number[];
  /** Price of each length in major units of `currency`, keyed by the length in minutes. */
  readonly rates: Readonly<Record<string, number>>;
  /** ISO 4217. */
  readonly currency: string;
  readonly defaultDuration: number;
  readonly allowCustomDuration: boolean;
  readonly minimumDuration: number;
  readonly maximumDuration: number;
  readonly isActive: boolean;
  /** Default 30. */
  readonly slotIntervalMinutes?: number;
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  readonly minimumNoticeMinutes?: number;
  /** Whole days after today, in the schedule's zone. Without it there is no limit. */
  readonly bookingWindowDays?: number;
  readonly maximumPerDay?: number;
  /** One line of meaning for each length. */
  readonly descriptions?: Readonly<Record<string, string>>;
  readonly location?: SessionLocation;
  readonly fields?: readonly BookingField[];
  readonly features?: Features;
}
