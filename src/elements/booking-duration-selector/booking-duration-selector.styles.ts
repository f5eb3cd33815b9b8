import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
  }
  .cards {
    flex: 1;
    display: grid;
    grid-auto-rows: minmax(min-content, 1fr);
    gap: calc(var(--_space) * 3);
  }
  .card {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-content: center;
    align-items: start;
    column-gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4);
    border-radius: var(--_radius-card);
    background: var(--_raised);
    box-shadow: inset 0 0 0 var(--_border-width) var(--_border);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .card:has(:checked) {
    background: var(--_tint);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .card:has(:disabled) {
    opacity: 0.6;
  }
  .dot {
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: 3px;
    border: 1.5px solid var(--_outline);
    border-radius: 50%;
    background: var(--_raised);
  }
  :checked + .dot {
    border: 6px solid var(--_accent);
    background: var(--_on-accent);
  }
  .length,
  .price {
    font-size: var(--_size-lg);
    font-weight: 600;
  }
  .price {
    max-inline-size: 45cqi;
    font-weight: 550;
    text-align: end;
  }
  small {
    display: block;
    color: var(--_muted);
    font-weight: 400;
  }
  .about {
    grid-column: 2 / -1;
    margin-block-start: 2px;
    text-wrap: pretty;
  }
  /* The price takes two rows where it has two lines. */
  .card:has(small) .price {
    grid-area: 1 / 3 / span 2;
  }
  .card:has(small) .about {
    grid-column: 2;
  }
  .about > * {
    display: block;
  }
  .next {
    margin-block-start: calc(var(--_space) * 2);
    color: var(--_muted);
  }
  .next b {
    display: inline-block;
    color: var(--_text);
    font-family: var(--_font-numeric);
    font-weight: 550;
  }
  .card.placeholder {
    min-block-size: 8.5em;
  }
  .next .placeholder {
    inline-size: 12em;
    block-size: 0.8em;
    margin-block: 0.37em;
  }
  @container (inline-size >= 30em) {
    .cards {
      /* In a frame of its own height, three cards share 448 px. */
      min-block-size: min(100%, 29.87em);
    }
    .card {
      padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    }
    .length,
    .price {
      font-size: var(--_size-xl);
      line-height: 1.36;
    }
    .dot {
      margin-block-start: 5px;
    }
  }
`;
