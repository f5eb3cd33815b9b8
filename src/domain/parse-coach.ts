import type { Coach, SessionLength } from './coach.js';
import {
  integer,
  listOf,
  objectOf,
  optional,
  readCurrency,
  readNumber,
  readString,
  readTimeZone,
  text,
} from './read.js';

/** A coach's profile. Throws `validation_failed` with the path of each refused field. */
export const parseCoach: (value: unknown, path?: string) => Coach = objectOf<Coach>({
  id: text(1),
  name: text(1),
  title: optional(readString),
  bio: optional(readString),
  avatarUrl: optional(readString),
  timezone: readTimeZone,
  calendlyUrl: optional(readString),
  eventTypeUrl: optional(readString),
  sessionLengths: listOf(objectOf<SessionLength>({ duration: integer(1), rate: readNumber, currency: readCurrency })),
});
