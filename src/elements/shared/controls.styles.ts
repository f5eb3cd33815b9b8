import { css } from 'lit';

/**
 * What every element starts from: a reset inside its shadow root, type, the focus ring, buttons, icons, headings,
 * placeholders. Use after `tokens`. Classes: `button` with `primary`; `icon-button`; `heading` (of a column), `number`,
 * `small`, `placeholder`, `hidden` (for the eye only).
 */
export const controls = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    scroll-margin-block-end: var(--_bar);
    /* Words may run the other way than the layout: "2 of 3" from right to left. */
    unicode-bidi: plaintext;
  }
  :where(button, input) {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  :where(:host, dialog) > :where(:not(dialog)) {
    /* Nothing that a page says of all elements, or of those around, is inherited. */
    all: initial;
    display: block;
    box-sizing: border-box;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    color: var(--_text);
    font: 400 var(--_size) / 1.6 var(--_font);
    -webkit-font-smoothing: antialiased;
    -webkit-text-size-adjust: 100%;
  }
  [dir] {
    text-align: start;
  }
  :host > *,
  [dir] > * {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  button {
    border: 0;
    background: none;
    text-align: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    z-index: 2;
  }
  h2,
  h3,
  h4 {
    font: var(--_heading-weight) var(--_size-lg) / 1.25 var(--_font-heading);
    letter-spacing: var(--_heading-tracking);
    text-wrap: balance;
  }
  .heading {
    font: max(600, var(--_heading-weight)) var(--_size) / 1.25 var(--_font);
    letter-spacing: -0.005em;
  }
  .number {
    font-family: var(--_font-numeric);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .small {
    font-size: var(--_size-sm);
    line-height: 1.54;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    display: block;
    flex: none;
    inline-size: calc(1.25 * var(--booking-rem));
    block-size: calc(1.25 * var(--booking-rem));
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.little {
    inline-size: var(--booking-rem);
    block-size: var(--booking-rem);
    stroke-width: 1.75;
  }
  :dir(rtl) > .icon.flip {
    transform: scaleX(-1);
  }

  .button {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    white-space: nowrap;
    justify-content: center;
    min-block-size: var(--_control);
    padding-inline: calc(var(--_space) * 5);
    border-radius: var(--_radius);
    font-weight: 600;
    text-align: center;
  }
  .button > .icon:last-child:not(:first-child) {
    margin-inline-end: -4px;
  }
  .primary {
    background: var(--_fill);
    color: var(--_on-accent);
  }
  .button[aria-disabled='true'] {
    background: var(--_hover);
    color: var(--_muted);
  }
  .icon-button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--_target);
    block-size: var(--_target);
    border-radius: var(--_radius);
  }
  .icon-button[aria-disabled='true'] {
    color: color-mix(in oklab, var(--_text) 30%, var(--_surface));
  }
  .placeholder {
    display: block;
    border-radius: var(--_radius-sm);
    background: var(--_skeleton);
    animation: appear 1ms 200ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .placeholder {
      animation:
        appear 1ms 200ms both,
        breathe 1.6s 200ms ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.55;
      }
    }
  }
  @media (forced-colors: active) {
    .button {
      border: 1px solid;
    }
    .icon {
      forced-color-adjust: auto;
    }
    [aria-disabled='true'] {
      color: GrayText !important;
      border-color: GrayText !important;
    }
  }
  :host(:is(:lang(ar), :lang(fa), :lang(ur))) * {
    letter-spacing: 0 !important;
  }
`;
