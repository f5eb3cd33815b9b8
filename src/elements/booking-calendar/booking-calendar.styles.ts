import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  :host,
  .grid {
    display: flex;
    flex-direction: column;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: var(--_target);
  }
  .head h3 {
    flex: 1;
  }
  .head :last-child {
    /* The chevron, not its target, stands in line with the days. */
    margin-inline-end: -8px;
  }
  .grid {
    --_gap: clamp(1px, 5cqi - 13.4px, 4px);
    flex: 1;
    min-block-size: 0;
    gap: var(--_gap);
    margin-block-start: var(--_space);
    /* Not of each day: an element with container units has its style worked out anew, others share theirs. */
    font: 400 min(var(--_size), 5.55cqi) / 1 var(--_font-numeric);
  }
  /* Half a hundred grids would be laid out at twice the cost of as many flex boxes. */
  .row {
    display: flex;
    gap: var(--_gap);
  }
  .row > * {
    flex: 1;
    min-inline-size: 0;
  }
  .row + .row {
    /* Rows give way to a notice, and grow with the frame. */
    flex: 1 1 clamp(44px, 13cqi, 3.65em);
    min-block-size: var(--_target);
    max-block-size: 5.33em;
  }
  .row:first-child {
    block-size: calc(28px - var(--_gap));
    color: var(--_muted);
    font: 500 min(var(--_size-xs), 4.2cqi) / 24px var(--_font);
    text-align: center;
  }
  .weekday {
    overflow: hidden;
  }
  .day {
    position: relative;
    /* One box: a flex box or a button would have another one in it. */
    align-content: center;
    /* The number gives way to the bar. */
    padding-block-end: 4px;
    border-radius: var(--_radius-day);
    color: var(--_muted);
    text-align: center;
  }
  /* For the eye only, as the day's name says it otherwise. Of a few days: each attribute of an element with \`attr()\` costs a new style. */
  [data-caption]::before {
    content: attr(data-caption);
    position: absolute;
    /* Above a number that stays in line with those beside it, also in the lowest row. */
    inset-block-start: max(1px, 50% - 2.15em);
    inset-inline: 0;
    font: 500 0.7em / 1 var(--_font);
  }
  .day[aria-current='date'] {
    color: var(--_text);
    font-weight: 600;
  }
  .day[aria-current='date']::before {
    font-weight: 600;
  }
  .loading {
    background: color-mix(in oklab, var(--_skeleton) 65%, transparent);
    animation: reveal 1ms 200ms backwards;
  }
  @keyframes reveal {
    from {
      background: none;
    }
  }
  .free {
    background: var(--_tint);
    color: var(--_text);
    font-weight: 600;
  }
  .day[aria-selected='true'] {
    background: var(--_fill);
    box-shadow: inset 0 0 0 1.5px var(--_accent);
    color: var(--_on-accent);
  }
  .free::after,
  .legend i {
    block-size: 3px;
    inline-size: 5px;
    border-radius: min(2px, var(--_radius));
    background: var(--_accent);
  }
  .free::after {
    content: '';
    position: absolute;
    inset-block-end: 6px;
    inset-inline: 0;
    margin-inline: auto;
  }
  .some::after,
  .legend i + i {
    inline-size: 12px;
  }
  .many::after,
  .legend i + i + i {
    inline-size: 20px;
  }
  .day[aria-selected='true']::after {
    background: currentColor;
  }
  .foot,
  .legend {
    display: flex;
    align-items: center;
  }
  .foot {
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 12px;
    min-block-size: var(--_target);
    margin-block-start: var(--_space);
  }
  .legend {
    gap: 4px;
    color: var(--_muted);
    font-size: var(--_size-xs);
  }
  .legend i:first-of-type {
    margin-inline-start: 4px;
  }
  .legend i:last-of-type {
    margin-inline-end: 4px;
  }
  .foot .placeholder {
    block-size: 12px;
    inline-size: 92px;
  }
  @media (forced-colors: active) {
    .free {
      border: 1px solid;
    }
    .free::after,
    .legend i {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .day[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
