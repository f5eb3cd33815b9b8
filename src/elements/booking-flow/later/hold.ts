import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ConfirmationStep, FlowState, Held } from '../../../flow/state.js';
import { LAST_MINUTE_MS } from '../../../flow/hold-steps.js';
import { sameTime } from '../../../flow/same-time.js';
import { isGone } from '../../../flow/taken.js';
import { iconCheck, iconClock } from '../../shared/later-icons.js';
import type { FlowView } from '../view.js';
import { notice } from './notice.js';
import { ticking } from './ticking.js';
import { wordsOf } from './words.js';

/** How the hold of the chosen time stands, where that is to be said. */
export type HoldStatus = 'held' | 'ending' | 'final' | 'ended' | 'over' | null;

/** `final` ends and can't be renewed, `over` has ended so. Nothing is said while a booking is on its way. */
export function holdStatus(state: FlowState): HoldStatus {
  if (state.step !== 'confirmation' || !state.hold || 'attempt' in state.submission) return null;
  const { held, ended } = state.hold;
  // That the time is gone is said instead.
  if (isGone(state)) return null;
  if (held && sameTime(held.slot, state.slot)) {
    return held.isEnding ? (held.isFinal ? 'final' : 'ending') : 'held';
  }
  return ended && (ended.isFinal ? 'over' : 'ended');
}

/** In the receipt, as long as there is time. */
export function heldLine(view: FlowView): TemplateResult | typeof nothing {
  return holdStatus(view.state) === 'held'
    ? html`<p class="held small muted" part="held">${iconCheck()}${wordsOf(view).held}</p>`
    : nothing;
}

/** Above the form: the last minute, and that it is over. Who has all that was typed does not have to hurry. */
export function holdNotice(view: FlowView<ConfirmationStep>): TemplateResult | typeof nothing {
  const { state, send } = view;
  const text = wordsOf(view);
  const { hold } = state;
  const keep = (label: string) => [label, () => send({ type: 'keep-time' })] as const;
  switch (holdStatus(state)) {
    case 'ending':
      return hold?.held ? lastMinute(view, hold.held, text.heldEnding, keep(text.keepTime)) : nothing;
    case 'final':
      return hold?.held ? lastMinute(view, hold.held, text.heldFinal) : nothing;
    case 'ended':
      return notice({
        kind: 'hold',
        icon: iconClock(),
        title: text.heldEnded,
        body: text.heldEndedBody,
        action: keep(text.holdAgain),
      });
    case 'over':
      return notice({ kind: 'hold', icon: iconClock(), title: text.heldEnded, body: text.heldEndedBody });
    default:
      return nothing;
  }
}

/** The ticking is for the eyes: it is named once as a timer, and never read out by itself. */
function lastMinute(
  view: FlowView,
  { endsAt }: Held,
  body: string,
  action?: readonly [label: string, run: () => void],
): TemplateResult {
  const { locale } = view;
  const text = wordsOf(view);
  const title = html`<span class="number" role="timer" aria-live="off"
    >${ticking(endsAt, (seconds) => text.heldFor(clockOf(seconds, locale)))}</span
  >`;
  return notice({ kind: 'hold', tone: 'warning', icon: ring(endsAt), title, body, ...(action && { action }) });
}

/** Runs empty with the minute. */
function ring(endsAt: number): TemplateResult {
  const left = (seconds: number) => `${Math.min(100, (seconds * 100_000) / LAST_MINUTE_MS)} 100`;
  return html`<svg class="icon ring" viewBox="0 0 20 20" aria-hidden="true">
    ${svg`<circle cx="10" cy="10" r="8"></circle>
      <circle cx="10" cy="10" r="8" pathLength="100" stroke-dasharray=${ticking(endsAt, left)}></circle>`}
  </svg>`;
}

/** `0:47`, in the locale's own digits. */
function clockOf(seconds: number, locale: string): string {
  const digits = (value: number, least: number) => value.toLocaleString(locale, { minimumIntegerDigits: least });
  return `${digits(Math.floor(seconds / 60), 1)}:${digits(seconds % 60, 2)}`;
}
