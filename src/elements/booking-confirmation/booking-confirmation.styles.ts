import { css } from 'lit';

/** A ticket: what it says on top, what to do with it below the tear line. By the element's own width. */
export const confirmationStyles = css`
  :host {
    container-type: inline-size;
  }
  .base {
    display: grid;
    gap: calc(var(--_space) * 6);
  }
  .reference {
    display: var(--_reference, block);
  }
  .head {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 4);
  }
  .seal {
    --_tone: var(--_success);
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_tone) 14%, var(--_surface));
    color: var(--_tone);
  }
  .seal.open {
    --_tone: var(--_warning);
  }
  .seal.off {
    --_tone: var(--_muted);
  }
  .seal .icon {
    inline-size: 24px;
    block-size: 24px;
    stroke-width: 2;
  }
  .head > div {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  h2 {
    font-size: var(--_size-xl);
  }
  h2:focus-visible {
    outline: 0;
  }

  .ticket {
    overflow: clip;
    border: var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_raised);
  }
  .meeting {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
  }
  .leaf {
    align-self: stretch;
    display: grid;
    align-content: center;
    justify-items: center;
    min-inline-size: 92px;
    padding: calc(var(--_space) * 5) calc(var(--_space) * 3);
    background: var(--_tint);
    line-height: 1.2;
    white-space: nowrap;
  }
  .leaf b {
    font: var(--_heading-weight) calc(var(--_size) * 2.8) / 1.15 var(--_font-heading);
    font-variant-numeric: lining-nums tabular-nums;
    letter-spacing: -0.02em;
  }
  .leaf b ~ span {
    color: var(--_accent);
    font-weight: 600;
  }
  .narrow + span {
    display: none;
  }
  .facts,
  dl {
    display: grid;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }
  .facts {
    padding: calc(var(--_space) * 4);
    line-height: 1.4;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  dl > div,
  .place {
    display: grid;
    align-items: baseline;
    justify-items: start;
    column-gap: inherit;
  }
  dt {
    order: 1;
  }
  dd {
    font-weight: 450;
  }
  .own dd {
    font-size: min(var(--_size-lg), 5.6cqi);
    font-weight: 600;
  }
  .kind {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
  }
  .kind .icon {
    align-self: center;
    color: var(--_muted);
  }
  .keep {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4);
    border-block-start: var(--_border-width) dashed var(--_edge);
  }
  h3 {
    font: 600 var(--_size-sm) / 1.54 var(--_font);
    letter-spacing: 0;
  }
  .calendars {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .calendars .button {
    /* As wide as the others, unless its own words need more. */
    flex: 1 1 0;
    min-inline-size: min-content;
    padding-inline: calc(var(--_space) * 2);
    font-weight: 550;
  }
  .note p {
    max-inline-size: 65ch;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    margin-block-start: 2px;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  @container (min-width: 32.5em) {
    .base {
      gap: calc(var(--_space) * 8);
    }
    .leaf {
      min-inline-size: calc(8.5 * var(--booking-rem));
      padding-block: calc(var(--_space) * 7);
    }
    .leaf b {
      font-size: calc(var(--_size) * 3.6);
    }
    .facts {
      grid-template-columns: auto minmax(0, 1fr);
      padding-inline: calc(var(--_space) * 7);
    }
    /* What it is in one column, whose in the other. */
    dl,
    dl > div,
    .place {
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
    .own dd {
      font-size: var(--_size-xl);
    }
    .narrow {
      display: none;
    }
    .narrow + span {
      display: inline;
    }
  }
  @container (min-width: 38em) {
    .keep {
      grid-template-columns: minmax(0, 1fr) minmax(0, calc(26 * var(--booking-rem)));
      align-items: center;
      padding-inline-start: calc(var(--_space) * 5);
    }
  }
  /* As on a boarding pass: side by side, each with what it is below it. */
  @container (min-width: 42em) {
    .facts {
      grid-template-columns: repeat(3, auto);
      align-items: baseline;
      justify-content: space-between;
      column-gap: calc(var(--_space) * 6);
    }
    dl {
      grid-column: span 2;
      align-items: baseline;
      column-gap: inherit;
    }
    dl > div,
    .place {
      grid-column: auto;
      grid-template-columns: auto;
      row-gap: var(--_space);
    }
    dd,
    .kind {
      font-size: var(--_size-lg);
    }
  }
`;
