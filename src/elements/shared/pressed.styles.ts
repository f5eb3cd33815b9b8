import { css } from 'lit';

/**
 * What a press looks like: a veil of the text's colour, over whatever fill the control has, at once. Added to `tokens` when it is
 * needed, so it has to outweigh the sheets that come after.
 */
export const pressed = css`
  :host
    :is(button, a.button, .slot, .card, .clock label, [role='option']):not([aria-disabled='true'], .session):active {
    --_veil: color-mix(in oklab, var(--_text) 9%, transparent);
    background-image: linear-gradient(var(--_veil), var(--_veil));
  }
`;
