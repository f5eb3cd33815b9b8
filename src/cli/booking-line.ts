import { formatInTimeZone } from 'date-fns-tz/formatInTimeZone';
import type { Booking } from '../domain/booking.js';
import { formatMoney } from '../domain/money.js';

/** Ends what could steer a terminal: names come from visitors. */
const plain = (text: string): string =>
  text
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 80);

/** One line about a booking, on the coach's own clock: `Thu 26 Nov 2026, 10:00–11:00 CET …`. */
export function bookingLine(booking: Booking, coach: { readonly name: string; readonly timeZone: string }): string {
  const { startTime, endTime, durationMinutes, rate, attendee } = booking;
  const start = formatInTimeZone(startTime, coach.timeZone, 'EEE d MMM yyyy, HH:mm');
  const end = formatInTimeZone(endTime, coach.timeZone, 'HH:mm zzz');
  const who = attendee ? ` by ${plain(attendee.name)}` : '';
  const price = formatMoney(rate, 'en');
  return `${plain(coach.name)} is booked${who}: ${start}–${end} (${coach.timeZone}), ${durationMinutes} min, ${price}`;
}
