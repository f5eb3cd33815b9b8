import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
  }
  h4 {
    padding-block: calc(var(--_space) * 3) calc(var(--_space) * 2);
    color: var(--_muted);
    font: 500 var(--_size-xs) / 1 var(--_font);
    letter-spacing: 0;
  }
  .group:first-of-type > :first-child {
    padding-block-start: calc(var(--_space) * 1.5);
  }
  [aria-busy] {
    /* In place of the line about clocks and the name of the part of the day. */
    margin-block-start: 56px;
  }
  .placeholder {
    block-size: var(--_control);
    border-radius: var(--_radius);
  }
  .empty {
    padding-block: calc(var(--_space) * 2);
    color: var(--_muted);
  }
`;
