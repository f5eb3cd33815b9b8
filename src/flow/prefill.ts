import type { Answers } from '../domain/booking-field.js';
import type { Draft } from './state.js';

/** What a page knows of the visitor already. Fields are named `name`, `email`, `notes`, and as the coach names the others. */
export interface Prefill {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly notes?: string | undefined;
  readonly answers?: Answers | undefined;
  /** Fields that are shown and cannot be changed. */
  readonly readonly?: readonly string[] | undefined;
  /** Fields that are not shown, and sent. */
  readonly hidden?: readonly string[] | undefined;
}

/** What it says as a draft. What is no text, and no answer, is left out: a page may hand on what it was given. */
export function prefilled({ name, email, notes, answers }: Prefill): Draft {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const isAnswer = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  return {
    name: text(name),
    email: text(email),
    notes: text(notes),
    answers: Object.fromEntries(Object.entries(answers ?? {}).filter(([, answer]) => isAnswer(answer))),
  };
}

/**
 * What of a draft is to become as the page has it now, where it had `before` until now. What the visitor has typed, or
 * emptied, stays.
 */
export function prefill(draft: Draft, now: Draft, before: Draft): Partial<Draft> {
  const pick = <T>(typed: T, wanted: T, last: T) => (typed === last ? wanted : typed);
  const names = new Set([...Object.keys(now.answers), ...Object.keys(before.answers)]);
  const answers = Object.entries({ ...draft.answers }).filter(([name]) => !names.has(name));
  for (const name of names) {
    const answer = pick(draft.answers[name], now.answers[name], before.answers[name]);
    if (answer !== undefined) answers.push([name, answer]);
  }
  return {
    name: pick(draft.name, now.name, before.name),
    email: pick(draft.email, now.email, before.email),
    notes: pick(draft.notes, now.notes, before.notes),
    answers: Object.fromEntries(answers),
  };
}
