import { css } from 'lit';

/** For what the flow shows besides the picker. Added to its own styles when it is loaded. */
export const sceneStyles = css`
  .notice {
    --_tone: var(--_accent);
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_tone) 9%, var(--_surface));
    font-size: var(--_size-sm);
    line-height: 1.54;
  }
  .notice.warning {
    --_tone: var(--_warning);
  }
  .notice.danger {
    --_tone: var(--_danger);
  }
  .notice .icon {
    color: var(--_tone);
  }
  .notice p {
    flex: 1 1 calc(10 * var(--booking-rem));
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .notice b {
    font-weight: 600;
  }
  .notice .link {
    margin-block: -10px;
    margin-inline-start: auto;
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .blank {
    line-height: 1.5;
    text-wrap: pretty;
  }
  h2:focus-visible {
    outline: 0;
  }
  .hint {
    margin-block-end: calc(var(--_space) * 2);
    color: var(--_warning);
    font-weight: 550;
  }

  .notice .ring {
    rotate: -90deg;
    stroke-width: 3;
  }
  .ring circle:first-child {
    stroke: color-mix(in oklab, var(--_tone) 25%, var(--_surface));
  }
  .held {
    display: flex;
    grid-column: 1 / -1;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }

  .agenda {
    gap: calc(var(--_space) * 2);
  }
  booking-agenda {
    flex: 1;
    min-block-size: 0;
  }

  .charged {
    margin-block-end: calc(var(--_space) * 2);
    text-wrap: balance;
  }

  .alternatives {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    margin-block-start: calc(var(--_space) * 2);
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(var(--_space) * 4);
    inline-size: 100%;
    padding: calc(var(--_space) * 3.5) calc(var(--_space) * 4);
    border-radius: var(--_radius-card);
    background: var(--_raised);
    box-shadow: inset 0 0 0 var(--_border-width) var(--_edge);
    line-height: 1.45;
  }
  .card:hover {
    background: var(--_tint);
    box-shadow: inset 0 0 0 1.5px var(--_accent);
  }
  .card > * {
    grid-column: 1;
  }
  .card .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
  }
  .card b {
    font-weight: 600;
    white-space: nowrap;
  }
  .card .why {
    grid-row: 1;
    color: var(--_accent);
    font-weight: 550;
  }
  .card .icon {
    grid-area: 1 / 2 / 4;
    color: var(--_accent);
  }

  .frame.stuck {
    display: grid;
    gap: calc(var(--_space) * 4);
    align-content: center;
    justify-items: center;
    block-size: auto;
    min-block-size: calc(20 * var(--booking-rem));
    padding: calc(var(--_space) * 10) var(--_pad);
    text-align: center;
    text-wrap: balance;
  }
  .problem h2 {
    margin-block-end: calc(var(--_space) * 2);
    font-size: var(--_size-xl);
  }
  .problem .button {
    margin-block-start: calc(var(--_space) * 6);
  }
  .clock {
    display: flex;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_hover);
    font-size: var(--_size-sm);
  }
  .clock label {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: var(--_target);
    min-inline-size: calc(var(--_target) + 4px);
    padding-inline: calc(var(--_space) * 2);
    border-radius: var(--_radius);
    color: var(--_muted);
    cursor: pointer;
    isolation: isolate;
  }
  .clock input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    appearance: none;
    border-radius: inherit;
    cursor: pointer;
  }
  .clock :checked + span {
    color: var(--_text);
    font-weight: 600;
  }
  .clock :checked + span::before {
    content: '';
    position: absolute;
    z-index: -1;
    inset: 3px;
    border-radius: max(0px, var(--_radius) - 3px);
    background: var(--_raised);
    box-shadow: 0 0 0 1px color-mix(in oklab, var(--_text) 22%, var(--_surface));
  }

  @container booking (max-width: 32.49em) {
    .foot {
      justify-content: space-between;
    }
    .booked {
      padding-block: calc(var(--_space) * 6);
    }
    .foot:has(+ .act .chosen) {
      padding-block-end: calc(var(--_space) * 2);
    }
    .act:has(.chosen).ready {
      padding-block: calc(var(--_space) * 3);
      box-shadow: 0 -10px 10px -4px var(--_surface);
    }
    .act .button:has(.chosen) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      padding-block: 4px;
      line-height: 1.3;
      white-space: normal;
    }
    .chosen {
      font-size: var(--_size-sm);
      font-weight: 450;
      text-align: start;
    }
    .held {
      margin-block-start: calc(var(--_space) * 1.5);
    }
    .foot.bare {
      border: 0;
      min-block-size: 0;
      padding-block: 0;
    }
    .foot.bare + .act {
      padding-block-start: calc(var(--_space) * 3);
      border-block-start: var(--_line);
    }
  }
  @container booking (max-width: 17em) {
    .act .button:has(.chosen) {
      grid-template-columns: 1fr auto;
      text-align: start;
    }
    .chosen {
      grid-column: 1 / -1;
    }
  }
  @container booking (min-width: 32.5em) {
    .hint {
      margin: 0;
    }
    .chosen {
      display: none;
    }
    .charged {
      margin: 0;
      text-align: end;
    }
    .datetime > .blank {
      padding-block-start: calc(68px + var(--_space));
    }
    .datetime > .notice {
      grid-column: 1 / -1;
      margin-block-end: calc(var(--_space) * 3);
    }
    .booked {
      justify-content: safe center;
    }
    .card {
      grid-template-columns: minmax(0, 1fr) auto auto;
      min-block-size: calc(5.25 * var(--booking-rem));
      padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
    }
    .card .when {
      font-size: var(--_size-lg);
    }
    .card .why {
      grid-area: 1 / 2 / 3;
      color: var(--_muted);
      font-weight: 400;
    }
    .card .icon {
      grid-area: 1 / 3 / 3;
    }
  }
  @container booking (max-width: 47.49em) {
    .held .icon {
      display: none;
    }
  }
  @container booking (min-width: 32.5em) and (max-width: 47.49em) {
    .held {
      grid-column: 2;
      align-self: end;
    }
  }
  /* The receipt is a column, and says it. By a property, as WebKit does not find the container from inside. */
  @container booking (min-width: 47.5em) {
    booking-confirmation {
      --_reference: none;
    }
  }
  @media (forced-colors: active) {
    .notice,
    .card {
      border: 1px solid;
    }
    .clock :checked + span {
      forced-color-adjust: none;
      color: HighlightText;
    }
    .clock :checked + span::before {
      background: Highlight;
    }
    i:not(.open) {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
