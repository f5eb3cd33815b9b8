import type { Slot } from '../../domain/slot.js';
import type { VisitorEvent } from '../../flow/event.js';
import type { Prefill } from '../../flow/prefill.js';
import type { FlowState } from '../../flow/state.js';
import type { Dictionary } from '../../i18n/dictionary.js';
import type { Formats } from '../../i18n/format.js';
import type { Later } from './later-loader.js';

/** How days and times are shown: a calendar with the times of a day beside it, a week of columns, or a list. */
export type FlowLayout = 'month' | 'week' | 'list';

/** Whether a layout is one of those that come later; what is none at all counts as `month`. */
export function isAgenda(layout: FlowLayout): boolean {
  return layout === 'week' || layout === 'list';
}

/** How times are read: as the page says it, or the visitor. */
export interface FlowSettings {
  /** IANA; empty: not said. */
  timeZone: string;
  readonly lockTimeZone: boolean;
  /** ISO 4217; empty: no approximate prices. */
  readonly displayCurrency: string;
  readonly exchangeRates: Readonly<Record<string, number>> | null;
  hour12: boolean | undefined;
  readonly prefill: Prefill | null;
  readonly visitorName: string;
  readonly visitorEmail: string;
  readonly readonlyFields: string;
  readonly hiddenFields: string;
}

/** All that the templates of the steps may know and do. */
export interface FlowView<State extends FlowState = FlowState> {
  readonly state: State;
  readonly text: Dictionary;
  readonly formats: Formats;
  readonly locale: string;
  readonly hour12: boolean | undefined;
  readonly layout: FlowLayout;
  /** Full name; empty while it is not known. */
  readonly fullName: string;
  /** What the coach is called in a sentence. */
  readonly coachName: string;
  /** Empty while it is not known. */
  readonly coachTimeZone: string;
  /** Milliseconds. */
  readonly now: number;
  readonly clock: () => number;
  /** When the times shown were fetched, in milliseconds; 0 when none were. */
  readonly timesAt: number;
  /** Whether what `later` shows is there; `failed` when it did not load. */
  readonly late: 'ready' | 'loading' | 'failed';
  /** What is shown besides the picker; null until it is there. */
  readonly later: Later | null;
  /** What is missing, said after the main button was pressed too early. */
  readonly hint: string;
  readonly send: (event: VisitorEvent) => void;
  /**
   * Turns to the weeks from a date on. `show` draws them, at once and once more when they are painted, by the state as it is then;
   * all else is drawn after it.
   */
  readonly turn: (pageStart: string, show: (state: FlowState) => void) => void;
  /** Asks the page first; false when it said no. */
  readonly chooseSlot: (slot: Slot) => boolean;
  /** Goes on to the next step; when it is too early, says what is missing. */
  readonly proceed: () => void;
  readonly loadLater: () => void;
  /** The element: what the visitor sets in it becomes its own. */
  readonly flow: FlowSettings;
}

/** A view whose state is of one step. */
export function isStep<Step extends FlowState['step']>(
  view: FlowView,
  step: Step,
): view is FlowView<Extract<FlowState, { step: Step }>> {
  return view.state.step === step;
}
