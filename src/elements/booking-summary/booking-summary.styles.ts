import { css } from 'lit';

/** A band by default of little width, a rail where the flow around it has 760px or more (or where it stands alone). */
export const summaryStyles = css`
  :host {
    background: var(--_sunk);
  }
  .receipt {
    --_pad: clamp(var(--_space) * 5, 2.7cqi, var(--_space) * 7);
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 5);
    block-size: 100%;
    min-block-size: 100%;
    overflow: hidden auto;
    scrollbar-width: thin;
    padding: var(--_pad) max(var(--_space) * 5, var(--_pad));
  }
  .receipt:focus-visible {
    outline-offset: -2px;
  }
  .coach {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 4);
    min-inline-size: 0;
  }
  .name,
  .role,
  .bio,
  .where bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .name {
    font: var(--_heading-weight) calc(var(--_size) * 1.3333) / 1.3 var(--_font-heading);
    letter-spacing: var(--_heading-tracking);
  }
  .bio {
    -webkit-line-clamp: 7;
    text-wrap: pretty;
  }
  dl {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: var(--_line);
    line-height: 1.45;
  }
  .fact {
    position: relative;
    min-inline-size: 0;
    padding-inline-start: calc(1.25 * var(--booking-rem) + var(--_space) * 3);
    overflow-wrap: anywhere;
  }
  .fact .icon {
    position: absolute;
    inset-block-start: 1px;
    inset-inline-start: 0;
    color: var(--_muted);
  }
  dt {
    font-weight: 550;
  }
  dd {
    color: var(--_muted);
    font-size: var(--_size-sm);
    line-height: 1.54;
  }
  dd > span {
    /* First the time, then the city, as the rest of the receipt runs: a city in Latin letters must not turn them round. */
    unicode-bidi: isolate;
    display: block;
  }
  .city {
    display: inline-block;
  }
  dd b {
    color: var(--_text);
    font-weight: 600;
  }
  .todo dt {
    color: var(--_muted);
    font-weight: 400;
  }
  .gone :is(dt, dd, b, .city) {
    color: var(--_muted);
    font-weight: 450;
    text-decoration: line-through;
  }
  .clocks {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--_space) * 3);
    margin-block-start: auto;
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: var(--_line);
    color: var(--_muted);
    font-size: var(--_size-xs);
    line-height: 1.4;
  }
  .clock svg {
    display: block;
    inline-size: calc(2.25 * var(--booking-rem));
    margin-block-end: calc(var(--_space) * 2.5);
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  .clock circle {
    stroke: var(--_outline);
  }
  .clock .hour {
    stroke-width: 2.25;
  }
  .clock span {
    display: block;
  }
  .clock b {
    display: block;
    color: var(--_text);
    font-size: var(--_size);
    font-weight: 600;
    white-space: nowrap;
  }
  .avatar.placeholder {
    background: var(--_hover);
  }
  .placeholder.line {
    inline-size: 8em;
    max-inline-size: 100%;
    block-size: 0.8em;
    margin-block: 0.4em;
  }

  @container (max-width: 47.49em) {
    .receipt {
      --_pad: calc(var(--_space) * 5);
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 0 calc(var(--_space) * 4);
      block-size: auto;
      padding-block: calc(var(--_space) * 3);
    }
    .coach {
      flex-direction: row;
      align-items: center;
      gap: calc(var(--_space) * 3);
    }
    .avatar {
      inline-size: calc(2.5 * var(--booking-rem));
      font-size: calc(0.875 * var(--booking-rem));
    }
    .name {
      -webkit-line-clamp: 2;
      font-size: var(--_size);
    }
    .role {
      -webkit-line-clamp: 1;
    }
    dl {
      display: contents;
    }
    .bio,
    .clocks,
    .fact .icon,
    .where,
    .todo,
    .when:not(.review) {
      display: none;
    }
    .fact {
      padding: 0;
    }
    .session {
      text-align: end;
    }
    .review {
      grid-column: 1 / -1;
      margin-block-start: calc(var(--_space) * 2.5);
    }
  }
  @container (min-width: 32.5em) and (max-width: 47.49em) {
    .review,
    .review dd {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: calc(var(--_space) * 5);
    }
    /* Beside it stands how long the time is held. */
    .review {
      grid-column: 1;
    }
  }
  @container (max-width: 32.49em) {
    .receipt {
      --_pad: calc(var(--_space) * 4);
      padding-inline: var(--_pad);
    }
    .review {
      padding-block-start: calc(var(--_space) * 2.5);
      border-block-start: var(--_line);
    }
  }
  /* Very large text on a phone. */
  @container (max-width: 17em) {
    .receipt {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 2);
    }
    .name,
    .role {
      -webkit-line-clamp: 4;
    }
    .session {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
    }
  }
  @media (forced-colors: active) {
    .clock :is(circle, path) {
      stroke: CanvasText;
    }
  }
`;
