import { stay, type Transition } from './effect.js';
import type { Draft, FlowState } from './state.js';

/** What is typed while a request is on its way is kept too. */
export function editDraft(state: FlowState, change: Partial<Draft>): Transition {
  if (state.step === 'booked') return stay(state);
  const draft = { ...state.draft, ...change };
  if (JSON.stringify(draft) === JSON.stringify(state.draft)) return stay(state);
  if (state.step !== 'confirmation' || state.submission.status !== 'editing') return stay({ ...state, draft });
  const { errors } = state.submission;
  const stillWrong = Object.entries(errors).filter(([path]) => answerAt(draft, path) === answerAt(state.draft, path));
  return stay({ ...state, draft, submission: { status: 'editing', errors: Object.fromEntries(stillWrong) } });
}

/** What the draft says at a path of errors. */
function answerAt({ name, email, notes, answers }: Draft, path: string): unknown {
  const known: Readonly<Record<string, unknown>> = {
    'attendee.name': name,
    'attendee.email': email,
    'answers.notes': notes,
  };
  return known[path] ?? answers[path.slice('answers.'.length)];
}
