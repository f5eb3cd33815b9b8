import { css } from 'lit';

/** Times to choose, side by side as they fit, in a list that scrolls where its element is given a height. Use after `radio`. */
export const slotStyles = css`
  .head,
  .clocks {
    display: flex;
    align-items: center;
    overflow-wrap: anywhere;
  }
  .head {
    flex: none;
    min-block-size: var(--_target);
  }
  .clocks {
    flex: none;
    min-block-size: 28px;
    color: var(--_muted);
    font-size: var(--_size-xs);
    line-height: 1.35;
  }
  .clocks b {
    color: var(--_text);
    font-weight: 600;
  }
  .list {
    /* Scrolls under a fade where the element is given a height. The padding keeps focus rings in view. */
    flex: 1;
    min-block-size: 0;
    margin: -2px -6px 0;
    padding: 2px 6px 20px;
    overflow-y: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--_border) transparent;
    mask: linear-gradient(#000 calc(100% - 24px), transparent);
  }
  .slots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.1em), 1fr));
    gap: calc(var(--_space) * 2);
  }
  .slot {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    align-content: center;
    justify-content: space-between;
    gap: 0 4px;
    min-block-size: var(--_control);
    padding-inline: min(calc(var(--_space) * 3), 7%);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: inset 0 0 0 var(--_border-width) var(--_edge);
    font-weight: 600;
    line-height: 1.35;
    white-space: nowrap;
  }
  .slot:has(:checked) {
    background: var(--_fill);
    box-shadow: inset 0 0 0 1.5px var(--_accent);
    color: var(--_on-accent);
  }
  .slot:has(:disabled) {
    opacity: 0.6;
  }
  .theirs {
    color: var(--_muted);
    font-size: var(--_size-sm);
    font-weight: 400;
  }
  :checked ~ .theirs {
    color: inherit;
  }
  sup {
    margin-inline: 1px -6px;
    font-size: 0.81em;
    line-height: 0;
    vertical-align: 4px;
  }
  :host(:dir(rtl)) sup {
    margin-inline-end: 0;
  }
`;
