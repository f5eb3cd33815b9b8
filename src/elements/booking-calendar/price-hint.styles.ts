import { css } from 'lit';

/** A day's price, below its number. Comes with the later parts, as prices do: added to `tokens`, it has to outweigh the calendar's own. */
export const priceHint = css`
  .day.priced {
    padding-block-end: 20px;
  }
  .day.priced[data-caption] {
    padding-block-end: 10px;
  }
  .day.priced::before {
    inset-block-start: 3px;
  }
  .priced b {
    /* A price that is wider than the day goes into a second line, and so out of sight. */
    position: absolute;
    inset-block-end: 11px;
    inset-inline: 0;
    display: flex;
    flex-wrap: wrap;
    row-gap: 4px;
    justify-content: center;
    block-size: 1em;
    overflow: hidden;
    font: 500 0.7em / 1 var(--_font-numeric);
    letter-spacing: -0.03em;
    white-space: nowrap;
  }
  .priced b::before {
    content: '';
    inline-size: 1px;
    block-size: 1em;
  }
  .priced b::after {
    content: attr(data-price);
  }
  @container (inline-size < 24em) {
    .day.day.priced {
      padding-block-end: 20px;
    }
    .day.priced::before {
      display: none;
    }
    .priced[aria-current='date'] {
      box-shadow: inset 0 0 0 1.5px var(--_edge);
    }
  }
`;
