/** Arithmetic on spans of instants, and the span that a page of the calendar needs. */
import { DAY_MS, dayOf } from '../domain/plain-date.js';
import type { FlowContext, InstantSpan, Times } from './state.js';

/** Days of a calendar page: six weeks. */
export const PAGE_DAYS = 42;

const HOUR_MS = 3_600_000;

/**
 * The instants that `days` from a date on cover in any zone (UTC+14 to UTC−12). So no offset has to be known before the first
 * request, and another zone needs no other times.
 */
export function daysSpan(date: string, days: number): InstantSpan {
  const start = dayOf(date) * DAY_MS;
  return { start: start - 14 * HOUR_MS, end: start + days * DAY_MS + 12 * HOUR_MS };
}

/** What is loaded for the page that is shown: six weeks at least, so that of a shorter page the next ones are there. */
export function pageSpan({ pageStart, pageDays }: Pick<FlowContext, 'pageStart' | 'pageDays'>): InstantSpan {
  return daysSpan(pageStart, Math.max(pageDays, PAGE_DAYS));
}

/** Adds a span to disjoint sorted ones; those that touch become one. */
export function addSpan(spans: readonly InstantSpan[], { start, end }: InstantSpan): InstantSpan[] {
  const apart = spans.filter((span) => span.end < start || span.start > end);
  const joined = spans.filter((span) => !apart.includes(span));
  const whole = {
    start: Math.min(start, ...joined.map((span) => span.start)),
    end: Math.max(end, ...joined.map((span) => span.end)),
  };
  return [...apart, whole].sort((a, b) => a.start - b.start);
}

/** How far from an instant on everything is known; the instant itself when nothing is, `Infinity` when all is. */
export function knownUntil({ loaded, until }: Pick<Times, 'loaded' | 'until'>, from: number): number {
  const end = loaded.find((span) => span.start <= from && from < span.end)?.end ?? from;
  return end >= until ? Infinity : end;
}

/** The smallest span that has to be fetched to know all of `wanted`, or null. */
export function missingIn(times: Pick<Times, 'loaded' | 'until'>, wanted: InstantSpan): InstantSpan | null {
  const start = knownUntil(times, wanted.start);
  const end = Math.min(wanted.end, times.until);
  if (start >= end) return null;
  const last = times.loaded.find((span) => span.start < end && end <= span.end);
  return { start, end: last && last.start > start ? last.start : end };
}
