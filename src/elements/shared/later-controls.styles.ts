import { css } from 'lit';

/**
 * What only the parts after the picker start from. Use after `controls`. Classes: `button` with `outline` or `quiet`;
 * `link`; `muted`.
 *
 * A property that is set on the flow is a new style for all that is in it, so only what it tells has these.
 */
export const laterControls = css`
  :host(:not(booking-flow)),
  .notice,
  .hint {
    --_success: var(--booking-success, light-dark(#12724a, #6fd6a5));
    --_warning: var(--booking-warning, light-dark(#8a5300, #f0bd6a));
    --_danger: var(--booking-danger, light-dark(#b3261e, #ffa39b));
    --_radius-avatar: var(--booking-radius-avatar, 50%);
  }
  .muted {
    color: var(--_muted);
  }
  ul,
  ol {
    list-style: none;
  }
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  a.button,
  .link {
    color: inherit;
    text-decoration: none;
  }
  .button > .icon:first-child:not(:last-child) {
    margin-inline-start: -4px;
  }
  .outline {
    border: var(--_border-width) solid var(--_outline);
    background: var(--_raised);
  }
  .quiet {
    padding-inline: calc(var(--_space) * 3);
    font-weight: 550;
  }
  .outline:hover,
  .quiet:hover {
    background: var(--_hover);
  }
  .link {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    white-space: nowrap;
    min-block-size: var(--_target);
    border-radius: var(--_radius-sm);
    color: var(--_accent);
    font-size: var(--_size-sm);
    font-weight: 550;
  }
  .link:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;
