import type { Answer, Answers } from './booking-field.js';
import { readNumber, readString, recordOf, type Read } from './read.js';

/** A text, a number, or yes or no. */
const readAnswer: Read<Answer> = (value, path) =>
  typeof value === 'boolean' ? value : typeof value === 'number' ? readNumber(value, path) : readString(value, path);

/** Answers by the names of their fields. */
export const readAnswers: Read<Answers> = recordOf(readAnswer);
