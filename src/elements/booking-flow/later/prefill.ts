import { EMPTY_DRAFT } from '../../../flow/initial-state.js';
import { prefill, prefilled, type Prefill } from '../../../flow/prefill.js';
import type { Draft, FlowState } from '../../../flow/state.js';
import type { VisitorEvent } from '../../../flow/event.js';

/** Where a flow says what is known of the visitor. The property counts before the attributes. */
export interface PrefillHost {
  readonly prefill: Prefill | null;
  readonly visitorName: string;
  readonly visitorEmail: string;
  readonly readonlyFields: string;
  readonly hiddenFields: string;
}

/** What each flow was given last. */
const given = new WeakMap<PrefillHost, Draft>();

/** Puts what the page knows where the visitor has typed nothing. */
export function applyPrefill(
  host: PrefillHost,
  flow: { readonly state: FlowState | null; readonly send: (event: VisitorEvent) => void },
): void {
  // What comes after the booking is for the next one.
  if (!flow.state || flow.state.step === 'booked') return;
  const { visitorName: name, visitorEmail: email } = host;
  const now = prefilled({ name, email, ...host.prefill });
  const before = given.get(host) ?? EMPTY_DRAFT;
  if (JSON.stringify(now) === JSON.stringify(before)) return;
  given.set(host, now);
  flow.send({ type: 'edit-draft', draft: prefill(flow.state.draft, now, before) });
}

/** The names of the fields that cannot be changed, and of those that are not shown. */
export function guardedFields(host: PrefillHost): { readonly readonly: string; readonly hidden: string } {
  // Of a page that hands over one name instead of a list, too.
  const join = (names: unknown, attribute: string) =>
    names === undefined ? attribute : [names].flat().filter(isText).join(' ');
  return {
    readonly: join(host.prefill?.readonly, host.readonlyFields),
    hidden: join(host.prefill?.hidden, host.hiddenFields),
  };
}

const isText = (name: unknown): name is string => typeof name === 'string';
