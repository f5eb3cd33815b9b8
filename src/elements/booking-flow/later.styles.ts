import { css } from 'lit';

/** For what comes after the choice of a time, and for notices. Added to the flow's own styles when it is loaded. */
export const laterStyles = css`
  .notice {
    --_tone: var(--_accent);
    display: flex;
    flex: none;
    align-items: flex-start;
    gap: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_tone) 9%, var(--_surface));
    font-size: var(--_size-sm);
    line-height: 1.54;
  }
  .notice.warning {
    --_tone: var(--_warning);
  }
  .notice.danger {
    --_tone: var(--_danger);
  }
  .notice .icon {
    color: var(--_tone);
  }
  .notice p {
    flex: 1;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .notice b {
    font-weight: 600;
  }
  .notice .link {
    margin-block: -10px;
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .alternatives {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    margin-block-start: calc(var(--_space) * 2);
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(var(--_space) * 4);
    inline-size: 100%;
    padding: calc(var(--_space) * 3.5) calc(var(--_space) * 4);
    border-radius: var(--_radius-card);
    background: var(--_raised);
    box-shadow: inset 0 0 0 var(--_border-width) var(--_edge);
    line-height: 1.45;
  }
  .card:hover {
    background: var(--_tint);
    box-shadow: inset 0 0 0 1.5px var(--_accent);
  }
  .card > * {
    grid-column: 1;
  }
  .card .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
  }
  .card b {
    font-weight: 600;
    white-space: nowrap;
  }
  .card .why {
    grid-row: 1;
    color: var(--_accent);
    font-weight: 550;
  }
  .card .icon {
    grid-area: 1 / 2 / 4;
    color: var(--_accent);
  }

  @container booking (min-width: 32.5rem) {
    .datetime > .notice {
      grid-column: 1 / -1;
      margin-block-end: calc(var(--_space) * 3);
    }
    .booked {
      justify-content: safe center;
    }
    .card {
      grid-template-columns: minmax(0, 1fr) auto auto;
      min-block-size: 5.25rem;
      padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
    }
    .card .when {
      font-size: var(--_size-lg);
    }
    .card .why {
      grid-area: 1 / 2 / 3;
      color: var(--_muted);
      font-weight: 400;
    }
    .card .icon {
      grid-area: 1 / 3 / 3;
    }
  }
  @media (forced-colors: active) {
    .card {
      border: 1px solid ButtonText;
    }
  }
`;
