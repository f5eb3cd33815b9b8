import { css } from 'lit';

export const selectStyles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
  }
  .toggle {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    max-inline-size: calc(100% + var(--_space) * 2);
    min-block-size: var(--_target);
    margin-inline-start: calc(var(--_space) * -2);
    padding-inline: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    border-radius: var(--_radius);
    font-size: var(--_size-sm);
    white-space: nowrap;
  }
  .toggle:not([aria-disabled='true']):hover,
  .toggle[aria-expanded='true'] {
    background: var(--_hover);
  }
  .toggle[aria-disabled='true'] {
    cursor: default;
  }
  .toggle b,
  .zone-name {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .toggle b {
    font-weight: 550;
  }
  .locked {
    padding-inline-end: 0;
    line-height: 1.4;
  }
  .locked > span {
    min-inline-size: 0;
  }
  .zone {
    display: flex;
    gap: calc(var(--_space) * 2);
  }
  .zone-name {
    display: block;
  }
  .toggle .icon,
  .failed {
    color: var(--_muted);
  }
`;
