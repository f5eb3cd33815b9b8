import { toMajor } from '../domain/money.js';
import type { Notify } from '../ports/notify.js';
import type { BookingEvent } from '../ports/outbox.js';

export interface ConsoleSinkOptions {
  /** Default `console.log`. */
  readonly print?: (line: string) => void;
  /** What is said of an event. Default: its type, id, coach, time and price, and nothing of the attendee. */
  readonly line?: (event: BookingEvent) => string;
}

/** Prints a line for each event: to see them while developing, or to have them in the log. */
export function createConsoleSink({ print = printLine, line = lineOf }: ConsoleSinkOptions = {}): Notify {
  return (event) => print(line(event));
}

function printLine(line: string): void {
  // eslint-disable-next-line no-console -- it is what this sink is for.
  console.log(line);
}

function lineOf({ id, type, coachId, booking }: BookingEvent): string {
  const { startTime, durationMinutes, rate } = booking;
  const when = `${startTime}, ${String(durationMinutes)} min`;
  return `${type} ${id}: coach ${JSON.stringify(coachId)}, ${when}, ${rate.currency} ${String(toMajor(rate))}`;
}
