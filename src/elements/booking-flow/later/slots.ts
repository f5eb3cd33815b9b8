import { html } from 'lit';

/**
 * The slots of states that are not shown now. The first slot of a name takes what the page put there, so these have it as long
 * as no other does: it is never without a slot, and never seen in the wrong place.
 */
export const spareSlots = html`<div hidden>
  <slot name="summary"></slot><slot name="empty"></slot><slot name="error"></slot><slot name="success"></slot>
</div>`;
