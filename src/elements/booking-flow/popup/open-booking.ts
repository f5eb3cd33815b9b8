import type { Booking } from '../../../domain/booking.js';
import { isTimeZone } from '../../../domain/time-zone.js';
import type { Prefill } from '../../../flow/prefill.js';
import type { BookingAdapter } from '../../../ports/booking-adapter.js';
import type { BookingFlow } from '../booking-flow.js';
import type { BookingStrings } from '../../shared/strings.js';
import { inheritLook } from './inherit-look.js';
import type { OpenOptions } from './popup.js';

/** Whom to book, and what is known beforehand. */
export interface OpenBookingOptions extends OpenOptions {
  /** Who to book. Not needed with `demo`. */
  readonly coachId?: string | undefined;
  /** Base address of a backend that speaks the protocol, such as `/api`. */
  readonly apiUrl?: string | undefined;
  readonly adapter?: BookingAdapter | undefined;
  readonly demo?: boolean | undefined;
  /** The visitor's zone, IANA. */
  readonly timeZone?: string | undefined;
  /** BCP 47. */
  readonly locale?: string | undefined;
  readonly strings?: BookingStrings | undefined;
  readonly hour12?: boolean | undefined;
  readonly coachName?: string | undefined;
  /** The visitor's. */
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly prefill?: Prefill | undefined;
}

/** The flows that the page never wrote, by whom they book: opened again, what was typed is still there. */
const flows = new Map<string, BookingFlow>();
const keys = new WeakMap<object, number>();
let adapters = 0;

/**
 * Opens a booking flow in a popup. Resolves when that is closed: with what was booked in it, or null.
 * Rejects when the elements are not registered.
 */
export async function openBooking(options: OpenBookingOptions = {}): Promise<Booking | null> {
  const flow = flowFor(options);
  const closed = new Promise<Booking | null>((resolve) => {
    flow.addEventListener('booking-close', ({ detail }) => resolve(detail.booking), { once: true });
  });
  await flow.open(options);
  return flow.opened ? closed : null;
}

/** The popup for some options, made when there is none yet; it takes over what they say now. */
export function flowFor(options: OpenBookingOptions): BookingFlow {
  const { opener, adapter, coachId = '', apiUrl = '', demo = false } = options;
  const around = opener?.closest('booking-provider');
  const key = JSON.stringify([coachId, apiUrl, demo, numberOf(adapter), numberOf(around)]);
  const flow = flows.get(key) ?? makeFlow();
  flows.set(key, flow);
  const { timeZone = '', locale = '', coachName = '', name = '', email = '' } = options;
  const { strings = null, prefill = null, hour12 } = options;
  const zone = isTimeZone(timeZone) && { timeZone };
  Object.assign(flow, { coachId, apiUrl, demo, adapter: adapter ?? null, strings, prefill, hour12, coachName });
  Object.assign(flow, { ...zone, locale: locale || languageAround(opener), visitorName: name, visitorEmail: email });
  if (opener) inheritLook(opener, flow);
  // A provider hands on its adapter to what is inside it.
  const home = around ?? document.body;
  if (flow.parentElement !== home) home.append(flow);
  return flow;
}

function makeFlow(): BookingFlow {
  if (!customElements.get('booking-flow')) {
    throw new Error('<booking-flow> is not registered: load a script tag, or the entry coach-booking/define.');
  }
  const flow = document.createElement('booking-flow');
  flow.mode = 'popup';
  return flow;
}

/** The page's own language, where a part of it has another one. */
function languageAround(opener: HTMLElement | null | undefined): string {
  return opener?.closest<HTMLElement>('[lang]')?.lang ?? '';
}

function numberOf(object: object | null | undefined): number {
  if (!object) return 0;
  const known = keys.get(object) ?? ++adapters;
  keys.set(object, known);
  return known;
}
