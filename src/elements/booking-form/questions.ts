import type { BookingField, FieldCode } from '../../domain/booking-field.js';
import { DETAIL_LIMITS } from '../../domain/check-details.js';
import type { Draft } from '../../flow/state.js';
import type { DetailsDictionary } from '../../i18n/details.js';

/** A field as the form shows it. */
export interface Question extends BookingField {
  /** Within the form's shadow root. */
  readonly id: string;
  /** As errors name it: `attendee.email`, `answers.goal`. */
  readonly path: string;
  /** Takes a whole row where there are two columns. */
  readonly wide: boolean;
  /** WCAG 1.3.5. */
  readonly autocomplete?: 'name' | 'email' | 'tel';
}

/** Of more characters a label would break beside another field. */
const LONG_LABEL = 30;

/** Name and email, then what the coach asks, and the free notes at the end unless the coach asks for `notes` in other words. */
export function questionsOf(fields: readonly BookingField[], coach: string, text: DetailsDictionary): Question[] {
  const asked = fields.map((field, index): Question => ({
    ...field,
    ...(field.name === 'notes' && field.type === 'checkbox' ? { type: 'text' } : {}),
    ...(field.type === 'tel' ? { autocomplete: 'tel' } : {}),
    id: `answer-${index}`,
    path: `answers.${field.name}`,
    wide: field.type === 'textarea' || field.type === 'checkbox' || field.label.length > LONG_LABEL,
  }));
  const own = { required: true, wide: false } as const;
  return [
    { ...own, id: 'name', path: 'attendee.name', name: '', label: text.name, type: 'text', autocomplete: 'name' },
    { ...own, id: 'email', path: 'attendee.email', name: '', label: text.email, type: 'email', autocomplete: 'email' },
    ...paired(asked),
    ...(fields.some((field) => field.name === 'notes')
      ? []
      : [
          { id: 'notes', path: 'answers.notes', name: 'notes', label: text.notes(coach), type: 'textarea', wide: true },
        ]),
  ];
}

/** Short fields stand two in a row; one that is left alone takes the row. */
function paired(questions: readonly Question[]): Question[] {
  let open = false;
  return questions.map((question, index) => {
    if (question.wide || (!open && (questions[index + 1]?.wide ?? true))) {
      open = false;
      return { ...question, wide: true };
    }
    open = !open;
    return question;
  });
}

/** The draft with one answer changed. */
export function withAnswer(draft: Draft, { path, name }: Question, answer: string | boolean): Draft {
  if (path === 'attendee.name') return { ...draft, name: String(answer) };
  if (path === 'attendee.email') return { ...draft, email: String(answer) };
  if (name === 'notes') return { ...draft, notes: String(answer) };
  return { ...draft, answers: { ...draft.answers, [name]: answer } };
}

/** One sentence that says how to put it right. */
export function messageFor(
  { path, type, maxLength }: Question,
  code: FieldCode,
  value: string,
  text: DetailsDictionary,
): string {
  const says = text.fieldErrors;
  const email = value.trim();
  switch (code) {
    case 'required':
      if (path === 'attendee.name') return says.nameRequired;
      if (type === 'email') return says.emailRequired;
      return type === 'checkbox' ? says.checkboxRequired : type === 'select' ? says.choiceRequired : says.required;
    case 'too_long':
      return says.tooLong(String(maxLength ?? limitOf(path)), String(email.length));
    case 'too_short':
      return says.tooShort;
    case 'too_small':
      return says.tooSmall;
    case 'too_large':
      return says.tooLarge;
    default:
      if (type === 'tel') return says.telInvalid;
      if (type === 'number') return says.numberInvalid;
      if (type === 'select') return says.choiceRequired;
      if (type !== 'email') return says.invalid;
      if (!email.includes('@')) return says.emailNoAt;
      return /^[^\s@]+@[^\s@.]+\.?$/.test(email) ? says.emailNoEnding : says.emailInvalid;
  }
}

function limitOf(path: string): number {
  if (path === 'attendee.name') return DETAIL_LIMITS.name;
  return path === 'attendee.email' ? DETAIL_LIMITS.email : DETAIL_LIMITS.answer;
}
