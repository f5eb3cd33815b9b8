import type { Telemetry } from '../ports/telemetry.js';

/**
 * The way from seeing a coach to a booking, by what happens in the elements. The names map one-to-one on those of analytics for
 * scheduling pages: Calendly's `profile_page_viewed`, `event_type_viewed`, `date_and_time_selected`, `event_scheduled`.
 */
export const FUNNEL = {
  /** A booking flow has begun to load a coach. */
  view: 'profile_viewed',
  'booking-duration-select': 'event_type_selected',
  /** The first answer with times has come. */
  slots: 'slots_loaded',
  'booking-slot-select': 'slot_selected',
  'booking-submit': 'booking_submitted',
  'booking-complete': 'booking_confirmed',
  /** What was sent did not become a booking, as far as is known. */
  'booking-error': 'booking_failed',
} as const;

export type FunnelStep = keyof typeof FUNNEL;
export type FunnelEventName = (typeof FUNNEL)[FunnelStep];

/** Never what a visitor typed: lengths, prices, counts and error codes only. */
export interface FunnelDetail {
  readonly coachId?: string;
  readonly durationMinutes?: number | undefined;
  readonly amountMinor?: number | undefined;
  readonly currency?: string | undefined;
  readonly slots?: number | undefined;
  readonly code?: string | undefined;
}

/** Tells a sink of one step. Without a sink nothing happens, and a sink that throws never harms a booking. */
export function record(telemetry: Telemetry | undefined, step: FunnelStep, detail: FunnelDetail = {}): void {
  try {
    telemetry?.record({ name: FUNNEL[step], ...detail });
  } catch (error) {
    console.error('[coach-booking] The telemetry sink failed:', error);
  }
}
