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
/** What becomes of a draft that is not changed yet: the half of the flow that does it may still be loading. */
const coming = new WeakMap<PrefillHost, { readonly from: Draft; readonly to: Draft }>();

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
  const { draft } = flow.state;
  const known = draftOf(host, draft);
  const change = prefill(known, now, before);
  expectDraft(host, draft, { ...known, ...change });
  flow.send({ type: 'edit-draft', draft: change });
}

/** Remembers what becomes of a draft, by the page or by the visitor. */
export function expectDraft(host: PrefillHost, from: Draft, to: Draft): void {
  coming.set(host, { from, to });
}

/** A draft with what was given and typed, also as long as that is on its way to it. */
export function draftOf(host: PrefillHost, draft: Draft): Draft {
  const next = coming.get(host);
  return next?.from === draft ? next.to : draft;
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
