import { css } from 'lit';

export const agendaStyles = css`
  :host {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
  }
  .head {
    flex-wrap: wrap;
    gap: 0 4px;
  }
  .head h3 {
    flex: 1;
  }
  .clocks {
    inline-size: 100%;
    order: 1;
  }
  .head .icon-button:last-child {
    /* The chevron, not its target, stands in line with the days. */
    margin-inline-end: -8px;
  }
  h4:focus-visible {
    outline: 0;
  }
  .look b {
    font-weight: 600;
  }
  .placeholder {
    block-size: var(--_control);
    border-radius: var(--_radius);
  }
  .empty {
    padding-block: calc(var(--_space) * 4);
  }

  .rows .day {
    padding-block: calc(var(--_space) * 4) calc(var(--_space) * 5);
  }
  .rows .day + .day {
    border-block-start: var(--_line);
  }
  .rows h4 {
    padding-block-end: calc(var(--_space) * 3);
    font: 400 var(--_size) / 1.3 var(--_font);
    letter-spacing: 0;
  }
  .rows .look span {
    color: var(--_muted);
  }
  .rows .line {
    inline-size: 10em;
    block-size: 0.9em;
    margin-block: 0.2em calc(var(--_space) * 3);
    border-radius: var(--_radius-sm);
  }
  .rows .slots {
    align-content: start;
  }
  .rows .slot {
    padding-inline: min(calc(var(--_space) * 3), 3.4cqi);
  }
  .more {
    inline-size: 100%;
    margin-block: var(--_space) calc(var(--_space) * 2);
  }
  @container (inline-size >= 30em) {
    .head h3 {
      flex: none;
    }
    .clocks {
      flex: 1;
      order: 0;
      inline-size: auto;
      margin-inline-start: calc(var(--_space) * 3);
    }
    .rows .day {
      display: grid;
      grid-template-columns: clamp(8em, 24cqi, 10.7em) minmax(0, 1fr);
      column-gap: calc(var(--_space) * 4);
    }
    .rows h4 {
      padding-block: 3px 0;
    }
    .rows .look > * {
      display: block;
    }
    .more {
      inline-size: auto;
      margin-inline-start: calc(clamp(8em, 24cqi, 10.7em) + var(--_space) * 4);
    }
  }

  .week {
    --_head: calc(var(--_size) * 3.75);
    display: grid;
    grid-template: var(--_head) repeat(8, auto) / repeat(7, minmax(0, 1fr));
    align-content: start;
    gap: 0 calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 1.5);
    padding-block-start: 0;
  }
  .week.bare {
    flex: none;
    mask: none;
    padding-block-end: 0;
  }
  .week .day {
    display: grid;
    grid-row: 1 / -1;
    grid-template: subgrid / minmax(0, 1fr);
  }
  .week .day > * {
    grid-column: 1;
  }
  .day:nth-of-type(1) {
    grid-column: 1;
  }
  .day:nth-of-type(2) {
    grid-column: 2;
  }
  .day:nth-of-type(3) {
    grid-column: 3;
  }
  .day:nth-of-type(4) {
    grid-column: 4;
  }
  .day:nth-of-type(5) {
    grid-column: 5;
  }
  .day:nth-of-type(6) {
    grid-column: 6;
  }
  .day:nth-of-type(7) {
    grid-column: 7;
  }
  .week h4 {
    /* Over all rows, so that it stays in sight while they scroll. */
    position: sticky;
    z-index: 3;
    inset-block-start: 0;
    grid-row: 1 / -1;
    align-self: start;
    block-size: var(--_head);
    border-block-end: var(--_line);
    background: var(--_surface);
    color: var(--_muted);
    font: 400 var(--_size-xs) / 1.2 var(--_font);
    letter-spacing: 0;
    text-align: center;
  }
  .week .look > * {
    display: block;
  }
  .week .look b {
    margin-block-start: 3px;
    font: 400 var(--_size-lg) / 1.25 var(--_font-numeric);
  }
  .week .free .look b {
    color: var(--_text);
    font-weight: 600;
  }
  .week .today .look {
    color: var(--_text);
  }
  .week .today .weekday {
    font-weight: 600;
  }
  .part {
    grid-column: 1 / -1;
    padding-block: calc(var(--_space) * 3) calc(var(--_space) * 1.5);
    color: var(--_muted);
    font: 500 var(--_size-xs) / 1 var(--_font);
  }
  .week .slots {
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: calc(var(--_space) * 1.5);
  }
  .week .slot {
    flex-direction: column;
    align-items: center;
    justify-content: center;
    padding: 5px 2px;
    line-height: 1.3;
    text-align: center;
    white-space: normal;
  }
  .week .theirs {
    font-size: var(--_size-xs);
  }
  .week sup {
    margin-inline: 1px 0;
  }
  .part {
    grid-row: var(--row);
  }
  .week .slots {
    grid-row: calc(var(--row) + 1);
  }
  .night {
    --row: 2;
  }
  .morning {
    --row: 4;
  }
  .afternoon {
    --row: 6;
  }
  .evening {
    --row: 8;
  }
  .rest {
    grid-row: 2 / -1;
    align-self: start;
    padding-block-start: calc(var(--_space) * 3 + var(--_size-xs) + var(--_space) * 1.5);
  }
  .none {
    color: var(--_muted);
    line-height: var(--_control);
    text-align: center;
  }
  .bare .none {
    padding-block-start: calc(var(--_space) * 3);
  }
  @container (inline-size >= 40em) {
    .ruler {
      --columns: 7;
    }
  }
`;
