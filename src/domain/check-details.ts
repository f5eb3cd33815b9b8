import type { Answer, Answers, BookingField, FieldCode, FieldErrors } from './booking-field.js';

/** What a visitor says of themselves and in answer to the coach's questions. */
export interface Details {
  readonly name: string;
  readonly email: string;
  readonly notes: string;
  readonly answers: Answers;
}

/** The longest texts taken, in UTF-16 code units. `email`: RFC 5321, 4.5.3.1.3. */
export const DETAIL_LIMITS = { name: 200, email: 254, notes: 2000, answer: 2000 } as const;

/** An address that a mail could reach: one `@`, and a domain with an ending. Stricter rules refuse real people. */
export function isEmail(value: string): boolean {
  return /^[^\s@<>"(),;]+@[^\s@<>"(),;.]+(\.[^\s@<>"(),;.]+)+$/.test(value);
}

/** Spaces, and signs that nobody sees: an address copied out of a message often brings some of them. */
const AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** A text without the spaces and the invisible signs around it. */
export const trimmed = (text: string): string => text.replace(AROUND, '');

/** What is wrong with the details, by path (`attendee.email`, `answers.goal`); empty when they can be sent. */
export function checkDetails(details: Details, fields: readonly BookingField[] = []): FieldErrors {
  return {
    ...found(
      'attendee.name',
      checkAnswer({ type: 'text', required: true, maxLength: DETAIL_LIMITS.name }, details.name),
    ),
    ...found(
      'attendee.email',
      checkAnswer({ type: 'email', required: true, maxLength: DETAIL_LIMITS.email }, details.email),
    ),
    ...checkAnswers(details, fields),
  };
}

/** What is wrong with the answers and the notes, by path. */
export function checkAnswers(
  details: Pick<Details, 'notes' | 'answers'>,
  fields: readonly BookingField[] = [],
): FieldErrors {
  // A field of the coach's that is named `notes` takes the place of the free notes.
  const asked = fields.some((field) => field.name === 'notes') ? fields : [...fields, NOTES];
  return asked.reduce<FieldErrors>(
    (errors, field) => ({
      ...errors,
      ...found(`answers.${field.name}`, checkAnswer(field, answerOf(details, field.name))),
    }),
    {},
  );
}

function found(path: string, code: FieldCode | null): FieldErrors {
  return code ? { [path]: code } : {};
}

/** What is wrong with one answer. Texts are looked at without the spaces around them. */
export function checkAnswer(field: Omit<BookingField, 'name' | 'label'>, answer: Answer | undefined): FieldCode | null {
  const { type } = field;
  if (type === 'checkbox') return field.required && answer !== true ? 'required' : null;
  const value = trimmed(String(answer ?? ''));
  if (!value) return field.required ? 'required' : null;
  if (value.length > (field.maxLength ?? DETAIL_LIMITS.answer)) return 'too_long';
  const valid =
    type === 'email'
      ? isEmail(value)
      : type === 'tel'
        ? /^[+\d][\d\s()./-]*(?:(?:x|ext\.?|#)\s*\d+)?$/i.test(value) && value.replace(/\D/g, '').length > 4
        : type === 'number'
          ? readDecimal(value) !== null
          : type !== 'select' || (field.options ?? []).includes(value);
  return valid ? null : 'invalid';
}

/** The details as they are sent: texts without the spaces around them, numbers as numbers, empty answers left out. */
export function cleanDetails(details: Details, fields: readonly BookingField[] = []): Details {
  const answers = Object.entries(details.answers).flatMap(([name, answer]): [string, Answer][] => {
    const value = typeof answer === 'string' ? trimmed(answer) : answer;
    if (value === '') return [];
    const isNumber = fields.some((field) => field.name === name && field.type === 'number');
    return [[name, (isNumber ? readDecimal(String(value)) : null) ?? value]];
  });
  return {
    name: trimmed(details.name),
    email: trimmed(details.email),
    notes: trimmed(details.notes),
    answers: Object.fromEntries(answers),
  };
}

/** The answer to a field; `notes` is kept beside the others. */
export function answerOf(details: Pick<Details, 'notes' | 'answers'>, name: string): Answer | undefined {
  if (name === 'notes') return details.notes;
  return Object.hasOwn(details.answers, name) ? details.answers[name] : undefined;
}

const NOTES: BookingField = { name: 'notes', label: '', type: 'textarea', maxLength: DETAIL_LIMITS.notes };

/** With a point or a comma; `1,000` could mean two numbers and is refused. */
function readDecimal(value: string): number | null {
  return /^[+-]?\d+(?:[.]\d+|,\d{1,2}|,\d{4,})?$/.test(value) ? Number(value.replace(',', '.')) : null;
}
