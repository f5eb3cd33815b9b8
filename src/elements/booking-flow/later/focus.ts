import type { LitElement } from 'lit';
import type { FlowState } from '../../../flow/state.js';
import { holdStatus } from './hold.js';

/** The field of each form that had the focus when it went elsewhere. */
const fields = new WeakMap<Node, HTMLElement>();

/**
 * Remembers the field that a visitor leaves for something outside of the form. That it has the focus could not be noted: from
 * one field to the next, no event leaves the form's own shadow tree.
 */
export function noteField(event: FocusEvent): void {
  const [field] = event.composedPath();
  const { currentTarget } = event;
  const root = currentTarget instanceof Node ? currentTarget.getRootNode() : null;
  if (root && field instanceof HTMLElement) fields.set(root, field);
}

/**
 * The focus goes nowhere by itself, except where what had it is gone: a button that held the time on gives it back to the
 * field of before; a time that was taken while the times are shown, to the heading that says so.
 */
export function keepFocus(host: LitElement, state: FlowState, previous: FlowState): void {
  const root = host.shadowRoot;
  const focused = root?.activeElement;
  if (!root || state.step !== previous.step) return;
  const isTaken = state.step === 'datetime' && previous.step === 'datetime' && state.taken && !previous.taken;
  const isOver = holdStatus(state) !== holdStatus(previous) && focused?.closest('.hold');
  if (!isTaken && !isOver) return;
  void host.updateComplete.then(() => {
    if (focused?.isConnected && !isTaken) return;
    const field = isTaken ? null : fields.get(root);
    const target = field?.isConnected ? field : root.querySelector<HTMLElement>('h2');
    target?.focus({ preventScroll: !isTaken });
  });
}
