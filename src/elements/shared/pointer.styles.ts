import { css } from 'lit';

/**
 * How controls answer a pointer: over it, and pressed, by a veil of the text's colour over whatever fill they have, at once. Added to
 * `tokens` later, where it gives way to what the sheets that follow say of a control that is chosen or disabled.
 */
export const pointer = css`
  :host * {
    -webkit-tap-highlight-color: transparent;
  }
  a,
  label,
  button,
  input,
  select,
  textarea,
  .card,
  .grid {
    touch-action: manipulation;
  }
  .grid {
    /* All engines know it by this name. */
    -webkit-user-select: none;
  }
  button,
  .slot,
  .card,
  :where([role='gridcell']).free {
    cursor: pointer;
  }
  [type='radio'] {
    cursor: inherit;
  }
  [aria-disabled='true'],
  :is(.slot, .card):has(:disabled) {
    cursor: default;
  }
  /* Only what is under the pointer moves: six weeks of days that fade at once keep the main thread for nine frames. */
  :is(a, label, button, input, select, textarea, .card, .free):hover {
    transition: var(--booking-motion, 140ms) cubic-bezier(0.2, 0, 0, 1);
    transition-property: background-color, border-color, box-shadow, color;
  }
  @media (prefers-reduced-motion) {
    * {
      transition: none !important;
    }
  }
  .primary:hover {
    background: var(--_accent-hover, color-mix(in oklab, var(--_fill) 88%, var(--_text)));
  }
  .icon-button:hover:where(:not([aria-disabled='true'])) {
    background: var(--_hover);
  }
  .slot:hover {
    background: var(--_tint);
    box-shadow: inset 0 0 0 1.5px var(--_accent);
  }
  .card:hover {
    box-shadow: inset 0 0 0 var(--_border-width) var(--_outline);
  }
  :where([role='gridcell'][aria-disabled='false']).free:hover {
    background: light-dark(
      color-mix(in oklab, var(--_fill) 16%, var(--_surface)),
      color-mix(in oklab, var(--_fill) 26%, var(--_surface))
    );
  }
  :host
    :is(button, a.button, .slot, .card, .clock label, [role='option'], [role='gridcell']):not(
      [aria-disabled='true'],
      .session
    ):active {
    --_veil: color-mix(in oklab, var(--_text) 9%, transparent);
    background-image: linear-gradient(var(--_veil), var(--_veil));
  }
`;
