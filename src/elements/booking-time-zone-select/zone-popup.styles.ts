import { css } from 'lit';

/** Stands in the top layer; its place is set by code. */
export const popupStyles = css`
  .popup {
    position: fixed;
    inset: auto;
    display: flex;
    flex-direction: column;
    inline-size: min(23 * var(--booking-rem), 100vw - 16px);
    block-size: calc(25 * var(--booking-rem));
    border: var(--_border-width) solid var(--_edge);
    border-radius: var(--_radius-card);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: clip;
  }
  .popup input {
    flex: none;
    min-block-size: calc(var(--_control) + 2px);
    margin: calc(var(--_space) * 2);
    padding-inline: calc(var(--_space) * 3);
    border: var(--_border-width) solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: max(var(--_size), 0.9375 * var(--booking-rem));
  }
  .popup input:focus-visible {
    outline-offset: -1px;
    border-color: transparent;
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  ul {
    position: relative;
    flex: 1;
    min-block-size: 0;
    padding-inline: calc(var(--_space) * 2);
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_edge) transparent;
  }
  ul::before,
  ul::after {
    content: '';
    display: block;
    block-size: var(--_before);
  }
  ul::after {
    block-size: var(--_after);
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(var(--_space) * 3);
    align-content: center;
    block-size: calc(3.375 * var(--booking-rem));
    padding-inline: calc(var(--_space) * 3);
    border-radius: var(--_radius-day);
    line-height: 1.4;
    white-space: nowrap;
    cursor: pointer;
  }
  li > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  li b {
    font-weight: 550;
  }
  .place {
    display: flex;
    align-items: baseline;
    gap: 6px;
  }
  .place > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .place b {
    flex: none;
    max-inline-size: 100%;
  }
  li .number {
    text-align: end;
  }
  .place span,
  li .name {
    color: var(--_muted);
    font-size: var(--_size-sm);
  }
  li .icon {
    inline-size: var(--booking-rem);
    block-size: var(--booking-rem);
    stroke-width: 2;
    color: var(--_accent);
  }
  li:hover {
    background: var(--_hover);
  }
  li.active {
    background: var(--_tint);
    box-shadow: inset 0 0 0 1.5px var(--_accent);
  }
  .none {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 5) 0;
  }
  @supports (-webkit-touch-callout: none) {
    .popup input {
      font-size: max(var(--_size), 16px);
    }
  }
  @media (forced-colors: active) {
    li.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
