import { css } from 'lit';

/** One column; name and email share a row from 32.5em of the form's own width. */
export const formStyles = css`
  :host {
    container-type: inline-size;
  }
  form {
    display: grid;
    gap: calc(var(--_space) * 5) calc(var(--_space) * 4);
  }
  .field,
  .wide {
    grid-column: 1 / -1;
    min-inline-size: 0;
  }
  label {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 1.5);
    font-size: var(--_size-sm);
    font-weight: 600;
    line-height: 1.54;
    overflow-wrap: anywhere;
  }
  .optional {
    flex: none;
    color: var(--_muted);
    font-weight: 400;
  }
  .control {
    display: block;
    inline-size: 100%;
    min-block-size: calc(var(--_control) + 2px);
    padding: 10px calc(var(--_space) * 3.5);
    border: var(--_border-width) solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: max(var(--_size), 0.9375 * var(--booking-rem));
    unicode-bidi: plaintext;
  }
  :is([type='email'], [type='tel']).control {
    direction: ltr;
  }
  .control:focus-visible {
    outline-offset: 1px;
    border-color: var(--_accent);
  }
  .control.fixed {
    border-color: var(--_border);
    background: var(--_sunk);
    resize: none;
    cursor: default;
  }
  .check [aria-readonly],
  .check [aria-readonly] + label {
    cursor: default;
  }
  textarea.control {
    min-block-size: calc(4lh + 22px);
    max-block-size: calc(20 * var(--booking-rem));
    field-sizing: content;
    resize: vertical;
  }
  .select {
    position: relative;
  }
  select {
    appearance: none;
    padding-inline-end: calc(var(--_space) * 10) !important;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  .select .icon {
    position: absolute;
    inset: 0 calc(var(--_space) * 3.5) 0 auto;
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }
  .select .icon:dir(rtl) {
    inset-inline: auto calc(var(--_space) * 3.5);
  }
  .check {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(var(--_space) * 3);
  }
  .check label {
    padding-block: calc((var(--_target) - var(--_size) * 1.6) / 2);
    margin: 0;
    font-size: var(--_size);
    font-weight: 400;
    line-height: 1.6;
    cursor: pointer;
  }
  .check input {
    appearance: none;
    display: grid;
    place-content: center;
    inline-size: calc(1.25 * var(--booking-rem));
    block-size: calc(1.25 * var(--booking-rem));
    margin-block-start: calc((var(--_target) - 1.25 * var(--booking-rem)) / 2);
    border: 1.5px solid var(--_outline);
    border-radius: min(5px, var(--_radius));
    background: var(--_raised);
    cursor: pointer;
  }
  .check input:checked {
    border-color: var(--_accent);
    background: var(--_fill);
  }
  .check input:checked::before {
    content: '';
    inline-size: calc(0.75 * var(--booking-rem));
    block-size: calc(0.75 * var(--booking-rem));
    background: var(--_on-accent);
    clip-path: polygon(14% 44%, 0 60%, 42% 96%, 100% 20%, 84% 6%, 40% 66%);
  }
  .check p {
    grid-column: 2;
    margin-block-start: 0;
  }
  .field p {
    display: flex;
    gap: 6px;
    margin-block-start: calc(var(--_space) * 1.5);
    color: var(--_muted);
    font-size: var(--_size-sm);
    line-height: 1.54;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .field p.error {
    color: var(--_danger);
  }
  .error .icon {
    inline-size: var(--booking-rem);
    block-size: var(--booking-rem);
    stroke-width: 1.75;
    margin-block-start: 2px;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_danger) !important;
  }
  .control[aria-invalid='true'] {
    padding: 9px calc(var(--_space) * 3.5 - 1px);
  }
  .locked .control,
  .locked .check {
    background: var(--_hover);
    color: var(--_muted);
    cursor: default;
  }

  .summary {
    grid-column: 1 / -1;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5);
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_danger) 9%, var(--_surface));
    font-size: var(--_size-sm);
    line-height: 1.54;
  }
  .summary > p {
    display: flex;
    gap: calc(var(--_space) * 2.5);
    font-weight: 600;
  }
  .summary .icon {
    color: var(--_danger);
  }
  .summary li {
    margin-inline-start: calc(1.25 * var(--booking-rem) + var(--_space) * 2.5);
    padding-block: 3px;
    overflow-wrap: anywhere;
  }
  .summary a {
    margin-inline-end: 0.5em;
    border-radius: var(--_radius-sm);
    color: inherit;
    font-weight: 550;
    text-underline-offset: 3px;
  }
  form > .button {
    grid-column: 1 / -1;
    justify-self: start;
  }

  @container (min-width: 32.5em) {
    form {
      grid-template-columns: 1fr 1fr;
    }
    .field:not(.wide) {
      grid-column: auto;
    }
    .roomy textarea.control {
      min-block-size: calc(13 * var(--booking-rem));
    }
  }
  /* Safari on iOS zooms into a control whose text is smaller. */
  @supports (-webkit-touch-callout: none) {
    .control {
      font-size: max(var(--_size), 16px);
    }
  }
  @media (forced-colors: active) {
    .check input:checked::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
