import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
  }
  .head {
    flex-wrap: wrap;
    column-gap: calc(var(--_space) * 3);
  }
  .clocks {
    /* Whatever it says, in one line or two, what is below stays where it is. */
    flex: 1 1 9em;
    justify-content: end;
    text-align: end;
    text-wrap: balance;
  }
  h4 {
    padding-block: calc(var(--_space) * 3) calc(var(--_space) * 2);
    color: var(--_muted);
    font: 500 var(--_size-xs) / 1 var(--_font);
    letter-spacing: 0;
  }
  [aria-busy] {
    /* In place of the name of the part of the day. */
    margin-block-start: 30px;
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
